"""The commands beside the main job: explain, validate, knowledge."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsgraph.cli.reading import INPUT, LEFT_OUT, one_line
from newsgraph.errors import SourceError


@click.command(epilog="Example:  newsgraph explain 'The minister threatened to expel two diplomats.'")
@click.argument("sentence")
@click.option("--model", default="en_core_web_md", show_default=True, help="An installed English spaCy pipeline.")
def explain(sentence: str, model: str) -> None:
    """Say why the events of a SENTENCE were coded as they were: trigger, kind, lexicon entry, roles."""
    with one_line():
        from newsgraph.language.english.events.component import explain as reasons
        from newsgraph.language.pipeline import load_pipeline
        from newsgraph.unseen import without_unseen

        found = reasons(load_pipeline(model)(without_unseen(sentence)))
        click.echo("\n".join(found) if found else "no event was found")


@click.command(epilog="Example:  newsgraph validate graph.ttl")
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--texts", multiple=True, type=INPUT, metavar="INPUT", help="Articles or records to hold its words against."
)
def validate(path: Path, texts: tuple[str, ...]) -> None:
    """Check an RDF file against what the vocabulary promises; print what is wrong, a line each.

    It may be of any format that newsgraph writes: .ttl .nt .nq .trig .jsonld .rdf, also with .gz. With the articles
    that it was built from, or their records, the words of each sentence and mark are compared with the text, too.
    """
    with one_line():
        from newsgraph.intake import Intake
        from newsgraph.rdf.validation import validate_file
        from newsgraph.record_files import is_project

        if is_project(path):
            remedy = f"write its graph and check that: newsgraph build {path} -o graph.ttl"
            raise SourceError(f"{path}: is a project, and RDF is checked; {remedy}")
        findings = validate_file(path, Intake(lambda problem: click.echo(problem, err=True)).articles(texts))
        for finding in findings:
            click.echo(finding)
        number = f"{len(findings)} finding" + ("" if len(findings) == 1 else "s")
        click.echo(f"{path}: " + (number if findings else "conforms"), err=True)
    sys.exit(LEFT_OUT if findings else 0)


@click.group(epilog="Example:  newsgraph knowledge build ministers.csv -o ministers.names")
def knowledge() -> None:
    """Names of your own: persons, parties, agencies, places, with their identifiers."""


@knowledge.command("build", epilog="Example:  newsgraph knowledge build ministers.csv -o ministers.names")
@click.argument("inputs", nargs=-1, required=True, type=INPUT, metavar="INPUT...")
@click.option("--output", "-o", required=True, type=click.Path(path_type=Path), help="Where the index goes.")
def build_knowledge(inputs: tuple[str, ...], output: Path) -> None:
    """Make an index of the names in INPUT, for --knowledge.

    An INPUT is a CSV or TSV table with the columns name, kind and, where known, aliases (parted by |), abbreviation,
    country, sector, lat, lon, wikidata, wikipedia, geonames; Turtle or other RDF with SKOS labels; a Wikidata dump; or
    a SPARQL result in JSON. It is streamed, so it may be large.
    """
    with one_line():
        from newsgraph.knowledge.user import build_index

        count = build_index(inputs, output)
        click.echo(f"{output}: {count} names", err=True)
