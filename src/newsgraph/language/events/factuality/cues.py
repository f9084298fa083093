"""The cues of factuality in the lexicon, and what says that there is none of something."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from newsgraph.language.syntax.parse import Parse


@cache
def factuality_cues() -> dict[str, dict[str, str]]:
    """The cues of `lexicons/factuality_cues.csv`: by place, the value that a word gives."""
    found: dict[str, dict[str, str]] = {}
    text = (files("newsgraph.language") / "lexicons" / "factuality_cues.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#")):
        found.setdefault(row["place"], {}).setdefault(row["word"], row["value"])
    return found


def is_none(syntax: Parse, i: int) -> bool:
    """Whether a word says that there is none: "nobody", "no attack", "neither side"."""
    if syntax.lower[i] in ("nobody", "nothing", "none", "neither"):
        return True
    return any(
        syntax.lower[c] in ("no", "neither") and syntax.dep[c] in ("det", "neg", "advmod", "preconj")
        for c in syntax.children[i]
    )
