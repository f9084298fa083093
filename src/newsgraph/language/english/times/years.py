"""The grammar of years and decades: which numbers are years."""

from __future__ import annotations

import re

from newsgraph.language.english.times.readings import Reading, Step
from newsgraph.language.english.times.tokens import TimeTokens

_YEAR = re.compile(r"\d{4}")
_DECADE = re.compile(r"(\d{4}|\d0)['’]?s")
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


class YearRules(TimeTokens):
    """Rules for years and decades."""

    def is_year_of(self, i: int) -> bool:
        """Whether the word after a year is what happened in it: `the 2016 summit`, not `the 2000 troops`."""
        if i >= len(self.low) or self.low[i] in _MEASURES:
            return False
        token = self.doc[i]
        return token.tag_ in ("NN", "NNP", "JJ") and not (token.dep_ == "amod" and token.head.tag_ == "NNS")

    def decade(self, i: int) -> Step | None:
        """`1990s`, `'90s`, `nineties`."""
        word = self.at(i)
        if word in ("'", "’", "‘") and self.at(i + 1)[:1].isdecimal():
            return self.decade(i + 1)
        word = word.removeprefix("mid-").lstrip("'’‘")
        if word in self.decades:
            return i + 1, Reading("fixed", value=f"19{self.decades[word]}")
        match = _DECADE.fullmatch(word) if word[:1].isdecimal() else None
        if match is None or self.at(i - 1) in ("his", "her", "their", "its"):
            return None
        digits = match[1]
        if len(digits) == 2:
            return (i + 1, Reading("fixed", value=f"19{digits[0]}")) if digits[0] in "3456789" else None
        if digits.endswith("00") and int(digits) < 2000:
            return i + 1, Reading("fixed", value=digits[:2])
        return (i + 1, Reading("fixed", value=digits[:3])) if digits.endswith("0") and digits < "2100" else None

    def year(self, i: int, sure: bool = False) -> Step | None:
        """A year of four digits, where the words around it do not make it a number."""
        word = self.at(i)
        if not _YEAR.fullmatch(word) or not 1000 <= int(word) <= 2100:
            return None
        reading = Reading("year", year=int(word))
        if sure:
            return i + 1, reading
        token, before, after = self.doc[i], self.at(i - 1), self.at(i + 1)
        if after in ("-", "–") and _YEAR.fullmatch(self.at(i + 2)) and word < self.low[i + 2] < "2101":
            return i + 1, reading
        if before in ("about", "around") and token.ent_type_ != "DATE":
            return None
        if before in _COUNTED_BEFORE or after in self.units or after in _COUNTED_AFTER:
            return None
        if after == "-" and (self.at(i + 2) in self.unit or (self.glued(i) and not self.at(i + 2)[:1].isdecimal())):
            return None
        if token.dep_ == "nummod" and token.head.i > i and token.head.tag_ == "NNS":
            told_of = any(c.dep_ in ("det", "poss") for c in token.head.lefts)
            if not (told_of or after in _OF_YEAR) or token.ent_type_ != "DATE":
                return None
        if token.ent_type_ == "DATE" or before in _SURE_BEFORE_YEAR:
            return i + 1, reading
        if not 1800 <= int(word) <= 2100:
            return None
        if before in ("the", "a", "'s", "’s", "its") and 1900 <= int(word) <= 2050 and self.is_year_of(i + 1):
            return i + 1, reading
        if before in _BEFORE_YEAR and token.dep_ in ("pobj", "conj", "nummod", "pcomp", "npadvmod"):
            return (i + 1, reading) if token.ent_type_ not in ("MONEY", "QUANTITY", "PERCENT") else None
        if 1900 <= int(word) <= 2050 and token.ent_type_ in ("EVENT", "LAW"):
            return i + 1, reading
        if 1950 <= int(word) <= 2040 and token.ent_type_ in ("ORG", "") and i and self.doc[i - 1].pos_ == "PROPN":
            return i + 1, reading
        return None
