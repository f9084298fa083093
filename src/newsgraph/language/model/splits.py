"""How strings split into tokens, by a table that fills itself: spaCy's own, but asked once for each string.

spaCy's tokenizer remembers how a string between two blanks splits, but after the first string of a text that is an
exception of its language ("didn't", "Mr.") it remembers no other one of that text, so that in news it searches four
times in five anew. Here the strings of a text that are new are split beforehand, those that may be exceptions last.
What is searched for in a string are marks, and units behind digits: English words of plain letters have none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

_MOST = 50_000
"""Strings of which is remembered how they are split: five times what spaCy keeps, some 10 MB."""
_MARKS = "\"“”'‘’()[]{}<>,.;:?!-–—"
_APOSTROPHES = "'’"

_Search = Callable[[str], Any]


class Searched:
    """A regular expression of spaCy's English tokenizer, which is not tried on words of plain letters."""

    def __init__(self, search: _Search) -> None:
        """Take a method of a compiled regular expression."""
        self._search = search
        self.pattern: str = _pattern_of(search)
        """What spaCy writes when it writes the tokenizer."""

    def first(self, string: str) -> Any:
        """The match, or None."""
        return None if string.isalpha() and string.isascii() else self._search(string)

    def each(self, string: str) -> Iterable[Any]:
        """The matches."""
        return () if string.isalpha() and string.isascii() else self._search(string)


class QuickTokenizer(Tokenizer):  # type: ignore[misc]
    """A tokenizer of spaCy that splits each string once, whatever stands before it in the text."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what spaCy's tokenizer takes."""
        super().__init__(*args, **kwargs)
        self._seen: set[str] = set()

    def __call__(self, string: str) -> Doc:
        """The tokens of a text; what is new in a memory zone is not kept."""
        if len(self._seen) < self.max_cache_size and not self.vocab.in_memory_zone:
            new = {*string.split()} - self._seen
            self._seen |= new
            if new := new.difference(self.rules):
                super().__call__(" ".join(sorted(new, key=self._may_be_exception)))
        doc: Doc = super().__call__(string)
        return doc

    def _may_be_exception(self, string: str) -> bool:
        """Whether a string may be, or have in it, what the language splits by a rule of its own."""
        if string.isalpha():
            return False
        return any(mark in string.strip(_APOSTROPHES) for mark in _APOSTROPHES) or string.strip(_MARKS) in self.rules


_UNITS = ("m.", "g.", "t.")
"""What spaCy keeps together as initials, and is a unit and a full stop behind a number."""


def part_units(nlp: Language) -> None:
    """Let a sentence end behind a sum: "It paid $20m. The firm grew."; spaCy takes "m." for an initial."""
    model: Any = nlp.tokenizer
    if nlp.lang == "en" and type(model) is Tokenizer:
        model.rules = {string: split for string, split in model.rules.items() if string not in _UNITS}


def remember_splits(nlp: Language) -> None:
    """Let a pipeline remember how strings split, if its tokenizer is that of spaCy for English, with any exceptions."""
    model: Any = nlp.tokenizer
    defaults: Any = nlp.Defaults
    if nlp.lang != "en" or type(model) is not Tokenizer or model.token_match is not None:
        return
    searches = (model.prefix_search, model.suffix_search, model.infix_finditer, model.url_match)
    usual = (
        compile_prefix_regex(defaults.prefixes).pattern, compile_suffix_regex(defaults.suffixes).pattern,
        compile_infix_regex(defaults.infixes).pattern, _pattern_of(defaults.url_match),
    )  # fmt: skip
    if None in searches or tuple(map(_pattern_of, searches)) != usual:
        return
    prefix, suffix, infix, url = map(Searched, searches)
    nlp.tokenizer = QuickTokenizer(
        nlp.vocab, rules=model.rules, prefix_search=prefix.first, suffix_search=suffix.first,
        infix_finditer=infix.each, url_match=url.first, faster_heuristics=model.faster_heuristics,
        max_cache_size=_MOST,
    )  # fmt: skip


def _pattern_of(search: Any) -> str:
    """The pattern of a compiled regular expression whose method this is."""
    pattern: str = search.__self__.pattern
    return pattern
