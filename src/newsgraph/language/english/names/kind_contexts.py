"""What the words around an unknown name say of its kind: "near X", "rebels of the X Front", "X opposes the bill"."""

from __future__ import annotations

import re
from collections import Counter

from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.english.names.capitals import is_common
from newsgraph.language.english.names.runs import Candidate, patterns
from newsgraph.language.english.names.titles import given_names, occupations
from newsgraph.language.known_names import country_of, demonym_country
from newsgraph.language.words import Words


def _is_place_noun(lower: str, preposition: str) -> bool:
    if preposition == "of" and lower in _OF_PLACES:
        return True
    noun = actor_noun(lower, lower.removesuffix("s"))
    return noun is not None and noun.kind == "Place"


def is_armed(words: Words, span: Candidate) -> bool:
    """Whether the words beside a group's name say that it fights: "rebels of the X Front", "X fighters"."""
    i = span.start - 1
    while i > 0 and words.lower[i] in ("the", "of", "from", "with"):
        i -= 1
    if span.end < words.size and words.lower[span.end] in _ARMED:
        return True
    if _claims_attack(words, span):
        return True
    if i < 0 or words.lower[i] not in _ARMED or words.sentence[i] != words.sentence[span.start]:
        return False
    return (
        i == span.start - 1
        or words.lower[i + 1] != "the"
        or words.lower[i] in ("rebel", "insurgent", "militant", "armed")
    )


def _claims_attack(words: Words, span: Candidate) -> bool:
    """Whether a group says that it was the one: "the X Front claimed the attack"."""
    verb = words.head[span.end - 1]
    if words.dep[span.end - 1] != "nsubj" or words.lemma[verb] != "claim":
        return False
    return any(
        words.head[j] == verb and words.dep[j] == "dobj" and words.lemma[j] in _CLAIMED
        for j in range(verb + 1, min(verb + 5, words.size))
    )


_CLAIMED = frozenset("attack bombing blast explosion ambush raid responsibility killing assassination".split())


def is_any_alliance(words: Words, spans: list[Candidate]) -> bool:
    """Whether an alliance or movement of a name is no party: its name has no word of parties, nor has a sentence of it.

    "The Countryside Alliance called on hunters" is another matter than "the Brezan Alliance won the election".
    """
    span = spans[0]
    inside = words.text[span.start : span.end]
    if _ALLIANCES.isdisjoint(inside) or any(word.lower() in _OF_PARTY_NAMES for word in inside):
        return False
    if any(demonym_country(word) or country_of(word) for word in inside) and "for" not in inside:
        return False
    for one in spans:
        first, last = words.sentences[words.number[one.start]]
        if not _OF_ELECTIONS.isdisjoint(words.lower[first:last]):
            return False
    return True


_ALLIANCES = frozenset("Alliance Coalition Movement".split())
_OF_PARTY_NAMES = word_class("word of party names")
_OF_ELECTIONS = word_class("word beside parties")


def is_parliament(words: Words, span: Candidate) -> bool:
    """Whether a word for a parliament is all of a name that is not known: "Parliament", "the Commons"."""
    if span.entries or span.end - span.start > 1:
        return False
    word = words.text[span.start]
    if word == "House":
        return not _CONGRESS.isdisjoint(words.text) and words.lower[min(span.end, words.size - 1)] not in ("of", ":")
    if word in _HOUSES:
        return span.start > 0 and words.lower[span.start - 1] == "the"
    return any(row.sector == "LEG" for row in patterns().get(word, ()))


_HOUSES = frozenset(("Commons", "Lords"))
_CONGRESS = frozenset("Senate Congress Representatives Republicans Democrats Republican Democrat Rep. GOP".split())
"""Words of articles in which "House" alone is a chamber."""


def is_party(words: Words, span: Candidate) -> bool:
    """Whether a name that looks like a place's does what parties do: "X opposes the bill", "governs with X"."""
    last = span.end - 1
    dep, head = words.dep[last], words.head[last]
    if dep == "pobj" and words.lower[head] == "with":
        return words.lemma[words.head[head]] in _GOVERN
    if words.dep[last] == "conj":
        dep, last = words.dep[head], head
        head = words.head[head]
    if dep == "appos":
        return words.lower[head] in ("party", "parties")
    if dep == "compound" and span.end - span.start > 1:
        return words.lower[head] in _OF_PARTIES
    return dep == "nsubj" and words.lemma[head] in _PARTISAN


