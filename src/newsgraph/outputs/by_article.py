"""A corpus in RDF article by article: in constant memory, and nothing is put together across articles.

What is written is what the graph of each article alone would be, one behind the other. Each article has its own base,
so that nodes of two articles are only the same where links to Wikidata or GeoNames say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

from newsgraph.errors import OutputError
from newsgraph.graph.bases import article_base, check_base
from newsgraph.outputs.formats import format_ending
from newsgraph.outputs.license import check_license
from newsgraph.outputs.saving import check_output, tell_replaced
from newsgraph.rdf.writing import write_rdf
from newsgraph.records import Record
from newsgraph.resolve.decisions import Decision
from newsgraph.sources import OnProblem
from newsgraph.whole_files import synced, told, whole_files, zipped

ENDINGS = (".nt", ".nq")
"""Formats of which one file behind another is a file."""


def check_by_article(path: Path) -> None:
    """Make sure that a file can be written article by article.

    Raises:
        OutputError: it can't.
    """
    check_output(path)
    if format_ending(path) not in ENDINGS:
        raise OutputError(
            f"{path}: needs the whole graph; with --by-article name files that end in {' or '.join(ENDINGS)} (or .gz)"
        )


def save_by_article(
    records: Iterable[Record],
    paths: Sequence[Path],
    *,
    base: str | None = None,
    license: str | None = None,
    min_confidence: float = 0.5,
    decisions: Iterable[Decision] = (),
    on_problem: OnProblem = lambda problem: None,
) -> int:
    """Write records to files, all or none, each article by itself; how many there were.

    Of the `decisions` of people those count that are about one article. `on_problem` is called with articles that have
    characters which RDF can't hold.

    Raises:
        OutputError: a file can't be written, or not article by article.
    """
    from newsgraph.graph.evidence_graph import EvidenceGraph

    if base is not None:
        check_base(base)
    if license is not None:
        check_license(license)
    for path in paths:
        check_by_article(path)
    by_article: dict[str, list[Decision]] = {}
    for decision in decisions:
        about = {anchor.article for anchor in (*decision.one, *decision.other)}
        if len(about) == 1:
            by_article.setdefault(about.pop(), []).append(decision)
    number = 0
    with whole_files(paths) as whole:
        with ExitStack() as packed:
            streams = [packed.enter_context(zipped(p, stream)) for p, stream in zip(paths, whole, strict=True)]
            for record in records:
                number += 1
                tell_replaced([record], on_problem)
                decided = by_article.get(record.article.id, ())
                graph = EvidenceGraph.from_records([record], min_confidence=min_confidence, decisions=decided)
                for path, stream in zip(paths, streams, strict=True):
                    with told(path):
                        write_rdf(graph, stream, format_ending(path), article_base(record.article, base), license)
        for path, stream in zip(paths, whole, strict=True):
            with told(path):
                synced(stream)
    return number
