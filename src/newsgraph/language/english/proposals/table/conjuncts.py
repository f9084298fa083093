"""Further complements of a cue, with doers of their own: "urged X to leave and Y to pay", "on X to ... and on Y"."""

from __future__ import annotations

from dataclasses import replace

from newsgraph.language.annotations import Annotations
from newsgraph.language.english.coreference.actors import is_actor
from newsgraph.language.english.proposals.cues import Draft
from newsgraph.language.english.proposals.table.spans import clause_parts, has_to, infinitive, negated, negators
from newsgraph.language.english.syntax.parse import Parse

_PREPOSITIONS = frozenset(("on", "upon", "for", "to"))
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_LONGEST_NAME = 8


def with_conjuncts(parse: Parse, notes: Annotations, draft: Draft | None) -> list[Draft]:
    """A draft and those for what is joined to its content and has a doer of its own."""
    if draft is None:
        return []
    if draft.clause is None:
        return [draft]
    split = _and_somebody_to(parse, notes, draft)
    return [draft, *(split or _and_that(parse, notes, draft))]


def _and_that(parse: Parse, notes: Annotations, draft: Draft) -> list[Draft]:
    """Demanded that X pay and that Y leave."""
    clause = draft.clause
    if clause is None or has_to(parse, clause) or parse.child(clause, *_SUBJECTS) is None:
        return []
    found: list[Draft] = []
    for c in parse.children[clause]:
        if c < clause or parse.dep[c] != "conj" or not parse.is_verb(c):
            continue
        subject = parse.child(c, *_SUBJECTS)
        if subject is None or subject > c or any(parse.tag[k] == "MD" for k in parse.children[c]):
            continue
        marked = any(parse.lower[k] == "that" and parse.dep[k] == "mark" for k in parse.children[c])
        if not marked and parse.tag[c] not in ("VB", "VBP"):
            continue
        content, addressees = clause_parts(parse, notes, c)
        if draft.act == "pledge":
            addressees = []
        found.append(
            replace(
                draft, content=content, addressees=addressees, clause=c, start=parse.left[c], apart=True,
                negated=negated(parse, c), negators=negators(parse, c),
            )
        )  # fmt: skip
    return found


def _and_somebody_to(parse: Parse, notes: Annotations, draft: Draft) -> list[Draft]:
    """Called on X to leave and on Y to pay; the content of the first ends before the second."""
    start, stop = draft.content
    preposition = parse.lower[draft.cue[1] - 1] if draft.cue[1] - draft.cue[0] > 1 else ""
    found: list[Draft] = []
    if not draft.addressees or not has_to(parse, draft.clause if draft.clause is not None else draft.anchor):
        return found
    ends = parse.sent_end[draft.anchor]
    i = start + 1
    while i < min(ends - 3, stop + 2):
        if parse.dep[i] == "cc" and parse.lower[i] in ("and", "but"):
            second = _somebody_to(parse, notes, i + 1, preposition, ends)
            if second is not None:
                who, to = second
                verb = parse.head[to]
                first, (_, stop) = found[-1] if found else draft, infinitive(parse, verb)
                before = i - 1 if parse.lower[i - 1] == "," else i
                first.content = (first.content[0], before)
                found.append(
                    replace(
                        draft, content=(to + 1, stop), addressees=parse.conjuncts(who), clause=verb, start=i + 1,
                        apart=True, negated=negated(parse, verb), negators=negators(parse, verb),
                    )
                )  # fmt: skip
                i = to
        i += 1
    return found


def _somebody_to(parse: Parse, notes: Annotations, i: int, preposition: str, ends: int) -> tuple[int, int] | None:
    """The doer and the "to" of "(on) Y to pay", from a token on."""
    marked = parse.lower[i] in _PREPOSITIONS and parse.lower[i] == preposition
    first = i + 1 if marked else i
    if parse.is_verb(first):
        return None
    for to in range(first + 1, min(first + _LONGEST_NAME, ends - 1)):
        if parse.tag[to] == "TO" and parse.dep[to] == "aux" and parse.tag[parse.head[to]] == "VB":
            who = to - 1
            while parse.dep[who] in ("case", "punct") or first <= parse.head[who] < who:
                who = parse.head[who]
            if not is_actor(parse, notes, who):
                return None
            # Without the preposition, "aid for farmers and fishers to rebuild" looks the same.
            above = parse.head[who]
            joined = parse.dep[who] == "nsubj" or (
                parse.dep[who] == "conj" and (parse.is_verb(above) or not _acts(parse, notes, above))
            )
            return (who, to) if marked or joined else None
        if parse.is_verb(to) or parse.lower[to] in (";", "."):
            return None
    return None


def _acts(parse: Parse, notes: Annotations, i: int) -> bool:
    mentions = notes.mentions_at(i)
    return is_actor(parse, notes, i) and not any(m.kind == "Place" for m in mentions)
