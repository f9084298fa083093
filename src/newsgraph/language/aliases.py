"""From names to entities: the same name, surnames, acronyms and short names of one thing in an article.

Names that are written alike are one cluster; clusters are joined where a rule gives a reason, never by likeness alone.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from newsgraph.knowledge.entries import Entry, key_words
from newsgraph.language.annotations import Annotations, Entity, Mention
from newsgraph.language.kinds import acts, decide_kind, fill_entity, identity_of, seat_of
from newsgraph.language.name_patterns import Candidate
from newsgraph.language.places import Setting
from newsgraph.language.words import Words

_BODIES = frozenset("Organization Agency Party ArmedGroup InternationalOrganization".split())
_SUFFIXES = frozenset("jr sr ii iii iv phd md".split())
_COMPANY = frozenset("inc corp corporation company co ltd llc plc ag gmbh sa nv group holding holdings limited".split())
_SMALL = frozenset("of the and for in on to at de la le les el des du da do dos di del der y e et und van von".split())


@dataclass(eq=False)
class Cluster:
    """Names that are written alike, and what speaks for their kind."""

    key: tuple[str, ...]
    spans: list[Candidate] = field(default_factory=list)
    kind: str = "Other"
    entry: Entry | None = None
    """What it was found to be, of what is known by its name."""
    reason: str = "same name"
    into: Cluster | None = None

    def top(self) -> Cluster:
        """The cluster that this one was joined to, at the end of the chain."""
        one = self
        while one.into is not None:
            one = one.into
        return one


def link_names(notes: Annotations, words: Words, spans: list[Candidate], setting: Setting) -> None:
    """Give each name an entity and enter it."""
    clusters: dict[tuple[str, ...], Cluster] = {}
    order: list[tuple[Candidate, Cluster]] = []
    for span in spans:
        text = words.span(span.start, span.end)
        key = tuple(word if word.isupper() and len(word) < 6 else word.lower() for word in key_words(text)) or (text,)
        cluster = clusters.get(key)
        if cluster is None:
            cluster = clusters[key] = Cluster(key)
        cluster.spans.append(span)
        order.append((span, cluster))
    found = list(clusters.values())
    _choose(words, order, found, setting)
    _join_known(found)
    _join_parentheses(words, order)
    _join_persons(found)
    _join_short(found)
    _enter(notes, words, order, _surnames(words, found), setting)


def _choose(words: Words, order: list[tuple[Candidate, Cluster]], clusters: list[Cluster], setting: Setting) -> None:
    """Decide for each name which of the known things it is, and its kind."""
    for cluster in clusters:
        if entries := cluster.spans[0].entries:
            setting.note(entries, len(cluster.spans))
            setting.regions.update(e.name.lower() for e in entries[:1] if e.kind == "Place")
    beside: dict[int, list[Entry]] = defaultdict(list)
    for (one, a), (two, _) in zip(order, order[1:], strict=False):
        if two.start == one.end + 1 and words.text[one.end] in (",", "("):
            beside[id(a)].extend(two.entries)
    for cluster in clusters:
        cluster.kind, cluster.entry = decide_kind(words, cluster.spans, setting, beside.get(id(cluster), ()))


def _merge(one: Cluster, other: Cluster, reason: str) -> None:
    """Join a cluster to another one."""
    one, other = one.top(), other.top()
    if one is not other:
        one.into = other
        one.reason = reason


def _join_known(clusters: list[Cluster]) -> None:
    """Names of one known thing: "UK" and "Britain"."""
    seen: dict[tuple[str, str], Cluster] = {}
    for cluster in clusters:
        entry = cluster.entry
        if entry is None:
            continue
        identity = (entry.kind, identity_of(entry))
        if identity in seen:
            _merge(cluster, seen[identity], "known name")
        else:
            seen[identity] = cluster


def is_acronym(short: str, long: tuple[str, ...]) -> bool:
    """Whether capitals are the initials of words, small words counted or not."""
    letters = [c for c in short.casefold() if c.isalnum()]
    if len(letters) < 2 or len(long) < 2:
        return False
    every = [word[0].casefold() for word in long]
    main = [word[0].casefold() for word in long if word.casefold() not in _SMALL]
    if letters in (every, main):
        return True
    # "NaCTSO", "UNHCR": the letters in their order, each word begun by one, the first word with the first letter
    return (
        letters[0] == every[0] and len(letters) >= len(main) >= 2 and letters[-1] in main and _subsequence(main, letters)
    )


def _subsequence(short: list[str], long: list[str]) -> bool:
    rest = iter(long)
    return all(x in rest for x in short)


def _join_parentheses(words: Words, order: list[tuple[Candidate, Cluster]]) -> None:
    """"Inter-Services Intelligence (ISI)" and "ISI (Inter-Services Intelligence)"."""
    for (one, a), (two, b) in zip(order, order[1:], strict=False):
        if two.start != one.end + 1 or words.text[one.end] != "(":
            continue
        if two.end < words.size and words.text[two.end] not in (")", ",", ";", "-", "–", "or"):
            continue
        if _is_short(words, two) and _spells(words, two, one, b, a):
            _merge(b, a, "acronym")
        elif _is_short(words, one) and _spells(words, one, two, a, b):
            _merge(a, b, "acronym")


def _is_short(words: Words, span: Candidate) -> bool:
    text = words.span(span.start, span.end)
    return " " not in text and len(text) <= 12 and sum(c.isupper() for c in text) >= 2


def _spells(words: Words, short: Candidate, long: Candidate, a: Cluster, b: Cluster) -> bool:
    if short.entries and long.entries and not {e.name for e in short.entries} & {e.name for e in long.entries}:
        return is_acronym(words.span(short.start, short.end), key_words(words.span(long.start, long.end)))
    return b.kind not in ("Person", "Group", "Country") and long.end - long.start > 1


def _join_persons(clusters: list[Cluster]) -> None:
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
                _merge(short, fits[0], "same person")


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


def _join_short(clusters: list[Cluster]) -> None:
    """Acronyms and short names of bodies: "the Peoples Party" for "Pakistan Peoples Party"."""
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
            if cluster.spans[0].entries and cluster.kind == "Country":
                continue
            fits = {id(c.top()): c for c in bodies if is_acronym(cluster.key[0], c.key)}
            if len(fits) == 1:
                _merge(cluster, next(iter(fits.values())), "acronym")
                continue
        if cluster.kind not in _BODIES and cluster.kind != "Event":
            continue
        low = [w.casefold() for w in cluster.key]
        if same := _same_company(low, by_word):
            if same.top() is not cluster:
                _merge(cluster, same, "company name")
                continue
        fits = {
            id(c.top()): c for c in by_word[low[0]]
            if len(c.key) > len(low) and c.top() is not cluster and _part_of(low, [w.casefold() for w in c.key])
            and (c.top().kind in _BODIES) == (cluster.kind in _BODIES)
        }  # fmt: skip
        if len(fits) == 1:
            _merge(cluster, next(iter(fits.values())), "short name")


def _same_company(low: list[str], by_word: dict[str, list[Cluster]]) -> Cluster | None:
    """The company of the same name with another legal form: "Acme Inc" and "Acme Group"."""
    if len(low) < 2 or low[-1] not in _COMPANY:
        return None
    for other in by_word[low[0]]:
        words = [w.casefold() for w in other.key]
        if words != low and words[-1] in _COMPANY and words[:-1] == low[:-1]:
            return other.top()
    return None


def _part_of(short: list[str], long: list[str]) -> bool:
    """Whether the words begin or end the longer name, or (two and more) stand together in it."""
    size = len(short)
    if long[:size] == short or (long[-size:] == short and size > 1):
        return True
    return size > 1 and any(long[i : i + size] == short for i in range(len(long) - size))


def _may_be_surname(words: Words, cluster: Cluster) -> bool:
    """Whether one word that is not taken for a person may be one's surname all the same."""
    entry = cluster.entry
    if entry is None:
        return True
    if entry.kind != "Place" or entry.feature == "capital" or entry.population > 2_000_000:
        return False
    placed = sum(
        1 for span in cluster.spans if span.start > 0 and words.lower[span.start - 1] in ("in", "at", "near", "from", "to")
    )
    return 2 * placed < len(cluster.spans)


