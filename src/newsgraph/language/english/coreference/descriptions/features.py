"""What speaks for a name being that of a description, and what against: features by name, with numbers."""

from __future__ import annotations

from collections.abc import Iterator

from newsgraph.language.english.coreference.descriptions.described import Described, Named, Unnamed
from newsgraph.language.english.coreference.descriptions.description import Description
from newsgraph.language.english.coreference.descriptions.doubts import is_open, may_be
from newsgraph.language.english.lexicon_files import word_class

Features = dict[str, float]

_CLASSES = ("any office", "office", "one who is armed", "spokesman")
_CULPRITS = word_class("culprit")
_HARM = word_class("what is done to a victim")
_THESE = frozenset(("this", "these", "that", "those"))


def candidates(seen: Described, unnamed: Unnamed) -> list[tuple[Named, Features]]:
    """The names that a description may be of, with their features."""
    if unnamed.description.plural or not is_open(seen, unnamed):
        return []
    fitting = [named for named in seen.named if may_be(seen, unnamed, named)]
    at = unnamed.description.start
    last = [max((m.root for m in n.entity.mentions if m.root < at), default=-1) for n in fitting]
    most = max((n.referent.count for n in fitting), default=0)
    found = []
    for named, place in zip(fitting, last, strict=True):
        names = [*_of_pair(seen, unnamed, named), f"{unnamed.description.kind} rivals {min(len(fitting), 4)}"]
        if named.referent.count == most:
            names += ["most spoken of", f"most spoken of {unnamed.description.kind}"]
        if place >= 0 and place == max(last):
            names += ["nearest before", f"nearest before {unnamed.description.kind}"]
        if place >= 0 and all(p < 0 for p in last if p != place):
            names.append("alone before")
        features = dict.fromkeys(names, 1.0)
        shared = unnamed.words & (named.words | named.said)
        features["words shared"] = min(len(shared), 3) / 3
        features["words not shared"] = min(len(unnamed.words - shared), 4) / 4
        found.append((named, features))
    return found


def _of_pair(seen: Described, unnamed: Unnamed, named: Named) -> Iterator[str]:
    description = unnamed.description
    sort = description.kind
    yield f"{sort} {named.entity.kind}"
    yield f"determiner {_determiner(seen, description)}"
    yield f"head {description.noun}"
    yield f"times described {min(len(unnamed.entity.mentions), 3)}"
    yield f"spoken of {min(named.referent.count, 5)}"
    yield from (f"{sort} {name}" for name in _places(seen, unnamed, named))
    yield from _heads(description, named)
    yield from _ties(description, named)
    yield from _neighbours(seen, unnamed, named)
    yield from _deeds(seen, unnamed, named)
    if unnamed.referent.gender and unnamed.referent.gender == named.referent.gender:
        yield "same gender"


def _determiner(seen: Described, description: Description) -> str:
    words = seen.words
    first = words.lower[description.start]
    owner = description.within is not None and words.tag[max(description.root - 1, 0)] == "POS"
    if words.tag[description.start] == "PRP$" or owner:
        return "owner"
    if first in _THESE:
        return "this"
    if first in ("the", "a", "an"):
        return first[:1] if first == "an" else first
    return "none, restricted" if description.restricted else "none"


def _places(seen: Described, unnamed: Unnamed, named: Named) -> Iterator[str]:
    """Where the description stands, seen from the name."""
    here, sentences = unnamed.sentence, named.sentences
    before = [here - s for s in sentences if s < here]
    after = [s - here for s in sentences if s > here]
    if here in sentences:
        yield "named in its sentence"
    yield f"named {min(min(before), 5)} before" if before else "not named before"
    if not before:
        yield f"named {min(min(after), 5)} after" if after else "not named after"
    if here in seen.headings:
        yield "in a heading"
    if sentences[0] <= 2:
        yield "named at the start"
    if not set(sentences) - seen.headings:
        yield "named in headings only"


def _heads(description: Description, named: Named) -> Iterator[str]:
    """How its noun and the words before it fit what the article says of the name."""
    noun, other = description.noun, named.referent
    told = other.modifiers | named.said | named.words
    if noun in other.heads or noun in named.said:
        yield "same noun"
    elif other.heads:
        yield "other nouns"
    name = named.entity.name.lower().split()
    if noun in name or any(noun in w for w in name if len(noun) > 4):
        yield "noun in the name"
    if description.modifiers & told:
        yield "word before it shared"
    if description.modifiers - told:
        yield "word before it not shared"
    if description.sector and named.entity.sector:
        yield "same sector" if description.sector == named.entity.sector else "other sector"
    if description.restricted:
        yield "restricted"
    for name_of in _CLASSES:
        if noun in word_class(name_of):
            yield f"is {name_of}"
            if other.heads & word_class(name_of):
                yield f"both {name_of}"


def _ties(description: Description, named: Named) -> Iterator[str]:
    """Whether both belong to the same body, state or person."""
    mine, theirs = description.country, named.entity.country
    if mine and theirs:
        yield "same country" if mine == theirs else "other country"
    elif mine:
        yield "its country alone"
    owner = description.within
    if owner is None:
        return
    if owner is named.entity:
        yield "is its owner"
    elif id(owner) in named.referent.within:
        yield "same owner"
    elif named.referent.within:
        yield "other owner"
    else:
        yield f"owner {owner.kind}"


def _neighbours(seen: Described, unnamed: Unnamed, named: Named) -> Iterator[str]:
    """Whether name and description stand side by side."""
    words = seen.words
    pairs = (
        (mention, name)
        for mention in unnamed.entity.mentions if mention.form == "nominal"
        for name in named.names if words.sentence[name.root] == words.sentence[mention.root]
    )  # fmt: skip
    for mention, name in pairs:
        if mention.start <= name.start and name.end <= mention.end:
            yield "name inside"
        elif name.start == mention.end:
            yield "name right behind"
        elif name.end == mention.start:
            yield "name right before"
        elif name.start == mention.end + 1 and words.text[mention.end] == ",":
            yield "name behind a comma"
        elif name.end == mention.start - 1 and words.text[name.end] == ",":
            yield "name before a comma"
        for one, other in ((name, mention), (mention, name)):
            if words.dep[one.root] == "appos" and words.head[one.root] == other.root:
                yield "apposed"


def _deeds(seen: Described, unnamed: Unnamed, named: Named) -> Iterator[str]:
    """Whether the same is done by or to both."""
    one, other = id(unnamed.entity), id(named.entity)
    if seen.clauses[one] & seen.clauses[other]:
        yield "one verb"
    mine, theirs = seen.parts[one], seen.parts[other]
    if mine & theirs:
        yield "same verb, same part"
    if {(verb, not done) for verb, done in mine} & theirs:
        yield "same verb, other part"
    if unnamed.description.noun in _CULPRITS:
        yield "culprit, accused" if seen.is_accused(named) else "culprit, not accused"
        if any(done and verb in _HARM for verb, done in theirs):
            yield "culprit, harmed"
