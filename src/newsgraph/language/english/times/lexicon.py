"""The words of time, read once from `lexicons/time_words.tsv` and `lexicons/holidays.tsv`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Word to value, by class of word."""

    classes: dict[str, dict[str, str]] = field(default_factory=dict)
    holidays: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    """By first word: the words of the name, and its rule; the longest name first."""

    def of(self, name: str) -> dict[str, str]:
        """All words of a class, with their values."""
        return self.classes[name]

    def numbers(self, name: str) -> dict[str, int]:
        """All words of a class whose values are numbers."""
        return {word: int(value) for word, value in self.classes[name].items()}


@cache
def time_words() -> TimeWords:
    """The lexicon."""
    found = TimeWords()
    for word, name, value in read_rows("time_words.tsv"):
        found.classes.setdefault(name, {})[word] = value
    for name, rule in read_rows("holidays.tsv"):
        words = tuple(name.split(" "))
        found.holidays.setdefault(words[0], []).append((words, rule))
    for names in found.holidays.values():
        names.sort(key=lambda pair: -len(pair[0]))
    return found


def read_rows(name: str) -> Iterator[list[str]]:
    """The rows of a lexicon without its heading."""
    text = (files("newsgraph.language.english") / "lexicons" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    for line in lines[1:]:
        yield line.split("\t")
