"""Ties that verbs and nouns of doing tell: "leads", "joined", "is based in", "the fight against".

The lexicon is `relation_verbs.csv`; the two actors are found by the syntax, through infinitives and coordination.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Token

from newsgraph.language.annotations import Mention
from newsgraph.language.lexicon_files import read_lexicon
from newsgraph.language.ties import ORGANIZATIONS, Ties

_STATES = frozenset({"Country", "Agency", "InternationalOrganization"})
KINDS: dict[str, frozenset[str]] = {
    "person": frozenset({"Person"}),
    "org": ORGANIZATIONS,
    "country": frozenset({"Country"}),
    "place": frozenset({"Place"}),
    "party": frozenset({"Party"}),
    "igo": frozenset({"InternationalOrganization"}),
    "company": frozenset({"Organization"}),
    "armed": frozenset({"ArmedGroup"}),
    "alliance": frozenset({"InternationalOrganization", "Organization"}),
    "force": _STATES | {"ArmedGroup"},
    "actor": ORGANIZATIONS | {"Country"},
    "other": frozenset({"Other"}),
}
_HELPING = frozenset("support help assist back join aid train enable equip stand solidarity backing assistance".split())
_BESIDE = frozenset("by for of with to alongside".split())
_UNREAL = frozenset("no never possible potential threatened likely future planned hypothetical".split())
_DENYING = frozenset("deny refuse fail stop cease reject avoid decline".split())
_CHARGING = frozenset("accuse allege blame charge claim denounce suspect".split())
_SAYING = _CHARGING | frozenset("add argue believe fear insist note report say suggest tell think warn".split())
_CLAUSES = frozenset("ccomp conj pcomp xcomp advcl".split())


@cache
def verb_rows() -> dict[str, tuple[dict[str, str], ...]]:
    """The rows of the lexicon by word."""
    table: dict[str, list[dict[str, str]]] = {}
    for row in read_lexicon("relation_verbs"):
        table.setdefault(row["word"], []).append(row)
    return {word: tuple(rows) for word, rows in table.items()}


@cache
def _kinds(words: str) -> frozenset[str]:
    return frozenset().union(*(KINDS[word] for word in words.split()))


def find_verb_ties(ties: Ties, words: Iterable[Token]) -> None:
    """Enter what the verbs and nouns of a doc tell."""
    for word in words:
        part = {"VERB": ("verb", "passive"), "AUX": ("verb",), "NOUN": ("noun",), "ADJ": ("passive",)}.get(word.pos_)
        if part is None:
            continue
        for row in verb_rows()[word.lemma_.lower()]:
            if row["pos"] in part:
                _read(ties, word, row)


def _read(ties: Ties, word: Token, row: dict[str, str]) -> None:
    if row["link"] == "between":
        pair = [m for t in _objects(word, "between") for m in _of_kinds(ties, t, _kinds(row["second"]))]
        if len(pair) == 2:
            _enter(ties, row, pair[0], pair[1])
        return
    second = _second(ties, word, row)
    if not second or _is_denied(word, aim=row["aim"] == "yes"):
        return
    kinds = _kinds(row["first"])
    if row["pos"] == "noun":
        first = _doers(ties, word, kinds, 0)
    elif row["link"] == "obj" and _is_passive(word):
        first = [m for t in _agents(word) for m in _of_kinds(ties, t, kinds)]
    else:
        first = _subjects(ties, word, kinds, 0, passive=row["pos"] == "passive")
    claims = _claimants(ties, word, _SAYING if row["predicate"] == "alliedWith" else _CHARGING)
    for one in first:
        for other in second:
            if one.start == other.start or (claims is not None and not {id(one.entity), id(other.entity)} & claims):
                continue
            sure = row["predicate"].endswith("ownerOf") and word.dep_ == "relcl" and word.head.i == other.root
            _enter(ties, row, _with_name(ties, one), _with_name(ties, other), sure=sure)


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


def _enter(ties: Ties, row: dict[str, str], first: Mention, second: Mention, *, sure: bool = False) -> None:
    predicate = row["predicate"]
    if predicate == "fightingAgainst":
        kinds = {first.entity.kind, second.entity.kind}
        if "ArmedGroup" not in kinds and not kinds <= _STATES:
            return
        if any(m.form == "nominal" and m.entity.kind == "Country" for m in (first, second)):
            return
        if first.entity.country and first.entity.country == second.entity.country and "ArmedGroup" not in kinds:
            return
    elif predicate == "<partOf" and not first.form == second.form == "name":
        return
    elif second.form == "nominal" and not sure:
        # "runs the company": which one is seldom sure.
        return
    if predicate.startswith("<"):
        first, second, predicate = second, first, predicate[1:]
    ties.add(first, predicate, second, former=row["former"] == "yes")


def _second(ties: Ties, word: Token, row: dict[str, str]) -> list[Mention]:
    kinds = _kinds(row["second"])
    if row["link"] != "obj":
        if row["pos"] == "passive" and word.tag_ != "VBN" and word.pos_ != "ADJ":
            return []
        return [m for t in _objects(word, row["link"]) for m in _of_kinds(ties, t, kinds)]
    if _is_passive(word):
        return _subjects(ties, word, kinds, 0, passive=True)
    found = [t for c in word.rights if c.dep_ == "dobj" for t in (c, *_conjuncts(c))]
    if not found:
        # "to degrade and destroy X": the object stands behind the last of the verbs.
        found = [t for v in _conjuncts(word) if v.pos_ == "VERB" for c in v.rights if c.dep_ == "dobj" for t in (c,)]
    if not found and not any(c.dep_ == "dobj" for c in word.children):
        # The parser may take a name in capitals for a verb: "to defeat ISWAP".
        at = word.i + 2 if word.i + 2 < len(ties.doc) and ties.doc[word.i + 1].lower_ == "the" else word.i + 1
        name = ties.name_starting(at) if at < len(ties.doc) else None
        return [name] if name is not None and name.entity.kind in kinds else []
    return [m for t in found for m in _of_kinds(ties, t, kinds)]


def _of_kinds(ties: Ties, token: Token, kinds: frozenset[str]) -> list[Mention]:
    if "Person" in kinds and (people := ties.people(token)):
        return people
    found = [m for m in ties.bodies(token) if m.entity.kind in kinds]
    if not found and "Other" in kinds:
        found = [m for m in ties.notes.mentions_at(token) if m.entity.kind == "Other" and m.form == "name"]
    return found


def _conjuncts(token: Token) -> list[Token]:
    found = []
    for child in token.rights:
        if child.dep_ == "conj":
            found += [child, *_conjuncts(child)]
    return found


def _objects(word: Token, link: str) -> list[Token]:
    found = []
    for child in word.rights:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ == link:
            for noun in child.rights:
                if noun.dep_ == "pobj":
                    found += [noun, *_conjuncts(noun)]
    return found


def _is_passive(verb: Token) -> bool:
    if any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod") and not any(c.dep_ == "dobj" for c in verb.children)


def _agents(verb: Token) -> list[Token]:
    found = []
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            found += [t for c in child.rights if c.dep_ == "pobj" for t in (c, *_conjuncts(c))]
    return found


def _subjects(ties: Ties, verb: Token, kinds: frozenset[str], depth: int, *, passive: bool = False) -> list[Mention]:
    """The actors who do what a verb says, or to whom it is done if it is passive."""
    wanted = ("nsubjpass", "nsubj") if passive else ("nsubj",)
    for child in verb.lefts:
        if child.dep_ in wanted:
            return [m for t in (child, *_conjuncts(child)) for m in _of_kinds(ties, t, kinds)]
    head, dep = verb.head, verb.dep_
    if depth > 4 or head.i == verb.i:
        return []
    if dep == "aux":
        return _subjects(ties, head, kinds, depth + 1)
    if dep in ("acl", "relcl"):
        if found := _of_kinds(ties, head, kinds):
            return found
        return [] if passive or verb.tag_ in ("VBN", "VBG") else _doers(ties, head, kinds, depth + 1)
    if dep in ("conj", "xcomp", "advcl", "ccomp") and head.pos_ in ("VERB", "AUX"):
        if dep == "ccomp" and verb.tag_ not in ("VB", "VBG"):
            return []
        objects = [m for c in head.rights if c.dep_ == "dobj" for m in _of_kinds(ties, c, kinds)]
        if dep == "xcomp" and objects:
            return objects
        found = _subjects(ties, head, kinds, depth + 1, passive=passive and dep == "conj")
        return found + _helped(ties, head, kinds)
    if dep == "pcomp":
        governor = head.head
        objects = [c for c in governor.rights if c.dep_ == "dobj" and c.i < head.i] if head.lower_ == "in" else []
        if objects and governor.lemma_ not in _HELPING:
            # "shows the unity of X in fighting Y": those fight who are united.
            return _of_kinds(ties, objects[0], kinds) or _doers(ties, objects[0], kinds, depth + 1)
        if governor.pos_ in ("VERB", "AUX", "ADJ"):
            found = _subjects(ties, governor, kinds, depth + 1, passive=_is_passive(governor))
            return found + [m for c in objects for m in _of_kinds(ties, c, kinds)]
        return _doers(ties, governor, kinds, depth + 1)
    if dep in ("acomp", "attr") or head.dep_ == "acomp" or head.pos_ == "ADJ":
        return _subjects(ties, head, kinds, depth + 1, passive=passive)
    return _of_kinds(ties, head, kinds) if dep == "amod" else []


def _helped(ties: Ties, helping: Token, kinds: frozenset[str]) -> list[Mention]:
    """The actors who are supported in what they do: "stands by X", "support for X"."""
    found: list[Mention] = []
    if helping.pos_ == "VERB" and helping.lemma_ not in _HELPING:
        # "reiterates support for X"
        helping = next((c for c in helping.rights if c.dep_ == "dobj"), helping)
    if helping.lemma_ in _HELPING:
        for child in helping.rights:
            for noun in child.rights if child.dep_ == "prep" and child.lower_ in _BESIDE else (child,):
                if noun.dep_ in ("dobj", "pobj"):
                    found += [m for t in (noun, *_conjuncts(noun)) for m in _of_kinds(ties, t, kinds)]
    return found


def _doers(ties: Ties, noun: Token, kinds: frozenset[str], depth: int) -> list[Mention]:
    """The actors of a noun of doing: its possessor, the name before it, its "by" or the subject of its verb."""
    head, dep = noun.head, noun.dep_
    governor = head.head if dep == "pobj" else head
    for child in noun.lefts:
        if child.dep_ in ("poss", "compound", "nmod", "amod"):
            if found := _of_kinds(ties, child, kinds):
                return found
            if child.dep_ == "poss":
                return _helped(ties, governor, kinds)
    for token in _agents(noun):
        if found := _of_kinds(ties, token, kinds):
            return found
    if depth and (owners := _objects(noun, "of")):
        return [m for t in owners for m in _of_kinds(ties, t, kinds)]
    if depth > 4 or head.i == noun.i:
        return []
    if dep == "conj":
        return _doers(ties, head, kinds, depth + 1)
    if dep in ("dobj", "attr") and head.pos_ in ("VERB", "AUX"):
        return _subjects(ties, head, kinds, depth + 1)
    if dep == "pobj":
        helped = _helped(ties, governor, kinds)
        if governor.pos_ == "ADV":
            governor = governor.head
        if governor.pos_ in ("VERB", "AUX"):
            return _subjects(ties, governor, kinds, depth + 1, passive=_is_passive(governor)) + helped
        if governor.pos_ in ("NOUN", "PROPN"):
            return helped or _of_kinds(ties, governor, kinds) or _doers(ties, governor, kinds, depth + 1)
    return []


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
