"""The grammar of time that points: this week, the following day, the same month of another year, the third quarter."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace

from newsgraph.language.english.times.counts import CountRules
from newsgraph.language.english.times.dates import DateRules
from newsgraph.language.english.times.readings import DAY_KINDS, PHRASE_END, Reading, Step

_DURING = frozenset("in during by through throughout since until before".split())
_REFERENCES = {"past": "PAST_REF", "future": "FUTURE_REF", "present": "PRESENT_REF"}
_PERIODS = frozenset("period time month week day quarter season stage point".split())
_THROUGHOUT = frozenset("entire whole full".split())
_SHIFTED = frozenset("this last next".split())
_TERMS = frozenset("long medium short longer near".split())
_SMALL = frozenset("second minute hour millennium fortnight".split())


class RelativeRules(DateRules, CountRules):
    """Rules for what is told relative to another time, and for the nth unit of a longer one."""

    @abstractmethod
    def single(self, i: int) -> Step | None:
        """A time expression that is not joined from two."""

    @abstractmethod
    def joined(self, i: int) -> Step | None:
        """A date with its time of day, or a time of day with its date."""

    def determined(self, i: int) -> Step | None:
        """What begins with `the`, `this`, `last`, `next`, `past`, `previous`, `following`, `same`, `that`."""
        low = self.low
        the = low[i] == "the"
        j = i + the
        word = self.at(j)
        if low[i] == "these":
            return (i + 2, Reading("fixed", value="PRESENT_REF")) if self.at(i + 1) == "days" else None
        relative = self.relative.get(word)
        if relative is None:
            return self.after_the(i) if the else None
        if not the and relative in ("last", "next") and self.is_bound(i):
            return None
        j += 1
        if relative == "this" and self.at(j) in ("past", "coming", "same"):
            relative = {"past": "last", "coming": "next", "same": "same"}[low[j]]
            j += 1
        if the and relative in ("last", "this") and (step := self.nth(i + 1, with_base=True)) is not None:
            return step
        return self._told_of(i, j, the, relative)

    def _told_of(self, i: int, j: int, the: bool, relative: str) -> Step | None:
        """What stands behind `last`, `next` and the like at a word: a unit, a part, a name of a time, a length."""
        low = self.low
        word = self.at(j)
        nearest = {"past": "last", "coming": "next"}.get(relative, relative)
        if word in self.unit or (word == "years" and not the and relative in _SHIFTED and self.is_noun(j + 1)):
            return self.relative_unit(i, j, the, relative)
        if word in self.parts:
            told = "following" if the and relative == "next" else nearest
            return j + 1, Reading("part", part=self.parts[word], relative=told)
        if word in self.weekday and low[i] != "that":
            inside = self.weekday_phrase(j)
            return None if inside is None else (inside[0], replace(inside[1], relative=nearest))
        if (word in self.month or word in self.season) and relative != "same":
            inside = self.month_phrase(j) if word in self.month else self.season_phrase(j, bare=True)
            return None if inside is None else (inside[0], replace(inside[1], relative=nearest))
        if word in self.words.holidays and relative in ("this", "last", "next") and (step := self.holiday(j)):
            return step[0], replace(step[1], relative=relative)
        if relative in ("last", "past", "next", "coming", "previous", "following"):
            if (length := self.length(j)) is not None and self.at(length[0]) != "of":
                return length
            if word in self.units and relative not in ("last", "previous"):
                return j + 1, Reading("length", unit=self.units[word])
            if the and word in PHRASE_END and low[j - 1] in _REFERENCES:
                return j, Reading("fixed", value=_REFERENCES[low[j - 1]])
        if relative == "same" and word in _PERIODS:
            return self.same_period(j + 1)
        return None

    def relative_unit(self, i: int, j: int, the: bool, relative: str) -> Step | None:
        """`this week`, `last year`, `the past month`, `the following day`, `the same month a year ago`."""
        unit = self.unit.get(self.low[j], "year")
        if unit in _SMALL:
            return (j + 1, Reading("length", unit=unit, count=1)) if relative in ("last", "past", "next") else None
        if unit == "day" and relative in ("last", "next") and not (the and relative == "next"):
            return None
        if relative == "same" and unit != "day" and (step := self.same_period(j + 1)) is not None:
            return step
        if self.low[i] == "that" and unit in ("quarter", "century"):
            return None
        long = relative == "past" or (the and relative in ("last", "coming"))
        if the and relative == "next":
            long = self.at(i - 1) in ("over", "within", "during", "for", "in") and unit != "day"
            relative = "following"
        if long and unit not in ("quarter", "weekend"):
            return j + 1, Reading("length", unit=unit, count=1)
        if relative == "past":
            relative = "last"
        reading = Reading("relative", unit=unit, relative="next" if relative == "coming" else relative)
        part = self.at(j + 1)
        if unit == "day" and part in self.parts:
            return j + 2, replace(reading, part=self.parts[part])
        return j + 1, reading

    def same_period(self, i: int) -> Step | None:
        """`the same period | last year`, `the same month | a year ago`."""
        j = i + (self.at(i) in ("of", "in"))
        if j >= len(self.low):
            return None
        base = self.year(j, sure=True) or self.single(j)
        if base is None or not (base[1].kind == "year" or base[1].unit == "year") or base[1].kind == "length":
            return None
        return base[0], Reading("same", base=base[1])

    def after_the(self, i: int) -> Step | None:
        """What follows `the` without a relative word."""
        low, j = self.low, i + 1
        word = self.at(j)
        if not word:
            return None
        if word in ("early", "mid", "late"):
            return self.decade(j + 1 + (self.at(j + 1) == "-"))
        if (step := self.decade(j) or self.nth(j)) is not None:
            return step
        if word in ("day", "year", "month", "week", "night") and ((step := self.beside(j)) or word != "night"):
            return step
        if word == "weekend":
            return j + 1, Reading("relative", unit="weekend", relative="the")
        if word in _THROUGHOUT and self.at(j + 1) in ("year", "month", "week", "day"):
            return j + 2, Reading("relative", unit=low[j + 1], relative="same")
        if word in self.parts:
            if self.at(j + 1) in ("of", "on") and (day := self.joined(j + 2)) is not None and day[1].kind in DAY_KINDS:
                return day[0], replace(day[1], part=self.parts[word])
            if self.at(i - 1) in ("in", "during") and self.at(j + 1) != "of":
                return j + 1, Reading("part", part=self.parts[word], relative="same")
            return None
        if word in self.season and self.at(i - 1) in _DURING:
            return self.season_phrase(j, bare=True)
        if word[0] in "0123456789" and self.at(j + 1) == "of":
            return self.numeric(j)
        number = self.ordinal_digits(word)
        named = self.at(i - 1) in ("on", "by", "until") and not self.is_noun(j + 1)
        if number is not None and 0 < number < 32 and named:
            return (j + 1, Reading("day", day=number)) if self.at(j + 1) != "-" else None
        if word in _TERMS and self.at(j + 1) == "term" and self.at(j + 2) in PHRASE_END:
            return j + 2, Reading("fixed", value="FUTURE_REF")
        k = j + (word in ("near", "foreseeable", "distant", "not"))
        if self.at(k) in ("future", "present") and self.at(k + 1) in PHRASE_END and self.at(i - 1) != "of":
            return k + 1, Reading("fixed", value=_REFERENCES[low[k]])
        return None

    def beside(self, j: int) -> Step | None:
        """`the day before yesterday`, `the day after`, `the year before`."""
        side = self.at(j + 1)
        if side in ("previous", "prior"):
            side = "before"
        if side not in ("before", "after"):
            return None
        if self.low[j] == "day" and self.at(j + 2) in ("yesterday", "tomorrow"):
            return j + 3, Reading("deictic", count=-2 if self.low[j + 2] == "yesterday" else 2)
        if self.at(j + 2) not in PHRASE_END:
            return None
        relative = "previous" if side == "before" else "following"
        if self.low[j] == "night":
            return j + 2, Reading("part", part="NI", relative=relative)
        return j + 2, Reading("relative", unit=self.low[j], relative=relative)

    def nth(self, i: int, with_base: bool = False) -> Step | None:
        """`first quarter of 2009`, `third-quarter`, `last week of March`, `21st century`, `fourth of July`."""
        word = self.at(i)
        count = self.ordinal.get(word) or self.ordinal_digits(word)
        if count is None:
            return None
        j = i + 1 + (self.at(i + 1) == "-")
        noun = self.at(j)
        if noun == "of" and 0 < count < 32 and self.at(j + 1) in self.month:
            return self.day_of_month(j + 1, count, None)
        if noun == "century":
            return (j + 1, Reading("fixed", value=f"{count - 1:02d}")) if 9 < count < 30 else None
        if noun not in ("quarter", "half", "week", "weekend", "day", "month") and noun not in self.weekday:
            return None
        if noun in ("quarter", "half") and not -2 < count < 5:
            return None
        k = j + 1 + (self.at(j + 1) in ("of", "in"))
        base = (self.year(k, sure=True) or self.joined(k)) if k < len(self.low) else None
        if base is not None and base[1].kind in ("year", "month", "relative", "fixed") and base[1].value is None:
            return base[0], self._nth(noun, count, base[1])
        if base is not None and base[1].value and base[1].value.startswith("FY") and noun == "quarter":
            return base[0], Reading("fixed", value=base[1].value + f"-Q{count}" if count > 0 else base[1].value)
        if k == j + 2 and self.at(k) == "the" and self.at(k + 1) in ("year", "month"):
            return k + 2, self._nth(noun, count, Reading("relative", unit=self.low[k + 1], relative="the"))
        if with_base or noun not in ("quarter", "half") or count == -1:
            return None
        if (noun == "half" and self.low[j - 1] != "-" and self.at(i - 1) != "the") or self.at(j + 1) == "of":
            return None
        return (j + 1, self._nth(noun, count, None)) if noun == "quarter" else None

    def _nth(self, noun: str, count: int, base: Reading | None) -> Reading:
        if noun in self.weekday:
            return Reading("nth", unit="weekday", weekday=self.weekday[noun], count=count, base=base)
        return Reading("nth", unit=noun, count=count, base=base)

    def fiscal(self, i: int) -> Step | None:
        """`fiscal 2010`, `fiscal year 2010`, `FY2010`, `Q1 2009`, `H1`."""
        word = self.low[i]
        if word in ("fiscal", "fy"):
            j = i + 1 + (self.at(i + 1) == "year")
            year = self.at(j)
            return (j + 1, Reading("fixed", value=f"FY{year}")) if year.isdecimal() and len(year) == 4 else None
        if word.startswith("fy") and word[2:].isdecimal() and len(word) in (4, 6):
            return i + 1, Reading("fixed", value="FY" + word[2:] if len(word) == 6 else "FY20" + word[2:])
        if len(word) == 2 and ((word[0] == "q" and word[1] in "1234") or (word[0] == "h" and word[1] in "12")):
            unit = "quarter" if word[0] == "q" else "half"
            k = i + 1 + (self.at(i + 1) in ("of", "in", ","))
            base = (self.year(k, sure=True) or self.single(k)) if k < len(self.low) else None
            if base is not None and (base[1].kind == "year" or base[1].unit == "year"):
                return base[0], Reading("nth", unit=unit, count=int(word[1]), base=base[1])
            return (i + 1, Reading("nth", unit=unit, count=int(word[1]))) if unit == "quarter" else None
        return None
