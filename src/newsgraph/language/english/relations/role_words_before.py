"""The words before the noun of a role: its body ("Chad's"), what belongs to it ("deputy"), when it was ("former")."""

from __future__ import annotations

from newsgraph.language.annotations import Mention
from newsgraph.language.english.relations.role import Role, begin_of_portfolio, is_portfolio
from newsgraph.language.english.relations.role_lexicon import begin_of_short_title, role_words
from newsgraph.language.english.relations.ties import HYPHENS, ORGANIZATIONS, Ties
from newsgraph.language.english.word_contexts import is_led_in

_LEFT_TAGS = frozenset("NN NNS NNP NNPS JJ JJS VBG VBN AFX RB HYPH".split())
_NOT_IN_ROLE = frozenset(
    "senior top leading prominent main key current present new longtime veteran influential controversial popular long "
    "high top-ranking local fellow outgoing so-called famous well-known powerful young old several two three "
    "first-ever newly recently other many some".split()
)
_WITH_PORTFOLIO = frozenset(["minister", "secretary", "press secretary", "undersecretary", "whip", "leader"])
_COMING = frozenset("next incoming future prospective would-be potential possible likely".split())
_STOP = -1


def read_left(ties: Ties, role: Role) -> list[str]:
    """Read the words before the noun into the role; give those that belong to its text, in order."""
    syntax = ties.syntax
    words = [ties.word(t) for t in range(role.noun, role.end)]
    if (short := begin_of_short_title(syntax.lower, role.noun)) is not None:
        words, role.start = [role.name], short
    elif role.plural:
        singular = role.name.split()
        words[0] = singular[0] if role.end > role.noun + 1 else singular[-1]
    floor = syntax.sent_start[role.noun]
    i = role.start - 1
    while i >= floor:
        name = ties.name_ending(i + 1)
        if name is not None and not is_portfolio(ties, name, role.name):
            i = _read_name(ties, role, name, words)
        elif not role.bodies and name is None and (country := ties.nationality(i)):
            role.bodies = [country]
            role.start = country.start
            i = country.start - 1
        elif syntax.tag[i] in ("POS", "PRP$"):
            _read_owner(ties, role, i, words)
            break
        elif syntax.tag[i] in ("DT", "PDT"):
            role.indefinite = syntax.lower[i] in ("a", "an", "one", "another", "some")
            role.definite = not role.indefinite
            before = syntax.lower[i - 1] if i > floor else ""
            role.former = role.former or before in ("once", "then", "formerly", "previously")
            break
        else:
            i = _read_word(ties, role, i, words)
    if words[0].strip() not in HYPHENS:
        return words
    # What is left of a word with a hyphen is no word: "nuts-and-bolts"; "Vice-president" is one.
    return words[2:] or [ties.word(role.noun - 2), *words]


def _read_name(ties: Ties, role: Role, name: Mention, words: list[str]) -> int:
    """Read a name before the noun: its body, or a word of it that is no body."""
    syntax = ties.syntax
    if role.bodies or name.entity.kind == "Person" or (name.kind == "Country" and is_led_in(ties.words, name.start)):
        return _STOP
    if _read_body_with_portfolio(ties, role, name, words):
        return name.start - 1
    role.bodies = [m for m in ties.bodies(name.root) if m.start == name.start]
    if not role.bodies:
        if name.entity.kind in ("Group", "Event", "Document"):
            return _STOP
        words[:0] = [ties.word(t, as_named=True) for t in range(name.start, name.end)]
        role.modifiers += syntax.lower[name.start : name.end]
    role.start = name.start
    return name.start - 1


def _read_body_with_portfolio(ties: Ties, role: Role, name: Mention, words: list[str]) -> bool:
    """Read "Kenyan Public Health", "US Senate Majority" before a minister or leader."""
    syntax = ties.syntax
    if role.name not in _WITH_PORTFOLIO or name.entity.links or name.entity.kind not in ("Agency", "Organization"):
        return False
    at = name.start + begin_of_portfolio(syntax.lower[name.start : name.end])
    if not name.start < at < name.end:
        return False
    body = ties.body_named(ties.words.span(name.start, at))
    if body is not None:
        role.bodies = [Mention(name.start, at, at - 1, "name", body.kind, body)]
    elif country := ties.nationality(at - 1):
        role.bodies = [country]
    else:
        return False
    words[:0] = [_written(ties, t) for t in range(at, name.end)]
    role.compound = syntax.lower[name.end - 1]
    role.start = name.start
    return True


