"""What a test of the table may ask about a word, where no word list answers: the values that begin with `~`."""

from __future__ import annotations

from collections.abc import Callable

from newsgraph.language.annotations import Mention
from newsgraph.language.english.coreference.actors import BODIES
from newsgraph.language.english.proposals.cues import limit
from newsgraph.language.english.proposals.proposers import may_propose
from newsgraph.language.english.proposals.table.asserted import asserted, hypothetical, is_asked, under_hedge
from newsgraph.language.english.proposals.table.own_policy import (
    is_own_policy,
    is_scheduling,
    may_be_administered,
)
from newsgraph.language.english.proposals.table.places import Match
from newsgraph.language.english.proposals.table.spans import has_to, is_nobody, negated
from newsgraph.language.english.syntax.speech.joined_clauses import leaves_clause

_FIRST = frozenset(("we", "i"))
_NOT_OWN = frozenset(("there", "this", "that", "nobody", "everybody", "everyone"))
_PRIVATE = frozenset(("Person", "Group", "Organization", "Other"))
_OPEN = frozenset(('"', "“", "``"))


def _is_denied(m: Match, i: int) -> bool:
    """Whether what is to be done, or that it is to be, is negated."""
    return any(negated(m.parse, k) for place in ("clause", "host", "be") for k in m.at(place))


def _is_asserted(m: Match, i: int) -> bool:
    return asserted(m.parse, m.words.get("host", i), m.words.get("clause", i))


def _is_raised(m: Match, verb: int) -> bool:
    """Whether an infinitive is said as happening: "continues to urge", "went on to call for", "marched to demand"."""
    parse = m.parse
    above = parse.head[verb]
    if parse.dep[verb] == "advcl" and parse.tag[above] in ("VBD", "VBZ", "VBP", "VBN"):
        return not negated(parse, above)
    return parse.lemma[above] in limit("raising")


def _tells_more(m: Match, verb: int) -> bool:
    """Whether a relative clause tells more of one who is known: "the centre, which aims to"; not "who plan to"."""
    parse = m.parse
    noun = parse.head[verb]
    if parse.lower[parse.left[verb] - 1] == ",":
        return True
    named = parse.head[noun] if parse.dep[noun] == "appos" else noun
    return any(mention.form == "name" for mention in m.notes.mentions_at(named))


def _is_subjunctive(m: Match, verb: int) -> bool:
    parse = m.parse
    parts = (verb, *(k for k in parse.children[verb] if parse.dep[k] in ("auxpass", "aux", "cop")))
    return any(parse.tag[k] == "VB" or parse.lower[k] == "be" for k in parts)


def _is_there(m: Match, i: int) -> bool:
    """Whether "called for X" is about a person or state that is there, not about a body to be made or sent."""
    if not m.is_actor(i) or m.parse.lemma[i] in limit("measure"):
        return False
    if any(mention.form == "name" or mention.kind in ("Person", "Country") for mention in _mentions(m, i)):
        return True
    return any(m.parse.lower[c] in ("the", "this", "that", "these", "those") for c in m.parse.children[i])


def _mentions(m: Match, i: int) -> list[Mention]:
    return m.notes.mentions_at(i)


def _is_own(m: Match, i: int) -> bool:
    """Whether the subject of what somebody vows may be whoever vows it, or theirs: "he", "his cabinet"."""
    parse = m.parse
    own = {id(mention.entity) for k in m.at("proposer") for mention in _mentions(m, k)}
    mentions = _mentions(m, i)
    if any(id(mention.entity) in own for mention in mentions):
        return True
    unknown = not mentions or not own or parse.lower[i] in _FIRST
    return unknown and parse.pos[i] == "PRON" and parse.lower[i] not in _NOT_OWN


def _is_sum(m: Match, noun: int) -> bool:
    """Whether a noun is an amount of money."""
    parse = m.parse
    counted = any(parse.dep[c] == "nummod" for c in parse.children[noun])
    return (counted and parse.lemma[noun] in limit("money")) or any(parse.tag[c] == "$" for c in parse.children[noun])


def _is_bare_plural(m: Match, i: int) -> bool:
    """Whether a bare plural says how things are: "parents have to look after their children"."""
    if m.parse.tag[i] != "NNS" or m.parse.left[i] != i:
        return False
    return not any(mention.entity.named for mention in _mentions(m, i))


def _gets(m: Match, verb: int) -> bool:
    """Whether somebody is to get something from others: "observers must have access", "should be free to leave"."""
    parse = m.parse
    if m.at("subject") and parse.lower[m.at("subject")[0]] in _FIRST:
        return False
    if parse.lemma[verb] == "be" and (state := parse.child(verb, "acomp")) is not None and state > verb:
        return parse.lemma[state] in limit("granted")
    taken = parse.child(verb, "dobj")
    return parse.lemma[verb] in ("have", "get", "receive", "enjoy") and taken is not None and taken > verb


