"""Who holds a role: the name behind a title, the one that it is an apposition or a predicate of."""

from __future__ import annotations

from newsgraph.language.annotations import Mention
from newsgraph.language.english.relations.role import Role
from newsgraph.language.english.relations.ties import Ties
from newsgraph.language.english.syntax.parse import Parse

_SUBJECTS = frozenset(["nsubj", "nsubjpass"])
_APPOINTING = frozenset(
    "appoint elect name nominate choose pick confirm install instal swear inaugurate re-elect reelect designate select "
    "reappoint crown promote make".split()
)
_SERVING = frozenset("serve succeed act work start begin continue remain return".split())
# Farther apart than this many tokens, an apposition is a slip of the parser.
_REACH = 25
_LEAVING = frozenset("resign quit retire oust remove dismiss fire sack depose".split())
_COMING_TRUE = frozenset("continue remain appoint elect choose".split())
_IF = frozenset("if whether unless".split())
_TERM = frozenset("until till before from between".split())


def find_holders(ties: Ties, role: Role) -> list[Mention]:
    """The named persons who hold a role, in their order."""
    found = (
        _behind_title(ties, role)
        or _by_syntax(ties, role, role.noun, 0)
        or _before_comma(ties, role)
        or _after_comma(ties, role)
    )
    near = [m for m in found if m.start - role.end < _REACH and role.start - m.end < _REACH]
    return [] if len(near) == 1 and _is_between_two(ties, role, near[0]) else near


def _is_between_two(ties: Ties, role: Role, holder: Mention) -> bool:
    """Whether a role may be that of another one, as in the list "X, the finance minister, Y, and Z"."""
    at = max(role.end, role.reach)
    if holder.end > role.start or not role.definite or at + 1 >= ties.syntax.size or ties.words.text[at] != ",":
        return False
    other = ties.name_starting(at + 1)
    return other is not None and other.entity.kind == "Person" and other.entity is not holder.entity


def _behind_title(ties: Ties, role: Role) -> list[Mention]:
    """The persons that a title stands before: "Foreign Minister X", "Senators X and Y"."""
    text = ties.words.text
    inside = ties.notes.covering.get(role.noun)
    if inside is not None and inside.form == "name" and inside.entity.kind == "Person":
        return [inside]
    at = role.end if role.reach <= role.end or ties.name_starting(role.end) else role.reach
    while at < len(text) and _is_rank(ties, at):
        at += 2 if at + 1 < len(text) and text[at + 1] == "." else 1
    name = ties.name_starting(at)
    if name is None or name.entity.kind != "Person":
        return []
    if not role.plural:
        return [name]
    found = [name, *_listed(ties, name)]
    return found if len(found) > 1 else []


def _is_rank(ties: Ties, at: int) -> bool:
    """Whether a word between title and name is one more title: "Foreign Minister Dr. X"."""
    syntax = ties.syntax
    text = ties.words.text[at]
    inside = ties.notes.covering.get(at)
    if (inside is not None and inside.form == "name") or syntax.tag[at] not in ("NNP", "NN"):
        return False
    return text.istitle() and len(text) < 8


def _listed(ties: Ties, name: Mention) -> list[Mention]:
    """The persons listed after a name: ", X and Y"."""
    syntax = ties.syntax
    text = ties.words.text
    found = []
    at = name.end
    while at + 1 < len(text) and syntax.lower[at] in (",", "and"):
        step = 2 if syntax.lower[at + 1] == "and" else 1
        following = ties.name_starting(at + step)
        if following is None or following.entity.kind != "Person":
            break
        found.append(following)
        at = following.end
    return found


def _by_syntax(ties: Ties, role: Role, noun: int, depth: int) -> list[Mention]:
    syntax = ties.syntax
    head, dep = syntax.head[noun], syntax.dep[noun]
    if depth > 3:
        return []
    for child in syntax.rights(noun):
        if syntax.dep[child] == "appos" and (found := _with_conjuncts(ties, child, role)):
            return found
    if dep == "appos":
        again = syntax.dep[head] == "appos" and syntax.pos[head] in ("NOUN", "PROPN")
        return _with_conjuncts(ties, head, role) or (_by_syntax(ties, role, head, depth + 1) if again else [])
    if dep == "conj" and syntax.pos[head] in ("NOUN", "PROPN") and not ties.people(head):
        return _by_syntax(ties, role, head, depth + 1)
    if dep in ("attr", "oprd") and syntax.pos[head] in ("VERB", "AUX"):
        return _of_verb(ties, role, head)
    if dep in ("dobj", "oprd") and syntax.lemma[head] in _APPOINTING | {"become"}:
        return _of_verb(ties, role, head)
    if dep == "pobj" and syntax.lower[head] == "as" and syntax.pos[syntax.head[head]] in ("VERB", "AUX"):
        verb = syntax.head[head]
        leaving = syntax.lemma[verb] in _LEAVING or _has(syntax, verb, "step stand", "down aside")
        if leaving:
            role.former = True
        starting = _has(syntax, verb, "take", "over office charge power") or (head < verb and head == syntax.left[head])
        succeeded = syntax.lemma[verb] == "succeed" and syntax.is_passive(verb)
        if leaving or starting or (syntax.lemma[verb] in _APPOINTING | _SERVING and not succeeded):
            role.former = role.former or (syntax.lemma[verb] == "serve" and syntax.tag[verb] == "VBD")
            return _of_verb(ties, role, verb)
    return []


