"""Whether a content is cut off, so that a reader who sees it alone does not understand it."""

from __future__ import annotations

from bisect import bisect_left

from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.cues import Saying

_OPEN = frozenset(("DT", "CC", "TO", "PRP$", "IN", "WDT", "WRB"))
"""Tags of words that something has to follow."""
_ALWAYS_OPEN = frozenset(("CC", "TO", "WDT"))
_EMPTY = frozenset(("ADV", "PUNCT", "CCONJ", "SCONJ", "DET", "ADP"))
_ENDS = frozenset((".", ",", ";", ":", "?", "!"))
"""Behind these any word may end a clause: "a plan that was looked at", "more than that"."""
_SETTINGS = frozenset("way reason time moment day place point extent case".split())
"""Nouns to which a clause without a gap belongs: "the day he said he would leave"."""
_LEAD = frozenset(("which", "that", "who", "what", "whom", "where"))


def is_cut(parse: Parse, begin: int, end: int) -> bool:
    """Whether the characters of a content end in the middle of a word or a phrase: "to fully de", "a test of"."""
    first, stop = bisect_left(parse.end, begin + 1), bisect_left(parse.begin, end)
    if stop <= first:
        return True
    after = parse.text[end : end + 2]
    if after[:1] in ("-", "‑") and after[1:].isalnum():
        return True
    last = stop - 1
    closed = stop >= parse.size or parse.lower[stop] in _ENDS
    if parse.tag[last] in _ALWAYS_OPEN or parse.lower[last] in ("a", "an", "the"):
        return True
    if stop - first <= 3 and not any(parse.pos[i] not in _EMPTY for i in range(first, stop)):
        return True  # "locally, too"
    if (
        parse.lower[first] == "that"
        and parse.tag[first] == "IN"
        and not any(parse.is_verb(i) and parse.tag[i] != "VBG" for i in range(first, stop))
    ):
        return True  # "that 80 pct of the four mln bbl"
    return parse.tag[last] in _OPEN and not closed


def fills_gap(parse: Parse, saying: Saying) -> bool:
    """Whether the noun before a relative clause is part of what is said: "a target that he says he has met"."""
    if saying.cue is None or saying.source is None:
        return False
    cue = saying.cue[0]
    if parse.dep[cue] not in ("relcl", "pcomp", "csubj", "ccomp") or parse.lower[saying.source] in _LEAD:
        return False
    if parse.head[saying.source] != cue or saying.source > cue:
        return False
    first = bisect_left(parse.end, saying.content[0] + 1)
    before = parse.left[saying.source] - 1
    if first <= cue:
        return False
    if parse.dep[cue] == "relcl" and before == parse.head[cue] and before not in parse.times:
        return parse.lemma[before] not in _SETTINGS  # "a bridge the mayor says he built"
    lead = next((c for c in parse.children[before] if parse.tag[c] in ("WDT", "WP")), before)  # "what form he thought"
    return parse.lower[lead] in _LEAD and parse.tag[lead][:1] == "W" and parse.head[before] > cue
