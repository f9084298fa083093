"""The cues and limits of proposals, as the lexicons have them; and what a rule finds, before it is a proposal."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from newsgraph.language.lexicon_files import read_lexicon


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
def limit(name: str) -> frozenset[str]:
    """The lemmas of a class of `proposal_limits.csv`."""
    return frozenset(row["lemma"] for row in read_lexicon("proposal_limits") if row["class"] == name)


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
    anaphoric: bool = False
    """Its proposer is to be found in what was proposed before: "the call for talks"."""
    definite: bool = False
    """Named as known: "the request for aid", whoever repeats it."""
    own: bool = False
    """Who proposes it is to do it: no speaker is needed."""
    opponents: list[int] = field(default_factory=list)
    supporters: list[int] = field(default_factory=list)
