"""Ties that the order of two names tells: "Lyon, France", "Chad's army", "the UN Security Council"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from newsgraph.knowledge import known
from newsgraph.language.annotations import Entity, Mention
from newsgraph.language.relations.noun_ties import tie_nouns
from newsgraph.language.relations.role import is_portfolio
from newsgraph.language.relations.role_lexicon import main_words
from newsgraph.language.relations.ties import HYPHENS, ORGANIZATIONS, Ties

_WHERE = frozenset({"Place", "Country"})
HYPHENED = {"backed": "alliedWith", "allied": "alliedWith", "aligned": "alliedWith", "based": "basedIn",
            "headquartered": "basedIn", "owned": "<ownerOf", "supported": "alliedWith"}  # fmt: skip
_SIDES = frozenset("opposition ruling governing left right far centre center - main liberal populist".split())
_MILITARY = frozenset(
    "battalion battery brigade company corps detachment division platoon regiment squadron wing".split()
)
_CAMPUS = frozenset("university college hospital polytechnic".split())
_COMPANY = frozenset("inc ltd llc plc corp corporation co company group holdings ag sa nv gmbh se the and &".split())


def find_name_ties(ties: Ties) -> None:
    """Enter what the order of names in a doc tells."""
    names = [m for m in ties.notes.mentions if m.form == "name"]
    bodies = _bodies_by_name(names)
    for name in names:
        kind = name.entity.kind
        if kind in _WHERE and name.kind != "Group":
            _place(ties, name)
        elif kind in ORGANIZATIONS:
            _owner(ties, name)
            _outer(ties, name, bodies)
            _nationality(ties, name)
            _of(ties, name)
            _unit(ties, name)
            _seat(ties, name)
        elif kind == "Person":
            _person_of(ties, name)


def _place(ties: Ties, name: Mention) -> None:
    """Read "X, Y" and "X in Y" of places."""
    doc = ties.doc
    at = name.end
    if name.entity.kind == "Country" or at + 1 >= len(doc):
        return
    word = doc[at].lower_
    if word == "," and (outer := ties.name_starting(at + 1)):
        if outer.entity.kind not in _WHERE or outer.kind == "Group" or _differ(name, outer):
            return
        if outer.end < len(doc) and doc[outer.end].tag_ == "POS":
            return
        after = doc[outer.end].lower_ if outer.end < len(doc) else "."
        sure = bool(name.entity.country) and name.entity.country == outer.entity.country
        listed = after in ("and", "or", "&") or doc[outer.root].dep_ == "conj" or (at > 1 and _is_listed(ties, name))
        if outer.entity.kind == "Country":
            good = sure or not listed
        else:
            apposed = doc[outer.root].dep_ in ("appos", "npadvmod", "nmod")
            good = apposed and not listed and after in (",", ".", ";", ")", "–")
        if good:
            ties.add(name, "locatedIn", outer)
    elif word in ("and", "or") and doc[at + 1].lower_ == "other":
        _and_others(ties, name)
    elif word in ("in", "of"):
        start = at + 2 if doc[at + 1].lower_ == "the" or doc[at + 1].tag_ == "JJ" else at + 1
        outer = ties.name_starting(start)
        if outer is None or outer.entity.kind not in _WHERE or outer.kind == "Group" or _differ(name, outer):
            return
        attached = name.start <= doc[at].head.i < name.end
        if attached or (outer.entity.kind == "Country" and name.entity.country is not None):
            ties.add(name, "locatedIn", outer)


def _and_others(ties: Ties, name: Mention) -> None:
    """Read "X and other towns in Y"."""
    for noun in ties.doc[name.root].rights:
        if noun.dep_ == "conj" and noun.pos_ == "NOUN":
            for linked in (noun, *(c for c in noun.rights if c.dep_ == "conj")):
                for prep in linked.rights:
                    if prep.dep_ == "prep" and prep.lower_ in ("in", "of"):
                        for where in prep.rights:
                            for outer in ties.bodies(where):
                                if outer.entity.kind in _WHERE and not _differ(name, outer):
                                    ties.add(name, "locatedIn", outer)


def _is_listed(ties: Ties, name: Mention) -> bool:
    """Whether a place is one of a list: another place and a comma stand before it."""
    before = ties.name_ending(name.start - 1) if ties.doc[name.start - 1].text == "," else None
    return before is not None and before.entity.kind in _WHERE


def _differ(inner: Mention, outer: Mention) -> bool:
    """Whether the two are known to be in different countries, or the first to be greater than any."""
    one, other = inner.entity.country, outer.entity.country
    return bool(one and other and one != other) or (bool(other) and _is_part_of_world(inner))


def _is_part_of_world(place: Mention) -> bool:
    """Whether it is a continent or a region of several countries."""
    entity = place.entity
    return entity.kind == "Place" and entity.country is None and "geonames" in entity.links


def _owner(ties: Ties, name: Mention) -> None:
    """Read "Chad's army", "the Chadian army", "the party's youth wing"."""
    doc = ties.doc
    before = name.start - 1
    if before < 0 or is_portfolio(ties, name) or doc[name.start].lower_ in main_words():
        # "Chad's Minister of Culture" is nobody's agency.
        return
    possessive = doc[before].tag_ == "POS"
    owner = ties.name_ending(before if possessive else name.start)
    if not possessive and (owner is None or owner.entity.kind != "Country" or name.entity.kind != "Agency"):
        # "India Reuters" is a caption.
        owner = ties.nationality(doc[before])
    if owner is None or (not possessive and doc[owner.root].head.i not in range(name.start, name.end)):
        return
    if owner.entity.kind == "Country":
        if _differ(name, owner):
            return
        if name.entity.kind == "Agency":
            ties.add(name, "agencyOf", owner)
        elif name.entity.kind in ("Party", "ArmedGroup") or (possessive and name.entity.kind == "Organization"):
            ties.add(name, "basedIn", owner)
        return
    # What the model takes for an organisation is often something else: "Microsoft's Outlook".
    public = name.entity.kind in ("Agency", "InternationalOrganization")
    if possessive and owner.entity.kind in ORGANIZATIONS and (public or _is_unit(ties, name)):
        ties.add(name, "partOf", owner)


def _bodies_by_name(names: list[Mention]) -> dict[str, Entity]:
    found: dict[str, Entity] = {}
    for name in names:
        entity = name.entity
        if entity.kind in ORGANIZATIONS or entity.kind == "Country":
            for alias in entity.aliases:
                found.setdefault(alias.casefold(), entity)
    return found


def _outer(ties: Ties, name: Mention, bodies: dict[str, Entity]) -> None:
    """Read a body that is named in another's name: "the UN Security Council", "Ministry of Culture of Chad"."""
    doc = ties.doc
    tokens = [t.text for t in doc[name.start : name.end]]
    if len(tokens) < 2:
        return
    for cut in range(len(tokens) - 1, 0, -1):
        outer = bodies.get(" ".join(tokens[:cut]).casefold())
        if outer is not None and outer is not name.entity and tokens[cut][0].isupper() and not _same(tokens[cut:]):
            _enter_outer(ties, name, outer)
            return
    for i in range(len(tokens) - 1, 0, -1):
        if tokens[i - 1].lower() in ("of", "the"):
            outer = bodies.get(" ".join(tokens[i:]).casefold())
            if outer is not None and outer.kind == "Country":
                _enter_outer(ties, name, outer)
                return


