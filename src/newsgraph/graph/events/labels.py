"""Labels of events that a reader understands alone: "Gunmen killed 11 people in Adi Senbet"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgraph.records import Event

_OF_ONE = {"are": "is", "were": "was", "have": "has", "do": "does"}
_MANY = re.compile(r"^(?:are|were|have|do)\b(?= )")
_WHETHER = {"negated": "not: ", "possible": "possibly: ", "future": "planned: "}
_MODALS = "may might could would can cannot must ought to"
_SAID = {
    "negated": frozenset("not n't n’t never cannot to failed".split()),
    "possible": frozenset(f"{_MODALS} possible potential alleged suspected proposed likely".split()),
    "future": frozenset(f"{_MODALS} will shall never not planned scheduled expected upcoming proposed".split()),
}
"""Words of a verb, or before a noun, that say themselves that something is not, may be, or is not yet."""
_NONE = frozenset(("no", "nobody", "none", "nothing", "neither"))
"""What a clause or its object begins with that says so itself."""
_LONGEST = 150


def event_label(
    event: Event, agents: Sequence[str], targets: Sequence[str], places: Sequence[str], *, near: bool = False,
    alone: bool = False,
) -> str:
    """A clause of who did what to whom where.

    Args:
        event: the account that is told best.
        agents: the labels of those who do it, those with a name first.
        targets: the labels of those to whom it is done.
        places: the labels of where it happened.
        near: whether it happened near there.
        alone: whether its subject, as far as it is named, is one person: the article may name others with them.
    """
    verb = " ".join((event.phrase or event.text).split())
    if alone and event.is_verb:
        verb = _MANY.sub(lambda found: _OF_ONE[found[0]], verb)
    told = f"{verb} {event.taken or ''}"
    if event.is_verb or event.phrase is None:
        clause = _clause(event, verb, agents, targets)
    else:
        clause = _noun(event, verb, _unsaid(agents, told), _unsaid(targets, told))
    starts = {text.partition(" ")[0].lower() for text in (clause, event.taken or "")}
    bare = not agents and clause.startswith("to ") and event.factuality in _WHETHER  # nobody is named who is to do it
    clause = clause.removeprefix("to ") if bare else clause
    where = _ARTICLE.sub("", places[0]) if places else ""
    if where and where not in clause and not _THERE.search(clause):
        at = f"{'near' if near else 'in'} {places[0]}"
        said = event.is_verb and event.kind in _TELLING and event.taken  # not "urged Chad to open its ports in Oslo"
        clause = f"{at}, {clause}" if said else f"{clause} {at}"
    words = set(verb.lower().split())
    none = event.factuality == "negated" and starts & _NONE  # "made no commitment"
    told_so = not bare and (words & _SAID.get(event.factuality, words) or none)
    whether = "" if told_so else _WHETHER.get(event.factuality, "")
    return _shortened(whether + (clause if whether else clause[:1].upper() + clause[1:]))


_OWNER = re.compile(r"['’]s?$")
"""What makes a name an owner."""
_LETTERS = 4
"""Of letters of states and bodies, with which other words begin: "UN", "unprovoked"."""


def _clause(event: Event, verb: str, agents: Sequence[str], targets: Sequence[str]) -> str:
    taken, by = event.taken or "", _listed(agents) or ("" if event.passive else event.subject or "")
    if agents and not event.passive and event.subject and _is_some_of(event.subject, by):
        by = event.subject
    if event.passive:
        by = _listed(_unsaid(agents, taken))  # "drew criticism from the bishops"
        return " ".join(filter(None, (_listed(targets) or event.subject, verb, taken, f"by {by}" if by else "")))
    of = _listed(targets)
    if event.kind == "DISASTER" and agents:
        by = ""  # a force did it: the verb comes with it
    if verb.startswith(_OWNED):
        verb, by = verb.removeprefix(_OWNED), _owning(by)
    if not by and of and not taken and event.kind in _DONE and _DONE_TO.fullmatch(verb):
        return f"{of} {verb}"  # whoever it was: "three people killed"
    return " ".join(filter(None, (by, verb, taken or of)))


def _is_some_of(subject: str, whole: str) -> bool:
    """Whether a subject is some of those who have a label, or what consists of them: "millions of voters"."""
    _, of, rest = subject.casefold().partition(" of ")
    rest, label = (_ARTICLE.sub("", text) for text in (rest, whole.casefold()))
    return bool(of) and f"{rest} ".startswith(f"{label} ")


def _owning(owner: str) -> str:
    """Whose something is; nothing of nobody."""
    return f"{owner}{'’' if owner.endswith('s') else '’s'}" if owner else ""


_OF_ONE_SIDE = re.compile(
    r"(?:^|\W)(?:visit|trip|tour|journey|stopover|pledge|promise|commitment|guarantee|vow|assurance|offer)s?$"
)
"""Nouns of what one does at another's, or says to another."""
_BLAMING = re.compile(
    r"(?:critici\w+|condemnation|denunciation|investigation|inquiry|enquiry|probe|prosecution|indictment|trial"
    r"|conviction|questioning|interrogation|scrutiny|mockery|arraignment|impeachment|hearing)s?$"
)
"""Nouns of what is done to somebody whom it blames; others are against them: "complaints against the bank"."""
_OWNED = "’s "
"""What stands before a thing of whoever does it: "’s office has denied"."""


