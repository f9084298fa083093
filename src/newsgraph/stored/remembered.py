"""Functions that remember what they found, until a step is over: then the memory may be of use to the next."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import lru_cache
from typing import Any, cast
from weakref import WeakSet

from newsgraph.stored.arrays import Arrays, give_back

_FORGET: list[Callable[[], None]] = []
_NEAR: WeakSet[Any] = WeakSet()
"""What others keep of the last that was asked for."""


def remembered[**P, R](size: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let a function of hashable arguments remember its last results, `size` at most."""

    def remember(function: Callable[P, R]) -> Callable[P, R]:
        found = lru_cache(size)(function)
        _FORGET.append(found.cache_clear)
        return cast("Callable[P, R]", found)

    return remember


def near[**P, R](function: Callable[P, R], size: int) -> Callable[P, R]:
    """The same for a function that lasts no longer than those who ask it: what is read of a file, or a database."""
    found = lru_cache(size)(function)
    _NEAR.add(found)
    return cast("Callable[P, R]", found)


def forget() -> None:
    """Let all of them begin anew."""
    for clear in _FORGET:
        clear()
    for found in list(_NEAR):
        found.cache_clear()


def rest(arrays: Arrays) -> None:
    """A step is over: what was remembered for it, and read of columns, is not needed any more."""
    forget()
    gc.collect()  # no search is made meanwhile, where many values are made
    arrays.release()
    give_back()
