"""Interviews and transcripts: turns that begin with a name and a colon, and go on until the next.

The name may be whole, a surname, initials, an outlet, or Q and A. Where each name stands once only, because the type
that told questions from answers was lost, a question is the asker's, and what is said in the first person is the
answerer's; the rest is nobody's.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from newsgraph.language.annotations import Annotations
from newsgraph.language.english.syntax.parse import Parse

_LONGEST_LABEL = 5
_SPEAKERS = frozenset(("Person", "Organization"))
_ENDS = frozenset('.?!:…)"”’')
_FIRST = frozenset("i we my our me us myself ourselves".split())
_SECOND = frozenset("you your yours".split())
_ASKING = frozenset(("q", "question"))
_ANSWERING = frozenset(("a", "answer"))


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in a row: tokens, and the head word of the speaker's name, if there is one."""

    source: int | None
    cue: tuple[int, int] | None
    start: int
    stop: int
    asks: bool


@dataclass(frozen=True, slots=True)
class _Label:
    start: int
    colon: int
    name: str
    source: int | None


def find_turns(parse: Parse, notes: Annotations) -> list[Turn]:
    """The turns of an interview; none where a text is none."""
    colons = parse.at(":")
    before = {i for colon in colons for i in range(max(0, colon - _LONGEST_LABEL), min(colon, parse.size - 2))}
    labels = [label for i in sorted(before) if (label := _label(parse, notes, i)) is not None]
    names = {label.name for label in labels}
    if len(names) > 1 and len(labels) >= 2 * len(names):
        return list(_between(parse, labels))
    personal = sum(parse.lower[i] in _FIRST | _SECOND for i in range(labels[0].colon, parse.size)) if labels else 0
    return _by_marks(parse, labels) if len(labels) == len(names) == 2 and personal > 3 else []


def _label(parse: Parse, notes: Annotations, start: int) -> _Label | None:
    """A name before a colon at the beginning of a line or after a sentence."""
    if not parse.doc[start].is_title and not parse.doc[start].is_upper:
        return None
    if start and parse.tag[start - 1] != "_SP" and parse.lower[start - 1][-1] not in _ENDS:
        return None
    stop = min(start + _LONGEST_LABEL + 1, parse.size - 1)
    colon = next((i for i in range(start + 1, stop) if parse.lower[i] == ":"), None)
    if colon is None or not all(parse.doc[i].text[0].isupper() for i in range(start, colon)):
        return None
    name = " ".join(parse.lower[start:colon])
    if name in _ASKING:
        return _Label(start, colon, "q", None)
    if name in _ANSWERING:
        return _Label(start, colon, "a", _answerer(notes, start))
    mention = notes.covering.get(colon - 1)
    if mention is not None and mention.kind in _SPEAKERS and mention.start >= start:
        return _Label(start, colon, name, mention.root)
    if colon == start + 1 and parse.doc[start].is_upper:
        return _Label(start, colon, name, None)
    return None


def _answerer(notes: Annotations, before: int) -> int | None:
    """The person that the introduction names most often."""
    found = Counter(
        id(m.entity) for m in notes.mentions if m.kind == "Person" and m.form == "name" and m.start < before
    )
    if not found:
        return None
    most = found.most_common(1)[0][0]
    return next(m.root for m in notes.mentions if id(m.entity) == most and m.form == "name")


def _between(parse: Parse, labels: list[_Label]) -> list[Turn]:
    """From each name to the next; the last goes as far as somebody speaks of himself or to the other."""
    turns = []
    ends = [label.start for label in labels[1:]] + [_last_end(parse, labels[-1].colon + 1)]
    for label, end in zip(labels, ends, strict=True):
        if label.colon + 1 < end:
            asks = label.name == "q" or "?" in parse.lower[max(0, end - 3) : end]
            turns.append(Turn(label.source, (label.colon, label.colon + 1), label.colon + 1, end, asks))
    return turns


def _last_end(parse: Parse, start: int) -> int:
    end = parse.sent_end[start]
    for i in range(start, parse.size):
        if parse.tag[i] == "_SP" and "\n\n" in parse.doc[i].text:
            return max(end, i)
        if parse.lower[i] in _FIRST | _SECOND:
            end = parse.sent_end[i]
    return end


def _by_marks(parse: Parse, labels: list[_Label]) -> list[Turn]:
    """Questions are of the one whose labelled turn ends in a question mark, the first person is the other's."""
    first, second = labels
    asks_first = "?" in parse.lower[max(0, second.start - 3) : second.start]
    asker, answerer = (first, second) if asks_first else (second, first)
    turns: list[Turn] = []
    start = labels[0].colon + 1
    while start < parse.size:
        stop = max(parse.sent_end[start], start + 1)
        label = next((lab for lab in labels if lab.start < stop and lab.colon >= start), None)
        begin = start if label is None else label.colon + 1
        words = frozenset(parse.lower[begin:stop])
        asks = "?" in parse.lower[max(0, stop - 3) : stop]
        speaker = asker if asks else answerer if words & _FIRST and not words & _SECOND else None
        if speaker is not None and begin < stop:
            _append(turns, Turn(speaker.source, (speaker.colon, speaker.colon + 1), begin, stop, asks))
        start = stop
    return turns


def _append(turns: list[Turn], turn: Turn) -> None:
    """Enter a turn; it goes on with the one before where that is the same speaker's and ends where it begins."""
    if turns and turns[-1].stop == turn.start and turns[-1].source == turn.source and turns[-1].asks == turn.asks:
        before = turns.pop()
        turn = Turn(before.source, before.cue, before.start, turn.stop, turn.asks)
    turns.append(turn)
