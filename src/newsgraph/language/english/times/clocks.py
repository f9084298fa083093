"""The grammar of clock times."""

from __future__ import annotations

import re

from newsgraph.language.english.times.readings import Reading, Step
from newsgraph.language.english.times.tokens import TimeTokens

_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?(a\.?m\.?|p\.?m\.?|gmt|utc|z|h|hrs)?")
_MERIDIEM = {"am": 0, "a.m.": 0, "a.m": 0, "pm": 12, "p.m.": 12, "p.m": 12}
_BEFORE_CLOCK = frozenset(
    "at by until till from around about before after since to - – between ( approximately and".split()
)


class ClockRules(TimeTokens):
    """Rules for times of day."""

    def clock(self, i: int) -> Step | None:
        """`12:18 pm`, `6am`, `16:15 UTC`, `10 o'clock`, `noon`."""
        word = self.at(i)
        if word in self.clock_name:
            name = self.clock_name[word]
            return i + 1, Reading("clock", clock=name)
        if not word or not word[0].isdecimal():
            return None
        if (match := _CLOCK.fullmatch(word)) is None:
            return self._four_digits(i)
        hour, minute, suffix = int(match[1]), match[2], match[3] or ""
        j = i + 1
        sure = suffix in _MERIDIEM or bool(suffix)
        half = _MERIDIEM.get(suffix)
        if self.at(j) in _MERIDIEM and not suffix:
            half, sure, j = _MERIDIEM[self.low[j]], True, j + 1
        elif self.at(j) in ("o'clock", "o’clock"):
            sure, j = True, j + 1
        if half is not None:
            if not 0 < hour < 13:
                return None
            hour = hour % 12 + half
        bracket = self.at(j) == "(" and self.at(j + 2) == ")"
        zone = self.zones.get(self.at(j))
        if suffix in ("gmt", "utc", "z"):
            zone = "Z"
        if not sure and minute is None:
            return None
        if zone is not None and self.at(j) in self.zones and not bracket:
            sure, j = True, j + 1
        if self.at(j) == "local" and self.at(j + 1) == "time":
            sure, j = True, j + 2
        elif self.at(j) == "hours" and minute is not None:
            sure, j = True, j + 1
        beside = self.at(i - 1) in _BEFORE_CLOCK or (self.at(i - 1) == "," and len(match[1]) + 3 == len(word))
        if not sure and (":" not in word or not beside):
            return None
        if hour > 24 or int(minute or 0) > 59:
            return None
        return j, Reading("clock", clock=f"{hour:02d}:{minute}{zone or ''}" if minute else f"{hour:02d}{zone or ''}")

    def _four_digits(self, i: int) -> Step | None:
        """`1400 GMT`, `0600 hours`."""
        word, after = self.low[i].removesuffix("gmt"), self.at(i + 1)
        if len(word) != 4 or not word.isdecimal() or int(word[:2]) > 23 or int(word[2:]) > 59:
            return None
        if after in ("gmt", "utc") or self.low[i] != word:
            return i + 1 + (self.low[i] == word), Reading("clock", clock=f"{word[:2]}:{word[2:]}Z")
        near = i - 1 - (self.at(i - 1) in ("approximately", "about", "around"))
        at = self.at(near) == "at" and not self.is_noun(i + 1)
        if at or (after == "hours" and self.at(i - 1) in _BEFORE_CLOCK):
            return i + 1 + (after == "hours"), Reading("clock", clock=f"{word[:2]}:{word[2:]}")
        return None
