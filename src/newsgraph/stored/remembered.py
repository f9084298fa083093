"""Functions that remember what they found, until a step is over: then the memory may be of use to the next."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import lru_cache
from typing import cast

from newsgraph.stored.arrays import Arrays, give_back

_FORGET: list[Callable[[], None]] = []


def remembered[**P, R](size: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let a function of hashable arguments remember its last results, `size` at most."""

    def remember(function: Callable[P, R]) -> Callable[P, R]:
        found = lru_cache(size)(function)
        _FORGET.append(found.cache_clear)
        return cast("Callable[P, R]", found)

    return remember


def forget() -> None:
    """Let all of them begin anew."""
    for clear in _FORGET:
        clear()


def rest(arrays: Arrays) -> None:
    """A step is over: what was remembered for it, and read of columns, is not needed any more."""
    forget()
    gc.collect()  # no search is made meanwhile, where many values are made
    arrays.release()
    give_back()
