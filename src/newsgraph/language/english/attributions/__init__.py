"""Attributions: who says what."""
