"""Role phrases: "the UN's former special envoy for Chad" read into role, body and time.

A role is a noun of the lexicon `roles.csv` with the words that belong to it. Its body is the name before it or after
its "of"; `role_words.csv` tells which words before it are part of it ("deputy") and which are not ("former").
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from newsgraph.language.annotations import Mention
from newsgraph.language.role_lexicon import main_words, role_nouns, role_words
from newsgraph.language.ties import ORGANIZATIONS, Ties

_LEFT_TAGS = frozenset("NN NNS NNP NNPS JJ JJS VBG VBN AFX RB HYPH".split())
# What may stand between a role and its body beside "of": of one who is the first in it, and of another.
_LINKS = {True: frozenset(["at"]), False: frozenset("for at in with from on".split())}
_HYPHENS = frozenset("- – ‑".split())
_NOT_IN_ROLE = frozenset(
    "senior top leading prominent main key current present new longtime veteran influential controversial popular long "
    "high top-ranking local fellow incoming outgoing so-called famous well-known powerful young old several two three "
    "first-ever newly recently other many some".split()
)


@dataclass(slots=True)
class Role:
    """A role in the text: tokens `start` to `end` without the body behind it, `noun` its main word."""

    noun: Token
    name: str
    """Its entry in the lexicon."""
    kind: str
    plural: bool
    start: int
    end: int
    reach: int = 0
    """The end of what follows the noun: "ambassador to Chad"."""
    text: str = ""
    bodies: list[Mention] = field(default_factory=list)
    holders: list[Mention] = field(default_factory=list)
    predecessors: list[Mention] = field(default_factory=list)
    """Those who held it before the holders."""
    former: bool = False
    acting: bool = False
    current: bool = False
    not_first: bool = False
    indefinite: bool = False
    definite: bool = False
    compound: str = ""
    """The common noun right before it, as in "army chief"."""


def read_role(ties: Ties, noun: Token) -> Role | None:
    """The role phrase around a noun, or None where the noun is no role here."""
    doc = ties.doc
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    inside = ties.notes.covering.get(noun.i)
    if inside is not None and inside.form == "name" and inside.entity.kind != "Person":
        return None
    role = _look_up(ties, noun)
    if role is None or _describes(ties, role):
        return None
    words = _read_left(ties, role)
    after = _read_right(ties, role)
    role.text = " ".join("".join(words).split())
    if after:
        role.text += " " + after
    if not role.bodies:
        _read_apposed_body(ties, role)
    if doc[role.end - 1].i >= noun.i and role.start > noun.i:
        role.start = noun.i
    return role


def _look_up(ties: Ties, noun: Token) -> Role | None:
    doc, table = ties.doc, role_nouns()
    word = noun.lower_
    end = noun.i + 1
    following = [t.lower_ for t in doc[end : end + 4] if t.text not in _HYPHENS]
    if following and following[0] in main_words() and following[0] != word and not _is_name(ties, end):
        return None
    for tail in (("in", "chief"), ("of", "staff"), ("elect",), ("d'affaires",)):
        if tuple(following[: len(tail)]) == tail and (found := table.get(f"{word} {' '.join(tail)}")):
            while doc[end].lower_ != tail[-1]:
                end += 1
            return Role(noun, *found, word != found[0].split()[0], noun.i, end + 1)
    before = noun.i - 1
    if before >= 0 and doc[before].text in _HYPHENS:
        before -= 1
    found = table.get(word)
    if before >= 0:
        found = table.get(f"{doc[before].lower_} {word}", found)
    if before > 0:
        found = table.get(f"{doc[before - 1].lower_} {doc[before].lower_} {word}", found)
    if found is None:
        return None
    return Role(noun, *found, noun.tag_ in ("NNS", "NNPS"), noun.i, end)


def _describes(ties: Ties, role: Role) -> bool:
    """Whether it only describes the noun behind it: "member states", "deputy defence minister"."""
    head = role.noun.head
    if role.noun.dep_ not in ("compound", "nmod", "amod") or head.i < role.end or _is_name(ties, role.end):
        return False
    inside = ties.notes.covering.get(head.i)
    return inside is None or inside.form != "name" or inside.entity.kind != "Person"


def _is_name(ties: Ties, i: int) -> bool:
    mention = ties.notes.covering.get(i)
    return mention is not None and mention.form == "name"


def _read_left(ties: Ties, role: Role) -> list[str]:
    """Read the words before the noun into the role; give those that belong to its text, in order."""
    doc, notes = ties.doc, ties.notes
    words = [_small(t) + t.whitespace_ for t in doc[role.noun.i : role.end]]
    if role.plural:
        singular = role.name.split()
        words[0] = singular[0] if role.end > role.noun.i + 1 else singular[-1]
    floor = role.noun.sent.start
    i = role.noun.i - 1
    while i >= floor:
        token = doc[i]
        mention = notes.covering.get(i)
        lower = token.lower_
        if mention is not None and mention.form == "name" and mention.end == i + 1 and not is_portfolio(ties, mention):
            if role.bodies or mention.entity.kind == "Person":
                break
            found = [m for m in ties.bodies(doc[mention.root]) if m.start == mention.start]
            if not found and mention.entity.kind in ("Group", "Event", "Document"):
                break
            role.bodies = found
            if found:
                role.start = i = mention.start
            else:
                words[:0] = [t.text + t.whitespace_ for t in doc[mention.start : mention.end]]
                role.start = i = mention.start
            i -= 1
            continue
        if not role.bodies and (mention is None or mention.form != "name") and (country := ties.nationality(token)):
            role.bodies = [country]
            role.start = country.start
            i = country.start - 1
            continue
        if token.tag_ == "POS":
            if not role.bodies and (owner := ties.name_ending(i) or ties.nominal_ending(i)):
                role.bodies = [m for m in ties.bodies(doc[owner.root]) if m.end == owner.end]
                role.start = owner.start if role.bodies else role.start
            role.definite = True
            break
        if token.tag_ == "PRP$":
            if not role.bodies:
                role.bodies = ties.bodies(token)
                role.start = i
            role.definite = True
            break
        if token.tag_ in ("DT", "PDT"):
            role.indefinite = lower in ("a", "an", "one", "another", "some")
            role.definite = not role.indefinite
            role.former = role.former or (i > floor and doc[i - 1].lower_ in ("once", "then", "formerly", "previously"))
            break
        if lower in role_words("former"):
            role.former = True
        elif lower in role_words("acting"):
            role.acting = True
        elif not _may_belong(token):
            break
        elif lower in ("current", "present", "incumbent", "now"):
            role.current = True
        elif not role.bodies and lower not in _NOT_IN_ROLE:
            if token.text in _HYPHENS and doc[i - 1].lower_ in role_words("former"):
                i -= 1
                continue
            if lower in role_words("not_first"):
                role.not_first = True
            if not role.compound and token.tag_ in ("NN", "NNP") and i == role.noun.i - 1:
                role.compound = lower
            words.insert(0, _small(token) + token.whitespace_)
        role.start = i
        i -= 1
    return words


def _may_belong(token: Token) -> bool:
    """Whether a word before a role may be a part of it."""
    if token.tag_ not in _LEFT_TAGS or (token.is_punct and token.text not in _HYPHENS):
        return False
    if token.tag_ in ("VBG", "VBN"):
        return token.dep_ in ("amod", "compound", "nmod")
    return token.tag_ != "RB" or token.lower_ in ("then", "formerly", "once")


def is_portfolio(ties: Ties, mention: Mention) -> bool:
    """Whether a name is only what a minister or secretary is of: "Defense", "Foreign Affairs"."""
    words = role_words("portfolio")
    return all(t.lower_ in words or t.lower_ in ("and", "&") for t in ties.doc[mention.start : mention.end])


def _small(token: Token) -> str:
    """A word of a role as it would be written in running text."""
    return token.lower_ if token.text.istitle() else token.text


def _read_right(ties: Ties, role: Role) -> str:
    """Read "of Defence of Chad", "for the ministry", "to Egypt"; give what of it belongs to the role's text."""
    said = ""
    preps = [c for c in role.noun.rights if c.dep_ == "prep" and c.i >= role.noun.i]
    while preps:
        prep = preps.pop(0)
        noun = next((c for c in prep.rights if c.dep_ == "pobj"), None)
        if noun is None or prep.i < role.end - 1:
            continue
        word = prep.lower_
        bodies = ties.bodies_with_conjuncts(noun)
        inside = ties.notes.covering.get(noun.i)
        plain = inside is None or inside.form != "name" or is_portfolio(ties, inside)
        if word in ("of", "for") and noun.lower_ in role_words("portfolio") and plain:
            said += ("" if not said else " ") + _phrase(ties, prep, noun)
            role.end = role.reach = noun.i + 1
            if role.kind == "head":
                role.compound = noun.lower_
            preps = [c for c in noun.rights if c.dep_ == "prep"] + preps
        elif bodies:
            role.reach = max(role.reach, bodies[0].end)
            if word == "of" and (not role.bodies or bodies[0].entity.kind in ORGANIZATIONS):
                role.bodies = bodies
            elif word in _LINKS[role.kind == "head" and not (role.not_first or role.compound)] and not role.bodies:
                role.bodies = [m for m in bodies if m.entity.kind in ORGANIZATIONS]
            elif word == "to" and not role.bodies and role.name in ("ambassador", "permanent representative", "envoy"):
                role.bodies = [m for m in bodies if m.entity.kind == "InternationalOrganization"]
            if role.kind == "post" and (word in ("to", "for")) and not any(m in role.bodies for m in bodies):
                said += ("" if not said else " ") + _phrase(ties, prep, noun)
        elif word in ("of", "for") and role.kind in ("head", "post") and noun.pos_ == "NOUN" and not said:
            owner = _owner(ties, noun)
            if owner is not None:
                role.bodies = [owner]
            if owner is not None or word == "of":
                # "head of operations": what it is the head of is only a part of the body.
                role.compound = noun.lower_
                role.end = noun.i + 1
                said += ("" if not said else " ") + f"{word} {_modified(noun)}"
    return said


