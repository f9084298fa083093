"""The inner working of the spaCy model: the same values as without it, sooner."""
