"""Charts: what is counted where, and that they are drawn without a network."""

from __future__ import annotations

import json
import re

import altair
import pytest

from newsgraph import KnowledgeGraph
from newsgraph.errors import NewsgraphError
from newsgraph.graph.charts import period_of
from newsgraph.record_lines import from_json
from newsgraph.records import Record

TEXT = "Marovia shelled Tessland. Marovia praised Tessland. An earthquake shook Tessland. Marovia warned Tessland."


TOLD = [
    ("shelled", "ASSAULT", "2031-05-06"),
    ("praised", "SUPPORT", "2031-W18"),
    ("shook", "DISASTER", "2031-05-09"),
    ("warned", "THREATEN", "2031"),
]
"""An attack on a day, praise in a week, a quake, which is of no quad class, and a warning in a year."""


def record() -> Record:
    mentions, events = [], []

    def mention(entity: str, start: int) -> str:
        words = entity.capitalize()
        mentions.append(
            {
                "id": f"m{len(mentions)}", "entity": entity, "start": start, "end": start + len(words), "text": words,
                "kind": "Country", "form": "name",
            }
        )  # fmt: skip
        return str(mentions[-1]["id"])

    for i, (word, kind, time) in enumerate(TOLD):
        start = TEXT.index(word)
        targets = [mention("tessland", TEXT.index("Tessland", start))]
        agents = [] if kind == "DISASTER" else [mention("marovia", start - 8)]
        events.append(
            {
                "id": f"v{i}", "start": start, "end": start + len(word), "text": word, "kind": kind, "agents": agents,
                "targets": targets, "time": time, "counts": {"killed": i + 1}, "factuality": "actual",
            }
        )  # fmt: skip
    entities = [{"id": name, "kind": "Country", "name": name.capitalize()} for name in ("marovia", "tessland")]
    return from_json(
        json.dumps(
            {"article": {"id": "a", "text": TEXT}, "entities": entities, "mentions": mentions, "events": events}
        )
    )


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_records([record()])


@pytest.mark.parametrize(
    ("when", "by", "period"),
    [
        ("2031-05-06", "day", "2031-05-06"),
        ("2031-05-06T10:00", "day", "2031-05-06"),
        ("2031-05-06", "month", "2031-05-01"),
        ("2031-05-06", "year", "2031-01-01"),
        ("2031-W18", "month", "2031-05-01"),
        ("2031-W18", "day", None),
        ("2031-W99", "month", None),
        ("2031", "month", None),
        ("2031", "year", "2031-01-01"),
        ("2031-SU", "month", None),
        ("2031-05-06/2031-05-20", "month", "2031-05-01"),
        ("2031-05-06/2031-06-02", "month", None),
        ("2031-05-06/2031-06-02", "year", "2031-01-01"),
        ("soon", "year", None),
    ],
)
def test_the_period_of_a_date(when: str, by: str, period: str | None) -> None:
    assert period_of(when, by) == period


def test_months_are_time_and_what_has_none_is_counted_out(graph: KnowledgeGraph) -> None:
    chart = graph.activity("month").to_dict()
    assert chart["encoding"]["x"]["type"] == "temporal"
    assert chart["title"]["subtitle"] == "1 without a month are left out"
    [rows] = chart["datasets"].values()
    assert {(row["period"], row["quad_class"]) for row in rows} == {
        ("2031-05-01", "material conflict"),
        ("2031-05-01", "verbal cooperation"),
    }


def test_no_lane_is_for_nothing(graph: KnowledgeGraph) -> None:
    [rows] = graph.timeline().to_dict()["datasets"].values()
    assert {row["class"] for row in rows} == {"material conflict", "other"}


def test_they_are_drawn_without_a_network(graph: KnowledgeGraph) -> None:
    for chart in (graph.timeline(), graph.activity("year"), graph.matrix()):
        shown = chart._repr_mimebundle_()
        data = shown[0] if isinstance(shown, tuple) else shown
        assert set(data) == {"image/svg+xml"}
        assert not re.search(r"(?:src|href)=.https?:", data["image/svg+xml"])
    assert altair.renderers.active == "svg"


def test_another_count_is_refused(graph: KnowledgeGraph) -> None:
    with pytest.raises(NewsgraphError, match="count by one of day, month, year"):
        graph.activity("decade")
