"""Annotations as bytes, with the Doc that bears them: `Doc.to_bytes`, `DocBin`, `nlp.pipe(texts, n_process=2)`.

spaCy packs what a Doc bears with srsly, which asks the encoders that are registered here. Annotations are a net of
objects (an entity has its mentions, and a mention its entity); each becomes a row `[class, its fields]`, and what
refers to another object has the number of its row. Bytes are only ever read into the classes of `annotations`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any

import msgspec
from srsly.msgpack import msgpack_decoders, msgpack_encoders  # type: ignore[import-untyped]

from newsgraph.articles import Article
from newsgraph.language.annotations import (
    Annotations,
    Attribution,
    Entity,
    Event,
    Mention,
    Proposal,
    Relation,
    StanceTaken,
    TimeExpression,
)  # fmt: skip

_KEY = "newsgraph annotations"
_CLASSES: dict[str, Any] = {
    kind.__name__: kind
    for kind in (Annotations, Attribution, Entity, Event, Mention, Proposal, Relation, StanceTaken, TimeExpression)
}
_DERIVED = frozenset(("at_root", "covering", "model", "parse", "words"))
"""Fields that follow from the others."""
_LISTS: dict[str, Callable[[list[Any]], Any]] = {"tuple": tuple, "set": set}
Chain = Callable[[Any], Any] | None


def encode(thing: Any, chain: Chain = None) -> Any:
    """Annotations as plain lists and dicts; anything else is left to the next encoder."""
    if isinstance(thing, Annotations):
        return {_KEY: _Writer(thing).rows}
    return thing if chain is None else chain(thing)


def decode(thing: Any, chain: Chain = None) -> Any:
    """The annotations of such a dict; anything else is left to the next decoder."""
    if isinstance(thing, dict) and _KEY in thing:
        return _read(thing[_KEY])
    return thing if chain is None else chain(thing)


class _Writer:
    """Numbers the objects of a net, and writes each as a row."""

    def __init__(self, notes: Annotations) -> None:
        self.rows: list[list[Any]] = []
        self._numbers: dict[int, int] = {}
        waiting: list[Any] = []
        self._waiting = waiting
        self._number(notes)
        for row, thing in enumerate(waiting):  # grows while it is read
            told = ((f.name, getattr(thing, f.name)) for f in fields(thing) if f.name not in _DERIVED)
            self.rows[row].append({name: self._plain(value) for name, value in told})

    def _number(self, thing: Any) -> int:
        number = self._numbers.get(id(thing))
        if number is None:
            number = self._numbers[id(thing)] = len(self.rows)
            self.rows.append([type(thing).__name__])
            self._waiting.append(thing)
        return number

    def _plain(self, value: Any) -> Any:
        if value is None or isinstance(value, (bool, int, float, str)):
            return value
        if isinstance(value, Article):
            return {"article": msgspec.to_builtins(value)}
        if isinstance(value, dict):
            return {"dict": [[key, self._plain(inner)] for key, inner in value.items()]}
        if isinstance(value, list):
            return [self._plain(inner) for inner in value]
        if isinstance(value, (tuple, set)):
            return {type(value).__name__: [self._plain(inner) for inner in value]}
        return {"row": self._number(value)}


def _read(rows: Sequence[Sequence[Any]]) -> Annotations:
    """The annotations of such rows, the first of which they are.

    Raises:
        KeyError, TypeError: they were not written by this module.
    """
    made = [object.__new__(_CLASSES[name]) for name, _ in rows]

    def whole(value: Any) -> Any:  # DocBin reads lists as tuples
        if isinstance(value, (list, tuple)):
            return [whole(inner) for inner in value]
        if not isinstance(value, dict):
            return value
        ((what, inner),) = value.items()
        if what == "row":
            return made[inner]
        if what == "article":
            return msgspec.convert(inner, Article)
        if what == "dict":
            return {key: whole(told) for key, told in inner}
        return _LISTS[what]([whole(told) for told in inner])

    for thing, (_, told) in zip(made, rows, strict=True):
        for name, value in told.items():
            setattr(thing, name, whole(value))
    for thing in made:
        if isinstance(thing, Entity):
            thing.aliases = Counter(thing.aliases)
    notes = made[0]
    if not isinstance(notes, Annotations):
        raise TypeError("the first row holds no annotations")
    notes.at_root, notes.covering, notes.model, notes.parse, notes.words = {}, {}, set(), None, None
    for mention in notes.mentions:
        notes.index(mention)
    return notes


msgpack_encoders.register("newsgraph", func=encode)
msgpack_decoders.register("newsgraph", func=decode)
