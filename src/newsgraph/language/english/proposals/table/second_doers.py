"""Further doers behind the same preposition: "called on X to leave and on Y to pay"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newsgraph.language.annotations import Annotations
from newsgraph.language.english.coreference.actors import is_actor
from newsgraph.language.english.proposals.cues import Draft
from newsgraph.language.english.proposals.table.spans import has_to, infinitive, negated, negators
from newsgraph.language.english.syntax.parse import Parse

_LONGEST_NAME = 8


def with_second_doers(parse: Parse, notes: Annotations, draft: Draft) -> Iterator[Draft]:
    """A draft, whose content ends before a second doer, and what that one and those behind it are to do."""
    if len(draft.addressees) and draft.clause is not None and has_to(parse, draft.clause):
        preposition = next((parse.lower[parse.head[i]] for i in draft.addressees if parse.dep[i] == "pobj"), "")
        start, stop = draft.content
        for i in range(start + 1, min(stop, parse.size - 3) if preposition else 0):
            joined = parse.lower[i] in ("and", "but") and parse.lower[i + 1] == preposition
            second = _doer_and_to(parse, notes, i + 2) if joined else None
            if second is not None:
                who, to = second
                verb = parse.head[to]
                draft = replace(draft, content=(start, i - (parse.lower[i - 1] == ",")))
                rest = replace(
                    draft, content=(to + 1, max(infinitive(parse, verb)[1], to + 2)), addressees=parse.conjuncts(who),
                    clause=verb, start=i + 1, negated=negated(parse, verb), negators=negators(parse, verb),
                )  # fmt: skip
                yield draft
                yield from with_second_doers(parse, notes, rest)
                return
    yield draft


def _doer_and_to(parse: Parse, notes: Annotations, first: int) -> tuple[int, int] | None:
    """The doer and the "to" of "Y to pay", from a token on."""
    for to in range(first + 1, min(first + _LONGEST_NAME, parse.sent_end[first] - 1)):
        if parse.tag[to] == "TO" and parse.tag[parse.head[to]] == "VB":
            who = to - 1
            while first <= parse.head[who] < who:
                who = parse.head[who]
            return (who, to) if is_actor(parse, notes, who) else None
        if parse.is_verb(to) or parse.lower[to] in (";", "."):
            return None
    return None
