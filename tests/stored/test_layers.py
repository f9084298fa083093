"""Records of which each layer is decoded when it is looked at."""

from __future__ import annotations

import io

import pytest

from newsgraph import KnowledgeGraph
from newsgraph.errors import OutputError
from newsgraph.records import Record
from newsgraph.stored.layers import layered
from newsgraph.stored.records import article_ids, heads


def test_the_layers_are_those_of_the_records(sample_graph: KnowledgeGraph) -> None:
    records = layered(sample_graph.records)
    assert len(records) == len(sample_graph.records) and records.ids == article_ids(sample_graph.records)
    for found, wanted in zip(records, sample_graph.records, strict=True):
        assert {name: getattr(found, name) for name in Record.__struct_fields__} == {
            name: getattr(wanted, name) for name in Record.__struct_fields__
        }
        assert found.mentions is found.mentions and not hasattr(found, "layers")
    assert [(head.article, head.made_by) for head in heads(records)] == [
        (record.article, record.made_by) for record in sample_graph.records
    ]


def test_a_full_disk_is_told_in_a_line(sample_graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.BytesIO):
        def write(self, data: object) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("newsgraph.stored.layers.tempfile.TemporaryFile", lambda prefix: Full())
    with pytest.raises(OutputError, match=r"can't hold the records \(No space left on device\); free some space"):
        layered(sample_graph.records)