def _owner(ties: Ties, noun: Token) -> Mention | None:
    """The country in "of Chad's army", "of the Chadian army"."""
    for child in noun.lefts:
        if child.dep_ in ("poss", "amod", "compound", "nmod"):
            for mention in ties.bodies(child):
                if mention.entity.kind == "Country":
                    return mention
    return None


def _modified(noun: Token) -> str:
    """A common noun with the small words before it: "foreign ministry"."""
    words = [t.text for t in noun.lefts if t.dep_ in ("amod", "compound") and t.is_lower]
    return " ".join([*words, noun.lower_])


def _phrase(ties: Ties, prep: Token, noun: Token) -> str:
    """A preposition with its noun, as far as the name or the noun goes."""
    mention = ties.notes.covering.get(noun.i)
    named = mention is not None and mention.form == "name"
    start = prep.i
    end = mention.end if mention is not None and named else noun.i + 1
    tokens = [t for t in ties.doc[start:end] if t.tag_ != "DT"]
    return "".join((t.text if named else _small(t)) + t.whitespace_ for t in tokens).strip()


def _read_apposed_body(ties: Ties, role: Role) -> None:
    """Read the body in "commander, Northern Fleet"."""
    doc = ties.doc
    if role.plural or role.kind not in ("head", "post") or role.end + 1 >= len(doc) or doc[role.end].text != ",":
        return
    start = role.end + 1
    if doc[start].lower_ == "the" and start + 1 < len(doc):
        start += 1
    name = ties.name_starting(start)
    if name is not None and name.entity.kind in ORGANIZATIONS and not is_portfolio(ties, name):
        role.bodies = [name]
