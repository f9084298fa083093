"""Decisions as a CSV table, for teams: one row each, with the words that it is anchored to, coder and time.

The columns `one` and `other` hold the anchors of both sides as JSON: `[["article", 12, 19, "the words"], …]`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import IO

import msgspec

from newsgraph.errors import NewsgraphError
from newsgraph.resolve.decisions import SORTS, VERBS, Anchor, Decision

COLUMNS = ("verb", "sort", "label", "value", "coder", "time", "note", "one", "other", "other_sort")
_anchors = msgspec.json.Decoder(list[tuple[str, int, int, str]])


def write_table(decisions: Iterable[Decision], stream: IO[str]) -> None:
    """Write decisions as CSV."""
    rows = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    rows.writeheader()
    for decision in decisions:
        row = {name: getattr(decision, name) or "" for name in COLUMNS if name not in ("one", "other")}
        rows.writerow(row | {side: _cell(getattr(decision, side)) for side in ("one", "other")})


def _cell(anchors: tuple[Anchor, ...]) -> str:
    return msgspec.json.encode([msgspec.structs.astuple(anchor) for anchor in anchors]).decode() if anchors else ""


def read_table(data: bytes, where: str) -> Iterator[Decision]:
    """The decisions of a CSV table.

    Raises:
        NewsgraphError: it is no such table, or a row says nothing that can be decided; the line is named.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NewsgraphError(f"{where}: is not text in UTF-8; save the table as CSV in UTF-8") from None
    rows = csv.DictReader(io.StringIO(text, newline=""))
    try:
        if missing := [name for name in ("verb", "sort", "one") if name not in (rows.fieldnames or ())]:
            raise NewsgraphError(f"{where}: has no column {missing[0]!r}; the columns are {', '.join(COLUMNS)}")
        for row in rows:
            yield _decision(row, f"{where}, line {rows.line_num}")
    except csv.Error as error:
        raise NewsgraphError(f"{where}: is no CSV table ({error}); save it as CSV") from None


def _decision(row: dict[str, str | None], where: str) -> Decision:
    given = {name: (row.get(name) or "").strip() for name in COLUMNS}
    verb = next((verb for verb in VERBS if verb == given["verb"]), None)
    sort = next((sort for sort in SORTS if sort == given["sort"]), None)
    other_sort = next((sort for sort in SORTS if sort == given["other_sort"]), None)
    if verb is None or sort is None:
        name, known = ("verb", VERBS) if verb is None else ("sort", SORTS)
        raise NewsgraphError(f"{where}: there is no {name} {given[name]!r}; use one of {', '.join(known)}")
    one, other = (_side(given[name], where) for name in ("one", "other"))
    if not one or (verb in ("same", "different") and not other):
        raise NewsgraphError(f"{where}: says not what it is about; fill in the columns one and other")
    if verb in ("rename", "set") and not given["value"]:
        raise NewsgraphError(f"{where}: has no value; say the new name or kind")
    return Decision(
        verb=verb, sort=sort, one=one, other=other, other_sort=other_sort, value=given["value"] or None,
        label=given["label"], coder=given["coder"], time=given["time"], note=given["note"],
    )


def _side(cell: str, where: str) -> tuple[Anchor, ...]:
    if not cell:
        return ()
    try:
        return tuple(Anchor(*anchor) for anchor in _anchors.decode(cell))
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise NewsgraphError(f"{where}: its anchors can't be read ({error}); leave them as they were") from None
