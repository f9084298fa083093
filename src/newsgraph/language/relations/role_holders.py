"""Who holds a role: the name behind a title, the one that it is an apposition or a predicate of."""

from __future__ import annotations

from spacy.tokens import Token

from newsgraph.language.annotations import Mention
from newsgraph.language.relations.role import Role
from newsgraph.language.relations.ties import Ties

_SUBJECTS = frozenset(["nsubj", "nsubjpass"])
_APPOINTING = frozenset(
    "appoint elect name nominate choose pick confirm install instal swear inaugurate re-elect reelect designate select "
    "reappoint crown promote make".split()
)
_SERVING = frozenset("serve act work start begin continue remain return".split())
# Farther apart than this many tokens, an apposition is a slip of the parser.
_REACH = 25
_LEAVING = frozenset("resign quit retire oust remove dismiss fire sack depose".split())
_SUCCEEDING = frozenset(["succeed", "replace"])


def find_holders(ties: Ties, role: Role) -> list[Mention]:
    """The named persons who hold a role, in their order."""
    found = (
        _behind_title(ties, role)
        or _listed_before(ties, role)
        or _by_syntax(ties, role, role.noun, 0)
        or _before_comma(ties, role)
        or _after_comma(ties, role)
    )
    return [m for m in found if m.start - role.end < _REACH and role.start - m.end < _REACH]


def _behind_title(ties: Ties, role: Role) -> list[Mention]:
    """The persons that a title stands before: "Foreign Minister X", "Senators X and Y"."""
    doc = ties.doc
    inside = ties.notes.covering.get(role.noun.i)
    if inside is not None and inside.form == "name" and inside.entity.kind == "Person":
        return [inside]
    at = role.end if role.reach <= role.end or ties.name_starting(role.end) else role.reach
    while at < len(doc) and _is_rank(ties, at):
        at += 2 if at + 1 < len(doc) and doc[at + 1].text == "." else 1
    name = ties.name_starting(at)
    if name is None or name.entity.kind != "Person":
        return []
    if not role.plural:
        return [name]
    found = [name, *_listed(ties, name)]
    return found if len(found) > 1 else []


def _is_rank(ties: Ties, at: int) -> bool:
    """Whether a word between title and name is one more title: "Foreign Minister Dr. X"."""
    token = ties.doc[at]
    inside = ties.notes.covering.get(at)
    if (inside is not None and inside.form == "name") or token.tag_ not in ("NNP", "NN"):
        return False
    return token.text.istitle() and len(token) < 8


def _listed(ties: Ties, name: Mention) -> list[Mention]:
    """The persons listed after a name: ", X and Y"."""
    doc = ties.doc
    found = []
    at = _after_of(ties, name.end)
    while at + 1 < len(doc) and doc[at].lower_ in (",", "and"):
        step = 2 if doc[at + 1].lower_ == "and" else 1
        following = ties.name_starting(at + step)
        if following is None or following.entity.kind != "Person":
            break
        found.append(following)
        at = _after_of(ties, following.end)
    return found


def _after_of(ties: Ties, at: int) -> int:
    """The token behind "of Y" in "X of Y and Z", or the one given."""
    doc = ties.doc
    if at + 1 < len(doc) and doc[at].lower_ == "of":
        body = ties.name_starting(at + 2 if doc[at + 1].lower_ == "the" else at + 1)
        return at if body is None else body.end
    return at


def _listed_before(ties: Ties, role: Role) -> list[Mention]:
    """The persons listed before a role in the plural: "X, Y and Z, the ministers of"."""
    doc = ties.doc
    at = role.start - 1 if role.start and doc[role.start - 1].tag_ == "DT" else role.start
    if not role.plural or at < 2 or doc[at - 1].text != ",":
        return []
    found: list[Mention] = []
    at -= 1
    while (name := ties.name_ending(at)) is not None and name.entity.kind == "Person":
        found.insert(0, name)
        at = name.start - 1
        if at < 1 or doc[at].lower_ not in (",", "and"):
            break
        if doc[at].lower_ == "and" and doc[at - 1].text == ",":
            at -= 1
    return found if len(found) > 1 else []


def _by_syntax(ties: Ties, role: Role, noun: Token, depth: int) -> list[Mention]:
    head, dep = noun.head, noun.dep_
    if depth > 3:
        return []
    for child in noun.rights:
        if child.dep_ == "appos" and (found := _with_conjuncts(ties, child, role)):
            return found
    if dep == "appos":
        return _with_conjuncts(ties, head, role) or (
            _by_syntax(ties, role, head, depth + 1) if head.pos_ in ("NOUN", "PROPN") and head.dep_ == "appos" else []
        )
    if dep == "conj" and head.pos_ in ("NOUN", "PROPN") and not ties.people(head):
        return _by_syntax(ties, role, head, depth + 1)
    if dep in ("attr", "oprd") and head.pos_ in ("VERB", "AUX"):
        return _of_verb(ties, role, head)
    if dep in ("dobj", "oprd") and head.lemma_ in _APPOINTING | {"become"}:
        return _of_verb(ties, role, head)
    if dep == "pobj" and head.lower_ == "as" and head.head.pos_ in ("VERB", "AUX"):
        verb = head.head
        if verb.lemma_ in _SUCCEEDING:
            return _successors(ties, role, verb)
        leaving = verb.lemma_ in _LEAVING or _has(verb, "step stand", "down aside")
        if leaving:
            role.former = True
        starting = _has(verb, "take", "over office charge power") or (head.i < verb.i and head.i == head.left_edge.i)
        if leaving or starting or verb.lemma_ in _APPOINTING | _SERVING:
            role.former = role.former or (verb.lemma_ == "serve" and verb.tag_ == "VBD")
            return _of_verb(ties, role, verb)
    return []


