"""Ties that roles tell: who heads a body, belongs to it, holds a post in it, is a citizen of it, owns it.

A post is noted of a person also where no body is named: "former President X", "Y, the chief prosecutor".
"""

from __future__ import annotations

from collections.abc import Iterable

from newsgraph.language.annotations import Mention
from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.relations.periods import find_period
from newsgraph.language.english.relations.role import Role
from newsgraph.language.english.relations.role_holders import find_holders
from newsgraph.language.english.relations.role_lexicon import role_words
from newsgraph.language.english.relations.role_phrases import read_role
from newsgraph.language.english.relations.ties import ORGANIZATIONS, Ties
from newsgraph.language.english.relations.title_countries import TitleCountries, has_office
from newsgraph.records import post_words

_OF_STATE = frozenset(["prime minister", "minister", "mayor", "governor"])
_STATED = frozenset(("head", "post", "service", "occupation"))
"""Classes of roles that say something of a person also where no body is named."""


def find_role_ties(ties: Ties, nouns: Iterable[int]) -> None:
    """Enter what the role nouns of a doc tell."""
    syntax = ties.syntax
    roles = [role for noun in nouns if (role := read_role(ties, noun)) is not None]
    by_noun = {role.noun: role for role in roles}
    for role in roles:
        first = by_noun.get(syntax.head[role.noun]) if syntax.dep[role.noun] == "conj" else None
        if first is not None:
            _share(ties, first, role)
    for role in roles:
        role.holders = find_holders(ties, role)
        _body_of_holder(ties, role)
    for role in roles:
        first = by_noun.get(syntax.head[role.noun]) if syntax.dep[role.noun] == "conj" else None
        if first is not None and not role.holders:
            role.holders = first.holders
        elif first is not None and not first.holders and first.end + 1 >= role.start:
            first.holders = role.holders
    titles = TitleCountries(ties, [role for role in roles if not role.bodies])
    # Those with a body first: it may be the country of a title elsewhere.
    titles.find_ministries()
    for role in sorted(roles, key=lambda role: not role.bodies):
        if not role.bodies and role.holders and (country := titles.country_of(role)):
            role.bodies = [country]
        _read_party(ties, role)
        if role.coming:
            continue
        over = [_enter(ties, role, holder, body) for holder, body in _pairs(role)]
        _note_posts(ties, role, former=role.former or any(over))


def _read_party(ties: Ties, role: Role) -> None:
    """Make the holder a member of the party that an adjective tells, or the party the body of its own posts."""
    if role.party is None:
        return
    if not role.bodies and (role.name == "leader" or (role.kind == "post" and role.name not in role_words("lawmaker"))):
        role.bodies = [role.party]
        return
    for holder in role.holders:
        ties.add(holder, "memberOf", role.party, reach=(role.start, role.end))


def _is_of_another(ties: Ties, first: Role, second: Role) -> bool:
    """Whether it is told of what the second is, though no body was found there: "fellow of X and author of a book"."""
    told = second.end < ties.syntax.size and ties.syntax.lower[second.end] in ("of", "at", "with", "for")
    return told and first.bodies[0].start < second.start


def _share(ties: Ties, first: Role, second: Role) -> None:
    """Coordinated roles share a body and a "former" that stands before the first: "former chairman and owner of X"."""
    if first.bodies and not second.bodies and not _is_of_another(ties, first, second):
        second.bodies = first.bodies
    elif second.bodies and not first.bodies and first.end + 1 >= second.start:
        first.bodies = second.bodies
        second.former = second.former or (first.former and not (second.current or second.definite or second.indefinite))


def _body_of_holder(ties: Ties, role: Role) -> None:
    """The body in "Prime Minister X of Chad"."""
    syntax = ties.syntax
    if role.bodies or not role.holders or role.kind in ("occupation", "citizen"):
        return
    for holder in role.holders:
        at = holder.end
        if holder.start >= role.end and at + 1 < syntax.size and syntax.lower[at] == "of":
            at += 2 if syntax.lower[at + 1] == "the" else 1
            name = ties.name_starting(at)
            if name is not None and (name.entity.kind in ORGANIZATIONS or name.entity.kind in ("Country", "Place")):
                role.bodies.append(name)


def _pairs(role: Role) -> list[tuple[Mention, Mention]]:
    """Who goes with what: each with each, or in the order of two lists of the same length."""
    holders, bodies = role.holders, role.bodies
    if role.plural and len(holders) > 1 and len(bodies) > 1:
        return list(zip(holders, bodies, strict=True)) if len(holders) == len(bodies) else []
    return [(holder, body) for holder in holders for body in bodies]


