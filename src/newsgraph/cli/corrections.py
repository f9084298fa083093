"""The commands by which people correct a project: review, merge, split, rename, set, drop, confirm, undo, decisions."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsgraph.cli.project import as_json_option, cell, on_project
from newsgraph.cli.reading import LEFT_OUT, Problems
from newsgraph.errors import NewsgraphError

if TYPE_CHECKING:
    from newsgraph.project import Project
    from newsgraph.project.review import Pair
    from newsgraph.resolve.decisions import Decision

_coder = click.option("--coder", default=None, help="Who decides; without it, your name on this machine.")
_note = click.option("--note", default="", help="Why.")
_force = click.option("--force", is_flag=True, help="Also where what is known speaks against it.")


def _who(coder: str | None) -> str:
    if coder is not None:
        return coder
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _decides(make: Callable[..., Decision]) -> Callable[..., int]:
    """A command that makes one decision on the graph of a project."""

    def run(corpus: Project, coder: str | None, note: str, **arguments: Any) -> int:
        from newsgraph.graph.consequences import check_done

        before = corpus.graph(on_problem=Problems())
        decision = make(before, coder=_who(coder), note=note, **arguments)
        new = corpus.decide(decision)
        try:
            after = corpus.graph(on_problem=lambda problem: None)  # what there is to tell was told of the one before
            found = check_done(before.nx, after.nx, after.corpus.ledger, decision)
        except NewsgraphError:
            if new:
                corpus.take_back(decision)
            raise
        click.echo(f"{corpus.path}: {decision.label}: {decision}", err=True)
        if found.gone:
            _tell_gone(found.gone)
        return 0

    run.__name__, run.__doc__ = make.__name__, make.__doc__
    return _coder(_note(run))


def _tell_gone(nodes: Sequence[str]) -> None:
    """Tell of nodes that rested on what a person has corrected."""
    named, more = ", ".join(nodes[:_NAMED]), len(nodes) - _NAMED
    said = f"{named} and {more} more are" if more > 0 else f"{named} {'are' if len(nodes) > 1 else 'is'}"
    click.echo(f"note: {said} gone with it; `newsgraph undo` takes it back", err=True)


_NAMED = 5


@click.command(epilog="Example:  newsgraph merge news.newsgraph 'A. Torv' 'Ana Torv'")
@on_project
@click.argument("one")
@click.argument("other")
@_force
@_decides
def merge(graph: Any, one: str, other: str, **by: Any) -> Decision:
    """Say that two nodes, by key or name, are one.

    Two that have different identifiers in Wikidata or GeoNames, or of which only one is a person or a place, are
    refused without --force.
    """
    decision: Decision = graph.to_merge(one, other, **by)
    return decision


@click.command(epilog="Example:  newsgraph split news.newsgraph 'Lena Marsh' article-17")
@on_project
@click.argument("node")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@_decides
def split(graph: Any, node: str, articles: tuple[str, ...], **by: str) -> Decision:
    """Say that what these articles, by id, call NODE is somebody or something else."""
    decision: Decision = graph.to_split(node, *articles, **by)
    return decision


@click.command(epilog="Example:  newsgraph rename news.newsgraph 'A. Torv' 'Ana Torv'")
@on_project
@click.argument("node")
@click.argument("name")
@_decides
def rename(graph: Any, node: str, name: str, **by: str) -> Decision:
    """Say what a node is called; its key stays, and the old name is an alias."""
    decision: Decision = graph.to_rename(node, name, **by)
    called_so = [key for key in graph.find_all(name) if graph.nodes[key]["label"] == decision.value]
    if others := [key for key in called_so if key != graph.find(node)]:
        said = f"{', '.join(others)} {'are' if len(others) > 1 else 'is'} called {decision.value} as well"
        click.echo(f"note: {said}; `newsgraph merge` makes two one", err=True)
    return decision


@click.command("set", epilog="Example:  newsgraph set news.newsgraph 'Red Front' ArmedGroup")
@on_project
@click.argument("node")
@click.argument("kind")
@_force
@_decides
def set_kind(graph: Any, node: str, kind: str, **by: Any) -> Decision:
    """Say of what KIND an actor, a place, an event or a proposal is.

    To make another sort of thing of what is linked to Wikidata or GeoNames is refused without --force.
    """
    from newsgraph.graph.corrections import differ

    decision: Decision = graph.to_set_kind(node, kind, **by)
    if differ(before := graph.nodes[node]["type"], kind):
        said = f"{decision.label} was of kind {before} and is of kind {kind} from now on"
        click.echo(f"note: {said}; `newsgraph undo` takes it back", err=True)
    return decision


def _claim(words: tuple[str, ...]) -> Any:
    if len(words) not in (1, 3):
        raise NewsgraphError("name a node, or a tie as NODE TYPE NODE, as in 'Ana Torv' headOf 'Harbour Party'")
    return words[0] if len(words) == 1 else words


@click.command(epilog="Example:  newsgraph drop news.newsgraph 'Ana Torv' headOf 'Harbour Party'")
@on_project
@click.argument("claim", nargs=-1, required=True, metavar="NODE [TYPE NODE]")
@_decides
def drop(graph: Any, claim: tuple[str, ...], **by: str) -> Decision:
    """Say that a node (an event, say), or a tie between two, is false."""
    decision: Decision = graph.to_judge("drop", _claim(claim), **by)
    return decision


@click.command(epilog="Example:  newsgraph confirm news.newsgraph 'Vesper attack'")
@on_project
@click.argument("claim", nargs=-1, required=True, metavar="NODE [TYPE NODE]")
@_decides
def confirm(graph: Any, claim: tuple[str, ...], **by: str) -> Decision:
    """Say that a node, or a tie between two, is right, and sure."""
    decision: Decision = graph.to_judge("confirm", _claim(claim), **by)
    return decision


@click.command(epilog="Example:  newsgraph undo news.newsgraph 7")
@on_project
@click.argument("numbers", nargs=-1, type=int, metavar="[NUMBER]...")
@_coder
def undo(corpus: Project, numbers: tuple[int, ...], coder: str | None) -> int:
    """Take back decisions by the NUMBER that `newsgraph decisions list` shows; without one, your last."""
    found, who = corpus.numbered_decisions(Problems()), _who(coder)
    if not numbers:
        numbers = tuple(number for number, decision in found.items() if decision.coder == who)[-1:]
    if not numbers:
        others = f"`newsgraph decisions list {corpus.path}` shows what others have, by the numbers that undo takes"
        raise NewsgraphError(f"{corpus.path}: {who or 'nobody'} has decided nothing; {others}")
    if missing := [number for number in numbers if not corpus.holds_decision(number)]:
        listed = f"`newsgraph decisions list {corpus.path}` shows all, with their numbers"
        raise NewsgraphError(f"{corpus.path}: there is no decision {missing[0]}; {listed}")
    for number in dict.fromkeys(numbers):
        corpus.take_back(number)
        said = f"{found[number].label}: {found[number]}" if number in found else f"decision {number}, which was damaged"
        click.echo(f"{corpus.path}: taken back: {said}", err=True)
    return 0


@click.command(epilog="Example:  newsgraph review news.newsgraph --coder ann")
@on_project
@_coder
def review(corpus: Project, coder: str | None) -> int:
    """Go through the doubtful joins of PROJECT one by one, with the sentences of both sides.

    What other coders said is not shown and does not count here, so that agreement can be measured.

    Keys: s the same, d different, k skip, u undo, q quit.
    """
    from newsgraph.graph.corrections import decided_now
    from newsgraph.project.review import find_doubts

    who = _who(coder)
    corpus.check_writable()
    doubts = find_doubts(corpus.graph(coder=who, on_problem=Problems()))
    for reason, number in doubts.hidden.items():
        click.echo(f"note: {number} more can't be asked: {reason}", err=True)
    pairs = doubts.pairs
    made: list[tuple[int, Decision | None]] = []
    at = 0
    while at < len(pairs):
        _show(pairs[at], at + 1, len(pairs))
        answer = _answer()
        if answer == "q":
            break
        if answer == "u":
            if made:
                at, before = made.pop()
                if before is not None:
                    corpus.take_back(before)
            continue
        decision = None if answer == "k" else decided_now(pairs[at].decide(answer == "s", coder=who))
        if decision is not None:
            corpus.decide(decision)
        made.append((at, decision))
        at += 1
    count = sum(decision is not None for _, decision in made)
    click.echo(f"{corpus.path}: {count} decided, {len(pairs) - count} left", err=True)
    return 0


def _answer() -> str:
    """What the person says; the end of the input is to quit."""
    while True:
        try:
            said = click.prompt("[s]ame [d]ifferent s[k]ip [u]ndo [q]uit", prompt_suffix=" > ", err=True)
        except click.Abort:
            return "q"
        letter = {"same": "s", "different": "d", "skip": "k", "undo": "u", "quit": "q"}.get(said.strip().lower())
        if (letter or said.strip().lower()) in ("s", "d", "k", "u", "q"):
            return letter or said.strip().lower()


def _show(pair: Pair, number: int, of: int) -> None:
    merge = pair.merge
    what = "joined" if merge.accepted else "left apart"
    click.echo(f"\n{number} of {of}: {what}, {merge.score:.2f}: {merge.reason}", err=True)
    for side in (pair.one, pair.other):
        click.echo(f"  {side.label} ({side.type}, {side.node})", err=True)
        for sentence in side.sentences():
            click.echo(f"    {sentence}", err=True)


@click.group(epilog="Example:  newsgraph decisions export news.newsgraph > decisions.csv")
def decisions() -> None:
    """What people decided: as a table for teams, and how far they agree."""


@decisions.command("list", epilog="Example:  newsgraph decisions list news.newsgraph")
@on_project
@as_json_option
def list_decisions(corpus: Project, as_json: bool) -> int:
    """Print the decisions of PROJECT, each with the number that `newsgraph undo` takes.

    One whose words no article has any more is told to fit nothing.
    """
    import json

    from newsgraph.resolve.decisions import Decided

    problems = Problems()
    found = corpus.numbered_decisions(problems)
    unfit = {id(decision) for decision in Decided(found.values(), list(corpus.records())).unfit}
    for number, decision in found.items():
        row = {
            "number": number, "time": decision.time, "coder": decision.coder,
            "about": decision.label or decision.one[0].text, "verb": decision.verb, "value": decision.value or "",
            "note": decision.note, "fits": id(decision) not in unfit,
        }  # fmt: skip
        cells = [*list(row.values())[:-1], "" if row["fits"] else "fits nothing any more"]
        click.echo(json.dumps(row, ensure_ascii=False) if as_json else "\t".join(cell(str(c)) for c in cells).rstrip())
    return problems.finish()


@decisions.command("export", epilog="Example:  newsgraph decisions export news.newsgraph > decisions.csv")
@on_project
def export_decisions(corpus: Project) -> int:
    """Print the decisions of PROJECT as CSV; with those that fit no words any more, a line each on stderr."""
    from newsgraph.project.decision_table import write_table
    from newsgraph.resolve.decisions import Decided

    problems = Problems()
    found = corpus.decisions(problems)
    write_table(found, sys.stdout)
    unfit = Decided(found, list(corpus.records())).unfit
    for decision in unfit:
        click.echo(f"fits nothing any more: {decision.label}: {decision}", err=True)
    return LEFT_OUT if unfit else problems.finish()


@decisions.command("import", epilog="Example:  newsgraph decisions import news.newsgraph ann.csv bo.csv")
@on_project
@click.argument("tables", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="CSV...")
@click.option("--coder", default="", help="Who decided, in rows that do not say it, as those of the page's marks.")
def import_decisions(corpus: Project, tables: tuple[Path, ...], coder: str) -> int:
    """Take the decisions of CSV tables into PROJECT, those of the page's marks too; each is taken once.

    A row that says nothing that can be decided is a line on stderr; the others are taken.
    """
    import msgspec

    from newsgraph.project.decision_table import not_among, read_table

    found, problems = [], Problems()
    for path in tables:
        try:
            data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        except OSError as error:
            raise NewsgraphError(f"{path}: can't be read ({error.strerror}); name a table of decisions") from None
        read = read_table(data, str(path), problems)
        found += [d if d.coder else msgspec.structs.replace(d, coder=coder) for d in read]
    new = corpus.decide(*not_among(found, corpus.decisions(problems)))
    click.echo(f"{corpus.path}: {new} new decisions, {len(found) - new} known already", err=True)
    return problems.finish()


@decisions.command("agreement", epilog="Example:  newsgraph decisions agreement news.newsgraph")
@on_project
def coder_agreement(corpus: Project) -> int:
    """Print how far the coders of PROJECT agree: Krippendorff's alpha (needs newsgraph[team])."""
    from newsgraph.project.agreement import agreement

    problems = Problems()
    found = agreement(corpus.decisions(problems))
    alpha = "undefined, for all say the same" if found.alpha is None else f"{found.alpha:.3f}"
    lines = {"alpha": alpha, "equal": f"{found.share:.1%}", "units": found.units, "coders": ", ".join(found.coders)}
    for name, value in lines.items():
        click.echo(f"{name:8} {value}")
    return problems.finish()
