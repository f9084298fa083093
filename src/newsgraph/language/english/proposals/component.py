"""Proposals: what actors want done, with who proposes it, who is to do it, and who is for or against.

What counts, and where it begins and ends, is laid down in docs/proposals.md.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.language.annotations import Proposal, annotations_of
from newsgraph.language.english.confidence.proposals import set_proposal_confidence
from newsgraph.language.english.proposals.cues import Draft
from newsgraph.language.english.proposals.drafting import find_drafts, keep_inside
from newsgraph.language.english.proposals.refusals import is_disowned, tells_of_another
from newsgraph.language.english.proposals.repeated import link_repeated
from newsgraph.language.english.proposals.requests import make_requests
from newsgraph.language.english.proposals.slots import proposal_of
from newsgraph.language.english.proposals.stances.find import find_stances
from newsgraph.language.english.proposals.voices import find_voices
from newsgraph.language.english.syntax.parse import parse_of
from newsgraph.language.english.syntax.speech.quotations import find_quotations
from newsgraph.language.layers import SYNTAX, assigned, layer, required

_NEEDS = (*SYNTAX, "names", "coreference", "times", "attributions", "events")


@Language.component("newsgraph_proposals", requires=required(_NEEDS), assigns=assigned("proposals"))
@layer("proposals", needs=_NEEDS)
def find_proposals(doc: Doc) -> Doc:
    """Fill `annotations_of(doc).proposals`."""
    notes = annotations_of(doc)
    parse = parse_of(doc)
    quotations = find_quotations(parse)
    voices = find_voices(parse, notes, quotations)
    found: list[tuple[Draft, Proposal]] = []
    for draft in find_drafts(parse, notes, voices):
        keep_inside(parse, quotations, draft)
        voice = voices[draft.anchor]
        unknown = voice is None and any(q.start < draft.anchor < q.stop for q in quotations)
        proposal = None if unknown and tells_of_another(parse, draft) else proposal_of(parse, notes, draft, voice)
        if proposal is not None and not is_disowned(proposal, notes):
            found.append((draft, proposal))
    notes.proposals = link_repeated(parse, found)
    find_stances(parse, notes, voices, notes.proposals)
    set_proposal_confidence(parse, notes)
    make_requests(parse, notes)
    return doc
