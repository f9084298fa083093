"""The documentation says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from newsgraph.sources import GUESSES, endings

DOCS = Path(__file__).parents[1] / "docs"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def test_inputs_lists_every_ending_and_no_other() -> None:
    table = page("inputs.md").partition("## Which field")[0]
    rows = "".join(line.split("|")[2] for line in table.splitlines() if line.startswith("| "))
    listed = set(re.findall(r"\.[a-z0-9]+(?:\.[a-z0-9]+)?", rows))
    assert set(endings()) - listed == {".tbz2", ".txz"}
    assert listed - set(endings()) == {".tar.bz2", ".tar.xz", ".xml"}


def test_inputs_lists_the_names_of_fields() -> None:
    rows = re.findall(r"^\| (\w+) \| (\w+(?:, \w+)+) \|$", page("inputs.md"), re.M)
    assert {field: tuple(names.split(", ")) for field, names in rows} == GUESSES
