"""Where the names are: spans from the model, from what is known and from their form, cleaned and joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc

from newsgraph.knowledge.entries import Entry
from newsgraph.language.capitals import discount_capitals, is_common
from newsgraph.language.event_name_patterns import ELECTIONS
from newsgraph.language.known_names import country_of, demonym_country, known_names
from newsgraph.language.name_cleaning import MODEL_KINDS, clean
from newsgraph.language.name_patterns import find_patterns
from newsgraph.language.name_runs import Candidate
from newsgraph.language.person_names import complete_person
from newsgraph.language.places import Setting
from newsgraph.language.titles import given_names
from newsgraph.language.unmarked_names import find_unmarked
from newsgraph.language.words import Words

_RANK = {"known": 0, "pattern": 1, "again": 2, "model": 3}
_BODIES = frozenset("Organization Agency Party ArmedGroup InternationalOrganization Event Document".split())
_SHORTENED = _BODIES | {"Place", "Country"}
_NAME_TAGS = frozenset("NNP NNPS JJ NN NNS CD FW".split())


def find_spans(doc: Doc, words: Words, headings: set[int], setting: Setting) -> list[Candidate]:
    """The names of a doc, none overlapping another, in their order; the adjectives of nationality go to the setting."""
    label = [""] * words.size
    model: list[Candidate] = []
    for ent in doc.ents:
        label[ent.start : ent.end] = [ent.label_] * (ent.end - ent.start)
    titled = discount_capitals(words, headings, label)
    for ent in doc.ents:
        name = ent.label_
        if name in MODEL_KINDS:
            found = clean(words, ent.start, ent.end, name)
            if ent.start in titled:
                found = (one for piece in found for one in _without_words(words, piece))
            model.extend(found)
    model = [complete_person(words, one, label) if one.label == "PERSON" else one for one in model]
    formed = _widest(find_patterns(words, label.__getitem__))
    known = _known(words, label, titled)
    adjectives = _demonyms(words, label)
    setting.countries.update(code for code in adjectives.values() if code)
    model = [one for one in model if not (one.end - 1 in adjectives and one.kind in ("Group", "Place"))]
    model = [one for one in model if not _holds_two(words, one, [*formed, *known])]
    chosen = _join(words, [*formed, *known, *model])
    chosen = _divided(words, chosen)
    more = [*_bracketed(words, chosen), *_again(words, chosen)]
    if more:
        chosen = _join(words, [*chosen, *more])
    return sorted(
        [*chosen, *find_unmarked(words, chosen), *_inside(words, chosen, known)], key=lambda c: (c.start, -c.end)
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
    """The country with whose name, as a noun, a longer name begins: "U.S. Department of State"."""
    for end in (outer.start + 2, outer.start + 1):
        if end < outer.end and words.capital[end] and country_of(words.span(outer.start, end)) is not None:
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


def _widest(found: list[Candidate]) -> list[Candidate]:
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


def _known(words: Words, label: list[str], titled: set[int]) -> list[Candidate]:
    found: list[Candidate] = []
    longest = known_names().longest
    text = words.text
    i = 0
    while i < words.size:
        match = longest(text, i)
        if match is None:
            i += 1
            continue
        end, entries = match
        if end - i == 1 and len(text[i]) < 5 and text[i].isupper() and i not in titled:
            entries = tuple(e for e in entries if e.form == "abbreviation" or e.name.isupper())
            if not entries:
                i += 1
                continue
        entry = entries[0]
        if words.lower[i] == "the" and end - i > 1 and not entry.name.startswith("The "):
            i += 1
        if _believable(words, label, i, end, entry):
            kind = "Group" if entry.form == "demonym" else entry.kind
            found.append(Candidate(i, end, kind, "known", entry.sector, -1, entries, label[i]))
            i = end
        else:
            i += 1
    return found


def _believable(words: Words, label: list[str], start: int, end: int, entry: Entry) -> bool:
    """Whether a known name stands here as a name: not a common word, and not a part of some other name."""
    last = end - 1
    if entry.form == "demonym" and (
        words.dep[last] in _ATTRIBUTES or (words.tag[last] == "JJ" and not _is_noun(words, last))
    ):
        return False
    if end - start > 1:
        return any(words.capital[start:end]) and (not entry.common or any(label[start:end]))
    if not words.capital[start] and not label[start]:
        return False
    if words.tag[start] not in _NAME_TAGS:
        return entry.kind == "Country" and not entry.common and words.text[start][0].isupper()
    if entry.common and not label[start] and entry.population > 100_000:
        return words.tag[start] == "NNP" and start > 0 and words.lower[start - 1] in ("in", "near", "at", "from")
    if not entry.common and (label[start] or words.text[start].isupper()) and entry.kind in ("Place", "Country"):
        return True
    if entry.common or words.tag[start] not in ("NNP", "NNPS"):
        return label[start] in _LABELS.get(entry.kind, _ANY)
    return True


_ATTRIBUTES = frozenset("amod compound nmod nounmod npadvmod".split())
_ANY = frozenset(MODEL_KINDS)
_LABELS = {
    "Place": frozenset("GPE LOC FAC".split()), "Country": frozenset("GPE LOC NORP ORG".split()),
    "Group": frozenset("NORP GPE LOC LANGUAGE ORG".split()),
    **dict.fromkeys(
        "Organization Agency Party ArmedGroup InternationalOrganization".split(),
        frozenset("ORG GPE NORP PRODUCT WORK_OF_ART FAC".split()),
    ),
}  # fmt: skip


def _is_noun(words: Words, i: int) -> bool:
    """Whether an adjective of nationality stands as a noun: "the French"."""
    return (
        words.dep[i] in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss") and i > 0 and words.lower[i - 1] == "the"
    )


def _holds_two(words: Words, one: Candidate, surer: list[Candidate]) -> bool:
    """Whether a name of the model is two names, joined by "and" or a comma, of which surer ones are known."""
    if one.end - one.start < 3 or not {"and", ",", "&"}.intersection(words.lower[one.start : one.end]):
        return False
    inside = sorted((c for c in surer if one.start <= c.start and c.end <= one.end), key=lambda c: (c.start, -c.end))
    for first in inside:
        if first.end < one.end and words.lower[first.end] in ("and", ",", "&") and first.kind != "Place":
            return True
    return False


def _demonyms(words: Words, label: list[str]) -> dict[int, str]:
    """The adjectives of nationality before a noun, with their country: they say whose it is and name nobody."""
    found: dict[int, str] = {}
    for i in range(words.size):
        if not words.capital[i]:
            continue
        dep = words.dep[i]
        if dep not in _ATTRIBUTES and not (dep == "conj" and words.tag[i] == "JJ" and label[i] == "NORP"):
            continue
        code = demonym_country(words.text[i])
        if code is None and i and words.capital[i - 1]:
            code = demonym_country(words.span(i - 1, i + 1))
        if code is not None or label[i] == "NORP":
            found[i] = code or ""
    return found


def _bracketed(words: Words, chosen: list[Candidate]) -> list[Candidate]:
    """Abbreviations in brackets right after a name: "Party of Labour (PL)"."""
    found: list[Candidate] = []
    for one in chosen:
        i = one.end
        if i + 2 >= words.size or words.text[i] != "(" or one.kind not in _SHORTENED or one.end - one.start < 2:
            continue
        end = i + 1
        while end < words.size and words.text[end][0] not in "),;(" and end < i + 4:
            end += 1
        text = words.span(i + 1, end) if end > i + 1 else ""
        if end < words.size and words.text[end][0] in "),;" and is_abbreviation(text):
            found.append(Candidate(i + 1, end, one.kind, "pattern", one.sector, i + 1))
    return found


def is_abbreviation(text: str) -> bool:
    """Whether a word is written like an abbreviation: short, with two capitals or more."""
    return " " not in text and 2 <= len(text) <= 10 and sum(c.isupper() for c in text) >= 2


def _again(words: Words, chosen: list[Candidate]) -> list[Candidate]:
    """The same words elsewhere in the article, where nothing was found or only a part of them."""
    covered: list[Candidate | None] = [None] * words.size
    for one in chosen:
        covered[one.start : one.end] = [one] * (one.end - one.start)
    forms: dict[str, dict[tuple[str, ...], Candidate]] = defaultdict(dict)
    for one in chosen:
        length = one.end - one.start
        first = words.text[one.start]
        if length > 1 or (len(first) > 2 and words.tag[one.start] in ("NNP", "NNPS") and first[0].isupper()):
            forms[first].setdefault(tuple(words.text[one.start : one.end]), one)
        if one.kind == "Person" and length > 1 and len(words.text[one.end - 1]) > 2:
            forms[words.text[one.end - 1]].setdefault((words.text[one.end - 1],), one._replace(entries=()))
            if first in given_names():
                forms[first].setdefault((first,), one._replace(entries=()))
    found: list[Candidate] = []
    text = words.text
    for i in range(words.size):
        here = forms.get(text[i])
        if here is None:
            continue
        at = covered[i]
        for form in sorted(here, key=len, reverse=True):
            end = i + len(form)
            if (at is not None and at.start == i and at.end >= end) or tuple(text[i:end]) != form:
                continue
            if at is not None and (at.end > end or at.start < i):
                continue
            if len(form) == 1 and (not _may_name(words, i, here[form]) or _in_longer(words, covered, i)):
                continue
            found.append(here[form]._replace(start=i, end=end, source="again", head=-1))
            break
    return found


def _may_name(words: Words, i: int, one: Candidate) -> bool:
    """Whether one capitalised word, which is a name elsewhere in the article, is one here."""
    if words.tag[i] in ("NNP", "NNPS"):
        return True
    if one.kind != "Person":
        return words.tag[i] == "NNS" and words.sentence[i] != i
    after = words.tag[i + 1] if i + 1 < words.size else ""
    return words.sentence[i] != i or after in ("VBD", "VBZ", "MD", "POS")


def _in_longer(words: Words, covered: list[Candidate | None], i: int) -> bool:
    """Whether a capitalised word stands next to another one that is no part of a name."""
    for j in (i - 1, i + 1):
        if not 0 <= j < words.size or words.sentence[j] != words.sentence[i] or covered[j] is not None:
            continue
        if words.capital[j] and words.tag[j] in ("NNP", "NNPS") and (j < i or words.text[j] not in ("Inc", "Inc.")):
            return j > i
    return False


def _join(words: Words, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates of which none overlaps another: the longer before the shorter, the surer before the others."""
    taken = bytearray(words.size)
    chosen: list[Candidate] = []
    for one in sorted(candidates, key=lambda c: (c.start - c.end, _RANK[c.source], c.start)):
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\x01" * (one.end - one.start)
            chosen.append(one)
    return sorted(chosen, key=lambda c: c.start)