def _enter(ties: Ties, role: Role, holder: Mention, body: Mention) -> bool:
    """Enter a tie, if it is one; whether it is over."""
    predicate = predicate_of(role, body.entity.kind, bool(body.kind == "Group"))
    if predicate is None or (body.entity.kind == "Country" and _is_of_company(role)):
        return role.former
    if predicate == "headOf" and body.entity.kind == "Country" and not has_office(body.entity.country, role.text):
        predicate = "roleAt"  # Britain's chancellor is no head of it
    reach = (min(role.start, holder.start, body.start), role.end)
    ends = (role.end, max(role.end, role.reach), body.end, holder.end)
    period = find_period(ties, role.noun, ends)
    named = role.text if predicate not in ("citizenOf", "ownerOf") else None
    if predicate == "memberOf" and role.name == "member":
        named = None
    former = role.former or period.is_over(ties.notes.article.published)
    ties.add(
        holder, predicate, body, role=named, former=former, acting=role.acting,
        since=period.since, until=period.until, reach=reach,
    )  # fmt: skip
    return former


def _note_posts(ties: Ties, role: Role, *, former: bool) -> None:
    """Note a role with its holders where it stands right before or after their names, as a title or an apposition."""
    if role.kind not in _STATED or (role.plural and len(role.holders) < 2):
        return
    post = post_words(role.text, former=former, acting=role.acting)
    for holder in role.holders:
        known = holder.entity.roles
        if post not in known and _is_stated(ties, role, holder):
            known.append(post)


def _is_stated(ties: Ties, role: Role, holder: Mention) -> bool:
    """Whether a role is a title or an apposition, not something that is believed, hoped or denied of somebody."""
    syntax, text = ties.syntax, ties.words.text
    if role.end <= holder.start <= role.end + 2 and not {",", ";", ":", "("} & set(text[role.end : holder.start]):
        return True  # "Senators X and Y": the first
    apposed = (role.noun, holder.root), (holder.root, role.noun)
    return role.plural or any(syntax.dep[one] == "appos" and syntax.head[one] == other for one, other in apposed)


def predicate_of(role: Role, kind: str, by_nationality: bool) -> str | None:
    """What a role in a body of some kind is in the terms of the record, or None where it says nothing."""
    body = kind in ORGANIZATIONS
    if role.kind == "citizen":
        return "citizenOf" if kind == "Country" else None
    if role.kind == "owner":
        return "ownerOf" if body else None
    if role.kind == "occupation":
        if kind == "Country":
            return "citizenOf" if by_nationality else None
        # Who works at a university or a paper belongs to it.
        return "memberOf" if body else None
    if role.kind in ("member", "service"):
        if kind == "Country":
            return "roleAt" if role.kind == "service" else "citizenOf" if by_nationality else None
        return "memberOf" if body else None
    if kind == "Party" and role.name in role_words("lawmaker") | _OF_STATE:
        # The party is that of the mayor, not what he or she is mayor of.
        return "memberOf"
    if kind == "Country" and by_nationality and role.name in role_words("of_no_state"):
        return "citizenOf"
    if role.kind == "post" or role.not_first:
        local = role.name in role_words("lawmaker") or role.name in role_words("local")
        return "roleAt" if body or kind == "Country" or local else None
    if role.indefinite and role.name in role_words("one_of_many"):
        return "memberOf" if body else None
    if role.compound and role.text not in role_words("state") and not _is_rank(role, role.compound):
        return "roleAt" if body or kind == "Country" or role.compound in ("police", "fire") else None
    if _is_of_part(role):
        return "roleAt" if body or kind == "Country" else None
    if kind == "Country":
        return "headOf" if {role.name, role.text} & role_words("state") else "roleAt"
    if kind == "Place":
        return "headOf" if {role.name, *role.text.split()} & (role_words("place") | role_words("house")) else None
    return "headOf"


def _is_of_company(role: Role) -> bool:
    """Whether a role is one in a company that only has a country beside it: "president of the American company"."""
    _, of, noun = role.text.rpartition(" of ")
    found = actor_noun(noun.lower(), noun.lower()) if of else None
    return found is not None and found.kind == "Organization"


def _is_rank(role: Role, word: str) -> bool:
    """Whether a word before the noun only tells the rank or repeats the body: "prime minister", "party leader"."""
    return word in role.name.split() or word in role_words("rank") or word in role_words("unit")


def _is_of_part(role: Role) -> bool:
    """Whether it is the first of a part of the body only: "regional director", "military leader"."""
    if role.name in role_words("one_of_several"):
        return any(not _is_rank(role, word) for word in role.modifiers)
    return any(word in role_words("part") for word in role.modifiers)
