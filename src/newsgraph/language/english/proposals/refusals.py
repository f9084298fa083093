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


def is_refused_plan(
    parse: Parse, draft: Draft, proposers: list[Mention], voice: Voice | None, quoted: bool
) -> bool:
    """Whether a plan is nobody's, anybody's, or one that a speaker only believes another to have."""
    if draft.act != "plan":
        return False
    if voice is None and quoted and _is_third(parse, draft):
        return True  # of one who is quoted without a name
    if draft.proposer is not None and _is_anybody(parse, draft.proposer):
        return True
    if voice is not None and _is_anothers_reason(parse, draft, proposers, voice):
        return True
    if _is_believed(parse, draft) or (voice is not None and _is_imputed(parse, draft, proposers, voice)):
        return True
    return not proposers and not draft.anaphoric


def is_empty(parse: Parse, draft: Draft, start: int, stop: int) -> bool:
    """Whether a content says nothing by itself."""
    if stop - start < 1 or _says_nothing(parse, start, stop) or _lacks_its_object(parse, draft, start, stop):
        return True
    if _points_elsewhere(parse, start, stop):
        return True
    only = stop - start == 1
    return only and (parse.pos[start] in ("PRON", "DET", "PUNCT") or parse.lemma[start] in ("do", "so", "be"))


def is_disowned(proposal: Proposal, notes: Annotations) -> bool:
    """Whether a proposal stands in what its source denies, doubts or asks: "I don't think that he should go"."""
    start, end = proposal.cue
    return any(
        said.polarity in ("denied", "doubted", "asked") and said.content[0] <= start and end <= said.content[1]
        for said in notes.attributions
    )


def _is_third(parse: Parse, draft: Draft) -> bool:
    """Whether somebody tells what "he" wants."""
    return draft.proposer is not None and parse.lower[draft.proposer] in _THIRD


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
    behind = "".join(parse.lower[start + 1 : start + 2])
    if parse.lemma[start] == "do" and behind in ("so", "it", "that", "this", "what"):
        return stop - start <= 3 or behind == "what"
    return all(parse.pos[k] in ("NUM", "SYM") for k in range(start, stop))


def _points_elsewhere(parse: Parse, start: int, stop: int) -> bool:
    """Whether a content is "the idea", "this plan": as good as a pronoun."""
    determined = parse.lower[start] in ("the", "this", "that", "such", "these")
    return stop - start == 2 and determined and parse.lemma[start + 1] in limit("pointer")


def _is_anybody(parse: Parse, i: int) -> bool:
    """Whether a noun means people as such: "the wish of people to be seen", "most people want to know"."""
    first = parse.left[i]
    before = first == i or (parse.lower[first] in _ANY and parse.head[first] == i)
    return parse.lemma[i] in limit("public") and before


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
        own = is_first(parse, draft.proposer) or (not third and any(m.entity is speaker for m in proposers))
        if not own and (third or any(m.kind == "Person" or m.form != "name" for m in proposers)):
            return True
    return voice.quoted and _is_somebody(proposers, voice)


def _is_anothers_reason(parse: Parse, draft: Draft, proposers: list[Mention], voice: Voice) -> bool:
    """Whether a speaker gives what another wants as the reason for something: "because they want to sell arms"."""
    reason = any(parse.dep[c] == "mark" and parse.lower[c] == "because" for c in parse.children[draft.anchor])
    own = draft.proposer is not None and is_first(parse, draft.proposer)
    speaker = None if voice.mention is None else voice.mention.entity
    return reason and not own and not any(m.entity is speaker for m in proposers)


def _is_believed(parse: Parse, draft: Draft) -> bool:
    """Whether a speaker thinks that another wants something: "we believe they want peace"."""
    believing = parse.head[draft.anchor]
    subject = parse.child(believing, "nsubj")
    own = subject is not None and is_first(parse, subject) and believing < draft.anchor
    return own and parse.dep[draft.anchor] == "ccomp" and _thinks(parse.lemma[believing])


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
