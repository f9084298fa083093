"""The patterns of time expressions: rows of `lexicons/time_patterns.tsv`, each of which becomes a regular expression.

A text is matched as one line of lower-cased words, each with a mark behind it that says whether white space follows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from newsgraph.language.english.times.lexicon import read_rows, time_words

SPACE, GLUE = " ", "\x01"
_MARK = f"[{SPACE}{GLUE}]"
_ORDINAL = r"(?:st|nd|rd|th)"
_DAY = rf"(?:0?[1-9]|[12]\d|3[01]){_ORDINAL}?"
_GLUE = f"{GLUE}?"
_NUMBERS = {
    "d": ("day", _DAY), "days": ("days", rf"{_DAY}[-–]{_DAY}"), "yyyy": ("year", r"(?:1\d\d\d|20\d\d|2100)"),
    "yy": ("year", r"['’]?\d\d"), "nth": ("count", rf"\d{{1,2}}{_ORDINAL}"),
    "n": ("number", r"\d[\d,]{0,5}(?:\.\d+)?"), "hhmm": ("", r"(?:[01]\d|2[0-3])[0-5]\d"),
    "hour": ("", r"\d{1,2}(?:[:.]\d\d(?::\d\d)?)?"), "hm": ("", r"\d{1,2}[:.]\d\d(?::\d\d)?"),
    "half": ("", r"[ap]\.?m\.?"), "colon": ("", r"\d{1,2}:\d\d(?::\d\d)?"),
    "modified": ("year", r"(?:mid|early|late|pre)-(?:1\d|20)\d\d"),
    "decade": ("value", r"(?:mid-)?['’]?(?:(?:1[5-9]|20)\d\d|[3-9]0)(?<=0)['’]?s"),
    "years": ("value", rf"(?:1[5-9]|20)\d\d{_GLUE}[-–/]{_GLUE}(?:(?:1[5-9]|20)\d\d|\d\d)"),
    "numeric_date": (
        "dated", rf"\d{{4}}{_GLUE}-{_GLUE}\d\d{_GLUE}-{_GLUE}\d\d|"
        rf"\d{{1,2}}{_GLUE}[/.]{_GLUE}\d{{1,2}}{_GLUE}[/.]{_GLUE}\d{{4}}",
    ),
}  # fmt: skip
"""Classes of what has digits, as time_patterns.tsv names them: what is kept of it, and how it is written."""
_FIELDS = {
    "month": "month", "month_short": "month", "weekday": "weekday", "weekday_short": "weekday", "season": "value",
    "part": "part", "unit": "unit", "units": "unit", "deictic": "count", "ordinal": "count", "relative": "relative",
    "set": "value", "reference": "value", "clock_name": "clock", "decade_name": "value", "holiday": "value",
    "after_count": "side", "number": "number",
}  # fmt: skip
"""What is kept of the classes of words."""
_NAME = re.compile(r"\(\?P<\w+>")
_DIGITS = frozenset("0123456789")
_DIGIT = "0"
"""What stands for all words with a digit at their beginning or end, where rows are looked up by their first word."""


@dataclass(frozen=True, slots=True)
class Row:
    """A pattern with what it asks of the words around it, and what it says."""

    pattern: re.Pattern[str]
    before: frozenset[str]
    others_before: bool
    """Whether another word than these must stand before it."""
    tests: tuple[str, ...]
    inner: str
    """The sort of expression that must stand at its end, if one must."""
    kind: str
    said: Kept
    """What it says beside what is kept of its words."""
    outer: bool
    """Whether it is never a part of another expression."""


type Rows = tuple[re.Pattern[str], tuple[Row, ...]]
"""Rows in their order, and a pattern that fits where one of theirs does."""
type Kept = dict[str, Any]
"""Fields of a reading with their values."""


@cache
def _rows_by_word() -> Mapping[str, Rows]:
    """The rows that may begin with a word, in their order."""
    names: dict[str, str] = {}
    found: dict[str, list[Row]] = defaultdict(list)
    for line in read_rows("time_patterns.tsv"):
        pattern, before, tests, reading = [*line, "", "", ""][:4]
        if not reading:
            names[pattern] = before
            continue
        own, _, inner = pattern.partition(" <")
        regex, words, _ = _Compiler(names).compile(own)
        kind, *said = reading.split(" ")
        row = Row(
            re.compile(regex), frozenset(before.removeprefix("!").split("|") if before else ()), before.startswith("!"),
            tuple(test for test in tests.split(",") if test not in ("", "outer")), inner.removesuffix(">"), kind,
            _said(said), "outer" in tests.split(","),
        )  # fmt: skip
        for word in words:
            found[word].append(row)
    return {
        word: (re.compile("|".join(_NAME.sub("(?:", row.pattern.pattern) for row in rows)), tuple(rows))
        for word, rows in found.items()
    }


@cache
def _vocabulary() -> frozenset[str]:
    """All words of time."""
    told = {word for row in read_rows("time_patterns.tsv") for word in re.findall(r"[^ |={}()]+", " ".join(row[:2]))}
    return frozenset(told).union(*time_words().classes.values())


def rows_for(words: set[str]) -> dict[str, Rows]:
    """The rows that may begin with each of some words, where there are any."""
    rows = _rows_by_word()
    found = {word: rows[word] for word in words & rows.keys()}
    found.update(dict.fromkeys((word for word in words if _has_digit(word)), rows[_DIGIT]))
    return found


def is_of_time(word: str) -> bool:
    """Whether a word may be a part of a time expression."""
    return word in _vocabulary() or _has_digit(word) or word[:4] == "mid-"


def _has_digit(word: str) -> bool:
    """Whether a word begins or ends with a digit."""
    return word[:1] in _DIGITS or word[-1:] in _DIGITS


def _said(pairs: list[str]) -> Kept:
    """The fields that a reading names: "length number=1"."""
    told = dict(pair.split("=") for pair in pairs)
    return {_RENAMED.get(k, k): float(v) if k == "number" else int(v) if k == "count" else v for k, v in told.items()}


class _Compiler:
    """Makes a regular expression of a pattern, with the words that it may begin with and whether it may be empty."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._inside = 0
        """How many groups that are kept as a whole are open."""

    def compile(self, pattern: str) -> tuple[str, set[str], bool]:
        return self._alternatives(iter(pattern.split(" ")))[:3]

    def _alternatives(self, tokens: Iterator[str]) -> tuple[str, set[str], bool, str]:
        regex, first, nullable, open_ = "", set[str](), False, True
        for token in tokens:
            if token == "|":
                regex, nullable, open_ = f"{regex}|", nullable or open_, True
                continue
            if token in (")", ")?"):
                return regex, first, nullable or open_, token
            part, words, empty = self._part(token, tokens)
            regex += part
            first |= words if open_ else set()
            open_ = open_ and empty
        return regex, first, nullable or open_, ""

    def _part(self, token: str, tokens: Iterator[str]) -> tuple[str, set[str], bool]:
        name, opening, rest = token.partition("(")
        if opening and not name.startswith("{") and rest in ("", "?=", "?!"):
            self._inside += bool(name)
            inner, words, empty, closing = self._alternatives(tokens)
            self._inside -= bool(name)
            ahead = bool(rest)
            start = f"(?P<{name[:-1]}>" if name else f"({rest or '?:'}"
            return start + inner + closing, set() if ahead else words, empty or ahead or closing == ")?"
        optional = token.endswith("?") and len(token) > 1
        token = token[:-1] if optional else token
        if token.startswith("@"):
            regex, words, empty = self.compile(self._names[token])
            regex = f"(?:{regex})"
        else:
            regex, words, empty = *self._item(token), False
        return f"(?:{regex})?" if optional else regex, words, empty or optional

    def _item(self, token: str) -> tuple[str, set[str]]:
        """One word."""
        name, _, told = token.rpartition("=") if token != "=" else ("", "", token)
        words: set[str] = set()
        alternatives: list[str] = []
        for alternative in told.split("|"):
            parts = re.findall(r"\{(\w+)\}|([^{}~]+)|(~)", alternative)
            for place, (sort, literal, _) in enumerate(parts):
                if sort and not name:
                    name = _NUMBERS[sort][0] if sort in _NUMBERS else _FIELDS.get(sort, "")
                if not place:
                    words |= _words_of(sort) if sort else {_DIGIT if literal[:1].isdecimal() else literal}
            alternatives.append("".join(
                f"{_MARK}?" if glue else re.escape(literal) if literal else _regex_of(sort)
                for sort, literal, glue in parts
            ))  # fmt: skip
        regex = "|".join(alternatives)
        kept = name and name != "_" and not self._inside
        return (f"(?P<{name}>{regex})" if kept else f"(?:{regex})") + _MARK, words


