"""Graphs on the disk: the same files as those of the graph in memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from newsgraph import KnowledgeGraph
from newsgraph.articles import Article
from newsgraph.cli import main
from newsgraph.errors import OutputError
from newsgraph.graph.events.stories import find_stories
from newsgraph.on_disk import accounts, building, entities, evidence, nodes, save_from_disk
from newsgraph.record_lines import write_records
from newsgraph.records import Record
from newsgraph.resolve import proposals
from newsgraph.stored.records import stored
from tests.graph.events.test_stories import LATER, reported
from tests.graph.events.test_told_links import raid_and_vigil


@pytest.mark.parametrize("near", [4000, 3], ids=["near nodes in memory", "hardly any in memory"])
def test_files_are_those_of_the_graph_in_memory(
    sample_graph: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, near: int
) -> None:
    monkeypatch.setattr(nodes, "_NEAR", near)
    for module in (nodes, evidence):
        monkeypatch.setattr(module, "MUCH", near)
    for module in (accounts, building):
        monkeypatch.setattr(module, "MANY", near)
    monkeypatch.setattr(entities, "_FEW", near // 2)
    monkeypatch.setattr(proposals, "_MANY", near // 4)
    names = ["graph.nt", "graph.nq", "graph.nt.gz"]
    assert find_stories(sample_graph.nx)
    assert any(data.get("claims") for _, data in sample_graph.nx.nodes(data=True))
    number = save_from_disk(stored(reversed(sample_graph.records), held=0), [tmp_path / name for name in names])
    assert number == len(sample_graph.records)
    for name in names:
        assert (tmp_path / name).read_bytes() == sample_graph.save(tmp_path / f"memory-{name}").read_bytes(), name


def test_decisions_and_a_base_of_ones_own_count(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    events = [key for key, data in sample_graph.nx.nodes(data=True) if data["type"] == "Event" and data.get("sources")]
    person = next(key for key, data in sorted(sample_graph.nx.nodes(data=True)) if data["type"] == "Person")
    decisions = [
        sample_graph.to_rename(person, "Somebody Else"), sample_graph.to_merge(*sorted(events)[:2]),
        sample_graph.to_rename(find_stories(sample_graph.nx)[0].main, "The thing itself"),
    ]
    base = "https://example.org/id/"
    graph = KnowledgeGraph.from_records(sample_graph.records, decisions=decisions)
    save_from_disk(sample_graph.records, [tmp_path / "disk.nq"], decisions=decisions, base=base, license=base)
    whole = (tmp_path / "disk.nq").read_bytes()
    assert b"Somebody Else" in whole
    assert whole == graph.save(tmp_path / "memory.nq", base=base, license=base).read_bytes()


def test_it_is_what_build_does_with_many_records(
    sample_graph: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "records.jsonl").open("wb") as stream:
        write_records(sample_graph.records, stream)
    monkeypatch.setattr("newsgraph.stored.records.FEW", 2)
    monkeypatch.setattr("newsgraph.stored.records.HELD", 2)
    monkeypatch.setattr("newsgraph.cli.large.LARGE", 2)
    command = ["build", str(tmp_path / "records.jsonl"), "-o", str(tmp_path / "graph.nt")]
    told = CliRunner().invoke(main, command)
    assert (told.exit_code, "the graph on the disk" in told.stderr) == (0, True)
    assert (tmp_path / "graph.nt").read_bytes() == sample_graph.save(tmp_path / "memory.nt").read_bytes()
    told = CliRunner().invoke(main, [*command, "-o", str(tmp_path / "graph.ttl")])
    assert (told.exit_code, "the graph on the disk" in told.stderr) == (0, False)


def test_other_formats_are_refused(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"graph\.ttl: needs the graph in memory; name files that end in"):
        save_from_disk(sample_graph.records, [tmp_path / "graph.ttl"])
    assert not list(tmp_path.iterdir())


def test_a_full_disk_is_told_in_a_line(
    sample_graph: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsgraph.on_disk.scratch.SETTINGS", ("page_size = 512", "max_page_count = 40"))
    with pytest.raises(OutputError, match=r"can't hold the graph.*full.*set TMPDIR"):
        save_from_disk(sample_graph.records, [tmp_path / "graph.nt"])
    assert not list(tmp_path.iterdir())


def test_an_article_that_tells_nothing_is_in_it(tmp_path: Path) -> None:
    record = Record(article=Article(id="a", text="Nothing."), sentences=((0, 8),))
    assert save_from_disk([record], [tmp_path / "disk.nt"]) == 1
    memory = KnowledgeGraph.from_records([record]).save(tmp_path / "memory.nt")
    assert (tmp_path / "disk.nt").read_bytes() == memory.read_bytes()


def test_an_event_may_go_by_what_is_a_body_elsewhere(extract: Callable[..., Record], tmp_path: Path) -> None:
    first = extract("Operation Stone Shield killed two farmers near Ardal on Monday.", id="a", published="2025-03-12")
    second = extract("The village welcomed Operation Stone Shield near Ardal.", id="b", published="2025-03-12")
    body = [msgspec.structs.replace(e, kind="Organization") if "Stone" in e.name else e for e in second.entities]
    records = [first, msgspec.structs.replace(second, entities=tuple(body))]
    save_from_disk(records, [tmp_path / "disk.nt"])
    memory = KnowledgeGraph.from_records(records).save(tmp_path / "memory.nt")
    assert (tmp_path / "disk.nt").read_bytes() == memory.read_bytes()


def test_the_events_of_a_story_are_linked(tmp_path: Path) -> None:
    for records in (raid_and_vigil(), [reported("a", 14, "the wounded port master"),
                                       reported("b", 14, "two pilots of the ferry", LATER["arrest"])]):  # fmt: skip
        save_from_disk(records, [tmp_path / "disk.nt"])
        whole = (tmp_path / "disk.nt").read_bytes()
        assert b"ontology#responseTo" in whole
        assert whole == KnowledgeGraph.from_records(records).save(tmp_path / "memory.nt").read_bytes()
