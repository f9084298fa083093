"""An event in the making, as the modules of the event layer hand it on."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsgraph.language.annotations import Event
from newsgraph.language.english.events.lexicon.entries import Entry
from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.syntax.parse import Frame


@dataclass(slots=True, eq=False)
class Coded:
    """An event in the making: its annotation, the entry that coded it, and its arguments in the parse."""

    event: Event
    frame: Frame
    entry: Entry | None
    verb: bool
    carrier: Coded | None = None
    """The verb that carries this noun."""
    context: list[tuple[str, int]] = field(default_factory=list)
    """The phrases of the verb that carries this noun."""
    deed: str = ""
    """The kind of the act itself, where the event is its promise, threat or refusal."""
    speaker: Coded | None = None
    """The saying of which this is the content, where that makes it a request."""
    apart: bool = False
    """Whether that saying stands in another sentence."""
    occasion: Coded | None = None
    """The meeting, letter or protest at which this was done by saying it."""
    judged: float = 0.0
    """How likely this speech is of its kind, where that is judged by what is said."""
    joined: float | None = None
    """The log odds with which it was joined to an earlier record, where these decided."""
    sure: dict[tuple[str, int], float] = field(default_factory=dict)
    """How sure each agent and target is, by role and the identity of the entity."""
    done: bool = False
    agents: list[int] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)
    ways: dict[int, str] = field(default_factory=dict)
    """How a participant was found that is no plain argument, by its word."""

    @property
    def act(self) -> str:
        """The kind of the act itself, whether it is done, promised, threatened or refused."""
        return self.deed or self.event.kind

    def recode(self, kind: str, mode: str | None, why: str) -> None:
        """Make it of another kind, with the reason, which keeps what it was coded by."""
        self.event.reason = f"{why}: {kind} (what: {self.event.reason})"
        self.event.kind, self.event.mode = kind, mode

    def found(self, way: str, words: list[int]) -> list[int]:
        """Words, noted as found in a way."""
        for word in words:
            self.ways.setdefault(word, way)
        return words


DEEDS = frozenset(
    "ASSAULT COERCE PROTEST DISASTER CONSULT ELECT APPOINT RESIGN RETREAT SANCTION MOBILIZE AID COOPERATE".split()
)
"""Kinds of what is done rather than said: the same deed has one time and place."""
MUTUAL = frozenset(("CONSULT", "COOPERATE", "AGREE"))
"""Kinds of what two sides do together."""
TARGET_PREPOSITIONS = {row["kind"]: tuple(row["target"].split("|")) for row in read_lexicon("event_kinds")}
"""Where targets stand behind a verb or noun of each kind, the likeliest first."""


def first_record(event: Event) -> Event:
    """The first record of an event."""
    for _ in range(40):
        if event.same_as is None:
            break
        event = event.same_as
    return event
