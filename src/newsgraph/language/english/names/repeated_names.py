"""Names again: abbreviations in brackets after a name, and the words of a name elsewhere in the article."""

from __future__ import annotations

from collections import defaultdict

from newsgraph.language.english.names.capitals import is_common
from newsgraph.language.english.names.person_names import ARTICLES
from newsgraph.language.english.names.runs import Candidate, patterns
from newsgraph.language.english.names.titles import given_names, offices
from newsgraph.language.known_names import known_names
from newsgraph.language.words import Words

_BODIES = frozenset("Organization Agency Party ArmedGroup InternationalOrganization Event Document".split())
_SHORTENED = _BODIES | {"Place", "Country"}


def find_bracketed(words: Words, chosen: list[Candidate]) -> list[Candidate]:
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


def find_initials(words: Words, chosen: list[Candidate]) -> list[Candidate]:
    """The initials of bodies of three words and more, where nothing was found: RSF, the Rapid Support Forces."""
    initials: dict[str, Candidate] = {}
    for one in chosen:
        if one.kind in _BODIES and one.end - one.start > 2:
            letters = [text[0] for text in words.text[one.start : one.end] if text[0].isupper()]
            if len(letters) > 2:
                initials.setdefault("".join(letters), one)
    if not initials:
        return []
    covered = {i for one in chosen for i in range(one.start, one.end)}
    return [
        Candidate(i, i + 1, initials[text].kind, "again", initials[text].sector, i)
        for i, text in enumerate(words.text)
        if text in initials and i not in covered
    ]


def find_shortened(words: Words, chosen: list[Candidate], titled: set[int]) -> list[Candidate]:
    """The word that says what a body is, with a capital, for its name: "the Commission", after "European Commission".

    Only where one body of the article has the word in its name, which stands before; `titled` are the tokens of
    headings in title case.
    """
    covered: set[int] = set()
    bodies: dict[str, dict[str, Candidate]] = defaultdict(dict)
    for one in chosen:
        covered.update(range(one.start, one.end))
        if one.kind in _SHORTENED - {"Place", "Country", "Event", "Document"} and one.end - one.start > 1:
            for i in range(one.start, one.end):
                if words.text[i] in patterns():
                    bodies[words.text[i]].setdefault(words.span(one.start, one.end).lower(), one)
    found: list[Candidate] = []
    for i in [i for i, text in enumerate(words.text) if text in bodies]:
        of = bodies[words.text[i]]
        if not i or not _are_one(of) or i in covered or i in titled or words.lower[i - 1] != "the":
            continue
        one = next(iter(of.values()))
        if i + 1 < words.size and (words.capital[i + 1] or words.lower[i + 1] in ("of", "for", "-", "–")):
            continue
        if one.end <= i and words.tag[i] in ("NNP", "NNPS"):
            name = words.span(one.start, one.end)
            found.append(one._replace(start=i, end=i + 1, source="again", head=i, name=name, entries=()))
    return found


def _are_one(bodies: dict[str, Candidate]) -> bool:
    """Whether all names are of one body, as far as it is known: "European Commission" and "EU Commission"."""
    return len(bodies) == 1 or bool(set.intersection(*({e.name for e in one.entries} for one in bodies.values())))


def is_abbreviation(text: str) -> bool:
    """Whether a word is written like an abbreviation: short, with two capitals or more."""
    return " " not in text and 2 <= len(text) <= 10 and sum(c.isupper() for c in text) >= 2


