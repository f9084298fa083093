"""The languages whose texts are read: a package each, with its words, tags, labels and layers.

What stands beside the packages is of no language: the annotations that layers hand on, how they become a record, how
a model reads sooner. A second language is a folder beside `english` and a line in `PACKAGES`. It has

- a module `component` in a folder of each layer's name, whose component is registered for that language under the name
  that it has in English, as spaCy does it for its own: `@German.factory("newsgraph_events")`;
- a module `record_words` with the functions of `RecordWords`.
"""

from __future__ import annotations

import importlib
from functools import cache
from typing import Protocol, cast

from newsgraph.errors import ModelError
from newsgraph.language.annotations import Annotations, Entity, Mention
from newsgraph.language.words import Words

PACKAGES = {"en": "newsgraph.language.english"}
"""The packages by the codes of their languages, as spaCy has them (`Language.lang`)."""


class RecordWords(Protocol):
    """What the record of a text says in words of its language."""

    def label_of(self, notes: Annotations, words: Words, entity: Entity, /) -> str:
        """What an entity is called."""
        ...

    def aliases_of(self, entity: Entity, label: str, /) -> tuple[str, ...]:
        """What else it is called, the commonest first."""
        ...

    def sector_of(self, words: Words, entity: Entity, /) -> str | None:
        """The part of society of an actor, as a code of `contract.md`; None where nothing says it."""
        ...

    def form_of(self, words: Words, mention: Mention, /) -> str:
        """Whether a mention names, describes or stands for an entity: name, nominal, pronoun."""
        ...


def package_of(language: str) -> str:
    """The package of a language.

    Raises:
        ModelError: there is none.
    """
    if language not in PACKAGES:
        raise ModelError(f"there are no layers for texts in {language!r}; a model for {', '.join(PACKAGES)} is needed")
    return PACKAGES[language]


def record_words(language: str) -> RecordWords:
    """What the records of texts in a language say in its words.

    Raises:
        ModelError: there are no layers for texts in this language.
    """
    return _record_words(package_of(language))


@cache
def _record_words(package: str) -> RecordWords:
    return cast(RecordWords, importlib.import_module(f"{package}.record_words"))
