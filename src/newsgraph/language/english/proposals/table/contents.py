"""What is proposed, and who is to do it, from the words that a complement has bound: the column `content`."""

from __future__ import annotations

from collections.abc import Callable

from newsgraph.language.english.proposals.cues import limit
from newsgraph.language.english.proposals.table.places import Match
from newsgraph.language.english.proposals.table.spans import (
    agents,
    clause_end,
    clause_parts,
    end_of_content,
    has_to,
    infinitive,
    phrase,
)

Content = tuple[tuple[int, int], list[int]]
_NOT = frozenset(("not", "n't", "n’t", "never"))
_BESIDE = frozenset(("to", "for", "from", "against", "with", "between"))


def _clause(m: Match) -> Content:
    """That X do: X is to do it; else the whole clause, "that cooperation between X and Y go on"."""
    clause = m.words["clause"]
    span, doers = clause_parts(m.parse, m.notes, clause)
    subject = m.parse.child(clause, "nsubj", "nsubjpass")
    return span, doers or ([] if subject is None else _doers(m, subject))


def _from(m: Match, start: int) -> Content:
    """A clause from a token on, without one that is to do it."""
    return (start, clause_end(m.parse, m.words["clause"], start)), []


def _rest(m: Match) -> Content:
    """What follows a modal or "have to", and "not" behind it, up to the end of its clause."""
    parse, verb = m.parse, m.words["clause"]
    after = infinitive(parse, verb)[0] if has_to(parse, verb) else m.at("last")[0] + 1
    while after < verb and parse.lower[after] in _NOT:
        after += 1
    return _from(m, after)


def _whole(m: Match) -> Content:
    """The clause with its subject, which is no doer: who is named by "by" is to do it."""
    parse, verb = m.parse, m.words["clause"]
    subject = m.words["subject"]  # one that an earlier verb shares stands before what is said of that
    span, _ = _from(m, min(parse.left[subject], m.cue) if parse.head[subject] == m.words["host"] else m.cue)
    return span, agents(parse, m.notes, verb) if parse.is_passive(verb) else []


def _target_to_do(m: Match) -> Content:
    """X to be done to, or a thing to do something: all of it."""
    stop = clause_parts(m.parse, m.notes, m.words["clause"])[0][1]
    return (m.parse.left[m.words["target"]], stop), []


def _thing(m: Match) -> Content:
    """A noun phrase; with an infinitive behind it that the parser hangs on the cue."""
    parse, noun = m.parse, m.words["noun"]
    start, stop = phrase(parse, parse.left[noun], noun)
    further = [c for c in parse.children[m.cue] if parse.left[c] == stop and has_to(parse, c)]
    return (start, clause_end(parse, further[0], stop) if further else stop), _doers(m, noun)


def _doers(m: Match, noun: int) -> list[int]:
    """Who is to do what a noun names: both sides of "talks between X and Y", the culprit in "an end to X's attacks"."""
    parse, stopping = m.parse, m.parse.lemma[noun] in limit("stopping")
    words = ("to", "of") if stopping else ("between",) if parse.lemma[noun] in limit("mutual") else ()
    found = [k for c in parse.children[noun] if parse.lower[c] in words for k in parse.children[c]]
    if stopping:
        found = [c for k in found for c in parse.children[k] if parse.dep[c] == "poss"]
    return [i for k in found for i in parse.conjuncts(k) if m.is_actor(i)]


def _thing_and(m: Match) -> Content:
    """An object with what belongs to it and hangs on the verb: "pledged aid | to refugees"; from whom it is wanted."""
    parse, verb = m.parse, m.cue
    (start, stop), addressees = _thing(m)
    source = m.words.get("source")
    if source is not None:
        addressees, stop = parse.conjuncts(source), max(stop, parse.right[source] + 1)
    for c in parse.children[verb]:
        if c == stop and parse.dep[c] in ("prep", "dative") and parse.lower[c] in _BESIDE:
            found = parse.child(c, "pobj", "pcomp")
            if found is not None and parse.doc[found].ent_type_ not in ("DATE", "TIME"):
                stop = end_of_content(parse, stop, parse.right[c] + 1)
    return (start, stop), addressees


def _before(m: Match, noun: int, end: int) -> Content:
    """A noun phrase as it is written, up to a word behind it: "a ban | proposed by X", "a reform | is vital"."""
    return m.parse.trim(m.parse.left[noun], min(m.parse.right[noun] + 1, end)), []


def _wanted(m: Match) -> Content:
    """What stands behind a word that takes a noun, a gerund or an infinitive, whichever it is."""
    if "noun" in m.words:
        return _thing(m)
    if "inner" in m.words:
        return _behind(m)
    clause = m.words["clause"]
    bare = "target" in m.words or m.parse.child(clause, "nsubj", "nsubjpass") is None
    return (infinitive(m.parse, clause), []) if bare else _clause(m)


def _behind(m: Match) -> Content:
    """What stands behind a preposition."""
    return phrase(m.parse, m.words["prep"] + 1, m.words["inner"] if "inner" in m.words else m.words["noun"]), []


CONTENTS: dict[str, Callable[[Match], Content]] = {
    "to do": lambda m: (infinitive(m.parse, m.words["clause"]), []),
    "clause": _clause,
    "all of it": lambda m: _from(m, m.parse.left[m.words["target"]]),
    "rest": _rest,
    "whole": _whole,
    "from verb": lambda m: _from(m, m.words["clause"]),
    "target to do": _target_to_do,
    "thing": _thing,
    "thing and": _thing_and,
    "thing before": lambda m: _before(m, m.at("patient")[0], m.cue),
    "phrase": lambda m: _before(m, m.words["noun"], m.cue if m.words["noun"] < m.cue else m.parse.size),
    "scheme": lambda m: (phrase(m.parse, m.parse.left[m.words["noun"]], m.words["noun"]), []),
    "subject": lambda m: _before(m, m.at("subject")[0], m.at("be")[0]),
    "behind": _behind,
    "doing": lambda m: (phrase(m.parse, m.words["clause"], m.words["clause"]), []),
    "done": lambda m: (phrase(m.parse, m.parse.left[m.words["noun"]], m.words["inner"]), []),
    "wanted": _wanted,
}
"""The contents by name."""
