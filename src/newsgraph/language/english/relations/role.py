"""A role as it stands in the text: "the UN's former special envoy for Chad"."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsgraph.language.annotations import Mention
from newsgraph.language.english.relations.role_lexicon import role_words
from newsgraph.language.english.relations.ties import Ties

_JOINING = frozenset(["and", "&", ",", "of", "the"])


@dataclass(slots=True)
class Role:
    """A role in the text: tokens `start` to `end` without the body behind it, `noun` its main word."""

    noun: int
    name: str
    """Its entry in the lexicon."""
    kind: str
    plural: bool
    start: int
    end: int
    reach: int = 0
    """The end of what follows the noun: "ambassador to Chad"."""
    text: str = ""
    bodies: list[Mention] = field(default_factory=list)
    holders: list[Mention] = field(default_factory=list)
    former: bool = False
    acting: bool = False
    current: bool = False
    coming: bool = False
    """Whether it is one that somebody has not yet: "the next prime minister"."""
    not_first: bool = False
    indefinite: bool = False
    definite: bool = False
    owned: bool = False
    """Whether a possessive says whose role it is, named or not: "its leader"."""
    party: Mention | None = None
    """The party that an adjective before it tells: "Republican senator"."""
    compound: str = ""
    """The common noun right before it, as in "army chief"."""
    modifiers: list[str] = field(default_factory=list)
    """The other words before it that belong to it: "regional", "communications"."""


def is_portfolio(ties: Ties, mention: Mention, role: str = "") -> bool:
    """Whether a name is only what a minister or secretary is of: "Defense", "Foreign Affairs", "Senate Majority"."""
    if mention.entity.kind == "Party" and role not in ("minister", "secretary"):
        # "Labour leader", but "Labour Minister"
        return False
    words = ties.words.lower[mention.start : mention.end]
    return begin_of_portfolio(words) == 0 and not role_words("chamber").issuperset(words)


def begin_of_portfolio(words: list[str]) -> int:
    """Where the words of a portfolio begin, with the chamber before them: 1 in "Kenyan public health"."""
    at = len(words)
    while at and (words[at - 1] in role_words("portfolio") or words[at - 1] in _JOINING):
        at -= 1
    while at and at < len(words) and words[at - 1] in role_words("chamber"):
        at -= 1
    return at
