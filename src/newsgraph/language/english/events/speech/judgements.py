"""What speech does beside saying: blame, praise, demand, refuse, threaten, promise ("said the vote was a sham").

Whether a speech judges is learnt: `scripts/learn_events.py` weighs the words and the grammar of what is said, and
writes `lexicons/judgement_weights.csv`. What is not likely enough stays bare speech.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from itertools import repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgraph.language.annotations import Annotations, Attribution, Mention
from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.kinds.obligations import is_guessed
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.events.roles.actors import ACTOR_KINDS
from newsgraph.language.english.events.roles.participants import participants
from newsgraph.language.english.events.roles.roles import Roles
from newsgraph.language.english.events.roles.verb_targets import owners_that_act
from newsgraph.language.english.events.speech.judgement_features import (
    FIRST,
    SpeechFeatures,
    content_of,
    judgement_words,
    root_of,
)
from newsgraph.language.english.events.wording.quotes import closed, quoted
from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.syntax.parse import Frame, Parse

_WORDS = word_classes()
KINDS = ("ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN", "AGREE")
"""What a speech may be."""
LIKELY = 0.4
"""The probability from which a speech is taken for one of these kinds."""
_ANSWERABLE = frozenset(("Person", "Party", "Agency", "Organization"))
"""Kinds that are judged where nobody else is named: where a country is, that is as often only where it is."""


_BARE = "none"
"""Bare speech, which is of none of the kinds."""
_UNKNOWN = -1
"""The row of features that have no weight."""


class JudgementWeights(NamedTuple):
    """What each feature weighs."""

    row: dict[str, int]
    """The row of each feature, and of the bias."""
    of: NDArray[np.float64]
    """A row of weights for bare speech and each kind; in the last row nothing weighs anything."""


@cache
def judgement_weights() -> JudgementWeights:
    """The table of weights."""
    rows = read_lexicon("judgement_weights")
    weights = np.array([*([float(row[kind]) for kind in (_BARE, *KINDS)] for row in rows), [0.0] * (1 + len(KINDS))])
    return JudgementWeights({row["feature"]: number for number, row in enumerate(rows)}, weights)


class Judgements:
    """Finds the speeches of one doc that judge."""

    def __init__(self, notes: Annotations, syntax: Parse, roles: Roles) -> None:
        self.notes = notes
        self.syntax = syntax
        self.roles = roles
        self._features = SpeechFeatures(notes, syntax, roles)

    def features(self, attribution: Attribution, coded: Coded) -> dict[str, float]:
        """What speaks for and against a speech's being a judgement."""
        return self._features.of(attribution, coded)

    def find(self) -> None:
        """Give speeches and descriptions that judge their kind, speaker and target."""
        for attribution, coded in self.speeches():
            root = self._verb_of(attribution)
            speaker = self._speaker(attribution, coded)
            if self._is_unknown(root) or (not speaker and coded.event.kind == "OTHER"):
                continue  # "the figures showed that the plan was a failure"
            kind, share = likeliest(self.features(attribution, coded))
            if kind == "REQUEST" and root in self.roles.coded and is_guessed(self.roles, root):
                continue
            if kind != _BARE and share >= LIKELY:
                self._judge(coded, kind, speaker, self._spoken_of(attribution, coded, kind))
                said = attribution.parts[0] if attribution.parts else attribution.content
                coded.event.taken = quoted(self.notes.article.text[slice(*said)])
                coded.event.reason = f"judges: {kind} (what: {coded.event.reason})"
                coded.judged = share
        for coded in self.roles.coded.values():
            if coded.verb and coded.event.kind in ("OTHER", "SAY", "ACCUSE"):
                self._named(coded)

    def speeches(self) -> list[tuple[Attribution, Coded]]:
        """The attributions whose cue is bare speech, no thought, and whose content is no demand already."""
        demanding = {id(c.speaker) for c in self.roles.coded.values() if c.speaker is not None and not c.apart}
        found = []
        for attribution in self.notes.attributions:
            coded = self._cue(attribution) if attribution.type != "thought" else None
            if coded is not None and coded.event.kind in ("SAY", "OTHER") and id(coded) not in demanding:
                found.append((attribution, coded))
        return found

    def _verb_of(self, attribution: Attribution) -> int:
        """The main verb of what is said, whatever quotation marks hang on."""
        return root_of(self.syntax, *content_of(self.syntax.doc, attribution), skipped=("PUNCT", "SPACE"))

    def _is_unknown(self, root: int) -> bool:
        """Whether speakers only say that they do not know: "I don't know what caused him to do it"."""
        syntax = self.syntax
        below = syntax.children[root]
        own = any(syntax.dep[c] == "nsubj" and syntax.lower[c] in FIRST for c in below)
        return syntax.lemma[root] == "know" and own and any(syntax.dep[c] == "neg" for c in below)

    def _cue(self, attribution: Attribution) -> Coded | None:
        if attribution.cue is None:
            return None
        first = bisect_left(self.syntax.begin, attribution.cue[0])
        for i in range(first, min(first + 4, self.syntax.size)):
            if self.syntax.begin[i] >= attribution.cue[1]:
                break
            if i in self.roles.coded:
                return self.roles.coded[i]
        return None

    @staticmethod
    def _speaker(attribution: Attribution, coded: Coded) -> list[Mention]:
        return [attribution.mention] if attribution.mention is not None else list(coded.event.agents)

    def _spoken_of(self, attribution: Attribution, coded: Coded, kind: str) -> list[Mention]:
        """Who is blamed, praised or asked, or to whom a promise is made, if it is somebody else who can act.

        The subject of what is said, else whose doing that is, else the only one whom it names; of a promise or threat
        who is told.
        """
        if kind not in ("ACCUSE", "SUPPORT", "REQUEST"):
            told = [w for w in (*coded.frame.dative, *coded.frame.object) if self.roles.is_person(w)]
            return self._others(coded.found("told", told), attribution) if kind in ("AGREE", "THREATEN") else []
        start, end = content_of(self.syntax.doc, attribution)
        root = root_of(self.syntax, start, end)
        subjects = [c for c in self.syntax.children[root] if self.syntax.dep[c] in ("nsubj", "nsubjpass")]
        owners = [a for c in subjects for a in self._behind_deed(c)]
        of = [word for name, word in coded.frame.preps if name == "of"]
        return (
            self._others(subjects, attribution)
            or self._others(coded.found("said of", of), attribution)
            or self._others(coded.found("owner", owners), attribution)
            or (self._only_one(coded, start, end, attribution) if kind != "REQUEST" else [])
        )

    def _others(self, words: Iterable[int], attribution: Attribution) -> list[Mention]:
        """The mentions of words, but for those of the speaker and pronouns that stand for nobody known."""
        speaker = attribution.mention
        return [
            m
            for m in participants(self.roles, words)
            if (speaker is None or m.entity is not speaker.entity)
            and (m.form != "pronoun" or (m.entity.named and self.syntax.lower[m.root] not in FIRST | {"it"}))
        ]

    def _behind_deed(self, subject: int) -> list[int]:
        """Whose doing a judged thing is: "the letter from the director", "the firm's plan", "talks with them"."""
        if self.syntax.pos[subject] == "PRON":
            return []
        coded = self.roles.coded.get(subject)
        between = coded is not None and coded.event.kind in ("CONSULT", "AGREE", "COOPERATE")
        names = _WORDS["before_doer"] | {"with", "between"} if between else _WORDS["before_doer"]
        found = [] if between else owners_that_act(self.roles, subject)
        return found or [a for n, w in self.syntax.prepositions(subject) if n in names for a in self.roles.actors_at(w)]

    def _only_one(self, coded: Coded, start: int, end: int, attribution: Attribution) -> list[Mention]:
        """The first mention by name of the only person or body that is named in what is said."""
        speaker = attribution.mention
        named = [
            m
            for m in self.notes.within(start, end)
            if m.form == "name" and m.kind in ACTOR_KINDS and (speaker is None or m.entity is not speaker.entity)
        ]
        alone = len({id(m.entity) for m in named}) == 1 and named[0].kind in _ANSWERABLE
        return named[: len(coded.found("only", [named[0].root]))] if alone else []

    @staticmethod
    def _judge(coded: Coded, kind: str, agents: list[Mention], targets: list[Mention]) -> None:
        coded.event.kind, coded.event.mode = kind, None
        coded.event.agents, coded.event.targets = agents, targets
        coded.event.places, coded.event.place_reason = [], None

    def _named(self, coded: Coded) -> None:
        """Blame and praise of "called X a sham", "described Y as a hero"."""
        syntax, root, frame = self.syntax, coded.event.root, coded.frame
        if syntax.lemma[root] not in _WORDS["naming"]:
            return
        named = [c for c in syntax.children[root] if syntax.dep[c] in ("oprd", "ccomp", "xcomp", "attr", "acomp")]
        named += [c for c in syntax.children[root] if frame.passive and syntax.dep[c] == "dobj"]  # "are branded liars"
        below = [c for word in (root, *frame.object) for c in syntax.children[word]]
        named += [c for c in below if syntax.dep[c] == "amod" and c > syntax.head[c]]  # "called the plan shameful"
        named += [w for c in below if syntax.lower[c] == "as" for w in syntax.children[c]]
        classes = [
            name for word in named for i in self._under(word) for name in judgement_words().get(syntax.lemma[i], ())
        ]
        blame, praise = classes.count("blame"), classes.count("praise")
        if blame == praise:
            return
        kind = "ACCUSE" if blame > praise else "SUPPORT"
        by = [w for word in named for name, w in syntax.prepositions(word) if frame.passive and name == "by"]
        agents = participants(self.roles, frame.logical_subject or by)
        called = self._called(root, named, frame)
        targets = self._apart(participants(self.roles, called), agents)
        if not targets:
            behind = [a for word in called for a in self._behind_deed(word)]
            targets = self._apart(participants(self.roles, coded.found("owner", behind)), agents)
        coded.event.reason = f"judges: {kind} (what: {coded.event.reason})"
        self._judge(coded, kind, agents or coded.event.agents, targets)
        words = [i for word in (*called, *named) for i in self._under(word)]
        coded.event.taken = closed(syntax.doc[min(words) : max(words) + 1].text) if words else ""

    @staticmethod
    def _apart(mentions: Iterable[Mention], others: Iterable[Mention]) -> list[Mention]:
        """The mentions that are of nobody else's entity."""
        known = {id(m.entity) for m in others}
        return [m for m in mentions if id(m.entity) not in known]

    def _called(self, root: int, named: list[int], frame: Frame) -> list[int]:
        """Who is called something: the object, or the subject of the small clause that parsers see."""
        inner = [
            c for word in named for c in self.syntax.children[word] if self.syntax.dep[c] in ("nsubj", "nsubjpass")
        ]
        return [*(word for word in frame.object if word not in named), *inner]

    def _under(self, word: int) -> list[int]:
        found = [word]
        for at in found:
            found += [c for c in self.syntax.children[at] if self.syntax.dep[c] not in ("relcl", "advcl", "nsubj")]
        return found


def likeliest(features: dict[str, float]) -> tuple[str, float]:
    """The likeliest kind of a speech, `none` for bare speech, and its probability."""
    weights = judgement_weights()
    rows = [weights.row["bias"], *map(weights.row.get, features, repeat(_UNKNOWN))]
    values = np.array([1.0, *features.values()])
    odds: list[float] = np.add.reduce(weights.of[rows] * values[:, None]).tolist()
    top, best = max(odds), max(odds[1:])
    share = math.exp(best - top) / sum([math.exp(value - top) for value in odds])
    return (KINDS[odds.index(best, 1) - 1], share) if share >= LIKELY else (_BARE, 1 - share)
