"""The forms in which names are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

from newsgraph.knowledge.tables import read_rows
from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.stored.remembered import remembered

_HEADS: Final = frozenset("president premier chancellor ambassador director chairman chairwoman chair".split())
"""Offices that stand before a name as titles do."""
_PARTICLES = frozenset("al el ul ad as bin ibn bint abu de da do dos del della la le van von der den di du".split())
_ARTICLE = re.compile(r"^the\s+", re.I)
_POSSESSIVE = re.compile(r"['’]s?$")


_KNOWN = 8_000
"""Names that are not looked at anew."""


@remembered(_KNOWN)
def name_key(name: str) -> str:
    """The written form without case, accents, punctuation, "the" and possessive; acronyms lose their full stops."""
    bare = _POSSESSIVE.sub("", _ARTICLE.sub("", name.strip()))
    if "." in bare and bare.replace(".", "").isupper():
        bare = bare.replace(".", "")
    return " ".join(unicodedata.normalize("NFKD", bare.casefold()).translate(_LETTERS).split())


@remembered(_KNOWN)
def person_tokens(name: str) -> tuple[str, ...]:
    """The parts of a person's name without honorifics and particles."""
    title = _title().match(name)
    if title and name[title.end()].isupper():
        name = name[title.end() :]
    return tuple(t for t in name_key(name).split() if t not in _PARTICLES)


@remembered(_KNOWN)
def organization_key(name: str) -> str:
    """The written form of an organisation's name without its legal form."""
    return _legal_form().sub("", name_key(name))


@cache
def _title() -> re.Pattern[str]:
    """Titles before a name; those of princes and clergy are part of it ("King Abdullah", "Pope Francis")."""
    rows = [row for row in read_lexicon("titles") if row["class"] in ("honorific", "rank") or row["title"] in _HEADS]
    return re.compile(rf"\W*(?:(?:{_any({row['title'].rstrip('.') for row in rows})})\b\.?\s+)+(?=\S)", re.I)


@cache
def _legal_form() -> re.Pattern[str]:
    return re.compile(rf"(?<=\w) (?:{_any(row['form'] for row in read_rows('legal_forms.csv'))})$")


def _any(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


class _Letters(dict[int, str | None]):
    """What a character is in a key: letters and digits stay, marks and signs go, all else parts words."""

    def __missing__(self, code: int) -> str | None:
        category = unicodedata.category(chr(code))
        if chr(code) in ".'‘’" or category in ("Cf", "Lm", "Mn", "Me", "No", "Sc", "Sk"):
            self[code] = None
        else:
            self[code] = chr(code) if category[0] in "LN" or category == "Mc" else " "
        return self[code]


_LETTERS: Final = _Letters()
