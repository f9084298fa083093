"""A proposal and the speech that makes it are one thing: "said that the port must open" requests it.

The event of the speech is then a REQUEST by the proposer to the addressee, as it would be with "urged" or "demanded".
"""

from __future__ import annotations

from bisect import bisect_left

from newsgraph.language.annotations import Annotations, Attribution, Event, Proposal
from newsgraph.language.english.events.wording.quotes import quoted
from newsgraph.language.english.syntax.parse import Parse

_SPEECH = frozenset(("SAY", "REQUEST"))
_HOLDS = 0.8
"""The share of requests told so that are right: 21 of 25 in the annotated articles, rounded down."""
_SURE = 0.7
"""The confidence that the proposal has at least."""


def make_requests(parse: Parse, notes: Annotations) -> None:
    """Make requests of the bare speeches that tell what should or must be done."""
    first_words = {parse.begin[event.root]: event for event in notes.events}
    cues = [attribution for attribution in notes.attributions if attribution.cue is not None]
    for proposal in notes.proposals:
        if proposal.act != "urge" or proposal.negated or proposal.same_as is not None or not proposal.proposers:
            continue
        if (proposal.confidence or 0.0) < _SURE or _is_told_itself(parse, notes, proposal):
            continue
        speech = _speech(cues, proposal)
        event = None if speech is None else _event(first_words, speech)
        if speech is None or event is None or event.kind not in _SPEECH or _is_claimed(event):
            continue
        if _is_main_point(parse, event.root, proposal):
            _make(notes, event, proposal, speech)


def _is_told_itself(parse: Parse, notes: Annotations, proposal: Proposal) -> bool:
    """Whether an event tells the request already: "urged"; the deed that a speaker wants done."""
    begin, end = proposal.cue
    if any(e.kind != "OTHER" and begin <= parse.begin[e.root] < end for e in notes.events):
        return True
    asked = (e for e in notes.events if e.kind == "REQUEST" and _is_claimed(e))
    return any(proposal.span[0] <= parse.begin[e.root] < proposal.span[1] for e in asked)


def _speech(cues: list[Attribution], proposal: Proposal) -> Attribution | None:
    """The innermost attribution in whose content a proposal is put forward."""
    around = [a for a in cues if a.content[0] <= proposal.cue[0] < a.content[1]]
    return min(around, key=lambda a: a.content[1] - a.content[0], default=None)


def _event(first_words: dict[int, Event], speech: Attribution) -> Event | None:
    """The event of a cue."""
    assert speech.cue is not None
    return next((first_words[at] for at in range(*speech.cue) if at in first_words), None)


def _is_main_point(parse: Parse, cue: int, proposal: Proposal) -> bool:
    """Whether the speech puts it forward itself, in its own sentence or beside it: not "we told them it should go"."""
    word = bisect_left(parse.begin, proposal.cue[0])
    first, last = sorted((cue, word))
    between = [i for i in range(first + 1, last + 1) if parse.sent_start[i] == i]
    if len(between) > 1:
        return False
    while parse.dep[word] not in ("ROOT", "ccomp", "advcl", "parataxis") and parse.head[word] != word:
        word = parse.head[word]
    return parse.dep[word] != "ccomp" or parse.head[word] == cue or parse.head[word] > word


def _is_claimed(event: Event) -> bool:
    """Whether an event is more than bare speech already."""
    return event.kind != "SAY" and (event.confidence or 0.0) >= 0.5


def _make(notes: Annotations, event: Event, proposal: Proposal, speech: Attribution) -> None:
    begin, end = proposal.content
    if proposal.cue[1] <= begin:  # "the ministry has to | reopen the port"
        begin = max(proposal.span[0], speech.content[0])
    event.taken = quoted(notes.article.text[begin:end])
    event.reason = f"proposes: REQUEST (what: {event.reason})"
    event.kind, event.mode = "REQUEST", None
    event.agents, event.targets = list(proposal.proposers), list(proposal.addressees)
    event.places, event.place_reason = [], None
    event.confidence = round((proposal.confidence or 0.0) * _HOLDS, 2)
