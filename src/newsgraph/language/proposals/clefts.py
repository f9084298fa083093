"""What is wanted, put into focus: "what we need to do is close the port", "all they ask for is a fair trial"."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations
from newsgraph.language.coreference.actors import is_actor
from newsgraph.language.proposals.asserted import hypothetical
from newsgraph.language.proposals.cues import Draft, limit
from newsgraph.language.proposals.spans import clause_end, end_of_content, has_to, negated, noun_content
from newsgraph.language.proposals.voices import Voice
from newsgraph.language.syntax.parse import Parse

_WANTING = {"want": "urge", "ask": "urge", "demand": "demand", "seek": "urge", "propose": "propose", "need": "urge"}
"""Words whose object is put into focus, with the act."""
_NECESSITY = frozenset("need have get must should ought".split())
_OPENING = frozenset(("what", "all", "thing"))
_FIRST = frozenset(("we", "i"))


def cleft_proposal(parse: Parse, notes: Annotations, be: int, voice: Voice | None) -> Draft | None:
    """The proposal of a speaker in "what X wants is Y" and "what X has to do is V", from the "is"."""
    if voice is None or parse.lemma[be] != "be" or parse.tag[be] not in ("VBZ", "VBP"):
        return None
    if negated(parse, be) or hypothetical(parse, be):
        return None
    wanting = _wanting(parse, be)
    if wanting is None:
        return None
    subject = parse.child(wanting, "nsubj")
    if subject is None or not is_actor(parse, notes, subject):
        return None
    start = min(parse.left[wanting], subject)
    done = _to_do(parse, wanting)
    if done:
        verb = next((c for c in parse.children[be] if c > be and parse.tag[c] == "VB"), None)
        if verb is None or parse.child(verb, "nsubj", "nsubjpass") is not None:
            return None
        first = verb + 1 if parse.tag[verb] == "TO" else min(k for k in (verb, *parse.children[verb]) if k > be)
        if parse.tag[first] == "TO":
            first += 1
        draft = Draft((wanting, wanting + 1), (first, clause_end(parse, verb, first)), "urge", wanting, clause=verb)
    else:
        noun = next((c for c in parse.children[be] if c > be and parse.dep[c] in ("attr", "nsubj")), None)
        act = _WANTING.get(parse.lemma[wanting])
        if act is None or noun is None or parse.pos[noun] != "NOUN" or is_actor(parse, notes, noun):
            return None
        if parse.lemma[wanting] == "need" and parse.lemma[noun] not in limit("measure"):
            return None
        (first, stop), _ = noun_content(parse, notes, noun)
        draft = Draft((wanting, wanting + 1), (first, end_of_content(parse, first, stop)), act, wanting)
    draft.start = start
    own = parse.lower[subject] in _FIRST or (not done and parse.lemma[wanting] != "need")
    if own:
        draft.proposer = subject
    elif done:
        draft.addressees = parse.members(subject)
    return draft


def _wanting(parse: Parse, be: int) -> int | None:
    """The verb of the clause that is the subject of "is" and begins with "what" or "all"."""
    for c in parse.children[be]:
        if c > be or (parse.lower[parse.left[c]] not in _OPENING and parse.lemma[c] not in _OPENING):
            continue
        if parse.dep[c] == "csubj":
            return c
        if parse.dep[c] == "nsubj" and parse.lemma[c] in _OPENING:
            return parse.child(c, "relcl")
    return None


def _to_do(parse: Parse, verb: int) -> bool:
    """Whether something is to be done: "has to do", "should do"."""
    if parse.lemma[verb] == "do":
        return any(parse.tag[c] == "MD" and parse.lower[c] in _NECESSITY for c in parse.children[verb])
    below = parse.child(verb, "xcomp", "ccomp")
    to_do = below is not None and parse.lemma[below] == "do" and has_to(parse, below)
    return to_do and parse.lemma[verb] in _NECESSITY
