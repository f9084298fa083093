"""The body of a role where it stands behind the noun: "of Defence of Chad", "for the ministry", ", Northern Fleet"."""

from __future__ import annotations

from spacy.tokens import Token

from newsgraph.language.annotations import Mention
from newsgraph.language.relations.actors import objects_of
from newsgraph.language.relations.role import Role, is_portfolio, small
from newsgraph.language.relations.role_lexicon import role_words
from newsgraph.language.relations.ties import ORGANIZATIONS, Ties

# What may stand between a role and its body beside "of": of one who is the first in it, and of another.
_LINKS = {True: frozenset(["at"]), False: frozenset("for at in with from on".split())}
_ADMINISTRATIONS = frozenset("administration assembly authority council government police".split())
_SORTS = frozenset("city country county district island nation province region republic state town village".split())
_AREAS = frozenset("borough city county district island municipal province provincial region regional state".split())


def read_right(ties: Ties, role: Role) -> str:
    """Read "of Defence of Chad", "for the ministry", "to Egypt"; give what of it belongs to the role's text."""
    said = ""
    preps = [c for c in role.noun.rights if c.dep_ == "prep" and c.i >= role.noun.i]
    while preps:
        prep = preps.pop(0)
        noun = next((c for c in prep.rights if c.dep_ == "pobj"), None)
        if noun is None or prep.i < role.end - 1:
            continue
        word = prep.lower_
        field = ties.doc[prep.i + 1]
        if field.i < noun.i and field.lower_ in role_words("portfolio") and ties.people(noun):
            # "Minister of Health X", where the parser takes X for what follows "of".
            noun = field
        bodies = ties.bodies_with_conjuncts(noun)
        if word in ("of", "for") and _is_portfolio_of(ties, role, noun):
            said += ("" if not said else " ") + _phrase(ties, prep, noun)
            role.end = role.reach = _end_of_portfolio(ties, noun)
            if role.kind == "head":
                role.compound = noun.lower_
            preps = [c for c in noun.rights if c.dep_ == "prep"] + preps
            continue
        bodies = bodies or _bodies_behind(ties, role, word, noun)
        if bodies:
            role.reach = max(role.reach, noun.i + 1, bodies[0].end if bodies[0].form == "name" else 0)
            _take_bodies(role, word, bodies)
            if role.kind == "post" and (word in ("to", "for")) and not any(m in role.bodies for m in bodies):
                said += ("" if not said else " ") + _phrase(ties, prep, noun)
        elif word in ("of", "for") and role.kind in ("head", "post") and noun.is_lower and not said:
            owner = _owner(ties, noun)
            if owner is None and not role.bodies and (owner := _place_of_administration(ties, noun)):
                role.local = True
            if owner is not None:
                role.bodies = [owner]
            if owner is not None or word == "of":
                # "head of operations": what it is the head of is only a part of the body.
                role.compound = noun.lower_
                role.end = noun.i + 1
                said += ("" if not said else " ") + f"{word} {_modified(noun)}"
    return said


def _bodies_behind(ties: Ties, role: Role, word: str, noun: Token) -> list[Mention]:
    """The bodies that a noun behind a preposition stands for, where it names none itself."""
    bodies: list[Mention] = []
    if noun.lower_ in _SORTS:
        # "of the African country of Chad", "of the Lombardy region"
        before = [c for c in noun.lefts if c.dep_ in ("compound", "nmod", "amod")]
        bodies = [m for t in (*objects_of(noun, "of"), *before) for m in ties.bodies(t)][:1]
    if not bodies and word in ("of", "for") and not role.bodies:
        bodies = ties.taken_up(noun)
    if not bodies and noun.lower_ in _SORTS and word == "of" and (place := _only_place(ties, noun)):
        bodies = [place]
    return bodies


def _take_bodies(role: Role, word: str, bodies: list[Mention]) -> None:
    """Give a role the bodies behind a preposition that are its own."""
    if word == "of" and (not role.bodies or bodies[0].entity.kind in ORGANIZATIONS):
        role.bodies = bodies
    elif word in _LINKS[role.kind == "head" and not (role.not_first or role.compound)] and not role.bodies:
        role.bodies = [m for m in bodies if m.entity.kind in ORGANIZATIONS]
    elif word == "to" and not role.bodies and role.name in ("ambassador", "permanent representative", "envoy"):
        role.bodies = [m for m in bodies if m.entity.kind == "InternationalOrganization"]


