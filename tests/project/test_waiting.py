"""Keys wait for the sentences that they stood in."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from newsgraph.graph.ledger import Places
from newsgraph.project.waiting import come_back, let_wait, together

TEXT = "Norway met Sweden in Oslo. Lena Marsh resigned. She left. She left. It rained."
PLACES: Places = {
    "article": {"": "article/a"},
    "entity": {"0-6": "country/NO", "27-37": "person/lena-marsh", "58-61": "person/lena-marsh-2"},
    "event": {"7-10": "event/met", "7-10/2": "event/met-2"},
    "statement": {"27-57": "statement/one"},
}


def test_they_come_back_with_their_sentences() -> None:
    waiting = let_wait(PLACES, TEXT)
    assert not any(word in str(waiting) for word in ("Norway", "met ", "resigned")), "no text is kept"
    assert come_back(waiting, TEXT, is_same=False) == (PLACES, {})
    shift = len("Corrected. ")
    found, left = come_back(waiting, f"Corrected. {TEXT}", is_same=False)
    assert found["entity"][f"{58 + shift}-{61 + shift}"] == "person/lena-marsh-2" and not left
    assert found["statement"] == {f"{27 + shift}-{57 + shift}": "statement/one"}
    assert found["event"] == {f"{7 + shift}-{10 + shift}": "event/met", f"{7 + shift}-{10 + shift}/2": "event/met-2"}


def test_another_article_of_the_name_has_none_of_them_but_that_of_the_name() -> None:
    waiting = let_wait(PLACES, TEXT)
    other = "Denmark met Iceland in Rome. Per Dahl stayed. He slept. He woke. She left. More was said. It was hot."
    found, left = come_back(waiting, other, is_same=False)
    assert found == {"article": {"": "article/a"}} and left.keys() == waiting.keys() - {""}
    assert come_back(left, TEXT, is_same=False)[0] == {sort: at for sort, at in PLACES.items() if sort != "article"}


def test_the_key_of_a_story_is_with_the_words_of_its_article() -> None:
    waiting = let_wait({**PLACES, "story": {"": "story/b", "/2": "story/a"}}, TEXT)
    assert come_back(waiting, TEXT, is_same=False)[0]["story"] == {"": "story/b", "/2": "story/a"}
    found, left = come_back(waiting, "Denmark met Iceland. Per Dahl stayed. He slept. It was hot.", is_same=False)
    assert "story" not in found and come_back(left, TEXT, is_same=False)[0]["story"]["/2"] == "story/a"


def test_what_two_know_is_known() -> None:
    other: Places = {"event": {"7-10": "event/b"}, "entity": {"0-6": "country/NO"}}
    assert together({"event": {"7-10": "event/a"}}, other) == {
        "event": {"7-10": "event/a", "7-10/2": "event/b"}, "entity": {"0-6": "country/NO"},
    }  # fmt: skip


SENTENCES = st.lists(st.sampled_from(("Ann ran.", "Bo sat.", "Cy ate.", "Ann ran!", "It is.")), min_size=1, max_size=8)


@given(SENTENCES, SENTENCES)
def test_a_key_is_never_at_other_words(before: list[str], after: list[str]) -> None:
    text, new = " ".join(before), " ".join(after)
    places: Places = {"entity": {}}
    for word in re.finditer(r"\w+(?: \w+)?|\w+\S \w+", text):
        places["entity"]["{}-{}".format(*word.span())] = word.group()
    found, _ = come_back(let_wait(places, text), new, is_same=True)
    for slot, words in found.get("entity", {}).items():
        start, end = map(int, slot.partition("/")[0].split("-"))
        assert new[start:end] == words
    assert come_back(let_wait(places, text), text, is_same=False) == (places, {})
