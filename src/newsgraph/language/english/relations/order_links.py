"""How one name stands to another: behind its comma, in its brackets, its owner, inside of it: the table's `link`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from newsgraph.knowledge import known
from newsgraph.language.annotations import Entity, Mention
from newsgraph.language.english.relations.order_tests import CAMPUS, is_body
from newsgraph.language.english.relations.ties import HYPHENS, Ties

_COMPANY = frozenset("inc ltd llc plc corp corporation co company group holdings ag sa nv gmbh se the and &".split())
Names = Mapping[str, Entity]
"""The bodies and countries of an article by their names."""
_Link = Callable[[Ties, Mention, Names], Sequence[Mention]]


def _after_word(ties: Ties, name: Mention, word: str, *, adjective: bool = False) -> list[Mention]:
    """The name behind a word and perhaps an article."""
    syntax = ties.syntax
    text, at = ties.words.text, name.end
    if at + 1 >= len(text) or syntax.lower[at] != word:
        return []
    skipped = syntax.lower[at + 1] == "the" or (adjective and syntax.tag[at + 1] == "JJ")
    found = ties.name_starting(at + 2 if skipped else at + 1)
    return [] if found is None else [found]


def _after_comma(ties: Ties, name: Mention, bodies: Names) -> list[Mention]:
    found = ties.name_starting(name.end + 1) if name.end + 1 < ties.words.size else None
    return [found] if found is not None and ties.words.text[name.end] == "," else []


def _after_in(ties: Ties, name: Mention, bodies: Names) -> list[Mention]:
    return _after_word(ties, name, "in", adjective=name.entity.kind == "Place")


def _after_of(ties: Ties, name: Mention, bodies: Names) -> list[Mention]:
    return _after_word(ties, name, "of", adjective=name.entity.kind == "Place")


def _in_brackets(ties: Ties, name: Mention, bodies: Names) -> list[Mention]:
    text, at = ties.words.text, name.end
    found = ties.name_starting(at + 1) if at + 2 < len(text) and text[at] == "(" else None
    return [found] if found is not None and text[found.end] == ")" else []


def _party_letter(ties: Ties, name: Mention, bodies: Names) -> list[Mention]:
    """The party whose letter stands before a region behind a lawmaker: "X (R-Wis.)", "X, R-Wis.,"."""
    text, at = ties.words.text, name.end
    found = ties.name_starting(at + 1) if at + 3 < len(text) and text[at] in ("(", ",") else None
    return [found] if found is not None and found.end == at + 2 and text[found.end] in HYPHENS else []


def _owner(ties: Ties, name: Mention, bodies: Names) -> list[Mention]:
    """Whose it is: "Chad's army", "Labour's X"."""
    syntax = ties.syntax
    before = name.start - 1
    if before < 0 or syntax.tag[before] != "POS":
        return []
    owner = ties.name_ending(before)
    return [] if owner is None else [owner]


def _nationality(ties: Ties, name: Mention, bodies: Names) -> list[Mention]:
    """The country right before it: "the Chadian army", "the German X", "the US State Department"."""
    syntax = ties.syntax
    before = name.start - 1
    person = name.entity.kind == "Person"
    if before < 0 or syntax.tag[before] == "POS" or not (person or is_body(ties, name)):
        return []
    inside = range(name.start, name.end)
    if person:
        near = syntax.dep[before] in ("amod", "compound", "nmod") and syntax.head[before] in inside
        found = ties.nationality(before) if near else None
        return [] if found is None else [found]
    found = ties.name_ending(name.start)
    if found is None or found.entity.kind != "Country" or name.entity.kind != "Agency":
        found = ties.nationality(before)  # "India Reuters" is a caption
    return [found] if found is not None and syntax.head[found.root] in inside else []


def _inside(ties: Ties, name: Mention, bodies: Names) -> list[Mention]:
    """Bodies that its name has in it: "the UN Security Council", "Ministry of Culture of Chad", "the Indian Army"."""
    found = [_outer_of(ties, name, bodies), _country_of(ties, name)]
    return [
        Mention(name.start, name.end, name.root, "name", outer.kind, outer)
        for outer in found if outer is not None and outer is not name.entity
    ]  # fmt: skip


def _outer_of(ties: Ties, name: Mention, bodies: Names) -> Entity | None:
    """The body that a name begins with, or the country that it ends with behind "of"."""
    tokens = ties.words.text[name.start : name.end]
    for cut in range(len(tokens) - 1, 0, -1):
        outer = bodies.get(" ".join(tokens[:cut]).casefold())
        if outer is not None and outer is not name.entity and tokens[cut][0].isupper() and not _is_form(tokens[cut:]):
            return outer
    for i in range(len(tokens) - 1, 0, -1):
        outer = bodies.get(" ".join(tokens[i:]).casefold()) if tokens[i - 1].lower() in ("of", "the") else None
        if outer is not None and outer.kind == "Country":
            return outer
    return None


def _country_of(ties: Ties, name: Mention) -> Entity | None:
    """The country of the nationality that the name of an agency begins with, where the article names it elsewhere."""
    if name.entity.kind != "Agency":
        return None
    for end in (name.start + 2, name.start + 1):
        code = known.demonym_country(ties.doc[name.start : end].text) if end < name.end else None
        if code is not None:
            return ties.country(code) if name.entity.country in (None, code) else None
    return None


def _called_after(ties: Ties, name: Mention, bodies: Names) -> list[Mention]:
    """The place that a campus is called after: "Lyon University", "University of Lyon"."""
    texts, lower = ties.words.text[name.start : name.end], ties.words.lower[name.start : name.end]
    if name.entity.kind == "InternationalOrganization" or CAMPUS.isdisjoint(lower):
        return []
    places = [e for e in ties.notes.entities if e.kind == "Place" and any(text in e.aliases for text in texts)]
    return [Mention(name.start, name.end, name.root, "name", "Place", place) for place in places]


def _is_form(rest: list[str]) -> bool:
    """Whether only the form of a company follows: "X" and "X Inc." are the same."""
    return all(word.strip(".").lower() in _COMPANY for word in rest)


LINKS: dict[str, _Link] = {
    ",": _after_comma, "in": _after_in, "of": _after_of, "(": _in_brackets, "letter": _party_letter,
    "'s": _owner, "national": _nationality, "inside": _inside, "called after": _called_after,
}  # fmt: skip
