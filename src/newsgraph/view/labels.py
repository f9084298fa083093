"""The short label under a node."""

from __future__ import annotations

WIDTH = 20
"""Characters a line."""
LINES = 2

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