def _happens(m: Match, verb: int) -> bool:
    """Whether it is done or happens to its subject."""
    return m.parse.is_passive(verb) or m.parse.lemma[verb] in limit("undergone")


def _can_act(m: Match, i: int) -> bool:
    lower = m.parse.lower[i]
    if m.is_actor(i) or lower in _FIRST:
        return True
    bodies = any(mention.entity.kind in BODIES and mention.entity.named for mention in _mentions(m, i))
    return lower == "it" and bodies


def _acts(m: Match, i: int) -> bool:
    """Whether a subject is to do what the clause says: not a thing, not one to whom it is done, not nobody."""
    clause = m.words["clause"]
    return _can_act(m, i) and not (_happens(m, clause) or _gets(m, clause) or is_nobody(m.parse, i))


def _may_be_wanted(m: Match, verb: int) -> bool:
    """Whether a thing can be wanted so: "talks must be fair", "the priority must be ...", not "it must be cold"."""
    parse = m.parse
    if parse.lemma[verb] != "be" or parse.lemma[verb] not in limit("wanted"):
        return parse.lemma[verb] in limit("wanted")
    for c in parse.children[verb]:
        if parse.dep[c] == "acomp" and parse.tag[c] != "VBN":
            return parse.lemma[c] in limit("virtue")
    return parse.child(verb, "attr", "acomp") is not None


def _is_unfit(m: Match, verb: int) -> bool:
    """Whether nobody can be asked to be so: "must be the tallest", against "must be ready"."""
    parse = m.parse
    for c in parse.children[verb]:
        if parse.dep[c] in ("acomp", "attr") and c > verb and parse.tag[c] not in ("VBN", "VBG", "IN"):
            return parse.lemma[verb] == "be" and parse.lemma[c] not in limit("virtue")
    return False


def _is_inferred(m: Match, i: int) -> bool:
    """Whether "it must be so" is a conclusion: after "so", "then", "because"."""
    before = m.parse.lower[m.parse.sent_start[i] : m.words.get("host", i)]
    return any(word in ("so", "then", "therefore", "because", "surely") for word in before)


def _sells(m: Match, i: int) -> bool:
    """Whether a company offers its goods: nobody is named to whom."""
    company = any(mention.kind in ("Organization", "Other") for mention in _mentions(m, i))
    return company and m.parse.child(m.cue, "dative") is None


SIGNS: dict[str, Callable[[Match, int], bool]] = {
    "acts": _acts,
    "administered": may_be_administered,
    "alone": lambda m, i: m.parse.left[i] == i == m.parse.right[i],
    "asserted": _is_asserted,
    "asked": lambda m, i: is_asked(m.parse, i),
    "bare": lambda m, i: m.parse.lower[i] == m.parse.lemma[i],
    "body": lambda m, i: any(k.kind in BODIES and k.entity.named for k in _mentions(m, i)),
    "denied": _is_denied,
    "gets": _gets,
    "happens": _happens,
    "hedged": lambda m, i: under_hedge(m.parse, i),
    "hypothetical": lambda m, i: hypothetical(m.parse, i),
    "inferred": _is_inferred,
    "infinitive": lambda m, i: has_to(m.parse, i),
    "leaves": lambda m, i: leaves_clause(m.parse, i),
    "negated": lambda m, i: negated(m.parse, i),
    "nobody": lambda m, i: is_nobody(m.parse, i),
    "own": _is_own,
    "ownpolicy": is_own_policy,
    "passive": lambda m, i: m.parse.is_passive(i),
    "person": lambda m, i: any(k.kind == "Person" and k.entity.named for k in _mentions(m, i)),
    "plural": _is_bare_plural,
    "power": lambda m, i: any(k.kind in ("Country", "Agency") for k in _mentions(m, i)),
    "private": lambda m, i: any(k.kind in _PRIVATE for k in _mentions(m, i)),
    "proposes": lambda m, i: may_propose(m.parse, m.notes, i),
    "raised": _is_raised,
    "scheduling": lambda m, i: is_scheduling(m.parse, i),
    "sells": _sells,
    "subjunctive": _is_subjunctive,
    "sum": _is_sum,
    "taken": lambda m, i: m.parse.lower[i] in m.takes,
    "time": lambda m, i: i in m.parse.times,
    "tellsmore": _tells_more,
    "there": _is_there,
    "trails": lambda m, i: m.parse.head[i] < i,
    "unfit": _is_unfit,
    "wanted": _may_be_wanted,
}
"""The signs by name."""
