"""Options that change nothing: how articles are read, where there are only records; how what is not written looks."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

if TYPE_CHECKING:
    from newsgraph.sources import OnProblem

_READING = {
    "model": "--model", "knowledge": "--knowledge", "lexicon": "--lexicon", "fields": "--field",
    "day_first": "--day-first/--month-first",
}
_WRITING = {
    "title": ("--title", "the page"), "texts": ("--texts/--no-texts", "the page"), "base": ("--base", "RDF"),
    "license": ("--license", "RDF"),
}
"""Options, and what they are about."""


def tell_idle_outputs(outputs: Sequence[Path], on_problem: OnProblem) -> None:
    """Tell of options of the command that runs which are about outputs that are not written."""
    from newsgraph.outputs.formats import format_ending
    from newsgraph.sources import RDF_ENDINGS, Problem

    context = click.get_current_context()
    endings = {format_ending(path) for path in outputs}
    holding: dict[str, Sequence[str]] = {"the page": (".html",), "RDF": RDF_ENDINGS}
    for name, (option, what) in _WRITING.items():
        fitting = holding[what]
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE and endings.isdisjoint(fitting):
            message, remedy = f"is about {what}, and none is written", f"name a file such as -o graph{fitting[0]}"
            on_problem(Problem(option, message, f"{remedy}, or leave it out", lost=False))


def tell_idle_options(inputs: tuple[str, ...], on_problem: OnProblem) -> None:
    """Tell of such options of the command that runs."""
    from newsgraph.record_files import is_project, is_record_file
    from newsgraph.sources import Problem

    context = click.get_current_context()
    given = [
        option for name, option in _READING.items() if context.get_parameter_source(name) is ParameterSource.COMMANDLINE
    ]
    files = [Path(name) for name in inputs if os.path.isfile(name)]  # noqa: PTH113 (one may be a query, too long for a name)
    if given and files and all(is_record_file(path) or is_project(path) for path in files):
        idle = f"{' and '.join(given)} change{'s' if len(given) == 1 else ''} nothing"
        message, remedy = f"holds records, which are not read again, so {idle}", "give the articles, or leave it out"
        on_problem(Problem(str(files[0]), message, remedy, lost=False))
