"""Make common_names.tsv: names in the other tables that are also words, given names or surnames.

Sources: the Debian word list `wamerican-small` (SCOWL, free of restrictions), and the name lists of the US Census of
1990 (public domain) in the PyPI package `names` 0.3.0, whose folder is the argument.
"""

from __future__ import annotations

import sys
from pathlib import Path

from geonames import cities
from tables import TABLES, read_table, write_table

from newsgraph.knowledge.entries import key_words

WORDS = Path("/usr/share/dict/american-english-small")
_FREQUENT = 0.006  # per cent of the people of the census: about the 1,500 commonest surnames


def _census(path: Path, least: float) -> set[str]:
    lines = (line.split() for line in path.read_text().splitlines())
    return {name.lower() for name, share, _, _ in lines if float(share) >= least}


def main(folder: Path) -> None:
    """Write the table."""
    words = {w for w in WORDS.read_text("utf-8").splitlines() if w.islower() and w.isalpha()}
    given = _census(folder / "dist.female.first", 0.004) | _census(folder / "dist.male.first", 0.004)
    surnames = _census(folder / "dist.all.last", _FREQUENT)
    listed = {n.lower() for n in Path(__file__).with_name("given_names.txt").read_text("utf-8").split("\n") if n and n[0] != "#"}
    names = {" ".join(key_words(c["name"])).lower() for c in cities(15000)}
    for table in sorted(TABLES.glob("*.csv")):
        for row in read_table(table.name):
            alternatives = (row.get("aliases") or "").split("|")
            names.update(" ".join(key_words(n)).lower() for n in [next(iter(row.values())), *alternatives] if n)
    rows = []
    for name in sorted(names):
        why = [label for label, group in (("word", words), ("given", given | listed), ("surname", surnames)) if name in group]
        if why:
            rows.append((name, "|".join(why)))
    write_table("common_names.tsv", ("name", "also"), rows, "Names that are also a word, a given name or a surname.")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
