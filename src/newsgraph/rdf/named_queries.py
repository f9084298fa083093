"""Queries that come with newsgraph: a file each in `named/`, whose first line says what it answers."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from newsgraph.errors import NewsgraphError

_FOLDER = Path(__file__).with_name("named")


@cache
def named_queries() -> dict[str, str]:
    """What each query answers, by its name."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(_FOLDER.glob("*.rq"))}
    return {name: text.partition("\n")[0].removeprefix("# ") for name, text in texts.items()}


def named_query(name: str) -> str:
    """The SPARQL of a query.

    Raises:
        NewsgraphError: there is none of that name.
    """
    if name not in named_queries():
        raise NewsgraphError(f"--named {name}: there is no such query; use one of {', '.join(named_queries())}")
    return (_FOLDER / f"{name}.rq").read_text(encoding="utf-8")
