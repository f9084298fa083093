"""The graph of a project to N-Triples and N-Quads, without a graph in memory."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from newsgraph.graph.claims import DEFAULT_CONFIDENCE
from newsgraph.on_disk.ledger import KnownKeys
from newsgraph.on_disk.saving import base_of, check_outputs, claims_of, laid_down, write_network
from newsgraph.on_disk.scratch import scratch
from newsgraph.project import schema
from newsgraph.project.contents import tell_unfit
from newsgraph.project.keeping import KeptKeys, read_base, read_decisions, write_base
from newsgraph.project.kept_places import texts_of, write_keys
from newsgraph.project.kept_records import as_it_is, stored_records
from newsgraph.sources import OnProblem


def save_project(
    connection: sqlite3.Connection,
    project: Path,
    paths: Sequence[Path],
    *,
    base: str | None = None,
    license: str | None = None,
    min_confidence: float = DEFAULT_CONFIDENCE,
    on_problem: OnProblem = lambda problem: None,
) -> int:
    """Write the graph of a project to files, all or none; how many articles there were.

    The files are those that `KnowledgeGraph.save` writes, and the keys that `Project.graph` keeps are kept, through
    the connection, unless the file may only be read.

    Raises:
        ProjectError: the project can't be read, or written.
        OutputError: a file can't be written, or is of another format.
    """
    check_outputs(paths, base, license)
    with scratch() as found:
        with schema.explained(project), as_it_is(project) as reading:  # for a short time: others may wait to write
            records, given = stored_records(reading, project), KeptKeys(reading)
            known, kept = KnownKeys(found, given), read_base(reading)
            claims = claims_of(records, read_decisions(reading, project, on_problem), min_confidence)
        network, new = laid_down(found, claims, min_confidence, known)
        tell_unfit(claims[1].unfit, project, on_problem)
        own = kept or base_of(network)
        if os.access(project, os.W_OK):
            with schema.explained(project), schema.if_there_is_room(project, on_problem):
                if new:
                    write_keys(connection, new.given(), new.stories(), new.places(), texts_of(network.records))
                if records and kept is None:
                    write_base(connection, own)
        elif new or (records and kept is None):
            schema.tell_read_only(project, on_problem)
        write_network(network, paths, base or own, license, on_problem)
    return len(records)
