"""Words in brackets, which take no part in what the sentence around them tells: "(Wire photo) X met Y"."""

from __future__ import annotations

_LONGEST_ASIDE = 40
"""Words of an aside; what is longer is a bracket that nobody closed."""


def brackets(lower: list[str]) -> dict[int, int]:
    """Where the bracket opens for each word in brackets."""
    found: dict[int, int] = {}
    opened = -1
    for i, word in enumerate(lower):
        if word == "(":
            opened = i
        elif word == ")" and opened >= 0 and i - opened <= _LONGEST_ASIDE:
            found.update(dict.fromkeys(range(opened + 1, i), opened))
            opened = -1
    return found
