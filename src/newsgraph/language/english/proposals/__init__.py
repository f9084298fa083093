"""Proposals: what somebody wants done, and who is for and against it."""
