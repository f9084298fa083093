"""Options that say how articles are read, given where there are only records, which are not read again."""

from __future__ import annotations

import os
from pathlib import Path

import click
from click.core import ParameterSource

from newsgraph.sources import OnProblem, Problem

_READING = {
    "model": "--model", "knowledge": "--knowledge", "lexicon": "--lexicon", "fields": "--field",
    "day_first": "--day-first/--month-first",
}


def tell_idle_options(inputs: tuple[str, ...], on_problem: OnProblem) -> None:
    """Tell of such options of the command that runs."""
    from newsgraph.record_files import is_project, is_record_file

    context = click.get_current_context()
    given = [
        option for name, option in _READING.items() if context.get_parameter_source(name) is ParameterSource.COMMANDLINE
    ]
    files = [Path(name) for name in inputs if os.path.isfile(name)]  # noqa: PTH113 (one may be a query, too long for a name)
    if given and files and all(is_record_file(path) or is_project(path) for path in files):
        idle = f"{' and '.join(given)} change{'s' if len(given) == 1 else ''} nothing"
        message, remedy = f"holds records, which are not read again, so {idle}", "give the articles, or leave it out"
        on_problem(Problem(str(files[0]), message, remedy, lost=False))
