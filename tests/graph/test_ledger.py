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
    parted = KnowledgeGraph.from_records(apart.records, ledger=joined.corpus.ledger)
    assert person(parted, "r3") == "person/omar-haddad" and person(parted, "r1") == key
    assert not any("replaces" in data for _, data in parted.nx.nodes(data=True))


def test_a_key_that_an_older_ledger_calls_replaced_leads_on_until_its_words_are_known() -> None:
    """What older versions kept does not say at which places a replaced key was."""
    older = Ledger(keys={"person/lost"}, replaced={"person/lost": "person/lena-marsh"})
    graph, ledger = built(older, (1, "Lena Marsh"))
    assert graph.nx.nodes["person/lena-marsh"]["replaces"] == ["person/lost"]
    assert ledger.current("person/lost") == "person/lena-marsh" and "person/lost" in ledger.replaced


def test_no_node_takes_the_key_of_another_country() -> None:
    def of(code: str, name: str, ledger: Ledger) -> tuple[KnowledgeGraph, Ledger]:
        graph = KnowledgeGraph.from_records([told(1, name, kind="Country", country=code)], ledger=ledger)
        assert graph.corpus.ledger is not None
        return graph, graph.corpus.ledger

    _, ledger = of("NO", "Norway", Ledger())
    other, ledger = of("SE", "Sweden", ledger)
    assert "country/SE" in other.nx and "country/NO" not in other.nx
    assert "replaces" not in other.nx.nodes["country/SE"]
    assert set(ledger.places["r1"]["entity"].values()) >= {"country/SE"}


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
        for old in ledger.joined:
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
        assert set(again) == {"article/a", "group/one", "group/two", "group/three"} and not ledger.joined
    fewer = network("group/two")
    assert keep_keys(fewer, ledger).joined == {"group/one": "group/two", "group/three": "group/two"}
    assert set(fewer) == {"article/a", "group/two"}


_WEIGHTS = {"a": 1, "b": 2, "c": 1, "d": 3, "e": 2}
"""How often each of five articles names its one person."""
Parts = frozenset[frozenset[str]]


def of_parts(parts: Parts) -> nx.MultiDiGraph[str]:
    """A network with a person for each set of articles, called as in the one that names it most."""
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for part in sorted(map(sorted, parts)):
        for article in part:
            made.add_node(f"article/{article}", type="Article", identifier=article, evidence=[])
    for part in sorted(map(sorted, parts)):
        evidence = [
            Evidence(f"article/{article}", at, at + 5, "Marsh", "Marsh.", at, at + 6)
            for article in part for at in range(0, 10 * _WEIGHTS[article], 10)
        ]  # fmt: skip
        made.add_node(f"person/{max(part, key=_WEIGHTS.__getitem__)}", type="Person", evidence=evidence)
    return made


@st.composite
def partings(draw: st.DrawFn) -> Parts:
    """Some of the articles, in sets that are of one person each."""
    chosen = draw(st.sets(st.sampled_from(sorted(_WEIGHTS)), min_size=1))
    people = {article: draw(st.integers(1, 3)) for article in sorted(chosen)}
    return frozenset(frozenset(a for a in people if people[a] == one) for one in people.values())


@settings(max_examples=150, deadline=None)
@given(st.lists(partings(), min_size=2, max_size=8))
def test_whenever_the_words_are_the_same_the_keys_are(history: list[Parts]) -> None:
    apart = frozenset(frozenset(article) for article in _WEIGHTS)
    ledger = Ledger()
    seen: dict[Parts, dict[str, tuple[set[str], list[str]]]] = {}
    for parts in (apart, *history, *history, apart):
        network = of_parts(parts)
        ledger = keep_keys(network, ledger)
        told_of = {
            key: ({quoted.article for quoted in data["evidence"]}, data.get("replaces", []))
            for key, data in network.nodes(data=True) if data["type"] == "Person"
        }  # fmt: skip
        assert seen.setdefault(parts, told_of) == told_of
        for key, (articles, replaced) in told_of.items():
            assert {key, *replaced} == {f"person/{article[-1]}" for article in articles}
    assert ledger.keys == {f"{kind}/{article}" for kind in ("person", "article") for article in _WEIGHTS}


@settings(max_examples=100, deadline=None)
@given(st.lists(partings(), min_size=2, max_size=8))
def test_keys_that_are_given_at_any_time_are_never_of_nothing_of_theirs(history: list[Parts]) -> None:
    """Here nodes are first met joined, parted and joined with others: no key may go to words that it was never at."""
    ledger = Ledger()
    words: dict[str, set[str]] = {}
    for parts in history:
        network = of_parts(parts)
        before, ledger = ledger.keys, keep_keys(network, ledger)
        for key, data in network.nodes(data=True):
            own = {f"{quoted.article} {quoted.start}" for quoted in data["evidence"]} or {key}
            assert key not in before or own & words[key]
            for old in data.get("replaces", ()):
                assert old not in network and own & words[old]
            words.setdefault(key, set()).update(own)
