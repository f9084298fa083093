"""Names by their form: a capitalised phrase around a word that says what it stands for.

"Green Party", "Ministry of Health", "Operation Desert Fox", "2008 presidential election", "Battle of the Bulge". The
words and what may follow them are in `lexicons/name_patterns.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from newsgraph.knowledge.entries import Entry
from newsgraph.language.lexicon_files import read_lexicon
from newsgraph.language.words import Words


class Candidate(NamedTuple):
    """A span that may be a name, with what is known of it."""

    start: int
    end: int
    kind: str | None
    source: str
    """model, pattern or known."""
    sector: str | None = None
    head: int = -1
    """The word that decided the kind."""
    entries: tuple[Entry, ...] = ()
    """What is known by this name, the likeliest first."""
    label: str = ""
    """The model's label of its first word."""


class Pattern(NamedTuple):
    """A word that says what a name stands for."""

    kind: str
    sector: str | None
    right: frozenset[str]
    needs: str


@cache
def patterns() -> dict[str, tuple[Pattern, ...]]:
    """The patterns by their word."""
    found: dict[str, list[Pattern]] = {}
    for row in read_lexicon("name_patterns"):
        right = frozenset(filter(None, row["right"].split("|")))
        found.setdefault(row["word"], []).append(Pattern(row["kind"], row["sector"] or None, right, row["needs"]))
    return {word: tuple(rows) for word, rows in found.items()}


_NOT_IN_NAMES = frozenset("DT IN PRP PRP$ WDT WP WP$ WRB MD TO EX UH RB RBR VBD VBZ VBP POS , . : '' `` -LRB- -RRB-".split())
_PLURAL_OWNERS = frozenset(
    "people peoples workers women men children farmers peasants teachers students soldiers veterans citizens writers "
    "king queen kings queens doctors nurses lawyers players artists mothers fathers consumers miners officers".split()
)
_AND_HEADS = frozenset("Party Agency Organization Document InternationalOrganization".split())
_PRODUCT = re.compile(r"[a-z]{1,2}[A-Z][A-Za-z]{1,}").fullmatch
"""Brands that begin small: "iPhone", "eMac"."""
_MEMBERS = frozenset("Democrats Liberals Socialists Greens Radicals Conservatives Republicans Nationalists".split())
_CLOSING = frozenset("Party Democrats Liberals Greens Republicans Socialists Conservatives Unionists".split())
_ROMAN = frozenset("I II III IV V VI VII VIII IX X One Two Three".split())
_ELECTIONS = frozenset(
    "election elections by-election by-elections byelection primary primaries referendum referendums caucus caucuses "
    "runoff plebiscite".split()
)
_ELECTION_WORDS = frozenset(
    "general presidential parliamentary legislative federal provincial regional local municipal mayoral gubernatorial "
    "congressional senatorial special midterm mid-term national state snap primary constituent assembly leadership "
    "by direct open council county city second first round people vice cantonal communal district independence".split()
)
_EVENT_NOUNS = frozenset(
    "war wars annexation occupation liberation partition attack attacks bombing bombings massacre shooting shootings siege hijacking crisis coup uprising riots "
    "unrest revolution rebellion earthquake tsunami flood floods famine genocide summit conference talks accord "
    "invasion offensive campaign conflict insurgency hurricane cyclone pandemic epidemic protests explosion "
    "explosions disaster eruption crash scandal affair putsch ceasefire".split()
)
_EVENT_WORDS = frozenset(
    "terror terrorist civil suicide chemical air missile rocket car bomb truck train school financial economic climate "
    "peace hostage refugee migrant military coup d'état gas nuclear drone border subway metro nightclub mosque church "
    "hotel airport nerve agent plane air".split()
)


def is_year(text: str) -> bool:
    """Whether a token is a year from 1500 to 2099."""
    return len(text) == 4 and text.isdigit() and "1500" <= text <= "2099"


def find_patterns(words: Words, named: Callable[[int], str]) -> list[Candidate]:
    """The names in a doc that show by their form what they are.

    Args:
        words: the words of the doc.
        named: the model's label of a token, or an empty string.
    """
    found: list[Candidate] = []
    table = patterns()
    text, lower = words.text, words.lower
    for i in range(words.size):
        rows = table.get(text[i]) if words.capital[i] else None
        if rows is not None:
            if i and words.capital[i - 1]:
                rows = table.get(f"{text[i - 1]} {text[i]}") or rows
            for row in rows:
                if (candidate := _around(words, i, row, named)) is not None:
                    found.append(candidate)
                    break
        elif _PRODUCT(text[i]) is not None:
            end = run_right(words, i + 1) if i + 1 < words.size and words.sentence[i + 1] == words.sentence[i] else i + 1
            if end < words.size and text[end].isdigit() and len(text[end]) < 3 and not words.capital[end - 1]:
                end += 1
            found.append(Candidate(i, end, "Other", "pattern", None, i))
        elif lower[i] in _ELECTIONS:
            if (candidate := _election(words, i)) is not None:
                found.append(candidate)
        elif (
            lower[i] in _EVENT_NOUNS
            and not words.capital[i]
            and (candidate := _named_event(words, i, named)) is not None
        ):
            found.append(candidate)
    return found


