"""The words before the noun of a role: its body ("Chad's"), what belongs to it ("deputy"), when it was ("former")."""

from __future__ import annotations

from spacy.tokens import Token

from newsgraph.language.annotations import Mention
from newsgraph.language.relations.role import Role, begin_of_portfolio, is_portfolio, small
from newsgraph.language.relations.role_lexicon import role_nouns, role_words
from newsgraph.language.relations.ties import HYPHENS, ORGANIZATIONS, Ties

_LEFT_TAGS = frozenset("NN NNS NNP NNPS JJ JJS VBG VBN AFX RB HYPH".split())
_NOT_IN_ROLE = frozenset(
    "senior top leading prominent main key current present new longtime veteran influential controversial popular long "
    "high top-ranking local fellow incoming outgoing so-called famous well-known powerful young old several two three "
    "first-ever newly recently other many some".split()
)
_WITH_PORTFOLIO = frozenset(["minister", "secretary", "press secretary", "undersecretary", "whip", "leader"])
_STOP = -1


def read_left(ties: Ties, role: Role) -> list[str]:
    """Read the words before the noun into the role; give those that belong to its text, in order."""
    words = [small(t) + t.whitespace_ for t in ties.doc[role.noun.i : role.end]]
    if role.plural:
        singular = role.name.split()
        words[0] = singular[0] if role.end > role.noun.i + 1 else singular[-1]
    floor = role.noun.sent.start
    i = role.noun.i - 1
    while i >= floor:
        token = ties.doc[i]
        name = ties.name_ending(i + 1)
        if name is not None and not is_portfolio(ties, name, role.name):
            i = _read_name(ties, role, name, words)
        elif not role.bodies and name is None and (country := ties.nationality(token)):
            role.bodies = [country]
            role.start = country.start
            i = country.start - 1
        elif token.tag_ in ("POS", "PRP$"):
            _read_owner(ties, role, token, words)
            break
        elif token.tag_ in ("DT", "PDT"):
            role.indefinite = token.lower_ in ("a", "an", "one", "another", "some")
            role.definite = not role.indefinite
            before = ties.doc[i - 1].lower_ if i > floor else ""
            role.former = role.former or before in ("once", "then", "formerly", "previously")
            break
        else:
            i = _read_word(ties, role, token, words)
    # What is left of a word with a hyphen is no word: "nuts-and-bolts".
    return words[2:] if words[0].strip() in HYPHENS else words


def _read_name(ties: Ties, role: Role, name: Mention, words: list[str]) -> int:
    """Read a name before the noun: its body, or a word of it that is no body."""
    if role.bodies or name.entity.kind == "Person":
        return _STOP
    if _read_body_with_portfolio(ties, role, name, words):
        return name.start - 1
    role.bodies = [m for m in ties.bodies(ties.doc[name.root]) if m.start == name.start]
    if not role.bodies:
        if name.entity.kind in ("Group", "Event", "Document"):
            return _STOP
        tokens = ties.doc[name.start : name.end]
        words[:0] = [t.text + t.whitespace_ for t in tokens]
        role.modifiers += [t.lower_ for t in tokens]
    role.start = name.start
    return name.start - 1


def _read_body_with_portfolio(ties: Ties, role: Role, name: Mention, words: list[str]) -> bool:
    """Read "Kenyan Public Health", "US Senate Majority" before a minister or leader."""
    if role.name not in _WITH_PORTFOLIO or name.entity.links or name.entity.kind not in ("Agency", "Organization"):
        return False
    tokens = ties.doc[name.start : name.end]
    at = begin_of_portfolio([t.lower_ for t in tokens])
    if not 0 < at < len(tokens):
        return False
    body = ties.body_named(tokens[:at].text)
    if body is not None:
        role.bodies = [Mention(name.start, name.start + at, name.start + at - 1, "name", body.kind, body)]
    elif country := ties.nationality(tokens[at - 1]):
        role.bodies = [country]
    else:
        return False
    words[:0] = [_written(t) + t.whitespace_ for t in tokens[at:]]
    role.compound = tokens[len(tokens) - 1].lower_
    role.start = name.start
    return True


