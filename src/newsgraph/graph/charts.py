"""Charts of events and proposals over time and between actors, in altair."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from newsgraph.errors import NewsgraphError
from newsgraph.graph.frames import frame
from newsgraph.graph.proposal_words import proposal_words

if TYPE_CHECKING:
    import altair as alt
    import networkx as nx
    import pandas as pd

QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
_COLOURS = ("#7fd1b2", "#009e73", "#f0a070", "#d55e00")
"""Those of the page (view/javascript/theme.js)."""
_PROPOSAL, _NEUTRAL = "#e69f00", "#9aa4b0"
_ROOM = {"left": 30, "right": 50, "top": 5, "bottom": 5}
"""Pixels around a chart: viewers set its labels in fonts that are wider than those it was measured with."""
_UNITS = {"day": "yearmonthdate", "month": "yearmonth", "year": "year"}
_SHAPES = {
    "day": re.compile(r"\d{4}-\d\d-\d\d"),
    "month": re.compile(r"\d{4}-\d\d(?!\d)"),
    "year": re.compile(r"\d{4}"),
}
_WEEK = re.compile(r"(\d{4})-W(\d\d)")


def _altair() -> Any:
    """altair, set to draw without the network: its own default loads Vega from the web."""
    try:
        import altair
        import vl_convert  # noqa: F401
    except ImportError:
        raise NewsgraphError(
            "charts need altair and vl-convert; `pip install 'newsgraph[charts]'` brings them"
        ) from None
    if altair.renderers.active == "default":
        altair.renderers.enable("svg")
    return altair


def period_of(when: str, by: str) -> str | None:
    """The first day of the day, month or year in which a date or a range lies; None where it does not say which.

    A week is of the month and the year of its Thursday (ISO 8601).
    """
    start, _, end = when.partition("/")
    if end and period_of(start, by) != period_of(end, by):
        return None
    week = _WEEK.match(start)
    if week and by != "day":
        try:
            start = date.fromisocalendar(int(week[1]), int(week[2]), 4).isoformat()
        except ValueError:
            return None
    found = _SHAPES[by].match(start)
    return f"{found[0]}-01-01"[:10] if found else None


def dated(events: pd.DataFrame, proposals: pd.DataFrame) -> pd.DataFrame:
    """Events and proposals that have a date of a day, with `what`, `class`, `who` and the sentence.

    A proposal that no sentence dates has the day on which it was reported, and says so as its `day`.
    """
    rows = [
        {
            "date": row["date"][:10], "day": "dated", "what": row["event"],
            "class": row["quad_class"] if isinstance(row["quad_class"], str) else "other",
            "who": row["source_actor"], "sentence": row["sentence"],
        }
        for row in events.to_dict("records")
        if isinstance(row["date"], str)
    ]
    rows += [
        {
            "date": when[:10], "day": "dated" if when == row["date"] else "reported", "what": proposal_words(row),
            "class": "proposal", "who": row["proposers"], "sentence": row["sentence"],
        }
        for row in proposals.to_dict("records")
        if (when := next((day for day in (row["date"], row["reported"]) if isinstance(day, str)), None))
    ]
    table = frame(rows, columns=["date", "day", "what", "class", "who", "sentence"])
    return table[table["date"].str.fullmatch(r"\d{4}-\d\d-\d\d")].reset_index(drop=True)


def timeline_chart(events: pd.DataFrame, proposals: pd.DataFrame) -> alt.Chart:
    """Each dated event and proposal as a point on its day, in a row for its class."""
    draw = _altair()
    table = dated(events, proposals)
    left_out = len(events) + len(proposals) - len(table)
    paler = draw.Scale(domain=["dated", "reported"], range=[0.75, 0.35])
    title = draw.TitleParams("Events and proposals", subtitle=f"{left_out} without a day are left out")
    chart: alt.Chart = (
        draw.Chart(table, title=title if left_out else "Events and proposals")
        .mark_circle(size=90)
        .encode(
            x=draw.X("date:T", title=None),
            y=draw.Y("class:N", title=None, sort=[*QUADS, "proposal", "other"]),
            color=draw.Color("class:N", legend=None, scale=_scale(draw, "proposal", "other")),
            opacity=draw.Opacity("day:N", legend=None, scale=paler),
            tooltip=["date:T", "day:N", "what:N", "who:N", "sentence:N"],
        )
        .properties(width=640, padding=_ROOM)
    )
    return chart


def activity_chart(events: pd.DataFrame, by: str = "month", *, undated: bool = False) -> alt.Chart:
    """How many events of each quad class in each day, month or year.

    With `undated`, events without a date that happened are counted at the publication of the article that first told
    of them, and drawn paler.

    Raises:
        NewsgraphError: `by` is none of these.
    """
    if by not in _UNITS:
        raise NewsgraphError(f"by={by!r}: count by one of {', '.join(_UNITS)}")
    draw = _altair()
    events = events[events["quad_class"].notna()]
    told = events["date"].isna() & events["published"].notna() & (events["factuality"] == "actual")
    day = events["date"].where(~(told & undated), events["published"])
    period = day.map(lambda when: period_of(when, by), na_action="ignore")
    events = events.assign(period=period, day=(told & undated).map({True: "told", False: "dated"}))
    left_out = int(period.isna().sum())
    counted = events.dropna(subset="period").groupby(["period", "quad_class", "day"]).size().reset_index(name="events")
    title = draw.TitleParams(f"Events by {by}", subtitle=f"{left_out} without a {by} are left out")
    chart: alt.Chart = (
        draw.Chart(counted, title=title if left_out else f"Events by {by}")
        .mark_bar()
        .encode(
            x=draw.X("period:T", title=None, timeUnit=_UNITS[by]),
            y=draw.Y("events:Q", axis=draw.Axis(tickMinStep=1, format="d")),
            color=draw.Color("quad_class:N", title=None, scale=_scale(draw)),
            opacity=draw.Opacity(
                "day:N", title="day", scale=draw.Scale(domain=["dated", "told"], range=[1.0, 0.45]),
                legend=draw.Legend() if undated else None,
            ),
            order=draw.Order("quad_class:N"),
            tooltip=[draw.Tooltip("period:T", timeUnit=_UNITS[by]), "quad_class:N", "events:Q", "day:N"],
        )
        .properties(width=640, padding=_ROOM)
    )
    return chart


def matrix_chart(
    network: nx.MultiDiGraph[str], rows: str = "Country", columns: str = "Country"
) -> alt.LayerChart:
    """How many events have an actor of one type as agent and one of another as target."""
    draw = _altair()
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
    table = frame(
        [{"agent": one, "target": other, "events": n} for (one, other), n in sorted(counted.items())],
        columns=["agent", "target", "events"],
    )
    base = draw.Chart(table, title=f"Events: {rows} to {columns}").encode(x=draw.X("target:N"), y=draw.Y("agent:N"))
    cells = base.mark_rect().encode(
        color=draw.Color(
            "events:Q", scale=draw.Scale(scheme="blues"), legend=draw.Legend(tickMinStep=1, format="d")
        ),
        tooltip=["agent", "target", "events"],
    )
    chart: alt.LayerChart = cells + base.mark_text().encode(text="events:Q")
    return chart


def _scale(draw: Any, *others: str) -> Any:
    more = {"proposal": _PROPOSAL, "other": _NEUTRAL}
    return draw.Scale(domain=[*QUADS, *others], range=[*_COLOURS, *(more[name] for name in others)])
