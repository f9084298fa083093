"""Ties that the order of two names tells: "Lyon, France", "Chad's army", "the UN Security Council", "Geneva-based X".

A row of the table says how the second stands to the first (`link`, in `order_links.py`) and what must be so beside
(`when`, in `order_tests.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgraph.language.annotations import Entity, Mention
from newsgraph.language.english.relations.order_links import LINKS
from newsgraph.language.english.relations.order_tests import TESTS, WHERE, is_part_of_world
from newsgraph.language.english.relations.patterns import Pattern, Told
from newsgraph.language.english.relations.ties import BODIES, HYPHENS, ORGANIZATIONS, Ties

_NAMED = BODIES | {"Person"}


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
            for second in LINKS[link](ties, name, bodies):
                if (fit := _row_for(ties, found, name, second)) is not None:
                    yield Told(fit, name, second)


def read_hyphen(ties: Ties, word: int, rows: Sequence[Pattern]) -> Iterator[Told]:
    """Read "the Saudi-backed X", "the Geneva-based X"; the word is "backed" or "based"."""
    syntax = ties.syntax
    text = ties.words.text
    if word < 2 or text[word - 1] not in HYPHENS or syntax.head[word] <= word:
        return
    second = ties.name_ending(word - 1) or ties.nationality(word - 2, hyphened=True)
    for row in rows if second is not None else ():
        assert second is not None
        for first in ties.people_or_bodies(syntax.head[word]):
            if first.form == "name" and first.entity.kind in row.first and second.entity.kind in row.second:
                yield Told(row, first, second)


def _row_for(ties: Ties, rows: Sequence[Pattern], first: Mention, second: Mention) -> Pattern | None:
    """The first pattern whose kinds the two are of, and whose tests they pass; none where they are countries apart."""
    if second.entity.kind in WHERE and _are_apart(first, second):
        return None
    return next(
        (r for r in rows if second.entity.kind in r.second and all(TESTS[t](ties, first, second) for t in r.when)),
        None,
    )


def _are_apart(inner: Mention, outer: Mention) -> bool:
    """Whether the two are known to be in different countries, or the first to be greater than any."""
    one, other = inner.entity.country, outer.entity.country
    if inner.entity.kind == "Person":
        return False
    return bool(one and other and one != other) or (bool(other) and is_part_of_world(inner))


def _bodies_by_name(ties: Ties) -> dict[str, Entity]:
    found: dict[str, Entity] = {}
    for mention in ties.notes.mentions:
        entity = mention.entity
        if mention.form == "name" and (entity.kind in ORGANIZATIONS or entity.kind == "Country"):
            for alias in entity.aliases:
                found.setdefault(alias.casefold(), entity)
    return found