def _is_portfolio_of(ties: Ties, role: Role, noun: Token) -> bool:
    """Whether the noun behind "of" or "for" is a field of government."""
    inside = ties.notes.covering.get(noun.i)
    if inside is None or inside.form != "name" or is_portfolio(ties, inside):
        return noun.lower_ in role_words("portfolio")
    # "Minister of Agriculture and Sea Life": whatever a minister is of, is a field, if it is not known as a body.
    return (
        role.name == "minister"
        and inside.entity.kind in ("Organization", "Agency", "Other")
        and not inside.entity.links
        and not role_words("body").intersection(t.lower_ for t in ties.doc[inside.start : inside.end])
    )


def _end_of_portfolio(ties: Ties, noun: Token) -> int:
    doc = ties.doc
    inside = ties.notes.covering.get(noun.i)
    end = max(noun.i + 1, inside.end if inside is not None and inside.form == "name" else 0)
    fields = role_words("portfolio")
    while end + 1 < len(doc) and doc[end].lower_ in ("and", "&", ",") and doc[end + 1].lower_ in fields:
        end += 2
        while end < len(doc) and doc[end].lower_ in fields:
            end += 1
    return end


def _owner(ties: Ties, noun: Token) -> Mention | None:
    """The country in "of Chad's army", "of the Chadian army"; of the bank's Chad division it is not the country."""
    owners = [child for child in noun.lefts if child.dep_ == "poss"]
    for child in owners or noun.lefts:
        if child.dep_ in ("poss", "amod", "compound", "nmod"):
            for mention in ties.bodies(child):
                if mention.entity.kind == "Country":
                    return mention
    return None


def _place_of_administration(ties: Ties, noun: Token) -> Mention | None:
    """The place in "the district administration"."""
    if noun.lower_ not in _ADMINISTRATIONS or noun.i == 0 or ties.doc[noun.i - 1].lower_ not in _AREAS:
        return None
    return _only_place(ties, noun)


def _only_place(ties: Ties, noun: Token) -> Mention | None:
    """The place that a sentence and the one before name, if it is one only: "the province" is probably that."""
    sentence = noun.sent
    before = ties.doc[sentence.start - 1].sent.start if sentence.start else 0
    places = [
        m
        for i in range(before, noun.i)
        for m in ties.notes.at_root.get(i, ())
        if m.form == "name" and m.entity.kind == "Place"
    ]
    return places[-1] if len({id(m.entity) for m in places}) == 1 else None


def _modified(noun: Token) -> str:
    """A common noun with the small words before it: "foreign ministry"."""
    words = [t.text for t in noun.lefts if t.dep_ in ("amod", "compound") and t.is_lower]
    return " ".join([*words, noun.lower_])


def _phrase(ties: Ties, prep: Token, noun: Token) -> str:
    """A preposition with its noun, as far as the name or the noun goes."""
    mention = ties.notes.covering.get(noun.i)
    named = mention is not None and mention.form == "name"
    start = prep.i
    end = mention.end if mention is not None and named else noun.i + 1
    if not named and noun.lower_ in role_words("portfolio"):
        end = max(end, _end_of_portfolio(ties, noun))
    tokens = [t for t in ties.doc[start:end] if t.tag_ != "DT"]
    return "".join((t.text if named else small(t)) + t.whitespace_ for t in tokens).strip()


def read_apposed_body(ties: Ties, role: Role) -> None:
    """Read the body in "commander, Northern Fleet"."""
    doc = ties.doc
    if role.plural or role.kind not in ("head", "post") or role.end + 1 >= len(doc) or doc[role.end].text != ",":
        return
    start = role.end + 1
    if doc[start].lower_ == "the" and start + 1 < len(doc):
        start += 1
    name = ties.name_starting(start)
    if name is not None and name.entity.kind in ORGANIZATIONS and not is_portfolio(ties, name):
        role.bodies = [name]
