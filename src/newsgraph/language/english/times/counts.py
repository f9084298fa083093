"""The grammar of counted time: durations, distances from a date, recurrence."""

from __future__ import annotations

from dataclasses import replace

from newsgraph.language.english.times.readings import Reading, Step
from newsgraph.language.english.times.tokens import TimeTokens

_BETWEEN = frozenset("more straight consecutive full long working calendar additional solid whole further good".split())
_HALF = ("half", "quarter")
_BARE_BEFORE = frozenset("for in after over within of since during".split())
_BARE_AFTER = frozenset("of later ago before after earlier -".split())
_ENDS = frozenset(". , ; : ! ? ) ] \" ' ” ’ '' and but or".split())
_NOT_LENGTH = frozenset("- of when for in".split())
_AFTER_DAY = _ENDS | frozenset("ago after before earlier later to".split())


class CountRules(TimeTokens):
    """Rules for what is counted in units of time."""

    def counted(self, i: int) -> Step | None:
        """`two weeks`, `a year ago`, `decades-long`, `three days later`."""
        length = self.length(i)
        if length is None:
            return None
        end, reading = length
        if self.at(end) == "-" and self.at(end + 1) in ("long", "plus"):
            return end + 2, reading
        if self.at(end) in ("old", "olds") or (self.at(end) == "-" and self.at(end + 1) in ("old", "olds")):
            return None
        if self.at(i - 1) == "aged" or (self.at(end) == "of" and self.at(end + 1) == "age"):
            return None
        return self.shifted(end, reading)

    def shifted(self, end: int, reading: Reading) -> Step:
        """The same length as a distance, where `ago`, `later`, `earlier`, `from now` follow."""
        word = self.at(end)
        sides = {"ago": "ago", "hence": "from now", "earlier": "earlier", "previously": "earlier", "later": "later"}
        if word in sides:
            return end + 1, self._shifted(reading, sides[word])
        if word == "from" and self.at(end + 1) in ("now", "today"):
            return end + 2, self._shifted(reading, "from now")
        if word in ("before", "after") and self.at(end + 1) in _ENDS:
            return end + 1, self._shifted(reading, "earlier" if word == "before" else "later")
        if word == "on" and self.at(end + 1) == ",":
            return end + 1, self._shifted(reading, "later")
        return end, reading

    def length(self, i: int) -> Step | None:
        """A length of time: count and unit."""
        low = self.low
        if i >= len(low):
            return None
        word = low[i]
        if word == "half":
            j = i + 1 + (self.at(i + 1) in ("a", "an", "-"))
            return self._half(j)
        if word in ("a", "an") and (step := self._indefinite(i)) is not None:
            return step
        if word in self.units:
            return self._bare(i)
        if word in self.unit:
            long = self.at(i + 1) == "-" and self.at(i + 2) == "long"
            return (i + 3, Reading("length", unit=self.unit[word], count=1)) if long else None
        number = self.number(i)
        if number is None:
            return None
        j, count = number
        if self.at(i - 1) == "between" and self.at(j) == "and" and (whole := self.length(j + 1)) is not None:
            return j, replace(whole[1], count=count)
        return self._unit(*self._whole_number(j, count))

    def _whole_number(self, j: int, count: float | None) -> tuple[int, float | None]:
        """Where a number with what belongs to it ends, and what it is: "two to three", "one and a half", "20 plus"."""
        low = self.low
        if self.at(j) in ("to", "or", "-", "–") and (other := self.number(j + 1)) is not None:
            j, count = other[0], None
        if self.at(j) == "and" and self.at(j + 1) == "a" and self.at(j + 2) in _HALF and count is not None:
            j, count = j + 3, count + (0.5 if low[j + 2] == "half" else 0.25)
        if self.at(j) == "of":
            j += 1
        if self.at(j) == "-":
            j += 1
        if self.at(j) == "plus":
            j, count = j + 1, None
        if self.at(j) in _BETWEEN:
            j += 1
        return j, count

    def _unit(self, j: int, count: float | None) -> Step | None:
        """A length whose number has been read, by its unit."""
        low = self.low
        unit = self.units.get(self.at(j))
        if unit is None and (count == 1 or low[j - 1] == "-" or self.is_noun(j + 1)):
            unit = self.unit.get(self.at(j))
        if unit is None or (unit in ("weekend", "quarter") and count is None):
            return None
        if low[j] == "second" or (low[j] == "day" and low[j - 1] == "one" and self.at(j + 1) not in _AFTER_DAY):
            return None
        return j + 1, Reading("length", unit=unit, count=count)

    def _half(self, j: int) -> Step | None:
        unit = self.unit.get(self.at(j))
        if unit not in ("hour", "year", "decade", "century", "day", "minute"):
            return None
        return j + 1, Reading("length", unit=unit, count=0.5)

    def _indefinite(self, i: int) -> Step | None:
        low = self.low
        j = i + 1
        if self.at(j) in _BETWEEN or self.at(j) in ("mere", "single", "half"):
            if low[j] == "half":
                return self._half(j + 1 + (self.at(j + 1) == "-"))
            j += 1
        unit = self.unit.get(self.at(j))
        if unit is None or unit in ("second", "quarter", "weekend") or self.at(j + 1) in _NOT_LENGTH:
            return None
        if unit == "day" and self.at(j + 1) not in _AFTER_DAY:
            return None
        if self.at(j + 1) == "and" and self.at(j + 2) == "a" and self.at(j + 3) == "half":
            return j + 4, Reading("length", unit=unit, count=1.5)
        return j + 1, Reading("length", unit=unit, count=1)

    def _bare(self, i: int) -> Step | None:
        """`for months`, `decades of war`, `decades-long`."""
        before, after = self.at(i - 1), self.at(i + 1)
        if before in _BARE_BEFORE or after in _BARE_AFTER or before in ('"', "“"):
            unit = self.units[self.low[i]]
            if unit in ("weekend", "quarter") or (before == "of" and after not in _BARE_AFTER):
                return None
            return i + 1, Reading("length", unit=unit, count=None)
        return None

    def number(self, i: int) -> tuple[int, float | None] | None:
        """A number and its end; None for an unknown one such as `several`."""
        word = self.at(i)
        if not word:
            return None
        if word == "[" and self.at(i + 2) == "]" and (inside := self.number(i + 1)) is not None:
            return i + 3, inside[1]
        if word in ("a", "an"):
            following = self.at(i + 1)
            if following in ("few", "good"):
                return (i + 2, None) if following == "few" else None
            if following in ("couple", "hundred", "dozen", "number"):
                count = {"couple": 2.0, "hundred": 100.0, "dozen": 12.0, "number": None}[following]
                return i + 2, count
            return None
        if word in ("couple", "dozen"):
            return i + 1, 2.0 if word == "couple" else 12.0
        if word in self.vague:
            return None if self.at(i - 1) == "as" else (i + 1, None)
        if word[0] in "0123456789":
            plain = word.replace(",", "")
            if plain.isdecimal() and len(plain) < 6:
                return i + 1, float(plain)
            whole, _, rest = plain.partition(".")
            if whole.isdecimal() and rest.isdecimal() and len(plain) < 8:
                return i + 1, float(plain)
            return None
        if word not in self.numbers:
            return None
        count, j = float(self.numbers[word]), i + 1
        if 20 <= count <= 90:
            k = j + (self.at(j) == "-")
            if 0 < self.numbers.get(self.at(k), 0) < 10:
                return k + 1, count + self.numbers[self.low[k]]
        elif self.at(j) == "hundred":
            return j + 1, count * 100
        return j, count

    def recurrent(self, i: int) -> Step | None:
        """`every day`, `each year`, `every two weeks`, `every Monday`."""
        j = i + 1
        word = self.at(j)
        if word in self.unit and self.unit[word] not in ("second", "quarter", "weekend"):
            return j + 1, Reading("length", unit=self.unit[word], count=1)
        if word in self.weekday:
            return j + 1, Reading("fixed", value=f"XXXX-WXX-{self.weekday[word] + 1}")
        if word in self.month and self.is_month(j):
            return j + 1, Reading("fixed", value=f"XXXX-{self.month[word]:02d}")
        if word in self.season:
            return j + 1, Reading("fixed", value=f"XXXX-{self.season[word]}")
        if word in self.parts:
            return j + 1, Reading("fixed", value=f"XXXX-XX-XXT{self.parts[word]}")
        return self.length(j) if word in self.numbers or word[:1].isdecimal() else None

    @staticmethod
    def _shifted(reading: Reading, side: str) -> Reading:
        return Reading("shifted", unit=reading.unit, count=reading.count, side=side)
