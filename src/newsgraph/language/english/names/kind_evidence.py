"""What the words around an unknown name say of its kind, weighed: weights learnt from news whose names people marked.

The model guesses a kind for every name, and of names of which nothing is known and that no word of theirs explains
("the drug Zelvane", "Zelco shares"), half of the guesses at bodies and places are wrong. So each finding about such a
name has a weight for each kind (`lexicons/kind_weights.csv`), and where these speak against the model's guess, the
likeliest kind is given to it. One that is "Other" is written, and nothing is claimed of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from math import exp

from newsgraph.knowledge.entries import Entry
from newsgraph.knowledge.known import divisions, towns
from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.names.capitals import is_common
from newsgraph.language.english.names.runs import Candidate
from newsgraph.language.english.names.titles import given_names, offices, titles
from newsgraph.language.known_names import known_names
from newsgraph.language.words import Words

KINDS = ("Person", "Organization", "Place", "Other")
"""What a name of which nothing is known may be; "Other" are works, products and events, and what is no name."""
KEPT = 0.35
"""How likely the kind has to be that the model says, for a likelier one not to take its place."""
TAKEN = 0.5
"""How likely a kind has to be that takes its place; what has none is "Other"."""
_APPOSED = 8
"""How many words away an apposition begins at most."""
_BESIDE = frozenset(
    "the a an in at near from of to by with for on and or , ( ) : . ' 's ’s - – but who which where as against between "
    "was is has had said says told will under over into".split()
)
_MARKS = frozenset(('"', "“", "”", "'", "‘", "’", "``", "''"))
LEGAL_FORMS = frozenset(
    "inc inc. ltd ltd. limited llc plc corp corp. co co. company ag gmbh sa s.a. nv n.v. spa ab oy kk".split()
)
_ROMAN = frozenset("IVX")
_BODIES = frozenset("Organization Agency Party ArmedGroup InternationalOrganization".split())
Features = dict[str, float]


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    return {row["feature"]: tuple(float(row[kind]) for kind in KINDS) for row in read_lexicon("kind_weights")}


def likely_kind(words: Words, spans: Sequence[Candidate], said: str, kept: float = KEPT) -> str:
    """The kind of names that are written alike: what the model says, unless that is unlikely; then the likeliest.

    Args:
        words: the words of the doc.
        spans: where the name stands.
        said: the kind that the model and the words beside it say.
        kept: how likely that kind has to be for no other one to take its place.
    """
    table = _weights()
    sums = list(table["bias"])
    for feature, value in kind_features(words, spans, said).items():
        for i, weight in enumerate(table.get(feature, ())):
            sums[i] += value * weight
    powers = [exp(s - max(sums)) for s in sums]
    if powers[KINDS.index(said)] >= kept * sum(powers):
        return said
    best = max(range(len(KINDS)), key=powers.__getitem__)
    return KINDS[best] if powers[best] >= TAKEN * sum(powers) else "Other"


def kind_features(words: Words, spans: Sequence[Candidate], said: str) -> Features:
    """The findings about names that are written alike: of the name itself, and of the places where it stands.

    Those of places count by the share of the places that have them.
    """
    first = spans[0]
    found: Features = {f"said {said}": 1.0, **dict.fromkeys(_of_name(words, first), 1.0)}
    found[f"written {min(len(spans), 3)}"] = 1.0
    told = Counter(feature for span in spans for feature in {*_of_place(words, span), f"model {span.label or 'none'}"})
    found.update((feature, count / len(spans)) for feature, count in told.items())
    return found


def _of_name(words: Words, span: Candidate) -> Iterator[str]:
    """What the name looks like."""
    text = words.text[span.start : span.end]
    many = min(len(text), 4)
    yield f"words {many}"
    yield f"words {min(many, 2)}, model {span.label or 'none'}"
    if all(word.isupper() for word in text) and len("".join(text)) > 1:
        yield "in capitals"
    if any(c.isdigit() for word in text for c in word):
        yield "with a digit"
    if text[0] in given_names():
        yield "given name first"
    common = [is_common(word) for word in words.lower[span.start : span.end]]
    if all(common):
        yield "all common"
    elif common[-1]:
        yield "common last"
    elif common[0]:
        yield "common first"
    if any(word.islower() for word in text):
        yield "small word inside"
    if not LEGAL_FORMS.isdisjoint(words.lower[span.start : span.end]):
        yield "legal form"
    if many > 1 and _ROMAN.issuperset(text[-1]):
        yield "numeral last"
    if many > 1 and any(e.kind in _BODIES for i in (1, many - 1) for e in _known(words, span.start, span.start + i)):
        yield "a body first"
    written = words.span(span.start, span.end)
    if towns(written) or divisions(written):
        yield "a small place"
    end = text[-1].casefold()
    yield f"ends {end[-3:]}"
    yield f"ends {end[-2:]}"
    if any(c.isupper() for c in text[-1][1:]) and not text[-1].isupper():
        yield "capital inside"
    if any(word in ("&", "-", "–") for word in text):
        yield "sign inside"


def _known(words: Words, start: int, end: int) -> Sequence[Entry]:
    return known_names().lookup(words.span(start, end))


def _of_place(words: Words, span: Candidate) -> Iterator[str]:
    """What the words around one of its places say."""
    last, before, after = span.end - 1, span.start - 1, span.end
    head = words.head[last]
    while span.start <= head < last and head != words.head[head]:
        last, head = head, words.head[head]
    dep = words.dep[last]
    if words.sentence[span.start] == span.start:
        yield "opens"
    elif before >= 0:
        yield from _beside(words, before, "before")
    if after < words.size and words.sentence[after] == words.sentence[span.start]:
        yield from _beside(words, after, "behind")
    if before > 0 and after < words.size and words.text[before] in _MARKS and words.text[after] in _MARKS:
        yield "quoted"
    yield f"tag {words.tag[span.end - 1]}"
    yield f"is {dep}"
    yield f"is {dep} of {words.lemma[head]}"
    yield f"is {dep} of a {words.tag[head][:2]}"
    if dep in ("compound", "poss", "appos", "nmod", "attr"):
        yield f"is {dep} of {_sort(words, head)}"
    if dep == "pobj":
        over = words.head[head]
        verbal = words.tag[over][:2] == "VB"
        yield f"is pobj of {words.lower[head]} of a {words.tag[over][:2]}"
        yield f"is pobj of {words.lower[head]} of {words.lemma[over] if verbal else _sort(words, over)}"
    if dep == "nsubj" and words.lemma[head] == "be":
        yield from (f"is {_sort(words, j)}" for j in _children(words, head, "attr"))
    yield from (f"apposed {_sort(words, j)}" for j in _children(words, last, "appos"))


def _children(words: Words, head: int, dep: str) -> Iterator[int]:
    """The words behind a word that hang on it by a relation."""
    for j in range(head + 1, min(head + _APPOSED, words.size)):
        if words.head[j] == head and words.dep[j] == dep:
            yield j


def _beside(words: Words, i: int, where: str) -> Iterator[str]:
    """What a word before or behind a name is."""
    word = words.lower[i]
    if word in _BESIDE:
        yield f"{where} {word}"
    elif word in _MARKS:
        yield f"{where} a mark"
    elif word.isalpha():
        if word in titles():
            yield f"{where} a title"
        if word in offices():
            yield f"{where} an office"
        yield f"{where} {words.tag[i][:2]}"
        if words.tag[i][:2] == "NN":
            yield f"{where} {_sort(words, i)}"


def _sort(words: Words, i: int) -> str:
    """What sort of thing a word stands for: that of an actor noun with its sector, a name, or a thing."""
    noun = actor_noun(words.lower[i], words.lemma[i])
    if noun is not None:
        return f"{noun.kind} {noun.sector or ''}".rstrip()
    return "a name" if words.tag[i] in ("NNP", "NNPS") else "a thing"
