"""Ties that the order of two names tells: "Lyon, France", "Chad's army", "the UN Security Council", "Geneva-based X".

A row of the table says how the second stands to the first (`link`) and what must be so beside (`when`); the links and
the tests are functions here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from spacy.tokens import Token

from newsgraph.knowledge import known
from newsgraph.language.annotations import Entity, Mention
from newsgraph.language.relations.patterns import Pattern, Told, patterns
from newsgraph.language.relations.role import is_portfolio
from newsgraph.language.relations.role_lexicon import main_words
from newsgraph.language.relations.ties import BODIES, HYPHENS, ORGANIZATIONS, Ties

_WHERE = frozenset({"Place", "Country"})
_NAMED = BODIES | {"Person"}
_SIDES = frozenset("opposition ruling governing left right far centre center - main liberal populist".split())
_MILITARY = frozenset(
    "battalion battery brigade company corps detachment division platoon regiment squadron wing".split()
)
_CAMPUS = frozenset("university college hospital polytechnic".split())
_COMPANY = frozenset("inc ltd llc plc corp corporation co company group holdings ag sa nv gmbh se the and &".split())

_Names = Mapping[str, Entity]
"""The bodies and countries of an article by their names."""
_Link = Callable[[Ties, Mention, _Names], Sequence[Mention]]
_Test = Callable[[Ties, Mention, Mention], bool]


def read_order(ties: Ties, rows: Sequence[Pattern]) -> Iterator[Told]:
    """Read what stands beside and inside the names of a doc; of each link, by its first row that fits."""
    names = [m for m in ties.notes.mentions if m.form == "name" and m.entity.kind in _NAMED and m.kind != "Group"]
    bodies = _bodies_by_name(ties)
    fitting: dict[str, dict[str, list[Pattern]]] = {}
    for kind in {name.entity.kind for name in names}:
        links = fitting[kind] = {}
        for row in rows:
            if kind in row.first:
                links.setdefault(row.link, []).append(row)
    for name in names:
        for link, found in fitting[name.entity.kind].items():
            for second in _LINKS[link](ties, name, bodies):
                if (fit := _row_for(ties, found, name, second)) is not None:
                    yield Told(fit, name, second)


def read_hyphen(ties: Ties, word: Token, rows: Sequence[Pattern]) -> Iterator[Told]:
    """Read "the Saudi-backed X", "the Geneva-based X"; the word is "backed" or "based"."""
    doc = ties.doc
    if word.i < 2 or doc[word.i - 1].text not in HYPHENS or word.head.i <= word.i:
        return
    second = ties.name_ending(word.i - 1) or ties.nationality(doc[word.i - 2], hyphened=True)
    for row in rows if second is not None else ():
        assert second is not None
        for first in ties.people_or_bodies(word.head):
            if first.form == "name" and first.entity.kind in row.first and second.entity.kind in row.second:
                yield Told(row, first, second)


def _row_for(ties: Ties, rows: Sequence[Pattern], first: Mention, second: Mention) -> Pattern | None:
    """The first pattern whose kinds the two are of, and whose tests they pass; none where they are countries apart."""
    if second.entity.kind in _WHERE and _are_apart(first, second):
        return None
    return next(
        (r for r in rows if second.entity.kind in r.second and all(_TESTS[t](ties, first, second) for t in r.when)),
        None,
    )


def _are_apart(inner: Mention, outer: Mention) -> bool:
    """Whether the two are known to be in different countries, or the first to be greater than any."""
    one, other = inner.entity.country, outer.entity.country
    if inner.entity.kind == "Person":
        return False
    return bool(one and other and one != other) or (bool(other) and _is_part_of_world(inner))


def _is_part_of_world(place: Mention) -> bool:
    """Whether it is a continent or a region of several countries."""
    entity = place.entity
    return entity.kind == "Place" and entity.country is None and "geonames" in entity.links


# How the second stands to the first.


def _after_word(ties: Ties, name: Mention, word: str, *, adjective: bool = False) -> list[Mention]:
    """The name behind a word and perhaps an article."""
    doc, at = ties.doc, name.end
    if at + 1 >= len(doc) or doc[at].lower_ != word:
        return []
    skipped = doc[at + 1].lower_ == "the" or (adjective and doc[at + 1].tag_ == "JJ")
    found = ties.name_starting(at + 2 if skipped else at + 1)
    return [] if found is None or _is_people(found) else [found]


def _after_comma(ties: Ties, name: Mention, bodies: _Names) -> list[Mention]:
    found = ties.name_starting(name.end + 1) if name.end + 1 < len(ties.doc) else None
    return [found] if found is not None and ties.doc[name.end].text == "," and not _is_people(found) else []


def _is_people(name: Mention) -> bool:
    """Whether a country is meant by its people: "of the Chadians"."""
    return name.kind == "Group" and name.entity.kind in _WHERE


def _after_in(ties: Ties, name: Mention, bodies: _Names) -> list[Mention]:
    return _after_word(ties, name, "in", adjective=name.entity.kind == "Place")


def _after_of(ties: Ties, name: Mention, bodies: _Names) -> list[Mention]:
    """The name behind "of", of a person with words for a side between: "X of the opposition Liberal Party"."""
    doc = ties.doc
    if name.entity.kind != "Person":
        return _after_word(ties, name, "of", adjective=name.entity.kind == "Place")
    at = name.end
    if at + 1 >= len(doc) or doc[at].lower_ != "of":
        return []
    at += 2 if doc[at + 1].lower_ == "the" else 1
    while at + 1 < len(doc) and doc[at].text in _SIDES:
        at += 1
    found = ties.name_starting(at)
    return [] if found is None else [found]


def _after_others(ties: Ties, name: Mention, bodies: _Names) -> list[Mention]:
    """Where "X and other towns in Y" lie."""
    doc = ties.doc
    if name.end + 1 >= len(doc) or doc[name.end].lower_ not in ("and", "or") or doc[name.end + 1].lower_ != "other":
        return []
    nouns = [noun for noun in doc[name.root].rights if noun.dep_ == "conj" and noun.pos_ == "NOUN"]
    linked = [one for noun in nouns for one in (noun, *(c for c in noun.rights if c.dep_ == "conj"))]
    preps = [p for noun in linked for p in noun.rights if p.dep_ == "prep" and p.lower_ in ("in", "of")]
    return [m for prep in preps for where in prep.rights for m in ties.bodies(where)]


def _in_brackets(ties: Ties, name: Mention, bodies: _Names) -> list[Mention]:
    doc, at = ties.doc, name.end
    found = ties.name_starting(at + 1) if at + 2 < len(doc) and doc[at].text == "(" else None
    return [found] if found is not None and doc[found.end].text == ")" else []


def _owner(ties: Ties, name: Mention, bodies: _Names) -> list[Mention]:
    """Whose it is: "Chad's army", "Labour's X"."""
    before = name.start - 1
    if before < 0 or ties.doc[before].tag_ != "POS":
        return []
    owner = ties.name_ending(before)
    return [] if owner is None else [owner]


def _nationality(ties: Ties, name: Mention, bodies: _Names) -> list[Mention]:
    """The country right before it: "the Chadian army", "the German X", "the US State Department"."""
    doc, before = ties.doc, name.start - 1
    person = name.entity.kind == "Person"
    if before < 0 or doc[before].tag_ == "POS" or not (person or _is_body(ties, name)):
        return []
    inside = range(name.start, name.end)
    if person:
        near = doc[before].dep_ in ("amod", "compound", "nmod") and doc[before].head.i in inside
        found = ties.nationality(doc[before]) if near else None
        return [] if found is None else [found]
    found = ties.name_ending(name.start)
    if found is None or found.entity.kind != "Country" or name.entity.kind != "Agency":
        found = ties.nationality(doc[before])  # "India Reuters" is a caption
    return [found] if found is not None and doc[found.root].head.i in inside else []


def _inside(ties: Ties, name: Mention, bodies: _Names) -> list[Mention]:
    """Bodies that its name has in it: "the UN Security Council", "Ministry of Culture of Chad", "the Indian Army"."""
    found = [_outer_of(ties, name, bodies), _country_of(ties, name)]
    return [
        Mention(name.start, name.end, name.root, "name", outer.kind, outer)
        for outer in found if outer is not None and outer is not name.entity
    ]  # fmt: skip


def _outer_of(ties: Ties, name: Mention, bodies: _Names) -> Entity | None:
    """The body that a name begins with, or the country that it ends with behind "of"."""
    tokens = ties.words.text[name.start : name.end]
    for cut in range(len(tokens) - 1, 0, -1):
        outer = bodies.get(" ".join(tokens[:cut]).casefold())
        if outer is not None and outer is not name.entity and tokens[cut][0].isupper() and not _is_form(tokens[cut:]):
            return outer
    for i in range(len(tokens) - 1, 0, -1):
        outer = bodies.get(" ".join(tokens[i:]).casefold()) if tokens[i - 1].lower() in ("of", "the") else None
        if outer is not None and outer.kind == "Country":
            return outer
    return None


def _country_of(ties: Ties, name: Mention) -> Entity | None:
    """The country of the nationality that the name of an agency begins with, where the article names it elsewhere."""
    if name.entity.kind != "Agency":
        return None
    for end in (name.start + 2, name.start + 1):
        code = known.demonym_country(ties.doc[name.start : end].text) if end < name.end else None
        if code is not None:
            return ties.country(code) if name.entity.country in (None, code) else None
    return None


def _called_after(ties: Ties, name: Mention, bodies: _Names) -> list[Mention]:
    """The place that a campus is called after: "Lyon University", "University of Lyon"."""
    texts, lower = ties.words.text[name.start : name.end], ties.words.lower[name.start : name.end]
    if name.entity.kind == "InternationalOrganization" or _CAMPUS.isdisjoint(lower):
        return []
    places = [e for e in ties.notes.entities if e.kind == "Place" and any(text in e.aliases for text in texts)]
    return [Mention(name.start, name.end, name.root, "name", "Place", place) for place in places]


def _bodies_by_name(ties: Ties) -> dict[str, Entity]:
    found: dict[str, Entity] = {}
    for mention in ties.notes.mentions:
        entity = mention.entity
        if mention.form == "name" and (entity.kind in ORGANIZATIONS or entity.kind == "Country"):
            for alias in entity.aliases:
                found.setdefault(alias.casefold(), entity)
    return found


def _is_form(rest: list[str]) -> bool:
    """Whether only the form of a company follows: "X" and "X Inc." are the same."""
    return all(word.strip(".").lower() in _COMPANY for word in rest)


# What must be so beside.


def _is_unlisted(ties: Ties, first: Mention, second: Mention) -> bool:
    """Whether a country behind a place is where it lies, and not the next of a list."""
    sure = bool(first.entity.country) and first.entity.country == second.entity.country
    return _is_no_owner(ties, second) and (sure or not _is_in_list(ties, first, second))


def _is_apposed(ties: Ties, first: Mention, second: Mention) -> bool:
    """Whether a place behind another is in apposition, and nothing else follows."""
    doc = ties.doc
    after = doc[second.end].lower_ if second.end < len(doc) else "."
    apposed = doc[second.root].dep_ in ("appos", "npadvmod", "nmod")
    return _is_no_owner(ties, second) and apposed and not _is_in_list(ties, first, second) and after in ",.;)–"


def _is_no_owner(ties: Ties, name: Mention) -> bool:
    return name.end >= len(ties.doc) or ties.doc[name.end].tag_ != "POS"


def _is_in_list(ties: Ties, first: Mention, second: Mention) -> bool:
    """Whether two places are of a list: another place and a comma stand before, or "and" behind."""
    doc = ties.doc
    after = doc[second.end].lower_ if second.end < len(doc) else "."
    if after in ("and", "or", "&") or doc[second.root].dep_ == "conj":
        return True
    before = ties.name_ending(first.start - 1) if first.end > 1 and doc[first.start - 1].text == "," else None
    return before is not None and before.entity.kind in _WHERE


def _is_attached(ties: Ties, first: Mention, second: Mention) -> bool:
    """Whether "in" or "of" belongs to the place before it, or what follows is a country and the place is known."""
    known_place = second.entity.kind == "Country" and first.entity.country is not None
    return first.start <= ties.doc[first.end].head.i < first.end or known_place


def _is_whole(ties: Ties, first: Mention, second: Mention) -> bool:
    """Whether what is owned is a body, and no field of a minister: "Chad's Minister of Culture" is nobody's agency."""
    return _is_body(ties, first)


