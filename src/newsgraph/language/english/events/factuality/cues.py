"""The cues of factuality in the lexicon, and what says that there is none of something."""

from __future__ import annotations

from functools import cache

from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.syntax.parse import Parse


@cache
def factuality_cues() -> dict[str, dict[str, str]]:
    """The cues of `lexicons/factuality_cues.csv`: by place, the value that a word gives."""
    found: dict[str, dict[str, str]] = {}
    for row in read_lexicon("factuality_cues"):
        found.setdefault(row["place"], {}).setdefault(row["word"], row["value"])
    return found


def is_none(syntax: Parse, i: int) -> bool:
    """Whether a word says that there is none: "nobody", "no attack", "neither side", "not a single shot"."""
    if syntax.lower[i] in ("nobody", "nothing", "none", "neither"):
        return True
    return any(
        (syntax.lower[c] in ("no", "neither") and syntax.dep[c] in ("det", "neg", "advmod", "preconj"))
        or (
            syntax.lower[c] == "not"
            and c < i
            and syntax.lower[c + 1] in ("one", "a", "an", "single")
            and "but" not in _words(syntax, i)
        )
        for c in syntax.children[i]
    )


def _words(syntax: Parse, i: int) -> list[str]:
    """The words of a phrase: "not one but two men"."""
    return syntax.lower[syntax.left[i] : syntax.right[i] + 1]
