"""Whose claim an event is: the speaker that reports it, or the one who accuses another of it, or who denies it."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Attribution, Mention
from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.events.roles.roles import Roles
from newsgraph.language.english.events.telling import Telling
from newsgraph.language.english.syntax.parse import Parse

_WORDS = word_classes()
_BODIES = frozenset(("Country", "Agency", "InternationalOrganization", "Party", "ArmedGroup", "Organization"))


def attribute(notes: Annotations, roles: Roles) -> None:
    """Say of each event in reported content, or under an accusation, whose claim it is; the innermost one counts."""
    reported = sorted((a for a in notes.attributions if a.mention is not None), key=lambda a: a.content)
    told = Telling(roles.syntax)
    doc = roles.syntax.doc
    around: list[Attribution] = []
    following = 0
    for i in sorted(roles.coded):
        where = doc[i].idx
        while following < len(reported) and reported[following].content[0] <= where:
            around.append(reported[following])
            following += 1
        around = [a for a in around if a.content[1] > where]
        if around:
            said = min(around, key=lambda a: a.content[1] - a.content[0])
            coded, speaker = roles.coded[i], said.mention
            coded.event.voice = speaker
            coded.event.attributed_to = speaker if told.tells(said, coded) else None
            first_person = any(roles.syntax.lower[word] in ("i", "we") for word in coded.frame.subject)
            if first_person and speaker is not None and not coded.frame.passive:
                own = not coded.event.agents or all(m.entity is speaker.entity for m in coded.event.agents)
                plural = any(roles.syntax.lower[word] == "we" for word in coded.frame.subject)
                if own:
                    coded.event.agents = [(_body_of(speaker, notes, roles.syntax) if plural else None) or speaker]
    for i in sorted(roles.coded):
        event = roles.coded[i].event
        claim = None if event.factuality == "actual" else _claim_above(i, roles.syntax, roles.coded)
        if claim is not None and claim.event.root != i:
            event.voice = claim.event.agents[0] if claim.event.agents else claim.event.voice or event.voice
            event.attributed_to = _claimant(i, claim, roles)


def _body_of(speaker: Mention, notes: Annotations, syntax: Parse) -> Mention | None:
    """The body that "we" of a speaker means: that of a spokesman, an ambassador, a commander."""
    for mention in speaker.entity.mentions:
        if mention.form == "pronoun":
            continue
        for word in (mention.root, *(c for c in syntax.children[mention.root] if syntax.dep[c] == "appos")):
            if syntax.lemma[word] not in _WORDS["spokesman"]:
                continue
            before = [c for c in syntax.children[word] if syntax.dep[c] in ("poss", "compound", "nmod", "amod")]
            behind = [w for name, w in syntax.prepositions(word) if name in ("for", "of")]
            for body in (*behind, *before):
                for other in notes.at_root.get(body, ()):
                    if other.kind in _BODIES and other.entity is not speaker.entity:
                        return other
    return None


def _claimant(i: int, claim: Coded, roles: Roles) -> Mention | None:
    """The one who accuses somebody of a deed, or who denies it; nobody accuses himself."""
    if not claim.event.agents:
        return None
    claimant, doers = claim.event.agents[0], {id(m.entity) for m in roles.coded[i].event.agents}
    denies = roles.syntax.lemma[claim.event.root] in _WORDS["denying"]
    return claimant if denies or id(claimant.entity) not in doers else None


def _claim_above(i: int, syntax: Parse, coded: dict[int, Coded]) -> Coded | None:
    """The accusing or denying that a deed is the content of."""
    at = i
    for _ in range(6):
        relation, head = syntax.dep[at], syntax.head[at]
        if head == at:
            return None
        if relation in ("pcomp", "pobj"):
            if syntax.lower[head] not in ("of", "for", "with"):
                return None
            above = syntax.head[head]
            if syntax.lemma[above] in _WORDS["accusing"] or syntax.lemma[above] in _WORDS["accusation"]:
                return coded.get(above)
            at = above
        elif relation in ("xcomp", "ccomp", "acl"):
            content_of = _WORDS["accusation"] if relation == "acl" else _WORDS["denying"]
            return coded.get(head) if syntax.lemma[head] in content_of else None
        elif relation in ("conj", "dobj"):
            at = head
        else:
            return None
    return None
