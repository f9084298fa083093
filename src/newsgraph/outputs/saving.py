"""Files out: what can be written where, and all of it or nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsgraph.errors import OutputError
from newsgraph.graph.bases import check_base
from newsgraph.graph.characters import controls_in
from newsgraph.outputs.formats import FORMATS, NEO4J, PROJECT, TABLES, format_ending, stem_of, writers_of
from newsgraph.outputs.license import check_license
from newsgraph.sources import OnProblem, Problem
from newsgraph.stored.records import heads
from newsgraph.whole_files import is_special, synced, target_of, told, whole_files, zipped

if TYPE_CHECKING:
    from newsgraph.graph.evidence_graph import EvidenceGraph
    from newsgraph.records import Record
    from newsgraph.stored.records import Head

_REPLACING = (".ttl", ".nt", ".nq", ".trig", ".jsonld", ".rdf", ".graphml", ".gexf")
"""Endings of formats that can't hold all characters."""

_NO_PROJECT = "a project is made new, and not packed; name another file, or use `newsgraph add` for one that is there"


def check_output(path: Path) -> None:
    """Make sure, before work begins, that a graph can be written there.

    Raises:
        OutputError: the ending names no format, a table has no such name, or the folder is missing or locked.
    """
    if path.name == NEO4J:
        _check_folder(path, path.parent)
        return
    ending = format_ending(path)
    if str(path) == "-":
        raise OutputError("-: does not say a format; name a file, or print records with `newsgraph extract`")
    if ending not in FORMATS:
        raise OutputError(f"{path}: no format has the ending {ending!r}; use one of {' '.join(FORMATS)}")
    if ending in (".csv", ".parquet") and stem_of(path) not in TABLES:
        raise OutputError(f"{path}: a table is named after what it holds; name it one of {', '.join(TABLES)}")
    if ending == PROJECT and (path.exists() or path.suffix.lower() != PROJECT):
        raise OutputError(f"{path}: {_NO_PROJECT}")
    if is_special(path):
        return
    _check_folder(path, target_of(path).parent)
    if path.is_dir():
        raise OutputError(f"{path}: is a folder; name a file in it")


def _check_folder(path: Path, folder: Path) -> None:
    if not folder.is_dir():
        raise OutputError(f"{path}: there is no folder {str(folder)!r}; make it first")
    if not os.access(folder, os.W_OK):
        raise OutputError(f"{path}: the folder can't be written to; choose another, or change its permissions")


def save(graph: EvidenceGraph, path: Path, **options: Any) -> Path:
    """Write a graph in the format of the ending.

    Options: `base` (IRI of the individuals), `license` (IRI of that under which RDF is published), `title` (of the
    page), `texts` (whether the page holds whole articles).

    Raises:
        OutputError: it can't be written; nothing is left half done.
    """
    save_all(graph, [path], **options)
    return path


def save_all(graph: EvidenceGraph, paths: Sequence[Path], **options: Any) -> None:
    """Write a graph to several files, all or none: they take their names when all are written and on the disk.

    Raises:
        OutputError: one can't be written; nothing is left half done, and files of before stay as they were.
    """
    if (base := options.get("base")) is not None:
        check_base(base)
    if (license := options.get("license")) is not None:
        check_license(license)
    for path in paths:
        check_output(path)
    if "on_problem" in options:
        _tell_replaced(graph, paths, options["on_problem"])
    writers = [found for path in paths for found in writers_of(path)]
    with whole_files([path for path, _ in writers]) as streams:
        for (path, write), stream in zip(writers, streams, strict=True):
            with told(path):
                with zipped(path, stream) as inner:
                    write(graph, inner, stem_of(path), {**options, "folder": path.parent})
                synced(stream)


def _tell_replaced(graph: EvidenceGraph, paths: Sequence[Path], on_problem: OnProblem) -> None:
    """Tell of what is replaced, where a format can't hold all characters."""
    if any(path.name == NEO4J or format_ending(path) in _REPLACING for path in paths):
        tell_replaced(heads(graph.records), on_problem)


def tell_replaced(records: Iterable[Head | Record], on_problem: OnProblem) -> None:
    """Tell of articles with characters that XML and RDF can't hold, for they are written as �."""
    for record in records:
        texts = (record.article.text, record.article.title or "", record.article.source or "")
        if number := sum(map(controls_in, texts)):
            count = f"{number} control character" + ("s" if number > 1 else "")
            on_problem(Problem(
                record.article.origin or record.article.id, f"has {count}, written as �",
                "take out of the article what is no text", lost=False,
            ))  # fmt: skip
