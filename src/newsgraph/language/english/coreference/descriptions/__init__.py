"""Noun phrases for actors and places: "the former minister", "the agency", "the two countries", and whom they mean."""
