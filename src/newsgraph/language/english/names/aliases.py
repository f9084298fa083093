"""From names to entities: the same name, surnames, acronyms and short names of one thing in an article.

Names that are written alike are one cluster; clusters are joined where a rule gives a reason, never by likeness alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

from newsgraph.knowledge.entries import Entry, key_words
from newsgraph.language.annotations import Annotations, Entity, Mention
from newsgraph.language.english.names.capitals import is_common
from newsgraph.language.english.names.clusters import Cluster, is_acronym, join_other_names, join_parentheses, merge
from newsgraph.language.english.names.datelines import is_dateline
from newsgraph.language.english.names.kinds import decide_kind, fill_entity, identity_of
from newsgraph.language.english.names.letters_and_halves import join_halves, join_letters
from newsgraph.language.english.names.neighbours import (
    find_regions,
    is_region_code,
    level_lineups,
    level_lists,
    note_outer,
)
from newsgraph.language.english.names.person_names import choose_bearer, find_surnames, join_persons, title_before
from newsgraph.language.english.names.places import WELL_KNOWN, Setting, choose_place, find_place, is_region
from newsgraph.language.english.names.runs import Candidate
from newsgraph.language.english.names.seats import acts, is_geography, seat_of, seems_to_act
from newsgraph.language.english.names.sports import TEAM, find_teams, reports_sport
from newsgraph.language.english.names.titles import given_names
from newsgraph.language.words import Words

_BODIES = frozenset("Organization Agency Party ArmedGroup InternationalOrganization".split())
_COMPANY = frozenset("inc corp corporation company co ltd llc plc ag gmbh sa nv group holding holdings limited".split())
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth zweite deuxième".split())
"""What begins the name of one of several: the Second League is not the League."""


def link_names(notes: Annotations, words: Words, spans: list[Candidate], setting: Setting) -> None:
    """Give each name an entity and enter it."""
    clusters: dict[tuple[str, ...], Cluster] = {}
    order: list[tuple[Candidate, Cluster]] = []
    for span in spans:
        text = span.name or words.span(span.start, span.end)
        parts = key_words(text) or (text,)
        if len(parts) > 1 and parts[0] in ("The", "the"):
            parts = parts[1:]
        short = len(parts) == 1 and parts[0].isupper() and len(parts[0]) < 6
        key = parts if short else tuple(word.lower() for word in parts)
        cluster = clusters.get(key)
        if cluster is None:
            cluster = clusters[key] = Cluster(key)
        cluster.spans.append(span)
        order.append((span, cluster))
    sport = reports_sport(words)
    if sport:
        order = find_teams(words, clusters, order)
    found = list(clusters.values())
    _choose(words, order, found, setting, sport)
    _join_known(found)
    join_parentheses(words, order)
    join_letters(words, order)
    join_halves(words, order)
    join_other_names(words, order)
    join_persons(found)
    surnames = find_surnames(words, found)
    _join_short(words, [cluster for cluster in found if id(cluster) not in surnames])
    _enter(notes, words, order, surnames, setting, sport)


def _choose(
    words: Words, order: list[tuple[Candidate, Cluster]], clusters: list[Cluster], setting: Setting, sport: bool
) -> None:
    """Decide for each name which of the known things it is, and its kind."""
    for cluster in clusters:
        if entries := cluster.entries:
            one = cluster.spans[0]
            setting.note(entries, len(cluster.spans), words.span(one.start, one.end))
            setting.regions.update(e.name.lower() for e in entries[:1] if e.kind == "Place")
    beside: dict[int, list[Entry]] = defaultdict(list)
    last: Candidate | None = None
    for (one, a), (two, _) in pairwise(order):
        listed = last is not None and _are_listed(words, last, one)
        last = one
        if two.start == one.end + 1 and words.text[one.end] in (",", "(") and not listed:
            beside[id(a)].extend(two.entries)
            setting.around.update({e.parent for e in one.entries if e.parent} & {e.name for e in two.entries})
    after_place = {
        id(b)
        for (one, _), (two, b) in pairwise(order)
        if one.kind == "Place"
        and two.start == one.end + 1
        and words.text[one.end] == ","
        and is_region_code(words, two)
    }
    for cluster in clusters:
        if id(cluster) in after_place:
            cluster.kind, cluster.entry = "Place", choose_place(cluster.entries, setting)
            continue
        cluster.kind, cluster.entry = decide_kind(words, cluster.spans, setting, beside.get(id(cluster), ()))
    if not sport:
        level_lists(words, order)  # a list of towns is one of teams there
    level_lineups(words, order, sport)
    written = (c.entry for span, c in order if c.entry is not None and is_dateline(words, span.start, span.end))
    setting.dateline = next((entry.country for entry in written if entry.kind in ("Place", "Country")), None)
    note_outer(words, order)
    regions = find_regions(words, order)
    for cluster in clusters:
        entry = cluster.entry
        small = entry is None or entry.feature == "city"
        if entry is not None and is_region(entry):
            small = entry.country not in setting.countries
        if cluster.kind == "Place" and (small or id(cluster) in regions):
            name = words.span(cluster.spans[0].start, cluster.spans[0].end)
            cluster.entry = find_place(
                name, setting, beside.get(id(cluster), ()), cluster.within, region=id(cluster) in regions
            )
            if entry is not None and not _is_told_of(words, cluster, setting):
                cluster.entry, cluster.kind = None, "Other"


def _is_told_of(words: Words, cluster: Cluster, setting: Setting) -> bool:
    """Whether a small city that has an English word for its name is meant: "in Reading", but not "Olympic gold".

    It is not where nothing else in the article is of its country, and no preposition of places stands before it.
    """
    entry = cluster.entry
    if entry is None or entry.feature != "city" or entry.population >= WELL_KNOWN or " " in entry.name:
        return True
    if not is_common(entry.name.lower()):
        return True
    if entry.country in setting.besides(cluster.entries, len(cluster.spans)).countries:
        return True
    return any(words.lower[max(span.start - 1, 0)] in ("in", "near", "from", "at") for span in cluster.spans)


def _are_listed(words: Words, one: Candidate, two: Candidate) -> bool:
    """Whether two countries stand in a list: what follows the second is the next, and not where it lies."""
    countries = all(c.entries and c.entries[0].kind == "Country" for c in (one, two))
    return countries and two.start == one.end + 1 and words.text[one.end] == ","


def _join_known(clusters: list[Cluster]) -> None:
    """Names of one known thing: "UK" and "Britain"."""
    seen: dict[tuple[str, str], Cluster] = {}
    for cluster in clusters:
        entry = cluster.entry
        if entry is None:
            continue
        identity = (entry.kind, identity_of(entry))
        if identity in seen:
            merge(cluster, seen[identity], "known name")
        else:
            seen[identity] = cluster


def _join_short(words: Words, clusters: list[Cluster]) -> None:
    """Acronyms and short names of bodies: "the Harbour Party" for "Norland Harbour Party"."""
    bodies = [c for c in clusters if len(c.key) > 1 and c.top().kind in _BODIES | {"Event", "Document"}]
    if not bodies:
        return
    by_word: dict[str, list[Cluster]] = defaultdict(list)
    for body in bodies:
        for word in {w.casefold() for w in body.key}:
            by_word[word].append(body)
    for cluster in clusters:
        if cluster.into is not None:
            continue
        if len(cluster.key) == 1 and cluster.key[0].isupper() and 2 <= len(cluster.key[0]) <= 7:
            if cluster.entries and cluster.kind == "Country":
                continue
            fits = {  # AAA is not American Airlines
                id(c.top()): c
                for c in bodies
                if (len(c.key), len(cluster.key[0])) != (2, 3)
                and is_acronym(cluster.key[0], c.key)
                and not _differ(cluster, c.top())
            }
            if len(fits) == 1:
                merge(cluster, next(iter(fits.values())), "acronym")
                continue
        team = cluster.key[-1] == TEAM
        low = [w.casefold() for w in cluster.key if w != TEAM]
        if operation := next((c for c in by_word[low[0]] if cluster.entry is None and _is_operation(c.key, low)), None):
            merge(cluster, operation, "short name")
            continue
        if cluster.entry is not None and (whole := _company_of_letters(cluster, by_word)) is not None:
            cluster.entry, cluster.kind = None, whole.kind
            merge(cluster, whole, "company name")
            continue
        taken = cluster.kind == "Person" and (
            any(span.label == "ORG" for span in cluster.spans) or _is_untitled(words, cluster)
        )
        if cluster.entry is None and (taken or cluster.kind == "Place") and (whole := _company_in_full(low, by_word)):
            merge(cluster, whole, "company name")
            continue
        unknown = (cluster.kind == "Other" or taken) and cluster.entry is None and len(low[0]) > 2
        if cluster.kind not in _BODIES and cluster.kind != "Event" and not unknown:
            continue
        if (same := _same_company(low, by_word)) and same.top() is not cluster:
            merge(cluster, same, "company name")
            continue
        fits = {
            id(c.top()): c for c in by_word[low[0]]
            if len(c.key) > len(cluster.key) and c.top() is not cluster
            and not _is_chamber_of(low, c.key) and low not in _TOO_COMMON and c.key[0].casefold() not in _ORDINALS
            and _part_of(low, [w.casefold() for w in c.key if w != TEAM], ends=team)
            and (c.top().kind in _BODIES) == (cluster.kind in _BODIES or unknown) and not _differ(cluster, c.top())
        }  # fmt: skip
        companies = [c for c in fits.values() if c.key[-1].casefold() in _COMPANY and len(c.key) == len(low) + 1]
        if len(fits) == 1 or len(companies) == 1:
            merge(cluster, (companies or list(fits.values()))[0], "short name")


def _is_chamber_of(low: list[str], long: tuple[str, ...]) -> bool:
    """Whether a longer name is that of a committee of a chamber: "House" is not the House Banking Committee."""
    return len(low) == 1 and low[0] in _CHAMBERS and any(word.casefold() in _COMMITTEES for word in long)


_TOO_COMMON = [[word] for word in "associated united general federal national international american first".split()]
"""First words of many names, of which none is called so for short."""
_CHAMBERS = frozenset("house senate congress parliament assembly commons lords".split())
_COMMITTEES = frozenset("committee subcommittee panel office commission".split())


def _is_operation(long: tuple[str, ...], low: list[str]) -> bool:
    """Whether a short name is that of an operation without the word: "Stone Shield" for "Operation Stone Shield"."""
    return long[0].casefold() == "operation" and [w.casefold() for w in long[1:]] == low and len(low) > 1


def _differ(one: Cluster, other: Cluster) -> bool:
    """Whether both are known, and as different things; "United Nations" is no short name of what begins so."""
    if one.entry is not None and other.entry is None:
        if one.entry.kind == "Organization" and one.entry.form == "name" and one.key == other.key[: len(one.key)]:
            return other.key[-1].casefold() not in _COMPANY  # a product or a daughter: "Acme Music"
        return one.entry.kind in ("InternationalOrganization", "Agency", "Party", "Country")
    return one.entry is not None and other.entry is not None and identity_of(one.entry) != identity_of(other.entry)


def _same_company(low: list[str], by_word: dict[str, list[Cluster]]) -> Cluster | None:
    """The company of the same name with another legal form: "Acme Inc" and "Acme Group"."""
    if len(low) < 2 or low[-1] not in _COMPANY:
        return None
    for other in by_word[low[0]]:
        words = [w.casefold() for w in other.key]
        if words != low and words[-1] in _COMPANY and words[:-1] == low[:-1]:
            return other.top()
    return None


def _company_in_full(low: list[str], by_word: dict[str, list[Cluster]]) -> Cluster | None:
    """The company whose name is a short one with its legal form: "Acme Holding SA" for "Acme"."""
    size = len(low)
    for other in by_word[low[0]]:
        words = [w.casefold() for w in other.key]
        if len(words) > size and words[:size] == low and _COMPANY.issuperset(words[size:]):
            return other.top()
    whole = {id(c.top()): c.top() for c in by_word[low[0]] if c.key[0].casefold() == low[0] and len(c.key) > 2}
    one = next(iter(whole.values())) if len(whole) == size == 1 else None
    return one if one is not None and one.key[-1].casefold() in _COMPANY else None


def _is_untitled(words: Words, cluster: Cluster) -> bool:
    """Whether one word that the model takes for a person has neither a title before it nor is a given name."""
    if len(cluster.key) > 1 or words.text[cluster.spans[0].start] in given_names():
        return False
    return not any(title_before(words, span) for span in cluster.spans)


def _company_of_letters(cluster: Cluster, by_word: dict[str, list[Cluster]]) -> Cluster | None:
    """The unknown company whose name a few letters begin: "NDP" of "NDP Group" is no party that is called so."""
    if len(cluster.key) > 1 or not cluster.key[0].isupper():
        return None
    whole = _company_in_full([cluster.key[0].casefold()], by_word)
    return whole if whole is not None and whole.entry is None else None


def _part_of(short: list[str], long: list[str], *, ends: bool = False) -> bool:
    """Whether the words begin or end the longer name, or (two and more) stand together in it.

    One word at the end is enough where `ends` says so, as with clubs: "Harmouth" for "Dynamo Harmouth".
    """
    size = len(short)
    if long[:size] == short or (long[-size:] == short and (size > 1 or ends)):
        return True
    return size > 1 and any(long[i : i + size] == short for i in range(len(long) - size))


def _enter(
    notes: Annotations,
    words: Words,
    order: list[tuple[Candidate, Cluster]],
    surnames: dict[int, list[Cluster]],
    setting: Setting,
    sport: bool,
) -> None:
    entities: dict[int, Entity] = {}
    last_seen: dict[int, int] = {}
    named = Counter(id(c.top()) for _, c in order)
    members: dict[int, list[Candidate]] = defaultdict(list)
    tops: dict[int, Cluster] = {}
    governing = ("Country", "InternationalOrganization")
    states = {c.entry.name: c.top() for _, c in order if c.entry is not None and c.entry.kind in governing}
    acting = [(s, c) for s, c in order if s.entries and seat_of(s.entries, states) and acts(words, s)]
    governments = {c.key for s, c in acting if not sport and s.entries[0].feature == "capital"}
    unions = {c.key for _, c in acting if _is_continent(c)}
    for number, (span, cluster) in enumerate(order):
        top = cluster.top()
        if not top.kind:
            continue
        reason = cluster.reason if top is not cluster or id(cluster) in surnames else "same name"
        named_so = list({id(c.top()): c.top() for c in surnames.get(id(cluster), ())}.values())
        if named_so:
            top = choose_bearer(words, span, named_so, named, last_seen)
        elif (seat := seat_of(span.entries, states)) is not None and (
            acts(words, span)
            or (cluster.key in unions and not is_geography(words, span))
            or (cluster.key in governments and seems_to_act(words, span))
        ):
            top = states.get(seat.name) or states.setdefault(seat.name, Cluster(cluster.key, [], seat.kind, seat))
            reason = "seat of government"
        last_seen[id(top)] = number
        entity = entities.get(id(top))
        if entity is None:
            entity = entities[id(top)] = Entity(name="", kind=top.kind)
            tops[id(top)] = top
        entity.aliases[span.name or words.span(span.start, span.end)] += 1
        members[id(top)].append(span)
        root = root_of(words, span.start, span.end)
        notes.add(Mention(span.start, span.end, root, "name", entity.kind, entity, reason))
    entry_of: dict[int, Entry] = {}
    for _, cluster in order:
        if cluster.entry is not None and cluster.entry.kind == cluster.top().kind:
            entry_of.setdefault(id(cluster.top()), cluster.entry)
    for key, entity in entities.items():
        fill_entity(words, entity, members[key], entry_of.get(key) or tops[key].entry, setting)
        if entity.country is None and entity.kind == "Place" and tops[key].within and tops[key].entry is None:
            entity.country, entity.country_basis = tops[key].within, "said"
        for mention in entity.mentions:
            mention.kind = entity.kind


def _is_continent(cluster: Cluster) -> bool:
    """Whether a name is that of a continent: an article that has it act means its union wherever no land is meant."""
    return bool(cluster.entries) and cluster.entries[0].feature == "continent"


def root_of(words: Words, start: int, end: int) -> int:
    """The word of a span whose head lies outside of it."""
    for i in range(end - 1, start - 1, -1):
        if not start <= words.head[i] < end or words.head[i] == i:
            return i
    return end - 1
