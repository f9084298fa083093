"""What stands at the edges of a name and is no part of it.

A nationality before a name that is known without it ("the Danish Harbour Party" where the party is known as Harbour
Party), a word of description that begins the sentence ("Former Acme boss"), a common noun behind ("Harbour party",
"the Wire news agency"), and what a hyphen joins to a name ("ex-Acme", "the Marsh-Hale meeting").
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from newsgraph.knowledge.entries import Entry
from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.english.names.capitals import common_words, is_common
from newsgraph.language.english.names.runs import Candidate, patterns
from newsgraph.language.english.names.titles import given_names, occupations, offices
from newsgraph.language.known_names import demonym_country, known_names
from newsgraph.language.words import Words

_BODIES = frozenset("Organization Party ArmedGroup InternationalOrganization".split())
_HYPHENS = frozenset("-–")
_FORMERLY = frozenset("ex Ex EX former Former".split())
_DIRECTIONS = word_class("direction")


def bare_names(words: Words, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates without what is no part of them; one of two names becomes two."""
    every = list(candidates)
    written = {words.span(one.start, one.end) for one in every}
    return [bare for one in every for bare in _parted(words, one, written)]


def with_article(words: Words, one: Candidate, titled: Container[int]) -> Candidate:
    """The name of a body with "The" before it, where the capital inside a sentence says that it is a part of the name.

    Of countries, places and bodies of states it is none, unless they are known so: "The Hague".
    """
    i = one.start - 1
    if i <= words.sentence[one.start] or words.text[i] != "The" or one.kind not in _WITH_ARTICLE or i in titled:
        return one
    before = words.text[i - 1]
    if before not in (",", ";") and not before.islower() and not before.isdigit():
        return one
    if one.entries and one.entries[0].kind not in ("Organization", "Party"):
        return one
    return one._replace(start=i)


def with_branch(words: Words, chosen: list[Candidate]) -> list[Candidate]:
    """Join a body and the country right behind it before the noun for who speaks for it: "Harbour Aid Norland boss"."""
    found: list[Candidate] = []
    for one in chosen:
        body = found[-1] if found else None
        after = one.end if one.end < words.size else one.start
        if (
            body is not None and body.end == one.start and body.kind == "Organization" and one.kind in _LANDS
            and words.dep[body.end - 1] == "compound" and words.dep[one.end - 1] == "compound"
            and words.lower[after] in _SPEAKERS | offices() and one.entries[:1] != body.entries[:1]
            and "\n" not in words.span(body.start, one.end)
        ):  # fmt: skip
            found[-1] = body._replace(end=one.end, source="pattern", entries=())
            continue
        found.append(one)
    return found


_WITH_ARTICLE = frozenset("Organization Party Other Agency".split())
_LANDS = frozenset(("Country", "Place"))
_SPEAKERS = frozenset("boss head spokesman spokeswoman spokesperson manager official researcher".split())


def _parted(words: Words, one: Candidate, written: set[str]) -> Iterator[Candidate]:
    if one.source == "known" and one.entries and words.text[one.end - 1].islower():
        yield _without_known_noun(words, one)
        return
    one = _without_half_words(words, _without_sort(words, one))
    if one.end - one.start < 2 or one.source == "known" or known_names().lookup(words.span(one.start, one.end)):
        yield one
        return
    hyphen = one.start + 1
    if one.end - one.start == 3 and words.text[hyphen] in _HYPHENS and words.joined(hyphen):
        if words.text[one.start] in _FORMERLY:
            yield _known(words, one._replace(start=hyphen + 1))
            return
        first, second = words.text[one.start], words.text[hyphen + 1]
        if one.kind == "Person" and _is_end(first, written) and _is_end(second, written):
            yield one._replace(end=hyphen)
            yield one._replace(start=hyphen + 1)
            return
    one = _without_office(words, _without_portfolio(words, _without_noun(words, one)))
    if one.end - one.start > 1 and _is_described(words, one, written):
        noun = actor_noun(words.lower[one.start], words.lemma[one.start])
        if words.lower[one.start] in occupations() or (noun is not None and noun.kind == "Person"):
            one = one._replace(kind="Person", source="pattern")  # "Rapper Marsh"
        one = _known(words, one._replace(start=one.start + 1))
    yield one


def _without_sort(words: Words, one: Candidate) -> Candidate:
    """The name of a body without the letters for what sort of body it is: "NGO | Harbour Aid"."""
    first = one.start + (demonym_country(words.text[one.start]) is not None)
    if one.kind == "Person" or one.end - first < 2 or words.text[first] not in ("NGO", "NGOs"):
        return one
    kind = "Organization" if one.kind in ("Place", "Other") else one.kind
    return _known(words, one._replace(start=first + 1, kind=kind))


def _without_half_words(words: Words, one: Candidate) -> Candidate:
    """The name of a body without half a word at its edges: "ex-|Harbour Office", "US Treasury| Under-|Secretary"."""
    start, end = one.start, one.end
    if one.kind == "Person" or end - start < 3:
        return one
    if words.text[start] in _FORMERLY and words.text[start + 1] in _HYPHENS:
        start += 2
    if words.text[end - 1] in _HYPHENS and words.joined(end - 1) and end < words.size and words.joined(end):
        end -= 2
    if (start, end) == (one.start, one.end) or start >= end:
        return one
    return _known(words, one._replace(start=start, end=end))


