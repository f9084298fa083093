"""The command line: parses, calls, prints. Data to stdout, everything else to stderr."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsgraph import __version__
from newsgraph.errors import NewsgraphError, SourceError

if TYPE_CHECKING:
    from newsgraph.graph import KnowledgeGraph
    from newsgraph.records import Record
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


@dataclass(frozen=True, slots=True)
class _Reading:
    """What to read and how: the arguments that the commands over articles share."""

    inputs: tuple[str, ...]
    model: str
    knowledge: tuple[str, ...]
    lexicon: tuple[str, ...]
    jobs: int
    fields: dict[str, str]
    day_first: bool | None
    quiet: bool
    problems: _Problems

    def records(self) -> Iterator[Record]:
        """The records, one at a time."""
        from newsgraph.extraction import extract

        return extract(
            self.inputs, model=self.model, knowledge=self.knowledge, lexicon=self.lexicon, jobs=self.jobs,
            on_problem=self.problems, fields=self.fields, day_first=self.day_first,
            progress=not self.quiet and sys.stderr.isatty(),
        )

    def graph(self) -> KnowledgeGraph:
        """The graph; ends the program if there is no article to make it from."""
        from newsgraph.graph import KnowledgeGraph

        graph = KnowledgeGraph.from_records(self.records())
        if not graph.records:
            raise SourceError("no article could be read, so nothing was written; see the lines above")
        return graph

    def exit_code(self) -> int:
        """Whether anything was left out."""
        return LEFT_OUT if self.problems.lost else 0


def _mapping(fields: tuple[str, ...]) -> dict[str, str]:
    pairs = [field.partition("=") for field in fields]
    wrong = [name for name, sign, value in pairs if not (sign and value)]
    if wrong:
        raise SourceError(f"--field {wrong[0]}: write it as FIELD=NAME, as in text=body")
    return {name: value for name, _, value in pairs}


_OPTIONS = (
    click.argument("inputs", nargs=-1, required=True, metavar="INPUT..."),
    click.option("--model", default="en_core_web_md", show_default=True, help="An installed English spaCy pipeline."),
    click.option(
        "--knowledge", "-k", multiple=True, metavar="INDEX",
        help="Names of your own, from `newsgraph knowledge build`; may be repeated.",
    ),
    click.option(
        "--lexicon", multiple=True, metavar="CSV",
        help="Event words of your own, in the columns of events_verbs.csv; may be repeated.",
    ),
    click.option("--jobs", "-j", default=1, show_default=True, type=click.IntRange(1), help="Processes to use."),
    click.option(
        "--field", "fields", multiple=True, metavar="FIELD=NAME",
        help="What a field is called in JSON Lines or CSV, as in text=body. Fields: id text title published url source "
        "author language.",
    ),
    click.option(
        "--day-first/--month-first", default=None, help="How to read 03/04/2026; otherwise such dates are left out."
    ),
    click.option("--quiet", "-q", is_flag=True, help="No progress, no summary."),
)


def _reads(command: Callable[..., int]) -> Callable[..., None]:
    """Give a command the shared arguments as one `reading`. A mistake ends in one line; its result is the exit code."""

    @functools.wraps(command)
    def run(
        *, inputs: tuple[str, ...], fields: tuple[str, ...], model: str, knowledge: tuple[str, ...],
        lexicon: tuple[str, ...], jobs: int, day_first: bool | None, quiet: bool, **others: Any,
    ) -> None:
        with _one_line():
            names = _mapping(fields)
            reading = _Reading(inputs, model, knowledge, lexicon, jobs, names, day_first, quiet, _Problems())
            code = command(reading=reading, **others)
        sys.exit(code)

    wrapped: Callable[..., None] = run
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped


_base = click.option(
    "--base", default="https://w3id.org/newsgraph/id/", show_default=True, help="IRI that the nodes stand under in RDF."
)


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
@click.option(
    "--output", "-o", "outputs", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
    help="May be repeated. The ending says the format: .ttl .nt .nq .trig .jsonld .rdf .html .graphml .gexf .json "
    "(node-link) .jsonl (records) .csv .parquet (a table, which the name says: events.csv, proposals.csv …).",
)
@click.option("--title", default="newsgraph", help="Title of the HTML page.")
@_base
@_reads
def build(reading: _Reading, outputs: tuple[Path, ...], title: str, base: str) -> int:
    """Build the graph of INPUT and write it to each FILE; print a summary on stderr."""
    from newsgraph.outputs import check_output, save

    for path in outputs:
        check_output(path)
    graph = reading.graph()
    for path in outputs:
        save(graph, path, base=base, title=title)
    if not reading.quiet:
        click.echo(graph.summary(), err=True)
        if outputs:
            click.echo("\nWritten: " + ", ".join(map(str, outputs)), err=True)
    return reading.exit_code()


@main.command(
    epilog="""\b
