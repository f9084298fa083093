"""The command line: parses, calls, prints. Data to stdout, everything else to stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsgraph import __version__
from newsgraph.errors import NewsgraphError, SourceError

if TYPE_CHECKING:
    from newsgraph.graph import KnowledgeGraph
    from newsgraph.sources import Problem

NOTHING_DONE = 2
LEFT_OUT = 1


class _Problems:
    """Prints each problem as a line, and remembers whether anything was left out."""

    def __init__(self) -> None:
        self.lost = 0

    def __call__(self, problem: Problem) -> None:
        self.lost += problem.lost
        note = "left out: " if problem.lost else "note: "
        click.echo(f"{note}{problem}", err=True)


@contextmanager
def _one_line() -> Iterator[None]:
    """A mistake that a person can mend ends in one line and exit code 2."""
    try:
        yield
    except NewsgraphError as error:
        click.echo(f"newsgraph: {error}", err=True)
        sys.exit(NOTHING_DONE)
    except KeyError as error:
        click.echo(f"newsgraph: {error.args[0]}", err=True)
        sys.exit(NOTHING_DONE)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(LEFT_OUT)


_inputs = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
_model = click.option(
    "--model", default="en_core_web_md", show_default=True, help="An installed spaCy pipeline for English."
)
_jobs = click.option("--jobs", "-j", default=1, show_default=True, type=click.IntRange(1), help="Processes to use.")
_field = click.option(
    "--field",
    "fields",
    multiple=True,
    metavar="FIELD=NAME",
    help="What a field is called in JSON Lines or CSV, as in text=body. Fields: id text title published url source "
    "author language.",
)
_quiet = click.option("--quiet", "-q", is_flag=True, help="No progress, no summary.")
_base = click.option(
    "--base", default="https://w3id.org/newsgraph/id/", show_default=True, help="IRI that the nodes stand under in RDF."
)


def _mapping(fields: tuple[str, ...]) -> dict[str, str]:
    pairs = [field.partition("=") for field in fields]
    wrong = [name for name, sign, value in pairs if not (sign and value)]
    if wrong:
        raise SourceError(f"--field {wrong[0]}: write it as FIELD=NAME, as in text=body")
    return {name: value for name, _, value in pairs}


def _build(
    inputs: tuple[str, ...], model: str, jobs: int, fields: tuple[str, ...], quiet: bool, problems: _Problems
) -> KnowledgeGraph:
    from newsgraph.extraction import build

    graph = build(
        inputs, model=model, jobs=jobs, on_problem=problems, fields=_mapping(fields),
        progress=not quiet and sys.stderr.isatty(),
    )
    if not graph.records:
        click.echo("newsgraph: no article could be read; nothing was written", err=True)
        sys.exit(NOTHING_DONE)
    return graph


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example:  newsgraph build articles/ -o graph.ttl -o graph.html",
)
@click.version_option(__version__, prog_name="newsgraph")
def main() -> None:
    """Build a knowledge graph from news articles: who did, said and proposed what, to whom, where and when.

    Every node and edge leads to the sentence that it rests on. An INPUT is a file of plain text, HTML, JSON Lines or
    CSV, a directory of such files, records that `newsgraph extract` wrote, or - for standard input.
    """


@main.command(
    epilog="""\b