def _noun(event: Event, noun: str, agents: Sequence[str], targets: Sequence[str]) -> str:
    own = event.kind in _MUTUAL
    if own and not _OF_ONE_SIDE.search(noun):
        return _between(noun, event.taken or "", agents, targets)
    by, of, taken = _listed(agents), _listed(targets), event.taken or ""
    if (event.kind == "DISASTER" and not _DEATH.search(noun)) or (own and taken):
        of = ""  # a quake is not of those whom it killed
    parts, towards = [noun, taken], _towards(event.kind, noun)
    if of and not taken.startswith(("of ", "on ", "against ", f"{towards} ")):
        parts.insert(1, f"{towards} {of}")
    name = by.casefold()
    words = [_OWNER.sub("", word) for word in noun.casefold().split()]
    said = name in words or (len(name) > _LETTERS and any(word.startswith(name) for word in words))  # "Israeli strikes"
    leaving = event.kind == "RESIGN"
    if by and not said and (leaving or not taken.startswith("from ")):
        after = taken.count(" ") <= _SHORT and not _WISHED.match(taken) and not leaving
        parts.insert(len(parts) if after else 1, f"{'of' if leaving else 'by'} {by}")
    return " ".join(filter(None, parts))


def _between(noun: str, taken: str, agents: Sequence[str], targets: Sequence[str]) -> str:
    """What two do with each other: "talks on the border between Chile and Peru"."""
    those = " and ".join(filter(None, (_listed(agents), _listed(targets))))
    if not those or taken.startswith("between "):
        return f"{noun} {taken}".strip()
    if taken.startswith("with "):  # whose talks with them
        return f"{_owning(_listed(agents[:1] or targets[:1]))} {noun} {taken}"
    whose = f"{'between' if len(agents) + len(targets) > 1 else 'of'} {those}"
    return " ".join(filter(None, (noun, whose, taken) if _WISHED.match(taken) else (noun, taken, whose)))


def _towards(kind: str, noun: str) -> str:
    """The preposition between a noun and to whom it is done: "criticism of", "objections against"."""
    if kind == "ASSAULT" and _OF.search(noun):
        return "of"
    if kind == "ACCUSE" and not _BLAMING.search(noun):
        return "against"
    return _TOWARDS.get(kind, "of")


_SHORT = 3
"""Blanks in what stands between a noun and who did it."""
_WISHED = re.compile(r"that |to [a-z]+ ?")
"""What a promise or denial says stands behind whose it is."""
_TELLING = frozenset(("REQUEST", "REJECT", "THREATEN", "ACCUSE", "SUPPORT", "CONCEDE", "AGREE", "SAY"))
"""Kinds of what is said in a place, of what is elsewhere."""
_MUTUAL = frozenset(("CONSULT", "AGREE", "COOPERATE"))
"""Kinds of what is between two."""
_ARTICLE = re.compile(r"^(?:this|that|these|those|the|an?) ", re.IGNORECASE)
_OF = re.compile(r"(?:ing|murder|assassination|massacre|execution|abduction|rape)s?$")
"""Nouns of what is done to somebody, not on them: "a shooting of two men"."""
_DEATH = re.compile(r"(?:ing|deaths?)$")
"""Nouns of a disaster that somebody undergoes: "the drowning of two boys"."""
_THERE = re.compile(r" (?:in|near) (?:\w+ )?[A-Z]")
"""Words of a label that say where already: "a market in northern Ethiopia"."""
_DONE_TO = re.compile(r"[a-z]+ed")
_DONE = frozenset(("ASSAULT", "COERCE", "SANCTION"))
"""Kinds of what is done to somebody."""
_TOWARDS = {
    "ASSAULT": "on", "COERCE": "of", "SANCTION": "against", "ACCUSE": "of", "SUPPORT": "for", "REQUEST": "to",
    "CONSULT": "to", "AGREE": "to", "COOPERATE": "to", "AID": "for", "PROTEST": "against",
    "THREATEN": "to", "REJECT": "of", "MOBILIZE": "against",
}  # fmt: skip
"""How the target stands behind a noun of each kind; "of" for others."""


def _unsaid(labels: Sequence[str], text: str) -> list[str]:
    """The labels that a text does not have: of each its last word stands for it."""
    words = set(_WORD.findall(text.casefold()))
    return [label for label in labels if not words & set(_naming(_WORD.findall(label.casefold())))]


def _naming(words: list[str]) -> list[str]:
    """The words of a label of which each stands for it: the last, and the first of a firm's."""
    return [*words[-1:], *(words[:1] if words[-1:] and words[-1] in _FIRMS else ())]


_FIRMS = frozenset("ltd inc corp co plc ag gmbh llc company corporation limited group".split())


_WORD = re.compile(r"\w+")


def _listed(labels: Sequence[str]) -> str:
    """At most two labels, none that another one contains, and how many more there are."""
    found: list[str] = []
    for label in labels:
        if not any(label.casefold() in other.casefold() or other.casefold() in label.casefold() for other in found):
            found.append(label)
    if len(found) > 2:
        return f"{found[0]}, {found[1]} and {len(found) - 2} more"
    return " and ".join(found)


def _shortened(text: str) -> str:
    text = text.replace('"', "") if text.count('"') % 2 else text
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
