"""The entities of single articles, as the comparison across articles needs them."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from newsgraph.records import Entity, Mention, Record, Relation, is_past, post_words
from newsgraph.resolve.entities.names import name_key
from newsgraph.unseen import without_unseen

Key = tuple[str, str]
"""Article id and entity id."""


class ArticleEntity(msgspec.Struct, frozen=True, gc=False):
    """An entity of one article, with its names, roles and ties."""

    key: Key
    entity: Entity
    names: dict[str, int]
    """Written forms with their counts."""
    full_names: frozenset[str]
    roles: frozenset[str] = frozenset()
    ties: frozenset[str] = frozenset()
    """Keys of the bodies and countries that relations tie it to."""
    posts: tuple[str, ...] = ()
    """Its roles as they are shown, past ones as such and last: "prime minister", "former mayor"."""

    @property
    def count(self) -> int:
        """How often the article names it."""
        return sum(self.names.values())

    @property
    def country(self) -> str | None:
        """The country of the entity, unless it was only guessed: a guess neither joins nor parts."""
        return None if self.entity.country_guessed else self.entity.country


def read_entities(record: Record) -> Iterator[ArticleEntity]:
    """The entities of an article."""
    article = record.article.id
    by_id = {entity.id: entity for entity in record.entities}
    names: dict[str, dict[str, int]] = {}
    for mention in record.mentions:
        entity = by_id[mention.entity]
        if mention.form == "name" or _names_body(mention, entity):
            written = entity.name if _is_half(mention.text, entity) else without_unseen(mention.text)
            own_names = names.setdefault(mention.entity, {})
            own_names[written] = own_names.get(written, 0) + 1
    told: dict[str, list[Relation]] = defaultdict(list)
    for relation in record.relations:
        told[relation.subject].append(relation)
    for entity in record.entities:
        key, own_names, own = (article, sys.intern(entity.id)), names.get(entity.id, _NONE), told.get(entity.id, ())
        home = (entity.country,) if entity.country and not entity.country_guessed else ()
        full = (entity.name, *(alias for alias in entity.aliases if " " in alias)) if own_names else ()
        if not own:  # as of most
            posts = posts_of(entity, ()) if entity.roles else ()
            yield ArticleEntity(key, entity, own_names, frozenset(full), ties=frozenset(home), posts=posts)
            continue
        ties = {by_id[tie.object].country or name_key(by_id[tie.object].name) for tie in own}
        roles = [tie.role.casefold() for tie in own if tie.role]
        yield ArticleEntity(
            key, entity, own_names, frozenset(full), frozenset(roles), frozenset(ties.union(home)),
            posts_of(entity, own),
        )  # fmt: skip


def posts_of(entity: Entity, ties: Iterable[Relation]) -> tuple[str, ...]:
    """The posts of a person, by titles and by ties, each once, past ones last."""
    told = [post_words(tie.role, former=tie.former, acting=tie.acting) for tie in ties if tie.role]
    posts = {post.casefold(): post for post in (*told, *entity.roles)}
    return tuple(sorted(posts.values(), key=is_past))


_NONE: dict[str, int] = {}
"""The names of what has none."""


def _names_body(mention: Mention, entity: Entity) -> bool:
    """Whether a noun phrase tells one body from all others, as a name does: "Danish government", "US military"."""
    if entity.kind != "Agency" or mention.form != "nominal":
        return False
    first, _, rest = mention.text.partition(" ")
    if not rest:
        return False
    if not entity.country and rest.rpartition(" ")[2] not in _GOVERNMENTS:
        return False
    return first[:1].isupper() and first.lower() not in _DETERMINERS


_GOVERNMENTS = frozenset("government administration regime".split())
_DETERMINERS = frozenset("the a an this that these those its his her their our my your both some any no".split())


def _is_half(text: str, entity: Entity) -> bool:
    """Whether a place is written by half of its name, as in "Central and South Asia"."""
    return entity.kind == "Place" and entity.name.startswith(f"{text} ") and text not in entity.aliases