_OF_PARTIES = frozenset("leader leaders lawmaker lawmakers candidate candidates chairman chairwoman".split())
_GOVERN = frozenset("govern rule ally campaign".split())
_PARTISAN = frozenset("oppose support back campaign govern propose advocate favour favor abstain".split())


def is_called_operation(words: Words, span: Candidate) -> bool:
    """Whether a name is that of an operation: "an offensive codenamed X", "X, the naval operation of the Union"."""
    if span.end + 1 < words.size and words.text[span.end] == "," and words.lower[span.end + 1] in ("the", "a", "an"):
        for i in range(span.end + 2, min(span.end + 6, words.size)):
            if words.dep[i] == "appos" and words.lower[i] in _OPERATIONS:
                return span.start <= words.head[i] < span.end
    i = span.start - 1
    while i > 0 and words.text[i] in ('"', "“", "'", "‘", "``"):
        i -= 1
    if i < 1 or words.lower[i] not in _CALLED:
        return False
    return not _OPERATIONS.isdisjoint(words.lower[max(words.sentence[i], i - 8) : i])


def is_called_event(words: Words, span: Candidate) -> bool:
    """Whether a noun for a meeting stands before a name: "the trade fair X", "the annual book fair, X,"."""
    i = span.start - 1
    if i > 0 and words.text[i] == ",":
        i -= 1
    return i > 0 and words.lower[i] in _MEETINGS and words.sentence[i] == words.sentence[span.start]


_MEETINGS = frozenset("fair exhibition festival tournament marathon expo".split())
_CALLED = frozenset("call calls called codenamed code-named dubbed named".split())
_OPERATIONS = frozenset("operation offensive campaign exercise exercises manoeuvres maneuvers drill drills".split())


def is_disease(words: Words, spans: list[Candidate]) -> bool:
    """Whether a name is that of a disease or of what causes it: "the X virus", "X Flu", "H9X2"."""
    for span in spans:
        after = words.lower[span.end] if span.end < words.size else ""
        if after in _DISEASES or words.lower[span.end - 1] in _DISEASES:
            return True
    only = words.text[spans[0].start]
    return spans[0].end - spans[0].start == 1 and _STRAIN.fullmatch(only) is not None


_DISEASES = word_class("disease")
_STRAIN = re.compile(r"[A-Z]{1,3}\d{1,3}[A-Z]{1,2}\d{1,3}")


def is_no_person(words: Words, spans: list[Candidate]) -> bool:
    """Whether one word that the model takes for a person is none: it holds a digit, or an article stands before it."""
    if any(c.isdigit() for c in words.text[spans[0].start]):
        return True
    if words.text[spans[0].start] in given_names() and not is_common(words.lower[spans[0].start]):
        return False
    return all(
        span.start > 0
        and words.lower[span.start - 1] in ("the", "a", "an")
        and not (words.dep[span.start] == "compound" and words.lower[words.head[span.start]] in _OF_PERSONS)
        for span in spans
    )


_OF_PERSONS = frozenset(
    "regime government administration campaign family presidency era camp team case affair cabinet brothers sisters "
    "aide trial".split()
)
_OF_PLACES = word_class("place after it")


def hear_context(words: Words, spans: list[Candidate], votes: Counter[str]) -> None:
    """Add what the words before and after a name say of it: "near X", "the city of X", "X province", "Mr X"."""
    for span in spans:
        i = span.start - 1
        before = words.lower[i] if i >= 0 else ""
        if before == "the" and i > 0:
            before = words.lower[i - 1]
        after = words.lower[span.end] if span.end < words.size else ""
        if (
            before == "near"
            or (before in ("of", "in") and i > 0 and _is_place_noun(words.lower[i - 1], before))
            or after in _KINDS_OF_PLACE
            or (words.lower[span.end - 1] in _KINDS_OF_PLACE and words.text[span.end - 1].islower())
            or (before == "on" and i > 0 and words.lower[i - 1] in _ATTACKS)
            or (words.dep[span.end - 1] == "dobj" and words.lemma[words.head[span.end - 1]] in _TAKEN)
        ):
            votes["Place"] += 4
        elif (
            before in ("in", "from")
            and words.text[span.start - 1].islower()
            and span.label in ("PERSON", "ORG")
            and (span.end - span.start == 1 and not words.text[span.start].isupper())
        ):
            votes["Place"] += 3 if before == "in" and span.label == "PERSON" else 1
        elif before in _TITLES:
            votes["Person"] += 4


