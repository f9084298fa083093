"""Stems as numbers, for comparing the texts of many accounts."""

from __future__ import annotations

from itertools import chain

from newsgraph.language.english.deeds import KEPT, WORD, stem, words_of
from newsgraph.stored.arrays import Arrays
from newsgraph.stored.numbers import Numbers


class Vocabulary:
    """Stems as numbers, in the order in which they are first met."""

    def __init__(self, arrays: Arrays | None = None) -> None:
        """The stems lie where `arrays` are, by default in memory."""
        self.number = (arrays or Arrays()).numbers()
        self._written = _Written(self.number)
        self._chunks = _Chunks(self._written)
        self._in_name: dict[str, list[int]] = {}

    def of(self, text: str) -> list[int]:
        """The stems of the words of a text, in order."""
        return list(chain.from_iterable(map(self._chunks.__getitem__, text.split())))

    def of_name(self, name: str) -> list[int]:
        """The stems of a name, told from those of the text."""
        if name not in self._in_name:
            if len(self._in_name) >= KEPT:
                self._in_name.clear()
            known = self.number
            self._in_name[name] = [known[f"name {word}"] for word in words_of(name)]
        return self._in_name[name]


class _Written(dict[str, int]):
    """The number of the stem of each word as it is written."""

    def __init__(self, stems: Numbers) -> None:
        self._stems = stems

    def __missing__(self, word: str) -> int:
        if len(self) >= KEPT:
            self.clear()
        self[word] = number = self._stems[stem(word)]
        return number


class _Chunks(dict[str, tuple[int, ...]]):
    """The words in what stands between two blanks, with its punctuation: no word goes over a blank."""

    def __init__(self, written: _Written) -> None:
        self._written = written

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        if len(self) >= KEPT:
            self.clear()  # what is written often is soon there again
        self[chunk] = found = tuple(map(self._written.__getitem__, WORD.findall(chunk)))
        return found
