"""Prepositional phrases, put where they belong when the parser hangs them on the wrong word."""

from __future__ import annotations

from newsgraph.language.english.syntax.repairs.misparsed import misparsed
from newsgraph.language.english.syntax.tokens import Tokens

_TRYING = frozenset("find convict charge accuse sentence clear acquit jail indict declare absolve exonerate".split())
_JUDGES = frozenset("court jury judge magistrate tribunal prosecutor panel".split())
_STEPS = 6
"""How far a noun may be below the verb."""


def free_phrases_behind_dates(parse: Tokens) -> None:
    """Hang a phrase on the verb in "was convicted in June of theft", "met on Monday in Ardal", not on the date."""
    head, dep, dates = parse.head, parse.dep, misparsed("date")
    for i in range(3, parse.size - 1):
        date = head[i]
        if date >= i or dep[i] != "prep" or parse.lower[date] not in dates or dep[date] not in ("pobj", "npadvmod"):
            continue
        if any(parse.pos[k] == "NUM" for k in (i + 1, i + 2) if k < parse.size) and parse.lower[i] in ("of", "in"):
            continue  # "May of 1998"
        above = head[head[date]] if dep[date] == "pobj" else head[date]
        if parse.pos[above] == "VERB" and above < date:
            head[i] = above


def find_whom_against(parse: Tokens) -> None:
    """Join "strikes on X" again in "condemned strikes on X", where the parser lets X be condemned."""
    head, dep = parse.head, parse.dep
    for i in parse.at("on", "against"):
        noun = i - 1
        beside = i > 1 and dep[i] == "prep" and dep[noun] == "dobj" and head[i] == head[noun]
        if beside and parse.lemma[noun] in misparsed("against"):
            head[i] = noun


def find_of_what(parse: Tokens) -> None:
    """Join "of Y" to the verb in "cleared X of Y", where the parser makes it a part of the name X."""
    for i in parse.at("of"):
        name = parse.head[i]
        if i > 1 and parse.dep[i] == "prep" and parse.dep[name] == "dobj" and name < i:
            verb = parse.head[name]
            if parse.pos[name] in ("PROPN", "PRON") and parse.lemma[verb] in misparsed("of what"):
                parse.head[i] = verb


def find_who_tried(parse: Tokens) -> None:
    """Hang "by a jury" on the verb in "found guilty of murder by a jury", where the parser lets the jury murder."""
    head, dep = parse.head, parse.dep
    for i in parse.at("by"):
        judges = next((k for k in range(i + 1, min(i + 6, parse.size)) if head[k] == i and dep[k] == "pobj"), None)
        if judges is None or parse.lemma[judges].rstrip("s") not in _JUDGES:
            continue
        at = head[i]
        for _ in range(_STEPS):
            if parse.pos[at] == "VERB" or head[at] == at:
                break
            at = head[at]
        if at != head[i] and at < i and parse.lemma[at] in _TRYING and parse.tag[at] == "VBN":
            head[i], dep[i] = at, "agent"
