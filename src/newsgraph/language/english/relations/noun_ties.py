"""Ties that nouns tell of a name: "X, a town in Y", "X, the armed wing of Y", "Y's ally X", "his wife X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgraph.language.annotations import Mention
from newsgraph.language.english.relations.patterns import Pattern, Told
from newsgraph.language.english.relations.ties import Ties

_NEAR = 30


def read_noun(ties: Ties, noun: int, rows: Sequence[Pattern]) -> Iterator[Told]:
    """Read what a noun tells that is said of a name; by the first of its patterns that has the other, too."""
    syntax = ties.syntax
    inside = ties.notes.covering.get(noun)
    if syntax.pos[noun] not in ("NOUN", "PROPN") or (inside is not None and inside.form == "name"):
        return
    described = _described(ties, noun)
    for row in rows if described else ():
        one = [m for m in described if m.entity.kind in row.first]
        if not one:
            continue
        others = [m for m in _others(ties, noun, row, one[0]) if m.entity.kind in row.second]
        former = row.predicate != "kinOf" and any(syntax.lower[c] in _OVER for c in syntax.lefts(noun))
        for first in one:
            for second in others:
                if not _are_abroad(row, first, second):
                    yield Told(row, first, second, former, reach=(noun, noun + 1))
        if others:
            return


_OVER = frozenset(("former", "ex", "late", "estranged"))


def _are_abroad(row: Pattern, first: Mention, second: Mention) -> bool:
    """Whether what lies in the other, or belongs to it, is known to be in another country."""
    one, other = first.entity.country, second.entity.country
    return bool(one and other and one != other) and row.predicate in ("locatedIn", "basedIn", "agencyOf")


def _described(ties: Ties, noun: int) -> list[Mention]:
    """The names that a noun is said of: its apposition, its subject, the name behind it or behind its "of"."""
    syntax, text = ties.syntax, ties.words.text
    head, dep = syntax.head[noun], syntax.dep[noun]
    if dep == "appos" and (found := _names(ties, head)):
        return found
    for child in syntax.rights(noun):
        if syntax.dep[child] == "appos" and (found := _names(ties, child)):
            return found
    be = dep == "attr" and syntax.lemma[head] in ("be", "become", "remain")
    if be and syntax.child(head, "neg") is None:
        return [m for c in syntax.lefts(head) if syntax.dep[c] == "nsubj" for m in _names(ties, c)]
    if dep == "pobj" and syntax.lower[head] == "as":
        above = syntax.head[head]
        if syntax.pos[above] in ("NOUN", "PROPN"):
            return _names(ties, above)
        return [m for c in syntax.lefts(above) if syntax.dep[c] in ("nsubj", "nsubjpass") for m in _names(ties, c)]
    at = noun + 1
    if at < len(text) and syntax.lower[at] == "of":
        at += 1
    if at < len(text) and text[at] == "," and noun + 1 == at:
        at += 1
    name = ties.name_starting(at) if at < len(text) else None
    if name is not None and syntax.tag[name.root] != "JJ":
        return [name]
    return _names(ties, head) if dep in ("compound", "nmod") and head == noun + 1 else []


def _names(ties: Ties, token: int) -> list[Mention]:
    return ties.people(token) or ties.bodies(token)


def _is_near(mention: Mention, pronoun: int) -> bool:
    """Whether the one that a pronoun stands for was named a short while before, so that it is hardly somebody else."""
    return any(m.form == "name" and 0 < pronoun - m.end < _NEAR for m in mention.entity.mentions)


def _others(ties: Ties, noun: int, row: Pattern, first: Mention) -> list[Mention]:
    """The names that it ties the first to: of its genitive, before it, or behind its preposition."""
    syntax = ties.syntax
    found: list[Mention] = []
    for child in syntax.rights(noun):
        if syntax.dep[child] == "prep" and syntax.lower[child] in row.links:
            for inner in syntax.rights(child):
                if syntax.dep[inner] == "pobj":
                    found = ties.people_or_bodies(inner)
                    if row.predicate in ("partOf", "memberOf", "alliedWith"):
                        found = found + [m for c in syntax.conjuncts(inner)[1:] for m in ties.people_or_bodies(c)]
        if found:
            return found
    for child in syntax.lefts(noun):
        if syntax.dep[child] in ("poss", "amod", "compound", "nmod"):
            found = ties.people_or_bodies(child)
            if found and syntax.tag[child] == "PRP$":
                found = _owner(ties, child, found[0], first) if _is_near(found[0], child) else []
            if found:
                return found
    return []


def _owner(ties: Ties, pronoun: int, owner: Mention, relative: Mention) -> list[Mention]:
    """Whose relative one is by "his" or "her": the subject, or the only one in question."""
    syntax = ties.syntax
    if owner.entity.kind != "Person" or relative.entity.kind != "Person":
        return [owner]
    start, before = syntax.sent_start[pronoun], ties.sentence_before(pronoun)
    named: dict[int, Mention] = {}
    for i in range(before, pronoun):
        for mention in ties.notes.at_root.get(i, ()):
            if mention.form == "name" and mention.entity.kind == "Person" and mention.entity is not relative.entity:
                named[id(mention.entity)] = mention
    if len(named) < 2:
        return [owner]
    for i in range(start, pronoun):
        if syntax.dep[i] in ("nsubj", "nsubjpass") and any(m.entity is owner.entity for m in ties.people(i)):
            return [owner]
    return []
