"""The command report: notes on the quality of a run."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgraph.cli.reading import Problems, Reading, reads
from newsgraph.errors import OutputError

if TYPE_CHECKING:
    from newsgraph.sources import Problem


@click.command(
    epilog="""\b
Examples:
  newsgraph report articles/
  newsgraph report records.jsonl -o report.html"""
)
@click.option(
    "--output", "-o", "outputs", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
    help="Write a page (.html) or data (.json) instead of printing; may be repeated.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of lines.")
@click.option("--title", default="newsgraph", help="Title of the HTML page.")
@reads()
def report(reading: Reading, outputs: tuple[Path, ...], as_json: bool, title: str) -> int:
    """Say how good the graph of INPUT is: what was read, what was found, what is missing.

    It counts languages, sentences without a claim, dated and placed events, claims that are too unsure for the graph,
    copies of one text, and lists what was left out.
    """
    from newsgraph.report import assess
    from newsgraph.whole_files import whole_file

    for path in outputs:
        if path.suffix.lower() not in (".html", ".json"):
            raise OutputError(f"{path}: a report is a page or data; name it .html or .json")
    heard = _Heard(reading.quiet)
    reading = replace(reading, problems=heard)
    quality = assess(reading.graph(), heard.met)
    data = json.dumps(quality.to_dict(), ensure_ascii=False, indent=1) + "\n"
    for path in outputs:
        with whole_file(path) as stream:
            stream.write((quality.to_page(title) if path.suffix.lower() == ".html" else data).encode())
    if not outputs:
        click.echo(data if as_json else str(quality), nl=not as_json)
    return reading.exit_code()


class _Heard(Problems):
    """Prints each problem, and keeps it for the report."""

    def __init__(self, quiet: bool) -> None:
        super().__init__(quiet)
        self.met: list[Problem] = []

    def __call__(self, problem: Problem) -> None:
        self.met.append(problem)
        super().__call__(problem)
