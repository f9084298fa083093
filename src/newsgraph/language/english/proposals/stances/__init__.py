"""Stances on proposals: who is for or against one, and what became of it."""
