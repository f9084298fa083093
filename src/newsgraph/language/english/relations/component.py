"""Relations: who heads, belongs to, is allied with or at war with whom, and what lies where, as an article says it.

The last component. Each relation has the characters that say it, from the first word of one argument to the last of the
other. Only entities that the article names are related. A person has the country of the state that he or she serves.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.language.annotations import annotations_of
from newsgraph.language.english.confidence.ties import set_tie_confidence
from newsgraph.language.english.relations.implied_ties import find_implied_ties
from newsgraph.language.english.relations.interpreter import find_told_ties
from newsgraph.language.english.relations.role_lexicon import main_words
from newsgraph.language.english.relations.roles import find_role_ties
from newsgraph.language.english.relations.ties import Ties
from newsgraph.language.english.syntax.parse import forget_parse
from newsgraph.language.layers import SYNTAX, assigned, layer, required

_OF_COUNTRYMEN = frozenset(["headOf", "roleAt", "memberOf", "citizenOf"])
_NEEDS = (*SYNTAX, "names", "coreference")


@Language.component("newsgraph_relations", requires=required(_NEEDS), assigns=assigned("relations"))
@layer("relations", needs=_NEEDS)
def find_relations(doc: Doc) -> Doc:
    """Fill `annotations_of(doc).relations`."""
    if not len(doc):
        return doc
    ties = Ties(doc, annotations_of(doc))
    find_role_ties(ties, _role_nouns(ties))
    find_told_ties(ties)
    find_implied_ties(ties)
    _give_countries(ties)
    set_tie_confidence(doc, ties.notes)
    forget_parse(doc)
    return doc


def _give_countries(ties: Ties) -> None:
    """Give persons without a country that of the state, agency or party that they belong to."""
    for relation in ties.notes.relations:
        person, body = relation.subject, relation.object
        if (
            person.kind == "Person"
            and person.country is None
            and body.country is not None
            and body.country_basis != "guessed"
            and relation.predicate in _OF_COUNTRYMEN
            and body.kind in ("Country", "Agency", "Party")
            # Who is an envoy or a coordinator for a country is seldom its citizen.
            and not (relation.role or "").startswith(("coordinator", "representative", "envoy", "correspondent"))
        ):
            person.country = body.country


def _role_nouns(ties: Ties) -> list[int]:
    """The nouns that roles turn on."""
    return ties.words.at(*main_words())
