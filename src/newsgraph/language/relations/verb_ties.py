"""Ties that verbs and nouns of doing tell: "leads", "joined", "is based in", "the fight against".

The two actors are found by the syntax, through infinitives and coordination.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from spacy.tokens import Token

from newsgraph.language.annotations import Mention
from newsgraph.language.relations.actors import (
    agents_of,
    doers_of,
    is_armed,
    is_passive,
    objects_of,
    objects_of_verb,
    of_kinds,
    subjects_of,
)
from newsgraph.language.relations.patterns import STATES, Pattern, Told
from newsgraph.language.relations.periods import find_period
from newsgraph.language.relations.ties import Ties

_UNREAL = frozenset("no never possible potential threatened likely future planned hypothetical".split())
_DENYING = frozenset("deny refuse fail stop cease reject avoid decline".split())
_CHARGING = frozenset("accuse allege blame charge claim denounce suspect".split())
_SAYING = _CHARGING | frozenset("add argue believe fear insist note report say suggest tell think warn".split())
_JOINT = frozenset("allied committed determined jointly resolved together united".split())
_COMPANIES = frozenset("company conglomerate corporation firm giant inc. ltd multinational".split())
_QUOTES = frozenset("\" ' “ ” ‘ ’ `` ''".split())
_CLAUSES = frozenset("ccomp conj pcomp xcomp advcl".split())


_PARTS = {"VERB": ("verb", "participle"), "AUX": ("verb",), "NOUN": ("deed",), "ADJ": ("participle",)}


def read_deed(ties: Ties, word: Token, rows: Sequence[Pattern]) -> Iterator[Told]:
    """Read what a verb or a noun of doing tells."""
    for row in rows:
        if row.form in _PARTS.get(word.pos_, ()):
            yield from _read(ties, word, row)


def _read(ties: Ties, word: Token, row: Pattern) -> Iterator[Told]:
    if row.link == "between":
        pair = [m for t in objects_of(word, "between") for m in of_kinds(ties, t, row.second)]
        if len(pair) == 2:
            yield from _told(ties, row, word, pair[0], pair[1])
        return
    if 0 < word.i < len(ties.doc) - 1 and ties.doc[word.i - 1].text in _QUOTES and ties.doc[word.i + 1].text in _QUOTES:
        # What is called "war" in quotation marks is hardly one.
        return
    second = _second(ties, word, row)
    aim = "aim" in row.when
    if not second or _is_denied(word, aim=aim):
        return
    if row.form == "deed":
        first = doers_of(ties, word, row.first)
    elif row.link == "obj" and is_passive(word):
        first = agents_of(ties, word, row.first)
    else:
        first = subjects_of(ties, word, row.first, passive=row.form == "participle")
    if aim and len(first) > 1 and _is_joint(word):
        for one, other in combinations(first, 2):
            yield Told(row._replace(predicate="alliedWith"), one, other)
    claims = _claimants(ties, word, _SAYING if row.predicate == "alliedWith" else _CHARGING)
    for one in first:
        for other in second:
            if one.start == other.start or (claims is not None and not {id(one.entity), id(other.entity)} & claims):
                continue
            sure = row.predicate.endswith("ownerOf") and word.dep_ == "relcl" and word.head.i == other.root
            yield from _told(ties, row, word, _with_name(ties, one), _with_name(ties, other), sure=sure)


def _is_joint(word: Token) -> bool:
    """Whether those who fight are said to do it in common: "are committed to defeating", "fight together"."""
    clause = word
    for _ in range(4):
        if clause.lower_ in _JOINT or any(c.lower_ in _JOINT for c in clause.children if c.dep_ in ("advmod", "acomp")):
            return True
        if clause.dep_ not in ("pcomp", "prep", "xcomp", "acomp", "conj"):
            return False
        clause = clause.head
    return False


def _claimants(ties: Ties, word: Token, verbs: frozenset[str]) -> set[int] | None:
    """The entities (by id) that say what a clause says, or None where the paper says it itself."""
    clause = word
    for _ in range(5):
        if clause.dep_ not in _CLAUSES:
            return None
        clause = clause.head.head if clause.dep_ == "pcomp" else clause.head
        if clause.pos_ == "VERB" and clause.lemma_ in verbs:
            return {id(m.entity) for c in clause.lefts if c.dep_ == "nsubj" for m in ties.notes.mentions_at(c)}
    return None


def _with_name(ties: Ties, mention: Mention) -> Mention:
    """A noun phrase together with the name right behind it: "the Dutch group X"."""
    name = ties.name_starting(mention.end) if mention.form == "nominal" else None
    if name is None or name.entity is not mention.entity:
        return mention
    return Mention(mention.start, name.end, name.root, "name", name.kind, name.entity)


def _told(
    ties: Ties, row: Pattern, word: Token, first: Mention, second: Mention, *, sure: bool = False
) -> Iterator[Told]:
    if row.predicate == "fightingAgainst":
        kinds = {first.entity.kind, second.entity.kind}
        armed = is_armed(first) or is_armed(second)
        if not armed and not kinds <= STATES:
            return
        if any(m.form == "nominal" and m.entity.kind == "Country" for m in (first, second)):
            return
        if first.entity.country and first.entity.country == second.entity.country and not armed:
            return
    elif row.predicate == "memberOf" and row.word == "belong" and _is_company(ties, second):
        # What belongs to a company is no member of it.
        return
    elif row.predicate == "<partOf" and not first.form == second.form == "name":
        return
    elif second.form == "nominal" and not sure:
        # "runs the company": which one is seldom sure.
        return
    period = find_period(ties, word, (word.i + 1, first.end, second.end))
    yield Told(row, first, second, "former" in row.when or period.is_over(ties.notes.article.published), period)


def _is_company(ties: Ties, mention: Mention) -> bool:
    return any(t.lower_ in _COMPANIES for t in ties.doc[mention.start : mention.end])


def _second(ties: Ties, word: Token, row: Pattern) -> list[Mention]:
    kinds = row.second
    if row.link != "obj":
        if row.form == "participle" and word.tag_ != "VBN" and word.pos_ != "ADJ":
            return []
        return [m for t in objects_of(word, row.link) for m in of_kinds(ties, t, kinds)]
    found = objects_of_verb(ties, word, kinds)
    if not found and not is_passive(word):
        # "to degrade and destroy X": the object stands behind the last of the verbs.
        joined = (c for c in word.rights if c.dep_ == "conj" and c.pos_ == "VERB")
        found = [m for verb in joined for m in objects_of_verb(ties, verb, kinds)]
    if not found and not any(c.dep_ == "dobj" for c in word.children):
        # The parser may take a name in capitals for a verb: "to defeat ISWAP".
        at = word.i + 2 if word.i + 2 < len(ties.doc) and ties.doc[word.i + 1].lower_ == "the" else word.i + 1
        name = ties.name_starting(at) if at < len(ties.doc) else None
        return [name] if name is not None and name.entity.kind in kinds else []
    return found


def _is_denied(word: Token, *, aim: bool) -> bool:
    """Whether a clause is negated, or (unless an aim is enough) only about what may be or is wanted."""
    for child in word.children:
        if child.dep_ == "neg" or child.lower_ in _UNREAL:
            return True
        if not aim and child.dep_ == "aux" and child.tag_ in ("MD", "TO"):
            return True
        if not aim and child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether"):
            return True
    head = word.head
    if word.dep_ in ("xcomp", "pcomp", "conj", "ccomp"):
        verb = head.head if word.dep_ == "pcomp" else head
        return verb.lemma_ in _DENYING or (word.dep_ == "conj" and _is_denied(head, aim=aim))
    return False
