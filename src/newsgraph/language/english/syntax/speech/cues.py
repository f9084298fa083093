"""The cues of attribution, as the lexicon has them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.syntax.parse import Parse


@dataclass(frozen=True, slots=True)
class AttributionCue:
    """A word that attributes: its class and what its content may be."""

    sort: str
    takes: frozenset[str]


@cache
def attribution_cues(pos: str) -> dict[str, AttributionCue]:
    """The cues that are verbs, nouns or adjectives, by lemma."""
    return {
        row["lemma"]: AttributionCue(row["class"], frozenset(row["takes"].split()))
        for row in read_lexicon("attribution_cues")
        if row["pos"] == pos
    }


MISREAD = {
    "griped": "gripe", "griping": "gripe", "hated": "hate", "hating": "hate", "hoped": "hope", "hoping": "hope",
    "raged": "rage", "raging": "rage", "shamed": "shame", "shaming": "shame", "retweeted": "retweet",
    "retweeting": "retweet", "texted": "text", "texting": "text",
}  # fmt: skip
"""Verb forms whose dictionary form rules of spelling do not tell: "hoping" is of "hope", not of "hop"."""


def cue_lemma(parse: Parse, i: int) -> str:
    """The dictionary form of a verb, with its particle: "point out"."""
    lemma = MISREAD.get(parse.lower[i], parse.lemma[i])
    particle = parse.child(i, "prt")
    return lemma if particle is None else f"{lemma} {parse.lower[particle]}"


@dataclass(slots=True)
class Saying:
    """Something attributed: the head word of the source, the cue's tokens, and the content's characters."""

    source: int | None
    cue: tuple[int, int] | None
    content: tuple[int, int]
    sort: str = "speech"
    polarity: str | None = None
    """What the source does with it, where that is known already."""
    parts: list[tuple[int, int]] = field(default_factory=list)
    """The pieces of the content, where words of the paper stand between them."""
    whole: bool = False
    """Whether it is all that its cue says, though longer words hang on it."""
