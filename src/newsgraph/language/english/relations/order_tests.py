"""What must be so of two names beside their order, for a tie that this tells: the tests of the table's `when`."""

from __future__ import annotations

from collections.abc import Callable

from newsgraph.language.annotations import Mention
from newsgraph.language.english.relations.patterns import patterns
from newsgraph.language.english.relations.role import is_portfolio
from newsgraph.language.english.relations.role_lexicon import main_words
from newsgraph.language.english.relations.ties import Ties

WHERE = frozenset({"Place", "Country"})
CAMPUS = frozenset("university college hospital polytechnic".split())
_Test = Callable[[Ties, Mention, Mention], bool]


def is_part_of_world(place: Mention) -> bool:
    """Whether it is a continent or a region of several countries."""
    entity = place.entity
    return entity.kind == "Place" and entity.country is None and "geonames" in entity.links


def _is_unlisted(ties: Ties, first: Mention, second: Mention) -> bool:
    """Whether a country behind a place is where it lies, and not the next of a list."""
    sure = bool(first.entity.country) and first.entity.country == second.entity.country
    return _is_no_owner(ties, second) and (sure or not _is_in_list(ties, first, second))


def _is_apposed(ties: Ties, first: Mention, second: Mention) -> bool:
    """Whether a place behind another is in apposition, and nothing else follows."""
    syntax = ties.syntax
    after = syntax.lower[second.end] if second.end < syntax.size else "."
    apposed = syntax.dep[second.root] in ("appos", "npadvmod", "nmod")
    return _is_no_owner(ties, second) and apposed and not _is_in_list(ties, first, second) and after in ",.;)–"


def _is_no_owner(ties: Ties, name: Mention) -> bool:
    syntax = ties.syntax
    return name.end >= ties.words.size or syntax.tag[name.end] != "POS"


def _is_in_list(ties: Ties, first: Mention, second: Mention) -> bool:
    """Whether two places are of a list: another place and a comma stand before or behind, or "and" behind."""
    syntax = ties.syntax
    after = syntax.lower[second.end] if second.end < syntax.size else "."
    if after in ("and", "or", "&") or syntax.dep[second.root] == "conj":
        return True
    behind = ties.name_starting(second.end + 1) if after == "," and second.end + 1 < syntax.size else None
    if behind is not None and behind.entity.kind == second.entity.kind == "Place":
        return True
    before = ties.name_ending(first.start - 1) if first.end > 1 and ties.words.text[first.start - 1] == "," else None
    return before is not None and before.entity.kind in WHERE


def _is_attached(ties: Ties, first: Mention, second: Mention) -> bool:
    """Whether "in" or "of" belongs to the place before it, or what follows is a country and the place is known."""
    syntax = ties.syntax
    known_place = second.entity.kind == "Country" and first.entity.country is not None
    return first.start <= syntax.head[first.end] < first.end or known_place


def _is_whole(ties: Ties, first: Mention, second: Mention) -> bool:
    """Whether what is owned is a body, and no field of a minister: "Chad's Minister of Culture" is nobody's agency."""
    return is_body(ties, first)


def is_body(ties: Ties, name: Mention) -> bool:
    """Whether a name is that of a body, and not only what a minister is of, nor a main word of a role."""
    syntax = ties.syntax
    return not is_portfolio(ties, name) and syntax.lower[name.start] not in main_words()


def _is_unit(ties: Ties, first: Mention, second: Mention) -> bool:
    """Whether a name says that it is a part of something: "Office of ...", "... Committee"."""
    words = ties.words.lower[first.start : first.end]
    return any(row.predicate == "partOf" for word in words for row in patterns("noun").get(word, ()))


def _is_seat(ties: Ties, first: Mention, second: Mention) -> bool:
    """Whether "in" or "of" belongs to the body before it: "the Institute of Peace in Lyon", "Acme of Austria"."""
    syntax = ties.syntax
    at = syntax.head[first.root] if syntax.dep[first.root] == "pobj" else first.root
    office = syntax.lower[at] in ("at", "with") and syntax.lower[syntax.head[at]] in main_words()
    office = office and CAMPUS.isdisjoint(syntax.lower[first.start : first.end])
    attached = first.start <= syntax.head[first.end] < first.end
    return attached and not office and not is_part_of_world(second)  # not "an analyst at Acme in Lyon"


def _are_untied(ties: Ties, first: Mention, second: Mention) -> bool:
    return not ties.are_tied(first, second)


TESTS: dict[str, _Test] = {
    "unlisted": _is_unlisted, "apposed": _is_apposed, "attached": _is_attached, "whole": _is_whole, "unit": _is_unit,
    "seat": _is_seat, "untied": _are_untied,
}  # fmt: skip
