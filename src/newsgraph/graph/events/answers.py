"""Which events answer which: an arrest a shooting, a release an arrest, a funeral a death.

The kinds are a table, `answers.csv`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from newsgraph.graph.evidence import Evidence


class Answer(NamedTuple):
    """A sort of event that answers a sort of deed."""

    deeds: frozenset[str]
    """Kinds, with a mode after a slash where it matters."""
    kind: str
    mode: str | None
    word: re.Pattern[str]
    """Of what tells it."""
    mourned: bool
    """Whether it is for those to whom the deed was done, not about those who did it."""

    def is_told_by(self, evidence: Iterable[Evidence]) -> bool:
        """Whether one of the words that tell an event is of this sort."""
        return not self.word.pattern or any(self.word.search(quoted.text) for quoted in evidence)


def answers(event: dict[str, Any], deed: dict[str, Any]) -> bool:
    """Whether one node is of a kind that answers another, both happened, and it not before."""
    return answer_of(event, deed) is not None


def answer_of(event: dict[str, Any], deed: dict[str, Any]) -> Answer | None:
    """As which sort of answer one node may answer another; None where it is none."""
    if event.get("factuality") != "actual" or deed.get("factuality") != "actual":
        return None
    if event.get("date") and deed.get("date") and str(event["date"])[:10] < str(deed["date"])[:10]:
        return None
    sorts = {deed["kind"], f"{deed['kind']}/{deed.get('mode')}"}
    sorts |= {f"{deed['kind']}/death"} if deed.get("killed") else set()
    return next(
        (
            row for row in _answers().get(event["kind"], ())
            if not sorts.isdisjoint(row.deeds) and row.mode in (None, event.get("mode"))
            and row.is_told_by(event["evidence"])
        ),
        None,
    )


@cache
def _answers() -> dict[str, list[Answer]]:
    text = files("newsgraph.graph.events").joinpath("answers.csv").read_text(encoding="utf-8")
    found: dict[str, list[Answer]] = {}
    for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#")):
        word = re.compile(rf"\b(?:{row['word']})\b" if row["word"] else "", re.IGNORECASE)
        answer = Answer(frozenset(row["deed"].split()), row["kind"], row["mode"] or None, word, row["mourned"] == "yes")
        found.setdefault(answer.kind, []).append(answer)
    return found