def _without_known_noun(words: Words, one: Candidate) -> Candidate:
    """The name of a known body without the small nouns behind it, where it is known without them as well."""
    end = one.end
    while end - 1 > one.start and words.text[end - 1].islower() and words.tag[end - 1] == "NN":
        end -= 1
    if end == one.end or not words.capital[end - 1] or one.kind not in _BODIES:
        return one
    same = [e for e in known_names().lookup(words.span(one.start, end)) if e.name == one.entries[0].name]
    return one._replace(end=end, entries=tuple(same)) if same else one


def _without_portfolio(words: Words, one: Candidate) -> Candidate:
    """The known body before the field of an office: "EU Trade | Commissioner", "Harbour Party Vice | President"."""
    if one.end >= words.size or words.lower[one.end] not in offices() or words.sentence[one.end] == one.end:
        return one
    for end in range(one.end - 1, one.start, -1):
        if not all(is_common(word) for word in words.lower[end : one.end]) or words.text[one.end - 1] in patterns():
            return one
        entries = known_names().lookup(words.span(one.start, end))
        if entries and entries[0].form != "demonym" and _has_offices(entries[0]):
            return _known(words, one._replace(end=end))
    return one


def _without_office(words: Words, one: Candidate) -> Candidate:
    """The body or place of one who only is called by his office: "Harbour Party | MP", "Acme | Treasurer"."""
    last = one.end - 1
    if one.label != "ORG" or words.lower[last] not in offices() | _MEMBERS or words.lower[last - 1] in _INNER:
        return one
    if words.text[last - 1] in _HYPHENS:
        last -= 2  # "Harbour Party Co-Chairman"
    if last <= one.start:
        return one
    entries = known_names().lookup(words.span(one.start, last))
    if is_common(words.lower[last - 1]) and not (entries and entries[0].kind in _BODIES):
        return one
    return _known(words, one._replace(end=last))


_MEMBERS = frozenset(("mp", "mps", "mep", "meps", "msp", "treasurer", "councillor"))
_INNER = frozenset(("of", "the", "for", "and", "&"))


def _has_offices(entry: Entry) -> bool:
    """Whether a body or a city has secretaries of its own; those of the White House are the state's."""
    return entry.kind in _BODIES or entry.kind == "Country" or entry.feature in ("city", "capital")


def _is_end(word: str, written: set[str]) -> bool:
    """Whether another name of the article ends with the word."""
    return any(name == word or name.endswith(f" {word}") for name in written)


def _known(words: Words, one: Candidate) -> Candidate:
    """The candidate with what is known by its name."""
    entries = known_names().lookup(words.span(one.start, one.end))
    if not entries:
        return one
    return one._replace(kind=entries[0].kind, sector=entries[0].sector, source="known", entries=entries)


def _is_described(words: Words, one: Candidate, written: set[str]) -> bool:
    """Whether the first word of a name only describes what the others name."""
    first = words.lower[one.start]
    rest = words.span(one.start + 1, one.end)
    if words.joined(one.start + 1) or not words.capital[one.start + 1]:
        return False
    if (code := demonym_country(words.text[one.start])) is not None:
        return any(
            e.kind in _BODIES and e.form == "name" and (e.country == code or not (e.country or " " in rest))
            for e in known_names().lookup(rest)
        )
    if first in _DIRECTIONS or words.text[one.start] in given_names() or words.text[one.start] in patterns():
        return False
    if not words.opens(one.start):
        return False
    if first in occupations():
        if words.text[one.start + 1] in given_names() and one.end - one.start > 2:
            return words.text[one.end - 1] not in patterns()  # "Farmer | Chad Marsh"
        return rest in written or bool(known_names().lookup(rest))
    noun = actor_noun(first, words.lemma[one.start])
    if first not in common_words():
        return False
    if one.kind == "Person" and words.tag[one.start] != "JJ" and (noun is None or noun.kind != "Person"):
        return False
    return rest in written or bool(known_names().lookup(rest))


def _without_noun(words: Words, one: Candidate) -> Candidate:
    """The name without the common noun behind it, which tells its kind: "Harbour party", "Wire news agency"."""
    end = one.end
    while end - 1 > one.start and words.text[end - 1].islower() and words.tag[end - 1] == "NN":
        end -= 1
    if end == one.end or one.kind not in _BODIES or not words.capital[end - 1]:
        return one
    noun = actor_noun(words.lower[one.end - 1], words.lemma[one.end - 1])
    news = words.lower[one.end - 2 : one.end] == ["news", "agency"]
    if noun is None or (noun.kind not in _BODIES and not news):
        return one
    plain = end - one.start == 1 and (is_common(words.lower[one.start]) or demonym_country(words.text[one.start]))
    if plain or words.lower[end - 1] in offices():
        return one
    kind = one.kind if one.kind != "Organization" or news else noun.kind
    return _known(words, one._replace(end=end, kind=kind, source="pattern"))
