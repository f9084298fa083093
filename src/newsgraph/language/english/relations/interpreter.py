"""What reads the table of patterns: each form of pattern has a reader that finds the two ends, all else is here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from newsgraph.language.english.relations.noun_ties import read_noun
from newsgraph.language.english.relations.patterns import Pattern, Told, patterns
from newsgraph.language.english.relations.ties import Ties
from newsgraph.language.english.relations.verb_ties import read_deed
from newsgraph.language.english.relations.word_order import read_hyphen, read_order

_Reader = Callable[[Ties, int, Sequence[Pattern]], Iterator[Told]]


class _Form(NamedTuple):
    """Patterns that turn on a word, as it is written or as its lemma, and how they are read."""

    names: tuple[str, ...]
    by_lemma: bool
    read: _Reader


FORMS = (
    _Form(("noun",), False, read_noun),
    _Form(("verb", "participle", "deed"), True, read_deed),
    _Form(("hyphen",), False, read_hyphen),
)


def find_told_ties(ties: Ties) -> None:
    """Enter the ties of a doc that a pattern of the table tells."""
    words = ties.words
    for form in FORMS:
        table = patterns(*form.names)
        at = [i for i, lemma in enumerate(words.lemma) if lemma in table] if form.by_lemma else words.at(*table)
        for i in at:
            _enter(ties, form.read(ties, i, table[words.lemma[i] if form.by_lemma else words.lower[i]]))
    _enter(ties, read_order(ties, patterns("order")[""]))


def _enter(ties: Ties, told: Iterable[Told]) -> None:
    """Enter ties from the one to the other, or the other way round where the pattern says so."""
    for pattern, first, second, former, period, reach in told:
        ends = (second, first) if pattern.predicate.startswith("<") else (first, second)
        ties.add(
            ends[0], pattern.predicate.removeprefix("<"), ends[1],
            former=former, since=period.since, until=period.until, reach=reach,
        )  # fmt: skip
