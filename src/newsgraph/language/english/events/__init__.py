"""Events: what happened, with who, to whom, where, when, how many, and whether at all."""
