"""Names by their form: a capitalised phrase around a word that says what it stands for.

"Green Party", "Ministry of Health", "Operation Desert Fox", "2008 presidential election", "Battle of the Bulge". The
words and what may follow them are in `lexicons/name_patterns.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.english.names.event_name_patterns import ELECTIONS, EVENT_NOUNS, find_election, find_named_event
from newsgraph.language.english.names.person_names import PARTICLES
from newsgraph.language.english.names.runs import (
    MONTHS_ONLY,
    Candidate,
    Pattern,
    extend_left,
    extend_right,
    is_year,
    patterns,
    run_right,
)
from newsgraph.language.english.names.titles import given_names, offices
from newsgraph.language.known_names import known_names
from newsgraph.language.words import Words

_AND_HEADS = frozenset("Party Agency Organization Document InternationalOrganization".split())
_PRODUCT = re.compile(r"[a-z]{1,2}[A-Z][A-Za-z]{1,}").fullmatch
"""Brands that begin small: "iPhone", "eMac"."""
_NO_NAMES = word_class("capitals that name nothing")
_CHIEFS = frozenset("CEO CFO COO CTO".split())
_FORMS_OF_ADDRESS = frozenset("mr mr. mrs mrs. ms ms. dr dr.".split())
"""Behind these stands a surname: "Mr Law", "Mrs Bill"."""
_HELD = frozenset("occupied administered controlled held ruled annexed".split())
"""Who holds a place, as a part of its name: "Russian-occupied Crimea"."""
_TELLING = _HELD | ELECTIONS | EVENT_NOUNS
"""Words in small letters with or behind which a name may stand."""
_CLOSING = frozenset("Party Democrats Liberals Greens Republicans Socialists Conservatives Unionists".split())
_WORLDWIDE = frozenset("World Global International Worldwide".split())
"""What no party is that stands for election: "World Harbour Movement"."""
_ROMAN = frozenset("I II III IV V VI VII VIII IX X One Two Three".split())


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
        if text[i].islower() and lower[i] not in _TELLING:
            continue
        rows = table.get(text[i]) if words.capital[i] else None
        if words.capital[i] and i and words.capital[i - 1]:
            rows = table.get(f"{text[i - 1]} {text[i]}") or rows
        if rows is not None and f"{text[i]} {text[min(i + 1, words.size - 1)]}" not in table:
            if (text[i] in given_names() and _is_forename(words, i)) or (i and lower[i - 1] in _FORMS_OF_ADDRESS):
                continue
            for row in rows:
                if (candidate := _around(words, i, row, named)) is not None:
                    found.append(candidate)
                    break
        elif not words.capital[i] and _PRODUCT(text[i]) is not None and text[i] not in _NO_NAMES:
            end = (
                run_right(words, i + 1) if i + 1 < words.size and words.sentence[i + 1] == words.sentence[i] else i + 1
            )
            if end < words.size and text[end].isdigit() and len(text[end]) < 3 and not words.capital[end - 1]:
                end += 1
            found.append(Candidate(i, end, "Other", "pattern", None, i))
        elif is_year(text[i]) and (work := _listed_work(words, i)) is not None:
            found.append(work)
        elif lower[i] in ELECTIONS:
            if (candidate := find_election(words, i)) is not None:
                found.append(candidate)
        elif lower[i] in _HELD and _is_holder(words, i):
            found.append(Candidate(i - 2, run_right(words, i + 1), "Place", "pattern", None, i + 1))
        elif (
            lower[i] in EVENT_NOUNS
            and not words.capital[i]
            and (candidate := find_named_event(words, i, named)) is not None
        ):
            found.append(candidate)
    return found


def _is_holder(words: Words, i: int) -> bool:
    """Whether a name with a hyphen stands before who holds a place, and the place behind it."""
    capitals = 1 < i < words.size - 1 and words.capital[i - 2] and words.capital[i + 1]
    return capitals and words.text[i - 1] in "-–" and words.tag[i - 2] != "RB"


def _is_forename(words: Words, i: int) -> bool:
    """Whether a given name begins here: "Bill Marsh", "Mayor Bill de la Marsh", not "the Reform Bill"."""
    if words.tag[i] != "NNP" or (i and words.capital[i - 1] and words.lower[i - 1] not in offices()):
        return False
    after = i + 1
    while after < words.size and words.lower[after] in PARTICLES and words.text[after].islower():
        after += 1
    return after < words.size and words.tag[after] == "NNP" and words.capital[after]


def _listed_work(words: Words, year: int) -> Candidate | None:
    """The work that a line of a list names with its year: "Harbour at Night (1952)"."""
    text = words.text
    if text[year - 1 : year + 2] != ["(", str(text[year]), ")"]:
        return None
    if year + 2 < words.size and "\n" not in text[year + 2]:
        return None
    start = year - 1
    while start and "\n" not in text[start - 1]:
        start -= 1
    title = text[start : year - 1]
    named = all(word[0].isupper() or word in _SMALL or not word.isalpha() for word in title)
    if not named or not 0 < len(title) < 9 or not title[0][0].isupper():
        return None
    return Candidate(start, year - 1, "Other", "pattern", None, start)


_SMALL = frozenset("a an and at by for from in into of on or over the through to under with".split())


def _around(words: Words, i: int, row: Pattern, named: Callable[[int], str]) -> Candidate | None:
    if row.needs == "itself":
        start = i - 1 if i and f"{words.text[i - 1]} {words.text[i]}" in patterns() else i
        return Candidate(start, i + 1, row.kind, "pattern", row.sector, i)
    over_and = row.kind in _AND_HEADS
    if "+" in row.right:
        end = run_right(words, i + 1) if i + 1 < words.size and words.sentence[i + 1] == words.sentence[i] else i + 1
        if end == i + 1 and "of" in row.right:
            end = extend_right(words, i + 1, row.right, named, False)
        return Candidate(i, end, row.kind, "pattern", row.sector, i) if end > i + 1 else None
    start = extend_left(words, i, named, over_and)
    end = run_right(words, i + 1) if i + 1 < words.size and words.sentence[i + 1] == words.sentence[i] else i + 1
    end = _before_person(words, i + 1, end)
    if row.kind == "Party" and words.text[i] in _CLOSING and words.text[end - 1] not in patterns():
        end = i + 1
    if row.kind == "Event" and i + 1 < words.size and words.text[i + 1] in _ROMAN:
        end = i + 2
    inner = end
    if row.right:
        end = extend_right(words, end, row.right, named, over_and, row.kind == "Event", start)
    if inner > i + 1 and words.text[inner - 1] in patterns():
        return None  # a later word decides: "Party Congress"
    if row.kind in ("Document", "Event"):
        end = _with_year(words, end)
        if row.kind == "Document" and end == inner and end < words.size and words.text[end].isdigit():
            end += 1
        if row.kind == "Event" and start > words.sentence[start] and is_year(words.text[start - 1]):
            start -= not _is_war(words, start, end)
    start = _without_edges(words, start, i, row)
    bare = (row.needs == "left" and start == i) or (row.needs == "right" and end == i + 1)
    if bare or (row.kind == "Place" and (_is_surname(words, start, i) or _goes_on(words, i, inner))):
        return None
    if end - start == 1:
        alone = row.needs == "alone" and i > 0 and words.lower[i - 1] == "the" and words.sentence[i] < i - 1
        return Candidate(i, i + 1, row.kind, "pattern", row.sector, i) if alone else None
    if row.kind == "Party" and words.text[start] in _WORLDWIDE:
        return Candidate(start, end, "Organization", "pattern", "NGO", i)
    return Candidate(start, end, row.kind, "pattern", row.sector, i)


def _without_edges(words: Words, start: int, i: int, row: Pattern) -> int:
    """Where a name begins without the month before it, and a chamber without the party of who stands for it."""
    if row.kind != "Event" and start < i - 1 and words.text[start] in MONTHS_ONLY and words.text[start + 1].isalpha():
        return start + 1  # "the September | International Harbour Organization meeting"
    # "the Republican | Senate candidate"
    return start + (row.sector == "LEG" and start < i and words.text[start] in _PARTISAN)


_DIRECTIONS = frozenset("north south east west one two three".split())


def _is_surname(words: Words, start: int, i: int) -> bool:
    """Whether a word of places ends the name of who holds an office: "Majority Leader Ana Hall"."""
    return any(words.lower[j - 1] in offices() and words.text[j] in given_names() for j in range(start + 1, i))


def _goes_on(words: Words, i: int, end: int) -> bool:
    """Whether a name goes on behind a word that ends those of places: "Harbour Street Band", "Ann Street-Hale"."""
    return end > i + 1 and (words.text[i + 1] in "-–" or not set(words.lower[i + 1 : end]) <= _DIRECTIONS)


_PARTISAN = frozenset("Republican Republicans Democratic Democrat Democrats Tory Labour Conservative GOP".split())


def _before_person(words: Words, start: int, end: int) -> int:
    """The end of a run, or where a title or a given name begins in it: "Senate Leader Jane Doe"."""
    for i in range(start, end):
        if words.lower[i] in offices() or words.text[i] in _CHIEFS or words.text[i] in given_names():
            return i
    return end


def _is_war(words: Words, start: int, end: int) -> bool:
    """Whether a war is known by these words, to which a year is only added: "the 1991 | Gulf War"."""
    return words.text[end - 1] == "War" and any(e.kind == "Event" for e in known_names().lookup(words.span(start, end)))


def _with_year(words: Words, end: int) -> int:
    if end < words.size and is_year(words.text[end]):
        return end + 1
    if end + 1 < words.size and words.lower[end] == "of" and is_year(words.text[end + 1]):
        return end + 2
    return end