Examples:
  newsgraph build articles/ -o graph.ttl -o graph.html
  newsgraph build archive.csv --field text=body -o proposals.csv
  newsgraph extract articles/ | newsgraph build - -o graph.graphml"""
)
@_inputs
@click.option(
    "--output", "-o", "outputs", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
    help="May be repeated. The ending says the format: .ttl .nt .nq .trig .jsonld .rdf .html .graphml .gexf .json "
    "(node-link) .jsonl (records) .csv .parquet (a table, which the name says: events.csv, proposals.csv …).",
)
@click.option("--title", default="newsgraph", help="Title of the HTML page.")
@_base
@_model
@_jobs
@_field
@_quiet
def build(
    inputs: tuple[str, ...], outputs: tuple[Path, ...], title: str, base: str, model: str, jobs: int,
    fields: tuple[str, ...], quiet: bool,
) -> None:
    """Build the graph of INPUT and write it to each FILE; print a summary on stderr."""
    problems = _Problems()
    with _one_line():
        from newsgraph.outputs import check_output, save

        for path in outputs:
            check_output(path)
        graph = _build(inputs, model, jobs, fields, quiet, problems)
        for path in outputs:
            save(graph, path, base=base, title=title)
        if not quiet:
            click.echo(graph.summary(), err=True)
            if outputs:
                click.echo("\nWritten: " + ", ".join(map(str, outputs)), err=True)
    sys.exit(LEFT_OUT if problems.lost else 0)


@main.command(
    epilog="""\b
Examples:
  newsgraph extract articles/ > records.jsonl
  newsgraph extract archive.jsonl --table events > events.csv"""
)
@_inputs
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Write here instead of stdout.")
@click.option(
    "--table", metavar="NAME", help="Print a CSV table instead of records: events, proposals, statements, relations …"
)
@_model
@_jobs
@_field
@_quiet
def extract(
    inputs: tuple[str, ...], output: Path | None, table: str | None, model: str, jobs: int, fields: tuple[str, ...],
    quiet: bool,
) -> None:
    """Print the record of each article as a line of JSON."""
    problems = _Problems()
    with _one_line():
        if table is not None:
            _print_table(_build(inputs, model, jobs, fields, quiet, problems), table, output)
        else:
            _print_records(inputs, output, model, jobs, fields, quiet, problems)
    sys.exit(LEFT_OUT if problems.lost else 0)


def _print_table(graph: KnowledgeGraph, table: str, output: Path | None) -> None:
    from newsgraph.outputs import TABLES, whole_file

    if table not in TABLES:
        raise NewsgraphError(f"--table {table}: there is no such table; use one of {', '.join(TABLES)}")
    text: str = getattr(graph, table)().to_csv(index=False, lineterminator="\n")
    if output is None:
        click.echo(text, nl=False)
    else:
        with whole_file(output) as stream:
            stream.write(text.encode())


def _print_records(
    inputs: tuple[str, ...], output: Path | None, model: str, jobs: int, fields: tuple[str, ...], quiet: bool,
    problems: _Problems,
) -> None:
    from newsgraph.extraction import extract as read
    from newsgraph.outputs import whole_file
    from newsgraph.records import to_json

    progress = not quiet and sys.stderr.isatty()
    records = read(
        inputs, model=model, jobs=jobs, on_problem=problems, fields=_mapping(fields), progress=progress
    )
    count = 0
    if output is None:
        for count, record in enumerate(records, 1):  # noqa: B007
            sys.stdout.buffer.write(to_json(record) + b"\n")
            sys.stdout.buffer.flush()
    else:
        with whole_file(output) as stream:
            for count, record in enumerate(records, 1):  # noqa: B007
                stream.write(to_json(record) + b"\n")
    if not count:
        click.echo("newsgraph: no article could be read", err=True)
        sys.exit(NOTHING_DONE)


@main.command(epilog="Example:  newsgraph view articles/")
@_inputs
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Keep the page here.")
@click.option("--open/--no-open", "browse", default=True, help="Whether to open a browser.")
@_model
@_jobs
@_field
@_quiet
def view(
    inputs: tuple[str, ...], output: Path | None, browse: bool, model: str, jobs: int, fields: tuple[str, ...],
    quiet: bool,
) -> None:
    """Build the graph of INPUT and open it in the browser; print where the page is."""
    problems = _Problems()
    with _one_line():
        import tempfile
        import webbrowser

        from newsgraph.outputs import check_output, save

        if output is not None:
            check_output(output)
        if len(inputs) == 1 and inputs[0].endswith(".html") and _is_our_page(Path(inputs[0])):
            page = Path(inputs[0])
        else:
            graph = _build(inputs, model, jobs, fields, quiet, problems)
            page = save(graph, output or Path(tempfile.mkdtemp(prefix="newsgraph-")) / "graph.html")
        click.echo(page.resolve())
        if browse:
            webbrowser.open(page.resolve().as_uri())
    sys.exit(LEFT_OUT if problems.lost else 0)


def _is_our_page(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return b'name="generator" content="newsgraph' in stream.read(4096)
    except OSError:
        return False


@main.command(epilog="Example:  newsgraph show 'European Union' articles/")
@click.argument("name")
@_inputs
@_model
@_jobs
@_field
@_quiet
def show(
    name: str, inputs: tuple[str, ...], model: str, jobs: int, fields: tuple[str, ...], quiet: bool
) -> None:
    """Print everything on NAME, an actor, place, event or proposal, with the sentences."""
    problems = _Problems()
    with _one_line():
        click.echo(str(_build(inputs, model, jobs, fields, quiet, problems).dossier(name)))
    sys.exit(LEFT_OUT if problems.lost else 0)


@main.command(
    epilog="""\b
