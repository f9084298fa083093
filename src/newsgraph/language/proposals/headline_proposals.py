"""Proposals in headlines whose capitals hide the verb from the tagger: "Council Urges Mayor To Resign"."""

from __future__ import annotations

from functools import cache

from newsgraph.language.annotations import Annotations
from newsgraph.language.coreference.actors import is_actor
from newsgraph.language.proposals.cues import Draft, ProposalCue, limit, proposal_cues
from newsgraph.language.syntax.parse import Parse

_PREPOSITIONS = {"for": "for", "on": "on", "against": "against"}


@cache
def _third_persons() -> dict[str, ProposalCue]:
    """Cues by their form after a singular subject: "urges", "presses", "petitions"."""
    forms: dict[str, ProposalCue] = {}
    for lemma, cue in proposal_cues("verb").items():
        if lemma.endswith(("s", "sh", "ch", "x")):
            forms[lemma + "es"] = cue
        elif lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
            forms[lemma[:-1] + "ies"] = cue
        else:
            forms[lemma + "s"] = cue
    return forms


def headline_proposals(parse: Parse, notes: Annotations, anchors: set[int]) -> list[Draft]:
    """What headings in capitals propose, read word by word; not what was found by grammar (`anchors`)."""
    found: list[Draft] = []
    forms = _third_persons()
    for first in sorted(notes.headings):
        if first >= parse.size:
            continue
        stop = parse.sent_end[first]
        for i in range(first + 1, stop - 1):
            cue = forms.get(parse.lower[i])
            if cue is not None and parse.doc[i].is_title and i not in anchors:
                draft = _read(parse, notes, first, i, stop, cue)
                if draft is not None:
                    found.append(draft)
                break
    return found


def _read(parse: Parse, notes: Annotations, first: int, i: int, stop: int, cue: ProposalCue) -> Draft | None:
    if parse.doc[i - 1].is_punct or not any(parse.doc[k].is_title for k in range(i + 1, stop)):
        return None
    proposer = _last_actor(parse, notes, first, i)
    if proposer is None:
        return None
    start, end = parse.trim(i + 1, stop)
    following = parse.lower[start]
    infinitive = next((k for k in range(start, end - 1) if parse.lower[k] == "to"), None)
    draft: Draft | None = None
    if following == "to" and "to" in cue.takes:
        draft = Draft((i, i + 1), (start + 1, end), cue.act, i)
    elif following in _PREPOSITIONS and following in cue.takes and end - start > 1:
        draft = Draft((i, start + 1), (start + 1, end), cue.act, i)
        if following == "on" and infinitive is not None:
            draft.content = (infinitive + 1, end)
            draft.addressees = _actors(parse, notes, start + 1, infinitive)
    elif infinitive is not None and "object-to" in cue.takes:
        addressees = _actors(parse, notes, start, infinitive)
        if addressees:
            draft = Draft((i, i + 1), (infinitive + 1, end), cue.act, i, addressees=addressees)
    elif (
        "np" in cue.takes
        and cue.act != "plan"
        and not all(parse.lower[k] in limit("civility") for k in range(start, end))
    ):
        draft = Draft((i, i + 1), (start, end), cue.act, i)
    if draft is not None:
        draft.proposer, draft.start = proposer, first
    return draft


def _actors(parse: Parse, notes: Annotations, start: int, stop: int) -> list[int]:
    named = list(dict.fromkeys(m.root for m in notes.within(start, stop)))
    found = [i for i in named if is_actor(parse, notes, i)]
    if not found and stop > start and is_actor(parse, notes, stop - 1):
        found = [stop - 1]
    return found


def _last_actor(parse: Parse, notes: Annotations, start: int, stop: int) -> int | None:
    found = _actors(parse, notes, start, stop)
    return found[-1] if found else None
