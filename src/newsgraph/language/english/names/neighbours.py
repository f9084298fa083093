"""What names that stand beside each other tell: lists of one kind, states and provinces, what a place lies in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.english.names.capitals import line_end
from newsgraph.language.english.names.clusters import Cluster
from newsgraph.language.english.names.runs import Candidate
from newsgraph.language.english.names.sports import TEAM
from newsgraph.language.words import Words


def find_regions(words: Words, order: list[tuple[Candidate, Cluster]]) -> set[int]:
    """The clusters that the text calls states or provinces, or lists among three and more of them."""
    found = {
        id(cluster)
        for span, cluster in order
        if (span.end < words.size and words.lower[span.end] in _SORTS_OF_REGION)
        or (span.start > 1 and words.lower[span.start - 1] == "of" and words.lower[span.start - 2] in _SORTS_OF_REGION)
    }
    found |= _sides_of_states(words, order) | {id(cluster) for cluster in _before_regions(words, order)}
    for run in _lists(words, order, _COMMAS):
        known = [c for _, c in run if any(e.feature == "region" for e in c.entries)]
        if 2 * len(known) > len(run) and sum(c.entry is not None and c.entry.feature == "region" for c in known) > 1:
            found.update(id(c) for c in known)
    return found


def _kind_of_examples(words: Words, first: Candidate) -> str:
    """The kind of what a list gives examples of: "companies making cameras, like Brezan and Ormec"."""
    i = first.start - 1
    if i < 2 or words.lower[i] not in ("like", "as", "including"):
        return ""
    if words.lower[i] == "as" and words.lower[i - 1] != "such":
        return ""
    for j in range(i - 1, max(i - _AWAY, words.sentence[first.start]) - 1, -1):
        if words.tag[j] in ("NNS", "NNPS") and (noun := actor_noun(words.lower[j], words.lemma[j])) is not None:
            return "" if noun.kind == "Place" and words.lower[j] not in _REGIONS | _TOWNS else noun.kind
    return ""


_AWAY = 7
"""How many words before a list the noun is looked for."""
_OF_EXAMPLES = frozenset("Organization Place Party ArmedGroup".split())
_TOWNS = frozenset("cities towns villages suburbs countries islands places".split())
_MISTAKEN = frozenset("Person Place Organization Other".split())


def _before_regions(words: Words, order: list[tuple[Candidate, Cluster]]) -> Iterator[Cluster]:
    """The clusters of a list before the noun for what all in it are: "Harmouth, Bell and Pike counties"."""
    for run in _lists(words, order, _COMMAS, least=2):
        last = run[-1][0]
        if words.lower[min(last.end, words.size - 1)] in _REGIONS and words.lower[last.start - 1] in ("and", "or"):
            yield from (cluster for _, cluster in run)


def _sides_of_states(words: Words, order: list[tuple[Candidate, Cluster]]) -> set[int]:
    """The clusters of which half of the names or more mean a state that a city is called like, as in New York.

    Its attorney general, its lawmakers and its Democrats are the state's, and so is what stands beside another state:
    "New York and Rhode Island".
    """
    found: set[int] = set()
    both = {id(c): c for _, c in order if {"region", "city"} <= {e.feature for e in c.entries}}
    told = Counter(id(c) for span, c in order if id(c) in both and _is_of_state(words, span))
    for run in _lists(words, order, _COMMAS, least=2) if both else ():
        others = [c for _, c in run if id(c) not in both]
        if others and all(c.entry is not None and c.entry.feature == "region" for c in others):
            told.update(id(c) for _, c in run if id(c) in both)
    for key, count in told.items():
        if 2 * count >= len(both[key].spans):
            found.add(key)
    return found


def _is_of_state(words: Words, span: Candidate) -> bool:
    """Whether an office or a body of states stands behind a name, or before "of" and it, or a direction before it."""
    if span.start and words.lower[span.start - 1] in ("upstate", "downstate"):
        return True
    after = span.end + (span.end < words.size and words.tag[span.end] == "POS")
    behind = words.lower[after : after + 2]
    if behind[:1] and (behind[0] in _OF_STATES or " ".join(behind) in _OF_STATES):
        return True
    before = words.lower[max(span.start - 3, words.sentence[span.start]) : span.start]
    return before[-1:] in (["of"], ["from"]) and (before[-2:-1] or [""])[0] in _OF_STATES | {"general"}


_OF_STATES = word_class("belongs to a state")
_SORTS_OF_REGION = frozenset("state states province provinces governorate governor gov. legislature".split())


def note_outer(words: Words, order: list[tuple[Candidate, Cluster]]) -> None:
    """Note the country behind a place and a comma, where the two are no list: "Harmouth, Canada", "Fargo, Ohio"."""
    for (one, a), (two, b) in pairwise(order):
        if two.start != one.end + 1 or words.text[one.end] != "," or b.kind not in ("Place", "Country") or a is b:
            continue
        if a.entry is not None and a.entry.feature not in ("city", "capital"):
            continue  # "to Europe, Libya is in chaos"
        outer = b.entry
        if outer is None or outer.country is None or not (outer.kind == "Country" or outer.feature == "region"):
            continue
        apart = words.dep[two.end - 1] in ("conj", "nsubj", "nsubjpass")
        listed = apart or (one.start > 0 and words.text[one.start - 1] in (",", "and"))
        after = words.lower[two.end] if two.end < words.size else "."
        if not listed and after not in ("and", "or", "&"):
            a.within = outer.country


def is_region_code(words: Words, span: Candidate) -> bool:
    """Whether a name after a place and a comma is an abbreviation, which can only be a region's: "Fargo, N.D."."""
    text = words.span(span.start, span.end)
    if span.end < words.size and words.tag[span.end] in ("NN", "NNS", "NNP", "NNPS", "POS"):
        return False
    return span.kind not in ("Country", "Place") and len(text) <= 4 and text.replace(".", "").isupper()