Examples:
  newsgraph extract articles/ > records.jsonl
  newsgraph extract archive.jsonl --table events > events.csv"""
)
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Write here instead of stdout.")
@click.option(
    "--table", metavar="NAME", help="Print a CSV table instead of records: events, proposals, statements, relations …"
)
@_reads
def extract(reading: _Reading, output: Path | None, table: str | None) -> int:
    """Print the record of each article as a line of JSON."""
    from newsgraph.outputs import whole_file

    lines = _record_lines(reading) if table is None else _table_lines(reading, table)
    if output is None:
        for line in lines:
            sys.stdout.buffer.write(line)
            sys.stdout.buffer.flush()
    else:
        with whole_file(output) as stream:
            stream.writelines(lines)
    return reading.exit_code()


def _record_lines(reading: _Reading) -> Iterator[bytes]:
    from newsgraph.records import to_json

    found = False
    for record in reading.records():
        found = True
        yield to_json(record) + b"\n"
    if not found:
        raise SourceError("no article could be read; see the lines above")


def _table_lines(reading: _Reading, table: str) -> Iterator[bytes]:
    from newsgraph.outputs import TABLES

    if table not in TABLES:
        raise NewsgraphError(f"--table {table}: there is no such table; use one of {', '.join(TABLES)}")
    yield getattr(reading.graph(), table)().to_csv(index=False, lineterminator="\n").encode()


@main.command(epilog="Example:  newsgraph view articles/")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Keep the page here.")
@click.option("--open/--no-open", "browse", default=True, help="Whether to open a browser.")
@_reads
def view(reading: _Reading, output: Path | None, browse: bool) -> int:
    """Build the graph of INPUT and open it in the browser; print where the page is."""
    import tempfile
    import webbrowser

    from newsgraph.outputs import check_output, save

    if output is not None:
        check_output(output)
    page = output or Path(tempfile.mkdtemp(prefix="newsgraph-")) / "graph.html"
    click.echo(save(reading.graph(), page).resolve())
    if browse:
        webbrowser.open(page.resolve().as_uri())
    return reading.exit_code()


@main.command(epilog="Example:  newsgraph show 'European Union' articles/")
@click.argument("name")
@_reads
def show(reading: _Reading, name: str) -> int:
    """Print everything on NAME, an actor, place, event or proposal, with the sentences."""
    click.echo(str(reading.graph().dossier(name)))
    return reading.exit_code()


@main.command(
    epilog="""\b
Example:
  newsgraph query 'SELECT ?who ?what { ?p a ng:Proposal ; ng:proposedBy/rdfs:label ?who ; ng:content ?what }' \\
      articles/"""
)
@click.argument("sparql")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of CSV.")
@_base
@_reads
def query(reading: _Reading, sparql: str, as_json: bool, base: str) -> int:
    """Answer a SPARQL query over INPUT (articles, records, or one .ttl file); SPARQL may be a file, @FILE.

    The prefixes of the vocabulary (ng, plover, rdfs, skos, oa, schema …) need not be declared.
    """
    from newsgraph.rdf.sparql import select_from, to_store

    text = _text_of(sparql)
    if len(reading.inputs) == 1 and reading.inputs[0].endswith((".ttl", ".nt")):
        store = _load_store(Path(reading.inputs[0]))
    else:
        store = to_store(reading.graph(), base)
    rows = select_from(store, text, base)
    out = rows.to_json(orient="records", force_ascii=False) + "\n" if as_json else rows.to_csv(index=False)
    click.echo(out, nl=False)
    return reading.exit_code()


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


@main.command(epilog="Example:  newsgraph explain 'The minister threatened to expel two diplomats.'")
@click.argument("sentence")
@click.option("--model", default="en_core_web_md", show_default=True, help="An installed English spaCy pipeline.")
def explain(sentence: str, model: str) -> None:
    """Say why the events of a SENTENCE were coded as they were: trigger, kind, lexicon entry, roles."""
    with _one_line():
        from newsgraph.language.events import explain as reasons
        from newsgraph.language.pipeline import load_pipeline

        found = reasons(load_pipeline(model)(sentence))
        click.echo("\n".join(found) if found else "no event was found")


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


@main.group(epilog="Example:  newsgraph knowledge build ministers.csv -o ministers.names")
def knowledge() -> None:
    """Names of your own: persons, parties, agencies, places, with their identifiers."""


@knowledge.command("build", epilog="Example:  newsgraph knowledge build ministers.csv -o ministers.names")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--output", "-o", required=True, type=click.Path(path_type=Path), help="Where the index goes.")
def build_knowledge(inputs: tuple[str, ...], output: Path) -> None:
    """Make an index of the names in INPUT, for --knowledge.

    An INPUT is a CSV or TSV table with the columns name, kind and, where known, aliases (parted by |), abbreviation,
    country, sector, lat, lon, wikidata, wikipedia, geonames; Turtle or other RDF with SKOS labels; a Wikidata dump; or
    a SPARQL result in JSON. It is streamed, so it may be large.
    """
    with _one_line():
        from newsgraph.knowledge.user import build_index

        count = build_index(inputs, output)
        click.echo(f"{output}: {count} names", err=True)


def commands() -> dict[str, Callable[..., Any]]:
    """The commands by name, for the documentation and its tests."""
    return dict(main.commands)
