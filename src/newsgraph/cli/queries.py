"""The command that answers SPARQL queries."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from newsgraph.cli.reading import Reading, base_option, reads
from newsgraph.errors import NewsgraphError, SourceError

FORMATS = ("table", "csv", "json", "turtle")


def _list(context: click.Context, option: click.Parameter, wanted: bool) -> None:
    if not wanted or context.resilient_parsing:
        return
    from newsgraph.rdf.named_queries import named_queries

    width = max(map(len, named_queries()))
    for name, answers in named_queries().items():
        click.echo(f"{name:{width}}  {answers}")
    context.exit()


@click.command(
    options_metavar="[OPTIONS] [SPARQL]",
    epilog="""\b
Examples:
  newsgraph query --list
  newsgraph query --named who-proposes-what articles/
  newsgraph query 'SELECT ?who ?what { ?p a ng:Proposal ; ng:proposedBy/rdfs:label ?who ; ng:content ?what }' \\
      graph.ttl""",
)
@click.option("--list", is_flag=True, is_eager=True, expose_value=False, callback=_list, help="List the named queries.")
@click.option("--named", metavar="NAME", help="Ask a query of that list, in the place of SPARQL.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS),
    help="How to print the answer. Without it: a table in a terminal, else CSV; Turtle for CONSTRUCT.",
)
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
@base_option
@reads()
def query(reading: Reading, named: str | None, form: str | None, base: str | None) -> int:
    """Answer a SPARQL query over INPUT (articles, records, RDF files, a project); SPARQL may be a file, @FILE.

    The prefixes of the vocabulary (ng, plover, rdfs, skos, oa, schema, person, event …) need not be declared.
    """
    from newsgraph.graph.bases import check_base
    from newsgraph.rdf.named_queries import named_query
    from newsgraph.rdf.sparql import ask, base_of

    if base is not None:
        check_base(base)
    text, inputs = (named_query(named), reading.inputs) if named else (_text_of(reading.inputs[0]), reading.inputs[1:])
    if not inputs:
        raise SourceError("query needs an INPUT to ask: articles, records or RDF files; name one behind the query")
    reading = reading.of(inputs)
    store = _store(reading, base)
    base = base or base_of(store)
    _print(ask(store, text, base), form, base)
    return reading.exit_code()


def _print(result: Any, form: str | None, base: str | None) -> None:
    import pyoxigraph as ox

    from newsgraph.rdf.sparql import frame_of, turtle_of

    is_graph = isinstance(result, ox.QueryTriples)
    if form == "turtle" and not is_graph:
        raise NewsgraphError("--format turtle: only a CONSTRUCT or DESCRIBE gives triples; choose table, csv or json")
    if is_graph and form in (None, "turtle"):
        click.echo(turtle_of(result, base).decode(), nl=False)
        return
    rows = frame_of(result)
    if form == "json":
        records = rows.astype(object).where(rows.notna(), None).to_dict("records")
        click.echo(json.dumps(records, ensure_ascii=False, default=str))
    elif form == "table" or (form is None and sys.stdout.isatty()):
        click.echo(rows.to_string(index=False, na_rep="", max_colwidth=_WIDEST, justify="left"))
    else:
        click.echo(rows.to_csv(index=False), nl=False)


_WIDEST = 60
"""Characters of a column in a terminal."""


def _text_of(argument: str) -> str:
    if not argument.startswith("@"):
        return argument
    try:
        return Path(argument[1:]).read_text(encoding="utf-8")
    except OSError as error:
        raise NewsgraphError(f"{argument[1:]}: can't be read ({error.strerror}); name a file with a query") from None
    except UnicodeDecodeError:
        raise NewsgraphError(f"{argument[1:]}: is not text in UTF-8; name a file with a query") from None


def _store(reading: Reading, base: str | None) -> Any:
    """What the RDF files among the inputs hold, together with the graph of the other inputs."""
    from newsgraph.rdf.reading import is_rdf, load_rdf
    from newsgraph.rdf.sparql import new_store, to_store

    files = tuple(name for name in dict.fromkeys(reading.inputs) if is_rdf(name))
    others = tuple(name for name in reading.inputs if name not in files)
    graph = reading.of(others).graph(may_be_empty=True) if others else None
    store = to_store(graph, base or graph.base) if graph is not None and graph.records else new_store()
    loaded = sum([load_rdf(store, name, reading.problems) for name in files])
    if not loaded and not (graph is not None and graph.records):
        raise SourceError("nothing could be read; see the lines above")
    return store
