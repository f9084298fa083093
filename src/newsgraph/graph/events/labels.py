"""Labels of events that a reader understands alone: "Gunmen killed 11 people in Adi Senbet"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgraph.records import Event

_WHETHER = {"negated": "not: ", "possible": "possibly: ", "future": "planned: "}
_SAID = frozenset("not n't n’t never may might could would will to shall can cannot".split())
"""Words of a verb that say themselves that something is not, or not yet."""
_BEHIND = frozenset("to not for as of on in at with about over against from into by under".split())
"""Words with which what is taken begins where the target stands before it: "accused Norway of", "asked Norway to"."""
_LONGEST = 110


def event_label(
    event: Event, agents: Sequence[str], targets: Sequence[str], places: Sequence[str], *, near: bool = False
) -> str:
    """A clause of who did what to whom where.

    Args:
        event: the account that is told best.
        agents: the labels of those who do it, those with a name first.
        targets: the labels of those to whom it is done.
        places: the labels of where it happened.
        near: whether it happened near there.
    """
    verb = " ".join((event.phrase or event.text).split())
    by, of = _listed(agents), _listed(targets)
    clause = _clause(event, verb, by, of) if event.is_verb or event.phrase is None else _noun(event, verb, by, of)
    where = _ARTICLE.sub("", places[0]) if places else ""
    if where and not any(where in part for part in (by, of, clause)) and not _THERE.search(clause):
        clause = f"{clause} {'near' if near else 'in'} {places[0]}"
    words = set(verb.lower().split())
    whether = "" if words & _SAID else _WHETHER.get(event.factuality, "")
    if not by and clause.startswith("to ") and event.factuality in _WHETHER:  # nobody is named who is to do it
        whether, clause = _WHETHER[event.factuality], clause.removeprefix("to ")
    return _shortened(whether + (clause if whether else clause[:1].upper() + clause[1:]))


def _clause(event: Event, verb: str, by: str, of: str) -> str:
    taken, verb = event.taken or "", _PARTICIPLE.sub("", verb)
    if taken and not event.passive and taken.split()[0].lower() not in _BEHIND:
        of = ""  # the words say at whom: "filed a complaint against Canada", "that the council meet"
    if of and of in taken:
        of = ""  # "offered to meet the miners"
    if event.kind == "DISASTER" and not event.passive:
        by = ""  # a force did it: the verb comes with it
    if event.passive and by and by in taken:
        by = ""  # "drew criticism from the bishops"
    if not by and of and not taken and not event.passive and event.kind in _DONE and _DONE_TO.fullmatch(verb):
        return f"{of} {verb}"  # whoever it was: "three people killed"
    parts = [of, verb, taken, f"by {by}" if by else ""] if event.passive else [by, verb, of, taken]
    return " ".join(part for part in parts if part)


def _noun(event: Event, noun: str, by: str, of: str) -> str:
    taken = event.taken or ""
    if event.kind in ("CONSULT", "AGREE", "COOPERATE"):
        by, of = " and ".join(part for part in (by, of) if part), ""
    elif event.kind == "DISASTER" and not _DEATH.search(noun):
        of = ""  # a quake is not of those whom it killed
    if taken.startswith("of ") and (of or by) and event.kind in ("CONSULT", "AGREE", "COOPERATE", "DISASTER"):
        taken = ""  # who they are is told
    parts = [noun]
    if of:
        done = event.kind == "ASSAULT" and _OF.search(noun)
        parts.append(f"{'of' if done else _TOWARDS.get(event.kind, 'of')} {of}")
    if by and by.casefold() not in noun.casefold().split():  # "the police shooting"
        parts.append(f"{_OF_WHOM.get(event.kind, 'by')} {by}")
    after = _WISHED.match(taken) or event.kind in _OF_WHOM or taken.count(" ") > _SHORT
    parts.insert(len(parts) if after else 1, taken)
    return " ".join(filter(None, parts))


_SHORT = 3
"""Blanks in what stands between a noun and who did it."""
_WISHED = re.compile(r"that |to [a-z]+ ?")
"""What a promise or denial says stands behind whose it is."""
_OF_WHOM = {"CONSULT": "of", "AGREE": "of", "COOPERATE": "of"}
_ARTICLE = re.compile(r"^(?:this|that|these|those|the|an?) ", re.IGNORECASE)
_OF = re.compile(r"(?:ing|murder|assassination|massacre|execution|abduction|rape)s?$")
"""Nouns of what is done to somebody, not on them: "a shooting of two men"."""
_DEATH = re.compile(r"(?:ing|deaths?)$")
"""Nouns of a disaster that somebody undergoes: "the drowning of two boys"."""
_THERE = re.compile(r" (?:in|near) (?:\w+ )?[A-Z]")
"""Words of a label that say where already: "a market in northern Ethiopia"."""
_PARTICIPLE = re.compile(r"^(?:being|having been|having) (?=\w)")
"""What makes a verb hang on another one: "after being arrested" tells that somebody was."""
_DONE_TO = re.compile(r"[a-z]+ed")
_DONE = frozenset(("ASSAULT", "COERCE", "SANCTION"))
"""Kinds of what is done to somebody."""
_TOWARDS = {
    "ASSAULT": "on", "COERCE": "of", "SANCTION": "against", "ACCUSE": "of", "SUPPORT": "for", "REQUEST": "to",
    "PROTEST": "against", "AID": "for", "THREATEN": "to", "REJECT": "of", "MOBILIZE": "against",
}  # fmt: skip
"""How the target stands behind a noun of each kind; "of" for others."""


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
