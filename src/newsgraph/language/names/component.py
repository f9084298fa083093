"""Names: where persons, groups, countries, places, organisations, events and documents are named in an article.

A component after the model. It joins three sources without losing any: the model's names, names that are known
beforehand, and names that show by their form what they are. Then it gives each an entity.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.language.annotations import annotations_of
from newsgraph.language.layers import layer
from newsgraph.language.names.aliases import link_names
from newsgraph.language.names.places import Setting
from newsgraph.language.names.spans import find_spans
from newsgraph.language.syntax.repairs.prefixes import attach_prefixes
from newsgraph.language.words import words_of


@Language.component("newsgraph_names")
@layer("names")
def find_names(doc: Doc) -> Doc:
    """Find the names of a doc and the entities that they stand for."""
    notes = annotations_of(doc)
    if not len(doc):
        return doc
    attach_prefixes(doc)
    words = words_of(doc)
    setting = Setting()
    spans = find_spans(doc, words, notes.headings, setting)
    link_names(notes, words, spans, setting)
    return doc
