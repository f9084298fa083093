"""Coreference: nominals and pronouns, and whom they stand for."""
