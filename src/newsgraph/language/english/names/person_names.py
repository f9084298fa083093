"""Persons' names: full names that differ in middle names, surnames and forenames alone."""

from __future__ import annotations

from collections import defaultdict

from newsgraph.knowledge.entries import fold
from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.names.capitals import is_common, line_end
from newsgraph.language.english.names.clusters import Cluster, merge
from newsgraph.language.english.names.runs import Candidate, patterns
from newsgraph.language.english.names.titles import given_names, occupations, offices, short_ranks, title_words, titles
from newsgraph.language.words import Words

PARTICLES = frozenset(
    "van von der den de del della di da do dos das la le bin ibn bint al el ben abu ter ten zu zur und y".split()
)
"""Small words inside the names of persons."""
ARTICLES = frozenset("al el ad as ash ar an at az".split())
"""The Arabic article as it is written before a hyphen."""
_AGENCIES = frozenset("GETTY AP AFP EPA REUTERS REX WPA ANI PTI".split())
"""Agencies that stand beside a picture, in capitals."""
HONORIFICS = frozenset("mr mrs ms miss dr sir".split())
_OVER_POLICE = frozenset(("superintendent", "commissioner", "inspector", "general", "director", "chief", "constable"))
_MAYBE_PERSONS = frozenset("Person Other Organization Place Group Document Event".split())
"""Kinds for which a bare surname is taken by mistake."""
_SUFFIXES = frozenset("jr sr ii iii iv phd md".split())


def complete_person(words: Words, one: Candidate, label: list[str]) -> Candidate:
    """The name with the parts that the model left out: hyphenated and with particles, or a forename before it."""
    start, end = one.start, one.end
    while end < words.size and words.sentence[end] == words.sentence[start]:
        if words.text[end] == "-" and words.joined(end) and end + 1 < words.size and words.joined(end + 1):
            if not words.capital[end + 1] and not _is_half_forename(words, end + 1):
                break
            end += 2
        elif words.text[end].isupper() and len(words.text[end]) > 2 and not words.text[end - 1].isupper():
            break
        elif (
            (words.lower[end] in ARTICLES and words.text[end + 1 : end + 2] == ["-"] and words.joined(end + 1))
            or (words.lower[end] in PARTICLES and words.lower[end - 1] in PARTICLES)
            or (words.lower[end] in PARTICLES - {"und"} and _name_after(words, end))
            or (words.lower[end - 1] in PARTICLES and words.capital[end])
            or (
                words.capital[end]
                and not label[end]
                and words.tag[end] == "NNP"
                and (not is_common(words.lower[end]) or words.lower[words.sentence[start] : start] == ["by"])
            )
        ):
            end += 1
        else:
            break
    while end > one.end and words.lower[end - 1] in PARTICLES:
        end -= 1
    if _begins_name(words, start - 1, start, label, alone=not any(words.space[one.start : one.end - 1])):
        start -= 1
    return one._replace(start=start, end=end)


def _is_half_forename(words: Words, i: int) -> bool:
    """Whether what a hyphen joins ends a forename, as Koreans write theirs: "Moon Jae-|in", not "the Putin-|led"."""
    return words.lower[i] in _HALF_FORENAMES and (i + 1 == words.size or words.text[i + 1] not in "-–")


_HALF_FORENAMES = frozenset(
    "in un il hye hwa ho jin min woo won wook young hee hyun jun joon kyu soo sung seok".split()
)


def after_rank(words: Words, one: Candidate) -> Candidate:
    """The person behind what was taken for a part of the name: "Col | Marsh", "Superintendent of Police | Marsh"."""
    start, end = one.start, one.end
    while end - start > 1 and words.text[start] in _AGENCIES and not words.text[start + 1].isupper():
        start += 1  # "(Photo) AFP | Marsh spoke"
    while end - start > 1 and words.text[end - 1] in _AGENCIES and not words.text[end - 2].isupper():
        end -= 1
    if (start, end) != (one.start, one.end) and one.source == "model":
        one = one._replace(start=start, end=end)
    start = one.start
    if start > 1 and words.lower[start - 1 : start + 1] == ["of", "police"] and words.lower[start - 2] in _OVER_POLICE:
        start += 1
    while start < one.end and words.lower[start].rstrip(".") in short_ranks():
        start += 1
    if start > 1 and words.lower[start - 1 : start + 2] == ["of", "state", "for"]:
        # "Minister of State for Electronics | Lena Marsh"
        first = one.end
        while first - 1 > start + 2 and words.capital[first - 1] and not is_common(words.lower[first - 1]):
            first -= 1
        start = first if first < one.end else start
    if start == one.start or start == one.end or not words.capital[start]:
        return one
    return one._replace(start=start, kind="Person", source="model", sector=None, label="PERSON", entries=())


