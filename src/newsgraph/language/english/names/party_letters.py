"""The letters that stand for a lawmaker's party before his or her region: "(R-Wis.)", ", D-Calif.,"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.names.runs import Candidate
from newsgraph.language.known_names import known_names
from newsgraph.language.words import Words

_BEFORE = frozenset("(,")
_BEHIND = frozenset("),.;")
_HYPHENS = frozenset("-–")


class _Letter(NamedTuple):
    party: str
    country: str


@cache
def _letters() -> dict[str, _Letter]:
    return {row["letter"]: _Letter(row["party"], row["country"]) for row in read_lexicon("party_letters")}


def find_party_letters(words: Words) -> list[Candidate]:
    """The letters that stand for parties, each a name of its party."""
    found: list[Candidate] = []
    gazetteer = known_names()
    for i in words.at(*(letter.lower() for letter in _letters())):
        letter = _letters().get(words.text[i])
        if letter is None or not 0 < i < words.size - 3:
            continue
        if words.text[i - 1] not in _BEFORE or words.text[i + 1] not in _HYPHENS or not words.joined(i + 1):
            continue
        region = gazetteer.longest(words.text, i + 2)
        if region is None or words.text[min(region[0], words.size - 1)] not in _BEHIND:
            continue
        if any(entry.kind == "Place" and entry.country == letter.country for entry in region[1]):
            entries = tuple(e for e in gazetteer.lookup(letter.party) if e.kind == "Party")
            found.append(Candidate(i, i + 1, "Party", "known", entries=entries, name=letter.party))
    return found
