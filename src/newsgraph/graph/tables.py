"""Tables of the graph: pandas DataFrames with readable columns and the sentence that each row rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import networkx as nx

from newsgraph.graph.evidence import Evidence
from newsgraph.graph.frames import frame
from newsgraph.graph.reporting import reported
from newsgraph.language.time_values import to_interval
from newsgraph.records import post_words
from newsgraph.resolve import Merge
from newsgraph.resolve.merges import worded

if TYPE_CHECKING:
    import pandas as pd

CAMEO_ROOT = {
    "SAY": "01", "SUPPORT": "05", "CONSULT": "04", "AGREE": "03", "COOPERATE": "06", "AID": "07", "CONCEDE": "08",
    "RETREAT": "08", "REQUEST": "10", "ACCUSE": "11", "REJECT": "12", "THREATEN": "13", "PROTEST": "14",
    "MOBILIZE": "15", "SANCTION": "16", "COERCE": "17", "ASSAULT": "18",
}
"""The CAMEO root code that a PLOVER kind comes closest to."""


def entities_table(network: nx.MultiDiGraph[str], types: Sequence[str]) -> pd.DataFrame:
    """A row for each entity of these types, the most mentioned first."""
    rows = [
        {
            "name": data["label"], "type": data["type"], "country": data.get("country"), "mentions": data["count"],
            "links": _degree(network, key), "aliases": "; ".join(data.get("aliases", ())),
            "roles": "; ".join(_roles(network, key)), "wikidata": data.get("wikidata"),
            "lat": data.get("lat"), "lon": data.get("lon"), **_first(data), "key": key,
        }
        for key, data in network.nodes(data=True)
        if data["type"] in types
    ]
    rows.sort(key=lambda row: (-row["mentions"], row["name"], row["key"]))
    columns = "name type country mentions links aliases roles wikidata lat lon sentence article key".split()
    return frame(rows, columns=columns)


_COUNTS = ("killed", "injured", "missing", "detained", "displaced")


def events_table(network: nx.MultiDiGraph[str]) -> pd.DataFrame:
    """A row for each event, by date, in the columns of event data: who did what to whom, where, when, whether.

    `date` is as exact as the text, `date_reason` says where it comes from; `date_start` and `date_end` are its first
    and last day, the first alone of what goes on "since" then; `published` is when an article first told of it.
    """
    columns = (
        "date date_start date_end date_reason date_presumed published source_actor source_country source_sector "
        "target_actor target_country target_sector kind mode quad_class cameo_root place place_reason lat lon killed "
        "injured missing detained displaced factuality confidence attributed_to disputed event articles "
        "independent_sources sentence article key"
    ).split()
    table = frame(event_rows(network), columns=columns)
    for column in _COUNTS:
        table[column] = table[column].astype("Int64")
    return table


def event_rows(network: nx.MultiDiGraph[str]) -> list[dict[str, Any]]:
    """The rows of `events_table`."""
    rows = []
    for key, data in network.nodes(data=True):
        if data["type"] != "Event":
            continue
        agents, targets = _targets(network, key, "agent"), _targets(network, key, "target")
        places = _targets(network, key, "place")
        place = network.nodes[places[0]] if places else {}
        days, since = to_interval(data.get("date")), to_interval(data.get("since"))
        begun = since[0].isoformat() if since else None
        rows.append(
            {
                "date": data.get("date"), "date_start": days[0].isoformat() if days else begun,
                "date_end": days[1].isoformat() if days else None,
                "published": reported(network, key), "source_actor": _labels(network, agents),
                "source_country": _attributes(network, agents, "country"),
                "source_sector": _attributes(network, agents, "sector"),
                "target_actor": _labels(network, targets),
                "target_country": _attributes(network, targets, "country"),
                "target_sector": _attributes(network, targets, "sector"),
                "kind": data.get("kind"), "mode": data.get("mode"), "quad_class": data.get("quad"),
                "cameo_root": CAMEO_ROOT.get(data.get("kind", "")),
                "date_reason": data.get("date_reason"), "date_presumed": data.get("date_presumed"),
                "place": place.get("label"), "place_reason": data.get("place_reason"),
                "lat": place.get("lat"), "lon": place.get("lon"),
                **{name: data.get(name) for name in _COUNTS},
                "factuality": data.get("factuality"), "confidence": data.get("confidence"),
                "attributed_to": _labels(network, _targets(network, key, "attributedTo")),
                "disputed": "; ".join((*data.get("counts_disputed", ()), *data.get("dates_disputed", ()))),
                "event": data["label"], "articles": len(_targets(network, key, "reportedIn")),
                "independent_sources": data.get("independent_sources"), **_first(data),
                "key": key,
            }
        )
    rows.sort(key=lambda row: (row["date"] or "9999", row["event"], row["key"]))
    return rows


def proposals_table(network: nx.MultiDiGraph[str]) -> pd.DataFrame:
    """A row for each proposal, by date, else by the day on which it was `reported`."""
    columns = [
        "date", "reported", "proposers", "act", "content", "addressees", "involves", "supporters", "opponents",
        "negated", "deadline", "condition", "status", "confidence", "articles", "sentence", "article", "key",
    ]
    return frame(proposal_rows(network), columns=columns)


def proposal_rows(network: nx.MultiDiGraph[str]) -> list[dict[str, Any]]:
    """The rows of `proposals_table`."""
    rows = []
    for key, data in network.nodes(data=True):
        if data["type"] != "Proposal":
            continue
        ties = {kind: _labels(network, _targets(network, key, kind)) for kind in _PROPOSAL_TIES.values()}
        rows.append(
            {
                "date": data.get("date"), "reported": reported(network, key), "act": data["act"],
                "content": data["content"],
                **{column: ties[kind] for column, kind in _PROPOSAL_TIES.items()},
                "negated": bool(data.get("negated")), "deadline": data.get("deadline"),
                "condition": data.get("condition"), "status": data.get("status"), "confidence": data.get("confidence"),
                "articles": len(_targets(network, key, "reportedIn")), **_first(data), "key": key,
            }
        )
    rows.sort(key=lambda row: (row["date"] or row["reported"] or "9999", row["proposers"], row["key"]))
    return rows


_PROPOSAL_TIES = {
    "proposers": "proposedBy", "addressees": "addressedTo", "involves": "involves", "supporters": "supportedBy",
    "opponents": "opposedBy",
}


def statements_table(network: nx.MultiDiGraph[str]) -> pd.DataFrame:
    """A row for each attributed statement, by date, else by the day on which it was `reported`."""
    rows = [
        {
            "date": data.get("date"), "reported": reported(network, key),
            "speaker": _labels(network, _targets(network, key, "saidBy")),
            "speaker_of": data.get("speaker_of"),
            "polarity": data.get("polarity"), "commitment": data.get("commitment"), "mode": data.get("mode"),
            "content": data["content"],
            "addressee": _labels(network, _targets(network, key, "addressedTo")),
            "about": _labels(network, _targets(network, key, "about")), "confidence": data.get("confidence"),
            **_first(data), "key": key,
        }
        for key, data in network.nodes(data=True)
        if data["type"] == "Statement"
    ]
    rows.sort(key=lambda row: (row["date"] or row["reported"] or "9999", row["speaker"], row["key"]))
    return frame(rows, columns=_STATEMENTS)


_STATEMENTS = (
    "date reported speaker speaker_of polarity commitment mode content addressee about "
    "confidence sentence article key"
).split()


TIES = (
    "headOf", "memberOf", "roleAt", "agencyOf", "citizenOf", "basedIn", "locatedIn", "partOf", "spouseOf", "kinOf",
    "alliedWith", "fightingAgainst", "ownerOf", "sameAs",
)
"""Edges between actors and places."""
PERIOD = ("since", "until")
"""What says when such an edge began and ended."""


def relations_table(network: nx.MultiDiGraph[str]) -> pd.DataFrame:
    """A row for each tie between two entities."""
    rows = [
        {
            "subject": network.nodes[one]["label"], "predicate": data["type"], "object": network.nodes[other]["label"],
            "role": data.get("role"), "former": bool(data.get("former")), "acting": bool(data.get("acting")),
            "since": data.get("since"), "until": data.get("until"), "basis": data.get("basis"),
            "confidence": data.get("confidence"), "sentences": data["count"],
            **_first(data), "subject_key": one, "object_key": other,
        }
        for one, other, data in network.edges(data=True)
        if data["type"] in TIES and network.nodes[one]["type"] != "Event"
    ]
    rows.sort(key=lambda row: (row["subject"], row["predicate"], row["object"], row["role"] or ""))
    columns = (
        "subject predicate object role former acting since until basis confidence sentences sentence article "
        "subject_key object_key"
    ).split()
    return frame(rows, columns=columns)


def articles_table(network: nx.MultiDiGraph[str]) -> pd.DataFrame:
    """A row for each article, by date."""
    rows = [
        {
            "date": data.get("date"), "title": data["label"], "source": data.get("source"),
            "author": data.get("author"), "url": data.get("url"), "language": data.get("language"),
            "id": data["identifier"], "events": _reported(network, key, "Event"),
            "proposals": _reported(network, key, "Proposal"), "key": key,
        }
        for key, data in network.nodes(data=True)
        if data["type"] == "Article"
    ]
    rows.sort(key=lambda row: (row["date"] or "9999", row["title"], row["key"]))
    columns = "date title source author url language id events proposals key".split()
    return frame(rows, columns=columns)


def decisions_table(merges: Iterable[Merge]) -> pd.DataFrame:
    """A row for each decision on what is the same across articles, the doubtful ones first."""
    rows = [
        {"joined": m.accepted, "one": m.one, "other": m.other, "score": m.score, "reason": m.reason}
        for m in sorted(worded(merges), key=lambda m: (m.accepted, m.score, m.one, m.other))
    ]
    return frame(rows, columns=["joined", "one", "other", "score", "reason"])


def nodes_table(network: nx.MultiDiGraph[str]) -> pd.DataFrame:
    """A row for each node."""
    rows = [
        {
            "key": key, "type": data["type"], "label": data["label"], "kind": data.get("kind") or data.get("act"),
            "date": data.get("date"), "country": data.get("country"), "count": data["count"],
        }
        for key in sorted(network)
        if (data := network.nodes[key])
    ]
    return frame(rows, columns="key type label kind date country count".split())


def edges_table(network: nx.MultiDiGraph[str]) -> pd.DataFrame:
    """A row for each edge."""
    rows = [
        {
            "source": one, "target": other, "type": data["type"], "weight": data["count"], "role": data.get("role"),
            "confidence": data.get("confidence"), **_first(data), "key": key,
        }
        for one, other, key, data in sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3])
    ]
    return frame(rows, columns="source target type weight role confidence sentence article key".split())


def _first(data: dict[str, Any]) -> dict[str, str | None]:
    evidence: list[Evidence] = data["evidence"]
    if not evidence:
        return {"sentence": None, "article": None}
    return {"sentence": " ".join(evidence[0].sentence.split()), "article": evidence[0].article}


def _targets(network: nx.MultiDiGraph[str], key: str, kind: str) -> list[str]:
    return list(dict.fromkeys(other for _, other, data in network.out_edges(key, data=True) if data["type"] == kind))


def _labels(network: nx.MultiDiGraph[str], keys: Iterable[str]) -> str:
    return "; ".join(network.nodes[key]["label"] for key in keys)


def _attributes(network: nx.MultiDiGraph[str], keys: Iterable[str], name: str) -> str:
    return "; ".join(dict.fromkeys(v for key in keys if (v := network.nodes[key].get(name))))


def _degree(network: nx.MultiDiGraph[str], key: str) -> int:
    return int(network.degree(key))


def _roles(network: nx.MultiDiGraph[str], key: str) -> list[str]:
    found = []
    for _, other, data in network.out_edges(key, data=True):
        if data["type"] in ("headOf", "roleAt", "memberOf") and data.get("role"):
            post = post_words(data["role"], former=bool(data.get("former")), acting=bool(data.get("acting")))
            found.append((post, network.nodes[other]["label"]))
    told = [set(post.casefold().split()) for post, _ in found]
    posts = network.nodes[key].get("roles", ())
    alone = [post for post in posts if not any(own.issuperset(post.casefold().split()) for own in told)]
    return sorted({*(f"{post}, {body}" for post, body in found), *alone})


def _reported(network: nx.MultiDiGraph[str], key: str, kind: str) -> int:
    return sum(1 for other in network.predecessors(key) if network.nodes[other]["type"] == kind)
