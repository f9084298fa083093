"""A grammar of time expressions: from words to readings, before anything is known about when the text was written.

What expressions look like is told by the rows of `lexicons/time_patterns.tsv`; here stands what they ask beyond words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from typing import Any

from spacy.tokens import Doc

from newsgraph.language.english.times.lexicon import time_words
from newsgraph.language.english.times.patterns import GLUE, SPACE, Kept, Row, Rows, is_of_time, kept_of, rows_for
from newsgraph.language.english.times.readings import DAY_KINDS, Found, Reading
from newsgraph.language.words import words_of

_DEEPEST = 4
"""`the last week of the first quarter of next year`: no expression holds more, one inside the other."""
_INNER = {
    "date": DAY_KINDS | {"month", "year", "season", "nth", "relative", "fixed", "same"}, "month": frozenset(("month",)),
    "day": DAY_KINDS, "monthday": frozenset(("day",)), "base": frozenset(("year", "month", "relative")),
    "year": frozenset(("year", "relative", "shifted")),
}  # fmt: skip
"""The kinds of readings of the expressions that stand at the end of a pattern."""
_COMMON = frozenset(("the", "that", "a", "an"))
"""Words that begin expressions only before other words of time."""
_NO_ROWS: Rows = (re.compile("(?!)"), ())
_YEAR = re.compile(r"\d{4}")
_NAMES = frozenset("april may june august march".split())
_BEFORE_NOUN = frozenset("the a an its 's ’s".split())
_BEFORE_MONTH = frozenset(
    "in since by until till from of during through to for before after between late early mid last next this past "
    "as and or the a an its 's ’s ( - – — , every each around".split()
)
_BEFORE_YEAR = frozenset(
    "in since by until till from of during between after before early late mid through to and for circa or than "
    "( year ’ ' about around as back beyond on".split()
)
_SURE_BEFORE_YEAR = frozenset("in since until till during circa ( year early late mid".split())
_MEASURES = frozenset(
    "metre meter foot mile km kilometre kilometer page word seat strong degree dollar euro pound mark".split()
)
_OF_YEAR = frozenset("levels prices figures elections talks polls protests".split())
_COUNTED_BEFORE = frozenset("$ € £ # no. over nearly almost than at".split())
_COUNTED_AFTER = frozenset("% percent per million billion people year".split())
_BEFORE_SEASON = frozenset("in since until by from early late mid during before".split())
_HALVED = frozenset(("hour", "year", "decade", "century", "day", "minute"))
_NOT_LENGTH = frozenset("- of when for in".split())
_AFTER_DAY = frozenset(". , ; : ! ? ) ] \" ' ” ’ '' and but or ago after before earlier later to".split())
_NOT_AFTER_DAY = frozenset("am pm a.m. p.m. % - : million billion".split())


class TimeGrammar:
    """The grammar over one text."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        words = words_of(doc)
        self.low = words.lower
        self._text = words.text
        self._depth = 0
        parts = [word + (SPACE if space else GLUE) for word, space in zip(self.low, words.space, strict=True)]
        self._line = "".join(parts)
        self._rows = rows_for(set(self.low))
        self._starts = list(accumulate(map(len, parts), initial=0))
        """Where each token begins in the line, and where the line ends."""

    def find(self) -> Iterator[Found]:
        """All expressions, from left to right, none over another."""
        end, low, rows = 0, self.low, self._rows
        starts = [i for i, word in enumerate(low) if word in rows]
        for i in [i for i in starts if low[i] not in _COMMON or is_of_time(self.at(i + 1))]:
            begins = i >= end and rows[low[i]][0].match(self._line, self._starts[i])
            found = self._joined(i, outer=True) if begins else None
            while found is not None:
                yield found
                end = found.end
                found = self._second_day(end, found.reading) if found.reading.kind == "day" else None

    def at(self, i: int) -> str:
        """The word at an index, lower-cased; empty outside of the text."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def _joined(self, i: int, *, outer: bool = False) -> Found | None:
        """A date with its time of day, or a time of day with its date."""
        found = self._single(i, outer=outer)
        if found is None:
            return None
        reading, end = found.reading, found.end
        if reading.kind == "clock":
            day = self._single(end + (self.at(end) == "on"))
            if day is not None and day.reading.kind in DAY_KINDS:
                return Found(i, day.end, replace(day.reading, clock=reading.clock))
            return found
        if reading.kind not in DAY_KINDS or reading.part or reading.clock:
            return found
        part = end + (self.at(end) == "at" and self.at(end + 1) == "night")
        if (name := time_words().of("part").get(self.at(part))) and self.at(part + 1) != "of":
            end, reading = part + 1, replace(reading, part=name)
        beside = end + (self.at(end) == ",")
        beside += self.at(beside) in ("at", "around", "about")
        clock = self._single(beside)
        if clock is not None and clock.reading.kind == "clock":
            return Found(i, clock.end, replace(reading, clock=clock.reading.clock, part=None))
        return Found(i, end, reading)

    def _single(self, i: int, *, outer: bool = False, year: bool = False) -> Found | None:
        """An expression that is not joined from two; the outer ones hold others. Or one that is surely a year."""
        if i >= len(self.low) or self._depth >= _DEEPEST:
            return None
        if year and _YEAR.fullmatch(self.low[i]) and 1000 <= int(self.low[i]) <= 2100:
            return Found(i, i + 1, Reading("year", year=int(self.low[i])))
        self._depth += 1
        found = None
        any_row, rows = self._rows.get(self.low[i], _NO_ROWS)
        if any_row.match(self._line, self._starts[i]):
            found = next(filter(None, (self._match(row, i) for row in rows if outer or not row.outer)), None)
        self._depth -= 1
        return found

    def _match(self, row: Row, i: int) -> Found | None:
        """What a row finds at a word."""
        if row.before and (self.at(i - 1) in row.before) == row.others_before:
            return None
        match = row.pattern.match(self._line, self._starts[i])
        if match is None or (kept := kept_of(match)) is None:
            return None
        end, inner = bisect_left(self._starts, match.end()), None
        if row.inner:
            inner = self._inner(row.inner, end)
            if inner is None:
                return None
        told = inner.reading if inner is not None else None
        for name in row.tests:
            test, _, field = name.partition(":")
            at = bisect_right(self._starts, match.start(field)) - 1 if field else i
            if not getattr(self, f"is_{test}")(at, range(i, end), kept, told):
                return None
        reading = _reading(row, kept, told)
        return None if reading is None else Found(i, end if inner is None else inner.end, reading)

    def _inner(self, sort: str, i: int) -> Found | None:
        """An expression of a sort that stands at a word."""
        sure = sort in ("year", "base")
        found = self._single(i, year=sure) if sort not in ("date", "base") else None
        if sort in ("date", "base"):
            found = (self._single(i, year=True) if sure else None) or self._joined(i)
        if found is None or found.reading.kind not in _INNER[sort] or (sort == "base" and found.reading.value):
            return None
        reading = found.reading
        if sort == "year" and reading.kind != "year" and reading.unit != "year":
            return None
        return None if sort == "monthday" and reading.month is None else found

    def _second_day(self, i: int, first: Reading) -> Found | None:
        """`November 16 | and 17`: the second day of a month that is only named once."""
        if first.last_day is not None or first.part or first.clock or self.at(i) not in ("and", "or"):
            return None
        if not re.fullmatch(r"\d\d?", self.at(i + 1)) or self.low[i - 1] in time_words().of("month"):
            return None
        day = int(self.at(i + 1))
        if not 0 < day < 32 or self.is_noun(i + 2) or self.at(i + 2) in _NOT_AFTER_DAY or self._single(i + 1):
            return None
        year = self._single(i + 3, year=True) if self.at(i + 2) == "," else None
        reading = replace(first, day=day, weekday=None, year=year.reading.year if year is not None else first.year)
        return Found(i + 1, i + 2 if year is None else year.end, reading)

    def is_noun(self, i: int) -> bool:
        """Whether the word at an index, if there is one, is a noun or an adjective before one."""
        return i < len(self.low) and self.doc[i].pos_ in ("NOUN", "PROPN", "ADJ")

    # The tests of rows, each of which gets the word that it is about, the words that were found, what is kept of them,
    # and the reading of the expression at its end.

    def is_capital(self, i: int, *_: Any) -> bool:
        """Whether a word is written with a capital, or with digits."""
        return self._text[i][0].isupper() or self.low[i][0].isdecimal()

    def is_named(self, i: int, *_: Any) -> bool:
        """Whether a name is no person's: "Easter" may be one."""
        return self.doc[i].ent_type_ != "PERSON"

    def is_common(self, i: int, *_: Any) -> bool:
        """Whether "daily" and the like are no part of a name, and no noun."""
        return (not self.is_capital(i) or bool(self.doc[i].is_sent_start)) and self.doc[i].pos_ in ("ADJ", "ADV")

    def is_free(self, i: int, *_: Any) -> bool:
        """Whether "last" and "next" are no verbs (`to last 10 minutes`) and belong to nobody (`his last week`)."""
        if self.low[i] not in ("last", "next"):
            return True
        return self.doc[i].pos_ != "VERB" and (not i or self.doc[i - 1].tag_ not in ("PRP$", "POS"))

    def is_near(self, i: int, *_: Any) -> bool:
        """Whether it is not pointed to with "that"."""
        return self.low[i] != "that"

    def is_nonoun(self, i: int, span: range, *_: Any) -> bool:
        """Whether no noun follows."""
        return not self.is_noun(span.stop)

    def is_until(self, i: int, span: range, *_: Any) -> bool:
        """Whether a second day is one: not in `May 2 to 5 percent`."""
        last = self.low[span.stop - 1]
        return not {"-", "–"}.isdisjoint(self.low[i : span.stop]) or len(last) == 4 or not self.is_noun(span.stop)

    def is_points(self, i: int, span: range, kept: Kept, inner: Reading) -> bool:
        """Whether "earlier" and "later" stand before a time pointed to: "earlier this year", not "later 2019"."""
        return inner.kind not in ("month", "year", "fixed", "nth", "season") or bool(inner.relative)

    def is_month(self, i: int, *_: Any) -> bool:
        """Whether a word is a month, not the modal `may`, the verb `march`, or a woman called April."""
        token = self.doc[i]
        if token.ent_type_ == "PERSON":
            return False
        if self.low[i] in _NAMES and self.at(i - 1) not in _BEFORE_MONTH:
            return token.ent_type_ == "DATE" and self.low[i] != "may"
        if self.low[i] == "may" and self.at(i - 1) in _BEFORE_NOUN and not self.is_noun(i + 1):
            return False
        return self.low[i] not in ("may", "march") or token.tag_ in ("NNP", "NNPS", "NN")

    def is_loose(self, i: int, *_: Any) -> bool:
        """Whether a season is not the first part of a noun: "summer camp"."""
        return self.doc[i].dep_ != "compound"

    def is_season(self, i: int, *_: Any) -> bool:
        """Whether "spring" and "fall" are seasons."""
        token = self.doc[i]
        if token.tag_ != "NN" or token.dep_ == "compound" or (self.is_capital(i) and not token.is_sent_start):
            return False
        return self.at(i - 1) in _BEFORE_SEASON or (
            self.low[i] != "fall" and token.dep_ in ("nsubj", "npadvmod") and token.left_edge.i == i
        )

    def is_length(self, i: int, span: range, kept: Kept, *_: Any) -> bool:
        """Whether what is counted in units of time is a length: not "a second", "few weekends", "one day"."""
        unit, count, number, after = kept["unit"], kept.get("count"), self.low[span.start : i], self.at(i + 1)
        if unit in ("weekend", "quarter") and count is None:
            return False
        if self.low[i] in time_words().of("units"):
            if self.low[span.start] in time_words().of("vague") and self.at(span.start - 1) == "as":
                return False
            return count not in (0.5, 1) or {"a", "an", "half"}.isdisjoint(number)
        if unit == "second":
            return False
        if "half" in number and "and" not in number:
            return unit in _HALVED
        if unit == "day" and count == 1 and after not in _AFTER_DAY and self.low[i - 1] != "-":
            return False
        if count == 1 and not {"a", "an"}.isdisjoint(number):
            return unit not in ("quarter", "weekend") and after not in _NOT_LENGTH
        return count == 1 or self.low[i - 1] == "-" or self.is_noun(i + 1)

    def is_year(self, i: int, *_: Any) -> bool:
        """Whether the words around a number of four digits do not make it a number."""
        word, token, before, after = self.low[i], self.doc[i], self.at(i - 1), self.at(i + 1)
        if after in ("-", "–") and _YEAR.fullmatch(self.at(i + 2)) and word < self.low[i + 2] < "2101":
            return True
        if before in _COUNTED_BEFORE or after in time_words().of("units") or after in _COUNTED_AFTER:
            return False
        if after == "-" and (
            self.at(i + 2) in time_words().of("unit") or (not token.whitespace_ and not self.at(i + 2)[:1].isdecimal())
        ):
            return False
        dated = token.ent_type_ == "DATE"
        if token.dep_ == "nummod" and token.head.i > i and token.head.tag_ == "NNS":
            told_of = any(c.dep_ in ("det", "poss") for c in token.head.lefts)
            if not (told_of or after in _OF_YEAR) or not dated:
                return False
        if before in ("about", "around") and not dated:
            return False
        if dated or before in _SURE_BEFORE_YEAR:
            return True
        if before in ("the", "a", "'s", "’s", "its") and "1900" <= word <= "2050" and self._is_of_year(i + 1):
            return True
        if word >= "1800" and before in _BEFORE_YEAR and token.dep_ in ("pobj", "conj", "nummod", "pcomp", "npadvmod"):
            return token.ent_type_ not in ("MONEY", "QUANTITY", "PERCENT")
        if "1900" <= word <= "2050" and token.ent_type_ in ("EVENT", "LAW"):
            return True
        named = token.ent_type_ in ("ORG", "") and i > 0 and self.doc[i - 1].pos_ == "PROPN"
        return named and "1950" <= word <= "2040"

    def _is_of_year(self, i: int) -> bool:
        """Whether the word after a year is what happened in it: `the 2016 summit`, not `the 2000 troops`."""
        if i >= len(self.low) or self.low[i] in _MEASURES:
            return False
        token = self.doc[i]
        return token.tag_ in ("NN", "NNP", "JJ") and not (token.dep_ == "amod" and token.head.tag_ == "NNS")


def _reading(row: Row, kept: Kept, inner: Reading | None) -> Reading | None:
    """What a row says."""
    kept = {**kept, **row.said}
    match row.kind:
        case "=":
            assert inner is not None
            return replace(inner, **kept)
        case "century":
            count = kept["count"]
            return Reading("fixed", value=f"{count - 1:02d}") if 9 < count < 30 else None
        case "fiscal":
            return Reading("fixed", value=f"FY{kept['year']}")
        case "nth":
            unit = kept.pop("base_unit", None)
            return Reading("nth", base=Reading("relative", unit=unit, relative="the") if unit else inner, **kept)
        case "same":
            return Reading("same", base=inner)
        case "fixed" if "value" not in kept:
            return Reading("fixed")
    return Reading(row.kind, **kept)
