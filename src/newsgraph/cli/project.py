"""The commands on a project file: add, remove, update, list, info, failed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsgraph.cli.reading import INPUT, LEFT_OUT, Problems, Reading, one_line, reads
from newsgraph.errors import NewsgraphError, SourceError

if TYPE_CHECKING:
    from newsgraph.project import Project

_project = click.argument("project", type=click.Path(path_type=Path))
_restore = click.option("--restore", is_flag=True, help="Also take in what was removed, which is left out otherwise.")
as_json_option = click.option("--json", "as_json", is_flag=True, help="JSON instead of lines.")


def opened(path: Path, *, create: bool = False) -> Project:
    """The project file that a command is given."""
    from newsgraph.project import open_project

    return open_project(path, create=create)


def _options(reading: Reading) -> dict[str, Any]:
    return {
        "model": reading.model, "knowledge": reading.knowledge, "lexicon": reading.lexicon, "jobs": reading.jobs,
        "on_problem": reading.problems, "fields": reading.fields, "day_first": reading.day_first,
        "shard": reading.shard, "progress": reading.progress,
    }


@click.command(
    epilog="""\b
Examples:
  newsgraph add news.newsgraph articles/
  newsgraph add news.newsgraph --again
  newsgraph failed news.newsgraph > list; newsgraph add news.newsgraph --retry list"""
)
@_project
@_restore
@click.option("--again", is_flag=True, help="Also read again what another version, model or other names have read.")
@click.option(
    "--retry", is_flag=True, help="Read again what failed; INPUTs are lists of names that `newsgraph failed` printed."
)
@reads(required=False, graph=False)
def add(reading: Reading, project: Path, again: bool, retry: bool, restore: bool) -> int:
    """Read what is new or changed in INPUT (articles or records) and keep it in PROJECT, which is made if need be.

    It is kept in small steps: if it is stopped, the same command goes on.
    """
    if not (reading.inputs or again or retry):
        raise SourceError("nothing to add; name files, folders or - for standard input, or give --again or --retry")
    options = _options(reading) | {"again": again, "restore": restore}
    with opened(project, create=not (again or retry)) as corpus:
        if not retry:
            _tell_decisions(reading, project)
        given = {"retry": _names(reading.inputs)} if retry else {"inputs": reading.inputs}
        done = corpus.add(**given, **options)
        if not reading.quiet:
            click.echo(f"{project}: {done}; {len(corpus)} articles", err=True)
    return reading.exit_code()


def _tell_decisions(reading: Reading, project: Path) -> None:
    """Tell of decisions in a project that is added to another: its records are taken, and nothing else."""
    from newsgraph.record_files import is_project
    from newsgraph.sources import Problem

    for name in filter(is_project, map(Path, reading.inputs)):
        with opened(name) as other:
            number = len(other.decisions(reading.problems))
        if number:
            message = f"only its records are taken, not what people decided ({number})"
            remedy = f"newsgraph decisions export {name} | newsgraph decisions import {project} -"
            reading.problems(Problem(str(name), message, remedy, lost=False))


def _names(lists: tuple[str, ...]) -> list[str]:
    """The names in lists that `newsgraph failed` printed, as lines or as JSON.

    Raises:
        NewsgraphError: a list can't be read.
    """
    names: list[str] = []
    for name in lists:
        try:
            with click.open_file(name, encoding="utf-8") as file:
                names += [named for number, line in enumerate(file, 1) if (named := _name_in(line, number))]
        except (OSError, ValueError) as error:
            reason = "is not text in UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
            reason = getattr(error, "strerror", None) or reason
            raise NewsgraphError(f"{name}: can't be read ({reason}); name a list of `newsgraph failed`") from None
    if lists and not names:
        raise NewsgraphError(f"{', '.join(lists)}: names nothing to be tried again; without a list, all is")
    return names


def _name_in(line: str, number: int) -> str:
    """The name in a line of what failed; empty if it has none.

    Raises:
        ValueError: it is JSON of something else.
    """
    if not line.startswith("{"):
        return line.split("\t", 1)[0].strip("\n")
    import msgspec

    try:
        return msgspec.convert(msgspec.json.decode(line.encode())["name"], str)
    except KeyError:
        raise ValueError(f"line {number}: has no name") from None
    except (msgspec.MsgspecError, TypeError, UnicodeEncodeError) as error:
        raise ValueError(f"line {number}: {error}") from None


@click.command(epilog="Example:  newsgraph update news.newsgraph articles/")
@_project
@_restore
@reads(graph=False)
def update(reading: Reading, project: Path, restore: bool) -> int:
    """Make PROJECT hold what INPUT holds now: the new, the changed, and no longer what is gone from it.

    An article takes the place of the one of its id, whatever file that was from.
    """
    with opened(project) as corpus:
        _tell_decisions(reading, project)
        done = corpus.update(list(reading.inputs), restore=restore, **_options(reading))
        if not reading.quiet:
            click.echo(f"{project}: {done}; {len(corpus)} articles", err=True)
    return reading.exit_code()


def on_project(command: Callable[..., int]) -> Callable[..., None]:
    """Give a command its project; a mistake ends in one line."""
    import functools

    @functools.wraps(command)
    def run(project: Path, **others: Any) -> None:
        with one_line(), opened(project) as corpus:
            code = command(corpus=corpus, **others)
        sys.exit(code)

    wrapped: Callable[..., None] = _project(run)
    return wrapped


@click.command(epilog="Example:  newsgraph remove news.newsgraph articles/old.txt")
@on_project
@click.argument("names", nargs=-1, required=True, type=INPUT, metavar="ARTICLE...")
def remove(corpus: Project, names: tuple[str, ...]) -> int:
    """Take articles out of PROJECT, by id or by the file that they came from, with all that only they support.

    The same text stays out when it is added again, until --restore is given to `add` or `update`.
    """
    click.echo(f"{corpus.path}: {corpus.remove(*names)} removed; {len(corpus)} articles", err=True)
    return 0


@click.command("list", epilog="Example:  newsgraph list news.newsgraph")
@on_project
@as_json_option
def list_articles(corpus: Project, as_json: bool) -> int:
    """Print the articles of PROJECT: id, date, title, the file, what read it."""
    for article in corpus.articles():
        fields = {
            "id": article.id, "published": article.published, "title": article.title, "source": article.source,
            "version": article.version,
        }
        line = json.dumps(fields, ensure_ascii=False) if as_json else "\t".join(cell(v) for v in fields.values())
        click.echo(line)
    return 0


@click.command(epilog="Example:  newsgraph info news.newsgraph")
@on_project
@as_json_option
def info(corpus: Project, as_json: bool) -> int:
    """Print what is in PROJECT: articles, failures, runs, which version read how many."""
    problems = Problems()
    found = corpus.info(problems)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
        return problems.finish()
    versions = found.pop("versions")
    for name, value in found.items():
        click.echo(f"{name:12} {value}")
    for name, number in versions.items():
        click.echo(f"{'read by':12} {name}: {number}")
    return problems.finish()


@click.command(epilog="Example:  newsgraph failed news.newsgraph > list")
@on_project
@as_json_option
def failed(corpus: Project, as_json: bool) -> int:
    """Print what could not be read into PROJECT, with the reason; `newsgraph add PROJECT --retry` takes the list."""
    found = corpus.failures()
    for failure in found:
        fields = {"name": failure.name, "reason": failure.reason, "remedy": failure.remedy}
        click.echo(json.dumps(fields, ensure_ascii=False) if as_json else "\t".join(map(cell, fields.values())))
    return LEFT_OUT if found else 0


def cell(value: str | None) -> str:
    """A value in a line of tab-separated ones."""
    return " ".join((value or "").split())
