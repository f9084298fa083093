"""How a participant stands to the word of its event in the parse."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from newsgraph.language.english.syntax.parse import Parse


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


def heads(syntax: Parse, word: int) -> Iterator[int]:
    """The words that a word hangs on, the nearest first."""
    for _ in range(60):
        above = syntax.head[word]
        if above == word:
            return
        yield above
        word = above


def path(syntax: Parse, word: int, root: int) -> str:
    """How one gets from a participant to the event: relations up to the word that is above both, `|`, and down.

    Returns:
        Such a path of at most six steps, or `far`.
    """
    above = [word, *heads(syntax, word)]
    below = [root, *heads(syntax, root)]
    down = next((n for n, at in enumerate(below) if at in above), None)
    if down is None or (up := above.index(below[down])) + down > 6:
        return "far"
    steps = " ".join(syntax.dep[w] for w in above[:up])
    return steps + ("|" + " ".join(syntax.dep[w] for w in below[:down]) if down else "")


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
