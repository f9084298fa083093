"""English: its words, tags and labels, the clause, and the layers that read them."""
