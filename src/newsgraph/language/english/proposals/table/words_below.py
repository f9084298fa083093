"""Words that stand below a cue, as the complements look for them."""

from __future__ import annotations

from collections.abc import Iterator

from newsgraph.language.english.proposals.table.places import Match
from newsgraph.language.english.proposals.table.spans import has_to
from newsgraph.language.english.syntax.parse import Parse

Words = dict[str, int]
"""What a complement binds, by name."""
_WH = frozenset(("WP", "WDT", "WRB"))
CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "relcl", "dobj", "pcomp")


def later_infinitive(parse: Parse, word: int, after: int) -> int | None:
    """An infinitive with "to" that a word governs, after a token."""
    for c in parse.children[word]:
        if c > after and parse.dep[c] in CLAUSES and has_to(parse, c):
            return c
    return None


def below(m: Match, word: int, *relations: str) -> list[int]:
    """The children of a word behind the cue in one of some relations."""
    return [c for c in m.parse.children[word] if c > m.cue and m.parse.dep[c] in relations]


def for_something(m: Match, word: int | None = None, first: int | None = None) -> Iterator[Words]:
    """Call for something, call for X to do, call for doing; the preposition is of the cue where nothing is between."""
    parse = m.parse
    word = m.cue if word is None else word
    first = word if first is None else first
    for c in parse.children[word]:
        if c < word or parse.lower[c] != "for" or (parse.pos[m.cue] == "NOUN" and parse.dep[c] != "prep"):
            continue
        near = all(parse.pos[k] == "ADV" for k in range(word + 1, c)) if parse.is_verb(m.cue) else c == word + 1
        bound = {"last": c} if near or first != word else {}
        found, inner = parse.child(c, "pobj"), parse.child(c, "pcomp")
        if found is None and inner is not None and parse.is_verb(inner) and parse.tag[c + 1] not in _WH:
            named = "clause" if parse.child(inner, "nsubj", "nsubjpass") is not None else "inner"
            yield {**bound, "prep": c, named: inner}
        elif found is not None:
            clause = later_infinitive(parse, found, found) or later_infinitive(parse, first, parse.right[found])
            if clause is not None and m.is_actor(found) and parse.dep[clause] != "relcl":
                yield {**bound, "prep": c, "target": found, "clause": clause}
            else:
                yield {**bound, "prep": c, "noun": found, **({} if clause is None else {"further": clause})}
