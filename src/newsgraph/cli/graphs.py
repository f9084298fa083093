"""The commands over articles: build, extract, view, show."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgraph.cli.idle import tell_idle_outputs
from newsgraph.cli.large import graph_unless_large
from newsgraph.cli.reading import Reading, base_option, license_option, reads
from newsgraph.errors import NewsgraphError, OutputError, SourceError

if TYPE_CHECKING:
    from newsgraph.records import Record
    from newsgraph.resolve.decisions import Decision

HERE = "here"
"""What `--dask` says without an address."""


@click.command(
    epilog="""\b
Examples:
  newsgraph build articles/ -o graph.ttl -o graph.html
  newsgraph build archive.csv --field text=body -o proposals.csv
  newsgraph extract articles/ | newsgraph build - -o graph.graphml"""
)
@click.option(
    "--output", "-o", "outputs", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
    help="May be repeated. The ending says the format: .ttl .nt .nq .trig .jsonld .rdf .html .graphml .gexf .json "
    "(node-link) .jsonl (records) .csv .parquet (a table, which the name says: events.csv, proposals.csv …), all also "
    "with .gz; neo4j (a folder for neo4j-admin); .newsgraph (a new project).",
)
@click.option("--title", default="newsgraph", help="Title of the HTML page.")
@click.option(
    "--texts/--no-texts", default=True, help="Whether the HTML page holds the whole articles, or only what is quoted."
)
@base_option
@license_option
@click.option(
    "--by-article", is_flag=True,
    help="Write each article by itself (.nt .nq), in constant memory; nothing is joined across articles.",
)
@reads()
def build(
    reading: Reading, outputs: tuple[Path, ...], title: str, texts: bool, base: str | None, license: str | None,
    by_article: bool,
) -> int:
    """Build the graph of INPUT and write it to each FILE; print a summary on stderr.

    Of more than 4,000 articles, or a project of as many, that go to .nt and .nq alone, the graph lies on the disk while
    it is built.
    """
    from newsgraph.graph.bases import check_base
    from newsgraph.outputs.license import check_license
    from newsgraph.outputs.saving import check_output, save_all

    if base is not None:
        check_base(base)
    if license is not None:
        check_license(license)
    tell_idle_outputs(outputs, reading.problems)
    if by_article:
        return _build_by_article(reading, outputs, base, license)
    for path in outputs:
        check_output(path)
    graph = graph_unless_large(reading, outputs, base, license)
    written = f"Written: {', '.join(map(str, outputs))}"
    if isinstance(graph, int):
        if not reading.quiet:
            click.echo(f"{written} ({graph} articles, the graph on the disk)", err=True)
        return reading.exit_code()
    save_all(graph, outputs, on_problem=reading.problems, base=base, license=license, title=title, texts=texts)
    if not reading.quiet:
        click.echo(graph.summary(), err=True)
        if outputs:
            click.echo(f"\n{written}", err=True)
    return reading.exit_code()


def _build_by_article(
    reading: Reading, outputs: tuple[Path, ...], base: str | None, license: str | None
) -> int:
    from newsgraph.outputs.by_article import check_by_article, save_by_article
    from newsgraph.project import open_project
    from newsgraph.record_files import sole_project

    if not outputs:
        raise OutputError("--by-article: writes to files; name one with -o, as in -o graph.nq")
    for path in outputs:
        check_by_article(path)
    decisions: list[Decision] = []
    if (path_of_project := sole_project(reading.inputs)) is not None:
        with open_project(path_of_project, create=False) as project:
            decisions = project.decisions(reading.problems)
    number = save_by_article(
        _told_records(reading), outputs, base=base, license=license, min_confidence=reading.min_confidence,
        decisions=decisions, on_problem=reading.problems,
    )  # fmt: skip
    if not reading.quiet:
        articles = f"{number} article" + ("s, each" if number > 1 else "")
        click.echo(f"Written: {', '.join(map(str, outputs))} ({articles} by itself)", err=True)
    return reading.exit_code()


def _told_records(reading: Reading) -> Iterator[Record]:
    """The records; ends the program if there is none."""
    found = False
    for record in reading.records():
        found = True
        yield record
    if not found:
        raise SourceError("no article could be read, so nothing was written; see the lines above")


@click.command(
    epilog="""\b
