"""The clause around a verb of saying that stands inside of what it reports: "As X said, …", "Talks, he said, …"."""

from __future__ import annotations

from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.finite_clauses import FINITE, SUBJECTS, is_clause

_REPORTED_BY = frozenset("report note state announce mention confirm describe explain claim".split())
_GOING_ON = frozenset("begin continue close open cry laugh read hear learn discover speak prepare".split())
_PARTING = frozenset((",", "–", "—", '"', "”"))
_WITHIN = frozenset(("relcl", "acl", "pcomp", "advcl"))


def host_clause(parse: Parse, verb: int, source: int | None) -> tuple[int, int] | None:
    """The clause around a verb of saying that stands in it: "As X said, ...", "..., X said", "Talks, he said, ..."."""
    if source is None or parse.dep[verb] not in ("advcl", "parataxis", "ccomp", "dep", "conj", "ROOT"):
        return None
    if _is_complete(parse, verb) and parse.lemma[verb] != "tell":
        return None
    start, stop = parse.sent_start[verb], parse.sent_end[verb]
    first, last = min(verb, parse.left[source]), max(verb, parse.right[source])
    if any(parse.is_verb(i) for i in range(start, first)):
        last = _with_setting(parse, verb, last)
    as_clause = any(parse.lower[c] == "as" and parse.dep[c] in ("mark", "advmod", "prep") for c in parse.children[verb])
    if as_clause and parse.tag[verb] == "VBN" and parse.lemma[verb] not in _REPORTED_BY:
        return None
    if as_clause and parse.lemma[verb] in _GOING_ON:
        return None  # "as the match began, ..."
    if as_clause:
        first, last = parse.left[verb], parse.right[verb] - (parse.lower[parse.right[verb]] == ",")
        if parse.dep[verb] == "ROOT":
            return None
    elif parse.dep[verb] == "advcl":
        return None
    before = parse.trim(_after_mark(parse, start, first), first)
    after = parse.trim(last + 1, stop)
    comma_before = first > start and (
        parse.lower[first - 1] in (",", "–", "—")
        or (parse.lower[first - 1] in ('"', "”") and bool(parse.doc[first - 1].whitespace_))
    )
    if not as_clause and not comma_before:
        return None
    return _around(parse, before, after, last, as_clause)


def _around(
    parse: Parse, before: tuple[int, int], after: tuple[int, int], last: int, as_clause: bool
) -> tuple[int, int] | None:
    """What is reported of what stands before and behind "X said", whose last word is given: either, or both."""
    relative = before[1] > before[0] and parse.tag[before[1] - 1] in ("WDT", "WP")
    if relative and any(parse.is_verb(i) for i in range(*before)):
        return None  # "papers which, critics say, will cost more"
    if before[1] - before[0] >= 3 and parse.lower[before[1]] in _PARTING and (after[1] - after[0]) <= 2:
        return None if _only_sets(parse, before) else before
    if after[1] - after[0] <= 2 or last + 1 >= parse.size or parse.lower[last + 1] not in (",", "–", "—"):
        return None
    linked = before[1] - before[0] <= 1 and all(parse.pos[i] in ("ADV", "CCONJ", "PUNCT") for i in range(*before))
    if not linked and (before[1] - before[0] >= 2 or parse.dep[before[0]] in SUBJECTS):
        return before[0], after[1]
    told = any(parse.tag[i] in FINITE for i in range(*after))
    return after if as_clause or (linked and told) else None  # "But, he said, ..."


def _with_setting(parse: Parse, verb: int, last: int) -> int:
    """The last word of what tells when or where something is said: "the agency said in a report, ..."."""
    for c in parse.children[verb]:
        if c > verb and parse.left[c] == last + 1 and parse.dep[c] in ("prep", "npadvmod", "advmod"):
            last = parse.right[c]
    return last


def _is_complete(parse: Parse, verb: int) -> bool:
    """Whether a verb of saying has what it says as its own complement."""
    return any(
        parse.dep[c] in ("dobj", "xcomp", "acomp") or (parse.dep[c] == "ccomp" and (c > verb or is_clause(parse, c)))
        for c in parse.children[verb]
    )


def _after_mark(parse: Parse, start: int, stop: int) -> int:
    """After the last colon or semicolon: "X refused: it would not talk, a spokesman said"."""
    return next((i + 1 for i in range(stop - 2, start, -1) if parse.lower[i] in (":", ";")), start)


def _only_sets(parse: Parse, tokens: tuple[int, int]) -> bool:
    """Whether what stands before "X said" is a phrase that no clause follows: "In his letter, which was late, X"."""
    start, stop = tokens
    if parse.tag[start] not in ("IN", "VBG", "VBN") or parse.lower[start] in ("that", "whether"):
        return False
    return not any(
        (parse.tag[i] in FINITE or is_clause(parse, i)) and parse.dep[i] not in _WITHIN
        and (parse.head[i] == i or not start <= parse.head[i] < stop)
        for i in range(start, stop) if parse.is_verb(i)
    )  # fmt: skip
