#!/usr/bin/env python3
"""Draw how far the confidence of events can be trusted: `docs/images/reliability.svg`, from the table in the docs.

    python scripts/draw_reliability.py

Each circle is a tenth of what was said; its area is the number of events. On the diagonal, as many are right as said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import sqrt
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
SIDE, EDGE = 320, 44
"""Pixels of a side of the square, and of the margin around it."""
ROW = re.compile(r"^\| (0\.\d\d) \| (0\.\d\d) \| (\d+) \|$", re.MULTILINE)


def read_table(text: str) -> list[tuple[float, float, int]]:
    """The rows of the table on events: what is said, the share that is right, how many events."""
    section = text.split("## How good it is", 1)[1].split("\n## ", 1)[0]
    return [(float(said), float(right), int(events)) for said, right, events in ROW.findall(section)]


def draw(rows: Sequence[tuple[float, float, int]]) -> str:
    """The diagram as SVG."""
    most = max(events for _, _, events in rows)
    size = SIDE + 2 * EDGE
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" height="{size}" '
        'font-family="system-ui, sans-serif" font-size="12" role="img">',
        "<title>The share of events that is right, over the share that is said</title>",
        f'<rect width="{size}" height="{size}" fill="#ffffff"/>',
    ]
    for tenth in range(0, 11, 2):
        x, y, mark = *_at(tenth / 10, tenth / 10), f"{tenth / 10:g}"
        lines += [
            f'<line x1="{x}" y1="{EDGE}" x2="{x}" y2="{EDGE + SIDE}" stroke="#e4e7ec"/>',
            f'<line x1="{EDGE}" y1="{y}" x2="{EDGE + SIDE}" y2="{y}" stroke="#e4e7ec"/>',
            f'<text x="{x}" y="{EDGE + SIDE + 16}" text-anchor="middle" fill="#475467">{mark}</text>',
            f'<text x="{EDGE - 8}" y="{y + 4}" text-anchor="end" fill="#475467">{mark}</text>',
        ]
    lines.append(
        f'<line x1="{EDGE}" y1="{EDGE + SIDE}" x2="{EDGE + SIDE}" y2="{EDGE}" stroke="#98a2b3" stroke-dasharray="4 4"/>'
    )
    for said, right, events in rows:
        x, y = _at(said, right)
        radius = round(11 * sqrt(events / most), 1)
        lines.append(
            f'<circle cx="{x}" cy="{y}" r="{radius}" fill="#175cd3" fill-opacity="0.75">'
            f"<title>said {said:.2f}, right {right:.2f}, {events} events</title></circle>"
        )
    middle = EDGE + SIDE // 2
    lines += [
        f'<text x="{middle}" y="{size - 8}" text-anchor="middle" fill="#1d2939">confidence</text>',
        f'<text x="14" y="{middle}" text-anchor="middle" fill="#1d2939" transform="rotate(-90 14 {middle})">'
        "share that is right</text>",
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _at(x: float, y: float) -> tuple[float, float]:
    return round(EDGE + SIDE * x, 1), round(EDGE + SIDE * (1 - y), 1)


def main() -> None:
    """Draw it anew."""
    rows = read_table((DOCS / "confidence.md").read_text(encoding="utf-8"))
    (DOCS / "images" / "reliability.svg").write_text(draw(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
