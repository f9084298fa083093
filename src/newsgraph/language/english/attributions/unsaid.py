"""Whether a word of saying only tells of saying: a purpose, a plan, a question that was put to somebody."""

from __future__ import annotations

from newsgraph.language.english.attributions.negation import is_negated, is_refused
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.cues import AttributionCue

_PLANNED = frozenset(
    "expect schedule plan intend want wish hope prepare aim due likely unlikely set poised tip slate anticipate".split()
)
"""What one is to say, or wants to, is not said."""
_QUESTIONS = frozenset("ask question press query quiz".split())


def is_unsaid(parse: Parse, verb: int, cue: AttributionCue) -> bool:
    """Whether a verb only tells of saying or showing: "efforts to establish what happened", "is due to say that"."""
    if is_put_to_somebody(parse, verb):
        return True
    if parse.lemma[verb] == "find" and parse.tag[verb] == "VBG" and parse.dep[verb] == "pcomp":
        return True  # "spent on finding such a vaccine"
    if parse.tag[verb] != "VB" or not parse.is_infinitive(verb):
        return False
    if is_refused(parse, verb):
        return False
    first = verb
    while parse.dep[first] == "conj" and parse.tag[parse.head[first]] == "VB":
        first = parse.head[first]
    verb, above = first, parse.head[first]
    if parse.dep[verb] == "xcomp" and parse.lemma[above] in _PLANNED:
        return cue.sort in ("speech", "writing") and not is_negated(parse, verb)
    if parse.dep[verb] == "xcomp" or cue.sort not in ("speech", "evidence", "perception"):
        return False
    return parse.dep[verb] in ("acl", "advcl", "relcl", "ccomp", "pcomp") and above != verb


def is_put_to_somebody(parse: Parse, verb: int) -> bool:
    """Whether a question was put to the subject: "Asked whether it was late, she said"."""
    if parse.lemma[verb] not in _QUESTIONS or parse.dep[verb] not in ("advcl", "acl"):
        return False
    if parse.tag[verb] not in ("VBN", "VBD"):
        return False
    return not any(parse.dep[c] in ("nsubj", "aux", "dobj", "agent") for c in parse.children[verb])
