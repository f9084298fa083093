"""What is proposed without a word for it: put into focus, commanded, or in a headline whose capitals hide its verb.

"What we need to do is close the port"; "General, withdraw your troops", "let us talk"; "Council Urges Mayor To Resign".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from newsgraph.language.annotations import Annotations
from newsgraph.language.english.coreference.actors import is_actor
from newsgraph.language.english.proposals.cues import ProposalCue, limit, proposal_cues
from newsgraph.language.english.proposals.table.places import Match
from newsgraph.language.english.proposals.table.spans import clause_end, has_to
from newsgraph.language.english.proposals.table.words_below import Words
from newsgraph.language.english.syntax.parse import Parse

_OPENING = frozenset(("what", "all", "thing"))
_PREPOSITIONS = ("for", "on", "against")
_NECESSITY = frozenset("need have get must should ought".split())
_GOVERNING = frozenset(("nsubj", "aux", "nsubjpass", "mark", "expl"))
_OPEN = frozenset(('"', "“", "``"))
_MARKS = _OPEN | {"”", "''"}

# In focus


def _focus(m: Match) -> Iterator[Words]:
    """The wanting in "what X wants is Y", from the "is"."""
    parse, be = m.parse, m.cue
    for c in parse.children[be]:
        if c > be or (parse.lower[parse.left[c]] not in _OPENING and parse.lemma[c] not in _OPENING):
            continue
        wanting = c if parse.dep[c] == "csubj" else None
        if parse.dep[c] == "nsubj" and parse.lemma[c] in _OPENING:
            wanting = parse.child(c, "relcl")
        wanter = None if wanting is None else parse.child(wanting, "nsubj")
        if wanting is not None and wanter is not None:
            bound = ("wanting", "first", "last", "anchor", "opening")
            yield {**dict.fromkeys(bound, wanting), "wanter": wanter}
            return


def _focused_deed(m: Match) -> Iterator[Words]:
    """What X has to do is V."""
    parse, be = m.parse, m.cue
    verb = next((c for c in parse.children[be] if c > be and parse.tag[c] == "VB"), None)
    if verb is not None and parse.child(verb, "nsubj", "nsubjpass") is None:
        yield from ({**words, "clause": verb} for words in _focus(m))


def _focused_thing(m: Match) -> Iterator[Words]:
    """What X asks for is Y."""
    parse, be = m.parse, m.cue
    noun = next((c for c in parse.children[be] if c > be and parse.dep[c] in ("attr", "nsubj")), None)
    if noun is not None:
        yield from ({**words, "noun": noun} for words in _focus(m))


# Commands


def _command(m: Match) -> Iterator[Words]:
    yield {"clause": m.cue}


def _addressed(m: Match) -> Iterator[Words]:
    """General, withdraw your troops."""
    vocative = next((c for c in m.parse.children[m.cue] if _is_vocative(m.parse, c, m.cue)), None)
    if vocative is not None:
        yield {"clause": m.cue, "target": vocative}


def _let_us(m: Match) -> Iterator[Words]:
    parse, i = m.parse, m.cue
    clause = parse.child(i, "ccomp", "xcomp") if parse.lemma[i] == "let" else None
    if clause is not None:
        us = next((k for k in range(i + 1, clause) if parse.lower[k] in ("us", "'s", "’s")), None)
        if us is not None:
            yield {"clause": clause, "last": us, "after": us + 1}


def _is_vocative(parse: Parse, c: int, verb: int) -> bool:
    """Whether a word before an imperative names whom it is told to."""
    if c >= verb or parse.tag[verb] != "VB" or parse.dep[c] not in ("npadvmod", "nsubj", "intj", "dep"):
        return False
    last = parse.right[c]
    return parse.lower[last + 1] == "," and last - parse.left[c] < 4 and last + 2 >= verb - 2


def _is_to_do(m: Match, verb: int) -> bool:
    """Whether something is to be done: "has to do", "should do"."""
    parse = m.parse
    if parse.lemma[verb] == "do":
        return any(parse.tag[c] == "MD" and parse.lower[c] in _NECESSITY for c in parse.children[verb])
    below = parse.child(verb, "xcomp", "ccomp")
    to_do = below is not None and parse.lemma[below] == "do" and has_to(parse, below)
    return to_do and parse.lemma[verb] in _NECESSITY


def _leads(m: Match, i: int) -> bool:
    """Whether a verb heads a sentence, or a quoted one that a verb of saying outside of it governs."""
    parse, head = m.parse, m.parse.head[i]
    if parse.dep[i] == "ROOT":
        return True
    if parse.dep[i] not in ("ccomp", "parataxis", "advcl"):
        return False
    return any(parse.lower[k] in _MARKS for k in range(min(i, head), max(i, head)))


def _is_governed(m: Match, i: int) -> bool:
    """Whether an infinitive has a subject or an auxiliary, so that it is no imperative: not "don't leave"."""
    parse = m.parse
    lefts = [c for c in parse.children[i] if c < i]
    if any(parse.tag[c] == "TO" for c in lefts):
        return True
    held = [c for c in lefts if parse.dep[c] in _GOVERNING and not _is_vocative(parse, c, i)]
    do = any(parse.dep[c] == "aux" and parse.lower[c] in ("do", "don") for c in lefts)
    return bool(held) and (not do or any(parse.dep[c] in ("nsubj", "mark") for c in lefts))


def _is_opening(m: Match, i: int) -> bool:
    """Whether nothing but "please", "now" or "do not" stands before a verb in its sentence or quotation."""
    parse, first = m.parse, m.parse.sent_start[m.cue]
    first = max((k for k in range(first, i) if parse.lower[k] in _OPEN), default=first)
    before = [k for k in range(first, i) if parse.pos[k] not in ("PUNCT", "SPACE", "ADV", "INTJ", "CCONJ")]
    return all(parse.lower[k] in ("do", "n't", "not", "please", "never") for k in before)


def _is_brief(m: Match, i: int) -> bool:
    """Whether hardly a word belongs to a verb: "Cry", "Go home", "Sit-in"."""
    parse = m.parse
    if i + 1 < parse.size and parse.lower[i + 1] in ("-", "–", "home"):
        return True
    return parse.right[i] - i < 2 or clause_end(parse, i, i) < i + 2


# Headlines


@cache
def _third_persons() -> dict[str, ProposalCue]:
    """Cues by their form after a singular subject: "urges", "presses", "petitions"."""
    forms: dict[str, ProposalCue] = {}
    for lemma, cue in proposal_cues("verb").items():
        if lemma.endswith(("s", "sh", "ch", "x")):
            forms[lemma + "es"] = cue
        elif lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
            forms[lemma[:-1] + "ies"] = cue
        else:
            forms[lemma + "s"] = cue
    return forms


def headline_cue(parse: Parse, notes: Annotations, i: int) -> ProposalCue | None:
    """The cue that a word in capitals is, if it is the first of its headline."""
    forms, start = _third_persons(), parse.sent_start[i]
    if start not in notes.headings or not _is_verb_in_capitals(parse, i):
        return None
    return None if any(_is_verb_in_capitals(parse, k) for k in range(start + 1, i)) else forms[parse.lower[i]]


def _is_verb_in_capitals(parse: Parse, i: int) -> bool:
    inside = parse.sent_start[i] < i < parse.sent_end[i] - 1
    return inside and parse.lower[i] in _third_persons() and parse.doc[i].is_title


def _headline(m: Match) -> Iterator[Words]:
    """Who proposes, before the verb, and where what is proposed begins."""
    parse, first = m.parse, m.parse.sent_start[m.cue]
    named = actors_between(m, first, m.cue)
    if named and any(parse.doc[k].is_title for k in range(m.cue + 1, parse.sent_end[m.cue])):
        after = parse.trim(m.cue + 1, parse.sent_end[m.cue])[0]
        yield {"proposer": named[-1], "opening": first, "after": after}


def _headline_preposition(m: Match) -> Iterator[Words]:
    """Council Calls For Inquiry, Council Plans To Resign."""
    for words in _headline(m):
        at = words["after"]
        if m.parse.lower[at] == "to":
            yield {**words, "prep": at, "after": at + 1}
        elif m.parse.lower[at] in _PREPOSITIONS and at + 1 < headline_end(m):
            yield {**words, "prep": at, "last": at, "after": at + 1}


def _headline_told(m: Match) -> Iterator[Words]:
    """Council Urges Mayor To Resign, Council Calls On Mayor To Resign: those named before "to" are told."""
    for words in _headline(m):
        at, stop = words["after"], headline_end(m)
        to = next((k for k in range(at, stop - 1) if m.parse.lower[k] == "to"), None)
        if to is not None:
            behind = {"prep": at, "last": at} if m.parse.lower[at] == "on" else {}
            told = actors_between(m, at + len(behind) // 2, to)
            bound = {"told from": at + len(behind) // 2, "told to": to, "after": to + 1}
            yield {**words, **bound, **behind, **({"target": told[0]} if told else {})}


def _headline_thing(m: Match) -> Iterator[Words]:
    """Council Demands Inquiry; not what is offered out of politeness."""
    for words in _headline(m):
        if any(m.parse.lower[k] not in limit("civility") for k in range(words["after"], headline_end(m))):
            yield words


def headline_end(m: Match) -> int:
    """The token after the last word of a headline."""
    return m.parse.trim(m.cue + 1, m.parse.sent_end[m.cue])[1]


def actors_between(m: Match, start: int, stop: int) -> list[int]:
    """Those who can act and are named there; else the last word, if it stands for one."""
    named = dict.fromkeys(mention.root for mention in m.notes.within(start, stop))
    found = [i for i in named if is_actor(m.parse, m.notes, i)]
    return found or [i for i in (stop - 1,) if i >= start and m.is_actor(i)]


OF_THE_UNCUED: dict[str, Callable[[Match], Iterator[Words]]] = {
    "addressed": _addressed,
    "command": _command,
    "focus": _focus,
    "focused deed": _focused_deed,
    "focused thing": _focused_thing,
    "headline preposition": _headline_preposition,
    "headline thing": _headline_thing,
    "headline told": _headline_told,
    "let us": _let_us,
}
"""The complements by name."""
SIGNS_OF_THE_UNCUED: dict[str, Callable[[Match, int], bool]] = {
    "brief": _is_brief,
    "governed": _is_governed,
    "leads": _leads,
    "opening": _is_opening,
    "todo": _is_to_do,
}
"""What a test may ask about them."""
