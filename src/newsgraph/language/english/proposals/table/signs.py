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
    speech_verbs,
)
from newsgraph.language.english.proposals.table.places import Match, is_situation
from newsgraph.language.english.proposals.table.spans import has_to, is_nobody, negated
from newsgraph.language.english.proposals.table.uncued import SIGNS_OF_THE_UNCUED
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.joined_clauses import leaves_clause

_FIRST = frozenset(("we", "i"))
_NOT_OWN = frozenset(("there", "this", "that", "nobody", "everybody", "everyone"))
_PRIVATE = frozenset(("Person", "Group", "Organization", "Other"))
_QUOTES = frozenset(('"', "“", "``"))


def _is_denied(m: Match, i: int) -> bool:
    """Whether what is to be done, or that it is to be, is negated."""
    return any(negated(m.parse, k) for place in ("clause", "host", "be") for k in m.at(place))


def _is_asserted(m: Match, i: int) -> bool:
    return asserted(m.parse, m.words.get("host", i), m.words.get("clause", i))


def _is_done_by(m: Match, verb: int) -> bool:
    """Whether a gerund after a preposition tells what was done: "reacted by proposing", not "suspected of planning"."""
    parse = m.parse
    preposition = parse.head[verb]
    above = parse.head[preposition]
    told = parse.tag[above] in ("VBD", "VBZ", "VBN", "VBP")
    return told and parse.lower[preposition] in ("by", "after", "while") and parse.dep[above] != "acl"


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


def _stands_elsewhere(m: Match, clause: int) -> bool:
    """Whether a comma stands before "to": 'he told the press, "to show ..."' goes on with what he was saying."""
    parse = m.parse
    to = next(c for c in parse.children[clause] if parse.tag[c] == "TO")
    return parse.lower[to - 1] in _QUOTES and parse.lower[to - 2] == "," and m.words.get("target", to) < to - 2


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
    if any(parse.tag[c] == "PRP$" for c in parse.children[i]):
        return True
    own = {id(mention.entity) for k in m.at("proposer") for mention in _mentions(m, k)}
    mentions = _mentions(m, i)
    if any(id(mention.entity) in own for mention in mentions):
        return True
    unknown = not mentions or not own or parse.lower[i] in _FIRST
    return unknown and parse.pos[i] == "PRON" and parse.lower[i] not in _NOT_OWN


def _follows_passive(m: Match, verb: int) -> bool:
    """Whether a verb without an object goes on with a passive: "were given a map and asked to leave"."""
    parse = m.parse
    above = parse.head[verb]
    bare = parse.child(verb, "dobj", "dative", "nsubj", "prep", "aux") is None
    joined = parse.dep[verb] == "conj" and parse.tag[verb] in ("VBN", "VBD")
    return bare and joined and parse.is_verb(above) and parse.is_passive(above)


def _is_sum(m: Match, noun: int) -> bool:
    """Whether a noun is an amount of money."""
    parse = m.parse
    counted = any(parse.dep[c] == "nummod" for c in parse.children[noun])
    return (counted and parse.lemma[noun] in limit("money")) or any(parse.tag[c] == "$" for c in parse.children[noun])


def _is_estimate(m: Match, verb: int) -> bool:
    """Whether "should be" tells how much something is: "this should be closer to 500 million"."""
    parse = m.parse
    if parse.lemma[verb] != "be":
        return False
    told = [c for c in parse.children[verb] if c > verb]
    numbers = [k for c in told if parse.dep[c] == "attr" for k in parse.children[c] if parse.dep[k] == "nummod"]
    return bool(numbers) or any(parse.tag[c] == "CD" or parse.lower[c] in limit("comparing") for c in told)


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
    parse = m.parse
    before = parse.lower[parse.sent_start[i] : m.words.get("host", i)]
    return any(word in ("so", "then", "therefore", "because", "surely") for word in before)


def _is_something_done(m: Match, verb: int) -> bool:
    """Whether what there is to be, or is not to be, is something done: "there must be an inquiry"."""
    parse = m.parse
    found = parse.child(verb, "attr", "nsubj", "dobj")
    if found is None:
        return False
    if parse.lemma[found] in limit("uncertainty"):
        return False
    return parse.lemma[found] in limit("measure") or any(parse.lower[c] == "no" for c in parse.children[found])


def _is_in_need(m: Match, i: int) -> bool:
    """Whether people lack something, "18,000 people need food": a state, and nobody's proposal."""
    return m.parse.lemma[i] in limit("public") or any(
        mention.kind == "Group" and mention.form != "name" for mention in _mentions(m, i)
    )


