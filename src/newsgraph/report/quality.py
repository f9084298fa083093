"""The figures of a run: counts and shares over the articles, their sentences, and the claims in the graph."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from newsgraph.graph.claims import DEFAULT_CONFIDENCE, claimed
from newsgraph.records import Record
from newsgraph.resolve.copies import copy_groups
from newsgraph.resolve.merges import worded
from newsgraph.sources import Problem

if TYPE_CHECKING:
    import networkx as nx

    from newsgraph.graph.evidence_graph import EvidenceGraph
    from newsgraph.report.text import Figure

LAYERS: Final = ("events", "proposals", "attributions", "relations")
"""The layers of a record that make claims."""


@dataclass(frozen=True, slots=True)
class Quality:
    """What was read and what was found. `str()` for a terminal, `to_dict()` for JSON, a page in a notebook."""

    articles: int
    languages: dict[str, int]
    """ISO 639-1 code, or "unknown", → articles."""
    sources: dict[str, int]
    """The papers with the most articles; "unknown" are those without one."""
    undated_articles: int
    first_day: str | None
    last_day: str | None
    articles_without_claims: tuple[str, ...]
    """Ids of articles of which nothing is in the graph but names."""
    sentences: int
    sentences_without_claims: int
    events: int
    dated_events: int
    placed_events: int
    events_with_agent: int
    factuality: dict[str, int]
    proposals: int
    proposals_with_proposer: int
    statements: int
    statements_with_speaker: int
    claims: dict[str, int]
    """Layer → claims in the records."""
    measured_claims: dict[str, int]
    """Layer → those with a confidence."""
    withheld_claims: dict[str, int]
    """Layer → those that are less likely than the threshold, and so not in the graph."""
    threshold: float
    copies: tuple[tuple[str, ...], ...]
    """Groups of articles that are nearly the same text: an agency's report in several papers, versions of a story."""
    open_decisions: int
    """Pairs that may be the same and were not joined, for a person to judge."""
    left_out: tuple[str, ...]
    """What could not be read, a line each with the remedy."""
    notes: tuple[str, ...]
    """What was read and should be looked at."""

    def to_dict(self) -> dict[str, Any]:
        """The figures as plain data, for JSON."""
        return asdict(self)

    def to_page(self, title: str = "newsgraph") -> str:
        """The report as one HTML page."""
        from newsgraph.report.page import to_page

        return to_page(self._repr_html_(), title)

    def __str__(self) -> str:
        from newsgraph.report.text import to_text

        return to_text(self._figures(), self._days(), self._lists())

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """What IPython shows in a terminal."""
        printer.text(str(self))

    def _repr_html_(self) -> str:
        from newsgraph.report.page import to_fragment

        return to_fragment(self._figures(), self._days(), self._lists())

    def _figures(self) -> list[Figure]:
        """Each figure as a label, a number, and what it is a part of (None if of nothing)."""
        claims, withheld = sum(self.claims.values()), sum(self.withheld_claims.values())
        return [
            ("articles", self.articles, None),
            ("without a date of publication", self.undated_articles, self.articles),
            ("copies of the text of another one", sum(len(group) - 1 for group in self.copies), self.articles),
            ("of which the graph has names alone", len(self.articles_without_claims), self.articles),
            ("sentences", self.sentences, None),
            ("without any claim", self.sentences_without_claims, self.sentences),
            ("events", self.events, None),
            ("dated", self.dated_events, self.events),
            ("placed", self.placed_events, self.events),
            ("with an agent", self.events_with_agent, self.events),
            ("proposals", self.proposals, None),
            ("with a proposer", self.proposals_with_proposer, self.proposals),
            ("statements", self.statements, None),
            ("with a speaker", self.statements_with_speaker, self.statements),
            ("claims in the records", claims, None),
            ("with a measured confidence", sum(self.measured_claims.values()), claims),
            (f"under {self.threshold:g}, not in the graph", withheld, claims),
            ("pairs that may be the same, for you to judge", self.open_decisions, None),
            ("inputs left out", len(self.left_out), None),
        ]

    def _lists(self) -> Iterator[tuple[str, list[str]]]:
        """Each list under its heading; those with nothing in them are left away."""
        found = {
            "Languages": [f"{name}: {number}" for name, number in self.languages.items()],
            "Papers": [f"{name}: {number}" for name, number in self.sources.items()],
            "Events are": [f"{name}: {number}" for name, number in self.factuality.items()],
            "Nearly the same text": [" = ".join(group) for group in self.copies],
            "Articles of which the graph has names alone": list(self.articles_without_claims),
            "Left out": list(self.left_out),
            "To look at": list(self.notes),
        }
        yield from ((heading, lines) for heading, lines in found.items() if lines)

    def _days(self) -> str:
        """From when to when the articles are."""
        return f"published from {self.first_day} to {self.last_day}" if self.first_day else "none has a date"