def _has(syntax: Parse, verb: int, verbs: str, words: str) -> bool:
    """Whether it is one of these verbs with one of these particles or objects."""
    return syntax.lemma[verb] in verbs.split() and any(
        syntax.dep[c] in ("prt", "dobj", "advmod") and syntax.lower[c] in words.split() for c in syntax.rights(verb)
    )


def _of_verb(ties: Ties, role: Role, verb: int) -> list[Mention]:
    """The one who is, becomes or is made something."""
    syntax = ties.syntax
    past = syntax.dep[verb] == "xcomp" and syntax.lemma[syntax.head[verb]] == "use"
    role.former = role.former or past
    if any(syntax.dep[c] == "neg" for c in syntax.children[verb]) or (_is_unreal(syntax, verb) and not past):
        return []
    if any(syntax.lower[c] == "longer" for c in (*syntax.children[verb], *syntax.children[role.noun])):
        role.former = True  # "is no longer president"
    if syntax.lemma[verb] in ("be", "serve") and syntax.tag[verb] == "VBD":
        role.former = role.former or (not role.current and _is_over(syntax, verb))
    elif syntax.lemma[verb] in ("be", "serve") and any(syntax.lower[c] == "had" for c in syntax.lefts(verb)):
        role.former = True
    objects = [c for c in syntax.children[verb] if syntax.dep[c] in ("dobj", "nsubj") and c != role.noun]
    if syntax.lemma[verb] in _APPOINTING:
        # "named X ambassador", where the parser takes the name for a title of the role.
        objects += [c for c in syntax.lefts(role.noun) if syntax.dep[c] in ("compound", "nmod")]
        for token in sorted(objects, key=lambda c: syntax.dep[c] != "dobj"):
            if token > verb and (found := ties.people(token)):
                return found
    clause = verb
    for _ in range(4):
        for child in syntax.lefts(clause):
            if syntax.dep[child] in _SUBJECTS:
                active = syntax.lemma[verb] in _APPOINTING and syntax.dep[child] == "nsubj" and clause == verb
                return [] if active else _with_conjuncts(ties, child, role)
        if syntax.dep[clause] in ("conj", "xcomp", "advcl") and syntax.pos[syntax.head[clause]] in ("VERB", "AUX"):
            clause = syntax.head[clause]
        elif syntax.dep[clause] in ("acl", "relcl"):
            return ties.people(syntax.head[clause])
        else:
            break
    return []


def _is_unreal(syntax: Parse, verb: int) -> bool:
    """Whether a clause is about what may be or ought to be."""
    if any(syntax.dep[c] == "aux" and syntax.tag[c] in ("MD", "TO") for c in syntax.children[verb]):
        return not (syntax.dep[verb] == "xcomp" and syntax.lemma[syntax.head[verb]] in _COMING_TRUE)
    return any(syntax.dep[c] == "mark" and syntax.lower[c] in _IF for c in syntax.children[verb])


def _is_over(syntax: Parse, verb: int) -> bool:
    """Whether "was" is told by the paper itself, and not the past of somebody's "is"."""
    reported = syntax.dep[verb] in ("ccomp", "parataxis") and syntax.tag[syntax.head[verb]] in ("VBD", "VBN")
    ended = any(
        syntax.dep[c] in ("prep", "mark") and syntax.lower[c] in _TERM
        for c in range(syntax.left[verb], syntax.right[verb] + 1)
    )
    return ended or not reported


def _with_conjuncts(ties: Ties, token: int, role: Role) -> list[Mention]:
    """The persons at a token; for a role in the plural those coordinated with it, too."""
    syntax = ties.syntax
    found = ties.people(token)
    if found and role.plural:
        first = token
        while syntax.dep[first] == "conj":
            first = syntax.head[first]
        found = [m for t in syntax.conjuncts(first) if t < role.start or t >= role.end for m in ties.people(t)]
    return found


def _before_comma(ties: Ties, role: Role) -> list[Mention]:
    """The person before a role set off by a comma, where the parser did not see an apposition."""
    syntax = ties.syntax
    text = ties.words.text
    at = role.start
    while at > 0 and (syntax.tag[at - 1] in ("DT", "PRP$") or syntax.lower[at - 1] in ("then", "now", "also")):
        at -= 1
    if at < 2 or text[at - 1] != ",":
        return []
    name = ties.name_ending(at - 1)
    if name is None or name.entity.kind != "Person":
        return []
    if syntax.dep[role.noun] in ("nsubj", "nsubjpass", "dobj") or (role.plural and not role.holders):
        return []
    return [name]


def _after_comma(ties: Ties, role: Role) -> list[Mention]:
    """The person set off right behind a definite role: "The chairman of Z, X Y, said"."""
    text = ties.words.text
    if not role.definite or not (role.bodies or role.party):
        return []
    end = max([role.end, *(m.end for m in role.bodies)])
    if end + 1 < len(text) and text[end] == ",":
        name = ties.name_starting(end + 1)
        person = name is not None and name.entity.kind == "Person"
        if name is not None and person and not role.plural and name.end < len(text) and text[name.end] in ",.;":
            return [name]
    return []