def _same(rest: list[str]) -> bool:
    """Whether only the form of a company follows: "X" and "X Inc." are the same."""
    return all(word.strip(".").lower() in _COMPANY for word in rest)


def _nationality(ties: Ties, name: Mention) -> None:
    """Read "the Indian Army", where the article names India elsewhere."""
    if name.entity.kind != "Agency":
        return
    doc = ties.doc
    for end in (name.start + 2, name.start + 1):
        code = known.demonym_country(doc[name.start : end].text) if end < name.end else None
        if code is not None:
            country = ties.country(code)
            if country is not None and name.entity.country in (None, code):
                _enter_outer(ties, name, country)
            return


def _enter_outer(ties: Ties, name: Mention, outer: Entity) -> None:
    whole = Mention(name.start, name.end, name.root, "name", outer.kind, outer)
    if outer.kind == "Country":
        if name.entity.kind == "Agency" and name.entity.country in (None, outer.country):
            ties.add(name, "agencyOf", whole)
    elif outer.kind in ("InternationalOrganization", "Party", "ArmedGroup") and name.entity.kind in ORGANIZATIONS:
        ties.add(name, "partOf", whole)


def _of(ties: Ties, name: Mention) -> None:
    """Read "the Security Council of the United Nations", "the Ministry of Defence of Chad"."""
    doc = ties.doc
    at = name.end
    if at + 1 >= len(doc) or doc[at].lower_ != "of":
        return
    outer = ties.name_starting(at + 2 if doc[at + 1].lower_ == "the" else at + 1)
    if outer is None:
        return
    if outer.entity.kind == "Country" and name.entity.kind == "Agency" and not _differ(name, outer):
        ties.add(name, "agencyOf", outer)
    elif outer.entity.kind in ORGANIZATIONS:
        ties.add(name, "partOf", outer)


