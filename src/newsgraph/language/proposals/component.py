"""Proposals: what actors want done, with who proposes it, who is to do it, and who is for or against.

What counts, and where it begins and ends, is laid down in docs/proposals.md.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.language.annotations import Annotations, Mention, Proposal, annotations_of
from newsgraph.language.attributions.cues import attribution_cues
from newsgraph.language.attributions.quotations import Quotation, find_quotations
from newsgraph.language.confidence.proposals import set_proposal_confidence
from newsgraph.language.coreference.nominals import mentions_of
from newsgraph.language.layers import layer
from newsgraph.language.proposals.adjectives import adjective_proposal
from newsgraph.language.proposals.clefts import cleft_proposal
from newsgraph.language.proposals.conjuncts import with_conjuncts
from newsgraph.language.proposals.cues import Draft, limit, proposal_cues
from newsgraph.language.proposals.headline_proposals import headline_proposals
from newsgraph.language.proposals.imperatives import imperative
from newsgraph.language.proposals.modals import DUTIES, duty_proposal, measure_needed, modal_proposal, time_proposal
from newsgraph.language.proposals.nouns import (
    aim_proposal,
    backed_scheme,
    need_proposal,
    noun_proposal,
)
from newsgraph.language.proposals.own_will import will_proposal
from newsgraph.language.proposals.repeated_proposals import link_repeated
from newsgraph.language.proposals.spans import unquoted
from newsgraph.language.proposals.stance import find_stances
from newsgraph.language.proposals.verbs import verb_proposal
from newsgraph.language.proposals.voices import ACTORS, Voice, find_voices, stands_for, tokens_of
from newsgraph.language.syntax.parse import Parse, parse_of

_PLACE_PREPOSITIONS = frozenset("in at across around inside outside throughout within near into along".split())
_FIRST_PERSON = frozenset(("we", "i", "our", "my", "us", "me"))
_EMPTY = frozenset("it this that these those so them one to".split())
_WANTING = frozenset(("want", "wish", "desire", "seek"))
_THIRD = frozenset(("he", "she", "they"))
_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}$")
_NOMINAL = frozenset(("dobj", "pobj", "nsubj", "nsubjpass"))
_CLOSING = frozenset(",.;:!?—–")
_DEADLINE = frozenset(("by", "before", "within", "until", "till"))


@Language.component("newsgraph_proposals")
@layer("proposals", needs=("names", "coreference", "attributions", "events"))
def find_proposals(doc: Doc) -> Doc:
    """Fill `annotations_of(doc).proposals`."""
    notes = annotations_of(doc)
    parse = parse_of(doc)
    quotations = find_quotations(parse)
    voices = find_voices(parse, notes, quotations)
    drafts = _without_nested(_drafts(parse, notes, voices))
    proposals: list[Proposal] = []
    anaphoric: set[int] = set()
    definite: set[int] = set()
    answered: set[int] = set()
    for draft in drafts:
        _keep_inside(parse, quotations, draft)
        quoted = any(q.start < draft.anchor < q.stop for q in quotations)
        proposal = _proposal(parse, notes, voices, draft, quoted)
        if proposal is not None and not _is_disowned(proposal, notes):
            proposals.append(proposal)
            if draft.anaphoric:
                anaphoric.add(id(proposal))
            if draft.answered:
                answered.add(id(proposal))
            if draft.definite:
                definite.add(id(proposal))
    notes.proposals = link_repeated(parse, proposals, anaphoric, definite, answered)
    find_stances(parse, notes, voices, notes.proposals)
    set_proposal_confidence(parse, notes)
    return doc


def _is_disowned(proposal: Proposal, notes: Annotations) -> bool:
    """Whether a proposal stands in what its source denies, doubts or asks: "I don't think that he should go"."""
    start, end = proposal.cue
    return any(
        said.polarity in ("denied", "doubted", "asked") and said.content[0] <= start and end <= said.content[1]
        for said in notes.attributions
    )


def _drafts(parse: Parse, notes: Annotations, voices: list[Voice | None]) -> list[Draft]:
    verbs, nouns, adjectives = proposal_cues("verb"), proposal_cues("noun"), proposal_cues("adjective")
    found: list[Draft | None] = []
    for i in range(parse.size):
        tag, lemma = parse.tag[i], parse.lemma[i]
        first = tag[:1]
        if first == "V" and parse.dep[i] in _NOMINAL and lemma in nouns:
            first = "N"
        if lemma == "be":
            found.append(cleft_proposal(parse, notes, i, voices[i]))
        if first == "V":
            if (
                tag == "VBN"
                and parse.dep[i] in ("acomp", "oprd")
                and (cue := adjectives.get(parse.lower[i])) is not None
            ):
                found += adjective_proposal(parse, notes, i, cue)
            elif (cue := verbs.get(lemma)) is not None:
                found += with_conjuncts(parse, notes, verb_proposal(parse, notes, i, cue, voices[i]))
            elif lemma in ("need", "have", "get", "oblige"):
                draft = modal_proposal(parse, notes, i, voices[i])
                if draft is None and voices[i] is not None:
                    draft = measure_needed(parse, notes, i)
                found.append(draft)
            if tag == "VBN" and parse.dep[i] == "acl":
                found.append(backed_scheme(parse, notes, i))
            if lemma == "require" and tag == "VBN":
                draft = modal_proposal(parse, notes, i, voices[i])
                if draft is None and voices[i] is not None:
                    draft = measure_needed(parse, notes, i)
                found.append(draft)
            if lemma == "go" and tag == "VBG":
                found.append(will_proposal(parse, notes, i, voices[i]))
            if tag == "VB":
                found.append(imperative(parse, notes, i, voices[i]))
        elif first == "M":
            found.append(modal_proposal(parse, notes, i, voices[i]) or will_proposal(parse, notes, i, voices[i]))
        elif first == "N":
            if (cue := nouns.get(lemma)) is not None:
                draft = noun_proposal(parse, notes, i, cue) or aim_proposal(parse, notes, i, cue.act)
                found += with_conjuncts(parse, notes, draft)
            elif lemma == "need":
                found.append(need_proposal(parse, notes, i, voices[i]))
            elif lemma in DUTIES:
                found.append(duty_proposal(parse, notes, i, voices[i]))
            elif lemma == "time" and (voice := voices[i]) is not None:
                found.append(time_proposal(parse, notes, i, voice))
        elif (
            first == "J"
            and (cue := adjectives.get(lemma)) is not None
            and ("committed" in cue.takes or voices[i] is not None)
        ):
            found += adjective_proposal(parse, notes, i, cue)
    found += headline_proposals(parse, notes, {draft.anchor for draft in found if draft is not None})
    return [draft for draft in found if draft is not None and draft.content[1] > draft.content[0]]


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


def _keep_inside(parse: Parse, quotations: list[Quotation], draft: Draft) -> None:
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


def _is_third(parse: Parse, draft: Draft) -> bool:
    """Whether somebody tells what "he" wants."""
    return draft.proposer is not None and parse.lower[draft.proposer] in _THIRD


def _proposal(
    parse: Parse, notes: Annotations, voices: list[Voice | None], draft: Draft, quoted: bool
) -> Proposal | None:
    doc = parse.doc
    voice = voices[draft.anchor]
    if voice is None and quoted and draft.act == "plan" and _is_third(parse, draft):
        return None  # of one who is quoted without a name
    proposers: list[Mention] = []
    if draft.proposer is not None:
        for i in parse.conjuncts(draft.proposer):
            proposers += _who(parse, notes, i, voice)
    elif voice is not None and voice.mention is not None and not draft.anaphoric:
        proposers = [voice.mention]
    if not proposers and draft.proposer is not None and parse.pos[draft.proposer] != "PRON":
        return None
    if draft.proposer is not None and draft.act == "plan" and _is_anybody(parse, draft.proposer):
        return None
    if draft.act == "plan" and voice is not None and _is_imputed(parse, draft, proposers, voice):
        return None
    start, stop = unquoted(parse, *draft.content)
    if stop - start < 1 or (
        stop - start == 1 and (parse.pos[start] in ("PRON", "DET", "PUNCT") or parse.lemma[start] in ("do", "so", "be"))
    ):
        return None
    if _says_nothing(parse, start, stop) or _lacks_its_object(parse, draft, start, stop):
        return None
    if not proposers and draft.act == "plan" and not draft.anaphoric:
        return None
    addressees = [m for i in draft.addressees for m in mentions_of(notes, doc[i])]
    first = min(start, draft.start if draft.start is not None else start)
    if not draft.apart:
        first = min(first, draft.cue[0])
    if (
        not draft.apart
        and draft.proposer is None
        and voice is not None
        and not voice.quoted
        and voice.source is not None
    ):
        # "X said that Y must ...": who says it belongs to the clause where that is the proposer.
        reporter = tokens_of(parse, voice.source)[0]
        if parse.sent_start[draft.anchor] <= reporter < first:
            first = reporter
    span = parse.trim(first, stop if draft.apart else max(stop, draft.cue[1]))
    taken = {id(m.entity) for m in (*proposers, *addressees)}
    proposal = Proposal(
        span=parse.characters(*span), cue=parse.characters(*draft.cue), content=parse.characters(start, stop),
        act=draft.act, proposers=_distinct(proposers), addressees=_distinct(addressees),
        involves=_involved(parse, notes, start, stop, taken), negated=draft.negated,
        deadline=_deadline(parse, notes, start, stop), condition=_condition(parse, draft),
        time=_time(parse, notes, draft.anchor, (start, stop)),
    )  # fmt: skip
    if draft.anaphoric:
        proposal.proposers = []
    return proposal


def _lacks_its_object(parse: Parse, draft: Draft, start: int, stop: int) -> bool:
    """Whether its object stands before the cue or is only a pronoun: "what they seek to achieve", "drop it"."""
    words = [i for i in range(start, stop) if parse.pos[i] not in ("PUNCT", "SPACE")]
    if len(words) > 4:
        return False
    verb = next((i for i in words if parse.is_verb(i)), None)
    if verb is None:
        return False
    if any(c < draft.cue[0] and parse.dep[c] in ("dobj", "pobj", "attr") for c in parse.children[verb]):
        return True
    if len(words) == 1 and parse.tag[verb] == "VBG":
        return True  # "proposed dropping": what is dropped the parser has put elsewhere
    rest = [i for i in words if i != verb and parse.pos[i] != "ADP"]
    return bool(rest) and all(parse.lower[i] in _EMPTY and parse.tag[i] != "TO" for i in rest)


def _says_nothing(parse: Parse, start: int, stop: int) -> bool:
    """Whether a content only points elsewhere, or is a mere number: "do so anyway", "do what we have to do"."""
    if parse.lemma[start] == "do" and parse.lower[start + 1] in ("so", "it", "that", "this", "what"):
        return stop - start <= 3 or parse.lower[start + 1] == "what"
    return all(parse.pos[k] in ("NUM", "SYM") for k in range(start, stop))


def _who(parse: Parse, notes: Annotations, i: int, voice: Voice | None) -> list[Mention]:
    """The mentions of a proposer; "we" and "I" in somebody's speech are the speaker."""
    mentions = [stands_for(parse, notes, m) for m in mentions_of(notes, parse.doc[i])]
    if voice is None or voice.mention is None or not _is_first(parse, i):
        return mentions
    if any(m.entity is voice.mention.entity for m in mentions):
        return mentions
    return [voice.mention]


