"""Coarse tags by a table that fills itself: the model's own rules, but tried once for each tag, relation and word.

The attribute ruler of a model tries each of its patterns at each token, which takes a sixteenth of the time of
reading. Patterns of one token go by nothing but its fine tag, its relation and, for a few hundred listed words, the
word, so what fits it once fits it always. The few others, of several tokens or of words that are described and not
listed, are tried where the first of their tokens fits.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import numpy as np
from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, POS, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from newsgraph.language.model.unsaved import Unsaved

NAME = "newsgraph_coarse_tags"
MODEL_NAME = "model_attribute_ruler"
"""What the model's own ruler is called once it is only asked."""
_ASKED = frozenset(("LOWER", "IS_SPACE", "TAG", "DEP"))
"""What patterns may ask for."""
_SET = (POS, MORPH, LEMMA)
"""What patterns set for many tokens; whatever else they set is rare."""
_MOST = 100_000
"""Words of which is kept whether a pattern of several tokens may begin with them; beyond, the table begins anew."""

_Key = tuple[int, int, int, int]
"""The word, if it is listed, whether it is white space, its tag and its relation."""


class _Fit(NamedTuple):
    """What fits a token alone."""

    values: tuple[int, ...]
    """What is set, in the order of `_SET`, 0 for what is not."""
    numbers: tuple[int, ...]
    """The patterns, in their order, of which later ones outrank earlier ones."""
    is_rare: bool
    """Whether they set something else."""
    opens: bool
    """Whether a pattern of several tokens may begin here, whatever the word."""


class _Part:
    """Some patterns of a ruler."""

    def __init__(self, model: AttributeRuler, is_of_it: Callable[[list[dict[str, Any]]], bool]) -> None:
        self._ruler = AttributeRuler(model.vocab)
        self._numbers: list[int] = []
        for number, pattern in enumerate(_patterns(model)):
            some = [tokens for tokens in pattern["patterns"] if is_of_it(tokens)]
            if some:
                self._ruler.add(some, pattern["attrs"], pattern["index"])
                self._numbers.append(number)

    def match(self, doc: Any) -> list[tuple[int, int]]:
        """The patterns that fit a doc or span, by their numbers in the whole, and where, in the order of numbers."""
        found = self._ruler.match(doc) if self._numbers else []
        return [(self._numbers[number], start) for number, _, start, _ in found]


class _Others:
    """The patterns that do not go by what is kept of a token alone."""

    def __init__(self, model: AttributeRuler) -> None:
        self._part = _Part(model, lambda tokens: not _goes_by_lists(tokens))
        patterns = [tokens for pattern in _patterns(model) for tokens in pattern["patterns"]]
        firsts = [tokens[0] for tokens in patterns if not _goes_by_lists(tokens)]
        self._longest = max(map(len, patterns), default=0)
        asked = [first["LOWER"] for first in firsts if "LOWER" in first]
        self._listed = frozenset(model.vocab.strings.add(word) for some in asked for word in _listed(some) or ())
        self._described = [re.compile(some["REGEX"]).search for some in asked if _is_described(some)]
        self._of_any_word = Matcher(model.vocab)
        for first in firsts:
            word = first.get("LOWER", {})
            if _listed(word) is None and not _is_described(word):
                self._of_any_word.add(NAME, [[{key: value for key, value in first.items() if key != "LOWER"}]])
        self._strings = model.vocab.strings
        self._known: dict[int, bool] = {}

    def opens(self, alone: Doc) -> bool:
        """Whether a pattern may begin with a token by its tag or relation, whatever the word."""
        return len(self._of_any_word) > 0 and bool(self._of_any_word(alone, allow_missing=True))

    def opening(self, words: set[int]) -> set[int]:
        """Those of some words with which a pattern may begin."""
        if len(self._known) > _MOST:
            self._known.clear()
        known = self._known
        for word in words.difference(known):
            known[word] = word in self._listed or self._is_described(self._strings[word])
        return {word for word in words if known[word]}

    def _is_described(self, word: str) -> bool:
        for search in self._described:  # noqa: SIM110 - once for each word of a language: a generator takes longer
            if search(word):
                return True
        return False

    def match(self, doc: Doc, starts: Iterable[int]) -> list[tuple[int, int]]:
        """The patterns that fit from some tokens on, by their numbers in the whole, and where."""
        return [
            (number, start)
            for start in starts
            for number, beyond in self._part.match(doc[start : start + self._longest])
            if not beyond
        ]


