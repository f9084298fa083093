"""Reported clauses that the parser does not see: those that it hangs on a word between, or takes for a noun's."""

from __future__ import annotations

from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.cues import attribution_cues
from newsgraph.language.english.syntax.speech.finite_clauses import FINITE, SUBJECTS

_SETTINGS = frozenset("in on at during after before by from through via while when".split())
_ONLY_CLAUSES = frozenset("say think believe argue insist complain contend".split())
"""Verbs whose object is hardly ever a deed or a thing: of "said a move depended on it" the object is a clause."""


def subject_behind(parse: Parse, verb: int, clause: int, start: int) -> int:
    """Where a clause begins whose subject the parser gives to the word of saying: "said | the plan, if made, would"."""
    if parse.lemma[verb] not in _ONLY_CLAUSES or parse.tag[start] not in FINITE:
        return start
    if any(parse.dep[c] in SUBJECTS for c in parse.children[clause]):
        return start
    given = [c for c in parse.children[verb] if verb < c < start and parse.dep[c] in ("dobj", "ccomp", "xcomp")]
    things = [c for c in given if parse.pos[c] in ("NOUN", "PROPN") or parse.tag[parse.left[c]] == "VBG"]
    if not things or any(parse.dep[c] == "prep" for c in parse.children[verb] if verb < c < min(things)):
        return start
    return min(parse.left[c] for c in given)


def misattached_that(parse: Parse, verb: int) -> tuple[int, int] | None:
    """What stands behind "that", if only when, where or in what it was said stands between.

    "Said in a letter marking the day that …", "said in the plan, made available to us, that …".
    """
    first = _that_behind(parse, verb)
    if first is None:
        return None
    clause = parse.head[first]
    if clause <= first or parse.right[clause] >= parse.sent_end[verb]:
        return None
    return parse.trim(first, parse.right[clause] + 1)


def _that_behind(parse: Parse, verb: int) -> int | None:
    """The conjunction "that" behind a verb without an object, no other clause between."""
    if any(c > verb and parse.dep[c] in ("dobj", "ccomp", "xcomp", "acomp", "attr") for c in parse.children[verb]):
        return None
    cue = attribution_cues("verb").get(parse.lemma[verb])
    after = verb + 1
    if cue is None or cue.sort not in ("speech", "writing"):
        return None
    if after >= parse.size or not (parse.lower[after] in _SETTINGS or after in parse.times):
        return None
    for i in range(after, parse.sent_end[verb]):
        if parse.lower[i] == "that" and parse.tag[i] == "IN":
            held = attribution_cues("noun").get(parse.lemma[i - 1])  # "in the hope that ..."
            return i if parse.dep[i] == "mark" and (held is None or held.sort == "speech") else None
        tells = parse.tag[i][:1] == "V" and parse.lemma[i] in attribution_cues("verb")
        if tells or parse.tag[i] in FINITE or parse.lower[i] in (";", ":", '"', "“", "”") or parse.tag[i][:1] == "W":
            return None
    return None