def _surnames(words: Words, clusters: list[Cluster]) -> dict[int, list[Cluster]]:
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
        if cluster.into is not None or cluster.kind not in ("Person", "Other", "Organization", "Place", "Group"):
            continue
        if cluster.kind != "Person" and (len(low) > 1 or not _may_be_surname(words, cluster)):
            continue
        size = len(low)
        fits: dict[int, tuple[int, Cluster]] = {}
        for person, from_end in by_part.get(low[0], ()):
            bare = [w.casefold() for w in _bare(person.key)]
            at = len(bare) - from_end
            if size >= len(bare) or bare[at : at + size] != low or person.top() is cluster:
                continue
            last = from_end == size
            fits[id(person.top())] = (0 if last else 1 if at == 0 else 2, person.top())
        if fits:
            best = min(rank for rank, _ in fits.values())
            found[id(cluster)] = [p for rank, p in fits.values() if rank == best]
            cluster.reason = "surname" if best == 0 else "forename" if best == 1 else "part of name"
    return found


def _enter(
    notes: Annotations, words: Words, order: list[tuple[Candidate, Cluster]], surnames: dict[int, list[Cluster]],
    setting: Setting,
) -> None:
    entities: dict[int, Entity] = {}
    last_seen: dict[int, int] = {}
    members: dict[int, list[Candidate]] = defaultdict(list)
    states = {c.entry.country: c.top() for _, c in order if c.entry is not None and c.entry.kind == "Country"}
    for number, (span, cluster) in enumerate(order):
        top = cluster.top()
        reason = cluster.reason if top is not cluster or id(cluster) in surnames else "same name"
        persons = [p for p in surnames.get(id(cluster), ()) if id(p) in last_seen] or surnames.get(id(cluster), ())
        if persons:
            top = max(persons, key=lambda p: last_seen.get(id(p), -1))
        elif (seat := seat_of(span.entries)) is not None and acts(words, span):
            top = states.get(seat.country) or states.setdefault(seat.country, Cluster(cluster.key, [], seat.kind, seat))
            reason = "seat of government"
        last_seen[id(top)] = number
        entity = entities.get(id(top))
        if entity is None:
            entity = entities[id(top)] = Entity(name="", kind=top.kind)
        entity.aliases[words.span(span.start, span.end)] += 1
        members[id(top)].append(span)
        root = root_of(words, span.start, span.end)
        notes.add(Mention(span.start, span.end, root, "name", entity.kind, entity, reason))
    tops = {id(c.top()): c.top() for _, c in order} | {id(c): c for c in states.values()}
    entry_of: dict[int, Entry] = {}
    for _, cluster in order:
        if cluster.entry is not None and cluster.entry.kind == cluster.top().kind:
            entry_of.setdefault(id(cluster.top()), cluster.entry)
    for key, entity in entities.items():
        fill_entity(words, entity, members[key], entry_of.get(key) or tops[key].entry)
        for mention in entity.mentions:
            mention.kind = entity.kind


def root_of(words: Words, start: int, end: int) -> int:
    """The word of a span whose head lies outside of it."""
    for i in range(end - 1, start - 1, -1):
        if not start <= words.head[i] < end or words.head[i] == i:
            return i
    return end - 1

