"""Sport: there the name of a country is a team's, that of a town its club's, and no state acts."""

from __future__ import annotations

from functools import cache

from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.names.clusters import Cluster
from newsgraph.language.english.names.runs import Candidate
from newsgraph.language.words import Words

TEAM = "(team)"
"""What the key of a team's cluster has beside its words, which may be a town's."""
_PLACED = frozenset("in at near across throughout inside outside around from".split())
_LOSING = frozenset("lose fall succumb concede".split())
_TO_TEAMS = frozenset(("to", "with", "by"))


@cache
def _sports_words(sort: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_lexicon("sports_words") if row["class"] == sort)


def reports_sport(words: Words) -> bool:
    """Whether many of an article's words are of sport, and many different ones."""
    table = _sports_words("sport")
    hits = [text for text in words.text if text in table]
    return len(hits) >= 8 and len(set(hits)) >= 5 and len(hits) >= 0.015 * words.size


def is_club(words: Words, span: Candidate) -> bool:
    """Whether a word of a name is one that the names of clubs are made of; in an article on sport."""
    return not _sports_words("club").isdisjoint(words.text[span.start : span.end])


def is_placed(words: Words, span: Candidate) -> bool:
    """Whether a place is spoken of as a place, also in sport: "in Munich", "traveled to Munich", "Lyon, France"."""
    i = span.start - 1
    if i >= 0 and words.lower[i] in _PLACED:
        return True
    root = span.end - 1
    place = bool(span.entries) and span.entries[0].kind in ("Country", "Place")
    if place and words.dep[root] == "poss" and words.lemma[words.head[root]] in _OF_PLACES:
        return True  # "Norland's fourth team"
    if i >= 0 and words.lower[i] == "to":
        return words.lemma[words.head[i]] in _TRAVEL
    return i > 0 and words.text[i] == "," and words.dep[span.end - 1] in ("appos", "npadvmod")


_OF_PLACES = frozenset("team club side league championship capital".split())
_TRAVEL = frozenset("travel go fly return head move drive come".split())


def is_team(words: Words, span: Candidate) -> bool:
    """Whether the name of a country or place stands for a team where it is written, in an article on sport."""
    if is_placed(words, span):
        return False
    if span.kind == "Country":
        return True
    root = span.end - 1
    dep, head = words.dep[root], words.head[root]
    while dep == "conj" and head != root:
        root = head
        dep, head = words.dep[root], words.head[root]
    if dep in ("nsubj", "nsubjpass", "poss"):
        return True
    before = words.lower[span.start - 1] if span.start else ""
    after = words.lower[span.end] if span.end < words.size else ""
    if before in _sports_words("rival") or after in _sports_words("player") | _sports_words("team"):
        return True
    if dep == "appos":
        return words.lemma[head] in _sports_words("team")
    if dep == "pobj" and words.lower[head] == "for":
        return words.lemma[words.head[head]] in _sports_words("for")
    if dep == "pobj" and words.lower[head] in _TO_TEAMS:
        return words.lemma[words.head[head]] in _LOSING | _sports_words("met")
    return dep == "dobj" and words.lemma[head] in _sports_words("met")


def acts_as_many(words: Words, span: Candidate) -> bool:
    """Whether a name in the singular has a verb in the plural, as those of teams do: "Harbour City are top"."""
    root = span.end - 1
    verb = words.head[root]
    if words.dep[root] not in ("nsubj", "nsubjpass") or "and" in words.text[span.start : span.end]:
        return False
    if span.end < words.size and words.text[span.end] in ("and", "&"):
        return False
    plural = words.tag[verb] == "VBP" or words.lower[verb] == "were"
    helping = (j for j in range(root + 1, verb) if words.head[j] == verb)
    return plural or any(words.lower[j] in ("are", "have", "were") for j in helping)


def find_teams(
    words: Words, clusters: dict[tuple[str, ...], Cluster], order: list[tuple[Candidate, Cluster]]
) -> list[tuple[Candidate, Cluster]]:
    """Give the names of places that stand for teams clusters of their own, in an article on sport.

    A name that is a team's once is one wherever it is not spoken of as a place.
    """
    persons = {words.text[span.end - 1] for span, _ in order if span.kind == "Person" and span.end - span.start > 1}
    sides = {
        id(cluster)
        for span, cluster in order
        if ((_may_be_team(span) or _is_unknown(words, span, persons)) and is_team(words, span))
        or (span.source != "known" and (is_club(words, span) or (span.label != "NORP" and acts_as_many(words, span))))
    }
    return [
        (span, _team(clusters, span, cluster) if id(cluster) in sides and not is_placed(words, span) else cluster)
        for span, cluster in order
    ]


def _may_be_team(span: Candidate) -> bool:
    """Whether a name is that of a country or place, as far as is known."""
    if span.entries:
        return span.entries[0].kind in ("Country", "Place") and span.entries[0].form != "demonym"
    return span.source == "model" and span.label in ("GPE", "LOC")


def _is_unknown(words: Words, span: Candidate, persons: set[str]) -> bool:
    """Whether one word that the model takes for a body is neither known nor a person's last name."""
    one = span.source == "model" and span.label == "ORG" and span.end - span.start == 1
    return one and not span.entries and words.text[span.start] not in persons


def _team(clusters: dict[tuple[str, ...], Cluster], span: Candidate, cluster: Cluster) -> Cluster:
    """The cluster of the team of that name, which the span goes to."""
    key = (*cluster.key, TEAM)
    team = clusters.get(key)
    if team is None:
        team = clusters[key] = Cluster(key)
    team.spans.append(span._replace(kind="Organization", source="pattern", entries=()))
    cluster.spans.remove(span)
    if not cluster.spans:
        clusters.pop(cluster.key, None)
    return team
