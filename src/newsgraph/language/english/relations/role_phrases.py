"""Role phrases: "the UN's former special envoy for Chad" read into role, body and time.

A role is a noun of the lexicon `roles.csv` with the words that belong to it. Its body is the name before it or after
its "of"; `role_words.csv` tells which words before it are part of it ("deputy") and which are not ("former").
"""

from __future__ import annotations

from newsgraph.language.english.relations.role import Role
from newsgraph.language.english.relations.role_bodies import read_apposed_body, read_right
from newsgraph.language.english.relations.role_lexicon import begin_of_short_title, main_words, role_nouns, tails_after
from newsgraph.language.english.relations.role_words_before import read_left
from newsgraph.language.english.relations.ties import HYPHENS, Ties


def read_role(ties: Ties, noun: int) -> Role | None:
    """The role phrase around a noun, or None where the noun is no role here."""
    syntax = ties.syntax
    if syntax.pos[noun] not in ("NOUN", "PROPN"):
        return None
    inside = ties.notes.covering.get(noun)
    if inside is not None and inside.form == "name" and inside.entity.kind != "Person":
        return None
    role = _look_up(ties, noun)
    if role is None or _describes(ties, role):
        return None
    words = read_left(ties, role)
    after = read_right(ties, role)
    role.text = " ".join("".join(words).split())
    if after:
        role.text += " " + after
    if not role.bodies:
        read_apposed_body(ties, role)
    return role


def _look_up(ties: Ties, noun: int) -> Role | None:
    syntax = ties.syntax
    lower, table = ties.words.lower, role_nouns()
    word = syntax.lower[noun]
    end = noun + 1
    following = [one for one in lower[end : end + 4] if one not in HYPHENS]
    if following and following[0] in main_words() and following[0] != word and not _is_name(ties, end):
        return None
    for tail in tails_after(word):
        if tuple(following[: len(tail)]) == tail and (found := table.get(f"{word} {' '.join(tail)}")):
            while lower[end] != tail[-1]:
                end += 1
            return Role(noun, *found, word != found[0].split()[0], noun, end + 1)
    before = noun - 1
    if before >= 0 and lower[before] in HYPHENS:
        before -= 1
    found = table.get(word)
    if before >= 0:
        found = table.get(f"{lower[before]} {word}", found)
    if before > 0:
        found = table.get(f"{lower[before - 1]} {lower[before]} {word}", found)
    if (short := begin_of_short_title(lower, noun)) is not None:
        found = table[" ".join(lower[short:end]).replace(" .", ".")]
    if found is None:
        return None
    return Role(noun, *found, syntax.tag[noun] in ("NNS", "NNPS"), noun, end)


def _describes(ties: Ties, role: Role) -> bool:
    """Whether it only describes the noun behind it: "member states", "deputy defence minister"."""
    syntax = ties.syntax
    head = syntax.head[role.noun]
    if syntax.dep[role.noun] not in ("compound", "nmod", "amod") or head < role.end or _is_name(ties, role.end):
        return False
    inside = ties.notes.covering.get(head)
    return inside is None or inside.form != "name" or inside.entity.kind != "Person"


def _is_name(ties: Ties, i: int) -> bool:
    mention = ties.notes.covering.get(i)
    return mention is not None and mention.form == "name"
