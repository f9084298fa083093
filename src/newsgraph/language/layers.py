"""Layers as spaCy components: each reads a doc once, and says what it needs before it.

A layer of your own takes the place of one of ours::

    from spacy.language import Language
    from newsgraph.language.layers import layer
    from newsgraph.language.pipeline import load_pipeline

    @Language.component("my_events")
    @layer("events", needs=("names",))
    def my_events(doc): ...

    nlp = load_pipeline(replace={"events": "my_events"})
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import Concatenate, NamedTuple

from spacy.tokens import Doc

from newsgraph.errors import ModelError
from newsgraph.language import serialization  # noqa: F401 - lets docs with annotations become bytes
from newsgraph.language.annotations import annotations_of
from newsgraph.language.known_names import names_in_use

Component = Callable[[Doc], Doc]


class _Part(NamedTuple):
    """A part of a spaCy model."""

    attribute: str
    """What tokens have once it, or another component in its place, has read them."""
    declared: tuple[str, ...]
    """What spaCy's component says that it assigns; nothing where it says nothing."""


_PARTS = {
    "tagger": _Part("TAG", ("token.tag",)),
    "parser": _Part("DEP", ("token.dep", "token.head", "doc.sents")),
    "attribute_ruler": _Part("POS", ()),
    "lemmatizer": _Part("LEMMA", ("token.lemma",)),
    "ner": _Part("ENT_IOB", ("doc.ents",)),
}
SYNTAX = ("tagger", "parser", "attribute_ruler", "lemmatizer")
"""The parts of a model that tell of words and how they hang together."""


def layer[**Config](
    name: str, needs: tuple[str, ...] = ()
) -> Callable[[Callable[Concatenate[Doc, Config], Doc]], Callable[Concatenate[Doc, Config], Doc]]:
    """Make a function over docs a layer: a second run adds nothing to a doc, and one without what it needs says so.

    Args:
        name: the layer's own name; one of ours where it takes the place of that.
        needs: the layers that must have read a doc before, and the parts of the spaCy model: tagger, parser,
            attribute_ruler, lemmatizer, ner.

    Raises:
        ModelError: when the component is called, if something that it needs has not read the doc.
    """

    def decorate(find: Callable[Concatenate[Doc, Config], Doc]) -> Callable[Concatenate[Doc, Config], Doc]:
        def run(doc: Doc, /, *args: Config.args, **config: Config.kwargs) -> Doc:
            notes = annotations_of(doc)
            if name in notes.layers:
                return doc
            unseen = [needed for needed in needs if needed not in notes.layers and needed not in notes.model]
            if missing := [needed for needed in unseen if not _has_read(needed, doc)]:
                raise ModelError(_lacks(name, missing))
            notes.model.update(unseen)
            with names_in_use(notes.knowledge):
                found = find(doc, *args, **config)
            notes.layers.add(name)
            return found

        functools.update_wrapper(run, find)
        return run

    return decorate


def _has_read(needed: str, doc: Doc) -> bool:
    """Whether a part of a model has read a doc; a layer would stand on it."""
    return needed in _PARTS and doc.has_annotation(_PARTS[needed].attribute)


def _lacks(name: str, missing: list[str]) -> str:
    """What a layer lacks, and where to get it, in one line."""
    parts = [needed for needed in missing if needed in _PARTS]
    layers = [f"newsgraph_{needed}" for needed in missing if needed not in _PARTS]
    remedy = [f"load a spaCy model with {_listed(parts)}, such as en_core_web_md"] if parts else []
    remedy += [f"add {_listed(map(repr, layers))}"] if layers else []
    return f"the layer {name!r} needs {_listed(map(repr, missing))} before it: {', and '.join(remedy)}"


def _listed(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def required(needs: Iterable[str]) -> list[str]:
    """What a component requires in spaCy's terms (`nlp.analyze_pipes`), by what its layer needs.

    spaCy's attribute ruler does not say what it assigns, so that nothing is required of it there.
    """
    found: list[str] = []
    for needed in needs:
        found += _PARTS[needed].declared if needed in _PARTS else assigned(needed)
    return found


def assigned(name: str) -> list[str]:
    """What the component of a layer assigns in spaCy's terms: what the layer found, by the layer's name."""
    return [f"doc._.newsgraph_{name}"]
