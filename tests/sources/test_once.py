"""Each content once, each id once."""

from __future__ import annotations

import pytest

from newsgraph.articles import Article
from newsgraph.errors import SourceError
from newsgraph.sources import Problem
from newsgraph.sources.once import Once


def test_copies_are_left_out_and_ids_are_told_apart() -> None:
    told: list[Problem] = []
    once = Once(told.append)
    given = [("a", "One."), ("b", "One."), ("a", "Two."), ("a", "Three."), ("\udc80", "Four."), ("\udc80", "Five.")]
    found = [once.article(Article(id=id, text=text), f"line {n}\udcff") for n, (id, text) in enumerate(given)]
    assert found[0] == Article(id="a", text="One.") and found[1] is None
    ids = [article.id for article in found if article is not None]
    assert len(set(ids)) == 5 and ids[0] == "a" and ids[1].startswith("a-") and ids[3] == "\udc80"
    assert told[0].message == "left out as the same text as line 0\udcff" and told[0].origin == "line 1\udcff"
    assert [problem.origin for problem in told[1:]] == ["line 2\udcff", "line 3\udcff", "line 5\udcff"]


def test_copies_may_be_kept() -> None:
    once = Once(lambda problem: None, keep_copies=True)
    assert [once.id_of(b"1", "a", "m", "here") for _ in range(3)] == ["a", "a-m", "a-m-again"]


def test_a_full_disk_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsgraph.sources.once._SETTINGS", ("page_size = 512", "max_page_count = 9"))
    once = Once(lambda problem: None)
    with pytest.raises(SourceError, match=r"can't hold which articles were read \(.*full\); free some space"):
        for number in range(999):
            once.id_of(b"%d" % number, f"article {number}", "m", "here")
