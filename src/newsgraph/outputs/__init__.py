"""Files out: a graph in the format that the ending of a file says, all of it or nothing."""
