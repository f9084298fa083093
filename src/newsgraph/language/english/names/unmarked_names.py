"""Names that the model passed over: capitalised words whose neighbours say that they name a person or a place."""

from __future__ import annotations

from collections import defaultdict

from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.english.names.capitals import common_words, is_common
from newsgraph.language.english.names.person_names import HONORIFICS
from newsgraph.language.english.names.runs import Candidate, is_year, patterns
from newsgraph.language.english.names.titles import given_names, short_ranks, title_words
from newsgraph.language.known_names import demonym_country
from newsgraph.language.words import Words

_PLACED = frozenset("in near at from outside around".split())
_NOT_NAMES = word_class("capitalised word")
_NO_NAMES = word_class("capitals that name nothing")
_KINDS_OF_PLACE = word_class("kind of place")


def find_unmarked(words: Words, chosen: list[Candidate]) -> list[Candidate]:
    """Persons by given name or title, places by preposition, among the capitalised words that are part of no name."""
    covered = bytearray(words.size)
    for one in chosen:
        covered[one.start : one.end] = b"\x01" * (one.end - one.start)
    found: list[Candidate] = []
    i, size = 0, words.size
    while i < size:
        if covered[i] or not words.capital[i] or words.tag[i] not in ("NNP", "NNPS") or words.text[i] in _NO_NAMES:
            i += 1
            continue
        end = i + 1
        while end < size and not covered[end] and words.tag[end] in ("NNP", "NNPS") and words.capital[end]:
            end += 1
        joined = end < size and covered[end] and words.joined(end)
        while i + 1 < end and words.lower[i].rstrip(".") in HONORIFICS | short_ranks():
            i += 1  # "Lt Col | Marsh"
        kind = None if words.sentence[i] == i else _kind(words, i, end)
        if not joined and (kind := kind or _rare(words, i, end, covered)) is not None:
            found.append(Candidate(i, end, kind, "model", label=_LABELS.get(kind, "")))
        i = end
    found.extend(_outlets_asking(words, covered))
    return found


def _outlets_asking(words: Words, covered: bytearray) -> list[Candidate]:
    """The outlet that asks in an interview: capitals before a colon, three times and more where a sentence begins."""
    at: dict[str, list[int]] = defaultdict(list)
    for i in [colon - 1 for colon in words.at(":") if colon]:
        text = words.text[i]
        label = len(text) > 1 and text.isupper() and text.isalpha() and not covered[i]
        if label and (i == 0 or words.text[i - 1].isspace() or words.text[i - 1][-1] in _ENDS):
            at[text].append(i)
    return [
        Candidate(i, i + 1, "Organization", "pattern", "MED", i)
        for text, found in at.items()
        if len(found) >= _TURNS and text not in _NO_NAMES
        for i in found
    ]


_TURNS = 3
_ENDS = frozenset('.?!…)"”’')


def _rare(words: Words, start: int, end: int, covered: bytearray) -> str | None:
    """The kind of capitalised words that are no English ones and stand where a name can: subject, object, before 's."""
    last = end - 1
    if end - start > 3 or (start and words.joined(start) and words.text[start - 1] not in _OPENING):
        return None
    if (start and covered[start - 1]) or (end < words.size and covered[end]):
        return None  # half of a name
    brand = words.dep[last] == "compound" and any(map(_is_mixed, words.text[start:end]))
    if not (brand or words.dep[last] in _ARGUMENTS) or not all(_is_rare(words, i) for i in range(start, end)):
        return None
    if words.sentence[start] == start and words.dep[last] != "nsubj" and words.text[min(end, words.size - 1)] != ":":
        return None
    if all(text.isupper() for text in words.text[start:end]):
        thing = end - start > 1 or len(words.text[start]) > 7 or words.lower[start - 1] in ("a", "an", "all", "no")
        return None if thing or words.text[start] in _NO_NAMES else "Organization"
    if words.dep[last] == "nsubj" and words.lemma[words.head[last]] in word_class("verb of saying"):
        return "Person"
    return "Other"


def _is_mixed(text: str) -> bool:
    """Whether a word has capitals inside, as brands have: "HarbourGo"."""
    return text[:1].isupper() and not text.istitle() and not text.isupper()


def _is_rare(words: Words, i: int) -> bool:
    """Whether a word is a proper noun that is no English word, no title and no adjective of nationality."""
    text, low = words.text[i], words.lower[i]
    if len(text) < 3 or not text.isalpha() or words.tag[i] != "NNP" or text in patterns():
        return False
    return not (low in _NOT_NAMES or low in title_words() or is_common(low) or demonym_country(text) is not None)


_ARGUMENTS = frozenset("nsubj nsubjpass dobj pobj poss appos conj".split())
_OPENING = frozenset("\"'“‘(`")
_LABELS = {"Place": "GPE", "Person": "PERSON", "Organization": "ORG"}


def _called_body(words: Words, start: int, end: int) -> str | None:
    """The kind of a body that the noun beside a name says: "the company Ormec", "the Filt Arbo union"."""
    if all(is_common(low) for low in words.lower[start:end]) or end - start > 3:
        return None
    several = end - start > 1
    before = start - 1 if words.tag[start - 1] == "NN" and (several or words.lower[start - 1] != "group") else -1
    whole = several or words.text[start].isupper()  # "the Islamist movement" has no name, nor has "the virus group P"
    behind = whole and words.lower[start - 1] == "the" and end < words.size and words.tag[end] == "NN"
    after = end if behind else -1
    for i in (before, after):
        noun = actor_noun(words.lower[i], words.lemma[i]) if i > 0 else None
        if noun is not None and noun.kind in _BODIES:
            return noun.kind
    return None


_BODIES = frozenset("Organization Party ArmedGroup InternationalOrganization".split())


def _kind(words: Words, start: int, end: int) -> str | None:
    low = words.lower[start]
    if (body := _called_body(words, start, end)) is not None:
        return body
    if low in _NOT_NAMES or low in title_words() or words.text[end - 1] in patterns() or is_year(words.text[start]):
        return None
    if words.text[start] in given_names() and 2 <= end - start <= 3:
        return "Person"
    if low in common_words() or not words.text[start].isalpha() or words.text[start].isupper():
        return None
    before = words.lower[start - 1]
    if before in title_words() and before not in ("the", "of", "state", "chief") and end - start <= 3:
        return "Person"
    if before == "of" and start > 1 and words.lower[start - 2] in _KINDS_OF_PLACE:
        return "Place"
    if before in _PLACED and end - start <= 2 and (end == words.size or words.tag[end] not in ("NN", "NNS")):
        return "Place"
    return None
