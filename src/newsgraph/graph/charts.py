"""Charts of events and proposals over time and between actors, in altair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from newsgraph.errors import NewsgraphError

if TYPE_CHECKING:
    import altair as alt

    from newsgraph.graph.knowledge_graph import KnowledgeGraph

QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
_COLOURS = ("#56B4E9", "#0072B2", "#E69F00", "#D55E00")
_PERIODS = {"day": 10, "month": 7, "year": 4}


def _altair() -> Any:
    try:
        import altair
    except ImportError:
        raise NewsgraphError("charts need altair; `pip install 'newsgraph[charts]'` brings it") from None
    return altair


def dated(graph: KnowledgeGraph) -> pd.DataFrame:
    """Events and proposals that have a date of a day, with `what`, `class`, `who` and the sentence."""
    events, proposals = graph.events(), graph.proposals()
    rows = [
        {
            "date": row["date"][:10], "what": row["event"], "class": row["quad_class"] or row["kind"].lower(),
            "who": row["source_actor"], "sentence": row["sentence"],
        }
        for row in events.to_dict("records")
        if isinstance(row["date"], str)
    ]
    rows += [
        {
            "date": row["date"][:10], "what": row["content"], "class": "proposal", "who": row["proposers"],
            "sentence": row["sentence"],
        }
        for row in proposals.to_dict("records")
        if isinstance(row["date"], str)
    ]
    table = pd.DataFrame(rows, columns=["date", "what", "class", "who", "sentence"])
    return table[table["date"].str.fullmatch(r"\d{4}-\d\d-\d\d")].reset_index(drop=True)


def timeline_chart(graph: KnowledgeGraph) -> alt.Chart:
    """Each dated event and proposal as a point on its day, in a row for its class."""
    draw = _altair()
    table = dated(graph)
    left_out = len(graph.events()) + len(graph.proposals()) - len(table)
    title = draw.TitleParams("Events and proposals", subtitle=f"{left_out} without a day are left out")
    chart: alt.Chart = (
        draw.Chart(table, title=title if left_out else "Events and proposals")
        .mark_circle(size=90, opacity=0.75)
        .encode(
            x=draw.X("date:T", title=None),
            y=draw.Y("class:N", title=None, sort=[*QUADS, "proposal"]),
            color=draw.Color("class:N", legend=None, scale=_scale(draw)),
            tooltip=["date:T", "what:N", "who:N", "sentence:N"],
        )
        .properties(width=640)
    )
    return chart


def activity_chart(graph: KnowledgeGraph, by: str = "month", *, undated: bool = False) -> alt.Chart:
    """How many events of each quad class in each day, month or year.

    With `undated`, events without a date that happened are counted at the publication of the article that first told
    of them, and drawn paler.

    Raises:
        NewsgraphError: `by` is none of these.
    """
    if by not in _PERIODS:
        raise NewsgraphError(f"by={by!r}: count by one of {', '.join(_PERIODS)}")
    draw = _altair()
    events = graph.events()
    events = events[events["quad_class"].notna()]
    told = events["date"].isna() & events["published"].notna() & (events["factuality"] == "actual")
    day = events["date"].where(~(told & undated), events["published"])
    events = events.assign(period=day.str[: _PERIODS[by]], day=(told & undated).map({True: "told", False: "dated"}))
    left_out = int(day.isna().sum())
    counted = events.dropna(subset="period").groupby(["period", "quad_class", "day"]).size().reset_index(name="events")
    title = draw.TitleParams(f"Events by {by}", subtitle=f"{left_out} events without a date are left out")
    chart: alt.Chart = (
        draw.Chart(counted, title=title if left_out else f"Events by {by}")
        .mark_bar()
        .encode(
            x=draw.X("period:O", title=None),
            y=draw.Y("events:Q", axis=draw.Axis(tickMinStep=1)),
            color=draw.Color("quad_class:N", title=None, scale=_scale(draw)),
            opacity=draw.Opacity(
                "day:N", title="day", scale=draw.Scale(domain=["dated", "told"], range=[1.0, 0.45]),
                legend=draw.Legend() if undated else None,
            ),
            order=draw.Order("quad_class:N"),
            tooltip=["period:O", "quad_class:N", "events:Q", "day:N"],
        )
        .properties(width=640)
    )
    return chart


def matrix_chart(graph: KnowledgeGraph, rows: str = "Country", columns: str = "Country") -> alt.LayerChart:
    """How many events have an actor of one type as agent and one of another as target."""
    draw = _altair()
    network = graph.nx
    counted: dict[tuple[str, str], int] = {}
    for key, data in network.nodes(data=True):
        if data["type"] != "Event":
            continue
        ends: dict[str, list[str]] = {"agent": [], "target": []}
        for _, other, edge in network.out_edges(key, data=True):
            if edge["type"] in ends:
                ends[edge["type"]].append(other)
        for one in ends["agent"]:
            for other in ends["target"] or ends["agent"]:
                types = network.nodes[one]["type"], network.nodes[other]["type"]
                if one != other and types == (rows, columns):
                    pair = network.nodes[one]["label"], network.nodes[other]["label"]
                    counted[pair] = counted.get(pair, 0) + 1
    table = pd.DataFrame(
        [{"agent": one, "target": other, "events": n} for (one, other), n in sorted(counted.items())],
        columns=["agent", "target", "events"],
    )
    base = draw.Chart(table, title=f"Events: {rows} to {columns}").encode(x=draw.X("target:N"), y=draw.Y("agent:N"))
    cells = base.mark_rect().encode(
        color=draw.Color("events:Q", scale=draw.Scale(scheme="blues")), tooltip=["agent", "target", "events"]
    )
    chart: alt.LayerChart = cells + base.mark_text().encode(text="events:Q")
    return chart


def _scale(draw: Any) -> Any:
    return draw.Scale(domain=[*QUADS, "proposal"], range=[*_COLOURS, "#009E73"])