def _read_owner(ties: Ties, role: Role, token: Token, words: list[str]) -> None:
    """Read the genitive before a role: its body, unless a country before the noun is it."""
    role.definite = role.owned = True
    branch = role.bodies[0] if role.bodies and role.bodies[0].entity.kind in ("Country", "Place") else None
    if role.bodies and (branch is None or role.name in role_words("place")):
        return
    owners = ties.bodies(token)
    start = token.i
    if token.tag_ == "POS" and (owner := ties.name_ending(token.i) or ties.nominal_ending(token.i)):
        owners = [m for m in ties.bodies(ties.doc[owner.root]) if m.end == owner.end]
        start = owner.start
    if branch is None:
        role.bodies = owners
    elif any(m.entity.kind in ORGANIZATIONS for m in owners) or (not owners and role.name in role_words("branch")):
        # "Oxfam's Kenya director", "the group's Kenya director": the country is what he or she directs for it.
        role.bodies = owners
        if branch.kind != "Group":
            words[:0] = [t.text + t.whitespace_ for t in ties.doc[branch.start : branch.end]]
            role.modifiers.append("branch")
    if role.bodies or token.tag_ == "PRP$":
        role.start = start


def _read_word(ties: Ties, role: Role, token: Token, words: list[str]) -> int:
    """Read a word that is no name; give the token to read next."""
    lower, i = token.lower_, token.i
    if lower in role_words("former"):
        role.former = True
    elif lower in role_words("acting"):
        role.acting = True
    elif _joins_portfolios(ties, i):
        words.insert(0, token.text + token.whitespace_)
    elif not _may_belong(token) or ties.is_hyphened(i) or _is_another(role, token):
        return _STOP
    elif lower in ("current", "present", "incumbent", "now"):
        role.current = True
    elif i > 1 and token.tag_ in ("VBG", "VBN") and ties.doc[i - 1].text in HYPHENS:
        # "long-serving" says nothing of the role; "US-backed" is said of him who holds it.
        if not ties.doc[i - 2].is_lower:
            return _STOP
        i -= 2
    elif not role.bodies and lower not in _NOT_IN_ROLE:
        if token.text in HYPHENS and ties.doc[i - 1].lower_ in role_words("former"):
            return i - 1
        if lower in role_words("not_first"):
            role.not_first = True
        elif not role.compound and i == role.noun.i - 1 and token.tag_ in ("NN", "NNP", "NNS", "NNPS"):
            role.compound = lower
        elif token.text not in HYPHENS:
            role.modifiers.append(lower)
        words.insert(0, _written(token) + token.whitespace_)
    role.start = i
    return i - 1


def _is_another(role: Role, token: Token) -> bool:
    """Whether a word before a rank is a role of its own: "envoy | General Jo Aldo"."""
    return role.kind == "service" and role.noun.is_title and token.is_lower and token.lower_ in role_nouns()


def _joins_portfolios(ties: Ties, i: int) -> bool:
    """Whether a word is the "and" of "interior and overseas minister"."""
    doc, fields = ties.doc, role_words("portfolio")
    return doc[i].lower_ in ("and", "&") and i > 0 and doc[i - 1].lower_ in fields and doc[i + 1].tag_[0] in "NJ"


def _written(token: Token) -> str:
    return token.text if token.lower_ in role_words("chamber") else small(token)


def _may_belong(token: Token) -> bool:
    """Whether a word before a role may be a part of it."""
    if token.tag_ not in _LEFT_TAGS or (token.is_punct and token.text not in HYPHENS):
        return False
    if token.tag_ in ("VBG", "VBN"):
        return token.dep_ in ("amod", "compound", "nmod")
    return token.tag_ != "RB" or token.lower_ in ("then", "formerly", "once")
