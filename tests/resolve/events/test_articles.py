"""The words of articles, sentence by sentence."""

from __future__ import annotations

import random

import pytest

import newsgraph as ng
from newsgraph.language.english.deeds import WORD, stem
from newsgraph.records import Record
from newsgraph.resolve import resolve_entities
from newsgraph.resolve.events.articles import read_articles
from newsgraph.resolve.events.tellings import Telling
from newsgraph.stored.arrays import Arrays, StoredArrays

TEXT = "Ferries stopped.  The harbour-master said so. Nobody sailed"


def words(spans: tuple[tuple[int, int], ...], number: int) -> tuple[list[str], list[str]]:
    """The stems of the article, and those of one of its sentences."""
    record = Record(article=ng.Article(id="a", text=TEXT), sentences=spans)
    read = read_articles([record])
    told = Telling(0, read, resolve_entities([record])).words((number,))
    stems = list(read.vocabulary.number)
    return [stems[word] for word in read.texts[0]], [stems[word] for word in told]


@pytest.mark.parametrize(
    ("spans", "number"),
    [
        (((0, 16), (18, 45), (46, 59)), 1),
        (((0, 18), (18, 46), (46, 59)), 1),  # with what stands between them
        (((18, 45),), 0),  # words stand before and behind
        (((0, 16), (18, 29), (29, 59)), 1),  # a sentence ends in a word
    ],
)
def test_words_of_sentences_are_those_of_their_texts(spans: tuple[tuple[int, int], ...], number: int) -> None:
    def stems(text: str) -> list[str]:
        return [stem(word) for word in WORD.findall(text)]

    low, high = spans[number]
    assert words(spans, number) == (stems(TEXT), stems(TEXT[low:high]))


@pytest.mark.parametrize("arrays", [Arrays, StoredArrays], ids=["in memory", "in files"])
def test_stories_are_the_same_however_many_hang_together(
    arrays: type[Arrays], monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(7)
    towns = [f"{'bdgklmnprst'[n % 11]}{'aeiou'[n % 5]}lm{'aeiou'[n % 4]}r" for n in range(60)]
    texts = [" ".join(chance.choices(towns[8 * (n % 5) : 8 * (n % 5) + 28], k=12)) for n in range(120)]
    records = [Record(article=ng.Article(id=f"a{n:03}", text=text)) for n, text in enumerate(texts)]
    wanted = read_articles(records).stories
    assert 5 < len(set(wanted.tolist())) < 100
    for name, size in (("WIDE", 0), ("_PAIRS", 50)):
        monkeypatch.setattr(f"newsgraph.resolve.events.stored_linkage.{name}", size)
    for name in ("stored.groups._LARGEST", "resolve.events.many_links._PAIRS", "stored.arrays._NUMBERS"):
        monkeypatch.setattr(f"newsgraph.{name}", 20)
    assert (read_articles(records, arrays()).stories == wanted).all()
