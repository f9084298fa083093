"""A grammar of time expressions: from words to readings, before anything is known about when the text was written.

Recursive descent over lower-cased tokens. A rule takes the index of a token and gives the end (exclusive) and the
reading, or None. It is only tried where a word can begin a time expression, so plain text costs a dictionary look-up a
token.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from newsgraph.language.english.times.readings import DAY_KINDS, PHRASE_END, Found, Reading, Step
from newsgraph.language.english.times.relative import RelativeRules

_DEEPEST = 4
"""`the last week of the first quarter of next year`: no expression holds more, one inside the other."""
_DATED = DAY_KINDS | {"month", "year", "season", "nth", "relative", "fixed", "part", "same"}
_STARTING = (
    "month", "month_short", "weekday", "weekday_short", "season", "deictic", "reference", "set", "clock_name", "part",
    "relative", "number", "vague", "ordinal", "units", "modifier", "edge",
)  # fmt: skip
_STARTERS = frozenset(
    "minute hour day week month decade the a an half every each fiscal [ year more very these fy".split()
)


class TimeGrammar(RelativeRules):
    """The grammar over one text."""

    def __init__(self, doc: Doc) -> None:
        super().__init__(doc)
        self.depth = 0
        w = self.words
        self.starters = _STARTERS | frozenset(w.holidays) | frozenset(word for name in _STARTING for word in w.of(name))

    def find(self) -> Iterator[Found]:
        """All expressions, from left to right, none over another."""
        low = self.low
        forms = set(low)
        starting = (forms & self.starters) | {w for w in forms if w[0] in "0123456789" or w[-1] in "0123456789"}
        after = 0
        for i in [i for i, word in enumerate(low) if word in starting]:
            if i >= after and (step := self.time(i)):
                yield Found(i, step[0], step[1])
                after = step[0]
                if step[1].kind == "day" and (second := self.second_day(after, step[1])) is not None:
                    yield Found(after + 1, second[0], second[1])
                    after = second[0]

    def time(self, i: int) -> Step | None:
        """Any time expression."""
        if (step := self.edge(i) or self.modified(i)) is not None:
            return step
        return self.joined(i)

    def edge(self, i: int) -> Step | None:
        """`the end of last year`, `the early hours of Sunday`, `year end`: as exact as the whole."""
        low = self.low
        if low[i] == "year":
            j = i + 1 if self.at(i + 1) not in ("-", "'s", "’s") else i + 2
            return (j + 1, Reading("holiday", value="12-31", relative="this")) if self.at(j) == "end" else None
        j = i + (low[i] == "the")
        if self.at(j) in ("very", "latter", "early", "later", "closing", "opening", "final", "first", "last"):
            j += 1
        if self.at(j) not in self.edges or self.at(j + 1) != "of":
            return None
        inside = self.joined(j + 2)
        if inside is not None and inside[1].kind in _DATED:
            return inside
        k = j + 2 + (self.at(j + 2) == "the")
        if self.at(k) in self.parts:
            return k + 1, Reading("part", part=self.parts[self.at(k)], relative="same")
        if self.at(k) == "day" and self.at(k + 1) in self.weekday:
            return self.weekday_phrase(k + 1)
        if self.at(k) in self.unit and self.at(k) not in ("second", "minute", "hour", "day", "millennium"):
            return k + 1, Reading("relative", unit=self.unit[self.at(k)], relative="the")
        return None

    def modified(self, i: int) -> Step | None:
        """`early 2019`, `late on Thursday`, `mid-January`, `later in the day`: as exact as the whole."""
        low, word = self.low, self.low[i]
        head, _, tail = word.partition("-")
        if tail.isdecimal() and len(tail) == 4 and head in ("mid", "early", "late", "pre", "post"):
            return i + 1, Reading("year", year=int(tail))
        if word not in self.modifiers:
            return None
        j = i + 1
        if self.at(j) == "-" or self.at(j) in ("on", "in"):
            j += 1
        if j >= len(low):
            return None
        if low[j] == "the" and low[j - 1] == "in" and self.at(j + 1) in self.season:
            return self.season_phrase(j + 1, bare=True)
        if low[j] == "the" and low[j - 1] == "in" and self.at(j + 1) in ("day", "week", "month", "year"):
            unit = self.unit[low[j + 1]]
            return j + 2, Reading("relative", unit=unit, relative="same" if unit == "day" else "the")
        inside = self.joined(j)
        if inside is None or inside[1].kind not in _DATED:
            if low[j] not in self.parts or low[j - 1] not in ("early", "late", "mid", "-"):
                return None
            part, k = self.parts[low[j]], j + 1 + (self.at(j + 1) in ("on", "of"))
            if (day := self.single(k)) is not None and day[1].kind in DAY_KINDS:
                return day[0], replace(day[1], part=part)
            return j + 1, Reading("part", part=part, relative="same")
        if word in ("earlier", "later") and inside[1].kind in ("month", "year", "fixed", "nth", "season"):
            return inside if inside[1].relative else None
        return inside

    def joined(self, i: int) -> Step | None:
        """A date with its time of day, or a time of day with its date."""
        step = self.single(i)
        if step is None:
            return None
        end, reading = step
        if reading.kind == "clock":
            if self.at(end) == "(" and (other := self.clock(end + 1)) is not None and self.at(other[0]) == ")":
                end = other[0] + 1
                step = end, reading
            j = end + (self.at(end) == "on")
            if self.at(end) in ("in", "at", "this") and (part := self.joined(end + (self.at(end) == "in"))) is not None:
                if part[1].kind in ("part", "deictic", "relative") and part[1].part:
                    return part[0], replace(part[1], clock=in_part(reading.clock or "", part[1].part))
                return step
            if j < len(self.low) and (day := self.single(j)) is not None and day[1].kind in DAY_KINDS:
                return day[0], replace(day[1], clock=reading.clock)
            return step
        if reading.kind not in DAY_KINDS or reading.part or reading.clock:
            return step
        j = end + (self.at(end) == "at" and self.at(end + 1) == "night")
        if (name := self.at(j)) in self.parts and self.at(j + 1) != "of":
            end, reading = j + 1, replace(reading, part=self.parts[name])
        if self.at(end) == "at" and self.at(end + 1) in ("dawn", "dusk"):
            return end + 2, replace(reading, part=self.parts[self.low[end + 1]])
        j = end
        if self.at(j) == ",":
            j += 1
        if self.at(j) in ("at", "around", "about"):
            j += 1
        if j < len(self.low) and (clock := self.clock(j)) is not None and (j == end or self.at(clock[0] - 1) != ","):
            return clock[0], replace(reading, clock=clock[1].clock, part=None)
        return end, reading

    def single(self, i: int) -> Step | None:
        """A time expression that is not joined from two."""
        if i >= len(self.low) or self.depth >= _DEEPEST:
            return None
        self.depth += 1
        step = self._single(i)
        self.depth -= 1
        return step

    def _single(self, i: int) -> Step | None:
        word = self.low[i]
        if word in self.words.holidays and (step := self.holiday(i)):
            return step
        if word[0] in "0123456789":
            return self.numeric(i) or self.counted(i)
        if word in self.month or word in self.month_short:
            return self.month_phrase(i)
        if word in self.weekday or word in self.weekday_short:
            return self.weekday_phrase(i)
        if word in self.season:
            return self.season_phrase(i)
        if word in self.deictic:
            return self.deictic_phrase(i)
        if word in ("the", "these", "of") or word in self.relative:
            if (step := self.determined(i)) is not None:
                return step
            return self.nth(i) if word in self.ordinal else None
        if word in self.ordinal and (step := self.nth(i)):
            return step
        if word in ("every", "each"):
            return self.recurrent(i)
        return self._vague(i)

    def _vague(self, i: int) -> Step | None:
        """What is dated by its word alone, by the clock, or by a count."""
        word = self.low[i]
        if word in self.sets:
            common = self.is_common(i) and self.doc[i].pos_ in ("ADJ", "ADV")
            return (i + 1, Reading("fixed", value=self.sets[word])) if common else None
        if word in self.references or word in ("more", "very"):
            return self.reference(i)
        if word in self.clock_name:
            return self.clock(i)
        if word in self.parts:
            before = self.at(i - 1) in ("in", "during") and self.at(i + 1) not in PHRASE_END
            return (i + 1, Reading("part", part=self.parts[word], relative="same")) if before else None
        if word in ("fiscal", "fy") or (word[0] in "qhf" and word[-1].isdecimal()):
            return self.fiscal(i)
        return self.counted(i)

    def reference(self, i: int) -> Step | None:
        """`recently`, `more recently`, `very soon`."""
        j = i + (self.low[i] in ("more", "very"))
        word = self.at(j)
        if word not in self.references or (word == "soon" and self.low[i] != "very"):
            return None
        return j + 1, Reading("fixed", value=self.references[word])


def in_part(clock: str, part: str) -> str:
    """A clock time of twelve hours in a part of the day: `8 o'clock in the evening` is 20."""
    hour = int(clock[:2])
    after_noon = part == "AF" or (part in ("EV", "NI") and hour > 4)
    return f"{hour + 12}{clock[2:]}" if after_noon and 0 < hour < 12 else clock
