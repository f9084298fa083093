"""Interviews and transcripts: turns that begin with a name and a colon, and go on until the next.

The name may be whole, a surname, initials, an outlet, or Q and A. Where each name stands once only, because the type
that told questions from answers was lost, a question is the asker's, and what is said in the first person is the
answerer's; the rest is nobody's. Where no name stands before them, three questions to "you" that are lines of their
own make an interview with the person whom the introduction names.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from newsgraph.language.annotations import Annotations, Mention
from newsgraph.language.english.syntax.parse import Parse

_LONGEST_LABEL = 5
_SPEAKERS = frozenset(("Person", "Organization"))
_ENDS = frozenset('.?!:…)"”’')
_FIRST = frozenset("i we my our me us myself ourselves".split())
_SECOND = frozenset("you your yours".split())
_QUESTIONS = 3
"""The questions that make an interview of a text without names before what is said."""
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
    return _labelled(parse, notes) or _unlabelled(parse, notes)


def _labelled(parse: Parse, notes: Annotations) -> list[Turn]:
    """The turns of an interview that names who speaks."""
    colons = parse.at(":")
    before = {i for colon in colons for i in range(max(0, colon - _LONGEST_LABEL), min(colon, parse.size - 2))}
    labels = [label for i in sorted(before) if (label := _label(parse, notes, i)) is not None]
    counts = Counter(label.name for label in labels)
    if len(counts) < 2:
        return []
    if len(labels) >= 2 * len(counts):
        return list(_between(parse, labels))
    personal = sum(parse.lower[i] in _FIRST | _SECOND for i in range(labels[0].colon, parse.size))
    if len(labels) == len(counts) == 2 and personal > 3 and parse.lower.count("?") > 1:
        return _by_marks(parse, labels)
    return []


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
        return _Label(start, colon, name, _named_by(notes, parse.doc[start].text, start))
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


def _named_by(notes: Annotations, word: str, before: int) -> int | None:
    """Whom capitals stand for: a surname or the initials of one who was named before."""

    def fits(mention: Mention) -> bool:
        parts = mention.entity.name.split()
        return word == "".join(part[0] for part in parts) or word == parts[-1].upper()

    named = [m for m in notes.mentions if m.form == "name" and m.kind in _SPEAKERS and m.start < before]
    return next((m.root for m in named if fits(m)), None)


def _between(parse: Parse, labels: list[_Label]) -> list[Turn]:
    """From each name to the next; the last goes as far as somebody speaks of himself or to the other."""
    turns = []
    ends = [label.start for label in labels[1:]] + [_last_end(parse, labels[-1].colon + 1)]
    for label, end in zip(labels, ends, strict=True):
        if label.colon + 1 < end:
            asks = label.name == "q" or _is_question(parse, end)
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


def _is_question(parse: Parse, end: int) -> bool:
    return any(parse.lower[i] == "?" for i in range(max(0, end - 3), end))


def _by_marks(parse: Parse, labels: list[_Label]) -> list[Turn]:
    """Questions are of the one whose labelled turn ends in a question mark, the first person is the other's."""
    first, second = labels
    asks_first = _is_question(parse, second.start)
    asker, answerer = (first, second) if asks_first else (second, first)
    turns: list[Turn] = []
    start = labels[0].colon + 1
    while start < parse.size:
        stop = max(parse.sent_end[start], start + 1)
        label = next((lab for lab in labels if lab.start < stop and lab.colon >= start), None)
        begin = start if label is None else label.colon + 1
        words = frozenset(parse.lower[begin:stop])
        asks = _is_question(parse, stop)
        speaker = asker if asks else answerer if words & _FIRST and not words & _SECOND else None
        if speaker is not None and begin < stop:
            _append(turns, Turn(speaker.source, (speaker.colon, speaker.colon + 1), begin, stop, asks))
        start = stop
    return turns


def _unlabelled(parse: Parse, notes: Annotations) -> list[Turn]:
    """The turns of an interview without names: from a question to the next, and what is answered between."""
    if len(parse.at("?")) < _QUESTIONS:
        return []
    asked = [(start, end) for start, end in parse.sentences if _opens_line(parse, start) and _asks_you(parse, start)]
    if len(asked) < _QUESTIONS:
        return []
    answerer = _answerer(notes, asked[0][0])
    turns: list[Turn] = []
    for (start, end), following in zip(asked, [first for first, _ in asked[1:]] + [parse.size], strict=True):
        stop = _last_end(parse, end) if following == parse.size and end < parse.size else following
        turns.append(Turn(None, None, start, end, True))
        if end < stop and _FIRST.intersection(parse.lower[end:stop]):
            turns.append(Turn(answerer, None, end, stop, False))
    return turns


def _opens_line(parse: Parse, start: int) -> bool:
    """Whether a sentence begins a line."""
    return start == 0 or (parse.tag[start - 1] == "_SP" and "\n" in parse.doc[start - 1].text)


def _asks_you(parse: Parse, start: int) -> bool:
    end = parse.sent_end[start]
    return _is_question(parse, end) and bool(_SECOND.intersection(parse.lower[start:end]))


def _append(turns: list[Turn], turn: Turn) -> None:
    """Enter a turn; it goes on with the one before where that is the same speaker's and ends where it begins."""
    if turns and turns[-1].stop == turn.start and turns[-1].source == turn.source and turns[-1].asks == turn.asks:
        before = turns.pop()
        turn = Turn(before.source, before.cue, before.start, turn.stop, turn.asks)
    turns.append(turn)