def _is_body(ties: Ties, name: Mention) -> bool:
    return not is_portfolio(ties, name) and ties.doc[name.start].lower_ not in main_words()


def _is_unit(ties: Ties, first: Mention, second: Mention) -> bool:
    """Whether a name says that it is a part of something: "Office of ...", "... Committee"."""
    words = [token.lower_ for token in ties.doc[first.start : first.end]]
    return any(row.predicate == "partOf" for word in words for row in patterns("noun").get(word, ()))


def _is_battalion(ties: Ties, first: Mention, second: Mention) -> bool:
    """Whether it is a unit of what follows: "2nd Battalion, Northern Regiment", "Law Faculty, Lyon University"."""
    doc = ties.doc
    if doc[second.end - 1].lower_ == doc[first.end - 1].lower_:
        return False
    if second.end < len(doc) and doc[second.end].lower_ in ("and", "or"):
        return False
    campus = _is_unit(ties, first, second) and any(t.lower_ in _CAMPUS for t in doc[second.start : second.end])
    return campus or doc[first.end - 1].lower_ in _MILITARY


def _is_seat(ties: Ties, first: Mention, second: Mention) -> bool:
    """Whether "in" or "of" belongs to the body before it: "the Institute of Peace in Lyon", "Acme of Austria"."""
    return not _is_part_of_world(second) and first.start <= ties.doc[first.end].head.i < first.end


def _is_at_home(ties: Ties, first: Mention, second: Mention) -> bool:
    return first.entity.country in (None, second.entity.country)


def _are_untied(ties: Ties, first: Mention, second: Mention) -> bool:
    return not ties.are_tied(first, second)


_LINKS: dict[str, _Link] = {
    ",": _after_comma, "in": _after_in, "of": _after_of, "and other": _after_others, "(": _in_brackets,
    "'s": _owner, "national": _nationality, "inside": _inside, "called after": _called_after,
}  # fmt: skip
_TESTS: dict[str, _Test] = {
    "unlisted": _is_unlisted, "apposed": _is_apposed, "attached": _is_attached, "whole": _is_whole, "unit": _is_unit,
    "battalion": _is_battalion, "seat": _is_seat, "home": _is_at_home, "untied": _are_untied,
}  # fmt: skip
