"""Where the tables of the package stand, and how they are written."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

TABLES = Path(__file__).parents[2] / "src" / "newsgraph" / "knowledge" / "tables"


def write_table(folder: Path, name: str, title: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table of tab-separated values with a title and a header line."""
    lines = [f"# {title} Generated: see SOURCES.md.", "\t".join(header)]
    lines += ["\t".join(str(v) for v in row) for row in rows]
    (folder / name).write_text("\n".join(lines) + "\n", "utf-8")


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of a table written by hand (comma-separated, `#` for comments)."""
    with (TABLES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))
