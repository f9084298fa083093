"""Acts that are the content of another event: of a demand, promise, threat or refusal, or what is lifted or ended.

Such an act is not an event of its kind, but gives that one its mode.
"""

from __future__ import annotations

from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.kinds.intentions import take_intention
from newsgraph.language.english.events.kinds.modes import mode_of
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.events.roles.roles import Roles
from newsgraph.language.english.syntax.parse import Parse

_WORDS = word_classes()
_MATRIX = frozenset(("AGREE", "REQUEST", "REJECT", "THREATEN", "CONCEDE"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "VBN"))


def apply_plover(roles: Roles) -> None:
    """Change the kinds of the coded events of a doc where PLOVER does."""
    events = sorted(roles.coded.items(), key=lambda item: item[0])
    for i, coded in events:
        if coded.verb:
            take_intention(roles, i, coded)
    for i, coded in events:
        _take_content(roles, i, coded)
    for i, coded in events:
        _take_undone(roles, i, coded)


def _take_content(roles: Roles, i: int, coded: Coded) -> None:
    """An act in the content of an asking, promise, threat or refusal gives that its mode, and is OTHER itself."""
    event, syntax = coded.event, roles.syntax
    if event.kind in ("OTHER", "SAY") or event.factuality == "actual":
        return
    if (occasion := _occasion(roles, i)) is not None:
        coded.occasion = occasion
        event.factuality = occasion.event.factuality
        coded.recode(event.kind, event.mode, "said on occasion")
        return
    if _is_aim(roles, i):
        _make_part(coded, "aim")
        return
    matrix = _matrix(roles, i)
    if matrix is None:
        return
    outer = matrix.event
    warned = syntax.lemma[outer.root] in ("warn", "warning") and not coded.verb
    if outer.mode is None and not warned and _is_what_is_asked(syntax, i, outer.root):
        outer.mode = mode_of(outer.kind, coded, syntax)
    _make_part(coded, f"content of {syntax.lemma[outer.root]} ({outer.kind})")


def _is_what_is_asked(syntax: Parse, act: int, outer: int) -> bool:
    """Whether an act is itself what is asked or refused, and no circumstance of it: "asked the owners at a meeting"."""
    while act != outer and syntax.head[act] != act:
        if syntax.dep[act] == "prep" and syntax.lower[act] not in _WORDS["before_content"]:
            return False
        act = syntax.head[act]
    return True


def _make_part(coded: Coded, why: str) -> None:
    """Make an act a mere part of another event, which keeps what it would be."""
    coded.deed = coded.event.kind
    coded.recode("OTHER", None, why)


def _is_aim(roles: Roles, verb: int) -> bool:
    """Whether a verb says what a deed was done for ("... to end the war"), and not what somebody went to do."""
    syntax = roles.syntax
    if syntax.dep[verb] != "advcl" or not roles.syntax.is_infinitive(verb):
        return False
    deed = roles.coded.get(syntax.head[verb])
    return deed is not None and deed.event.kind not in ("OTHER", "SAY")


def _asks(coded: Coded) -> bool:
    """Whether a verb is an asking, promise, threat or refusal, or would be one if it were done."""
    return coded.event.kind in _MATRIX or coded.deed in _MATRIX


def _occasion(roles: Roles, verb: int) -> Coded | None:
    """The meeting, protest or letter at which is done what is done by saying it: "met him to convey her thanks"."""
    syntax = roles.syntax
    head = syntax.head[verb]
    deed = roles.coded.get(head)
    if deed is None or syntax.dep[verb] not in ("advcl", "xcomp") or not roles.syntax.is_infinitive(verb):
        return None
    if roles.coded[verb].event.kind not in ("REQUEST", "ACCUSE", "SUPPORT", "REJECT") and syntax.lemma[verb] not in (
        "protest",
        "complain",
    ):
        return None
    return deed if deed.event.kind in ("CONSULT", "PROTEST", "SAY") else None


def _matrix(roles: Roles, i: int) -> Coded | None:
    """The asking, promise, threat or refusal that an act is the content of."""
    syntax = roles.syntax
    coded_kind = roles.coded[i].event.kind
    at = i
    for _ in range(8):
        relation, head = syntax.dep[at], syntax.head[at]
        if head == at or relation == "relcl":
            return None
        if relation in ("nsubj", "nsubjpass") and not roles.syntax.is_infinitive(head):
            return None
        if relation == "advcl" and not roles.syntax.is_infinitive(at):
            return None
        if relation == "conj":
            at = head
            continue
        outer = roles.coded.get(head)
        if outer is not None and relation in ("xcomp", "ccomp", "acl") and _asks(outer):
            denied = outer.event.kind == "REJECT" and relation == "ccomp" and syntax.tag[at] in _FINITE
            return None if denied else outer
        if outer is not None and relation in ("dobj", "nsubjpass") and outer.verb:
            wanted = _MATRIX if syntax.pos[i] == "VERB" else _MATRIX - {"AGREE", "CONCEDE"}
            return outer if outer.event.kind in wanted and outer.event.kind != coded_kind else None
        outer = roles.coded.get(syntax.head[head]) if relation == "pobj" else None
        if outer is not None and outer.event.kind in ("REQUEST", "THREATEN"):
            return outer
        at = head
    return None


def _take_undone(roles: Roles, i: int, coded: Coded) -> None:
    """What is lifted, ended, accepted or rejected is one event with its lifting: "lifted the sanctions"."""
    syntax = roles.syntax
    if coded.verb or syntax.dep[i] not in ("dobj", "nsubjpass", "pobj") or coded.event.kind == "OTHER":
        return
    head = syntax.head[i]
    if syntax.dep[i] == "pobj":
        if syntax.lower[head] not in ("to", "from"):
            return
        head = syntax.head[head]
    verb = roles.coded.get(head)
    if verb is None or not verb.verb or verb.entry is None or verb.event.kind == coded.event.kind:
        return
    if verb.deed == coded.event.kind:
        coded.deed = coded.event.kind
        coded.recode(verb.event.kind, coded.event.mode, f"with {syntax.lemma[head]}")
        return
    embedded = verb.event.kind == "OTHER" and verb.deed != ""
    if embedded or verb.event.kind in ("CONCEDE", "RETREAT", "REJECT", "SANCTION", "AGREE", "MOBILIZE"):
        _make_part(coded, f"object of {syntax.lemma[head]}")
