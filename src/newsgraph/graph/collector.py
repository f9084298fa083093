"""The collector of garbage, while a graph is built."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """No search for cycles meanwhile: millions of values are made, none in a cycle, and a search looks at them all.

    Afterwards they count as old, so that the next search among what is new does not begin with them.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            if not gc.get_freeze_count():  # what somebody has put aside stays there
                gc.freeze()
                gc.unfreeze()
            gc.enable()
