"""Titles and roles: "foreign minister", "army chief", "spokesperson", and the kind of body one has them at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from newsgraph.knowledge.entries import is_abbreviation, key_words
from newsgraph.knowledge.tables import read_rows

_SILENT = frozenset(["-", "–", "'s", "’s"])
_IRREGULAR = {"man": "men", "woman": "women", "person": "people", "attorney": "attorneys"}


@dataclass(frozen=True, slots=True)
class Role:
    """A title or role."""

    name: str
    bodies: tuple[str, ...]
    """The kinds of body that one has it at, the likeliest first."""
    relation: str
    """`headOf`, `roleAt` or `memberOf`."""
    sector: str | None
    title: bool
    """Whether it stands before a name without a comma: "Foreign Minister Okello"."""
    plural: bool = False


class Roles(Mapping[str, Role]):
    """Roles by phrase, small letters (but `MP`, `CEO`), singular and plural."""

    def __init__(self, rows: Iterator[dict[str, str]]) -> None:
        self._roles: dict[str, Role] = {}
        self._first: dict[str, int] = {}
        for row in rows:
            phrase = row["role"]
            one = Role(
                phrase, tuple(row["body"].split("|")), row["relation"], row["sector"] or None, row["title"] == "yes"
            )
            many = Role(one.name, one.bodies, one.relation, one.sector, one.title, plural=True)
            for words, role in ((_words(phrase), one), (_words(_plural(phrase)), many)):
                self._roles.setdefault(" ".join(words), role)
                self._first[words[0]] = max(self._first.get(words[0], 0), len(words))

    def __getitem__(self, phrase: str) -> Role:
        return self._roles[" ".join(_words(phrase))]

    def __iter__(self) -> Iterator[str]:
        return iter(self._roles)

    def __len__(self) -> int:
        return len(self._roles)

    def longest(self, words: Sequence[str], start: int) -> tuple[int, Role] | None:
        """The longest role that begins at a token, as (index after its last token, role)."""
        word = words[start]
        most = self._first.get(word) or self._first.get(word.lower())
        if not most:
            return None
        gathered, best, at = "", None, start
        for count in range(most):
            while count and at < len(words) and words[at] in _SILENT:
                at += 1
            if at == len(words):
                break
            token = words[at]
            gathered = f"{gathered} {token}" if gathered else token
            at += 1
            role = self._roles.get(gathered.lower()) or self._roles.get(gathered)
            if role is not None:
                best = at, role
        return best


@cache
def roles() -> Roles:
    """The roles of the table."""
    return Roles(read_rows("roles.csv"))


def role(*words: str) -> Role | None:
    """The role that is called so, as one phrase or word by word, in singular or plural."""
    return roles().get(" ".join(words))


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(w if is_abbreviation(w.rstrip("s")) else w.lower() for w in key_words(phrase))


def _plural(phrase: str) -> str:
    words = phrase.split(" ")
    at = words.index("of") - 1 if "of" in words[1:] else len(words) - 1
    if words[-1] == "general" and len(words) == 2 and words[0] in ("attorney", "solicitor", "secretary", "director"):
        at = 0
    if words[-1] == "elect" or phrase.endswith("-elect"):
        return phrase.replace("-elect", "s-elect")
    word = words[at]
    for one, many in _IRREGULAR.items():
        if word.endswith(one):
            words[at] = word[: -len(one)] + many
            return " ".join(words)
    if word.endswith("y") and word[-2] not in "aeou":
        words[at] = word[:-1] + "ies"
    elif word.endswith(("s", "x", "sh", "ch")):
        words[at] = word + "es"
    else:
        words[at] = word + "s"
    return " ".join(words)