def _in_name(words: Words, i: int) -> bool:
    return words.capital[i] and words.tag[i] not in _NOT_IN_NAMES


def extend_left(words: Words, i: int, named: Callable[[int], str], over_and: bool) -> int:
    """The first token of the capitalised phrase that goes on to token `i`."""
    first = words.sentence[i]
    start = i
    while start > first:
        j = start - 1
        word = words.text[j]
        if _in_name(words, j):
            start = j
        elif word in "-–/" and j > first and words.joined(j) and words.joined(start) and _in_name(words, j - 1):
            start = j - 1
        elif word in ("&", "+") and j > first and _in_name(words, j - 1):
            start = j - 1
        elif words.tag[j] == "POS" and j > first and words.lower[j - 1] in _PLURAL_OWNERS and _in_name(words, j - 1):
            start = j - 1
        elif (
            over_and and word == "and" and j > first and _in_name(words, j - 1)
            and named(j) == named(start) and named(j - 1) not in ("PERSON", "GPE")
            and words.text[j - 1] not in patterns()
        ):  # fmt: skip
            start = j - 1
        else:
            break
    return start


def extend_right(words: Words, end: int, prepositions: frozenset[str], named: Callable[[int], str], over_and: bool, event: bool = False) -> int:
    """The end of the name that goes on after token `end` with "of Health", "for the Advancement of …"."""
    size = words.size
    limit = words.sentence
    while end < size - 1 and limit[end] == limit[end - 1]:
        word = words.lower[end]
        after = end
        if word in prepositions and not words.capital[end]:
            after = end + 1
            if after < size and words.lower[after] == "the":
                after += 1
        elif over_and and word in ("and", "&") and end > 0 and _coordinates(words, end, named):
            after = end + 1
        else:
            break
        stop = run_right(words, after)
        if stop == after or (event and any(row.kind == "Event" for row in patterns().get(words.text[stop - 1], ()))):
            break
        end = stop
    return end


def _coordinates(words: Words, i: int, named: Callable[[int], str]) -> bool:
    """Whether "and" at `i` joins two words inside one name: "Trade and Industry"."""
    if i + 1 >= words.size or not _in_name(words, i + 1):
        return False
    if words.text[i + 1] in patterns() and words.text[i + 1] not in _MEMBERS:
        return False
    if named(i + 1) in ("PERSON", "GPE") or named(i - 1) in ("PERSON", "GPE"):
        return bool(named(i)) and named(i) not in ("PERSON", "GPE")
    stop = run_right(words, i + 1)
    return not (stop > i + 2 and words.text[stop - 1] in patterns())


def run_right(words: Words, i: int) -> int:
    """The end of the run of capitalised words that begins at token `i`."""
    size = words.size
    first = words.sentence[i] if i < size else -1
    while i < size and words.sentence[i] == first:
        if _in_name(words, i):
            i += 1
        elif words.text[i] in "-–/" and i + 1 < size and words.joined(i) and words.joined(i + 1) and _in_name(words, i + 1):
            i += 2
        elif (
            words.tag[i] == "POS" and i + 1 < size and words.lower[i - 1] in _PLURAL_OWNERS and _in_name(words, i + 1)
        ):
            i += 2
        else:
            break
    return i


def _around(words: Words, i: int, row: Pattern, named: Callable[[int], str]) -> Candidate | None:
    over_and = row.kind in _AND_HEADS
    if "+" in row.right:
        end = run_right(words, i + 1) if i + 1 < words.size and words.sentence[i + 1] == words.sentence[i] else i + 1
        if end == i + 1 and "of" in row.right:
            end = extend_right(words, i + 1, row.right, named, False)
        return Candidate(i, end, row.kind, "pattern", row.sector, i) if end > i + 1 else None
    start = extend_left(words, i, named, over_and)
    end = run_right(words, i + 1) if i + 1 < words.size and words.sentence[i + 1] == words.sentence[i] else i + 1
    if row.kind == "Party" and words.text[i] in _CLOSING and words.text[end - 1] not in patterns():
        end = i + 1
    if row.kind == "Event" and i + 1 < words.size and words.text[i + 1] in _ROMAN:
        end = i + 2
    inner = end
    if row.right:
        end = extend_right(words, end, row.right, named, over_and, row.kind == "Event")
    if inner > i + 1 and words.text[inner - 1] in patterns():
        return None  # a later word decides: "Party Congress"
    if row.kind in ("Document", "Event"):
        end = _with_year(words, end)
        if row.kind == "Event" and start > words.sentence[start] and is_year(words.text[start - 1]):
            start -= 1
    if row.needs == "left" and start == i:
        return None
    if row.needs == "right" and end == i + 1:
        return None
    return Candidate(start, end, row.kind, "pattern", row.sector, i) if end - start > 1 else None


