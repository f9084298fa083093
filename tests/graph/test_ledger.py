"""Keys that stay, whatever is added, taken away or read again."""

from __future__ import annotations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph import Evidence, KnowledgeGraph
from newsgraph.graph.ledger import Ledger, keep_keys
from tests.graph.test_corrections import told


def built(ledger: Ledger | None, *numbered: tuple[int, str]) -> tuple[KnowledgeGraph, Ledger]:
    graph = KnowledgeGraph.from_records([told(n, name) for n, name in numbered], ledger=ledger or Ledger())
    assert graph.corpus.ledger is not None
    return graph, graph.corpus.ledger


def person(graph: KnowledgeGraph, article: str) -> str:
    (key,) = (
        key
        for key, data in graph.nx.nodes(data=True)
        if data["type"] == "Person" and any(e.article == f"article/{article}" for e in data["evidence"])
    )
    return key


def test_a_key_stays_when_the_name_changes_with_what_is_added() -> None:
    first, ledger = built(None, (1, "L. Marsh"))
    key = person(first, "r1")
    more, _ = built(ledger, (1, "L. Marsh"), (2, "Lena Marsh"), (3, "Lena Marsh"))
    assert person(more, "r1") == key


def test_a_key_that_is_gone_is_given_to_nobody_else_and_comes_back() -> None:
    _, ledger = built(None, (1, "Lena Marsh"), (2, "Omar Haddad"))
    without, ledger = built(ledger, (2, "Omar Haddad"))
    assert "person/lena-marsh" not in without.nx
    other, ledger = built(ledger, (2, "Omar Haddad"), (5, "Lena Marsh"))
    assert person(other, "r5") == "person/lena-marsh-2"
    back, _ = built(ledger, (1, "Lena Marsh"), (2, "Omar Haddad"))
    assert person(back, "r1") == "person/lena-marsh"


def test_a_key_waits_for_a_node_that_the_graph_lacks_this_time() -> None:
    whole, ledger = built(None, (1, "Lena Marsh"), (2, "Omar Haddad"))
    keys = set(whole.nx)
    less = KnowledgeGraph.from_records(whole.records, ledger=ledger, min_confidence=0.99)
    assert less.corpus.ledger is not None
    dropped = KnowledgeGraph.from_records(whole.records, ledger=less.corpus.ledger).drop("Lena Marsh")
    assert "person/lena-marsh" not in dropped.nx and dropped.corpus.ledger is not None
    again = KnowledgeGraph.from_records(whole.records, ledger=dropped.corpus.ledger)
    assert set(again.nx) == keys


def test_the_key_of_a_country_is_of_that_country_whoever_names_it() -> None:
    def of(number: int, ledger: Ledger) -> tuple[KnowledgeGraph, Ledger]:
        graph = KnowledgeGraph.from_records([told(number, "Norway", kind="Country", country="NO")], ledger=ledger)
        assert graph.corpus.ledger is not None
        return graph, graph.corpus.ledger

    first, ledger = of(1, Ledger())
    assert "country/NO" in first.nx
    other, _ = of(2, ledger)
    assert "country/NO" in other.nx


def test_two_keys_that_meet_are_one_and_the_other_leads_to_it() -> None:
    apart, ledger = built(None, (1, "Lena Marsh"), (2, "Lena Marsh"), (3, "Omar Haddad"))
    joined = KnowledgeGraph.from_records(apart.records, ledger=ledger).merge("Omar Haddad", "Lena Marsh")
    key = person(joined, "r3")
    assert key == "person/lena-marsh" and joined.nx.nodes[key]["replaces"] == ["person/omar-haddad"]
    assert joined.corpus.ledger is not None
    assert joined.corpus.ledger.current("person/omar-haddad") == key


NAMES = st.sampled_from(("Lena Marsh", "L. Marsh", "Omar Haddad", "Haddad", "Per Dahl"))
CORPUS = st.dictionaries(st.integers(1, 6), NAMES, min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(st.lists(CORPUS, min_size=1, max_size=4))
def test_no_key_is_ever_given_to_two(steps: list[dict[int, str]]) -> None:
    ledger = Ledger()
    seen: dict[str, set[str]] = {}
    for corpus in steps:
        graph, ledger = built(ledger, *corpus.items())
        assert len(set(graph.nx)) == len(graph.nx)
        for key in graph.nx:
            assert key in ledger.keys and ledger.current(key) == key
        again, _ = built(ledger, *corpus.items())
        assert set(again.nx) == set(graph.nx), "the same again is the same"
        for old in ledger.replaced:
            assert ledger.current(old) in ledger.keys
        seen.update({key: {e.article for e in data["evidence"]} for key, data in graph.nx.nodes(data=True)})


def test_nodes_that_share_all_their_words_keep_each_its_key() -> None:
    def network(*keys: str) -> nx.MultiDiGraph[str]:
        made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        made.add_node("article/a", type="Article", identifier="a", evidence=[])
        words = Evidence("article/a", 4, 12, "officials", "The officials met.", 0, 18)
        for key in keys:
            made.add_node(key, type="Group", evidence=[words])
        return made

    ledger = keep_keys(network("group/one", "group/two", "group/three"), Ledger())
    for _ in range(2):
        again = network("group/three", "group/one", "group/two")
        ledger = keep_keys(again, ledger)
        assert set(again) == {"article/a", "group/one", "group/two", "group/three"} and not ledger.replaced
    fewer = network("group/two")
    assert keep_keys(fewer, ledger).replaced == {"group/one": "group/two", "group/three": "group/two"}
    assert set(fewer) == {"article/a", "group/two"}
