"""Records to graph, in a small corpus of two articles that contradict each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

from newsgraph import KnowledgeGraph
from newsgraph.articles import Article
from newsgraph.errors import NewsgraphError
from newsgraph.rdf.named_queries import named_query
from newsgraph.records import (
    Attribution,
    Content,
    Entity,
    Event,
    Mention,
    Proposal,
    Record,
    Relation,
    Source,
    Span,
    StanceTaken,
)

FIRST = "Ana Torv, head of the Harbour Party, urged Norland to reopen the port. Red Front killed 14 people in Vesper."
SECOND = "Norland rejected the proposal. The attack in Vesper by Red Front killed 11 people, Torv said."


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def said_at(text: str, **words: str) -> dict[str, tuple[int, int]]:
    """Where a text has the words that give a number or a day."""
    return {what: (span(text, own).start, span(text, own).end) for what, own in words.items()}


def mention(number: int, text: str, words: str, entity: str, kind: str, form: str = "name") -> Mention:
    where = span(text, words)
    return Mention(
        id=f"m{number}", entity=entity, start=where.start, end=where.end, text=words, kind=kind, form=form  # type: ignore[arg-type]
    )


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    middle = text.index(". ") + 1
    return (0, middle), (middle + 1, len(text))


def records() -> list[Record]:
    one = Record(
        article=Article(id="one", text=FIRST, title="Port", published="2026-05-06", source="Courier"),
        entities=(
            Entity(id="e1", kind="Person", name="Ana Torv", aliases=("Torv",)),
            Entity(id="e2", kind="Party", name="Harbour Party"),
            Entity(id="e3", kind="Country", name="Norland", country="NO", links={"wikidata": "Q20"}),
            Entity(id="e4", kind="ArmedGroup", name="Red Front"),
            Entity(id="e5", kind="Place", name="Vesper", lat=1.5, lon=2.25),
            Entity(id="e6", kind="Group", name="14 people"),
        ),
        mentions=(
            mention(1, FIRST, "Ana Torv", "e1", "Person"), mention(2, FIRST, "Harbour Party", "e2", "Party"),
            mention(3, FIRST, "Norland", "e3", "Country"), mention(4, FIRST, "Red Front", "e4", "ArmedGroup"),
            mention(5, FIRST, "Vesper", "e5", "Place"), mention(6, FIRST, "14 people", "e6", "Group", "nominal"),
        ),
        events=(
            Event(
                id="v1", start=FIRST.index("killed"), end=FIRST.index("killed") + 6, text="killed", kind="ASSAULT",
                agents=("m4",), targets=("m6",), places=("m5",), time="2026-05-05", counts={"killed": 14},
                said_at=said_at(FIRST, killed="14"), factuality="actual",
            ),
            Event(
                id="v2", start=FIRST.index("urged"), end=FIRST.index("urged") + 5, text="urged", kind="SAY",
                factuality="actual",
            ),
        ),
        proposals=(
            Proposal(
                id="p1", start=0, end=69, cue=span(FIRST, "urged"), content=span(FIRST, "reopen the port"), act="urge",
                proposers=("m1",), addressees=("m3",),
            ),
        ),
        relations=(Relation(subject="e1", predicate="headOf", object="e2", start=0, end=35, role="head"),),
        sentences=sentences(FIRST),
    )
    two = Record(
        article=Article(id="two", text=SECOND, title="No", published="2026-05-07", source="Post"),
        entities=(
            Entity(id="e1", kind="Country", name="Norland", country="NO", links={"wikidata": "Q20"}),
            Entity(id="e2", kind="Place", name="Vesper"),
            Entity(id="e3", kind="ArmedGroup", name="Red Front"),
            Entity(id="e4", kind="Person", name="Torv"),
        ),
        mentions=(
            mention(1, SECOND, "Norland", "e1", "Country"), mention(2, SECOND, "Vesper", "e2", "Place"),
            mention(3, SECOND, "Red Front", "e3", "ArmedGroup"), mention(4, SECOND, "Torv", "e4", "Person"),
        ),
        events=(
            Event(
                id="v1", start=SECOND.index("attack"), end=SECOND.index("attack") + 6, text="attack", kind="ASSAULT",
                agents=("m3",), places=("m2",), time="2026-05-05", counts={"killed": 11}, attributed_to="m4",
                said_at=said_at(SECOND, killed="11"),
                factuality="actual",
            ),
        ),
        attributions=(
            Attribution(
                id="a1", source=Source(start=SECOND.index("Torv"), end=SECOND.index("Torv") + 4, mention="m4"),
                cue=span(SECOND, "said"),
                content=Content(start=31, end=81, text="The attack in Vesper by Red Front killed 11 people"),
                mode="indirect",
            ),
        ),
        sentences=sentences(SECOND),
    )
    return [one, two]


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_records(records())


def test_nodes(graph: KnowledgeGraph) -> None:
    labels = {(data["type"], data["label"]) for _, data in graph.nx.nodes(data=True)}
    assert labels == {
        ("Article", "Port"), ("Article", "No"), ("Person", "Ana Torv"), ("Person", "Torv"), ("Party", "Harbour Party"),
        ("Country", "Norland"), ("ArmedGroup", "Red Front"), ("Place", "Vesper"), ("Group", "14 people"),
        ("Event", "Red Front killed 14 people in Vesper"), ("Proposal", "reopen the port"),
        ("Statement", "The attack in Vesper by Red Front killed 11 people"),
    }


def test_every_node_and_edge_has_its_sentence(graph: KnowledgeGraph) -> None:
    texts = {"article/one": FIRST, "article/two": SECOND}
    found = [e for _, d in graph.nx.nodes(data=True) if d["type"] != "Article" for e in d["evidence"] or [None]]
    found += [e for *_, d in graph.nx.edges(data=True) for e in d["evidence"] or [None]]
    for evidence in found:
        assert evidence is not None
        text = texts[evidence.article]
        assert text[evidence.start : evidence.end] == evidence.text
        assert text[evidence.sentence_start : evidence.sentence_end] == evidence.sentence
        assert evidence.text in evidence.sentence


def test_one_event_of_two_accounts(graph: KnowledgeGraph) -> None:
    events = graph.events()
    assert len(events) == 1
    row = events.iloc[0]
    assert (row.date, row.kind, row.place, row.lat, row.killed) == ("2026-05-05", "ASSAULT", "Vesper", 1.5, 11)
    assert row.disputed == "killed: 14 (Courier, Port, 2026-05-06); killed: 11 (Post, No, 2026-05-07)"
    assert (row.articles, row.attributed_to, row.quad_class, row.cameo_root) == (2, "Torv", "material conflict", "18")
    by = [e.by for e in graph.evidence(row.key)]
    assert by == [None, "person/torv"]


def test_proposals(graph: KnowledgeGraph) -> None:
    row = graph.proposals().iloc[0]
    assert (row.proposers, row.act, row.content, row.addressees) == ("Ana Torv", "urge", "reopen the port", "Norland")
    assert (row.date, row.reported) == (None, "2026-05-06")


def test_relations_and_actors(graph: KnowledgeGraph) -> None:
    assert graph.relations()[["subject", "predicate", "object", "role"]].values.tolist() == [
        ["Ana Torv", "headOf", "Harbour Party", "head"]
    ]
    assert set(graph.actors()["name"]) >= {"Ana Torv", "Norland", "14 people"}
    assert graph.countries()[["name", "country", "wikidata"]].values.tolist() == [["Norland", "NO", "Q20"]]


def test_a_stance_changes_the_status() -> None:
    one, two = records()
    stance = StanceTaken(actor="m3", stance="oppose", start=0, end=8)
    import msgspec

    against = msgspec.structs.replace(one.proposals[0], opponents=("m3",), stances=(stance,))
    graph = KnowledgeGraph.from_records([msgspec.structs.replace(one, proposals=(against,)), two])
    row = graph.proposals().iloc[0]
    assert (row.opponents, row.status) == ("Norland", "rejected")


def test_a_symmetric_tie_is_one_edge() -> None:
    import msgspec

    one, _ = records()
    fight = Relation(subject="e4", predicate="fightingAgainst", object="e3", start=71, end=90)
    back = Relation(subject="e3", predicate="fightingAgainst", object="e4", start=71, end=94)
    graph = KnowledgeGraph.from_records([msgspec.structs.replace(one, relations=(fight, back))])
    table = graph.relations()
    assert table[["subject", "predicate", "object", "sentences"]].values.tolist() == [
        ["Red Front", "fightingAgainst", "Norland", 2]
    ]


@pytest.mark.parametrize(
    ("told", "since"), [(("2010", "2010-05"), "2010-05"), (("2010", None), "2010"), (("2010", "2012"), None)]
)
def test_a_tie_has_the_dates_that_its_tellings_agree_on(told: tuple[str | None, str | None], since: str | None) -> None:
    import msgspec

    one, _ = records()
    ties = [msgspec.structs.replace(one.relations[0], since=date, end=35 - i) for i, date in enumerate(told)]
    graph = KnowledgeGraph.from_records([msgspec.structs.replace(one, relations=tuple(ties))])
    assert graph.relations()[["predicate", "since", "sentences"]].values.tolist() == [["headOf", since, 2]]
    written = [str(date.datatype) for _, name, date in graph.to_rdf() if name.endswith("#since")]
    exact = "gYearMonth" if since and "-" in since else "gYear"
    assert [kind.rpartition("#")[2] for kind in written] == ([exact] if since else [])


def test_order_of_articles_does_not_matter(graph: KnowledgeGraph) -> None:
    other = KnowledgeGraph.from_records(reversed(records()))
    assert dict(other.nx.nodes(data=True)) == dict(graph.nx.nodes(data=True))
    assert sorted(map(repr, other.nx.edges(keys=True, data=True))) == sorted(
        map(repr, graph.nx.edges(keys=True, data=True))
    )


def test_selections_chain(graph: KnowledgeGraph) -> None:
    near = graph.around("Harbour Party")
    assert {d["label"] for _, d in near.nx.nodes(data=True)} == {"Harbour Party", "Ana Torv", "Port"}
    assert len(graph.between("2026-05-05", "2026-05-05").events()) == 1
    assert len(graph.between("2026-06-01", "2026-06-30").events()) == 0
    assert {d["type"] for _, d in graph.only("ASSAULT", "Country").nx.nodes(data=True)} == {
        "Event", "Country", "Article",
    }
    top = graph.around("Vesper", hops=2).top(3)
    assert sum(d["type"] != "Article" for _, d in top.nx.nodes(data=True)) == 3
    for part in (near, top, graph.between("2026-05-05", "2026-05-05")):
        quoted = [e for _, d in part.nx.nodes(data=True) for e in d["evidence"]]
        assert quoted and all(e.article in part.nx for e in quoted)
    with pytest.raises(NewsgraphError, match="'May 2026' is no date"):
        graph.between("May 2026", "2026-06-01")
    with pytest.raises(NewsgraphError, match="is before"):
        graph.between("2026-06-01", "2026-05-01")
    with pytest.raises(NewsgraphError, match="there is no type 'persons'"):
        graph.only("Persons")
    with pytest.raises(KeyError, match="no node goes by the name 'Nobody'"):
        graph.around("Nobody")


def test_days_names_and_types_may_be_dates_and_lists(graph: KnowledgeGraph) -> None:
    day = date(2026, 5, 5)
    assert len(graph.between(day, datetime(2026, 5, 5, 12, 30)).events()) == 1
    assert set(graph.only(["ASSAULT", "Country"]).nx) == set(graph.only("ASSAULT", "Country").nx)
    near = set(graph.around(["Harbour Party", "Vesper"]).nx)
    assert near == set(graph.around("Harbour Party").nx) | set(graph.around("Vesper").nx)
    assert len(graph.top(0)) == 0
    for wrong in (lambda: graph.only(7), lambda: graph.around([None])):  # type: ignore[arg-type, list-item]
        with pytest.raises(TypeError, match="not text; give names, or a list of them"):
            wrong()
    with pytest.raises(ValueError, match="give a number from 0 on"):
        graph.top(-1)
    with pytest.raises(NewsgraphError, match="20260505 is no date"):
        graph.between(20260505, day)  # type: ignore[arg-type]


def test_decisions_of_a_part_are_about_its_nodes(graph: KnowledgeGraph) -> None:
    def joined(part: KnowledgeGraph) -> list[str]:
        table = part.decisions()
        return list(table[table["joined"]]["one"])

    assert joined(graph) == ["attack (two, 2026-05-05)"]
    assert joined(graph.around("Vesper")) == joined(graph.only("Event")) == joined(graph)
    assert joined(graph.around("Harbour Party")) == [] and graph.only("Proposal").decisions().empty


def test_a_step_leads_through_an_event_to_all_who_took_part(graph: KnowledgeGraph) -> None:
    near = {d["label"] for _, d in graph.around("Vesper").nx.nodes(data=True)}
    assert {"Vesper", "Red Front", "14 people", "Red Front killed 14 people in Vesper"} < near
    assert "Harbour Party" not in near


@pytest.mark.parametrize(
    ("name", "label"),
    [("vesper", "Vesper"), ("Harbour", "Harbour Party"), ("Torv", "Torv"), ("orv", None), (" ", None)],
)
def test_find(graph: KnowledgeGraph, name: str, label: str | None) -> None:
    key = graph.find(name)
    assert (None if key is None else graph.nx.nodes[key]["label"]) == label


def test_dossier(graph: KnowledgeGraph) -> None:
    page = str(graph.dossier("Red Front"))
    assert "ASSAULT: Red Front killed 14 people in Vesper" in page and "“The attack in Vesper" in page
    html = graph.dossier("Torv")._repr_html_()
    assert "<mark>Torv</mark>" in html or "<mark>" in html


@pytest.mark.parametrize(("content", "asked", "number"), [
    ("open the border", "Sweden", 1), ("open the borders", "Sweden", 1), ("open the border", "Denmark", 2),
    ("close the border", "Sweden", 2),
])  # fmt: skip
def test_short_proposals_of_the_same_words_are_one(content: str, asked: str, number: int) -> None:
    def told(name: str, content: str, asked: str) -> Record:
        text = f"Norway urged {asked} to {content}."
        return Record(
            article=Article(id=name, text=text, published="2026-05-06"),
            entities=(Entity(id="e1", kind="Country", name="Norway"), Entity(id="e2", kind="Country", name=asked)),
            mentions=(mention(1, text, "Norway", "e1", "Country"), mention(2, text, asked, "e2", "Country")),
            proposals=(
                Proposal(
                    id="p1", start=0, end=len(text) - 1, cue=span(text, "urged"), content=span(text, content),
                    act="urge", proposers=("m1",), addressees=("m2",),
                ),
            ),
        )

    graph = KnowledgeGraph.from_records([told("a", "open the border", "Sweden"), told("b", content, asked)])
    assert len(graph.proposals()) == number
    assert list(graph.decisions()["reason"]) == (["same proposer, same words"] if number == 1 else [])


def test_a_dossier_is_in_words(graph: KnowledgeGraph) -> None:
    import msgspec

    from newsgraph.graph.dossier import WORDS
    from newsgraph.graph.tables import TIES

    said = str(graph.dossier(next(key for key in graph.nx if key.startswith("statement/"))))
    assert "• said by Torv" in said and "saidBy" not in said and "Statement, 1 mention\n" in said
    one, _ = records()
    lies = Relation(subject="e2", predicate="locatedIn", object="e5", start=0, end=35)
    other = KnowledgeGraph.from_records([msgspec.structs.replace(one, relations=(lies,))])
    assert "• located in Vesper" in str(other.dossier("Harbour Party"))
    assert "• Harbour Party: located in" in str(other.dossier("Vesper"))
    assert set(TIES) <= set(WORDS)


def test_summary(graph: KnowledgeGraph) -> None:
    text = graph.summary()
    assert text.startswith("2 articles, 5 actors, 1 country, 1 place, 1 event, 1 proposal, 1 statement")
    assert "Ana Torv (urge) → Norland: reopen the port" in text
    assert "Sources disagree" in text
    assert repr(graph).startswith("<KnowledgeGraph: 2 articles")


def test_the_summary_says_not_once() -> None:
    import msgspec

    one, _ = records()
    against = msgspec.structs.replace(one.proposals[0], negated=True)
    graph = KnowledgeGraph.from_records([msgspec.structs.replace(one, proposals=(against,))])
    (row,) = graph.proposals().to_dict("records")
    assert (row["content"], row["negated"]) == ("reopen the port", True)
    assert graph.stances()["concept"].unique().tolist() == ["not: reopen the port"]
    written = graph.sparql("SELECT ?l ?c ?n { ?p ng:content ?c ; rdfs:label ?l ; ng:negated ?n }")
    assert written.values.tolist() == [["not: reopen the port", "reopen the port", True]]
    assert graph.sparql(named_query("who-proposes-what"))["what"].unique().tolist() == ["not: reopen the port"]
    text = graph.summary()
    assert "Ana Torv (urge) → Norland: not: reopen the port" in text


def test_content_that_says_not_is_not_negated_again() -> None:
    import msgspec

    from newsgraph.records import Span

    one, _ = records()
    proposal = one.proposals[0]
    content = proposal.content
    for negation, negated, label in (
        (None, True, "not: reopen the port"), (Span(start=content.start, end=content.end), None, "reopen the port"),
    ):  # fmt: skip
        against = msgspec.structs.replace(proposal, negated=True, negation=negation)
        graph = KnowledgeGraph.from_records([msgspec.structs.replace(one, proposals=(against,))])
        (data,) = (d for _, d in graph.nx.nodes(data=True) if d["type"] == "Proposal")
        assert (data["content"], data.get("negated"), data["label"]) == ("reopen the port", negated, label)


def test_an_empty_corpus_is_an_empty_graph() -> None:
    graph = KnowledgeGraph.from_records([])
    assert len(graph) == 0 and graph.events().empty and graph.summary() == "0 articles"


def test_a_word_in_a_statement_is_no_name(graph: KnowledgeGraph) -> None:
    assert graph.find("attack") is None and graph.find("port") == "article/one"
    key = graph.find("reopen the port")
    assert key is not None and graph.nx.nodes[key]["type"] == "Proposal"


def test_what_only_stands_for_a_country_is_no_name_of_it(extract: Callable[..., Record]) -> None:
    text = "The French minister met the Kremlin's envoy. Russia and France agreed; the Russian Federation will pay."
    graph = KnowledgeGraph.from_records([extract(text)])
    aliases = {d["label"]: d.get("aliases", []) for _, d in graph.nx.nodes(data=True) if d["type"] == "Country"}
    assert aliases == {"Russia": ["Russian Federation"], "France": []}


def test_posts_stand_on_the_person(extract: Callable[..., Record]) -> None:
    one = extract("Former President Ivo Marsh met Ann Roe of Norway, the finance minister.", id="one")
    two = extract("Prime Minister Ivo Marsh resigned. Ivo Marsh had been the mayor of Oslo.", id="two")
    graph = KnowledgeGraph.from_records([one, two])
    (marsh,) = [data for _, data in graph.nx.nodes(data=True) if data["label"] == "Ivo Marsh"]
    assert marsh["roles"][0] == "prime minister"
    assert marsh["roles"][-1].startswith("former")
    table = graph.actors().set_index("name")
    assert "former president" in table.loc["Ivo Marsh", "roles"]
    found = graph.sparql("SELECT ?post { ?x rdfs:label 'Ivo Marsh' ; schema:jobTitle ?post }")
    assert set(found["post"]) == set(marsh["roles"])
