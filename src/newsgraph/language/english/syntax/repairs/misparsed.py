"""The words that parsers often get wrong in news, and a look at the tree while it is mended."""

from __future__ import annotations

from functools import cache

from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.syntax.tokens import Tokens

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))


@cache
def misparsed(name: str) -> frozenset[str]:
    """The words of a class of `lexicons/misparsed_words.csv`."""
    return frozenset(row["word"] for row in read_lexicon("misparsed_words") if row["class"] == name)


def is_under(parse: Tokens, i: int, above: int) -> bool:
    """Whether a word hangs below another: to hang that one below it would close a circle."""
    for _ in range(parse.size):
        if i == above:
            return True
        if parse.head[i] == i:
            return False
        i = parse.head[i]
    return True


def name_start(parse: Tokens, i: int) -> int:
    """Where a name begins that ends at a word: "Jo" of "Jo Ann Lee" from "Lee"."""
    start = i
    while start and parse.head[start - 1] == i and parse.dep[start - 1] == "compound":
        start -= 1
    return start