def _is_anybody(parse: Parse, i: int) -> bool:
    """Whether a bare noun means people as such: "the wish of people to be seen"."""
    return parse.lemma[i] in limit("public") and parse.left[i] == i


def _is_first(parse: Parse, i: int) -> bool:
    """Whether a word is a pronoun of the first person, and not the "US"."""
    return parse.lower[i] in _FIRST_PERSON and not (parse.lower[i] == "us" and parse.doc[i].is_upper)


def _is_imputed(parse: Parse, draft: Draft, proposers: list[Mention], voice: Voice) -> bool:
    """Whether a speaker tells what another wants: "he only wants to distract us"; a guess is no plan of the other's.

    A quoted speaker who tells of a person without a name ("the arsonist wants to lead the fire brigade") guesses, too.
    """
    wants = parse.lemma[draft.anchor] in _WANTING or _thinks(voice.cue)
    if voice.mention is None:
        return wants and voice.quoted and _is_third(parse, draft)
    speaker = voice.mention.entity
    if wants and draft.proposer is not None and not (parse.lower[draft.anchor] == "wanted" and not voice.quoted):
        third = voice.quoted and parse.lower[draft.proposer] in _THIRD
        own = _is_first(parse, draft.proposer) or (not third and any(m.entity is speaker for m in proposers))
        if not own and (third or any(m.kind == "Person" or m.form != "name" for m in proposers)):
            return True
    return voice.quoted and _is_somebody(proposers, voice)


