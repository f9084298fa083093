"""What speaks for and against a speech's being a judgement: its words, who says it, and what stands around it.

Each feature is a name with a number; their weights stand under these names in `lexicons/judgement_weights.csv`.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from spacy.tokens import Doc

from newsgraph.language.annotations import Annotations, Attribution
from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.roles.roles import Roles
from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.syntax.parse import Parse

FIRST = frozenset(("i", "we"))
"""Pronouns of who speaks."""
_BEFORE, _BEHIND = 6, 4
"""How many words before and behind the verb of speech are looked at."""
_BEGINNING = 4
"""How many words of what is said are its beginning."""
_CONTENT = frozenset(("VERB", "NOUN", "ADJ"))
_NAMELESS = frozenset(("PROPN", "NUM"))
"""Parts of speech of which only the sort counts: a name says nothing of what another article means by it."""


@cache
def judgement_words() -> dict[str, frozenset[str]]:
    """The classes of words that judge, by lemma."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_lexicon("judgement_words"):
        found[row["word"]].add(row["class"])
    return {word: frozenset(classes) for word, classes in found.items()}


def content_of(doc: Doc, attribution: Attribution) -> tuple[int, int]:
    """The tokens of what is said: the first one, and the one behind the last."""
    span = doc.char_span(*attribution.content, alignment_mode="expand")
    return (span.start, span.end) if span is not None else (0, 0)


def root_of(syntax: Parse, start: int, end: int, skipped: tuple[str, ...] = ()) -> int:
    """The word on which the rest of what is said hangs, of no `skipped` part of speech."""
    head = syntax.head
    words = (i for i in range(start, end) if syntax.pos[i] not in skipped)
    return next((i for i in words if not start <= head[i] < end or head[i] == i), start)


class SpeechFeatures:
    """Reads the features of the speeches of one doc."""

    def __init__(self, notes: Annotations, syntax: Parse, roles: Roles) -> None:
        self.notes, self.syntax, self.roles = notes, syntax, roles

    def of(self, attribution: Attribution, coded: Coded) -> dict[str, float]:
        """The features of a speech, whose verb or noun is an event."""
        syntax = self.syntax
        start, end = content_of(syntax.doc, attribution)
        root = root_of(syntax, start, end)
        cue = f"cue {syntax.lemma[coded.event.root]}"
        speaker = attribution.mention
        by = f"speaker {speaker.kind if speaker is not None else 'unknown'}"
        found: dict[str, float] = {cue: 1.0, by: 1.0, f"mode {attribution.mode}": 1.0}
        for name, value in self._of_words(start, end, root).items():
            found[name] = value
            if name.startswith(("has ", "top ")):
                found[f"{cue} & {name}"] = found[f"{by} & {name}"] = value
        self._of_root(root, attribution, coded, found)
        self._of_speaker(attribution, found)
        self._of_words_around(coded.event.root, start, end, found)
        found["names in it"] = float(any(m.form == "name" for m in self.notes.within(start, end)))
        found[f"polarity {attribution.polarity}"] = 1.0
        return found

    def _of_words(self, start: int, end: int, root: int) -> dict[str, float]:
        """What is said, word by word."""
        syntax, words = self.syntax, judgement_words()
        found: dict[str, float] = {}
        said = [i for i in range(start, end) if syntax.pos[i] not in ("PUNCT", "SPACE")]
        for i in said:
            lemma = syntax.lemma[i]
            for name in words.get(lemma, ()):
                found[f"has {name}"] = min(2.0, found.get(f"has {name}", 0.0) + 1.0)
                if i == root or syntax.head[i] == root:
                    found[f"top {name}"] = 1.0
            if syntax.pos[i] not in _NAMELESS:
                found[f"word {lemma}"] = 1.0
        found["length"] = min(1.0, len(said) / 40)
        beginning = [self._word(i) for i in said[:_BEGINNING]]
        for word in beginning:
            found[f"begins {word}"] = 1.0
        if len(beginning) > 1:
            found[f"begins {beginning[0]} {beginning[1]}"] = 1.0
        return found

    def _of_root(self, root: int, attribution: Attribution, coded: Coded, found: dict[str, float]) -> None:
        """The verb of what is said, with its subject, and the event that it tells."""
        syntax = self.syntax
        found[f"root {syntax.lemma[root]}"] = 1.0
        found[f"root tag {syntax.tag[root]}"] = 1.0
        for c in syntax.children[root]:
            if syntax.dep[c] in ("aux", "neg"):
                found[f"aux {syntax.lower[c]}"] = 1.0
            if syntax.dep[c] in ("nsubj", "nsubjpass"):
                self._of_subject(c, attribution, found)
        inner = self.roles.coded.get(root)
        if inner is not None and inner is not coded:
            found[f"says that {inner.event.kind}"] = 1.0
            found[f"says that {inner.event.factuality}"] = 1.0

    def _of_subject(self, subject: int, attribution: Attribution, found: dict[str, float]) -> None:
        syntax = self.syntax
        found["subject first person"] = float(syntax.lower[subject] in FIRST)
        found[f"subject {syntax.lower[subject] if syntax.pos[subject] == 'PRON' else syntax.pos[subject]}"] = 1.0
        mentions = self.notes.at_root.get(subject)
        if mentions:
            found[f"subject is {mentions[0].kind}"] = 1.0
            if attribution.mention is not None and mentions[0].entity is attribution.mention.entity:
                found["subject is speaker"] = 1.0

    def _of_speaker(self, attribution: Attribution, found: dict[str, float]) -> None:
        """What the article says that the speaker is."""
        speaker = attribution.mention
        if speaker is None:
            return
        found[f"speaker form {speaker.form}"] = 1.0
        found[f"speaker sector {speaker.entity.sector}"] = 1.0
        for mention in speaker.entity.mentions:
            if mention.form == "nominal":
                found[f"speaker is {self.syntax.lemma[mention.root]}"] = 1.0

    def _of_words_around(self, cue: int, start: int, end: int, found: dict[str, float]) -> None:
        """The words around the verb of speech, and what the sentence before speaks of."""
        syntax = self.syntax
        for i in range(max(0, cue - _BEFORE), min(syntax.size, cue + _BEHIND + 1)):
            if i != cue and not start <= i < end:
                found[f"near {self._word(i)}"] = 1.0
        number = syntax.sentence[cue]
        if number:
            for i in range(*syntax.sentences[number - 1]):
                if syntax.pos[i] in _CONTENT:
                    found[f"before {syntax.lemma[i]}"] = 1.0

    def _word(self, i: int) -> str:
        return self.syntax.pos[i] if self.syntax.pos[i] in _NAMELESS else self.syntax.lower[i]