def has_age(words: Words, span: Candidate) -> bool:
    """Whether somebody's age stands after a name: "Marsh, 66, was jailed"."""
    i = span.end
    return (
        i + 2 < words.size
        and words.text[i] == words.text[i + 2] == ","
        and words.text[i + 1].isdecimal()
        and 10 < int(words.text[i + 1]) < 100
    )


def is_introduced(words: Words, span: Candidate) -> bool:
    """Whether behind a name stands what somebody does for a living: "Shannon Hall, an analyst at Acme"."""
    i = span.end
    if i + 2 >= words.size or words.text[i] != "," or words.text[i - 1].isupper():
        return False
    if words.lower[i + 1] not in ("a", "an", "the"):
        return False
    for j in range(i + 2, min(i + 2 + _DESCRIBED, words.size)):
        if words.tag[j] == "NN" and words.tag[min(j + 1, words.size - 1)] not in _GOES_ON:
            return words.lower[j] in occupations() and words.tag[span.end - 1] != "NNPS"
        if words.tag[j] not in _DESCRIBING:
            return False
    return False


_DESCRIBED = 7
"""Words in which the noun of a description has to come."""
_GOES_ON = frozenset("NN NNS NNP HYPH POS".split())
_DESCRIBING = frozenset("JJ NN NNP NNPS HYPH VBN VBG CD POS".split())


def is_business(words: Words, span: Candidate) -> bool:
    """Whether a noun for a business or an outlet stands beside a name: "the refiner X", "the daily X", "X magazine"."""
    if _is_outlet(words, span):
        return True
    i = span.start - 1
    if i < 1 or words.tag[i] != "NN" or words.sentence[i] != words.sentence[span.start]:
        return False
    if span.end < words.size and words.tag[span.end] in ("NN", "NNS", "POS"):
        return False
    noun = actor_noun(words.lower[i], words.lemma[i])
    told = noun is not None and noun.kind == "Organization" and noun.sector in ("BUS", "MED")
    return told or words.lower[i] in _NAMED


_NAMED = word_class("body with a name")


def is_traded(words: Words, span: Candidate) -> bool:
    """Whether shares of what is named are spoken of: "shares in X", "X shares", "X's shareholders"."""
    i, after = span.start, span.end
    if i > 1 and words.lower[i - 1] in ("in", "of") and words.lower[i - 2] == "shares":
        return words.sentence[i - 2] == words.sentence[i]
    if after < words.size and words.tag[after] == "POS":
        after += 1
    if after >= words.size or words.sentence[after] != words.sentence[i]:
        return False
    noun = words.tag[after] == "NNS" or words.tag[after + 1 : after + 2] == ["VBD"]  # "Acme shares fell"
    return noun and words.text[after] in ("shares", "shareholders")


def _is_outlet(words: Words, span: Candidate) -> bool:
    """Whether a noun for an outlet stands behind a name: "X magazine"."""
    i = span.end
    if i >= words.size or words.tag[i] != "NN" or words.sentence[i] != words.sentence[span.start] or words.joined(i):
        return False
    noun = actor_noun(words.lower[i], words.lemma[i])
    return noun is not None and noun.kind == "Organization" and noun.sector == "MED"


_KINDS_OF_PLACE = frozenset(
    "city town village province district region governorate suburb island port county municipality state outskirts "
    "neighbourhood neighborhood".split()
)
_ARMED = word_class("armed word beside a name")
_TAKEN = frozenset("storm besiege invade liberate recapture overrun bombard shell evacuate".split())
_ATTACKS = frozenset("attack attacks raid raids assault assaults strike strikes".split())
_TITLES = frozenset("mr mr. mrs mrs. ms ms. president senator sen. gov. gen. col. lt. capt. sgt. dr dr. sir".split())
