"""Names: the spans of known and unknown names, and what kind of thing they name."""
