"""When somebody says or proposes something: the date that hangs on the verb, and no other.

"Urged the council in January to rebuild it": a parser may hang the date on whoever is told, which is an actor and has
no date. A date behind "since", "until", "after" and the like is none of the saying.
"""

from __future__ import annotations

from collections.abc import Iterable

from newsgraph.language.annotations import Annotations, TimeExpression
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.time_values import to_interval

_OTHER = frozenset(("since", "until", "till", "by", "before", "after", "from", "following", "than", "for", "of"))
"""Words before a date that is not the one on which it is said."""
_HEARERS = frozenset(("Person", "Group", "Organization", "Party", "ArmedGroup", "Agency", "InternationalOrganization",
                      "Country"))  # fmt: skip
_OCCASIONS = frozenset(
    "address briefing broadcast communique conference hearing interview letter meeting message news post release "
    "report session speech statement summit telegram tweet".split()
)
"""What somebody says something in or at, whose date is that of the saying."""


def time_of_saying(
    parse: Parse, notes: Annotations, verb: int, content: tuple[int, int], times: Iterable[TimeExpression]
) -> str | None:
    """The value of the first of some times of a sentence that says when it was said, outside of its content.

    The content is given in characters, the verb as a token.
    """
    for time in times:
        value = time.value if time.span is None else time.span.value
        if content[0] <= parse.begin[time.start] < content[1] or to_interval(value) is None:
            continue
        if time.start and parse.lower[time.start - 1] in _OTHER:
            continue
        if _is_to_come(parse, notes, verb, value):
            continue
        if _governor(parse, notes, time, verb) == verb:
            return value
    return None


def _is_to_come(parse: Parse, notes: Annotations, verb: int, value: str | None) -> bool:
    """Whether a time lies after the paper, and what was said before it: "called for a rally on Saturday"."""
    span, published = to_interval(value), to_interval((notes.article.published or "")[:10])
    has = any(parse.lemma[c] == "have" for c in parse.children[verb])
    is_past = parse.tag[verb] == "VBD" or (parse.tag[verb] == "VBN" and has)
    return is_past and span is not None and published is not None and span[0] > published[1]


def _governor(parse: Parse, notes: Annotations, time: TimeExpression, verb: int) -> int:
    """The word that a time belongs to, beyond its preposition and those who are told."""
    at = next((i for i in range(time.start, time.end) if not time.start <= parse.head[i] < time.end), time.start)
    at = parse.head[at]
    if parse.pos[at] == "ADP":
        at = parse.head[at]
    is_told = parse.head[at] == verb and parse.dep[at] in ("dobj", "dative") and verb < at < time.start
    if is_told and any(mention.kind in _HEARERS for mention in notes.at_root.get(at, ())):
        return verb
    preposition = parse.head[at]
    if parse.dep[at] == "pobj" and parse.lemma[at] in _OCCASIONS and parse.head[preposition] == verb:
        return verb if parse.lower[preposition] in ("in", "at", "during") else at
    return at
