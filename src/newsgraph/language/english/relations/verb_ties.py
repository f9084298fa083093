"""Ties that verbs and nouns of doing tell: "leads", "joined", "is based in", "the fight against".

The two actors are found by the syntax, through infinitives and coordination.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgraph.language.annotations import Mention
from newsgraph.language.english.relations.actors import (
    agents_of,
    doers_of,
    is_armed,
    objects_of,
    objects_of_verb,
    of_kinds,
    subjects_of,
)
from newsgraph.language.english.relations.patterns import STATES, Pattern, Told
from newsgraph.language.english.relations.periods import find_period
from newsgraph.language.english.relations.ties import Ties
from newsgraph.language.english.syntax.parse import Parse

_UNREAL = frozenset("no never possible potential threatened likely future planned hypothetical".split())
_DENYING = frozenset("deny refuse fail stop cease reject avoid decline".split())
_LETTING = frozenset("let help make have see want".split())
"""What governs a deed without "to" of which it does not say that it was done: "let him join"."""
_CHARGING = frozenset("accuse allege blame charge claim denounce suspect".split())
_SAYING = _CHARGING | frozenset("add argue believe fear insist note report say suggest tell think warn".split())
_QUOTES = frozenset("\" ' “ ” ‘ ’ `` ''".split())
_CLAUSES = frozenset("ccomp conj pcomp xcomp advcl".split())


_PARTS = {"VERB": ("verb", "participle"), "AUX": ("verb",), "NOUN": ("deed",), "ADJ": ("participle",)}


def read_deed(ties: Ties, word: int, rows: Sequence[Pattern]) -> Iterator[Told]:
    """Read what a verb or a noun of doing tells."""
    syntax = ties.syntax
    for row in rows:
        if row.form in _PARTS.get(syntax.pos[word], ()):
            yield from _read(ties, word, row)


def _read(ties: Ties, word: int, row: Pattern) -> Iterator[Told]:
    syntax = ties.syntax
    if row.link == "between":
        pair = [m for t in objects_of(ties, word, "between") for m in of_kinds(ties, t, row.second)]
        if len(pair) == 2:
            yield from _told(ties, row, word, pair[0], pair[1])
        return
    text = ties.words.text
    if 0 < word < syntax.size - 1 and text[word - 1] in _QUOTES and text[word + 1] in _QUOTES:
        # What is called "war" in quotation marks is hardly one.
        return
    second = _second(ties, word, row)
    aim = "aim" in row.when
    if not second or _is_denied(syntax, word, aim=aim):
        return
    if row.form == "deed":
        first = doers_of(ties, word, row.first)
    elif row.link == "obj" and syntax.is_passive(word):
        first = agents_of(ties, word, row.first)
    else:
        first = subjects_of(ties, word, row.first, passive=row.form == "participle")
    claims = _claimants(ties, word, _SAYING if row.predicate == "alliedWith" else _CHARGING)
    for one in first:
        for other in second:
            if one.start == other.start or (claims is not None and not {id(one.entity), id(other.entity)} & claims):
                continue
            sure = row.predicate.endswith("ownerOf") and syntax.dep[word] == "relcl" and syntax.head[word] == other.root
            yield from _told(ties, row, word, _with_name(ties, one), _with_name(ties, other), sure=sure)


def _claimants(ties: Ties, word: int, verbs: frozenset[str]) -> set[int] | None:
    """The entities (by id) that say what a clause says, or None where the paper says it itself."""
    syntax = ties.syntax
    clause = word
    while syntax.pos[word] == "NOUN" and syntax.pos[clause] != "VERB" and syntax.head[clause] != clause:
        clause = syntax.head[clause]  # the verb that a deed is told with: "to wage war on"
    for _ in range(5):
        if syntax.dep[clause] not in _CLAUSES:
            return None
        clause = syntax.head[syntax.head[clause]] if syntax.dep[clause] == "pcomp" else syntax.head[clause]
        if syntax.pos[clause] == "VERB" and syntax.lemma[clause] in verbs:
            subjects = [c for c in syntax.lefts(clause) if syntax.dep[c] == "nsubj"]
            return {id(m.entity) for subject in subjects for m in ties.notes.mentions_at(subject)}
    return None


def _with_name(ties: Ties, mention: Mention) -> Mention:
    """A noun phrase together with the name right behind it: "the Dutch group X"."""
    name = ties.name_starting(mention.end) if mention.form == "nominal" else None
    if name is None or name.entity is not mention.entity:
        return mention
    return Mention(mention.start, name.end, name.root, "name", name.kind, name.entity)


def _told(
    ties: Ties, row: Pattern, word: int, first: Mention, second: Mention, *, sure: bool = False
) -> Iterator[Told]:
    if row.predicate == "fightingAgainst":
        kinds = {first.entity.kind, second.entity.kind}
        armed = is_armed(first) or is_armed(second)
        if not armed and not kinds <= STATES:
            return
    elif row.predicate == "memberOf" and row.word == "join" and ties.syntax.tag[second.root] == "NNPS":
        return  # "joined Democrats to pass the bill"
    elif row.predicate == "<partOf" and not first.form == second.form == "name":
        return
    elif second.form == "nominal" and not sure:
        # "runs the company": which one is seldom sure.
        return
    period = find_period(ties, word, (word + 1, first.end, second.end))
    yield Told(row, first, second, "former" in row.when or period.is_over(ties.notes.article.published), period)


def _second(ties: Ties, word: int, row: Pattern) -> list[Mention]:
    syntax = ties.syntax
    kinds = row.second
    if row.link != "obj":
        if row.form == "participle" and syntax.tag[word] != "VBN" and syntax.pos[word] != "ADJ":
            return []
        return [m for t in objects_of(ties, word, row.link) for m in of_kinds(ties, t, kinds)]
    found = objects_of_verb(ties, word, kinds)
    if not found and not syntax.is_passive(word):
        # "to degrade and destroy X": the object stands behind the last of the verbs.
        joined = (c for c in syntax.rights(word) if syntax.dep[c] == "conj" and syntax.pos[c] == "VERB")
        found = [m for verb in joined for m in objects_of_verb(ties, verb, kinds)]
    if not found and not any(syntax.dep[c] == "dobj" for c in syntax.children[word]):
        # The parser may take a name in capitals for a verb: "to defeat ISWAP".
        at = word + 2 if word + 2 < syntax.size and syntax.lower[word + 1] == "the" else word + 1
        name = ties.name_starting(at) if at < syntax.size else None
        return [name] if name is not None and name.entity.kind in kinds else []
    return found


def _is_denied(syntax: Parse, word: int, *, aim: bool) -> bool:
    """Whether a clause is negated, or (unless an aim is enough) only about what may be or is wanted."""
    for child in syntax.children[word]:
        if syntax.dep[child] == "neg" or syntax.lower[child] in _UNREAL:
            return True
        if not aim and syntax.dep[child] == "aux" and syntax.tag[child] in ("MD", "TO"):
            return True
        if not aim and syntax.dep[child] == "mark" and syntax.lower[child] in ("if", "unless", "whether"):
            return True
    head = syntax.head[word]
    if not aim and syntax.tag[word] == "VB" and syntax.dep[word] == "ccomp" and syntax.lemma[head] in _LETTING:
        return True
    if syntax.dep[word] in ("xcomp", "pcomp", "conj", "ccomp"):
        verb = syntax.head[head] if syntax.dep[word] == "pcomp" else head
        return syntax.lemma[verb] in _DENYING or (syntax.dep[word] == "conj" and _is_denied(syntax, head, aim=aim))
    return False
