"""Decisions as a CSV table, for teams: one row each, with the words that it is anchored to, coder and time.

The columns `one` and `other` hold the anchors of both sides as JSON: `[["article", 12, 19, "the words"], …]`; behind
the words a digest of their sentence may stand, and how far behind its start they begin.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import IO

import msgspec

from newsgraph.errors import NewsgraphError
from newsgraph.project.decision_checks import Fault, fault_of, in_utc
from newsgraph.resolve.decisions import SORTS, VERBS, Anchor, Decision
from newsgraph.sources.csv import allow_large_fields, layout_of
from newsgraph.sources.problems import OnProblem, Problem, warn

COLUMNS = ("verb", "sort", "label", "value", "coder", "time", "note", "one", "other", "other_sort")
_WORDS = ("label", "value", "coder", "note")
"""Columns of what people write."""
_FREE = ("label", "note")
"""Those of them that newsgraph does not go by."""
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


class _Anchor(msgspec.Struct, array_like=True):
    article: str
    start: int
    end: int
    text: str
    sentence: str = ""
    offset: int = 0


_anchors = msgspec.json.Decoder(list[_Anchor])


def write_table(decisions: Iterable[Decision], stream: IO[str]) -> None:
    """Write decisions as CSV."""
    rows = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    rows.writeheader()
    for decision in decisions:
        row = {name: _as_text(getattr(decision, name) or "") for name in COLUMNS if name not in ("one", "other")}
        rows.writerow(row | {side: _cell(getattr(decision, side)) for side in ("one", "other")})


def _cell(anchors: tuple[Anchor, ...]) -> str:
    given = [msgspec.structs.astuple(anchor)[: None if anchor.sentence else 4] for anchor in anchors]
    return msgspec.json.encode(given).decode() if anchors else ""


def _as_text(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula: an apostrophe before what would be one, as the page writes it."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _as_it_was(cell: str) -> str:
    """A cell as it was before that."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def read_table(data: bytes, where: str, on_problem: OnProblem = warn) -> Iterator[Decision]:
    """The decisions of a CSV table; `on_problem` is called with each row that says nothing that can be decided.

    Commas, semicolons or tabs may divide the columns, as spreadsheets write them.

    Raises:
        NewsgraphError: it is no such table.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NewsgraphError(f"{where}: is not text in UTF-8; save the table as CSV in UTF-8") from None
    allow_large_fields()
    delimiter, above = layout_of(text)
    lines = io.StringIO(text, newline="")
    for _ in range(above):
        lines.readline()
    rows = csv.DictReader(lines, delimiter=delimiter)
    try:
        rows.fieldnames = [name.strip().lower() for name in rows.fieldnames or ()]
        if missing := [name for name in ("verb", "sort", "one") if name not in rows.fieldnames]:
            raise NewsgraphError(f"{where}: has no column {missing[0]!r}; the columns are {', '.join(COLUMNS)}")
        for row in rows:
            found = _decision(row)
            fault = found if isinstance(found, Fault) else fault_of(found)
            if fault is not None:
                on_problem(Problem(f"{where}, line {rows.line_num + above}", fault.message, fault.remedy))
            elif isinstance(found, Decision):
                yield found
    except csv.Error as error:
        raise NewsgraphError(f"{where}: is no CSV table ({error}); save it as CSV") from None


def _decision(row: dict[str, str | None]) -> Decision | Fault:
    given = {name: row.get(name) or "" for name in COLUMNS}
    given = {name: _as_it_was(cell) if name in _WORDS else cell for name, cell in given.items()}
    given = {name: cell if name in _FREE else cell.strip() for name, cell in given.items()}
    verb = next((verb for verb in VERBS if verb == given["verb"]), None)
    sort = next((sort for sort in SORTS if sort == given["sort"]), None)
    other_sort = next((sort for sort in SORTS if sort == given["other_sort"]), None)
    if verb is None or sort is None or (other_sort is None and given["other_sort"]):
        name, known = ("verb", VERBS) if verb is None else ("sort" if sort is None else "other_sort", SORTS)
        return Fault(f"there is no {name} {given[name]!r}", f"use one of {', '.join(known)}")
    try:
        one, other = (_side(given[name]) for name in ("one", "other"))
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        return Fault(f"its anchors can't be read ({error})", "leave them as they were")
    return Decision(
        verb=verb, sort=sort, one=one, other=other, other_sort=other_sort, value=given["value"] or None,
        label=given["label"], coder=given["coder"], time=_time(given["time"]), note=given["note"],
    )


def not_among(found: Iterable[Decision], known: Iterable[Decision]) -> list[Decision]:
    """The decisions of a table that are none of those that are known: spreadsheets cut seconds, people mend notes.

    Nor is one of them another that stands above it.
    """
    times: dict[str, set[str]] = defaultdict(set)
    for decision in known:
        times[_identity(decision)].add(_time(decision.time))
    new = []
    for decision in found:
        there, time = times[_identity(decision)], _time(decision.time)
        if not there or not (time in there or any(map(_has_no_seconds, (time, *there)))):
            new.append(decision)
        there.add(time)
    return new


def _has_no_seconds(time: str) -> bool:
    return time[16:19] in ("", ":00")


def _identity(decision: Decision) -> str:
    """What a decision is whatever its note and label, made by one coder in one minute."""
    coder, minute = decision.coder.strip(), _time(decision.time)[:16]
    value = (decision.value or "").strip() or None
    return msgspec.structs.replace(decision, note="", label="", value=value, coder=coder, time=minute).id


def _time(cell: str) -> str:
    """A time as newsgraph writes it, in UTC, so that decisions have an order; as it is if it is none."""
    try:
        return in_utc(cell).isoformat(timespec="seconds")
    except (ValueError, OverflowError):
        return cell


def _side(cell: str) -> tuple[Anchor, ...]:
    return tuple(Anchor(*msgspec.structs.astuple(anchor)) for anchor in _anchors.decode(cell)) if cell else ()
