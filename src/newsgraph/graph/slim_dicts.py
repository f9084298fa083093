"""Dictionaries that have their keys in common, for attributes: of a million edges each has the same three.

Python keeps the keys of the attributes of objects of one class once (PEP 412), and a copy of such a dictionary has that
half of it in common with the original. It is a dictionary like any other, of half the size.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


class _Attributes:
    """What has some attributes; a class of its own for each set of them."""


def slim(keys: Sequence[str]) -> dict[str, Any]:
    """A dictionary of the first of these keys, whose value is None.

    Of it copies are to be made, which get others of the keys and have all of them in common.
    """
    sort = type("_Attributes", (_Attributes,), {})
    for _ in range(_MADE):  # room is left for more keys until so many are made
        whole = sort()
        for key in keys:
            setattr(whole, key, None)
    first: Any = sort()
    setattr(first, keys[0], None)
    made: dict[str, Any] = vars(first)
    return made


_MADE = 32


class Keyed(dict[str, dict[str, Any]]):
    """For each key a dictionary of that key alone, of which copies are to be made."""

    def __missing__(self, key: str) -> dict[str, Any]:
        self[key] = found = slim((key,))
        return found
