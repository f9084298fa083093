"""Runs of capitalised words, and how far a name goes on to the left and to the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from newsgraph.knowledge.entries import Entry
from newsgraph.language.english.lexicon_files import read_lexicon, word_class
from newsgraph.language.english.names.capitals import common_words, is_common
from newsgraph.language.english.names.titles import given_names, offices
from newsgraph.language.known_names import country_of, demonym_country, known_names
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
    name: str = ""
    """The name that is meant, where it is not what is written: "Central" in "Central and South Asia"."""


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


_NOT_IN_NAMES = frozenset(
    "DT IN PRP PRP$ WDT WP WP$ WRB MD TO EX UH RB RBR VBD VBZ VBP POS , . : '' `` -LRB- -RRB-".split()
)
_PLURAL_OWNERS = word_class("owner in a name")
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon. Tue. Wed. Thu. Fri. Sat. Sun.".split())
_BODIES = frozenset(["Party", "InternationalOrganization", "ArmedGroup", "Organization"])
MONTHS = frozenset(
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec "
    "Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.".split()
)
MONTHS_ONLY = frozenset("January February July September October November December".split())
"""Months that nobody is called like."""
_MEMBERS = frozenset("Democrats Liberals Socialists Greens Radicals Conservatives Republicans Nationalists".split())


def is_year(text: str) -> bool:
    """Whether a token is a year from 1500 to 2099."""
    return len(text) == 4 and text.isdigit() and "1500" <= text <= "2099"


def in_name(words: Words, i: int) -> bool:
    """Whether a word is capitalised and of a sort that names are made of."""
    return words.capital[i] and words.tag[i] not in _NOT_IN_NAMES and words.text[i] not in _DAYS


def parts(words: Words, i: int) -> bool:
    """Whether a stroke stands between two names of three letters or more: "Lena Marsh/Harbour News"."""
    return words.text[i] == "/" and 0 < i < words.size - 1 and min(len(words.text[i - 1]), len(words.text[i + 1])) > 2


def closes(words: Words, i: int) -> bool:
    """Whether a letter at `i` ends the name of what it counts, whatever follows: "Group F. | Harbour City scored"."""
    letter = words.text[i].rstrip(".")
    return len(letter) == 1 and letter.isupper() and i > 0 and words.text[i - 1] in _LETTERED


_LETTERED = frozenset("Group Class Section Plan Type Block Terminal Pool Zone Category Grade Hepatitis Vitamin".split())


def calls_for(words: Words, i: int) -> bool:
    """Whether "the" at `i` stands inside a call that is a name, with "the" before it: "the Save the Harbour Fund"."""
    return (
        i - 2 >= words.sentence[i]
        and words.lower[i] == words.lower[i - 2] == "the"
        and i + 1 < words.size
        and words.capital[i + 1]
        and words.capital[i - 1]
        and words.lower[i - 1] in common_words()
    )


def extend_left(words: Words, i: int, named: Callable[[int], str], over_and: bool) -> int:
    """The first token of the capitalised phrase that goes on to token `i`."""
    first = words.sentence[i]
    start = i
    while start > first:
        j = start - 1
        word = words.text[j]
        if closes(words, j):
            break
        if in_name(words, j):
            start = j
        elif (
            (
                word in "-–/"
                and j > first
                and not parts(words, j)
                and words.joined(j)
                and words.joined(start)
                and in_name(words, j - 1)
            )
            or (word in ("&", "+") and j > first and in_name(words, j - 1))
            or (j > first and _is_owner(words, j))
            or calls_for(words, j)
        ):
            start = j - 1
        elif (
            over_and and word in ("and", "und") and j > first and in_name(words, j - 1) and not _ends_known(words, j)
            and (_joins_halves(words, j, i) or (
                named(j) == named(start) and named(j - 1) not in ("PERSON", "GPE")
                and words.text[j - 1] not in patterns()
            ))
        ):  # fmt: skip
            start = j - 1
        elif word == "," and over_and and _is_partner(words, j - 1, named) and _is_firm_list(words, start, i):
            start = j - 1  # "Marsh, | Hale and Co"
        else:
            break
    return start


def _is_firm_list(words: Words, start: int, last: int) -> bool:
    """Whether a name that goes on behind a comma ends in "and Co": so do those of firms with several partners."""
    inside = words.text[start : last + 1]
    return any(a in ("and", "&") and b in _AND_COMPANY for a, b in pairwise(inside))


def _is_partner(words: Words, i: int, named: Callable[[int], str]) -> bool:
    """Whether one who gave a firm its name may end at a token: no place, and no person in full."""
    person = words.text[i - 1] in given_names() and named(i) == "PERSON"
    return in_name(words, i) and not person and not _is_place(words, i)


def _is_owner(words: Words, mark: int) -> bool:
    """Whether a plural in a name owns what follows it: "the People's | Party", "the Sheriffs' | Association".

    A people, and a body of a name of its own, owns as all do: "the Danes' Parliament".
    """
    owner = words.lower[mark - 1]
    if words.tag[mark] != "POS" or not in_name(words, mark - 1):
        return False
    if owner in _PLURAL_OWNERS:
        return True
    text = words.text[mark - 1]
    rows = patterns().get(text, ())
    if not owner.endswith("s") or words.text[mark] not in ("'", "’") or not (rows or is_common(owner)):
        return False
    if _OWNED.isdisjoint(words.text[mark + 1 : mark + 4]) or not all(row.sector == "BUS" for row in rows):
        return False  # but "the Harbour Industries' Federation"
    known = (known_names().lookup(words.span(first, mark)) for first in (mark - 1, mark - 2))
    return demonym_country(text) is None and not any(known)


_OWNED = frozenset(
    "Association Federation Confederation Union Guild League Society Party Council Board Alliance Committee Network "
    "Fund Club Institute Commission Movement Front Foundation Organization Organisation Congress Coalition".split()
)


def _ends_known(words: Words, end: int) -> bool:
    """Whether a known body that is no firm ends at a token: "the Federal Reserve | and Commerce Department"."""
    known = (known_names().lookup(words.span(start, end))[:1] for start in range(max(end - 3, 0), end - 1))
    return any(entry.kind in _PUBLIC for entries in known for entry in entries)


_PUBLIC = frozenset(["Agency", "Party", "InternationalOrganization", "ArmedGroup"])


def _joins_halves(words: Words, conjunction: int, last: int) -> bool:
    """Whether "and" joins halves of a name: "Allen and | Co", "Oil and | Gas Corp", "Fire and | Rescue Service"."""
    before, after = conjunction - 1, conjunction + 1
    if words.text[after] in _AND_COMPANY:
        return True
    if after >= last or not (is_common(words.lower[before]) and is_common(words.lower[after])):
        return False
    if set(words.text[after + 1 : last + 1]) <= _AND_COMPANY | _CORPORATIONS:
        return True
    single = after + 1 == last and not (words.text[before] in patterns() or words.lower[before] in offices())
    return single and words.sentence[before] < before - 1


_AND_COMPANY = frozenset("Co Co. Company Cie Sons Bros".split())
_CORPORATIONS = frozenset("Corp Corp. Corporation Inc Inc. Ltd Ltd. Pty".split())


def extend_right(
    words: Words,
    end: int,
    prepositions: frozenset[str],
    named: Callable[[int], str],
    over_and: bool,
    event: bool = False,
    start: int | None = None,
) -> int:
    """The end of the name that goes on after token `end` with "of Health", "for the Advancement of …".

    Once a preposition has joined words to it, one "and" may join another: "Centers for Disease Control and Prevention".
    A body that is known by the words from `start` on ends there, unless "of" follows.
    """
    size = words.size
    limit = words.sentence
    ands = 0
    while end < size - 1 and limit[end] == limit[end - 1]:
        word = words.lower[end]
        if start is not None and word != "of" and _is_body(words, start, end):
            break
        if word in prepositions and not words.capital[end]:
            after = end + 1
            if words.lower[after] == "the":
                after += 1
            if word == "to" and "for" in prepositions and _is_place(words, after):
                break  # "the return of the Harbour Authority to Norland"; an embassy to it is another matter
            if word in ("in", "on") and words.text[after] in MONTHS:
                break  # "the Harbour Party in May"
            ands = 1 if over_and or (event and word == "on") else 0
        elif ands and word in ("and", "&") and _coordinates(words, end, named):
            after = end + 1
            ands -= 1
        elif ands and word == "," and (listed := _end_of_fields(words, end)):
            end, ands = listed, 0
            continue
        else:
            break
        stop = run_right(words, after) if after < size else after
        stop = _before_office(words, after, _after_country(words, after, stop))
        if stop == after or (event and _names_event(words, after, stop)):
            break
        end = stop
    return end


def _end_of_fields(words: Words, comma: int) -> int:
    """Where a list of fields ends in which a ministry's name goes on: "(Ministry of Trade), Industry and Energy".

    Fields are common words with a capital; 0 where it is no such list.
    """
    at = comma
    while at + 1 < words.size and words.sentence[at + 1] == words.sentence[comma]:
        last = words.lower[at] == "and"
        stop = at + 1
        while stop < words.size and in_name(words, stop) and words.lower[stop] in common_words():
            stop += 1
        if stop == at + 1 or stop == words.size:
            return 0
        if last:
            return stop
        at = stop + 1 if words.text[stop] == "," and words.lower[stop + 1 : stop + 2] == ["and"] else stop
        if words.lower[at] not in (",", "and"):
            return 0
    return 0


def _is_body(words: Words, start: int, end: int) -> bool:
    """Whether a party or an organisation is known by these words, two or more."""
    if end - start < 2:
        return False
    return any(e.kind in _BODIES and e.form == "name" for e in known_names().lookup(words.span(start, end)))


def _is_place(words: Words, i: int) -> bool:
    """Whether a known place or country begins at a token."""
    found = known_names().longest(words.text, i) if i < words.size else None
    return found is not None and found[1][0].kind in ("Country", "Place")


def _after_country(words: Words, start: int, stop: int) -> int:
    """The end of a run, or of the country that it begins with: "(Liberal Party of) Canada | Jane Doe"."""
    for end in (start + 2, start + 1):
        if end < stop and country_of(words.span(start, end)) and not any(t in patterns() for t in words.text[end:stop]):
            return end
    return stop


def _before_office(words: Words, start: int, stop: int) -> int:
    """The end of a run, or where an office and the name of who holds it begin: "(Bank of) Harmouth | President Doe"."""
    for i in range(start + 1, stop - 1):
        if words.lower[i] in offices() and words.lower[i + 1] not in offices():
            return i
    return stop


def _names_event(words: Words, start: int, stop: int) -> bool:
    return any(row.kind == "Event" for i in range(start, stop) for row in patterns().get(words.text[i], ()))


def _coordinates(words: Words, i: int, named: Callable[[int], str]) -> bool:
    """Whether "and" at `i` joins two words inside one name: "Trade and Industry"."""
    if i + 1 >= words.size or not in_name(words, i + 1):
        return False
    known = known_names().longest(words.text, i + 1)
    if known is not None and _is_body(words, i + 1, known[0]):
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
        if closes(words, i):
            return i + 1
        if in_name(words, i):
            i += 1
        elif (
            words.text[i] in "-–/"
            and i + 1 < size
            and not parts(words, i)
            and words.joined(i)
            and words.joined(i + 1)
            and in_name(words, i + 1)
        ) or (i + 1 < size and _is_owner(words, i) and in_name(words, i + 1)):
            i += 2
        else:
            break
    return i
