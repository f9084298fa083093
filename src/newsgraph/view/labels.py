"""The short label under a node, and the room that it takes."""

from __future__ import annotations

import unicodedata

WIDTH = 20
"""Characters a line."""
LINES = 2
LINE_HEIGHT = 15.0
CHARACTER = 6.9
"""Mean width of a character at the page's 13-pixel label font, with a margin."""


_UNREADABLE = {
    *range(0x20),
    *range(0x7F, 0xA0),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    0x2028,
    0x2029,
    0xFFFE,
    0xFFFF,
}


def readable(text: str) -> str:
    """Without control characters, directional overrides and lone surrogates, which would garble a line."""
    return "".join(" " if ord(c) in _UNREADABLE or 0xD800 <= ord(c) < 0xE000 else c for c in text)


def short_label(text: str, width: int = WIDTH, lines: int = LINES) -> str:
    """Wrap at spaces into at most `lines` lines of `width` characters; what does not fit ends in an ellipsis."""
    words = readable(text).split()
    rows: list[str] = []
    for word in words:
        if rows and len(rows[-1]) + 1 + len(word) <= width:
            rows[-1] += " " + word
        else:
            rows.append(word)
        if len(rows) > lines:
            break
    cut = len(rows) > lines
    rows = rows[:lines]
    rows = [row if len(row) <= width else row[: width - 1] + "…" for row in rows]
    if cut and not rows[-1].endswith("…"):
        rows[-1] = rows[-1][: width - 1].rstrip(" ,;:") + "…"
    return "\n".join(rows) or "(no name)"


def text_width(line: str) -> float:
    """Estimated width in pixels; East Asian wide characters count twice."""
    return CHARACTER * sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def label_box(label: str, size: float) -> tuple[float, float]:
    """Width and height of a node of radius `size` with its label below it, in pixels at zoom 1."""
    rows = label.split("\n")
    width = max(text_width(row) for row in rows)
    return max(width, 2 * size) + 12.0, 2 * size + LINE_HEIGHT * len(rows) + 12.0