def _words_of(sort: str) -> set[str]:
    """The first words of a class."""
    found = {_DIGIT} if sort in _NUMBERS else set()
    if sort == "nth":
        sort = "ordinal"
    if sort == "holiday":
        return set(time_words().holidays)
    return found | time_words().classes.get(sort, {}).keys()


def _regex_of(sort: str) -> str:
    own = [_NUMBERS[sort][1]] if sort in _NUMBERS else []
    if sort == "holiday":
        names = sorted((words for names in time_words().holidays.values() for words, _ in names), key=len, reverse=True)
        return "(?:" + "|".join(_MARK.join(map(re.escape, words)) for words in names) + ")"
    words = time_words().classes.get("ordinal" if sort == "nth" else sort, {})
    return "(?:" + "|".join([*own, *map(re.escape, sorted(words, key=len, reverse=True))]) + ")"


@cache
def _meanings() -> Mapping[str, Mapping[str, str]]:
    """What the words of the classes mean, by what is kept of them."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for sort, field in _FIELDS.items():
        if sort == "holiday":
            found[field] |= {" ".join(words): rule for names in time_words().holidays.values() for words, rule in names}
        else:
            found[field] |= time_words().of(sort)
    return found


def kept_of(match: re.Match[str]) -> Kept | None:
    """What is kept of the words of a match, under the names of the fields of a reading; None where it can't be."""
    found: Kept = {}
    for name, raw in match.groupdict().items():
        if raw is None:
            continue
        text = raw.replace(GLUE, SPACE).strip()
        value = _read(name, text)
        if value is None and name != "number":
            return None
        if isinstance(value, dict):
            found |= value
        else:
            found[_RENAMED.get(name, name)] = value
    if found.get("last_day") is not None and found["last_day"] <= found["day"]:
        return None
    return found


