"""Acts that are promised, threatened, refused or demanded rather than done: "will send aid", "will not negotiate".

"Cooperative actions reported in future tense are taken to imply intentions and coded as AGREE; hostile ones as
THREATEN" (PLOVER codebook). What somebody says that others must do is a REQUEST; what they will not do, a REJECT.
"""

from __future__ import annotations

from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.kinds.modes import mode_of
from newsgraph.language.english.events.kinds.obligations import MUST, demanded_by
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.events.roles.roles import Roles

_WORDS = word_classes()
_COOPERATIVE = frozenset(("CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "AGREE"))
_HOSTILE = frozenset(("PROTEST", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE"))


def take_intention(roles: Roles, verb: int, coded: Coded) -> None:
    """Make a verb the demand, refusal, promise or threat that its clause makes of it."""
    event, syntax = coded.event, roles.syntax
    main = _begun(roles, verb, _WORDS["beginning_or_going_on"] if event.kind in _HOSTILE else _WORDS["beginning"])
    modals = [syntax.lower[c] for c in syntax.children[main] if syntax.dep[c] == "aux" and syntax.tag[c] == "MD"]
    if (speaker := demanded_by(roles, verb, modals)) is not None:
        _make_demand(roles, verb, coded, speaker)
    elif event.factuality == "negated" and modals and event.kind in _COOPERATIVE:
        coded.deed = event.kind
        coded.recode("REJECT", mode_of("REJECT", coded, syntax), "will not")
    elif _will_not_have(roles, verb, coded, modals):
        coded.recode("REJECT", None, "will not have it")
        event.factuality = "actual"
    elif event.factuality == "future" and (modals or _is_meant(roles, verb)) and _has_actor(roles, coded):
        if event.kind in _COOPERATIVE - {"AGREE", "CONSULT"}:
            coded.deed = event.kind
            coded.recode("AGREE", None, "future cooperation")
        elif event.kind in _HOSTILE and event.kind != "MOBILIZE":
            coded.deed = event.kind
            coded.recode("THREATEN", mode_of("THREATEN", coded, syntax), "future hostile act")


def _make_demand(roles: Roles, verb: int, coded: Coded, speaker: int) -> None:
    """Make a verb what its speaker asks of others; what they should have done, their blame."""
    event, syntax = coded.event, roles.syntax
    if any(syntax.lower[c] == "have" and syntax.dep[c] == "aux" for c in syntax.children[verb]):
        coded.recode("ACCUSE", None, "should have, said by another")
    else:
        coded.recode("REQUEST", mode_of("REQUEST", coded, syntax), "must, said by another")
    coded.speaker = roles.coded[speaker]
    coded.apart = syntax.sentence[speaker] != syntax.sentence[verb]
    modal = min((c for c in syntax.children[verb] if syntax.lower[c] in MUST), default=verb)
    event.start = modal if event.start - modal <= 2 else event.start
    event.factuality = coded.speaker.event.factuality  # it is made by being said


def _begun(roles: Roles, verb: int, beginning: frozenset[str]) -> int:
    """The verb that says of an act that it begins or goes on, or else the act's own."""
    head = roles.syntax.head[verb]
    going = roles.syntax.dep[verb] == "xcomp" and roles.syntax.lemma[head] in beginning
    return head if going and roles.syntax.pos[head] == "VERB" else verb


def _will_not_have(roles: Roles, verb: int, coded: Coded, modals: list[str]) -> bool:
    """Whether somebody says that they will not put up with something: "will not tolerate", "won't let it be"."""
    refused = coded.event.factuality == "negated" and roles.syntax.lemma[verb] in _WORDS["yielding"]
    return refused and not coded.frame.passive and bool({"will", "wo", "shall"} & set(modals))


def _is_meant(roles: Roles, verb: int) -> bool:
    """Whether an infinitive says what somebody means to do: "plans to boycott", "is set to visit"."""
    syntax = roles.syntax
    if not roles.syntax.is_infinitive(verb):
        return False
    head = syntax.head[verb]
    if syntax.lemma[head] == "be":
        return any(roles.is_actor(s) for s in roles.coded[verb].frame.subject)
    return head == verb or syntax.lemma[head] in _WORDS["meaning"]


def _has_actor(roles: Roles, coded: Coded) -> bool:
    """Whether somebody is said to do it."""
    return any(roles.actors_under(s) for s in coded.frame.logical_subject)
