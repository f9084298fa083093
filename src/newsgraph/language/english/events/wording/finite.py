"""Verbs as they stand in a sentence of their own: "insulting the king" is what somebody does who insults him."""

from __future__ import annotations

import re

_SPELLED_OUT = {
    "'ve": "have", "’ve": "have", "'ll": "will", "’ll": "will", "'re": "are", "’re": "are", "'d": "would",
    "’d": "would", "'m": "is", "’m": "is", "n't": "not", "n’t": "not", "ca": "can", "wo": "will", "sha": "shall",
}  # fmt: skip
_THIRD = {"am": "is", "have": "has", "do": "does"}
_PRESENT = {"be": ("is", "are"), "have": ("has", "have"), "do": ("does", "do"), "go": ("goes", "go")}
_HISSING = re.compile(r"(?:s|x|z|ch|sh|o)$")
_Y = re.compile(r"(?<=[^aeiou])y$")


def spelled_out(auxiliary: str, lemma: str, *, perfect: bool = False) -> str:
    """An auxiliary or a negation in full: "'s been" has been, "can't" can not; `perfect` before what was done."""
    small = auxiliary.lower()
    if small in ("'s", "’s"):
        return "has" if perfect or lemma == "have" else "is"
    if perfect and small in ("'d", "’d"):
        return "had"
    return _SPELLED_OUT.get(small, small)


def third_person(auxiliary: str) -> str:
    """An auxiliary of "I" as that of the one who says so."""
    return _THIRD.get(auxiliary, auxiliary)


def present(lemma: str, *, plural: bool) -> str:
    """A verb in the present tense, of one or of several."""
    if lemma in _PRESENT:
        return _PRESENT[lemma][plural]
    if plural:
        return lemma
    if _Y.search(lemma):
        return _Y.sub("ies", lemma)
    return f"{lemma}es" if _HISSING.search(lemma) else f"{lemma}s"


def lemma_of(gerund: str, lemma: str) -> str:
    """The lemma of a form in -ing: "waging" is no form of "wag", which would have two g."""
    lost = gerund == f"{lemma}ing" and _SHORT.fullmatch(lemma)
    return f"{lemma}e" if lost else lemma


_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""Verbs of one short syllable, whose last letter is doubled before -ing."""


def was(*, plural: bool) -> str:
    """What makes a participle a sentence: "36 people accused" were accused."""
    return "were" if plural else "was"
