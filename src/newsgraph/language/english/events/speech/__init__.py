"""What speech does beside saying."""
