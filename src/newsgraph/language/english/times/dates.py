"""The grammar of calendar dates, holidays and seasons."""

from __future__ import annotations

import re
from dataclasses import replace

from newsgraph.language.english.times.clocks import ClockRules
from newsgraph.language.english.times.readings import Reading, Step
from newsgraph.language.english.times.years import YearRules

_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_DAY_RANGE = re.compile(r"(\d{1,2})[-–](\d{1,2})")
_YEAR = re.compile(r"\d{4}")
_YEARS = re.compile(r"(\d{4})[-–/](\d{4}|\d\d)")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d)(?::\d\d)?(?:\.\d+)?(Z)?.*)?", re.IGNORECASE)
_NOT_AFTER_DAY = frozenset("am pm a.m. p.m. % - : million billion".split())
_TO_DAY = frozenset("- – to through until till".split())
_SLASHED = re.compile(r"(\d{1,4})([/.])(\d{1,2})\2(\d{4}|\d{1,2})")
_YEAR_SHIFT = {"last": -1, "this": 0, "next": 1}


class DateRules(ClockRules, YearRules):
    """Rules for dates."""

    def numeric(self, i: int) -> Step | None:
        """What begins with a digit and is a date, a clock time or a year."""
        word = self.low[i]
        if (step := self._written(i)) is not None:
            return step
        if (clock := self.clock(i)) is not None:
            return clock
        if (step := self.day_month(i)) is not None:
            return step
        if (step := self.decade(i)) is not None:
            return step
        count = self.ordinal_digits(word)
        if count is not None:
            j = i + 1 + (self.at(i + 1) == "-")
            if self.at(j) == "century" and 9 < count < 30:
                return j + 1, Reading("fixed", value=f"{count - 1:02d}")
            return None
        return self.year(i)

    def _written(self, i: int) -> Step | None:
        """`2025-06-04`, `04/06/2025`, `2003–2008`: numbers without white space between."""
        j = i + 1
        while self.at(j) and j < i + 6 and self.glued(j - 1) and (self.low[j] in "-–/" or self.low[j][0].isdecimal()):
            j += 1
        text = "".join(self.doc[k].text for k in range(i, j))
        if (match := _ISO.fullmatch(text)) and "1000" <= match[1] < "3000":
            clock = (match[4] + (match[5] or "").upper()) if match[4] else None
            return j, Reading("day", year=int(match[1]), month=int(match[2]), day=int(match[3]), clock=clock)
        if match := _SLASHED.fullmatch(text):
            return self._slashed(j, match)
        if (match := _YEARS.fullmatch(text)) and (j == i + 1 or len(match[2]) == 2):
            first, last = int(match[1]), int(match[2])
            if len(match[2]) == 2:
                last += first // 100 * 100
                if last <= first:
                    return None
            return (j, Reading("fixed", value=f"{first}/{last}")) if 1500 < first < last < 2101 else None
        return None

    @staticmethod
    def _slashed(end: int, match: re.Match[str]) -> Step | None:
        """A date in digits; without a value where month and day could change places."""
        first, second, third = int(match[1]), int(match[3]), int(match[4])
        if len(match[1]) == 4:
            year, month, day = first, second, third
        elif len(match[4]) == 4 and first < 32:
            year, month, day = third, first, second
            if match[2] == "." or first > 12:
                month, day = second, first
            elif second < 13 and first != second:
                return end, Reading("day", year=year)
        else:
            return None
        fits = 0 < month < 13 and 0 < day < 32 and 1000 <= year < 3000
        return (end, Reading("day", year=year, month=month, day=day)) if fits else None

    def day_month(self, i: int) -> Step | None:
        """`4 June 2025`, `4th of June`, `11-13 December`."""
        match = _DAY.fullmatch(self.low[i])
        day, last, j = (int(match[1]), None, i + 1) if match else (0, None, i + 1)
        if match is None:
            if (span := _DAY_RANGE.fullmatch(self.low[i])) is None:
                return None
            day, last = int(span[1]), int(span[2])
        elif self.at(j) in ("-", "–", "to") and (other := _DAY.fullmatch(self.at(j + 1))):
            day, last, j = int(match[1]), int(other[1]), j + 2
        elif self.at(j) in ("and", "or") and _DAY.fullmatch(self.at(j + 1)):
            whole = self.day_month(j + 1) if self.at(j + 2) not in ("and", "or") else None
            return None if whole is None or not 0 < day < 32 else (j, replace(whole[1], day=day, last_day=None))
        if self.at(j) == "of":
            j += 1
        name = self.at(j)
        if not 0 < day < 32 or not (last is None or day < last < 32):
            return None
        if (name in self.month and self.is_capital(j)) or name in self.month_short:
            return self.day_of_month(j, day, last)
        return None

    def day_of_month(self, j: int, day: int, last: int | None) -> Step:
        """The month at `j` whose day is known, and the year after it."""
        month = self.month.get(self.low[j]) or self.month_short[self.low[j]]
        reading = Reading("day", month=month, day=day, last_day=last)
        year = self.at(j + 1)
        if len(year) == 2 and year.isdecimal() and self.at(j + 2)[:1] in ("(", ")", "-", "–", "—", "\n", ""):
            return j + 2, replace(reading, year=_full_year(int(year)))
        return self._with_year(j + 1, reading)

    def second_day(self, i: int, first: Reading) -> Step | None:
        """`November 16 | and 17`: the second day of a month that is only named once."""
        if first.last_day is not None or first.part or first.clock or self.at(i) not in ("and", "or"):
            return None
        match = _DAY.fullmatch(self.at(i + 1))
        if match is None or not 0 < int(match[1]) < 32 or self.is_noun(i + 2) or self.low[i - 1] in self.month:
            return None
        if self.at(i + 2) in _NOT_AFTER_DAY or self.day_month(i + 1) is not None:
            return None
        return self._with_year(i + 2, replace(first, day=int(match[1]), weekday=None))

    def month_phrase(self, i: int) -> Step | None:
        """`June 4, 2025`, `Dec. 6th`, `May 15-24`, `June 2025`, `June`."""
        low = self.low
        if not self.is_capital(i):
            return None
        month = self.month.get(low[i]) or self.month_short[low[i]]
        j = i + 1
        if low[i] in self.month_short and self.at(j) == ".":
            j += 1
        word = self.at(j)
        if match := _DAY.fullmatch(word):
            day, last, end = int(match[1]), None, j + 1
            if (other := self._last_day(end, day)) is not None:
                last, end = other, end + 2
            if not 0 < day < 32 or not (last is None or day < last < 32):
                return None
            reading = Reading("day", month=month, day=day, last_day=last)
            if self.at(end) in ("and", "or") and _DAY.fullmatch(self.at(end + 1)) and self.at(end + 2) == ",":
                reading = replace(reading, year=self._with_year(end + 2, reading)[1].year)
            return self._with_year(end, reading)
        if (match := _DAY_RANGE.fullmatch(word)) and 0 < int(match[1]) < int(match[2]) < 32:
            return self._with_year(j + 1, Reading("day", month=month, day=int(match[1]), last_day=int(match[2])))
        if low[i] in self.month_short and not (_YEAR.fullmatch(word) and low[i] not in ("mar", "jun")):
            return None
        if not self.is_month(i) and not _YEAR.fullmatch(word):
            return None
        return self._with_year(j, Reading("month", month=month))

    def _last_day(self, i: int, day: int) -> int | None:
        """The second day in `May 15-24`, `May 2 to 5, 2025`, `May 2 through 5`; none in `May 2 to 5 percent`."""
        match = _DAY.fullmatch(self.at(i + 1))
        if match is None or self.at(i) not in _TO_DAY:
            return None
        is_count = self.is_noun(i + 2) or self.at(i + 2) in _NOT_AFTER_DAY or int(match[1]) <= day
        return None if is_count and self.at(i) not in ("-", "–") else int(match[1])

    def _with_year(self, j: int, reading: Reading) -> Step:
        k = j + (self.at(j) in (",", "of", "in") or (self.at(j) == "." and self.low[j - 1] in self.month_short))
        word = self.at(k)
        if _YEAR.fullmatch(word) and 1000 <= int(word) <= 2100 and not (
            k > j and self.low[j] == "," and self.at(k + 1) in self.units
        ):  # fmt: skip
            return k + 1, replace(reading, year=int(word))
        if word in ("'", "’") and len(self.at(k + 1)) == 2 and self.at(k + 1).isdecimal():
            return k + 2, replace(reading, year=_full_year(int(self.low[k + 1])))
        if len(word) == 3 and word[0] in "'’" and word[1:].isdecimal():
            return k + 1, replace(reading, year=_full_year(int(word[1:])))
        if word in _YEAR_SHIFT and self.at(k + 1) == "year":
            return j, replace(reading, year_shift=_YEAR_SHIFT[word])
        return j, reading

    def weekday_phrase(self, i: int) -> Step | None:
        """`Monday`, `Sunday, January 20, 2008`, `Monday 19 December`."""
        low = self.low
        if not self.is_capital(i):
            return None
        short = low[i] in self.weekday_short
        weekday = self.weekday_short[low[i]] if short else self.weekday[low[i]]
        j = i + 1 + (self.at(i + 1) == ",") + (short and self.at(i + 1) == ".")
        if self.at(j) == "the":
            j += 1
        word = self.at(j)
        step: Step | None = None
        if word in self.month or word in self.month_short:
            step = self.month_phrase(j)
        elif word[:1].isdecimal():
            step = self.day_month(j) or self._written(j)
        if step is not None and step[1].kind == "day":
            return step[0], replace(step[1], weekday=weekday)
        if short and self.at(i + 1) != ".":
            return None
        return i + 1 + (short and self.at(i + 1) == "."), Reading("weekday", weekday=weekday)

    def season_phrase(self, i: int, bare: bool = False) -> Step | None:
        """`spring 2024`, `the summer of 2017`, `in spring`."""
        season = self.season[self.low[i]]
        k = i + 1 + (self.at(i + 1) in ("of", ","))
        word = self.at(k)
        if _YEAR.fullmatch(word) and 1000 <= int(word) <= 2100:
            return k + 1, Reading("season", value=season, year=int(word))
        if word in _YEAR_SHIFT and self.at(k + 1) == "year":
            return k + 2, Reading("season", value=season, year_shift=_YEAR_SHIFT[word])
        token = self.doc[i]
        if self.at(i + 1) == "of":
            return None
        if bare:
            return (i + 1, Reading("season", value=season)) if token.dep_ != "compound" else None
        if token.tag_ != "NN" or token.dep_ == "compound" or not self.is_common(i):
            return None
        before = self.at(i - 1)
        if before in ("in", "since", "until", "by", "from", "early", "late", "mid", "during", "before") or (
            self.low[i] in ("spring", "summer", "autumn", "winter") and token.dep_ in ("nsubj", "npadvmod")
            and token.left_edge.i == i
        ):  # fmt: skip
            return i + 1, Reading("season", value=season)
        return None

    def deictic_phrase(self, i: int) -> Step | None:
        """`today`, `yesterday`, `tomorrow`, `tonight`, `earlier today`."""
        word = self.low[i]
        if self.is_capital(i) and self.at(i - 1) == "usa":
            return None
        part = "NI" if word == "tonight" else None
        return i + 1, Reading("deictic", count=self.deictic[word], part=part)

    def holiday(self, i: int) -> Step | None:
        """`Christmas Day`, `Thanksgiving`, with a year after it or not."""
        if not (self.is_capital(i) or self.low[i][0].isdecimal()) or self.doc[i].ent_type_ == "PERSON":
            return None
        for words, rule in self.words.holidays[self.low[i]]:
            end = i + len(words)
            if tuple(self.low[i:end]) == words:
                step = self._with_year(end, Reading("holiday", value=rule))
                return step if rule.count("-") < 2 else (end, Reading("fixed", value=rule))
        return None


def _full_year(short: int) -> int:
    return 2000 + short if short < 50 else 1900 + short
