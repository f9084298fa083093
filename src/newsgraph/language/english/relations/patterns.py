"""The ways to say what ties two named things, as `relation_patterns.csv` has them: a way in each row."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsgraph.language.annotations import Mention
from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.relations.periods import Period
from newsgraph.language.english.relations.ties import BODIES, ORGANIZATIONS

STATES = frozenset({"Country", "Agency", "InternationalOrganization"})
_KINDS: dict[str, frozenset[str]] = {
    "person": frozenset({"Person"}),
    "org": ORGANIZATIONS,
    "country": frozenset({"Country"}),
    "place": frozenset({"Place"}),
    "party": frozenset({"Party"}),
    "igo": frozenset({"InternationalOrganization"}),
    "company": frozenset({"Organization"}),
    "agency": frozenset({"Agency"}),
    "armed": frozenset({"ArmedGroup"}),
    "alliance": frozenset({"InternationalOrganization", "Organization"}),
    "force": STATES | {"ArmedGroup"},
    "actor": ORGANIZATIONS | {"Country"},
    "other": frozenset({"Other"}),
    "anybody": BODIES | {"Person"},
}


class Pattern(NamedTuple):
    """One way to say a tie."""

    form: str
    word: str
    link: str
    predicate: str
    first: frozenset[str]
    second: frozenset[str]
    when: frozenset[str]

    @property
    def links(self) -> list[str]:
        """The prepositions before the second, where there may be several."""
        return self.link.split()


class Told(NamedTuple):
    """A tie that the words of an article tell in one of these ways."""

    pattern: Pattern
    first: Mention
    second: Mention
    former: bool = False
    period: Period = Period()
    reach: tuple[int, int] | None = None
    """Tokens that its span must cover beside the two names."""


@cache
def patterns(*forms: str) -> dict[str, tuple[Pattern, ...]]:
    """The patterns of some forms by their word: of a noun, by the last word of its singular and its plural."""
    table: dict[str, list[Pattern]] = {}
    for row in read_lexicon("relation_patterns"):
        if row["form"] not in forms:
            continue
        pattern = Pattern(
            row["form"], row["word"], row["link"], row["predicate"], _kinds(row["first"]), _kinds(row["second"]),
            frozenset(row["when"].split()),
        )  # fmt: skip
        words = [row["word"]] if row["form"] != "noun" else [row["word"], row["plural"]]
        for word in dict.fromkeys(word.split(" ")[-1] for word in words if word or not row["word"]):
            table.setdefault(word, []).append(pattern)
    return {word: tuple(found) for word, found in table.items()}


def _kinds(words: str) -> frozenset[str]:
    return frozenset[str]().union(*(_KINDS[word] for word in words.split()))
