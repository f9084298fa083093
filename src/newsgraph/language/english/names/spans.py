"""Where the names are: spans from the model, from what is known and from their form, cleaned and joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from newsgraph.language.english.names.capitals import discount_capitals, is_common
from newsgraph.language.english.names.cleaning import AFTER_COMMA, MODEL_KINDS, clean
from newsgraph.language.english.names.credits import find_credits
from newsgraph.language.english.names.datelines import find_dateline_places
from newsgraph.language.english.names.edges import bare_names, with_article, with_branch
from newsgraph.language.english.names.event_name_patterns import ELECTIONS
from newsgraph.language.english.names.kind_evidence import LEGAL_FORMS
from newsgraph.language.english.names.known_spans import find_demonyms, find_known, is_language, is_trait
from newsgraph.language.english.names.nicknames import find_nicknamed
from newsgraph.language.english.names.party_letters import find_party_letters
from newsgraph.language.english.names.patterns import find_patterns
from newsgraph.language.english.names.person_names import after_rank, complete_name, complete_person, is_degree
from newsgraph.language.english.names.places import Setting
from newsgraph.language.english.names.repeated_names import (
    find_again,
    find_bracketed,
    find_initials,
    find_shortened,
    with_capitals,
)
from newsgraph.language.english.names.runs import Candidate, patterns
from newsgraph.language.english.names.titles import given_names, occupations, offices
from newsgraph.language.english.names.unmarked_names import find_unmarked
from newsgraph.language.english.names.wire_capitals import discount_wire_capitals
from newsgraph.language.english.names.works import find_works
from newsgraph.language.known_names import country_of, known_names
from newsgraph.language.words import Words

_RANK = {"known": 0, "pattern": 1, "again": 2, "model": 3}


def find_spans(doc: Doc, words: Words, headings: set[int], setting: Setting) -> list[Candidate]:
    """The names of a doc, none overlapping another, in their order; the adjectives of nationality go to the setting."""
    label = [""] * words.size
    model: list[Candidate] = []
    for ent in doc.ents:
        label[ent.start : ent.end] = [ent.label_] * (ent.end - ent.start)
    titled = discount_capitals(words, headings, label)
    unmarked = discount_wire_capitals(words, label)
    for ent in doc.ents:
        name = ent.label_
        if name in MODEL_KINDS:
            end = next((i for i in range(ent.start, ent.end) if i in unmarked), ent.end)
            found = clean(words, ent.start, end, name) if end > ent.start else iter(())
            if ent.start in titled:
                found = (one for piece in found for one in _without_words(words, piece))
            model.extend(found)
    model = [after_rank(words, one) for one in _persons_in_apposition(words, model)]
    model = [
        complete_person(words, one, label) if one.label == "PERSON" else complete_name(words, one, label)
        for one in model
    ]
    model = with_capitals(words, model)
    formed = _widest(one for one in find_patterns(words, label.__getitem__) if not _is_person(words, one, label))
    formed = [after_rank(words, one) for one in formed]
    formed.extend(find_dateline_places(words))
    letters = find_party_letters(words)
    if letters:
        inside = {letter.start for letter in letters}
        model = [one for one in model if inside.isdisjoint(range(one.start, one.end))]
        formed.extend(letters)
    known = find_known(words, label, titled)
    works = find_works(words, label)
    known = [one for one in known if not any(w.start <= one.start and one.end <= w.end for w in works)]
    formed.extend(works)
    adjectives = find_demonyms(words, label)
    setting.countries.update(code for code in adjectives.values() if code)
    model = [
        one
        for one in model
        if not (one.label == "NORP" and (is_language(words, one.start, one.end) or is_trait(words, one.start)))
        if one.end - 1 not in adjectives or not (one.kind in ("Group", "Place") or one.end - one.start == 1)
    ]
    formed.extend(find_nicknamed(words, model))
    model = [one for one in model if not _holds_two(words, one, [*formed, *known])]
    model = list(_without_pairs(words, model))
    chosen = _join(words, [*formed, *known, *model])
    chosen = _with_legal_forms(words, _divided(words, bare_names(words, chosen)))
    more = [
        *find_bracketed(words, chosen), *find_again(words, chosen), *find_initials(words, chosen),
        *find_shortened(words, chosen, titled),
    ]  # fmt: skip
    if more:
        chosen = _join(words, [*chosen, *more])
    credited = find_credits(words)
    chosen = [with_article(words, one, titled) for one in with_branch(words, chosen) if not is_degree(words, one)]
    every = [*chosen, *find_unmarked(words, chosen), *_inside(words, chosen, known)]
    return sorted((one for one in every if one.start not in credited), key=lambda c: (c.start, -c.end))


def _with_legal_forms(words: Words, chosen: list[Candidate]) -> list[Candidate]:
    """Legal forms join the name before them and a comma: "Petroleos de Norland, | S.A."; alone they are none."""
    found: list[Candidate] = []
    for one in chosen:
        if one.entries or not all(low in LEGAL_FORMS for low in words.lower[one.start : one.end]):
            found.append(one)
        elif found and found[-1].end == one.start - 1 and words.text[one.start - 1] == ",":
            found[-1] = found[-1]._replace(end=one.end)
    return found


def _is_person(words: Words, one: Candidate, label: list[str]) -> bool:
    """Whether a name that ends in a word of bodies is a person's: "the lawyer | Greta Fenn Mills"."""
    first = one.head
    while first > one.start and label[first] == label[first - 1] == "PERSON":
        first -= 1
    forename = words.text[first] in given_names() or one.kind == "Document"
    if first < one.head and forename and words.text[one.head] in _SURNAMES:
        return True  # "Patrol Chief | James Hall"
    size = one.end - one.start
    if words.text[one.start] not in given_names() or size not in (2, 3):
        return False
    before = words.lower[one.start - 1] if one.start > words.sentence[one.start] else ""
    return (size == 2 and label[one.start] == "PERSON") or (
        words.text[one.start - 1].islower() and before in occupations() | offices()
    )