def _with_year(words: Words, end: int) -> int:
    if end < words.size and is_year(words.text[end]):
        return end + 1
    if end + 1 < words.size and words.lower[end] == "of" and is_year(words.text[end + 1]):
        return end + 2
    return end


_MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)


def _election(words: Words, i: int) -> Candidate | None:
    first = words.sentence[i]
    start = i
    year = proper = False
    while start > first:
        j = start - 1
        word = words.text[j]
        if is_year(word):
            year = True
            start = j
            if j > first and words.text[j - 1] in _MONTHS:
                start = j - 1
            break
        if _in_name(words, j) and word not in _MONTHS:
            proper = True
            start = j
        elif words.lower[j] in _ELECTION_WORDS or (word in "-–" and words.joined(j) and words.joined(start)):
            start = j
        elif word == "of" and j > first and words.text[j - 1] in ("House", "Chamber", "Council"):
            start = j - 1
        elif words.tag[j] == "POS" and j > first and is_year(words.text[j - 1]):
            start, year = j - 1, True
            break
        else:
            break
    end = i + 1
    if not year and proper and end + 1 < words.size and words.text[end] == "," and is_year(words.text[end + 1]):
        end, year = end + 2, True
    elif year and proper and end + 1 < words.size and words.lower[end] in ("in", "for") and _in_name(words, end + 1):
        stop = run_right(words, end + 1)
        if not is_year(words.text[end + 1]) and words.text[end + 1] not in _MONTHS:
            end = stop
    if not year and not (proper and words.capital[i]):
        return None
    if start == i - 1 and is_year(words.text[start]):
        return None
    if start == i and end == i + 1:
        return None
    return Candidate(start, end, "Event", "pattern", None, i)


def _named_event(words: Words, i: int, named: Callable[[int], str]) -> Candidate | None:
    """"2010 Haiti earthquake", "the Springfield terror attack", "the Soviet invasion of Poland", "38th G8 summit"."""
    first = words.sentence[i]
    j = i
    while j > first and words.lower[j - 1] in _EVENT_WORDS and not words.capital[j - 1]:
        j -= 1
    start = j
    while start > first:
        if _in_name(words, start - 1) and words.text[start - 1] not in _MONTHS:
            start -= 1
        elif words.text[start - 1] in "-–" and start - 1 > first and words.joined(start) and _in_name(words, start - 2):
            start -= 2
        else:
            break
    if start == j:
        return None
    before = words.lower[start - 1] if start > first else ""
    if words.lower[i] in _OF_PLACES and start == j - 1 and i + 2 < words.size and words.lower[i + 1] == "of":
        place = i + 2 + (words.lower[i + 2] == "the")
        end = run_right(words, place) if place < words.size else place
        return Candidate(start, end, "Event", "pattern", None, i) if end > place else None
    if start > first and is_year(words.text[start - 1]):
        return Candidate(start - 1, i + 1, "Event", "pattern", None, i)
    if words.lower[i] in ("summit", "conference") and (before == "annual" or _ORDINAL(before)):
        while start > first and (words.lower[start - 1] == "annual" or _ORDINAL(words.lower[start - 1])):
            start -= 1
        return Candidate(start, i + 1, "Event", "pattern", None, i)
    if words.lower[i] in _STRIKING and named(j - 1) in ("GPE", "LOC", "FAC") and words.tag[j - 1] in ("NNP", "NNPS") and (
        before == "the" or words.tag[start - 1] == "CD"
    ):
        return Candidate(start, i + 1, "Event", "pattern", None, i)
    return None


_ORDINAL = re.compile(
    r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)$"
).match
_OF_PLACES = frozenset("invasion occupation annexation liberation partition".split())
_STRIKING = frozenset(
    "attack attacks bombing bombings massacre shooting shootings siege hijacking earthquake tsunami crash summit "
    "conference accord talks coup explosion explosions disaster eruption scandal affair".split()
)
