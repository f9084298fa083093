"""Relations: ties between named entities."""