Example:
  newsgraph query 'SELECT ?who ?what { ?p a ng:Proposal ; ng:proposedBy/rdfs:label ?who ; ng:content ?what }' \\
      articles/"""
)
@click.argument("sparql")
@_inputs
@click.option("--json", "as_json", is_flag=True, help="JSON instead of CSV.")
@_base
@_model
@_jobs
@_field
@_quiet
def query(
    sparql: str, inputs: tuple[str, ...], as_json: bool, base: str, model: str, jobs: int, fields: tuple[str, ...],
    quiet: bool,
) -> None:
    """Answer a SPARQL query over INPUT (articles, records, or one .ttl file); SPARQL may be a file, @FILE.

    The prefixes of the vocabulary (ng, plover, rdfs, skos, oa, schema …) need not be declared.
    """
    problems = _Problems()
    with _one_line():
        from newsgraph.rdf.sparql import select_from, to_store

        text = _text_of(sparql)
        if len(inputs) == 1 and inputs[0].endswith((".ttl", ".nt")):
            store = _load_store(Path(inputs[0]))
        else:
            store = to_store(_build(inputs, model, jobs, fields, quiet, problems), base)
        rows = select_from(store, text, base)
        out = rows.to_json(orient="records", force_ascii=False) + "\n" if as_json else rows.to_csv(index=False)
        click.echo(out, nl=False)
    sys.exit(LEFT_OUT if problems.lost else 0)


def _text_of(argument: str) -> str:
    if not argument.startswith("@"):
        return argument
    try:
        return Path(argument[1:]).read_text(encoding="utf-8")
    except OSError as error:
        raise NewsgraphError(f"{argument[1:]}: can't be read ({error.strerror}); name a file with a query") from None


def _load_store(path: Path) -> Any:
    import pyoxigraph as ox

    store = ox.Store()
    try:
        store.bulk_load(path=str(path), format=ox.RdfFormat.from_extension(path.suffix[1:]))
    except (OSError, SyntaxError) as error:
        raise NewsgraphError(f"{path}: can't be read ({error}); name a Turtle file of newsgraph") from None
    return store


@main.command(epilog="Example:  newsgraph validate graph.ttl")
@click.argument("path", type=click.Path(path_type=Path))
def validate(path: Path) -> None:
    """Check a Turtle file against the SHACL shapes of the vocabulary (needs newsgraph[shacl])."""
    with _one_line():
        from newsgraph.rdf.validation import validate_file

        findings = validate_file(path)
        for finding in findings:
            click.echo(finding)
        click.echo(f"{path}: " + (f"{len(findings)} findings" if findings else "conforms"), err=True)
    sys.exit(LEFT_OUT if findings else 0)


def commands() -> dict[str, Callable[..., Any]]:
    """The commands by name, for the documentation and its tests."""
    return dict(main.commands)
