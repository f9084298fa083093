"""How sure each proposal of an article is.

The features are names with numbers; their weights stand in `lexicons/proposal_confidence.csv`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newsgraph.language.annotations import Annotations, Attribution, Mention, Proposal
from newsgraph.language.english.confidence.article_features import article_features
from newsgraph.language.english.confidence.event_features import Features
from newsgraph.language.english.confidence.references import reference_features
from newsgraph.language.english.confidence.subjects import subjects_of
from newsgraph.language.english.confidence.weights import confidence_weights
from newsgraph.language.english.events.roles.actors import Actors
from newsgraph.language.english.syntax.parse import Parse

_BODIES = frozenset(("Country", "Agency", "InternationalOrganization", "Party", "Organization", "ArmedGroup"))
_HINTS = frozenset(
    "if unless whether would could may might because although though but while when how what who why not never only "
    "i you he she they we it our my your then yet already once before after ? ! : ; \"".split()
)
"""Words that tell of conditions, doubts, contrasts, questions, and of who is spoken of."""
_HEADS = frozenset(("NOUN", "PROPN", "PRON", "VERB", "AUX", "ADJ"))


def set_proposal_confidence(parse: Parse, notes: Annotations) -> None:
    """Give each proposal its confidence."""
    weights = confidence_weights("proposal_confidence")
    for proposal, features in proposal_features(parse, notes):
        proposal.confidence = weights.share(features)


def proposal_features(parse: Parse, notes: Annotations) -> Iterator[tuple[Proposal, Features]]:
    """Each proposal with what speaks for and against it."""
    if not notes.proposals:
        return
    article = article_features(Actors(notes, parse))
    subjects = subjects_of(parse)
    article |= {f"about {name}": value for name, value in subjects.article.items()}
    for proposal in notes.proposals:
        found = {**article, **_features(parse, notes, proposal)}
        found |= {f"near {name}": value for name, value in subjects.near(_head(parse, proposal.cue)).items()}
        yield proposal, found


def _features(parse: Parse, notes: Annotations, proposal: Proposal) -> Features:
    cue = _head(parse, proposal.cue)
    found: Features = {
        f"act {proposal.act}": 1.0,
        f"cue {parse.lemma[cue]}": 1.0,
        f"cue tag {parse.tag[cue]}": 1.0,
        f"{proposal.act} tag {parse.tag[cue]}": 1.0,
        f"cue {parse.lemma[cue]} {parse.tag[cue]} {proposal.act}": 1.0,
        f"cue as {parse.dep[cue]}": 1.0,
        "negated": float(proposal.negated),
        "on a condition": float(proposal.condition is not None),
        "told again": float(proposal.same_as is not None),
        "told before": float(any(p.same_as is proposal for p in notes.proposals)),
        "stances": float(min(2, len(proposal.stances))),
        "involved": float(min(2, len(proposal.involves))),
        "in a heading": float(parse.sent_start[cue] in notes.headings),
    }
    for c in parse.children[cue]:
        if parse.dep[c] in ("aux", "neg", "mark", "auxpass"):
            found[f"with {parse.lower[c]}"] = 1.0
    above = parse.head[cue]
    if above != cue and parse.dep[cue] in ("xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp", "aux"):
        found[f"below {parse.lemma[above]}"] = 1.0
    _of_content(parse, proposal, cue, found)
    _of_actors(parse, "proposer", proposal.proposers, proposal, found)
    _of_actors(parse, "addressee", proposal.addressees, proposal, found)
    for role, mentions in (("proposer", proposal.proposers), ("addressee", proposal.addressees)):
        for mention in mentions:
            of_reference = reference_features(parse, notes, mention)
            found |= {f"{role}, {name}": value for name, value in of_reference.items()}
    for mention in proposal.proposers:
        found[f"cue {parse.lemma[cue]} by {mention.entity.kind}"] = 1.0
        found["proposer hangs on cue"] = float(mention.root in parse.children[cue])
    _of_voice(parse, notes, proposal, found)
    _of_sentence(parse, proposal, cue, found)
    return found


def _head(parse: Parse, span: tuple[int, int]) -> int:
    """The first word of a cue that is no function word."""
    start, stop = bisect_left(parse.end, span[0] + 1), bisect_left(parse.begin, span[1])
    return next((i for i in range(start, stop) if parse.pos[i] in _HEADS), min(start, parse.size - 1))


def _of_content(parse: Parse, proposal: Proposal, cue: int, found: Features) -> None:
    start, stop = bisect_left(parse.end, proposal.content[0] + 1), bisect_left(parse.begin, proposal.content[1])
    words = [i for i in range(start, stop) if parse.pos[i] not in ("PUNCT", "SPACE")]
    root = next((i for i in words if not start <= parse.head[i] < stop or parse.head[i] == i), start)
    found["words"] = min(40, len(words)) / 20
    for most in (2, 4):
        found[f"at most {most} words"] = float(len(words) <= most)
    found[f"content {parse.pos[root]}"] = 1.0
    found[f"content lemma {parse.lemma[root]}"] = 1.0
    found[f"cue {parse.lemma[cue]} to {parse.lemma[root]}"] = 1.0
    found[f"content tag {parse.tag[root]}"] = 1.0
    found[f"cue {parse.lemma[cue]} {parse.tag[root]}"] = 1.0
    for i in words:
        if parse.pos[i] in ("NOUN", "VERB", "ADJ"):
            found[f"content has {parse.lemma[i]}"] = 1.0
    subjects = [c for c in parse.children[root] if parse.dep[c] in ("nsubj", "nsubjpass")]
    for c in subjects:
        found[f"content subject {parse.pos[c]}"] = 1.0
        found[f"content subject {parse.lemma[c]}"] = 1.0
        found[f"content {parse.dep[c]}"] = 1.0
    found["content passive"] = float(any(parse.dep[c] == "auxpass" for c in parse.children[root]))
    found["a name in it"] = float(any(parse.pos[i] == "PROPN" for i in words))


def _of_actors(parse: Parse, role: str, mentions: list[Mention], proposal: Proposal, found: Features) -> None:
    if not mentions:
        found[f"no {role}"] = 1.0
        return
    for mention in mentions:
        found[f"{role} {mention.entity.kind}"] = 1.0
        found[f"{role} {mention.form}"] = 1.0
        if mention.form != "name":
            found[f"{role} {parse.lemma[mention.root]}"] = 1.0
        found[f"{role} by {mention.reason}"] = 1.0
        away = parse.begin[mention.start] - proposal.cue[0]
        found[f"{role} {'before' if away < 0 else 'behind'}"] = 1.0
        found[f"{role} far"] = min(1.0, abs(away) / 200)
    found[f"{role} named"] = float(any(m.entity.named for m in mentions))
    found[f"{role} body"] = float(any(m.entity.kind in _BODIES for m in mentions))
    found[f"{role}s"] = float(min(3, len(mentions)))


def _of_sentence(parse: Parse, proposal: Proposal, cue: int, found: Features) -> None:
    """Of the sentence around: what hedges, and what follows the content."""
    first, last = parse.sent_start[cue], parse.sent_end[cue]
    for word in _HINTS.intersection(parse.lower[first:last]):
        found[f"sentence has {word}"] = 1.0
    for word in _HINTS.intersection(parse.lower[first:cue]):
        found[f"before the cue {word}"] = 1.0
    found["sentence"] = min(60, last - first) / 30
    found["early"] = 1.0 - min(1.0, first / 300)
    behind = bisect_left(parse.begin, proposal.content[1])
    if behind < last:
        mark = parse.pos[behind] in ("PUNCT", "CCONJ", "SCONJ", "ADP")
        found[f"content before {parse.lower[behind] if mark else parse.pos[behind]}"] = 1.0
    up = parse.head[parse.head[cue]]
    found[f"far below {parse.lemma[up]}"] = float(up != parse.head[cue])


def _of_voice(parse: Parse, notes: Annotations, proposal: Proposal, found: Features) -> None:
    """Of who speaks where it stands."""
    at = proposal.cue[0]
    around: list[Attribution] = [a for a in notes.attributions if a.content[0] <= at < a.content[1]]
    if not around:
        found["the paper says it"] = 1.0
        return
    voice = min(around, key=lambda a: a.content[1] - a.content[0])
    found[f"said {voice.mode}"] = 1.0
    found[f"said as {voice.type}"] = 1.0
    speaker = None if voice.mention is None else voice.mention.entity
    own = any(m.entity is speaker for m in proposal.proposers)
    found["of one's own" if own else "of another's"] = 1.0
    found[f"{proposal.act} {'own' if own else 'of another'}"] = 1.0
    if voice.cue is not None:
        spoken = parse.lemma[bisect_left(parse.end, voice.cue[0] + 1)]
        found[f"said by {spoken}"] = 1.0
        found[f"{proposal.act} said by {spoken}"] = 1.0
    if voice.confidence is not None:
        found["sure that it is said"] = voice.confidence
