"""The drafts of an article, each within what it belongs to."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations
from newsgraph.language.english.proposals.cues import Draft
from newsgraph.language.english.proposals.table.interpreter import cue_places, drafts_at
from newsgraph.language.english.proposals.voices import Voice
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.quotations import Quotation

_CLOSING = frozenset(",.;:!?—–")


def find_drafts(parse: Parse, notes: Annotations, voices: list[Voice | None]) -> list[Draft]:
    """What the words of an article propose, as far as grammar tells."""
    found = [draft for i in cue_places(parse) for draft in drafts_at(parse, notes, i, voices[i])]
    return _without_nested([draft for draft in found if draft.content[1] > draft.content[0]])


def _without_nested(drafts: list[Draft]) -> list[Draft]:
    """A cue inside of the content of another belongs to that content."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.anchor, -d.content[1])):
        if any(k.content[0] <= draft.anchor < k.content[1] and k.anchor != draft.anchor for k in kept):
            continue
        if any(k.clause is not None and k.clause == draft.clause for k in kept):
            continue
        kept = [k for k in kept if not (draft.content[0] <= k.anchor < draft.content[1] and draft.clause != k.anchor)]
        kept.append(draft)
    return kept


def keep_inside(parse: Parse, quotations: list[Quotation], draft: Draft) -> None:
    """What is proposed within a quotation ends with it."""
    for quotation in quotations:
        if quotation.start <= draft.content[0] < quotation.stop and _ends_with(parse, quotation, draft):
            draft.content = (draft.content[0], min(draft.content[1], quotation.stop))
        if quotation.start <= draft.anchor < quotation.stop and draft.start is not None:
            draft.start = max(draft.start, quotation.start + 1)
        if quotation.start > draft.anchor:
            break


def _ends_with(parse: Parse, quotation: Quotation, draft: Draft) -> bool:
    """Whether a content ends with the quotation that it begins in: not 'told them to "stop" the raids'."""
    if quotation.start <= draft.anchor < quotation.stop or not quotation.closed:
        return True
    last, following = quotation.stop - 2, min(quotation.stop, parse.size - 1)
    return parse.lower[last] in _CLOSING or parse.lower[following] in _CLOSING