_SURNAMES = frozenset(
    "Law Bill Hall Park Street Church Bridge Press Banks Lake Rivers Forest Temple Castle Fields House Pool".split()
)
"""Words of bodies, places and documents that are names of persons as well."""


def _persons_in_apposition(words: Words, model: list[Candidate]) -> list[Candidate]:
    """Take what stands in apposition to an office for the person who holds it: "Its director, Lena Marsh"."""
    found: list[Candidate] = []
    for one in model:
        joined = found and found[-1].label == one.label == "ORG" and found[-1].end == one.start
        whole = found[-1]._replace(end=one.end) if joined else one
        if whole.label == "ORG" and _holds_office(words, whole):
            if joined:
                found.pop()
            one = whole._replace(kind="Person", label="PERSON")
        found.append(one)
    return found


def _holds_office(words: Words, one: Candidate) -> bool:
    """Whether two to five words without a word of bodies stand after an office and a comma."""
    last = one.end - 1
    office = words.head[last]
    return (
        words.dep[last] == "appos"
        and one.start - 2 == office
        and words.text[one.start - 1] == ","
        and words.lower[office] in offices()
        and 1 < one.end - one.start < 6
        and words.capital[last]
        and not any(text in patterns() or text.isupper() for text in words.text[one.start : one.end])
    )


def _without_words(words: Words, one: Candidate) -> Iterator[Candidate]:
    """What is left of a name in a line in title case when the words at its edges that are no names are taken away."""
    start, end = one.start, one.end
    while start < end and not words.capital[start]:
        start += 1
    while end > start and not words.capital[end - 1]:
        end -= 1
    if start < end and any(not is_common(words.lower[i]) for i in range(start, end) if words.text[i][0].isalpha()):
        yield one._replace(start=start, end=end)


def _country_at(words: Words, outer: Candidate) -> list[Candidate]:
    """The country with whose name, as a noun, a longer name begins: "U.S. Department of State", "US government"."""
    for end in (outer.start + 2, outer.start + 1):
        goes_on = end < outer.end and (words.capital[end] or words.lower[end] in ("government", "military"))
        if goes_on and country_of(words.span(outer.start, end)) is not None:
            entries = known_names().lookup(words.span(outer.start, end))
            return [Candidate(outer.start, end, "Country", "known", entries[0].sector, -1, entries)]
    return []