class CoarseTags(Unsaved):
    """The attribute ruler of a model with a memory."""

    def __init__(self, model: AttributeRuler) -> None:
        self.model = model
        self._known: dict[_Key, _Fit] = {}
        self._alone = _Part(model, _goes_by_lists)
        self._others = _Others(model)
        self._listed = frozenset(model.vocab.strings.add(word) for word in _words(model))

    def __call__(self, doc: Doc) -> Doc:
        """Set what the patterns of the model set."""
        if not len(doc):
            return doc
        before: Any = doc.to_array([LOWER, IS_SPACE, TAG, DEP, *_SET])
        listed = self._listed
        words: list[int] = before[:, 0].tolist()
        asked = zip(words, *before[:, 1:4].T.tolist(), strict=True)
        keys = [key if key[0] in listed else (0, *key[1:]) for key in asked]
        fits = [self._known.get(key) or self._try(doc, at, key) for at, key in enumerate(keys)]
        more = self._tried_each_time(doc, words, fits)
        found: Any = np.array([fit.values for fit in fits], np.uint64)
        doc.from_array(list(_SET), np.where(found != 0, found, before[:, 4:]))
        for at in sorted({*more, *(at for at, fit in enumerate(fits) if fit.is_rare)}):
            self._set(doc, at, sorted((*fits[at].numbers, *more.get(at, ()))))
        return doc

    def _tried_each_time(self, doc: Doc, words: list[int], fits: list[_Fit]) -> dict[int, list[int]]:
        """The patterns of several tokens, or of words that are not listed, that fit, by the token that they are for."""
        opening = self._others.opening(set(words))
        starts = [i for i, (word, fit) in enumerate(zip(words, fits, strict=True)) if fit.opens or word in opening]
        found: dict[int, list[int]] = {}
        for number, start in self._others.match(doc, starts):
            found.setdefault(start + self.model.indices[number], []).append(number)
        return found

    def _try(self, doc: Doc, at: int, key: _Key) -> _Fit:
        """What fits a token alone, tried and remembered."""
        alone = Doc(doc.vocab, words=[doc[at].text])
        told: Any = np.array([key[2:]], np.uint64)
        alone.from_array([TAG, DEP], told)
        numbers = tuple(number for number, _ in self._alone.match(alone))
        values: dict[int, int] = {}
        for number in numbers:
            values.update(self.model.attrs[number])
        is_rare, opens = not values.keys() <= set(_SET), self._others.opens(alone)
        fit = self._known[key] = _Fit(tuple(values.get(attr, 0) for attr in _SET), numbers, is_rare, opens)
        return fit

    def _set(self, doc: Doc, at: int, numbers: Iterable[int]) -> None:
        """Set for one token what patterns set, in their order."""
        matches = [(number, 0, at - self.model.indices[number], at + 1) for number in numbers]
        self.model.set_annotations(doc, matches)  # type: ignore[no-untyped-call]


@Language.factory(NAME, assigns=["token.pos", "token.morph"])
def make_coarse_tags(nlp: Language, name: str) -> CoarseTags:
    """The component, in the place of the model's attribute ruler, which it asks."""
    ruler = nlp.get_pipe(MODEL_NAME)
    assert isinstance(ruler, AttributeRuler)
    return CoarseTags(ruler)


def remember_coarse_tags(nlp: Language) -> None:
    """Let a pipeline remember coarse tags, if its attribute ruler goes by words, tags and relations.

    The component stands under the name of the ruler, for those who choose components by spaCy's names.
    """
    if "attribute_ruler" not in nlp.pipe_names:
        return
    ruler = nlp.get_pipe("attribute_ruler")
    if isinstance(ruler, AttributeRuler) and _can_be_remembered(ruler):
        nlp.rename_pipe("attribute_ruler", MODEL_NAME)
        nlp.add_pipe(NAME, name="attribute_ruler", after=MODEL_NAME)
        nlp.disable_pipe(MODEL_NAME)


def _can_be_remembered(ruler: AttributeRuler) -> bool:
    """Whether patterns ask for nothing else, repeat no token, and each sets something."""
    tokens = (token for pattern in _patterns(ruler) for some in pattern["patterns"] for token in some)
    values = [value for attrs in ruler.attrs for value in attrs.values()]
    return all(token.keys() <= _ASKED for token in tokens) and min(ruler.indices, default=0) >= 0 and all(values)


def _patterns(ruler: AttributeRuler) -> list[dict[str, Any]]:
    patterns: Any = ruler.patterns
    return list(patterns)


def _goes_by_lists(tokens: list[dict[str, Any]]) -> bool:
    """Whether a pattern is of one token, and asks for listed words, if for any."""
    return len(tokens) == 1 and _listed(tokens[0].get("LOWER", [])) is not None


def _words(ruler: AttributeRuler) -> set[str]:
    """The words that patterns of one token list."""
    some = (tokens for pattern in _patterns(ruler) for tokens in pattern["patterns"] if _goes_by_lists(tokens))
    return {word for tokens in some for word in _listed(tokens[0].get("LOWER", [])) or ()}


def _listed(asked: Any) -> list[str] | None:
    """The words that a pattern asks for; None where it does not list them."""
    if isinstance(asked, dict):
        return asked["IN"] if asked.keys() == {"IN"} else None
    return [asked] if isinstance(asked, str) else asked


def _is_described(asked: Any) -> bool:
    """Whether a pattern asks for words of some form."""
    return isinstance(asked, dict) and asked.keys() == {"REGEX"}