def _is_refused(m: Match, verb: int) -> bool:
    """Whether a promise is one that somebody does not make: "his refusal to say that he would"."""
    parse = m.parse
    said = parse.head[verb]
    below = parse.dep[verb] == "ccomp" and parse.dep[said] in ("acl", "xcomp")
    return below and parse.lemma[parse.head[said]] in ("refuse", "refusal", "decline", "fail", "failure")


def _is_reported(m: Match, verb: int) -> bool:
    """Whether the words quoted go on with a report, which puts "will" in the past: 'said that "she would sign"'."""
    parse = m.parse
    said = parse.head[verb]
    told = said < verb and parse.tag[said] == "VBD" and parse.lemma[said] in speech_verbs()
    return told and parse.dep[verb] == "ccomp"


def _tells_how(m: Match, verb: int) -> bool:
    """Whether a clause says how something is not done: "we will not beat it with closed eyes"."""
    parse = m.parse
    if parse.child(verb, "dobj") is None or not _is_denied(m, verb):
        return False
    return any(parse.lower[c] in ("with", "by", "through") and parse.dep[c] == "prep" for c in parse.children[verb])


def _is_compared(m: Match, i: int) -> bool:
    """Whether an adjective is measured: "too important", "more urgent than"."""
    parse = m.parse
    children = parse.children[i]
    than = any(parse.lower[k] == "than" for c in children for k in (c, *parse.children[c]))
    return than or any(parse.lower[c] in ("too", "as", "so", "how") for c in children)


def _is_foretold(m: Match, verb: int) -> bool:
    """Whether it is only hoped for or possible: "may make a proposal", "is likely to bring a promise"."""
    parse = m.parse
    if any(parse.lower[c] in ("may", "might", "could") and parse.dep[c] == "aux" for c in parse.children[verb]):
        return True
    below = has_to(parse, verb) or parse.dep[verb] == "ccomp"
    above, words = parse.head[verb], limit("foretelling")
    return below and (parse.lemma[above] in words or parse.lower[above] in words)


def _sells(m: Match, i: int) -> bool:
    """Whether a company offers its goods: nobody is named to whom."""
    company = any(mention.kind in ("Organization", "Other") for mention in _mentions(m, i))
    return company and m.parse.child(m.cue, "dative") is None


def _is(sign: Callable[[Parse, int], bool]) -> Callable[[Match, int], bool]:
    return lambda m, i: sign(m.parse, i)


SIGNS: dict[str, Callable[[Match, int], bool]] = {
    **SIGNS_OF_THE_UNCUED,
    "acts": _acts,
    "administered": may_be_administered,
    "afterpassive": _follows_passive,
    "alone": lambda m, i: m.parse.left[i] == i == m.parse.right[i],
    "asserted": _is_asserted,
    "asked": _is(is_asked),
    "bare": lambda m, i: m.parse.lower[i] == m.parse.lemma[i],
    "body": lambda m, i: any(k.kind in BODIES and k.entity.named for k in _mentions(m, i)),
    "compared": _is_compared,
    "denied": _is_denied,
    "estimate": _is_estimate,
    "doneby": _is_done_by,
    "elsewhere": _stands_elsewhere,
    "foretold": _is_foretold,
    "gets": _gets,
    "happens": _happens,
    "hedged": _is(under_hedge),
    "hypothetical": _is(hypothetical),
    "infinitive": _is(has_to),
    "inferred": _is_inferred,
    "inneed": _is_in_need,
    "leaves": _is(leaves_clause),
    "negated": _is(negated),
    "nobody": _is(is_nobody),
    "own": _is_own,
    "ownpolicy": is_own_policy,
    "passive": lambda m, i: m.parse.is_passive(i),
    "person": lambda m, i: any(k.kind == "Person" and k.entity.named for k in _mentions(m, i)),
    "plural": _is_bare_plural,
    "power": lambda m, i: any(k.kind in ("Country", "Agency") for k in _mentions(m, i)),
    "private": lambda m, i: any(k.kind in _PRIVATE for k in _mentions(m, i)),
    "proposes": lambda m, i: may_propose(m.parse, m.notes, i),
    "raised": _is_raised,
    "refused": _is_refused,
    "reported": _is_reported,
    "scheduling": _is(is_scheduling),
    "sells": _sells,
    "situation": lambda m, i: is_situation(m),
    "somethingdone": _is_something_done,
    "subjunctive": _is_subjunctive,
    "sum": _is_sum,
    "tellshow": _tells_how,
    "tellsmore": _tells_more,
    "there": _is_there,
    "trails": lambda m, i: m.parse.head[i] < i,
    "unfit": _is_unfit,
    "wanted": _may_be_wanted,
}
"""The signs by name."""
