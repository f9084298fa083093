"""What an object is said to be: "designated X a Y", "took three engineers hostage"."""

from __future__ import annotations

from newsgraph.language.english.syntax.repairs.misparsed import misparsed
from newsgraph.language.english.syntax.tokens import Tokens


def find_what_it_is_named(parse: Tokens) -> None:
    """Make Y what X is named in "designated X a Y", where the parser sees two objects."""
    head, dep = parse.head, parse.dep
    held_as, naming = misparsed("held as"), misparsed("naming")
    for i, relation in enumerate(dep):
        if relation != "dobj" or i < 2:
            continue
        if parse.lower[i] in held_as:
            _find_who_is_held(parse, i)
        if dep[i] != "dobj" or parse.lemma[head[i]] not in naming:
            continue
        if any(head[k] == head[i] and dep[k] == "dobj" for k in range(head[i] + 1, i)):
            dep[i] = "oprd"


def _find_who_is_held(parse: Tokens, held: int) -> None:
    """Tell "hostage" in "was held hostage", "took three engineers hostage" from who is held."""
    head, dep = parse.head, parse.dep
    verb, before = head[held], held - 1
    if verb in (held - 1, held - 2):
        dep[held] = "oprd"
    elif head[before] == held and dep[before] == "compound" and parse.pos[before] in ("NOUN", "PROPN"):
        for k in range(max(verb + 1, held - 8), before):
            if head[k] == held:
                head[k] = before
        head[before], dep[before], dep[held] = verb, "dobj", "oprd"