def assess(graph: EvidenceGraph, problems: Iterable[Problem] = ()) -> Quality:
    """The quality of a graph, with the problems that were met when its articles were read."""
    records = graph.own_records
    threshold = float(graph.corpus.options.get("min_confidence", DEFAULT_CONFIDENCE))
    whole = {layer: [claim for record in records for claim in getattr(record, layer)] for layer in LAYERS}
    kept = [claimed(record, threshold) for record in records]
    days = sorted(day[:10] for record in records if (day := record.article.published))
    bare = [sum(1 for _ in _bare_sentences(record)) for record in kept]
    problems = list(problems)
    return Quality(
        articles=len(records),
        languages=_counted(record.article.language for record in records),
        sources=_counted(record.article.source for record in records),
        undated_articles=len(records) - len(days),
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
        articles_without_claims=tuple(
            record.article.id for record in kept if not any(getattr(record, layer) for layer in LAYERS)
        ),
        sentences=sum(len(record.sentences) for record in kept),
        sentences_without_claims=sum(bare),
        **_nodes(graph.nx),
        claims={layer: len(claims) for layer, claims in whole.items()},
        measured_claims={layer: sum(c.confidence is not None for c in claims) for layer, claims in whole.items()},
        withheld_claims={
            layer: len(claims) - sum(len(getattr(record, layer)) for record in kept) for layer, claims in whole.items()
        },
        threshold=threshold,
        copies=_copies(records),
        open_decisions=sum(not merge.accepted for merge in worded(graph.merges)),
        left_out=tuple(str(problem) for problem in problems if problem.lost),
        notes=tuple(str(problem) for problem in problems if not problem.lost),
    )


def _counted(values: Iterable[str | None]) -> dict[str, int]:
    """How many of what, the most frequent first."""
    return dict(sorted(Counter(value or "unknown" for value in values).items(), key=lambda item: (-item[1], item[0])))


def _copies(records: Sequence[Record]) -> tuple[tuple[str, ...], ...]:
    """The groups of several articles that have one text, the largest first."""
    groups: dict[int, list[str]] = defaultdict(list)
    for article, number in copy_groups(records).items():
        groups[number].append(article)
    found = (tuple(sorted(group)) for group in groups.values() if len(group) > 1)
    return tuple(sorted(found, key=lambda group: (-len(group), group)))


def _nodes(network: nx.MultiDiGraph[str]) -> dict[str, Any]:
    """The figures on events, proposals and statements of the graph."""
    keys: dict[str, list[str]] = {"Event": [], "Proposal": [], "Statement": []}
    for key, data in network.nodes(data=True):
        if data["type"] in keys:
            keys[data["type"]].append(key)

    def tied(type: str, tie: str) -> int:
        return sum(any(d["type"] == tie for _, _, d in network.out_edges(key, data=True)) for key in keys[type])

    events = [network.nodes[key] for key in keys["Event"]]
    return {
        "events": len(events),
        "dated_events": sum("date" in data for data in events),
        "placed_events": tied("Event", "place"),
        "events_with_agent": tied("Event", "agent"),
        "factuality": _counted(data.get("factuality") for data in events),
        "proposals": len(keys["Proposal"]),
        "proposals_with_proposer": tied("Proposal", "proposedBy"),
        "statements": len(keys["Statement"]),
        "statements_with_speaker": tied("Statement", "saidBy"),
    }


def _bare_sentences(record: Record) -> Iterator[tuple[int, int]]:
    """The sentences of a record that no claim touches."""
    starts = [start for start, _ in record.sentences]
    told: set[int] = set()
    for start, end in _spans(record):
        first = max(0, bisect_right(starts, start) - 1)
        last = max(first, bisect_right(starts, max(start, end - 1)) - 1)
        told.update(range(first, last + 1))
    yield from (sentence for number, sentence in enumerate(record.sentences) if number not in told)


def _spans(record: Record) -> Iterator[tuple[int, int]]:
    claims: Sequence[Any] = (*record.events, *record.proposals, *record.relations)
    yield from ((claim.start, claim.end) for claim in claims)
    for said in record.attributions:
        spans: Sequence[Any] = (said.content, said.cue, said.source)
        yield from ((span.start, span.end) for span in spans if span is not None)