_RENAMED = {"number": "count", "short_year": "year"}
_SHIFT = {"last": -1, "this": 0, "next": 1}
_INTEGERS = frozenset(("month", "weekday", "count"))


def _read(name: str, text: str) -> Any:
    match name:
        case "number":
            return count_of(text)
        case "clock":
            return time_words().of("clock_name").get(text) or clock_of(text)
        case "year_shift":
            return _SHIFT[text]
        case "short_year":
            return int(text[-2:]) + (2000 if int(text[-2:]) < 50 else 1900)
        case "year":
            return int(text[-4:])
        case "day" | "last_day":
            return int(text.rstrip("stndrh"))
        case "days":
            day, last_day = map(int, re.findall(r"\d+", text))
            return {"day": day, "last_day": last_day}
        case "dated":
            return _numeric_date(text)
    meant = _meanings().get(name, {}).get(text, text)
    if name in _INTEGERS:
        return int(meant.rstrip("stndrh"))
    if name == "value":
        return _value(text, meant)
    return meant


def _value(text: str, meant: str) -> str | None:
    if text in time_words().of("decade_name"):
        return f"19{meant}"
    digits = re.findall(r"\d+", text)
    if not digits or meant != text:
        return meant
    if len(digits) == 1:
        whole = digits[0] if len(digits[0]) == 4 else f"19{digits[0]}"
        return whole[:2] if whole.endswith("00") and whole < "2000" else whole[:3]
    first, last = int(digits[0]), int(digits[1]) + (int(digits[0]) // 100 * 100 if len(digits[1]) == 2 else 0)
    return f"{first}/{last}" if first < last else None


def _numeric_date(text: str) -> dict[str, int] | None:
    """A date in digits; without a day where month and day could change places."""
    first, second, third = map(int, re.findall(r"\d+", text))
    if first > 31:
        year, month, day = first, second, third
    elif "." in text or first > 12:
        year, month, day = third, second, first
    else:
        year, month, day = third, first, second
        if second < 13 and first != second:
            return {"year": year}
    fits = 0 < month < 13 and 0 < day < 32 and 1000 <= year < 3000
    return {"year": year, "month": month, "day": day} if fits else None


def clock_of(text: str) -> str | None:
    """The time of day that a clock says: `12:18`, `16:00Z`."""
    told = re.match(r"(\d\d??)[:.]?(\d\d)?(?::\d\d)?(?= |[a-z]|$) ?([ap])?", text)
    if told is None:
        return None
    hour, minute = int(told[1]), told[2]
    if told[3]:
        if not 0 < hour < 13:
            return None
        hour = hour % 12 + 12 * (told[3] == "p")
    if hour > 24 or int(minute or 0) > 59:
        return None
    zone = "Z" if text.endswith(("gmt", "utc", "z")) else ""
    return f"{hour:02d}:{minute}{zone}" if minute else f"{hour:02d}{zone}"


def count_of(text: str) -> float | None:
    """What a number in words or digits says; None for an unknown one such as `several` or `two to three`."""
    words = [word for word in text.split(" ") if word not in _IDLE]
    numbers = time_words().numbers("number")
    total, before = 0.0, 0.0
    for word in words:
        if word in _PARTS:
            total += _PARTS[word]
            continue
        if word in _TIMES:
            total = (total or 1) * _TIMES[word]
            continue
        value = float(word.replace(",", "")) if word[0].isdecimal() else numbers.get(word)
        if value is None or (before and not (20 <= before <= 90 and value < 10)):
            return None
        total, before = total + value, value
    return total or 1.0


_IDLE = frozenset(
    "a an and of - [ ] straight consecutive full long working calendar additional solid whole further good mere single "
    "more".split()
)
_PARTS = {"half": 0.5, "quarter": 0.25}
_TIMES = {"hundred": 100.0, "dozen": 12.0, "couple": 2.0}
