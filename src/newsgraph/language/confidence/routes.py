"""How a participant stands to the word of its event in the parse."""

from __future__ import annotations

from collections.abc import Collection

from newsgraph.language.syntax.parse import Parse


def route(syntax: Parse, word: int, roots: Collection[int]) -> str:
    """The relation by which a word hangs on one of the words of an event.

    Returns:
        `itself`, a relation with its preposition ("pobj by", "behind of"), `clause above`, `same sentence` or `far`.
    """
    at = word
    for _ in range(3):
        if at in roots:
            return "itself"
        head, relation = syntax.head[at], syntax.dep[at]
        if head in roots:
            hangs = relation == "pobj" or relation in ("prep", "agent", "dative")
            return f"{relation} {syntax.lower[at]}" if hangs else relation
        if relation not in ("pobj", "conj", "appos"):
            break
        if relation == "pobj" and syntax.head[head] in roots:
            return f"behind {syntax.lower[head]}"
        at = head
    sentence = syntax.sent_start[word]
    if any(syntax.sent_start[root] == sentence for root in roots):
        return "clause above" if any(_is_above(syntax, word, root) for root in roots) else "same sentence"
    return "far"


def _is_above(syntax: Parse, word: int, root: int) -> bool:
    """Whether a word is an argument of a clause that an event's word is in."""
    above, at = syntax.head[word], root
    for _ in range(6):
        if at == above:
            return True
        if syntax.head[at] == at:
            return False
        at = syntax.head[at]
    return False