def is_degree(words: Words, one: Candidate) -> bool:
    """Whether letters behind a name and a comma are a degree: "Lena Marsh, M.D."."""
    i = one.start
    return (
        one.end - i == 1 and i > 1 and words.text[i - 1] == ","
        and words.text[i].replace(".", "") in _DEGREES and words.capital[i - 2]
    )  # fmt: skip


_DEGREES = frozenset("MD DDS PhD MBA JD RN DVM DO OD DMD MPH MSc BSc LLB LLM Esq".split())


def complete_name(words: Words, one: Candidate, label: list[str]) -> Candidate:
    """The name of a place or body with the particle and the name after it: "Villa Rosa | del Monte"."""
    end = one.end
    while end + 1 < words.size and words.lower[end] in PARTICLES and words.text[end].islower() and not label[end]:
        after = end + 1 + (words.lower[end + 1] in PARTICLES)
        if after >= words.size or words.tag[after] != "NNP" or not words.capital[after] or label[after]:
            break
        end = after + 1
    return one if end == one.end else one._replace(end=end)


def _begins_name(words: Words, i: int, start: int, label: list[str], alone: bool) -> bool:
    """Whether the word before a person's name is the forename, which the model left out or took for something else.

    Args:
        words: the words of the doc.
        i: the word before.
        start: where the name begins.
        label: the model's labels.
        alone: whether the name is one word, hyphens and all.
    """
    if i < 0 or words.sentence[i] != words.sentence[start] or not words.capital[i] or words.tag[i] not in ("NNP", "NN"):
        return False
    lower = words.lower[i]
    if fold(words.text[i]) in given_names() or words.text[i] in given_names():
        return not label[i] or (label[i] != "PERSON" and alone)
    if alone and not label[i] and words.tag[i] == "NNP" and _is_after_occupation(words, i):
        return True
    if lower in title_words() or is_common(lower) or actor_noun(lower, lower) or words.text[i] in patterns():
        return False
    if words.text[i].isupper() and len(lower) > 1:
        return False
    if not label[i]:
        return words.tag[i] == "NNP"
    # "Its director, [Hortensia]ORG [Galdames]PERSON": two words, two labels, one name.
    return alone and label[i] == "ORG" and (i == 0 or label[i - 1] != "ORG") and words.text[i].isalpha()


def _is_after_occupation(words: Words, i: int) -> bool:
    """Whether a noun for what people do stands before a word: then it is a forename, be it a common word, too."""
    return i > 0 and words.text[i - 1].islower() and words.lower[i - 1] in occupations()


def _name_after(words: Words, i: int) -> bool:
    """Whether particles and then a capitalised word follow: "van den Heuvel"."""
    while i < words.size and (words.lower[i] in PARTICLES or words.text[i] == "-") and words.tag[i] not in ("CC", "IN"):
        i += 1
    return i < words.size and words.capital[i] and words.tag[i] == "NNP"


def join_persons(clusters: list[Cluster]) -> None:
    """Full names of one person that differ in middle names and initials."""
    by_surname: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.top().kind == "Person" and len(cluster.key) > 1:
            by_surname[_surname(cluster.key)].append(cluster)
    for same in by_surname.values():
        same.sort(key=lambda c: -len(c.key))
        for i, short in enumerate(same):
            fits = [long for long in same[:i] if long.into is None and _same_person(_bare(short.key), _bare(long.key))]
            if len(fits) == 1:
                low, bare = [[w.casefold() for w in _bare(key)] for key in (short.key, fits[0].key)]
                merge(short, fits[0], "surname" if bare[-len(low) :] == low else "same person")


def _bare(key: tuple[str, ...]) -> list[str]:
    return [w for w in key if w.casefold() not in _SUFFIXES] or list(key)


def _surname(key: tuple[str, ...]) -> str:
    return _bare(key)[-1].casefold()


def _same_person(short: list[str], long: list[str]) -> bool:
    """Whether each forename of the shorter name is, or begins, one of the longer name's, in their order."""
    rest = iter(long[:-1])
    for word in short[:-1]:
        for other in rest:
            a, b = word.casefold(), other.casefold()
            if a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)):
                break
        else:
            return False
    return True


def _may_be_surname(words: Words, cluster: Cluster) -> bool:
    """Whether one word that is not taken for a person may be one's surname all the same."""
    entry = cluster.entry
    if entry is None:
        return True
    if entry.kind != "Place" or entry.feature == "capital" or entry.population > 2_000_000:
        return False
    placed = sum(
        1
        for span in cluster.spans
        if span.start > 0 and words.lower[span.start - 1] in ("in", "at", "near", "from", "to")
    )
    return 2 * placed < len(cluster.spans)


