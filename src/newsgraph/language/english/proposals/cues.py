"""The cues and limits of proposals, as the lexicons have them; and what a rule finds, before it is a proposal."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.syntax.parse import Parse


@dataclass(frozen=True, slots=True)
class ProposalCue:
    """A word that proposes: its act and how its content follows."""

    act: str
    takes: frozenset[str]


@cache
def proposal_cues(pos: str) -> dict[str, ProposalCue]:
    """The cues that are verbs, nouns or adjectives, by lemma."""
    return {
        row["lemma"]: ProposalCue(row["act"], frozenset(row["takes"].split()))
        for row in read_lexicon("proposal_cues")
        if row["pos"] == pos
    }


@cache
def cue_words() -> frozenset[str]:
    """The words that may propose, whatever their part of speech."""
    return frozenset(row["lemma"] for row in read_lexicon("proposal_cues"))


@cache
def limit(name: str) -> frozenset[str]:
    """The lemmas of a class of `proposal_limits.csv`."""
    return frozenset(row["lemma"] for row in read_lexicon("proposal_limits") if row["class"] == name)


@cache
def stance_cues(pos: str) -> dict[str, str]:
    """The cues of stances on proposals, by lemma; verbs with a particle as "turn down"."""
    return {row["lemma"]: row["stance"] for row in read_lexicon("stance_cues") if row["pos"] == pos}


def stance_of(parse: Parse, verb: int) -> str | None:
    """The stance that a verb takes, alone or with its particle or preposition: "turned it down", "is against"."""
    cues = stance_cues("verb")
    lemma = parse.lemma[verb]
    for c in parse.children[verb]:
        if parse.dep[c] == "prt":
            return cues.get(f"{lemma} {parse.lower[c]}")
        if parse.dep[c] == "prep" and c > verb and (stance := cues.get(f"{lemma} {parse.lower[c]}")) is not None:
            return stance
    return cues.get(lemma)


@dataclass(slots=True)
class Draft:
    """What a rule found, in tokens."""

    cue: tuple[int, int]
    content: tuple[int, int]
    act: str
    anchor: int
    """The word that says it."""
    proposer: int | None = None
    """The head word of who wants it; None where it is the speaker."""
    addressees: list[int] = field(default_factory=list)
    clause: int | None = None
    """The head of the content, where it is a clause."""
    start: int | None = None
    """Where the clause of the proposal begins, if before cue and content."""
    negated: bool = False
    negators: list[int] = field(default_factory=list)
    """The words that say so."""
    anaphoric: bool = False
    """Its proposer is to be found in what was proposed before: "the call for talks"."""
    definite: bool = False
    """Named as known: "the request for aid", whoever repeats it."""
