"""What is known of articles, on the disk."""

from __future__ import annotations

from newsgraph.on_disk.articles import ArticleKeys, NamedEvents
from newsgraph.on_disk.scratch import scratch
from newsgraph.stored.arrays import StoredArrays
from newsgraph.stored.groups import Texts
from newsgraph.stored.records import Places


def test_keys_of_articles() -> None:
    keys = ArticleKeys(Places(["a1", "a3"]), Texts(["article/a1", "article/a3"], StoredArrays()))
    assert dict(keys) == {"a1": "article/a1", "a3": "article/a3"} and len(keys) == 2
    assert "a2" not in keys and "b" not in keys and keys["a3"] == "article/a3"


def test_events_that_have_a_name() -> None:
    found = {("a1", "v2"): 7, ("a1", "v1"): 8, ("a2", "v2"): 7}
    with scratch() as connection:
        named = NamedEvents(connection, found.items())
        assert dict(named) == found and len(named) == 3
        assert named["a1", "v1"] == 8 and ("a1", "v3") not in named and named.get(("a3", "v1")) is None
