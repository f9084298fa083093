"""What is proposed as a thing: "for ...", a gerund, a noun phrase."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations
from newsgraph.language.proposals.cues import Draft, ProposalCue, limit
from newsgraph.language.proposals.spans import (
    clause_end,
    clause_parts,
    end_of_content,
    has_to,
    infinitive,
    negated,
    noun_content,
)
from newsgraph.language.proposals.voices import is_actor
from newsgraph.language.syntax.parse import Parse

_CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "relcl", "dobj", "pcomp")
_PRONOUNS = frozenset("it this that them him her those these me us you what which nothing something anything".split())
_MONEY = frozenset("euro dollar pound franc peso rupee ruble rouble yen yuan crown lira dinar shilling rand".split())
_WORDS = frozenset("comment advice opinion view detail directions permission".split())


def draft_of(
    cue: tuple[int, int], content: tuple[int, int], act: str, verb: int, addressees: list[int] | None = None
) -> Draft:
    """A draft that a verb makes."""
    return Draft(cue, content, act, verb, addressees=addressees or [])


def later_infinitive(parse: Parse, word: int, after: int) -> int | None:
    """An infinitive with "to" that a word governs, after a token."""
    for c in parse.children[word]:
        if c > after and parse.dep[c] in _CLAUSES and has_to(parse, c):
            return c
    return None


def for_content(parse: Parse, notes: Annotations, first: int, preposition: int, act: str, anchor: int) -> Draft | None:
    """The content after "for": a noun phrase, or "for X to ..."."""
    found = parse.child(preposition, "pobj")
    if found is None:
        inner = parse.child(preposition, "pcomp")
        if inner is None or not parse.is_verb(inner) or parse.tag[preposition + 1] in ("WP", "WDT", "WRB"):
            return None
        subject = parse.child(inner, "nsubj", "nsubjpass")
        if subject is not None:
            content, addressees = clause_parts(parse, notes, inner)
        else:
            content, addressees = (preposition + 1, end_of_content(parse, preposition + 1, parse.right[inner] + 1)), []
        draft = draft_of((first, preposition + 1), content, act, anchor, addressees)
        draft.clause = inner
        return draft
    clause = later_infinitive(parse, found, found) or later_infinitive(parse, anchor, parse.right[found])
    if clause is not None and is_actor(parse, notes, found) and parse.dep[clause] != "relcl":
        draft = draft_of((first, preposition + 1), infinitive(parse, clause), act, anchor, parse.conjuncts(found))
        draft.clause, draft.negated = clause, negated(parse, clause)
        return draft
    if parse.pos[found] == "PRON" or _is_somebody(parse, notes, found):
        return None
    if parse.lemma[anchor] == "campaign" and parse.lemma[found] in limit("candidacy"):
        return None
    if parse.lemma[found] in _WORDS or (parse.lemma[found] == "help" and not parse.children[found]):
        return None
    content, addressees = noun_content(parse, notes, found)
    if clause is not None and clause >= content[1]:
        content = (content[0], clause_parts(parse, notes, clause)[0][1])
    return draft_of((first, preposition + 1), content, act, anchor, addressees)


def _with_complements(parse: Parse, verb: int, stop: int) -> int:
    """The end of an object with what belongs to it and hangs on the verb: "pledged aid | to refugees"."""
    for c in parse.children[verb]:
        if parse.left[c] == stop and has_to(parse, c):
            stop = clause_end(parse, c, stop)
        if (
            c == stop
            and parse.dep[c] in ("prep", "dative")
            and parse.lower[c] in ("to", "for", "from", "against", "with", "between")
        ):
            found = parse.child(c, "pobj", "pcomp")
            if found is not None and parse.doc[found].ent_type_ not in ("DATE", "TIME"):
                stop = end_of_content(parse, stop, parse.right[c] + 1)
    return stop


def _is_somebody(parse: Parse, notes: Annotations, noun: int) -> bool:
    """Whether "called for X" is about a person or state that is there, not about a body to be made or sent."""
    if not is_actor(parse, notes, noun) or parse.lemma[noun] in limit("measure"):
        return False
    if any(m.form == "name" or m.kind in ("Person", "Country") for m in notes.mentions_at(parse.doc[noun])):
        return True
    return any(parse.lower[c] in ("the", "this", "that", "these", "those") for c in parse.children[noun])


def _sells(parse: Parse, notes: Annotations, verb: int, proposer: int) -> bool:
    """Whether a company offers its goods: nobody is named to whom."""
    company = any(m.kind in ("Organization", "Other") for m in notes.mentions_at(parse.doc[proposer]))
    return company and parse.child(verb, "dative") is None


def _is_sum(parse: Parse, noun: int) -> bool:
    """Whether a noun is an amount of money."""
    counted = any(parse.dep[c] == "nummod" for c in parse.children[noun])
    return (counted and parse.lemma[noun] in _MONEY) or any(parse.tag[c] == "$" for c in parse.children[noun])


def gerund(parse: Parse, verb: int, cue: ProposalCue) -> Draft | None:
    """Propose doing something."""
    for c in parse.children[verb]:
        if (
            c > verb
            and parse.dep[c] in ("xcomp", "ccomp", "dobj")
            and parse.tag[c] == "VBG"
            and parse.lower[c - 1] != ","
        ):
            return draft_of(
                (verb, verb + 1), (c, end_of_content(parse, parse.left[c], parse.right[c] + 1)), cue.act, verb
            )
    return None


def noun_phrase(parse: Parse, notes: Annotations, verb: int, cue: ProposalCue, proposer: int) -> Draft | None:
    """Demand, propose or offer something."""
    found = parse.child(verb, "dobj")
    if found is None or found < verb or parse.lower[found] in _PRONOUNS or parse.pos[found] == "PRON":
        return None
    lemma = parse.lemma[found]
    if cue.act == "offer" and any(parse.lower[c] == "no" for c in parse.children[found]):
        return None
    if lemma in (limit("civility") if cue.act == "offer" else _WORDS):
        return None
    if cue.act == "offer" and lemma not in limit("measure") and _sells(parse, notes, verb, proposer):
        return None
    if "want-np" in cue.takes:
        if lemma not in limit("measure") and parse.lower[proposer] not in ("we", "i") and not _is_sum(parse, found):
            return None
    elif "np-measure" in cue.takes:
        if not any(lemma in limit(name) for name in ("measure", "mutual")) or not is_actor(parse, notes, proposer):
            return None
    elif "sum" in cue.takes and _is_sum(parse, found):
        pass
    elif ("np" not in cue.takes and "np-from" not in cue.takes) or (
        is_actor(parse, notes, found) and cue.act in ("urge", "demand", "recommend")
    ):
        return None
    content, addressees = noun_content(parse, notes, found)
    if "np-from" in cue.takes:
        source = next(
            (c for c in (*parse.children[verb], *parse.children[found]) if parse.lower[c] == "from" and c > verb), None
        )
        if source is not None:
            who = parse.child(source, "pobj")
            if who is not None and is_actor(parse, notes, who):
                addressees = parse.conjuncts(who)
                content = (content[0], max(content[1], parse.right[who] + 1))
        elif "np" not in cue.takes:
            return None
    content = (content[0], _with_complements(parse, verb, content[1]))
    bare = "want-np" not in cue.takes and (cue.act == "plan" or parse.lemma[verb] in ("threaten", "order"))
    if bare and lemma not in limit("measure") and not _is_sum(parse, found):
        return None
    act = "urge" if bare and "sum" in cue.takes and cue.act == "plan" else cue.act
    if "want-np" in cue.takes and parse.lower[proposer] not in ("we", "i"):
        own = any(m.kind in ("Country", "Agency") for m in notes.mentions_at(parse.doc[proposer]))
        act = "plan" if own and not _is_sum(parse, found) else "urge"
    return draft_of((verb, verb + 1), content, act, verb, addressees)