def _thinks(cue: str) -> bool:
    """Whether a word only says what its source thinks: "suspects that they plan to stay"."""
    known = attribution_cues("verb").get(cue)
    return known is not None and known.sort == "thought"


def _is_somebody(proposers: list[Mention], voice: Voice) -> bool:
    """Whether the proposer is a person without a name who does not speak."""
    speaker = None if voice.mention is None else voice.mention.entity
    return any(
        m.kind == "Person" and m.form == "nominal" and not m.entity.named and m.entity is not speaker for m in proposers
    )


def _distinct(mentions: list[Mention]) -> list[Mention]:
    return list({id(m): m for m in mentions}.values())


def _involved(parse: Parse, notes: Annotations, start: int, stop: int, taken: set[int]) -> list[Mention]:
    found: dict[int, Mention] = {}
    for mention in notes.within(start, stop):
        if mention.kind not in ACTORS or id(mention.entity) in taken or mention.form == "pronoun":
            continue
        if mention.form == "nominal" and not mention.entity.named:
            continue
        if mention.kind == "Country":
            head = parse.head[mention.root]
            if parse.dep[mention.root] == "pobj" and parse.lower[head] in _PLACE_PREPOSITIONS:
                continue
            if (
                parse.dep[mention.root] in ("amod", "compound")
                and mention.form == "name"
                and parse.tag[mention.root] == "JJ"
            ):
                continue
        found.setdefault(id(mention.entity), mention)
    return list(found.values())


def _deadline(parse: Parse, notes: Annotations, start: int, stop: int) -> str | None:
    for time in notes.times:
        if start < time.start and time.end <= stop and time.value and parse.lower[time.start - 1] in _DEADLINE:
            return time.value
    return None


def _time(parse: Parse, notes: Annotations, anchor: int, content: tuple[int, int]) -> str | None:
    """When it was proposed: a date that hangs on the cue, else the day of the article."""
    start, stop = parse.sent_start[anchor], parse.sent_end[anchor]
    for time in notes.times:
        if not start <= time.start < stop or content[0] <= time.start < content[1] or not time.value:
            continue
        if parse.head[time.end - 1] in (anchor, *parse.children[anchor]) and _DAY.match(time.value):
            return time.value
    return notes.article.published[:10] if notes.article.published else None


def _condition(parse: Parse, draft: Draft) -> tuple[int, int] | None:
    for word in {draft.anchor, draft.clause if draft.clause is not None else draft.anchor}:
        for c in parse.children[word]:
            if parse.dep[c] in ("advcl", "prep", "ccomp"):
                first = parse.left[c]
                if parse.lower[first] in ("if", "unless", "provided", "providing"):
                    return parse.characters(*parse.trim(first, parse.right[c] + 1))
    return None
