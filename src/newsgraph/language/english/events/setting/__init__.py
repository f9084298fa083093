"""Where and when an event was, and how many it befell."""
