"""Short names that only the text around them explains: the letters of a body, the halves of a divided country."""

from __future__ import annotations

from itertools import pairwise

from newsgraph.language.english.names.clusters import Cluster, merge
from newsgraph.language.english.names.runs import Candidate
from newsgraph.language.words import Words

_BODIES = frozenset("Organization Agency Party ArmedGroup InternationalOrganization".split())
_HALVES = frozenset(("north", "south"))
_DIVIDED = frozenset(("korea", "vietnam", "yemen"))


def join_letters(words: Words, order: list[tuple[Candidate, Cluster]]) -> None:
    """Join the letters of a body in apposition to its name, also in another tongue: "the Labour Centre, COB, said"."""
    for (one, a), (two, b) in pairwise(order):
        if words.lower[one.end : two.start] not in ([","], [",", "the"]) or a.top().kind not in _BODIES:
            continue
        text, end = words.span(two.start, two.end), two.end
        letters = text.isalpha() and text.isupper() and 2 < len(text) < 8 and end - two.start == 1
        if not letters or b.entries or len(a.key) < 2 or a.spans[0].entries or end + 1 >= words.size:
            continue
        apposed = words.dep[two.start] == "appos" and one.start <= words.head[two.start] < one.end
        goes_on = words.lower[end + 1] in ("and", "or", "&") or words.tag[end + 1] in ("NNP", "NNPS")
        if apposed and words.text[end] == "," and not goes_on:
            merge(b, a, "apposition")


def join_halves(words: Words, order: list[tuple[Candidate, Cluster]]) -> None:
    """Join "the North" and "the South" to the half of a divided country that the article names."""
    halves = {c.key[0]: c for _, c in order if len(c.key) == 2 and c.key[1] in _DIVIDED and c.key[0] in _HALVES}
    for _, cluster in order if halves else ():
        half = halves.get(cluster.key[0]) if len(cluster.key) == 1 else None
        if half is not None and all(_is_half(words, span) for span in cluster.spans):
            cluster.entry = None
            merge(cluster, half, "half of a country")


def _is_half(words: Words, span: Candidate) -> bool:
    """Whether "North" stands behind "the" and by itself: not "the North of England", "the North Sea"."""
    after = words.lower[span.end : span.end + 2]
    joined = after[:1] == ["and"] and after[1:] != ["the"]
    return span.start > 0 and words.lower[span.start - 1] == "the" and after[:1] != ["of"] and not joined
