"""Whether a decision says something that can be: a table that people have edited may hold anything."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import msgspec

from newsgraph.graph.corrections import KINDS
from newsgraph.resolve.decisions import Anchor, Decision

_AHEAD = timedelta(days=1)
"""By how much the clock of a colleague may be wrong."""


class Fault(NamedTuple):
    """What is wrong with a decision."""

    message: str
    remedy: str


def fault_of(decision: Decision) -> Fault | None:
    """What is wrong with a decision; None if nothing is."""
    return (
        _fault_of_types(decision) or _fault_of_sides(decision) or _fault_of_value(decision)
        or _fault_of_time(decision.time)
    )  # fmt: skip


def _fault_of_types(decision: object) -> Fault | None:
    """What would be kept and could not be read again: Python lets a field hold anything."""
    remedy = "make it with graph.to_merge, to_rename and their like, of texts"
    if not isinstance(decision, Decision):
        return Fault(f"is no decision, but of type {type(decision).__name__}", remedy)
    try:
        sides = {side: [_fields(anchor) for anchor in getattr(decision, side)] for side in ("one", "other")}
        msgspec.convert({**msgspec.structs.asdict(decision), **sides}, Decision)
        msgspec.json.encode(decision)
    except (TypeError, msgspec.ValidationError) as error:
        return Fault(f"can't be kept ({error})", remedy)
    except UnicodeEncodeError:
        return Fault("has characters that are no text", "write it in UTF-8")
    return None


def _fields(anchor: Anchor) -> dict[str, object]:
    return {name: getattr(anchor, name, None) for name in Anchor.__struct_fields__}


def _fault_of_sides(decision: Decision) -> Fault | None:
    pair = decision.verb in ("same", "different")
    if not decision.one or (pair and not decision.other):
        return Fault("says not what it is about", "fill in the columns one and other")
    if pair and (decision.sort == "statement" or decision.other_sort not in (None, decision.sort)):
        sorts = " and ".join(dict.fromkeys((decision.sort, decision.other_sort or decision.sort)))
        return Fault(f"two of the sort {sorts} are not joined or parted", "name two entities, events or proposals")
    wrong = next((anchor for anchor in (*decision.one, *decision.other) if not _may_be(anchor)), None)
    if wrong is not None:
        place = f"{wrong.start} to {wrong.end} of {wrong.article}"
        return Fault(f"no words stand at {place} ({wrong.text!r})", "leave the anchors as they were")
    return None


def _may_be(anchor: Anchor) -> bool:
    return 0 <= anchor.start < anchor.end and bool(anchor.text.strip())


def _fault_of_value(decision: Decision) -> Fault | None:
    if decision.verb in ("rename", "set") and not decision.value:
        return Fault("has no value", "say the new name or kind")
    if decision.verb in ("drop", "confirm") and decision.other and not decision.value:
        return Fault("has no value", "say the type of the tie, such as headOf")
    if decision.verb == "set" and decision.value not in (known := KINDS.get(decision.sort, ())):
        remedy = f"use one of {', '.join(known)}" if known else "leave the row out"
        return Fault(f"there is no kind {decision.value!r} of the sort {decision.sort}", remedy)
    return None


def _fault_of_time(time: str) -> Fault | None:
    if not time:
        return None
    try:
        when = in_utc(time)
    except (ValueError, OverflowError):
        return Fault(f"there is no time {time!r}", "write it as 2026-05-06T10:00:00+00:00, or leave it empty")
    if when > datetime.now(UTC) + _AHEAD:
        return Fault(f"its time {time!r} is still to come", "say when it was decided, or leave it empty")
    return None


def in_utc(time: str) -> datetime:
    """A time as ISO 8601 writes it; one without a zone is UTC.

    Raises:
        ValueError: it is none.
        OverflowError: in UTC it is not within the years of the calendar.
    """
    when = datetime.fromisoformat(time)
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