def level_lists(words: Words, order: list[tuple[Candidate, Cluster]]) -> None:
    """In a list of places or parties, an unknown name that was taken for something else is one, too."""
    for run in _lists(words, order, _COMMAS):
        if any(c.entry is not None and c.kind in ("Place", "Country") for _, c in run):
            _level(run, "Place", frozenset(("Place", "Country")), frozenset(("Person", "Organization")), one_word=True)
    for run in _lists(words, order, _COMMAS, least=2):
        kind = _kind_of_examples(words, run[0][0])
        for _, cluster in run if kind in _OF_EXAMPLES else ():
            if cluster.entry is None and cluster.kind in _MISTAKEN and cluster.spans[0].source != "pattern":
                cluster.kind = kind
    for cluster in _before_regions(words, order):
        if cluster.entry is None and cluster.kind in _MISTAKEN and cluster.spans[0].source != "pattern":
            cluster.kind = "Place"
    for run in _lists(words, order, _BRACKETS):
        _level(run, "Party", frozenset(("Party",)), frozenset(("Organization", "Other", "Group")), one_word=False)


def level_lineups(words: Words, order: list[tuple[Candidate, Cluster]], sport: bool) -> None:
    """The names of a team's line-up behind a colon are players, whatever town is called like one of them."""
    listed = {i for at in words.at(":") for i in _lineup(words, at, sport)}
    for span, cluster in order if listed else ():
        taken = span.start in listed and cluster.key[-1] != TEAM and cluster.kind not in ("Person", "Country")
        if taken and all(one.start in listed for one in cluster.spans):
            cluster.kind, cluster.entry = "Person", None


def _lineup(words: Words, colon: int, sport: bool) -> range:
    """The words of a line-up behind its colon: seven players and more, of a few words each; else none.

    Outside of articles on sport it needs a captain, or says that these are the replacements.
    """
    end = line_end(words, colon)
    if not (sport or "capt" in words.lower[colon:end] or words.lower[colon - 1] in _BENCH):
        return range(0)
    parts = sum(words.text[i] in (",", ";") for i in range(colon, end)) + 1
    return range(colon, end) if parts >= _PLAYERS and end - colon <= _WORDS * parts else range(0)


def _lists(
    words: Words, order: list[tuple[Candidate, Cluster]], between: frozenset[str], least: int = 3
) -> Iterator[list[tuple[Candidate, Cluster]]]:
    """Three and more names with only these words between them, or as many as are said to be the `least`."""
    run: list[tuple[Candidate, Cluster]] = []
    for pair in [*order, None]:
        if pair is not None and run:
            end, start = run[-1][0].end, pair[0].start
            if 0 < start - end < 4 and between.issuperset(words.lower[end:start]):
                run.append(pair)
                continue
        if len(run) >= least:
            yield run
        run = [pair] if pair is not None else []


def _level(
    run: list[tuple[Candidate, Cluster]], kind: str, of: frozenset[str], taken_for: frozenset[str], *, one_word: bool
) -> None:
    """Give the unknown names of a list the kind that most of the list has."""
    if 2 * sum(c.kind in of for _, c in run) <= len(run):
        return
    for span, cluster in run:
        if cluster.entry is None and cluster.kind in taken_for and (not one_word or span.end - span.start == 1):
            cluster.kind = kind


_BENCH = frozenset("replacements substitutes subs bench".split())
_PLAYERS, _WORDS = 7, 5
"""How many players a line-up has at least, and how many words and signs each at most, on average."""
_REGIONS = frozenset("counties provinces districts parishes governorates prefectures cantons states".split())
_COMMAS = frozenset((",", "and", "or", "&"))
_BRACKETS = _COMMAS | {"(", ")", "the"}