def _has(verb: Token, verbs: str, words: str) -> bool:
    """Whether it is one of these verbs with one of these particles or objects."""
    return verb.lemma_ in verbs.split() and any(
        c.dep_ in ("prt", "dobj", "advmod") and c.lower_ in words.split() for c in verb.rights
    )


def _successors(ties: Ties, role: Role, verb: Token) -> list[Mention]:
    """Who takes over a role in "X succeeded Y as head of Z"; the other one held it before."""
    found: dict[str, list[Mention]] = {"nsubj": [], "dobj": [], "nsubjpass": [], "pobj": []}
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            found["pobj"] += [m for c in child.rights for m in ties.people(c)]
        elif child.dep_ in found:
            found[child.dep_] += ties.people(child)
    role.predecessors = found["nsubjpass"] or found["dobj"]
    return [] if _is_unreal(verb) else found["nsubj"] or found["pobj"]


def _of_verb(ties: Ties, role: Role, verb: Token) -> list[Mention]:
    """The one who is, becomes or is made something."""
    past = verb.dep_ == "xcomp" and verb.head.lemma_ == "use"
    role.former = role.former or past
    if any(c.dep_ == "neg" for c in verb.children) or (_is_unreal(verb) and not past):
        return []
    if verb.lemma_ in ("be", "serve") and verb.tag_ == "VBD":
        role.former = role.former or (not role.current and _is_over(verb))
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubj") and c.i != role.noun.i]
    if verb.lemma_ in _APPOINTING:
        # "named X ambassador", where the parser takes the name for a title of the role.
        objects += [c for c in role.noun.lefts if c.dep_ in ("compound", "nmod")]
        for token in sorted(objects, key=lambda c: c.dep_ != "dobj"):
            if token.i > verb.i and (found := ties.people(token)):
                return found
    clause: Token = verb
    for _ in range(4):
        for child in clause.lefts:
            if child.dep_ in _SUBJECTS:
                active = verb.lemma_ in _APPOINTING and child.dep_ == "nsubj" and clause is verb
                return [] if active else _with_conjuncts(ties, child, role)
        if clause.dep_ in ("conj", "xcomp", "advcl") and clause.head.pos_ in ("VERB", "AUX"):
            clause = clause.head
        elif clause.dep_ in ("acl", "relcl"):
            return ties.people(clause.head)
        else:
            break
    return []


def _is_unreal(verb: Token) -> bool:
    """Whether a clause is about what may be or ought to be."""
    if any(c.dep_ == "aux" and c.tag_ in ("MD", "TO") for c in verb.children):
        return not (verb.dep_ == "xcomp" and verb.head.lemma_ in ("continue", "remain", "appoint", "elect", "choose"))
    return any(c.dep_ == "mark" and c.lower_ in ("if", "whether", "unless") for c in verb.children)


def _is_over(verb: Token) -> bool:
    """Whether "was" is told by the paper itself, and not the past of somebody's "is"."""
    reported = verb.dep_ in ("ccomp", "parataxis") and verb.head.tag_ in ("VBD", "VBN")
    ended = any(
        c.dep_ in ("prep", "mark") and c.lower_ in ("until", "till", "before", "from", "between") for c in verb.subtree
    )
    return ended or not reported


def _with_conjuncts(ties: Ties, token: Token, role: Role) -> list[Mention]:
    """The persons at a token; for a role in the plural those coordinated with it, too."""
    found = ties.people(token)
    if found and role.plural:
        first = token
        while first.dep_ == "conj":
            first = first.head
        found = [m for t in (first, *first.conjuncts) if t.i < role.start or t.i >= role.end for m in ties.people(t)]
    return found


def _before_comma(ties: Ties, role: Role) -> list[Mention]:
    """The person before a role set off by a comma, where the parser did not see an apposition."""
    doc = ties.doc
    at = role.start
    while at > 0 and (doc[at - 1].tag_ in ("DT", "PRP$") or doc[at - 1].lower_ in ("then", "now", "also")):
        at -= 1
    if at < 2 or doc[at - 1].text != ",":
        return []
    name = ties.name_ending(at - 1)
    if name is None or name.entity.kind != "Person":
        return []
    if role.noun.dep_ in ("nsubj", "nsubjpass", "dobj") or (role.plural and not role.holders):
        return []
    return [name]


def _after_comma(ties: Ties, role: Role) -> list[Mention]:
    """The person set off right behind a definite role: "The chairman of Z, X Y, said"."""
    doc = ties.doc
    if not role.definite or not role.bodies:
        return []
    end = max(role.end, *(m.end for m in role.bodies))
    if end + 1 < len(doc) and doc[end].text == ",":
        name = ties.name_starting(end + 1)
        if name is not None and name.entity.kind == "Person":
            if role.plural:
                return [name, *_listed(ties, name)]
            if name.end < len(doc) and doc[name.end].text in ",.;":
                return [name]
    return []
