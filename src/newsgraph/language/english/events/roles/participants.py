"""The mentions of those who take part, by the words that stand where participants do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from newsgraph.language.annotations import Mention
from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.coreference.nominals import mentions_of
from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.events.roles.actors import ACTOR_KINDS, Actors

Places = Literal["none", "named", "all", "things"]
"""Which places may take part: see `participants`."""
_HAVING = frozenset(("ArmedGroup", "Agency", "Party", "Organization"))
"""Kinds whose name before a thing says whose it is."""
_LANDS = frozenset(("Country", "Place"))
_UNFIT: dict[tuple[str, str], frozenset[str]] = {
    ("DISASTER", "targets"): _LANDS,
    ("ELECT", "targets"): _LANDS,
    ("MOBILIZE", "targets"): _LANDS,
    ("CONSULT", "targets"): frozenset(("Place",)),
}
"""Kinds of entities that are not in a role of a kind of event, whatever the grammar says."""
_UNFIT_BY_NOUN = {("PROTEST", "agents"): _LANDS | {"Agency"}}
"""Those that are in it with the verb alone: "Ardal protested", but not "the Ardal protests"."""


def participants(who: Actors, words: Iterable[int], places: Places = "none") -> list[Mention]:
    """The mentions of those who can act that words stand for, each once.

    Args:
        who: the actors of the doc.
        words: the words that stand where participants do.
        places: which places may take part: none; named ones, which stand for who lives or rules there; all,
            and those whose things are struck, too; or whatever stands there, places and things alike.
    """
    found: list[Mention] = []
    for word in [one for whole in words for one in (whole, *_included(who, whole))]:
        for one in _examples(who, word) or (_owner_of(who, word) if places == "all" else (word,)):
            if places != "things" and not _can_act(who, one, places):
                continue
            for mention in who.notes.at_root.get(one) or mentions_of(who.notes, who.syntax, one):
                if mention not in found:
                    found.append(mention)
    return found


def _can_act(who: Actors, word: int, places: Places) -> bool:
    """Whether a word stands for somebody, by what it was found to be or else by the noun that it is."""
    syntax = who.syntax
    known = who.notes.at_root.get(word)
    if who.is_thing(word) and (known is None or known[0].form != "name"):
        return False
    if known is None and (inner := who.notes.covering.get(word)) is not None and inner.form == "name":
        known = [inner]
    if known is not None:
        named = known[0].kind == "Place" and known[0].form == "name"
        return known[0].kind in ACTOR_KINDS or (
            known[0].kind == "Place" and (places == "all" or (places == "named" and named))
        )
    if syntax.tag[word] in ("WP", "WDT") or syntax.lower[word] == "that":
        return True  # its antecedent is looked at by `mentions_of`
    noun = actor_noun(syntax.lower[word], syntax.lemma[word], syntax.lower[max(0, word - 3) : word])
    if noun is None:
        return False
    return noun.kind in ACTOR_KINDS or (places == "all" and syntax.lemma[word] in word_classes()["territory"])


def _owner_of(who: Actors, word: int) -> list[int]:
    """A word if it stands for somebody, else whose it is: who attacks his car attacks him."""
    syntax = who.syntax
    if _can_act(who, word, "none"):
        return [word]
    if (owner := syntax.child(word, "poss")) is not None:
        return syntax.conjuncts(owner)
    belonging = [c for c in syntax.children[word] if syntax.dep[c] == "acl" and syntax.lemma[c] == "belong"]
    having = [("of", syntax.prepositions(word)), *(("to", syntax.prepositions(c)) for c in belonging)]
    owners = [w for name, found in having for other, w in found if name == other and who.is_actor(w)]
    return [*(owners or _bearers(who, word)), word]


def _bearers(who: Actors, word: int) -> list[int]:
    """The bodies whose name stands before a thing of theirs: "Hezbollah" of "Hezbollah positions"."""
    syntax, found = who.syntax, who.notes.at_root
    if syntax.dep[word] == "pobj" and syntax.lower[syntax.head[word]] not in ("on", "against", "of", "into"):
        return []  # "a shooting at the Ormont plant"
    before = [c for c in syntax.children[word] if syntax.dep[c] in ("compound", "nmod") and c in found]
    return [c for c in before if found[c][0].form == "name" and found[c][0].kind in _HAVING]


def _examples(who: Actors, word: int) -> list[int]:
    """Those by whom an indefinite plural is explained: "countries like A and B"."""
    syntax = who.syntax
    if syntax.tag[word] != "NNS" or any(syntax.dep[c] in ("det", "poss", "nummod") for c in syntax.children[word]):
        return []
    found = [w for name, w in syntax.prepositions(word) if name in ("like", "as", "such as")]
    return found if found and all(map(who.is_named, found)) else []


def _included(who: Actors, word: int) -> list[int]:
    """Those of a plural that are named behind it: "organisations, including A and B"."""
    if who.syntax.tag[word] != "NNS":
        return []
    return [w for name, w in who.syntax.prepositions(word) if name == "including" and who.is_named(w)]


def fitting(coded: Coded, role: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Those that can be in a role of an event; whom somebody met "with" is no place, whatever its name."""
    if not mentions:
        return []
    key = (coded.event.kind, role)
    unfit = _UNFIT.get(key, frozenset()) | (frozenset() if coded.verb else _UNFIT_BY_NOUN.get(key, frozenset()))
    beside = {word for name, word in (*coded.frame.preps, *coded.context) if name == "with"}
    return [m for m in mentions if m.kind not in unfit or m.root in beside]
