"""What is proposed, and who is to do it, from the words that a complement has bound: the column `content`."""

from __future__ import annotations

from collections.abc import Callable

from newsgraph.language.english.proposals.table.places import Match
from newsgraph.language.english.proposals.table.spans import (
    agents,
    clause_end,
    clause_parts,
    end_of_content,
    has_to,
    infinitive,
    noun_content,
)
from newsgraph.language.english.proposals.table.uncued import actors_between, headline_end
from newsgraph.language.english.syntax.parse import Parse

Content = tuple[tuple[int, int], list[int]]
_BESIDE = frozenset(("to", "for", "from", "against", "with", "between"))


def _to_do(m: Match) -> Content:
    """To do: from the word after "to"."""
    return infinitive(m.parse, m.words["clause"]), []


def _clause(m: Match) -> Content:
    """That X do: X is to do it; else the whole clause."""
    return clause_parts(m.parse, m.notes, m.words["clause"], m.words.get("after"))


def _modal_clause(m: Match) -> Content:
    """That X should do: from the word after the modal."""
    parse, verb = m.parse, m.words["clause"]
    below = parse.child(verb, "xcomp") if parse.lemma[verb] == "have" else None
    if below is not None and has_to(parse, below):
        return clause_parts(parse, m.notes, verb, infinitive(parse, below)[0])
    return clause_parts(parse, m.notes, verb, _after_modal(parse, verb))


def _all_of_it(m: Match) -> Content:
    """That X will be so, from X on: who vows it is another."""
    target = m.words["target"]
    start = m.parse.left[target]
    for i in range(start + 2, target):
        if m.parse.tag[i] == "DT":
            start = i  # "assured the mayor | the county would pay", read as one noun phrase
    return (start, clause_end(m.parse, m.words["clause"], start)), []


def _after_modal(parse: Parse, verb: int) -> int | None:
    for c in parse.children[verb]:
        if parse.tag[c] == "MD" and c < verb:
            return c + 2 if parse.lower[c + 1] in ("not", "n't", "to") and c + 1 < verb else c + 1
    return None


def _rest(m: Match) -> Content:
    """What follows a modal, up to the end of its clause."""
    after = m.words["after"]
    return (after, clause_end(m.parse, m.words["clause"], after)), []


def _whole(m: Match) -> Content:
    """The clause with its subject, which is no doer: who is named by "by" is to do it."""
    parse, verb = m.parse, m.words["clause"]
    start = min(parse.left[m.words["subject"]], m.cue)
    return (start, clause_end(parse, verb, start)), agents(parse, m.notes, verb) if parse.is_passive(verb) else []


def _from_verb(m: Match) -> Content:
    """A clause from its verb on: "must be | rebuilding trust"."""
    verb = m.words["clause"]
    return (verb, clause_end(m.parse, verb, verb)), []


def _target_to_do(m: Match) -> Content:
    """X to be done to, or a thing to do something: all of it."""
    stop = clause_parts(m.parse, m.notes, m.words["clause"])[0][1]
    return (m.parse.left[m.words["target"]], stop), []


def _thing(m: Match) -> Content:
    """A noun phrase; with an infinitive behind it that the parser hangs elsewhere."""
    (start, stop), addressees = noun_content(m.parse, m.notes, m.words["noun"])
    further = m.words.get("further")
    if further is not None and further >= stop:
        stop = clause_parts(m.parse, m.notes, further)[0][1]
    return (start, stop), addressees


def _thing_and(m: Match) -> Content:
    """An object with what belongs to it and hangs on the verb: "pledged aid | to refugees"; from whom it is wanted."""
    parse, verb = m.parse, m.cue
    (start, stop), addressees = noun_content(parse, m.notes, m.words["noun"])
    source = m.words.get("source")
    if source is not None:
        addressees, stop = parse.conjuncts(source), max(stop, parse.right[source] + 1)
    for c in parse.children[verb]:
        if parse.left[c] == stop and has_to(parse, c):
            stop = clause_end(parse, c, stop)
        if c == stop and parse.dep[c] in ("prep", "dative") and parse.lower[c] in _BESIDE:
            found = parse.child(c, "pobj", "pcomp")
            if found is not None and parse.doc[found].ent_type_ not in ("DATE", "TIME"):
                stop = end_of_content(parse, stop, parse.right[c] + 1)
    return (start, stop), addressees


def _thing_before(m: Match) -> Content:
    """What stands before a passive: "a ban proposed by X"."""
    (start, stop), addressees = noun_content(m.parse, m.notes, m.at("patient")[0])
    return (start, end_of_content(m.parse, start, min(stop, m.cue))), addressees


def _phrase(m: Match) -> Content:
    """A noun phrase as it is written, before the cue if it begins there."""
    parse, noun = m.parse, m.words["noun"]
    stop = parse.right[noun] + 1
    return parse.trim(parse.left[noun], min(stop, m.cue) if noun < m.cue else stop), []


def _subject_phrase(m: Match) -> Content:
    """The subject before its verb: "a reform is vital"."""
    parse, noun = m.parse, m.at("subject")[0]
    return parse.trim(parse.left[noun], min(parse.right[noun] + 1, m.at("be")[0])), []


def _wanted(m: Match) -> Content:
    """What stands behind a word that takes a noun, a gerund or an infinitive, whichever it is."""
    if "noun" in m.words:
        return _thing(m)
    if "inner" in m.words:
        return _behind(m)
    subject = m.parse.child(m.words["clause"], "nsubj", "nsubjpass")
    return _to_do(m) if "target" in m.words or subject is None else _clause(m)


def _scheme(m: Match) -> Content:
    """What a scheme is to do, where the words say so behind whoever backs it; else the scheme as it is told."""
    parse, noun = m.parse, m.words["noun"]
    if "clause" in m.words:
        return infinitive(parse, m.words["clause"]), []
    return (parse.left[noun], end_of_content(parse, parse.left[noun], parse.right[noun] + 1)), []


def _behind(m: Match) -> Content:
    """What stands behind a preposition."""
    start = m.words["prep"] + 1
    inner = m.words["inner"] if "inner" in m.words else m.words["noun"]
    return (start, end_of_content(m.parse, start, m.parse.right[inner] + 1)), []


def _doing(m: Match) -> Content:
    """A gerund."""
    parse, verb = m.parse, m.words["clause"]
    return (verb, end_of_content(parse, parse.left[verb], parse.right[verb] + 1)), []


def _done(m: Match) -> Content:
    """Something with the participle that is to come true of it."""
    parse = m.parse
    start = parse.left[m.words["noun"]]
    return (start, end_of_content(parse, start, parse.right[m.words["inner"]] + 1)), []


def _headline(m: Match) -> Content:
    """The rest of a headline, and those who are told to, where they stand before it."""
    told = actors_between(m, m.words["told from"], m.words["told to"]) if "told from" in m.words else []
    return (m.words["after"], headline_end(m)), told


CONTENTS: dict[str, Callable[[Match], Content]] = {
    "to do": _to_do,
    "clause": _clause,
    "modal clause": _modal_clause,
    "all of it": _all_of_it,
    "rest": _rest,
    "whole": _whole,
    "from verb": _from_verb,
    "target to do": _target_to_do,
    "thing": _thing,
    "thing and": _thing_and,
    "thing before": _thing_before,
    "phrase": _phrase,
    "scheme": _scheme,
    "subject": _subject_phrase,
    "behind": _behind,
    "doing": _doing,
    "done": _done,
    "wanted": _wanted,
    "headline": _headline,
}
"""The contents by name."""
