"""Keys stay with their words when an article is changed."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsgraph as ng
from newsgraph.project.moved_places import Moved, moved_places

TEXT = "Norway met Sweden in Oslo. Lena Marsh resigned."


def test_places_move_with_their_words() -> None:
    places = {"article": {"": "article/a"}, "entity": {"0-6": "country/NO", "27-37": "person/lena-marsh"},
              "event": {"7-10": "event/met", "7-10/2": "event/met-2"}}  # fmt: skip
    after = f"Corrected on Monday.\n{TEXT.replace('Sweden', 'Denmark')}"
    found, gone = moved_places(places, Moved(TEXT, after))
    assert not gone
    shift = len("Corrected on Monday.\n")
    assert found["article"] == {"": "article/a"}
    assert found["entity"] == {f"{shift}-{shift + 6}": "country/NO", f"{shift + 28}-{shift + 38}": "person/lena-marsh"}
    assert found["event"] == {f"{shift + 7}-{shift + 10}": "event/met", f"{shift + 7}-{shift + 10}/2": "event/met-2"}


def test_words_that_are_gone_have_no_place() -> None:
    places = {"entity": {"11-17": "country/SE"}}
    assert moved_places(places, Moved(TEXT, TEXT.replace("Sweden", "Denmark"))) == ({}, places)


def test_words_stay_with_their_sentence() -> None:
    """The first sentence is gone: what both say is that of the other."""
    first, second = "Police arrested Omar Haddad in Oslo on Monday.", "Police arrested Per Dahl in Rome on Friday."
    moved = Moved(f"{first} {second}", second)
    assert moved.span(7, 15) is None
    at = len(first) + 1
    assert moved.span(at + 7, at + 15) == (7, 15)
    edited = Moved(f"{first} {second}", f"It rained. {first.replace('in Oslo', 'in Oslo late')} {second}")
    assert edited.span(7, 15) == (18, 26) and edited.span(28, 45) is None


def test_a_full_name_is_of_the_same_in_whatever_sentence() -> None:
    before = "Omar Haddad, who met Lena Marsh in Oslo, left. It rained. The port was shut."
    starts = {name: before.index(name) for name in ("Omar Haddad", "Lena Marsh", "Oslo")}
    places = {"entity": {f"{at}-{at + len(name)}": name for name, at in starts.items()}}
    after = "Eva Holm saw ships. It rained. The port was shut, as Lena Marsh told the board of Oslo."
    found, gone = moved_places(places, Moved(before, after))
    assert found == {"entity": {f"{(at := after.index('Lena Marsh'))}-{at + 10}": "Lena Marsh"}}
    assert gone == places


def test_of_two_articles_nothing_is_the_same() -> None:
    one = "Lena Marsh met Omar Haddad. She said no. The port was shut. Ships waited."
    other = "Per Dahl left for Rome. He wrote a book. It was read by many. She said no."
    assert not Moved(one, other).is_same and Moved(one, other).span(28, 39) is None
    assert Moved(one, one[:40]).is_same


@given(st.text("ab. c", max_size=30), st.text("ab. c", max_size=30))
def test_what_has_moved_is_the_same(before: str, after: str) -> None:
    moved = Moved(before, after)
    for start in range(len(before)):
        for end in range(start + 1, len(before) + 1):
            span = moved.span(start, end)
            assert span is None or after[span[0] : span[1]] == before[start:end]


def test_nodes_of_a_changed_article_have_the_keys_that_they_had(tmp_path: Path) -> None:
    file = tmp_path / "talks.txt"
    text = "Talks in Oslo\n\nLena Marsh of the Harbour Party met Norway's prime minister in Oslo on Monday."
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        file.write_text(text, encoding="utf-8")
        project.add(file)
        keys = {key for key in project.graph().nx if not key.startswith("article/")}
        assert {"country/NO", "person/lena-marsh"} <= keys
        file.write_text(text.replace("\n\n", "\n\nThis report was corrected.\n\n"), encoding="utf-8")
        assert str(project.add(file)) == "0 added, 1 changed"
        assert keys <= set(project.graph().nx)


def test_a_long_text_of_which_each_sentence_was_edited_does_not_take_long() -> None:
    before = " ".join(f"The mayor of Town {n} said that ships had left the port." for n in range(2_000))
    after = before.replace("ships had", "boats have")
    at = before.index("Town 1234 ")
    began = time.process_time()
    assert Moved(before, after).span(at, at + 9) == (after.index("Town 1234 "), after.index("Town 1234 ") + 9)
    assert time.process_time() - began < 8


def test_nothing_is_compared_where_nothing_is_to_follow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Moved] = []

    def counted(before: str, after: str) -> Moved:
        made.append(Moved(before, after))
        return made[-1]

    monkeypatch.setattr("newsgraph.project.entering.Moved", counted)
    file = tmp_path / "talks.txt"
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        for count, text in ((0, "Lena Marsh left Oslo."), (0, "Lena Marsh left Rome."), (1, "Lena Marsh left Paris.")):
            file.write_text(text, encoding="utf-8")
            project.update(file)
            assert len(made) == count
            if "Rome" in text:
                project.decide(project.graph().to_rename("Lena Marsh", "Lena B. Marsh"))


def test_two_long_texts_without_anything_in_common_do_not_take_long() -> None:
    one, other = (" ".join(f"{letter}{n}" for n in range(100_000)) for letter in "ab")
    began = time.process_time()
    assert Moved(one, other).span(0, 2) is None
    assert time.process_time() - began < 20
