"""Layers as spaCy components: each reads a doc once, and says which layers it needs before it.

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
from collections.abc import Callable

from spacy.tokens import Doc

from newsgraph.errors import ModelError
from newsgraph.language import serialization  # noqa: F401 - lets docs with annotations become bytes
from newsgraph.language.annotations import annotations_of

Component = Callable[[Doc], Doc]


def layer(name: str, needs: tuple[str, ...] = ()) -> Callable[[Component], Component]:
    """Make a function over docs a layer: a second run adds nothing to a doc, and one without what it needs says so.

    Args:
        name: the layer's own name; one of ours where it takes the place of that.
        needs: the layers that must have read a doc before.

    Raises:
        ModelError: when the component is called, if a layer that it needs has not read the doc.
    """

    def decorate(find: Component) -> Component:
        @functools.wraps(find)
        def run(doc: Doc) -> Doc:
            read = annotations_of(doc).layers
            if name in read:
                return doc
            missing = [needed for needed in needs if needed not in read]
            if missing:
                first = f"newsgraph_{missing[0]}"
                raise ModelError(f"the layer {name!r} needs {missing[0]!r} before it: add the component {first!r}")
            found = find(doc)
            read.add(name)
            return found

        return run

    return decorate
