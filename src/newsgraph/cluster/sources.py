"""The files that inputs stand for, each with a name for messages and a place that is the same on all machines."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from newsgraph.cluster.places import is_url, opened
from newsgraph.record_files import holds_records
from newsgraph.sources import OnProblem, Problem
from newsgraph.sources.archives import is_passed_over
from newsgraph.sources.files import find_inputs, unreadable
from newsgraph.sources.formats import format_of_name


class Source(msgspec.Struct, frozen=True):
    """One file of articles."""

    origin: str
    """As it was given: a path, or a URL."""
    place: str
    """An absolute path, or the URL."""
    size: int
    """In bytes."""


def find_sources(inputs: Iterable[str], on_problem: OnProblem) -> Iterator[Source]:
    """The files of paths, folders and URLs, in their order; a URL may be a folder or a pattern with `*`.

    Raises:
        ClusterError: URLs of a protocol that nothing is installed for.
    """
    for url, names in itertools.groupby(inputs, key=lambda name: is_url(name) and not os.path.lexists(name)):
        if url:
            for name in names:
                yield from _under_url(name, on_problem)
        else:
            yield from _on_disk(names, on_problem)


def _on_disk(names: Iterable[str], on_problem: OnProblem) -> Iterator[Source]:
    for file in find_inputs(names, on_problem):
        if file.path is None:
            on_problem(Problem(file.origin, "can't be divided among machines", "save it in a file"))
        elif holds_records(file):
            remedy = "`newsgraph add` and `newsgraph build` take it as it is"
            on_problem(Problem(file.origin, "holds records, which are read already", remedy))
        else:
            yield Source(file.origin, str(Path(file.path).absolute()), file.path.stat().st_size)


def _under_url(name: str, on_problem: OnProblem) -> Iterator[Source]:
    system, path = opened(name)
    try:
        if "*" in name:
            found = sorted(system.glob(path))
        else:
            found = sorted(system.find(path)) if system.isdir(path) else [path]
        several = found != [path]
        chosen = [
            one
            for one in found
            if not several or (format_of_name(one) and not is_passed_over(one.removeprefix(path).lstrip("/")))
        ]
        for one in chosen:
            url = system.unstrip_protocol(one) if several else name
            yield Source(url, url, int(system.size(one) or 0))
    except OSError as error:
        on_problem(unreadable(name, error))
        return
    if not chosen:
        on_problem(Problem(name, "no article is there", "check the URL"))
