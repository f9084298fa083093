"""The report as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

MOST: Final = 10
"""Lines of each list; what is left is counted."""
Figure = tuple[str, int, int | None]
"""A label, a number, and what it is a part of (None if of nothing)."""


def to_text(figures: Iterable[Figure], days: str, lists: Iterable[tuple[str, list[str]]]) -> str:
    """The report in lines; `days` says from when to when the articles are, and lists have a heading."""
    lines = []
    for label, number, whole in figures:
        if whole is None:
            lines.append(f"{number:>8,}  {label}")
        elif whole:
            lines.append(f"{number / whole:>8.0%}    {label} ({number:,})")
    lines.insert(1, f"{'':10}{days}")
    for heading, entries in lists:
        lines += ["", heading, *(f"  {entry}" for entry in entries[:MOST])]
        if len(entries) > MOST:
            lines.append(f"  … and {len(entries) - MOST} more")
    return "\n".join(lines)