def _divided(words: Words, chosen: list[Candidate]) -> list[Candidate]:
    """Part "Central and South Asia" into two places."""
    found: list[Candidate] = []
    for one in chosen:
        i = one.start
        if one.kind == "Place" and one.end - i == 4 and words.lower[i + 1] == "and" and words.lower[i] in _DIRECTIONS:
            if words.lower[i + 2] in _DIRECTIONS:
                name = f"{words.text[i]} {words.text[i + 3]}"
                found.append(one._replace(end=i + 1, name=name, entries=known_names().lookup(name)))
                entries = known_names().lookup(words.span(i + 2, i + 4))
                found.append(one._replace(start=i + 2, entries=entries))
                continue
        elif (
            one.kind == "Place"
            and one.end - i == 2
            and words.lower[i] in _DIRECTIONS
            and i > 1
            and (words.lower[i - 1] == "and" and words.lower[i - 2] in _DIRECTIONS and words.capital[i - 2])
        ):
            name = f"{words.text[i - 2]} {words.text[i + 1]}"
            found.append(one._replace(start=i - 2, end=i - 1, name=name, entries=known_names().lookup(name)))
        found.append(one)
    return found


_DIRECTIONS = frozenset("north south east west central northern southern eastern western latin upper lower".split())


def _inside(words: Words, chosen: list[Candidate], known: list[Candidate]) -> list[Candidate]:
    """Countries at the head of an agency's name, and places in the name of an event: they are named there, too."""
    found: list[Candidate] = []
    at: dict[int, list[Candidate]] = defaultdict(list)
    for one in known:
        if one.kind in ("Country", "Place"):
            at[one.start].append(one)
    for outer in chosen:
        if outer.kind in ("Agency", "Organization") and outer.end - outer.start > 1:
            inner = _country_at(words, outer)
        elif outer.kind == "Event" and outer.source == "pattern" and words.text[outer.end - 1].islower():
            if words.lower[outer.end - 1] in ELECTIONS:
                continue
            inner = [one for i in range(outer.start, outer.end) for one in at.get(i, ()) if one.end < outer.end]
            first, last = outer.start, outer.end - 1
            while last > first and not words.capital[last - 1]:
                last -= 1
            if not inner and last == first + 1 and words.capital[first] and words.tag[first] == "NNP":
                inner = [Candidate(first, last, "Place", "model", label="GPE")]
        else:
            continue
        found.extend(inner)
    return found


def _widest(found: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that no other one covers."""
    kept: list[Candidate] = []
    for one in sorted(found, key=lambda c: (c.start, -c.end)):
        if kept and one.end <= kept[-1].end:
            outer = kept[-1]
            if one.kind == "Party" and outer.kind == "Organization":
                kept[-1] = outer._replace(kind="Party", sector="PTY")
            continue
        if kept and one.start < kept[-1].end:
            kept[-1] = kept[-1]._replace(end=one.end, kind=one.kind, sector=one.sector, head=one.head)
            continue
        kept.append(one)
    return kept


def _holds_two(words: Words, one: Candidate, surer: list[Candidate]) -> bool:
    """Whether a name of the model is two names, joined by "and" or a comma, of which surer ones are known."""
    if one.end - one.start < 3 or not {"and", ",", "&"}.intersection(words.lower[one.start : one.end]):
        return False
    inside = sorted((c for c in surer if one.start <= c.start and c.end <= one.end), key=lambda c: (c.start, -c.end))
    for first in inside:
        if first.end < one.end and words.lower[first.end] in ("and", ",", "&") and first.kind != "Place":
            return words.text[first.end + 1 if first.end + 1 < words.size else first.end] not in AFTER_COMMA
    return False


def _without_pairs(words: Words, model: list[Candidate]) -> Iterator[Candidate]:
    """The names of the model, and two for one with "and" if one of them stands alone elsewhere: "Brezan and Ormec"."""
    written = {words.span(one.start, one.end) for one in model}
    for one in model:
        ands = [i for i in range(one.start + 1, one.end - 1) if words.lower[i] == "and"]
        if one.label != "ORG" or len(ands) != 1 or not LEGAL_FORMS.isdisjoint(words.lower[one.start : one.end]):
            yield one
            continue
        first, second = one._replace(end=ands[0]), one._replace(start=ands[0] + 1)
        told = second.end - second.start > 1 or not is_common(words.lower[second.start])  # "Marsh and Associates"
        if told and any(words.span(half.start, half.end) in written for half in (first, second)):
            yield from (first, second)
        else:
            yield one


def _join(words: Words, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates of which none overlaps another: the longer before the shorter, the surer before the others."""
    taken = bytearray(words.size)
    chosen: list[Candidate] = []
    for one in sorted(candidates, key=lambda c: (c.start - c.end, _RANK[c.source], c.start)):
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\x01" * (one.end - one.start)
            chosen.append(one)
    return sorted(chosen, key=lambda c: c.start)