Examples:
  newsgraph extract articles/ > records.jsonl
  newsgraph extract archive.jsonl --table events > events.csv
  newsgraph extract archive/ 's3://bucket/*.warc.gz' -o /shared/records --dask tcp://host:8786"""
)
@click.option(
    "--output", "-o", metavar="FILE",
    help="Write here; without it, or for -, to stdout. With --dask a folder, or a URL.",
)
@click.option(
    "--table", metavar="NAME", help="Print a CSV table instead of records: events, proposals, statements, relations …"
)
@click.option(
    "--dask", is_flag=False, flag_value=HERE, metavar="[ADDRESS]",
    help="Read on a Dask cluster (its scheduler, or its scheduler file) into files in a folder, with a manifest; "
    "without ADDRESS on one of --jobs processes on this machine.",
)
@click.option(
    "--format", "format", type=click.Choice(["jsonl", "parquet"]), default="jsonl", show_default=True,
    help="Of the files that --dask writes.",
)
@click.option(
    "--part-size", default=100, show_default=True, type=click.IntRange(1), help="Articles of a file that --dask writes."
)
@reads()
def extract(
    reading: Reading, output: str | None, table: str | None, dask: str | None, format: str, part_size: int
) -> int:
    """Print the record of each article as a line of JSON.

    With --dask the inputs may also be URLs. What an earlier run into the same folder has read is not read again, and
    `newsgraph add PROJECT FOLDER/manifest.json` takes the records in.
    """
    if dask is not None:
        if table is not None:
            raise NewsgraphError("--table and --dask don't go together; make the table of the records that it writes")
        return _extract_parts(reading, output, None if dask == HERE else dask, format, part_size)
    from newsgraph.whole_files import whole_file, zipped

    lines = _record_lines(reading) if table is None else _table_lines(reading, table)
    if output is None or output == "-":
        for line in lines:
            sys.stdout.buffer.write(line)
            sys.stdout.buffer.flush()
    else:
        with whole_file(path := Path(output)) as stream, zipped(path, stream) as inner:
            inner.writelines(lines)
    return reading.exit_code()


def _extract_parts(reading: Reading, output: str | None, address: str | None, format: str, part_size: int) -> int:
    from newsgraph.cluster.run import extract_parts

    if output is None or output == "-":
        raise OutputError("--dask writes many files; name their folder with -o")
    done = extract_parts(
        reading.inputs, output, address=address, jobs=reading.jobs, format=format, part_size=part_size,
        model=reading.model, knowledge=reading.knowledge, lexicon=reading.lexicon, on_problem=reading.problems,
        fields=reading.fields, day_first=reading.day_first, shard=reading.shard, progress=reading.progress,
    )  # fmt: skip
    if not reading.quiet:
        failures = f", {len(done.failures)} failed" if done.failures else ""
        click.echo(f"{output}: {done.rows} records in {len(done.parts)} files{failures}", err=True)
    return reading.exit_code()


def _record_lines(reading: Reading) -> Iterator[bytes]:
    from newsgraph.record_lines import to_json

    found = False
    for record in reading.records():
        found = True
        yield to_json(record) + b"\n"
    if not found:
        raise SourceError("no article could be read; see the lines above")


def _table_lines(reading: Reading, table: str) -> Iterator[bytes]:
    from newsgraph.outputs.formats import TABLES

    if table not in TABLES:
        raise NewsgraphError(f"--table {table}: there is no such table; use one of {', '.join(TABLES)}")
    yield getattr(reading.graph(), table)().to_csv(index=False, lineterminator="\n").encode()


@click.command(epilog="Example:  newsgraph view articles/")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Keep the page here.")
@click.option("--open/--no-open", "browse", default=True, help="Whether to open a browser.")
@reads()
def view(reading: Reading, output: Path | None, browse: bool) -> int:
    """Build the graph of INPUT and open it in the browser; print where the page is."""
    import tempfile
    import webbrowser

    from newsgraph.outputs.saving import check_output, save

    if output is not None:
        check_output(output)
        if output.suffix.lower() != ".html":
            raise OutputError(f"{output}: view makes a page, so name it .html; other formats come from newsgraph build")
    page = output or Path(tempfile.mkdtemp(prefix="newsgraph-")) / "graph.html"
    click.echo(save(reading.graph(), page).resolve())
    if browse:
        webbrowser.open(page.resolve().as_uri())
    return reading.exit_code()


@click.command(epilog="Example:  newsgraph show 'European Union' articles/")
@click.argument("name")
@reads()
def show(reading: Reading, name: str) -> int:
    """Print everything on NAME, an actor, place, event or proposal, with the sentences."""
    if os.path.lexists(name) and not any(map(os.path.lexists, reading.inputs)):
        inputs = " ".join(map(shlex.quote, (*reading.inputs, name)))
        raise NewsgraphError(f"{name}: is a file; the name comes first: newsgraph show {inputs}")
    graph = reading.graph()
    click.echo(str(graph.dossier(name)))
    _, *others = graph.find_all(name)
    if others and not reading.quiet:
        shown = [key + (f" ({land})" if (land := graph.nx.nodes[key].get("country")) else "") for key in others[:5]]
        more = ", …" if len(others) > len(shown) else ""
        count = f"{len(others)} others go" if len(others) > 1 else "1 other goes"
        click.echo(f"note: {count} by the name {name!r}; show them by key: {', '.join(shown)}{more}", err=True)
    return reading.exit_code()
