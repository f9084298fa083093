"""Proposals: what actors want done, with who proposes it, who is to do it, and who is for or against.

What counts, and where it begins and ends, is laid down in docs/proposals.md.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.language.annotations import Proposal, annotations_of
from newsgraph.language.english.confidence.proposals import set_proposal_confidence
from newsgraph.language.english.proposals.drafting import find_drafts, keep_inside
from newsgraph.language.english.proposals.refusals import is_disowned
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
    proposals: list[Proposal] = []
    anaphoric: set[int] = set()
    definite: set[int] = set()
    answered: set[int] = set()
    for draft in find_drafts(parse, notes, voices):
        keep_inside(parse, quotations, draft)
        quoted = any(q.start < draft.anchor < q.stop for q in quotations)
        proposal = proposal_of(parse, notes, draft, voices[draft.anchor], quoted)
        if proposal is None or is_disowned(proposal, notes):
            continue
        proposals.append(proposal)
        for kind, holds in ((anaphoric, draft.anaphoric), (answered, draft.answered), (definite, draft.definite)):
            if holds:
                kind.add(id(proposal))
    notes.proposals = link_repeated(parse, proposals, anaphoric, definite, answered)
    find_stances(parse, notes, voices, notes.proposals)
    set_proposal_confidence(parse, notes)
    make_requests(parse, notes)
    return doc
