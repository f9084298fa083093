"""What the text of a SPARQL query says before it is run, and what is wrong with it, in a line."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NO_WORDS = re.compile(
    r"""\"{3}(?:\\.|.)*?\"{3}|'{3}(?:\\.|.)*?'{3}"""
    r"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|<[^<>"{}|^`\s]*>|\#[^\n]*|["'][^\n]*""", re.S
)  # fmt: skip
"""Strings, IRIs and comments: what is no word of the language."""
_OUTWARD = re.compile(r"(?<![\w?$:.@-])(SERVICE|LOAD)(?![\w:.-])", re.I)
_PREFIX = re.compile(r"(?<![\w?$:@.-])([A-Za-z][\w.-]*|):")
_DECLARED = re.compile(r"\bPREFIX\s+([\w.-]*):", re.I)
_LONGEST = 160


def outward_word(query: str) -> str | None:
    """The word by which a query would ask another server: SERVICE or LOAD."""
    found = _OUTWARD.search(_NO_WORDS.sub(" ", query))
    return found[1].upper() if found else None


def syntax_problem(query: str, message: str, known: Iterable[str]) -> str:
    """What is wrong with a query that oxigraph refuses with a message; `known` prefixes need no declaration."""
    words = _NO_WORDS.sub(" ", query)
    declared = {*known, *_DECLARED.findall(words)}
    for prefix in _PREFIX.findall(words):
        if prefix not in declared:
            return f"prefix {prefix}: is not declared; add PREFIX {prefix}: <…> to the query"
    short = " ".join(message.split())
    return f"the query is not SPARQL: {short if len(short) <= _LONGEST else short[:_LONGEST] + '…'}"
