"""The nouns for roles and the words that belong to them: `roles.csv` and `role_words.csv`."""

from __future__ import annotations

from functools import cache

from newsgraph.language.english.lexicon_files import read_lexicon


@cache
def role_nouns() -> dict[str, tuple[str, str]]:
    """From a role, singular or plural, to its singular and its class."""
    table = {}
    for row in read_lexicon("roles"):
        for form in (row["role"], row["plural"]):
            table[form] = (row["role"], row["class"])
    return table


@cache
def role_words(kind: str) -> frozenset[str]:
    """The words of one class in `role_words.csv`."""
    return frozenset(row["word"] for row in read_lexicon("role_words") if row["class"] == kind)


@cache
def main_words() -> frozenset[str]:
    """The words that a role phrase turns on: the last of a role, or the one before "in chief", "of staff", "elect"."""
    words = set()
    for form in role_nouns():
        parts = form.split()
        words.add(parts[0] if parts[-1] in ("chief", "staff", "elect", "d'affaires") and len(parts) > 1 else parts[-1])
    return frozenset(words)
