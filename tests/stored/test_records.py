"""Records on the disk: the same graph, without holding them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from newsgraph import KnowledgeGraph
from newsgraph.cli import main, memory
from newsgraph.errors import OutputError
from newsgraph.outputs.saving import save
from newsgraph.record_lines import write_records
from newsgraph.records import Record
from newsgraph.stored.records import LazyRecords, RecordMap, article_ids, heads, stored


def test_a_graph_of_stored_records_is_the_same_bytes(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    records = stored(reversed(sample_graph.records), held=3)
    assert isinstance(records, LazyRecords)
    lazy = KnowledgeGraph.from_records(records)
    for name in ("graph.nt", "graph.nq", "graph.html"):
        one, other = save(sample_graph, tmp_path / name), save(lazy, tmp_path / f"lazy-{name}")
        assert one.read_bytes() == other.read_bytes(), name


def test_records_come_back_whole_and_in_order(sample_graph: KnowledgeGraph) -> None:
    records = stored(reversed(sample_graph.records), held=0)
    assert tuple(records) == sample_graph.records
    assert (records[-1], records[1:3]) == (sample_graph.records[-1], list(sample_graph.records[1:3]))
    assert list(article_ids(records)) == article_ids(sample_graph.records)
    assert [head.article for head in heads(records)] == [record.article for record in sample_graph.records]
    with pytest.raises(IndexError):
        records[len(records)]


def test_few_records_stay_in_memory(sample_graph: KnowledgeGraph) -> None:
    assert isinstance(stored(sample_graph.records, held=len(sample_graph.records)), tuple)


def test_no_record_is_held_but_the_last_ones(sample_graph: KnowledgeGraph) -> None:
    records = stored(sample_graph.records, held=0)
    assert records[0] is not records[0]
    by_article = RecordMap(records)
    name = article_ids(records)[0]
    assert by_article[name] is by_article[name]


def test_a_full_disk_is_told_in_a_line(sample_graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def write(self, line: bytes) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("newsgraph.stored.records.tempfile.TemporaryFile", lambda prefix: Full())
    with pytest.raises(OutputError, match=r"No space left on device.*set TMPDIR"):
        stored(sample_graph.records, held=0)


def test_many_articles_are_told_what_they_take(
    sample_graph: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records: tuple[Record, ...] = tuple(sample_graph.records[:3])
    with (tmp_path / "records.jsonl").open("wb") as stream:
        write_records(records, stream)
    command = ["build", str(tmp_path / "records.jsonl"), "-o", str(tmp_path / "graph.nt")]
    assert "--by-article" not in CliRunner().invoke(main, command).stderr
    monkeypatch.setattr(memory, "MANY", 2)
    assert "note: 3 articles, whose graph takes" in CliRunner().invoke(main, command).stderr
    assert "note" not in CliRunner().invoke(main, [*command, "-q"]).stderr
