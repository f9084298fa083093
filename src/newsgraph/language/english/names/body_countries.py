"""Of which country a body is, by its name and by the words beside it: "Iraqi Army", "Pakistan's ISI"."""

from __future__ import annotations

from newsgraph.language.annotations import Entity
from newsgraph.language.english.names.places import Setting, choose_place
from newsgraph.language.english.names.runs import Candidate
from newsgraph.language.english.names.titles import given_names
from newsgraph.language.known_names import country_of, demonym_country, known_names
from newsgraph.language.words import Words


def country_in(entity: Entity, setting: Setting) -> str | None:
    """The country that the name of a body says: "Iraqi Army", "Communist Party of India"."""
    for name in entity.aliases:
        parts = name.split()
        for i in range(len(parts) if len(parts) > 1 else 0):
            if parts[i][0].isupper() and (code := _country_at(parts, i, setting)):
                return code
    return None


def _country_at(parts: list[str], i: int, setting: Setting) -> str | None:
    """The country that a word in the name of a body says, alone or with the next one.

    Of words that are as often another name, or a part of one, it is none: "New Mexico", "Lebanon County".
    """
    pair = known_names().lookup(" ".join(parts[max(i - 1, 0) : i + 1])) if i else ()
    if pair and pair[0].kind in ("Place", "Country"):
        return pair[0].country if pair[0].feature == "region" else None
    if (i and parts[i - 1] in given_names()) or parts[i + 1 : i + 2] == ["County"]:
        return None
    entries = known_names().lookup(parts[i])
    if len({e.country for e in entries if e.feature == "region" or e.kind == "Country"}) > 1:
        place = choose_place(entries, setting)  # "University of Georgia"
        return None if place is None else place.country
    return demonym_country(parts[i]) or country_of(parts[i]) or country_of(" ".join(parts[i : i + 2]))


def country_after(words: Words, spans: list[Candidate]) -> str | None:
    """The country of the capital or country that a name is said to be, or to speak, in.

    "The National Assembly in Paris", "the State Department said in Washington".
    """
    for span in spans:
        at = span.end + (span.end < words.size and words.lower[span.end] == "said")
        if at + 1 < words.size and words.lower[at] == "in" and words.capital[at + 1]:
            for end in (at + 3, at + 2):
                entries = known_names().lookup(words.span(at + 1, min(end, words.size)))
                if entries and (entries[0].kind == "Country" or entries[0].feature == "capital"):
                    return entries[0].country
    return None


def country_before(words: Words, spans: list[Candidate]) -> str | None:
    """The country that stands before the name: "Pakistan's ISI", "the Indian RAW"."""
    for span in spans:
        i = span.start - 1
        if i >= 1 and words.tag[i] == "POS":
            starts = range(max(0, i - 4), i)
            code = next(filter(None, (country_of(words.span(start, i)) for start in starts)), None)
        else:
            code = demonym_country(words.text[i]) if i >= 0 and words.capital[i] else None
        if code:
            return code
    return None
