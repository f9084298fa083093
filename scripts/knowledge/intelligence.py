"""intelligence.tsv: intelligence agencies from the MISP galaxies (CC0), as pymispgalaxies has them."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from urllib.parse import unquote

from tables import read_table

from newsgraph.knowledge.entries import fold, key_words

TABLE = "intelligence.tsv"
TITLE = "Intelligence agencies."
HEADER = ("name", "abbreviation", "country", "aliases", "wikipedia")
_IN_BRACKETS = re.compile(r"\(([A-ZÅÄÖ][\w&.\-]{1,9})\)")
_PARTS = re.compile(r"\s+[-–]\s+|\s+aka\s+|: ")
_SUFFIX = re.compile(r"\s*\([^)]*\)")


def rows() -> list[tuple[str, ...]]:
    """A row for each agency that agencies.csv, written by hand, does not have."""
    by_hand = {(row["country"], _key(name)) for row in read_table("agencies.csv") for name in _names(row)}
    path = "data/misp-galaxy/clusters/intelligence-agencies.json"
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for value in json.loads(files("pymispgalaxies").joinpath(path).read_text("utf-8"))["values"]:
        meta = value["meta"]
        country = meta.get("country", "").upper()
        english, _, native = (value.get("description") or "").partition(" – ")
        name = _SUFFIX.sub("", value["value"]).strip()
        short = next((m for m in _IN_BRACKETS.findall(f"{value['value']} {english}") if _stands_for(m, name)), "")
        others = [name, _SUFFIX.sub("", english).strip(), *map(str.strip, meta.get("synonyms", ())), native.strip()]
        parted = [part.strip(" -") for n in others for part in _PARTS.split(n)]
        latin = [n for n in dict.fromkeys(parted) if _usable(n)]
        if len(country) != 2 or not latin or any((country, _key(n)) in by_hand for n in (*latin, short) if n):
            continue
        wikipedia = next((r.rsplit("/", 1)[1] for r in meta.get("refs", ()) if "//en.wikipedia.org/wiki/" in r), "")
        aliases = [n for n in latin[1:] if _key(n) != _key(latin[0])]
        title = unquote(wikipedia).replace("_", " ").split("#")[0]
        row = (latin[0], short, country, "|".join(aliases[:4]), title)
        found.setdefault((country, _key(latin[0])), row)
    return [row for _, row in sorted(found.items())]


def _names(row: dict[str, str]) -> list[str]:
    names = (_SUFFIX.sub("", row["name"]), row["name"], row["abbreviation"], *row["aliases"].split("|"))
    return [name for name in names if name]


def _key(name: str) -> str:
    return " ".join(key_words(name)).lower()


def _usable(name: str) -> bool:
    """Whether a name is in Latin letters, of a sensible length, and no sentence or description."""
    plain = fold(name)
    return plain.isascii() and 3 <= len(name) <= 80 and len(name.split()) <= 11 and not set(name) & set("|;:[]\t\n,?")


def _stands_for(short: str, name: str) -> bool:
    return sum(c.isupper() for c in short) >= 2 and len(short) < len(name)
