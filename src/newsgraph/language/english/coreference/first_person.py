"""Who "I" and "we" are: the one who speaks, or the body or country for which a spokesman or minister speaks."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Entity, Mention
from newsgraph.language.english.coreference.discourse import BODIES, Discourse
from newsgraph.language.english.coreference.quoted_speakers import QuotedSpeakers
from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.words import Words

_PLURAL = frozenset("we us our ours ourselves".split())
_MUTE = frozenset(["Place", "Event", "Document", "Other"])
_HEARS = frozenset("ask tell inform warn remind".split())
"""Verbs of which whoever is their subject in the passive is spoken to."""
_MARKS = frozenset("\"“”‘`'’«[")
_FOR_COUNTRIES = frozenset("minister ambassador envoy president premier chancellor secretary".split())
_SAY = word_class("verb of saying")
_SPEAK_FOR = word_class("spokesman") | word_class("speaks for a body") | word_class("office")


def link_first_person(
    notes: Annotations,
    words: Words,
    pronouns: list[int],
    speakers: dict[int, Entity],
    discourse: Discourse,
    quoting: QuotedSpeakers,
) -> None:
    """Let each pronoun be whom its quotation quotes, else who speaks (by sentence) in its sentence or in one before."""
    quoted = words.quoted
    for i in pronouns:
        here = words.number[i]
        near = (here, here - 1, here - 2, here - 3) if quoted[i] else (here - 1, here)
        if not (quoted[i] or _is_reported(words, i) or _follows_mark(words, i)):
            continue
        source = quoting.source(i)
        if source is not None:
            speaker = next((m.entity for m in notes.mentions_at(source)), None)
        else:
            speaker = next((speakers[n] for n in near if n in speakers), None)
        plural = words.lower[i] in _PLURAL
        if speaker is None or speaker.kind in _MUTE or not (plural or speaker.kind == "Person"):
            continue
        if plural and speaker.kind == "Person":
            speaker = _whom_it_speaks_for(discourse, speaker)
            if speaker is None:
                continue
        notes.add(Mention(i, i + 1, i, "pronoun", speaker.kind, speaker, "speaker"))


def _whom_it_speaks_for(discourse: Discourse, speaker: Entity) -> Entity | None:
    """The body or country whose "we" a spokesman, a minister or a chairman says; anybody else means who knows whom."""
    referent = discourse.referent(speaker)
    if not referent.heads & _SPEAK_FOR or referent.former:
        return None
    bodies = [e for e in referent.within.values() if e.kind in BODIES or e.kind == "Country"]
    if bodies:
        return next((e for e in bodies if e.kind == "Country"), bodies[0])
    if referent.heads & _FOR_COUNTRIES and "chief" not in referent.modifiers and speaker.country is not None:
        for other in discourse.recent:
            if other.kind == "Country" and other.entity.country == speaker.country:
                return other.entity
    return None


def is_told(words: Words, subject: int) -> bool:
    """Whether a subject is spoken to: "the mayor was asked: …"."""
    return words.dep[subject] == "nsubjpass" and words.lemma[words.head[subject]] in _HEARS


def _is_reported(words: Words, i: int) -> bool:
    """Whether a verb of saying governs the clause of a pronoun without quotation marks: "Marsh says we must act".

    Where none does, the paper or a reader speaks.
    """
    for _ in range(8):
        above = words.head[i]
        if words.lemma[above] in _SAY and words.dep[i] == "ccomp":
            return True
        if above == i:
            return False
        i = above
    return False


def _follows_mark(words: Words, i: int) -> bool:
    """Whether a quotation mark stands before a pronoun in its sentence, or a colon ends the one before."""
    first = words.sentence[i]
    before = next((words.text[j] for j in range(first - 1, -1, -1) if not words.text[j].isspace()), "")
    return before == ":" or any(mark in _MARKS for text in words.text[first:i] for mark in text)
