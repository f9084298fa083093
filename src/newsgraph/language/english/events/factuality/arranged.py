"""What an article says once to be still to come is so wherever it is named: "next month's summit … at the summit"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.factuality.finder import FactualityFinder
from newsgraph.language.english.events.factuality.scheduled import is_dated_ahead
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.syntax.parse import Parse

_WORDS = word_classes()
_BELOW = frozenset(("xcomp", "advcl", "conj"))
"""How an infinitive hangs on the verb that has the modal: "may travel to speak at the summit"."""


def keep_to_come(syntax: Parse, coded: Mapping[int, Coded], factuality: FactualityFinder) -> None:
    """Put elections and talks in the future that the article tells of, and of which nothing has happened."""
    named: defaultdict[str, list[int]] = defaultdict(list)
    for i, event in coded.items():
        if not event.verb and event.event.kind in ("CONSULT", "ELECT"):
            named[syntax.lemma[i]].append(i)
            met = _will_be_met(syntax, i, factuality) or _is_awaited(syntax, i, factuality)
            ahead = met or is_dated_ahead(syntax, i)
            if event.event.factuality == "actual" and ahead:
                event.event.factuality = "future"
            elif event.event.factuality == "future" and _is_last(syntax, i):
                event.event.factuality = "actual"
    for nouns in named.values():
        to_come = [i for i in nouns if coded[i].event.factuality == "future"]
        been = {_sort(syntax, i) for i in nouns if i not in to_come and _has_been(syntax, i, factuality)}
        if to_come and frozenset() not in been:
            for i in nouns:
                is_named = _is_definite(syntax, i) and _sort(syntax, i) not in been
                if coded[i].event.factuality == "actual" and is_named:
                    coded[i].event.factuality = "future"


def leave_open(syntax: Parse, coded: Mapping[int, Coded]) -> None:
    """Leave open the punishments that somebody has before them, for they may be spared; a trial is to come."""
    for i, event in coded.items():
        noun = syntax.child(i, "dobj") if event.verb and syntax.lemma[i] in ("face", "await") else i
        if noun is not None and event.event.factuality == "actual" and _is_faced(syntax, noun):
            if syntax.lemma[noun] in ("trial", "retrial", "prosecution", "extradition", "deportation"):
                event.event.factuality = "future"
            elif event.event.kind in ("COERCE", "SANCTION"):
                event.event.factuality = "possible"


def _at_it(syntax: Parse, noun: int, prepositions: frozenset[str], relations: tuple[str, ...]) -> int | None:
    """The word for what is done at an occasion: before one of some prepositions, or which has it in a relation."""
    relation, head = syntax.dep[noun], syntax.head[noun]
    if relation == "pobj":
        return syntax.head[head] if syntax.lower[head] in prepositions else None
    return head if relation in relations else None


def _will_be_met(syntax: Parse, noun: int, factuality: FactualityFinder) -> bool:
    """Whether something will happen there: "will attend the summit", "is to speak at the meeting"."""
    head = None if _is_last(syntax, noun) else _at_it(syntax, noun, _WORDS["for_occasion"], ("dobj", "nsubjpass"))
    if head is None or (syntax.dep[noun] != "pobj" and syntax.lemma[head] not in _WORDS["taking_part"]):
        return False
    if syntax.dep[head] == "attr":
        head = syntax.head[head]  # "will be a candidate at the election"
    planned = syntax.pos[head] == "VERB" and factuality.of(head) == "future"
    return planned or (syntax.is_verb(head) and syntax.has_child(head, "will", "aux"))


def _is_awaited(syntax: Parse, noun: int, factuality: FactualityFinder) -> bool:
    """Whether something may happen through it, or at it: "her visit could coincide", "may resign after the vote"."""
    head = None if _is_last(syntax, noun) else _at_it(syntax, noun, _WORDS["beside_occasion"], ("nsubj", "nsubjpass"))
    if head is None or (syntax.dep[noun] != "pobj" and syntax.lemma[head] in _WORDS["ending"]):
        return False
    while syntax.dep[head] in _BELOW and syntax.is_infinitive(head) and syntax.is_verb(syntax.head[head]):
        head = syntax.head[head]
    modal = any(syntax.tag[c] == "MD" for c in syntax.children[head])
    return modal and not syntax.has_child(head, "have", "aux") and factuality.of(head) in ("future", "possible")


def _is_faced(syntax: Parse, noun: int) -> bool:
    """Whether somebody has a punishment before them: "faces a ban"; who faced it, or "the ban", may have got it."""
    verb = syntax.head[noun]
    before = syntax.lemma[verb] in ("face", "risk", "await") and syntax.tag[verb] != "VBD"
    return (
        before
        and syntax.dep[noun] == "dobj"
        and not any(syntax.dep[c] == "poss" or syntax.lower[c] in _WORDS["definite"] for c in syntax.children[noun])
    )


def _has_been(syntax: Parse, noun: int, factuality: FactualityFinder) -> bool:
    """Whether an occasion has been held: it is the last one, or something has happened there."""
    if _is_last(syntax, noun):
        return True
    head = _at_it(syntax, noun, _WORDS["at_occasion"], ("nsubj", "nsubjpass", "dobj"))
    if head is None:
        return False
    finite = [head, *(c for c in syntax.children[head] if syntax.dep[c] in ("aux", "auxpass"))]
    past = any(syntax.tag[i] == "VBD" or syntax.lower[i] in ("has", "have") for i in finite)
    return past and factuality.of(head) != "negated"


def _is_last(syntax: Parse, noun: int) -> bool:
    """Whether a noun is of what has been: "the last election", "last year's European elections"."""
    return any(
        syntax.lower[c] in _WORDS["last"]
        or (c in syntax.times and any(syntax.lower[k] in _WORDS["last"] for k in syntax.children[c]))
        for c in syntax.children[noun] if c < noun
    )  # fmt: skip


def _sort(syntax: Parse, noun: int) -> frozenset[str]:
    """The words that tell an occasion from others of its name: "general" of a general election."""
    return frozenset(
        syntax.lower[c]
        for c in syntax.children[noun]
        if syntax.dep[c] in ("amod", "compound", "nmod")
        and syntax.lower[c] not in _WORDS["last"]
        and c not in syntax.times
    )


def _is_definite(syntax: Parse, noun: int) -> bool:
    """Whether a noun is one that the reader knows of: "the talks", "their vote", and "talks" as such."""
    words = [c for c in syntax.children[noun] if syntax.dep[c] in ("det", "poss", "nummod")]
    known = any(syntax.lower[c] in _WORDS["definite"] or syntax.dep[c] == "poss" for c in words)
    return known or syntax.pos[noun] == "PROPN" or (not words and syntax.lemma[noun] == "talk")
