"""A draft made a proposal: who proposes it, who is to do it, who else it is about, by when, on what condition."""

from __future__ import annotations

import re

from newsgraph.language.annotations import Annotations, Mention, Proposal
from newsgraph.language.english.coreference.actors import ACTORS
from newsgraph.language.english.coreference.nominals import mentions_of
from newsgraph.language.english.proposals.cues import Draft
from newsgraph.language.english.proposals.refusals import is_empty, is_first, is_refused_plan
from newsgraph.language.english.proposals.table.spans import unquoted
from newsgraph.language.english.proposals.voices import Voice, stands_for, tokens_of
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.times.saying import time_of_saying

_PLACE_PREPOSITIONS = frozenset("in at across around inside outside throughout within near into along".split())
_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}$")
_BUT = frozenset(("VERB", "AUX", "ADP"))
_TOLD = frozenset((("relcl", "VBD"), ("acl", "VBD"), ("advcl", "VBD")))
_DEADLINE = frozenset(("by", "before", "within", "until", "till"))


def proposal_of(parse: Parse, notes: Annotations, draft: Draft, voice: Voice | None) -> Proposal | None:
    """The proposal that a draft is, with who proposes it and who is to do it; None where it is none."""
    proposers = _proposers(parse, notes, draft, voice)
    if not proposers and draft.proposer is not None and parse.pos[draft.proposer] != "PRON":
        return None
    start, stop = unquoted(parse, *draft.content)
    if draft.negated:  # "not to fire | but to talk": what is to be done is told behind it
        told = (i for i in range(start + 1, stop) if parse.lower[i] == "but" and parse.pos[parse.head[i]] in _BUT)
        stop = parse.trim(start, next(told, stop))[1]
    word = next((i for i in draft.negators[:1] if start <= i < stop), None)
    if is_refused_plan(parse, draft, proposers, voice) or is_empty(parse, start, stop):
        return None
    own = {id(m.entity) for m in proposers}  # who has to do it by its own words is asked by nobody
    addressees = [m for i in draft.addressees for m in mentions_of(notes, parse, i) if id(m.entity) not in own]
    taken = {id(m.entity) for m in (*proposers, *addressees)}
    return Proposal(
        span=_span(parse, draft, voice, start, stop), cue=parse.characters(*draft.cue),
        content=parse.characters(start, stop), act=draft.act,
        proposers=[] if draft.anaphoric else _distinct(proposers), addressees=_distinct(addressees),
        involves=_involved(parse, notes, start, stop, taken), negated=draft.negated,
        negation=None if word is None else parse.characters(word, word + 1),
        deadline=_deadline(parse, notes, start, stop), condition=_condition(parse, draft),
        time=_time(parse, notes, draft.anchor, (start, stop)),
    )  # fmt: skip


def _proposers(parse: Parse, notes: Annotations, draft: Draft, voice: Voice | None) -> list[Mention]:
    """Whom the draft names; else the speaker."""
    if draft.proposer is not None:
        return [m for i in parse.conjuncts(draft.proposer) for m in _who(parse, notes, i, voice)]
    return [voice.mention] if voice is not None and voice.mention is not None and not draft.anaphoric else []


def _span(parse: Parse, draft: Draft, voice: Voice | None, start: int, stop: int) -> tuple[int, int]:
    """The characters of the clause: from its subject or cue to the end of its content."""
    first = min(start, draft.start if draft.start is not None else start)
    first = min(first, draft.cue[0])
    if draft.proposer is None and voice is not None and not voice.quoted and voice.source is not None:
        # "X said that Y must ...": who says it belongs to the clause where that is the proposer.
        reporter = tokens_of(parse, voice.source)[0]
        if parse.sent_start[draft.anchor] <= reporter < first:
            first = reporter
    return parse.characters(*parse.trim(first, max(stop, draft.cue[1])))


def _who(parse: Parse, notes: Annotations, i: int, voice: Voice | None) -> list[Mention]:
    """The mentions of a proposer; "we" and "I" in somebody's speech are the speaker."""
    mentions = [stands_for(parse, notes, m) for m in mentions_of(notes, parse, i)]
    if voice is None or voice.mention is None or not is_first(parse, i):
        return mentions
    if any(m.entity is voice.mention.entity for m in mentions):
        return mentions
    return [voice.mention]


def _distinct(mentions: list[Mention]) -> list[Mention]:
    return list({id(m): m for m in mentions}.values())


def _involved(parse: Parse, notes: Annotations, start: int, stop: int, taken: set[int]) -> list[Mention]:
    found: dict[int, Mention] = {}
    for mention in notes.within(start, stop):
        if mention.kind not in ACTORS or id(mention.entity) in taken or mention.form == "pronoun":
            continue
        if mention.form == "nominal" and not mention.entity.named:
            continue
        place = parse.dep[mention.root] == "pobj" and parse.lower[parse.head[mention.root]] in _PLACE_PREPOSITIONS
        if (mention.kind == "Country" and place) or _tells_of_the_past(parse, mention.root, start, stop):
            continue
        found.setdefault(id(mention.entity), mention)
    return list(found.values())


def _tells_of_the_past(parse: Parse, i: int, start: int, stop: int) -> bool:
    """Whether a word stands where a content tells of what has been, or compares: "the fund that X set up", "like X"."""
    does = False
    while start <= parse.head[i] < stop and parse.head[i] != i:
        does |= parse.dep[i] == "agent"
        past = (parse.dep[i], parse.tag[i]) in _TOLD or (does and parse.dep[i] == "acl")
        if past or parse.lower[i] in ("like", "unlike", "than"):
            return True
        i = parse.head[i]
    return False


def _deadline(parse: Parse, notes: Annotations, start: int, stop: int) -> str | None:
    for time in notes.times:
        if start < time.start and time.end <= stop and time.value and parse.lower[time.start - 1] in _DEADLINE:
            return time.value
    return None


def _time(parse: Parse, notes: Annotations, anchor: int, content: tuple[int, int]) -> str | None:
    """When it was proposed."""
    start, stop = parse.sent_start[anchor], parse.sent_end[anchor]
    times = (time for time in notes.times if start <= time.start < stop)
    found = time_of_saying(parse, notes, anchor, parse.characters(*content), times)
    day = found.partition("T")[0] if found is not None else ""
    return day if _DAY.match(day) else None


def _condition(parse: Parse, draft: Draft) -> tuple[int, int] | None:
    for word in {draft.anchor, draft.clause if draft.clause is not None else draft.anchor}:
        for c in parse.children[word]:
            if parse.dep[c] in ("advcl", "prep", "ccomp"):
                first = parse.left[c]
                if parse.lower[first] in ("if", "unless", "provided", "providing") and first != c:
                    return parse.characters(*parse.trim(first, parse.right[c] + 1))
    return None
