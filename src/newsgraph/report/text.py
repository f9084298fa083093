"""The report as lines for a terminal, and the table of figures that the page shows too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from newsgraph.report.quality import Quality

MOST: Final = 10
"""Lines of each list; what is left is counted."""


def figures(quality: Quality) -> list[tuple[str, int, int | None]]:
    """Each figure as a label, a number, and what it is a part of (None if of nothing)."""
    claims, withheld = sum(quality.claims.values()), sum(quality.withheld_claims.values())
    return [
        ("articles", quality.articles, None),
        ("without a date of publication", quality.undated_articles, quality.articles),
        ("copies of the text of another one", sum(len(group) - 1 for group in quality.copies), quality.articles),
        ("of which the graph has names alone", len(quality.articles_without_claims), quality.articles),
        ("sentences", quality.sentences, None),
        ("without any claim", quality.sentences_without_claims, quality.sentences),
        ("events", quality.events, None),
        ("dated", quality.dated_events, quality.events),
        ("placed", quality.placed_events, quality.events),
        ("with an agent", quality.events_with_agent, quality.events),
        ("proposals", quality.proposals, None),
        ("with a proposer", quality.proposals_with_proposer, quality.proposals),
        ("statements", quality.statements, None),
        ("with a speaker", quality.statements_with_speaker, quality.statements),
        ("claims in the records", claims, None),
        ("with a measured confidence", sum(quality.measured_claims.values()), claims),
        (f"under {quality.threshold:g}, not in the graph", withheld, claims),
        ("pairs that may be the same, for you to judge", quality.open_decisions, None),
        ("inputs left out", len(quality.left_out), None),
    ]


def lists(quality: Quality) -> Iterator[tuple[str, list[str]]]:
    """Each list under its heading; those with nothing in them are left away."""
    found = {
        "Languages": [f"{name}: {number}" for name, number in quality.languages.items()],
        "Papers": [f"{name}: {number}" for name, number in quality.sources.items()],
        "Events are": [f"{name}: {number}" for name, number in quality.factuality.items()],
        "Nearly the same text": [" = ".join(group) for group in quality.copies],
        "Articles of which the graph has names alone": list(quality.articles_without_claims),
        "Left out": list(quality.left_out),
        "To look at": list(quality.notes),
    }
    yield from ((heading, lines) for heading, lines in found.items() if lines)


def days(quality: Quality) -> str:
    """From when to when the articles are."""
    return f"published from {quality.first_day} to {quality.last_day}" if quality.first_day else "none has a date"


def to_text(quality: Quality) -> str:
    """The report in lines."""
    lines = []
    for label, number, whole in figures(quality):
        if whole is None:
            lines.append(f"{number:>8,}  {label}")
        elif whole:
            lines.append(f"{number / whole:>8.0%}    {label} ({number:,})")
    lines.insert(1, f"{'':10}{days(quality)}")
    for heading, entries in lists(quality):
        lines += ["", heading, *(f"  {entry}" for entry in entries[:MOST])]
        if len(entries) > MOST:
            lines.append(f"  … and {len(entries) - MOST} more")
    return "\n".join(lines)
