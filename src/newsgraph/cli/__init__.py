"""The command line: parses, calls, prints. Data to stdout, everything else to stderr."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from newsgraph import __version__
from newsgraph.cli import corrections, graphs, project, queries, reports, tools


class _Text(click.types.StringParamType):
    """A text; what is typed in another encoding than UTF-8 is none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from newsgraph.sources.encoding import without_surrogates
        from newsgraph.sources.written_names import shown_name

        text = str(super().convert(value, param, ctx))
        if text != without_surrogates(text):
            self.fail(f"{shown_name(text)!r} is not text in UTF-8; write it in UTF-8", param, ctx)
        return text


def _with_texts(command: click.Command) -> click.Command:
    """A command whose arguments that are neither numbers nor files are texts."""
    for param in command.params:
        if param.type is click.STRING:
            param.type = _Text()
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        _with_texts(inner)
    return command


class _Commands(click.Group):
    """Commands that know what is meant by a file, or by `help`, in the place of one."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None:
            if args[0] == "help":
                click.echo(self.get_help(ctx))
                ctx.exit()
            if os.path.lexists(args[0]):
                what = "folder" if Path(args[0]).is_dir() else "file"
                ctx.fail(f"{args[0]!r} is a {what}, not a command; to read it: newsgraph build {shlex.quote(args[0])}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example:  newsgraph build articles/ -o graph.ttl -o graph.html",
)
@click.version_option(__version__, prog_name="newsgraph")
def main() -> None:
    """Build a knowledge graph from news articles: who did, said and proposed what, to whom, where and when.

    Every node and edge leads to the sentence that it rests on. An INPUT is a file of text, HTML, RTF, DOCX,
    PDF, EPUB, RSS, JSON, CSV, Excel, Parquet or WARC, an export of Nexis, Factiva or ProQuest, an archive or a
    directory of such files, records that `newsgraph extract` wrote, a project, or - for standard input.
    """


for _command in (
    graphs.build, graphs.extract, graphs.view, graphs.show, queries.query, project.add, project.update, project.remove,
    project.list_articles, project.info, project.failed,
    corrections.review, corrections.merge, corrections.split, corrections.rename, corrections.set_kind,
    corrections.drop, corrections.confirm, corrections.undo, corrections.decisions, tools.explain,
    tools.knowledge, tools.validate, reports.report,
):
    main.add_command(_with_texts(_command))


def commands() -> dict[str, Callable[..., Any]]:
    """The commands by name, for the documentation and its tests."""
    return dict(main.commands)
