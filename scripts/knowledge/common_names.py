"""common_names.tsv: names in the other tables that are also words, given names or surnames.

Sources: the Debian word list `wamerican-small` (SCOWL, free of restrictions), and the name lists of the US Census of
1990 (public domain) in the PyPI package `names` 0.3.0.
"""

from __future__ import annotations

from pathlib import Path

from geonames import cities
from tables import TABLES, read_table

from newsgraph.knowledge.entries import key_words

TABLE = "common_names.tsv"
TITLE = "Names that are also a word, a given name or a surname."
HEADER = ("name", "also")
WORDS = Path("/usr/share/dict/american-english-small")
_FREQUENT = 0.006  # per cent of the people of the census: about the 1,500 commonest surnames


def _census(path: Path, least: float) -> set[str]:
    lines = (line.split() for line in path.read_text().splitlines())
    return {name.lower() for name, share, _, _ in lines if float(share) >= least}


def rows(folder: Path) -> list[tuple[object, ...]]:
    """A row for each name that is also something else, with what; `folder` has the lists of the census."""
    words = {w for w in WORDS.read_text("utf-8").splitlines() if w.islower() and w.isalpha()}
    given = _census(folder / "dist.female.first", 0.004) | _census(folder / "dist.male.first", 0.004) | _listed()
    surnames = _census(folder / "dist.all.last", _FREQUENT)
    names = {" ".join(key_words(c["name"])).lower() for c in cities(15000)}
    for table in sorted(TABLES.glob("*.csv")):
        for row in read_table(table.name):
            alternatives = [row.get("name"), row.get("alias"), row.get("seat"), *(row.get("aliases") or "").split("|")]
            names.update(" ".join(key_words(n)).lower() for n in alternatives if n)
    groups = (("word", words), ("given", given), ("surname", surnames))
    found = ((name, "|".join(label for label, group in groups if name in group)) for name in sorted(names))
    return [row for row in found if row[1]]


def _listed() -> set[str]:
    lines = Path(__file__).with_name("given_names.txt").read_text("utf-8").splitlines()
    return {line.lower() for line in lines if line and not line.startswith("#")}
