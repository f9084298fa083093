"""One view of the clause for all layers: a repaired parse, and who does what to whom in it."""
