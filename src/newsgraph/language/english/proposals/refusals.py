"""What is no proposal though its grammar reads like one: an empty content, a plan that somebody only imputes."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Mention, Proposal
from newsgraph.language.english.proposals.cues import Draft, limit
from newsgraph.language.english.proposals.voices import Voice
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.cues import attribution_cues

_FIRST_PERSON = frozenset(("we", "i", "our", "my", "us", "me"))
_EMPTY = frozenset("it this that these those so them one to".split())
_WANTING = frozenset(("want", "wish", "desire", "seek"))
_ANY = frozenset(("most", "many", "all", "every", "any", "some", "each"))
_THIRD = frozenset(("he", "she", "they"))


def is_first(parse: Parse, i: int) -> bool:
    """Whether a word is a pronoun of the first person, and not the "US"."""
    return parse.lower[i] in _FIRST_PERSON and not (parse.lower[i] == "us" and parse.doc[i].is_upper)


def is_refused_plan(parse: Parse, draft: Draft, proposers: list[Mention], voice: Voice | None) -> bool:
    """Whether a plan is nobody's, anybody's, or one that a speaker only believes another to have."""
    if draft.act != "plan":
        return False
    if draft.proposer is not None and _is_anybody(parse, draft.proposer):
        return True
    imputed = voice is not None and _is_imputed(parse, draft, proposers, voice)
    return imputed or not (proposers or draft.anaphoric)


def tells_of_another(parse: Parse, draft: Draft) -> bool:
    """Whether somebody tells what "he" plans."""
    return draft.act == "plan" and draft.proposer is not None and parse.lower[draft.proposer] in _THIRD


def is_empty(parse: Parse, start: int, stop: int) -> bool:
    """Whether a content says nothing by itself."""
    if stop - start < 1 or _lacks_its_object(parse, start, stop):
        return True
    if stop - start > 1:  # "do so", "do what we can"
        return parse.lemma[start] == "do" and parse.lower[start + 1] in ("so", "it", "that", "this", "what")
    alone = parse.pos[start] in ("PRON", "DET", "PUNCT") or parse.tag[start] == "VBG"
    return alone or parse.lemma[start] in ("do", "so", "be")


def is_disowned(proposal: Proposal, notes: Annotations) -> bool:
    """Whether a proposal stands in what its source denies, doubts or asks: "I don't think that he should go"."""
    start, end = proposal.cue
    return any(
        said.polarity in ("denied", "doubted", "asked") and said.content[0] <= start and end <= said.content[1]
        for said in notes.attributions
    )


def _lacks_its_object(parse: Parse, start: int, stop: int) -> bool:
    """Whether its object is only a pronoun, or all of it a number: "drop it", "5 million"."""
    words = [i for i in range(start, stop) if parse.pos[i] not in ("PUNCT", "SPACE")]
    if len(words) > 4:
        return False
    verb = next((i for i in words if parse.is_verb(i)), None)
    if verb is None:
        return all(parse.pos[i] in ("NUM", "SYM") for i in words)
    rest = [i for i in words if i != verb and parse.pos[i] != "ADP"]
    return bool(rest) and all(parse.lower[i] in _EMPTY and parse.tag[i] != "TO" for i in rest)


def _is_anybody(parse: Parse, i: int) -> bool:
    """Whether a noun means people as such: "the wish of people to be seen", "most people want to know"."""
    first = parse.left[i]
    before = first == i or (parse.lower[first] in _ANY and parse.head[first] == i)
    return parse.lemma[i] in limit("public") and before


def _is_imputed(parse: Parse, draft: Draft, proposers: list[Mention], voice: Voice) -> bool:
    """Whether a speaker tells what another wants: "he only wants to distract us"; a guess is no plan of the other's."""
    wants = parse.lemma[draft.anchor] in _WANTING or _thinks(voice.cue)
    if draft.proposer is None or not wants or is_first(parse, draft.proposer):
        return False
    if voice.quoted and tells_of_another(parse, draft):
        return True
    if voice.mention is None:
        return False
    own = any(m.entity is voice.mention.entity for m in proposers)
    return not own and any(m.kind == "Person" or m.form != "name" for m in proposers)


def _thinks(cue: str) -> bool:
    """Whether a word only says what its source thinks: "suspects that they plan to stay"."""
    known = attribution_cues("verb").get(cue)
    return known is not None and known.sort == "thought"
