"""The body of a role where it stands behind the noun: "of Defence of Chad", "for the ministry", ", Northern Fleet"."""

from __future__ import annotations

from newsgraph.language.annotations import Mention
from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.relations.actors import objects_of
from newsgraph.language.english.relations.role import Role, is_portfolio
from newsgraph.language.english.relations.role_lexicon import role_words
from newsgraph.language.english.relations.ties import ORGANIZATIONS, Ties

# What may stand between a role and its body beside "of": of one who is the first in it, and of another.
_LINKS = {True: frozenset(["at"]), False: frozenset("for at in with from on".split())}
_SORTS = frozenset("city country county district island nation province region republic state town village".split())


def read_right(ties: Ties, role: Role) -> str:
    """Read "of Defence of Chad", "for the ministry", "to Egypt"; give what of it belongs to the role's text."""
    syntax = ties.syntax
    said = ""
    preps = [c for c in syntax.rights(role.noun) if syntax.dep[c] == "prep" and c >= role.noun]
    while preps:
        prep = preps.pop(0)
        noun = next((c for c in syntax.rights(prep) if syntax.dep[c] == "pobj"), None)
        if noun is None or prep < role.end - 1:
            continue
        word = syntax.lower[prep]
        field = prep + 1
        if field < noun and syntax.lower[field] in role_words("portfolio") and ties.people(noun):
            # "Minister of Health X", where the parser takes X for what follows "of".
            noun = field
        bodies = ties.bodies_with_conjuncts(noun)
        if word in ("of", "for") and _is_portfolio_of(ties, role, noun):
            said += ("" if not said else " ") + _phrase(ties, prep, noun)
            role.end = role.reach = _end_of_portfolio(ties, noun)
            if role.kind == "head":
                role.compound = syntax.lower[noun]
            preps = [c for c in syntax.rights(noun) if syntax.dep[c] == "prep"] + preps
            continue
        bodies = bodies or _bodies_behind(ties, role, word, noun)
        if bodies:
            role.reach = max(role.reach, noun + 1, bodies[0].end if bodies[0].form == "name" else 0)
            _take_bodies(role, word, bodies)
            if role.kind == "post" and (word in ("to", "for")) and not any(m in role.bodies for m in bodies):
                said += ("" if not said else " ") + _phrase(ties, prep, noun)
        elif word in ("of", "for") and role.kind in ("head", "post") and ties.words.text[noun].islower() and not said:
            owner = _owner(ties, noun)
            if owner is not None:
                role.bodies = [owner]
            if owner is not None or word == "of":
                # "head of operations": what it is the head of is only a part of the body.
                role.compound = syntax.lower[noun]
                role.end = noun + 1
                said += ("" if not said else " ") + f"{word} {_modified(ties, noun)}"
    return said


def _bodies_behind(ties: Ties, role: Role, word: str, noun: int) -> list[Mention]:
    """The bodies that a noun behind a preposition stands for, where it names none itself."""
    syntax = ties.syntax
    bodies: list[Mention] = []
    if syntax.lower[noun] in _SORTS:
        # "of the African country of Chad", "of the Lombardy region"
        before = [c for c in syntax.lefts(noun) if syntax.dep[c] in ("compound", "nmod", "amod")]
        bodies = [m for t in (*objects_of(ties, noun, "of"), *before) for m in ties.bodies(t)][:1]
    if not bodies and word in ("of", "for") and not role.bodies:
        bodies = ties.taken_up(noun)
    return bodies


def _take_bodies(role: Role, word: str, bodies: list[Mention]) -> None:
    """Give a role the bodies behind a preposition that are its own."""
    if word == "of" and (not role.bodies or bodies[0].entity.kind in ORGANIZATIONS):
        role.bodies = bodies
    elif word in _LINKS[role.kind == "head" and not (role.not_first or role.compound)] and not role.bodies:
        role.bodies = [m for m in bodies if m.entity.kind in ORGANIZATIONS]


def _is_portfolio_of(ties: Ties, role: Role, noun: int) -> bool:
    """Whether the noun behind "of" or "for" is a field of government."""
    syntax = ties.syntax
    inside = ties.notes.covering.get(noun)
    if inside is None or inside.form != "name" or is_portfolio(ties, inside):
        return syntax.lower[noun] in role_words("portfolio")
    # "Minister of Agriculture and Sea Life": whatever a minister is of, is a field, if it is not known as a body.
    return (
        role.name == "minister"
        and inside.entity.kind in ("Organization", "Agency", "Other")
        and not inside.entity.links
        and not role_words("body").intersection(syntax.lower[inside.start : inside.end])
    )


def _end_of_portfolio(ties: Ties, noun: int) -> int:
    syntax = ties.syntax
    doc = ties.doc
    inside = ties.notes.covering.get(noun)
    end = max(noun + 1, inside.end if inside is not None and inside.form == "name" else 0)
    fields = role_words("portfolio")
    while end + 1 < len(doc) and syntax.lower[end] in ("and", "&", ",") and syntax.lower[end + 1] in fields:
        end += 2
    return end


def _owner(ties: Ties, noun: int) -> Mention | None:
    """The country in "of Chad's army", "of the Chadian army"; of UK equities it is not the country."""
    syntax = ties.syntax
    body = actor_noun(syntax.lower[noun], syntax.lemma[noun])
    if body is None or body.kind != "Agency":
        return None
    owners = [child for child in syntax.lefts(noun) if syntax.dep[child] == "poss"]
    for child in owners or syntax.lefts(noun):
        if syntax.dep[child] in ("poss", "amod", "compound", "nmod"):
            for mention in ties.bodies(child):
                if mention.entity.kind == "Country":
                    return mention
    return None


def _modified(ties: Ties, noun: int) -> str:
    """A common noun with the small words before it: "foreign ministry"."""
    syntax, text = ties.syntax, ties.words.text
    words = [text[t] for t in syntax.lefts(noun) if syntax.dep[t] in ("amod", "compound") and text[t].islower()]
    return " ".join([*words, syntax.lower[noun]])


def _phrase(ties: Ties, prep: int, noun: int) -> str:
    """A preposition with its noun, as far as the name or the noun goes."""
    syntax = ties.syntax
    mention = ties.notes.covering.get(noun)
    named = mention is not None and mention.form == "name"
    start = prep
    end = mention.end if mention is not None and named else noun + 1
    if not named and syntax.lower[noun] in role_words("portfolio"):
        end = max(end, _end_of_portfolio(ties, noun))
    words = [ties.word(t, as_named=named) for t in range(start, end) if syntax.tag[t] != "DT"]
    return "".join(words).strip()


def read_apposed_body(ties: Ties, role: Role) -> None:
    """Read the body in "commander, Northern Fleet"."""
    syntax = ties.syntax
    doc = ties.doc
    if role.plural or role.kind not in ("head", "post") or role.end + 1 >= len(doc) or doc[role.end].text != ",":
        return
    start = role.end + 1
    if syntax.lower[start] == "the" and start + 1 < len(doc):
        start += 1
    name = ties.name_starting(start)
    if name is not None and name.entity.kind in ORGANIZATIONS and not is_portfolio(ties, name):
        role.bodies = [name]
