"""Names: where persons, groups, countries, places, organisations, events and documents are named in an article.

A component after the model. It joins three sources without losing any: the model's names, names that are known
beforehand, and names that show by their form what they are. Then it gives each an entity.
"""

# No annotations as text in this module: older versions of spaCy can't read those of a factory.

from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.language.annotations import annotations_of
from newsgraph.language.english.names.aliases import link_names
from newsgraph.language.english.names.places import Setting
from newsgraph.language.english.names.spans import find_spans
from newsgraph.language.english.syntax.repairs.prefixes import attach_prefixes
from newsgraph.language.known_names import names_in_use, own_names
from newsgraph.language.layers import SYNTAX, Component, assigned, layer, required
from newsgraph.language.words import words_of

_NEEDS = (*SYNTAX, "ner")


@layer("names", needs=_NEEDS)
def find_names(doc: Doc, knowledge: tuple[str, ...] = ()) -> Doc:
    """Find the names of a doc and the entities that they stand for.

    Raises:
        KnowledgeError: an index of names of one's own is missing or damaged.
    """
    notes = annotations_of(doc)
    notes.knowledge = knowledge
    if not len(doc):
        return doc
    attach_prefixes(doc)
    words = words_of(doc)
    setting = Setting()
    with names_in_use(knowledge):
        spans = find_spans(doc, words, notes.headings, setting)
        link_names(notes, words, spans, setting)
    return doc


@Language.factory(
    "newsgraph_names",
    default_config={"knowledge": []},
    requires=required(_NEEDS),
    assigns=["token.dep", "token.head", *assigned("names")],
)
def make_names(nlp: Language, name: str, knowledge: list[str]) -> Component:
    """The layer of names, with the indexes of names of one's own that `newsgraph knowledge build` made.

    Raises:
        KnowledgeError: an index is missing, or is none.
    """
    if not knowledge:
        return find_names
    own_names(tuple(knowledge))
    return partial(find_names, knowledge=tuple(knowledge))