def title_before(words: Words, span: Candidate) -> str:
    """The word right before a name, lower case, if it is a title."""
    before = words.lower[span.start - 1] if span.start > 0 else ""
    return before if before in titles() or before in offices() else ""


def gender_of(words: Words, person: Cluster) -> str:
    """The gender that a person's titles or given name say."""
    for span in person.spans:
        if gender := titles().get(title_before(words, span), ""):
            return gender
    return given_names().get(words.text[person.spans[0].start], "") if person.spans else ""


def _is_other(words: Words, surname: Cluster, person: Cluster) -> bool:
    """Whether a surname stands for somebody else than this person of that name.

    News gives a full name before the surname alone; "President Almeida" before any "Teresa Almeida" is someone else,
    unless she has that title. A headline, which is the first line of several, gives surnames alone. "Lord Almeida" is
    not Teresa Almeida, who is nowhere called so.
    """
    peer = any(title_before(words, span) in _PEERS for span in surname.spans)
    if peer and not any(title_before(words, span) in _PEERS for span in person.spans):
        return True
    first = surname.spans[0]
    if first.start > person.spans[0].start or first.start < line_end(words, 0) < words.size:
        return False
    title = title_before(words, first)
    return title in offices() and all(title_before(words, span) != title for span in person.spans)


def _is_named_before(words: Words, person: Cluster, forename: Cluster) -> bool:
    """Whether a longer name stands before its first words alone: "Ann Marsh" is no "Ann Marsh Show" of later on."""
    first = forename.spans[0].start
    return first > person.spans[0].start or first < line_end(words, 0) < words.size


def _reigns(words: Words, span: Candidate) -> bool:
    """Whether a forename is a monarch's, who has no surname: "King Karl of Norland", not Karl Marsh."""
    end = span.end
    of_land = end + 1 < words.size and words.lower[end] == "of" and words.capital[end + 1]
    return of_land and title_before(words, span) in _MONARCHS


_MONARCHS = frozenset("king queen prince princess emperor empress".split())
_PEERS = frozenset("lord lady baron baroness".split())


def choose_bearer(
    words: Words, span: Candidate, persons: list[Cluster], named: dict[int, int], last_seen: dict[int, int]
) -> Cluster:
    """The person whom a surname stands for: by the title's gender, by how often they are named in full, then the last.

    Args:
        words: the words of the doc.
        span: the surname.
        persons: who bears it.
        named: how often each person is named in full, by the cluster's id.
        last_seen: when each was last named.
    """
    gender = titles().get(title_before(words, span), "")
    if gender:
        persons = [p for p in persons if gender_of(words, p) in ("", gender)] or persons
    seen = [p for p in persons if id(p) in last_seen] or persons
    return max(seen, key=lambda p: (named.get(id(p), 0), last_seen.get(id(p), -1)))


def find_surnames(words: Words, clusters: list[Cluster]) -> dict[int, list[Cluster]]:
    """For each cluster of a bare surname or forename: the persons whose full name has it."""
    persons = [c for c in clusters if len(c.key) > 1 and c.top().kind == "Person"]
    by_part: dict[str, list[tuple[Cluster, int]]] = defaultdict(list)
    for person in persons:
        bare = [w.casefold() for w in _bare(person.key)]
        for i, word in enumerate(bare):
            by_part[word].append((person, len(bare) - i))
    found: dict[int, list[Cluster]] = {}
    for cluster in clusters:
        low = [w.casefold() for w in cluster.key]
        if cluster.into is not None or cluster.kind not in _MAYBE_PERSONS:
            continue
        if cluster.kind != "Person" and not _may_be_surname(words, cluster):
            continue
        size = len(low)
        fits: dict[int, tuple[int, Cluster]] = {}
        for person, from_end in by_part.get(low[0], ()):
            bare = [w.casefold() for w in _bare(person.key)]
            at = len(bare) - from_end
            if size >= len(bare) or bare[at : at + size] != low or person.top() is cluster:
                continue
            last = from_end == size
            if size > 1 and cluster.kind != "Person" and not last:
                continue
            fits[id(person.top())] = (0 if last else 1 if at == 0 else 2, person.top())
        if fits:
            best = min(rank for rank, _ in fits.values())
            bearers = [p for rank, p in fits.values() if rank == best and not _is_other(words, cluster, p)]
            if best == 1 and size > 1:
                bearers = [p for p in bearers if _is_named_before(words, p, cluster)]
            if not bearers or (best == 1 and (len(bearers) > 1 or any(_reigns(words, s) for s in cluster.spans))):
                continue  # a forename of two persons is neither's for sure
            found[id(cluster)] = bearers
            cluster.reason = "surname" if best == 0 else "forename" if best == 1 else "part of name"
    return found