def find_again(words: Words, chosen: list[Candidate]) -> list[Candidate]:
    """The same words elsewhere in the article, where nothing was found or only a part of them."""
    covered: list[Candidate | None] = [None] * words.size
    for one in chosen:
        covered[one.start : one.end] = [one] * (one.end - one.start)
    forms: dict[str, dict[tuple[str, ...], Candidate]] = defaultdict(dict)
    for one in chosen:
        length = one.end - one.start
        first = words.text[one.start]
        if length > 1 or (_is_long(first) and words.tag[one.start] in ("NNP", "NNPS") and first[0].isupper()):
            forms[first].setdefault(tuple(words.text[one.start : one.end]), one)
        if one.kind == "Person" and length > 1 and len(words.text[one.end - 1]) > 2:
            forms[words.text[one.end - 1]].setdefault((words.text[one.end - 1],), one._replace(entries=()))
            if length > 3 and words.text[one.end - 2] == "-" and len(words.text[one.end - 3]) > 2:
                forms[words.text[one.end - 3]].setdefault((words.text[one.end - 3],), one._replace(entries=()))
            if first in given_names():
                forms[first].setdefault((first,), one._replace(entries=()))
    found: list[Candidate] = []
    text = words.text
    for i in [i for i, word in enumerate(text) if word in forms]:
        here = forms[text[i]]
        at = covered[i]
        for form in sorted(here, key=len, reverse=True):
            end = i + len(form)
            if (at is not None and at.start == i and at.end >= end) or tuple(text[i:end]) != form:
                continue
            if at is not None and (at.end > end or at.start < i):
                continue
            if len(form) == 1 and (not _may_name(words, i, here[form]) or _in_longer(words, covered, i)):
                continue
            arabic = i > 1 and text[i - 1] == "-" and words.lower[i - 2] in ARTICLES and covered[i - 2] is None
            start = i - 2 if arabic and here[form].kind == "Person" else i
            found.append(here[form]._replace(start=start, end=end, source="again", head=-1))
            break
    return found


def with_capitals(words: Words, model: list[Candidate]) -> list[Candidate]:
    """One word that stands behind the same word in capitals each time is half of a name: "ACME | Harbour"."""
    before: dict[str, list[str]] = defaultdict(list)
    for one in model:
        before[words.span(one.start, one.end)].append(_capitals_before(words, one))
    return [
        one._replace(start=one.start - 1, kind="Organization", label="ORG")
        if len(found := before[words.span(one.start, one.end)]) > 1 and found[0] and len(set(found)) == 1
        else one
        for one in model
    ]


def _capitals_before(words: Words, one: Candidate) -> str:
    """The word in capitals right before one word that is no person, if it names nothing that is known."""
    i = one.start - 1
    if one.end - one.start > 1 or one.kind == "Person" or i < 0 or words.sentence[i] != words.sentence[one.start]:
        return ""
    text = words.text[i]
    if not text.isalpha() or not text.isupper() or len(text) < 2 or words.tag[i] != "NNP":
        return ""
    known = any(e.form == "abbreviation" or e.name == text for e in known_names().lookup(text))
    return "" if known or words.text[one.start].isupper() else text


def _is_long(text: str) -> bool:
    """Whether a word is long enough for a name by itself; two letters are, unless both are capitals: "Xi"."""
    return len(text) > 2 or (len(text) == 2 and text[1].islower())


def _may_name(words: Words, i: int, one: Candidate) -> bool:
    """Whether one capitalised word, which is a name elsewhere in the article, is one here."""
    if words.tag[i] in ("NNP", "NNPS") or _is_abbreviated(words, i):
        return True
    if words.tag[i] in ("NN", "NNS") and not is_common(words.lower[i]):
        return True
    if one.kind != "Person":
        # "on the Harbour Queen": the tagger takes a name for an adjective of nothing
        return words.sentence[i] != i and (words.tag[i] == "NNS" or words.dep[i] in _ARGUMENTS)
    after = next((tag for tag in words.tag[i + 1 : i + 3] if tag != "RB"), "")
    return words.sentence[i] != i or after in ("VBD", "VBZ", "MD", "POS")


def _is_abbreviated(words: Words, i: int) -> bool:
    """Whether a word is in capitals among words that are not: "strikes on IS targets"."""
    beside = [words.text[j] for j in (i - 1, i + 1) if 0 <= j < words.size and words.sentence[j] == words.sentence[i]]
    return len(words.text[i]) > 1 and words.text[i].isupper() and any(text.islower() for text in beside)


_ARGUMENTS = frozenset("nsubj nsubjpass dobj pobj".split())


def _in_longer(words: Words, covered: list[Candidate | None], i: int) -> bool:
    """Whether a capitalised word stands next to another one that is no part of a name."""
    for j in (i - 1, i + 1):
        if not 0 <= j < words.size or words.sentence[j] != words.sentence[i] or covered[j] is not None:
            continue
        if words.capital[j] and words.tag[j] in ("NNP", "NNPS") and (j < i or not _is_apart(words, j)):
            return j > i
    return False


def _is_apart(words: Words, i: int) -> bool:
    """Whether a capitalised word behind a name is no part of it: a legal form or an office ("Acme | Chairman")."""
    return words.text[i] in ("Inc", "Inc.") or words.lower[i] in offices()