def _read_owner(ties: Ties, role: Role, token: int, words: list[str]) -> None:
    """Read the genitive before a role: its body, unless a country before the noun is it."""
    syntax = ties.syntax
    role.definite = role.owned = True
    branch = role.bodies[0] if role.bodies and role.bodies[0].entity.kind in ("Country", "Place") else None
    if role.bodies and (branch is None or role.name in role_words("place")):
        return
    owners = ties.bodies(token)
    start = token
    if syntax.tag[token] == "POS" and (owner := ties.name_ending(token) or ties.nominal_ending(token)):
        owners = [m for m in ties.bodies(owner.root) if m.end == owner.end]
        start = owner.start
    if branch is None:
        role.bodies = owners
    elif any(m.entity.kind in ORGANIZATIONS for m in owners) or (not owners and role.name in role_words("branch")):
        # "Oxfam's Kenya director", "the group's Kenya director": the country is what he or she directs for it.
        role.bodies = owners
        if branch.kind != "Group":
            words[:0] = [ties.word(t, as_named=True) for t in range(branch.start, branch.end)]
            role.modifiers.append("branch")
    if role.bodies or syntax.tag[token] == "PRP$":
        role.start = start


def _read_word(ties: Ties, role: Role, token: int, words: list[str]) -> int:
    """Read a word that is no name; give the token to read next."""
    syntax = ties.syntax
    lower, text, i = syntax.lower[token], ties.words.text, token
    if lower in role_words("former"):
        role.former = True
    elif lower in role_words("acting"):
        role.acting = True
    elif _joins_portfolios(ties, i):
        words.insert(0, ties.word(token, as_named=True))
    elif not role.bodies and (party := ties.party(token)) is not None:
        role.party = party
    elif not _may_belong(ties, token) or ties.is_hyphened(i):
        return _STOP
    elif lower in _COMING:
        role.coming = True
        words.insert(0, lower)
    elif lower in ("current", "present", "incumbent", "now"):
        role.current = True
    elif i > 1 and syntax.tag[token] in ("VBG", "VBN") and text[i - 1] in HYPHENS:
        # "long-serving" says nothing of the role; "US-backed" is said of him who holds it.
        if not text[i - 2].islower():
            return _STOP
        i -= 2
    elif not role.bodies and lower not in _NOT_IN_ROLE:
        if text[token] in HYPHENS and syntax.lower[i - 1] in role_words("former"):
            return i - 1
        if lower in role_words("not_first"):
            role.not_first = True
        elif not role.compound and i == role.noun - 1 and syntax.tag[token] in ("NN", "NNP", "NNS", "NNPS"):
            role.compound = lower
        elif text[token] not in HYPHENS:
            role.modifiers.append(lower)
        words.insert(0, _written(ties, token))
    role.start = i
    return i - 1


def _joins_portfolios(ties: Ties, i: int) -> bool:
    """Whether a word is the "and" of "interior and overseas minister"."""
    syntax = ties.syntax
    fields = role_words("portfolio")
    name = ties.name_ending(i)  # "the Institute of Security | and author"
    inside = name is not None and not is_portfolio(ties, name)
    joint = syntax.lower[i] in ("and", "&") and i > 0 and syntax.lower[i - 1] in fields
    return joint and not inside and syntax.tag[i + 1][0] in "NJ"


def _written(ties: Ties, token: int) -> str:
    return ties.word(token, as_named=ties.words.lower[token] in role_words("chamber"))


def _may_belong(ties: Ties, token: int) -> bool:
    """Whether a word before a role may be a part of it."""
    syntax, text = ties.syntax, ties.words.text[token]
    if syntax.tag[token] not in _LEFT_TAGS or (text not in HYPHENS and not any(map(str.isalnum, text))):
        return False
    if syntax.tag[token] in ("VBG", "VBN"):
        return syntax.dep[token] in ("amod", "compound", "nmod")
    return syntax.tag[token] != "RB" or syntax.lower[token] in ("then", "formerly", "once")