def _unit(ties: Ties, name: Mention) -> None:
    """Read a unit and then its body: "2nd Battalion, Northern Regiment", "Department of Physics, Lyon University"."""
    doc = ties.doc
    if name.end + 1 >= len(doc) or doc[name.end].text != ",":
        return
    body = ties.name_starting(name.end + 1)
    if body is None or body.entity.kind not in ORGANIZATIONS or doc[body.end - 1].lower_ == doc[name.end - 1].lower_:
        return
    campus = _is_unit(ties, name) and any(t.lower_ in _CAMPUS for t in doc[body.start : body.end])
    listed = body.end < len(doc) and doc[body.end].lower_ in ("and", "or")
    if (campus or doc[name.end - 1].lower_ in _MILITARY) and not listed:
        ties.add(name, "partOf", body)


def _seat(ties: Ties, name: Mention) -> None:
    """Read "the Institute of Peace in Lyon", "the University of Lyon", "Acme of Austria"."""
    doc = ties.doc
    if name.entity.kind in ("InternationalOrganization", "Country"):
        return
    at = name.end
    if at + 1 < len(doc) and doc[at].lower_ in ("in", "of") and name.start <= doc[at].head.i < name.end:
        where = ties.name_starting(at + 2 if doc[at + 1].lower_ == "the" else at + 1)
        placed = where is not None and where.entity.kind in _WHERE and where.kind != "Group"
        if where is not None and placed and not _differ(name, where) and _may_be_seat(name, where, doc[at].lower_):
            ties.add(name, "basedIn", where)
    if not any(doc[i].lower_ in _CAMPUS for i in range(name.start, name.end)):
        return
    words = {doc[i].text for i in range(name.start, name.end)}
    for place in list(ties.notes.entities):
        # "Lyon University", "University of Lyon"
        if place.kind == "Place" and not words.isdisjoint(place.aliases) and place is not name.entity:
            ties.add(name, "basedIn", Mention(name.start, name.end, name.root, "name", "Place", place))


def _may_be_seat(name: Mention, where: Mention, link: str) -> bool:
    """Whether a place behind "in", or behind "of" where no agency or party stands before it, is where a body is."""
    return not _is_part_of_world(where) and (link == "in" or name.entity.kind == "Organization")


def _is_unit(ties: Ties, name: Mention) -> bool:
    """Whether a name says that it is a part of something: "Office of ...", "... Committee"."""
    words = [token.lower_ for token in ties.doc[name.start : name.end]]
    return any(reading.predicate == "partOf" for word in words for reading in tie_nouns().get(word, ()))


def _person_of(ties: Ties, name: Mention) -> None:
    """Read "X of the Liberal Party", "X (CDU)", "Labour's X" and "the German X"."""
    doc = ties.doc
    at = name.end
    before = doc[name.start - 1] if name.start else None
    if before is not None and before.dep_ in ("amod", "compound", "nmod") and name.start <= before.head.i < name.end:
        country = ties.nationality(before)
        if country is not None:
            ties.add(name, "citizenOf", country)
    elif before is not None and before.tag_ == "POS":
        body = ties.name_ending(before.i)
        if body is not None and body.entity.kind in ORGANIZATIONS:
            ties.add(name, "memberOf", body)
    if at + 2 < len(doc) and doc[at].text == "(":
        party = ties.name_starting(at + 1)
        if party is not None and party.entity.kind == "Party" and doc[party.end].text == ")":
            ties.add(name, "memberOf", party)
    if at + 1 < len(doc) and doc[at].lower_ == "of":
        at += 2 if doc[at + 1].lower_ == "the" else 1
        while at + 1 < len(doc) and doc[at].text in _SIDES:
            at += 1
        body = ties.name_starting(at)
        if body is not None and body.entity.kind in ORGANIZATIONS and not ties.are_tied(name, body):
            ties.add(name, "memberOf", body)


def find_hyphen_ties(ties: Ties, words: Iterable[Token]) -> None:
    """Enter "the Saudi-backed X", "the Geneva-based X"; the words are "backed", "based" and their like."""
    doc = ties.doc
    for word in words:
        if word.i < 2 or doc[word.i - 1].text not in HYPHENS or word.head.i <= word.i:
            continue
        owner = ties.name_ending(word.i - 1) or ties.nationality(doc[word.i - 2], hyphened=True)
        predicate = HYPHENED[word.lower_]
        if owner is None or (predicate == "basedIn" and owner.entity.kind not in _WHERE):
            continue
        for described in ties.people_or_bodies(word.head):
            if described.entity.kind == "Country" or described.form != "name":
                continue
            if predicate.startswith("<"):
                ties.add(owner, predicate[1:], described)
            else:
                ties.add(described, predicate, owner)
