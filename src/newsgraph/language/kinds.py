"""What kind of thing a name stands for, decided once from all its mentions; and the entity's other fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsgraph.knowledge.entries import Entry
from newsgraph.language.annotations import Entity
from newsgraph.language.capitals import is_common
from newsgraph.language.datelines import is_dateline
from newsgraph.language.known_names import country_of, demonym_country, known_names
from newsgraph.language.lexicon_files import word_class
from newsgraph.language.name_runs import Candidate
from newsgraph.language.nominals import actor_noun
from newsgraph.language.places import Setting, choose_place
from newsgraph.language.titles import given_names
from newsgraph.language.words import Words

_WEIGHT = {"known": 2, "pattern": 5, "model": 2, "again": 0}
_MODEL_KIND = {"PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "NORP": "Group"}
_BODIES = frozenset("Organization Agency Party ArmedGroup InternationalOrganization".split())
# What a government does: the subject of such a verb is the state and not its capital.
_ACTS = word_class("act of a government")
# What states have between them: "ties with Moscow", "pressure on Tehran", "talks between Delhi and Islamabad".
_TIES = word_class("tie between states")
_HAS = word_class("what a government has")
_TIE_WORDS = frozenset("with between on against from to by".split())


def identity_of(entry: Entry) -> str:
    """What tells a known thing from all others of its kind."""
    return entry.links.get("wikidata") or entry.links.get("geonames") or f"{entry.name}/{entry.country or ''}"


def decide_kind(
    words: Words, spans: list[Candidate], setting: Setting, beside: Sequence[Entry] = ()
) -> tuple[str, Entry | None]:
    """The kind of names that are written alike, empty where they name nothing, and which known thing they are."""
    entries = next((span.entries for span in spans if span.entries), ())
    votes: Counter[str] = Counter()
    for span in spans:
        if span.source != "known" and span.kind:
            votes[span.kind] += _WEIGHT[span.source]
        elif span.label in _MODEL_KIND:
            votes[_MODEL_KIND[span.label]] += 1
    if entries:
        entry = _entry(entries, setting, beside, words.span(spans[0].start, spans[0].end))
        if entry is not None:
            kind = "Group" if entry.form == "demonym" else entry.kind
            if not _outvoted(words, spans, entry, votes):
                return kind, entry
    if beside and votes and any(e.kind in ("Place", "Country") and e.form == "name" for e in beside):
        votes["Place"] += 3 * sum(
            span.start > 0 and words.lower[span.start - 1] in ("in", "at", "near", "from", "of") for span in spans
        )
    if any(span.source == "pattern" for span in spans):
        if any(_is_armed(words, span) for span in spans) and votes.keys() & {"Party", "Organization"}:
            return "ArmedGroup", None
    elif votes:
        _hear_context(words, spans, votes)
    if not votes:
        # What is known by the name is of a country of which the article does not speak, and nothing else says a name.
        return ("" if entries else next((s.kind for s in spans if s.kind), "Other")), None
    if (
        votes["Person"] < sum(votes.values())
        and _looks_like_person(words, spans[0])
        and not any(span.source == "pattern" for span in spans)
    ):
        votes["Person"] += 3 * len(spans)
    kind = max(votes, key=lambda kind: (votes[kind], kind))
    if kind == "Place" and not entries:
        return kind, choose_place(known_names().lookup(words.span(spans[0].start, spans[0].end)), setting, beside)
    return kind, None


def _is_place_noun(lower: str) -> bool:
    noun = actor_noun(lower, lower.removesuffix("s"))
    return noun is not None and noun.kind == "Place"


def _is_armed(words: Words, span: Candidate) -> bool:
    """Whether the words beside a group's name say that it fights: "rebels of the X Front", "X fighters"."""
    i = span.start - 1
    while i > 0 and words.lower[i] in ("the", "of", "from", "with"):
        i -= 1
    if span.end < words.size and words.lower[span.end] in _ARMED:
        return True
    if i < 0 or words.lower[i] not in _ARMED or words.sentence[i] != words.sentence[span.start]:
        return False
    return (
        i == span.start - 1
        or words.lower[i + 1] != "the"
        or words.lower[i] in ("rebel", "insurgent", "militant", "armed")
    )


def _hear_context(words: Words, spans: list[Candidate], votes: Counter[str]) -> None:
    """Add what the words before and after a name say of it: "near X", "the city of X", "X province", "Mr X"."""
    for span in spans:
        i = span.start - 1
        before = words.lower[i] if i >= 0 else ""
        if before == "the" and i > 0:
            before = words.lower[i - 1]
        after = words.lower[span.end] if span.end < words.size else ""
        if (
            before == "near"
            or (before == "of" and i > 0 and _is_place_noun(words.lower[i - 1]))
            or after in _KINDS_OF_PLACE
            or (before == "on" and i > 0 and words.lower[i - 1] in _ATTACKS)
        ):
            votes["Place"] += 4
        elif (
            before in ("in", "from")
            and words.text[span.start - 1].islower()
            and span.label in ("PERSON", "ORG")
            and (span.end - span.start == 1 and not words.text[span.start].isupper())
        ):
            votes["Place"] += 3 if before == "in" and span.label == "PERSON" else 1
        elif before in _TITLES:
            votes["Person"] += 4


_KINDS_OF_PLACE = frozenset(
    "city town village province district region governorate suburb island port county municipality state outskirts "
    "neighbourhood neighborhood".split()
)
_ARMED = word_class("armed word beside a name")
_ATTACKS = frozenset("attack attacks raid raids assault assaults strike strikes".split())
_TITLES = frozenset("mr mr. mrs mrs. ms ms. president senator sen. gov. gen. col. lt. capt. sgt. dr dr. sir".split())


def _looks_like_person(words: Words, span: Candidate) -> bool:
    """Whether a name of two to four words begins with a given name."""
    return (
        2 <= span.end - span.start <= 4
        and words.text[span.start] in given_names()
        and all(
            words.capital[i] or words.lower[i] in ("de", "al", "el", "bin", "van", "von", "-", "da")
            for i in range(span.start, span.end)
        )
    )


def _entry(entries: tuple[Entry, ...], setting: Setting, beside: Sequence[Entry], written: str) -> Entry | None:
    first = entries[0]
    if first.kind in ("Place", "Country") and first.form in ("name", "abbreviation"):
        return choose_place(entries, setting, beside) or first
    if first.form == "demonym":
        return first
    bodies = [e for e in entries if e.form in ("name", "abbreviation") and e.kind not in ("Place", "Country", "Group")]
    if not bodies:
        return first
    best = max(bodies, key=lambda e: (setting.countries[e.country] if e.country else 0.5, -bodies.index(e)))
    if best.country and setting.countries and best.country not in setting.countries:
        # Three letters, or words like "federal police", mean many things: where the article does not speak of that
        # country, they mean something else.
        if best.form == "abbreviation":
            return best if best.country == "US" else None
        if best.kind == "Agency" and all(is_common(word.lower()) for word in written.split()):
            return None
    return best


def _outvoted(words: Words, spans: list[Candidate], entry: Entry, votes: Counter[str]) -> bool:
    """Whether the model and the titles before it say that the name is a person's."""
    if entry.kind not in ("Place", "Country") or entry.form == "demonym":
        return False
    persons = votes["Person"]
    if not persons or is_dateline(words, spans[0].start, spans[0].end):
        return False
    small = entry.feature == "city" and entry.population < 100_000
    if (entry.common and persons >= votes["Place"]) or (small and persons > votes["Place"]):
        return True
    return persons > votes["Place"] and any(
        s.start > 0 and words.lower[s.start - 1] in ("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "president", "dr", "dr.")
        for s in spans
    )


def seat_of(entries: Sequence[Entry]) -> Entry | None:
    """What the place of that name stands for, if it is a seat of government."""
    if len(entries) > 1 and entries[0].kind == "Place":
        return next((e for e in entries if e.form == "seat" and e.kind == "Country"), None)
    return None


def acts(words: Words, span: Candidate) -> bool:
    """Whether a place is spoken of as one who acts: "Islamabad rejected", "ties with Moscow"."""
    root = span.end - 1
    if is_dateline(words, span.start, span.end):
        return False
    dep, head = words.dep[root], words.head[root]
    while dep == "conj" and head != root:
        root = head
        dep, head = words.dep[root], words.head[root]
    if dep == "nsubj" or (False):
        return words.lemma[head] in _ACTS
    if dep == "agent" or (dep == "pobj" and words.lower[head] == "by"):
        return words.lemma[words.head[head]] in _ACTS
    if dep == "pobj" and words.lower[head] in _TIE_WORDS:
        return words.lemma[words.head[head]] in _TIES
    if dep == "poss":
        return words.lemma[head] in _HAS
    return False


def fill_entity(words: Words, entity: Entity, spans: list[Candidate], entry: Entry | None, setting: Setting) -> None:
    """Name, country, sector, links and point of an entity, from its names and what is known of them."""
    full = [a for a in entity.aliases if not (a.isupper() and (len(a) > 5 or " " in a))] or list(entity.aliases)
    entity.name = max(full, key=lambda a: (len(a.split()), entity.aliases[a], len(a), a))
    if entry is not None:
        if entry.kind != "Place" or entity.name.isupper():
            entity.name = entry.name.split(" (", 1)[0]
        entity.country = entry.country
        entity.sector = entry.sector
        entity.lat, entity.lon = entry.lat, entry.lon
        if entry.form != "demonym":
            entity.links.update((k, v) for k, v in entry.links.items() if k in ("wikidata", "wikipedia", "geonames"))
    if entity.kind == "Place" and entity.name.isupper() and len(entity.name) > 5:
        entity.name = entity.name.title()
    if entity.sector is None:
        entity.sector = next((s.sector for s in spans if s.sector), None)
    if entity.country is None and entity.kind in _BODIES:
        entity.country = _country_in(entity) or _country_before(words, spans)
        if entity.country is None and entity.kind == "Agency" and all(map(is_common, entity.name.lower().split())):
            entity.country = setting.home()


def _country_in(entity: Entity) -> str | None:
    """The country that the name of a body says: "Iraqi Army", "Communist Party of India"."""
    for name in entity.aliases:
        parts = name.split()
        if len(parts) > 1:
            for i, part in enumerate(parts):
                if part[0].isupper():
                    code = (
                        demonym_country(part)
                        or country_of(part)
                        or (country_of(" ".join(parts[i : i + 2])) if i + 1 < len(parts) else None)
                    )
                    if code:
                        return code
    return None


def _country_before(words: Words, spans: list[Candidate]) -> str | None:
    """The country that stands before the name: "Pakistan's ISI", "the Indian RAW"."""
    for span in spans:
        i = span.start - 1
        if i >= 1 and words.tag[i] == "POS":
            code = country_of(words.text[i - 1])
        else:
            code = demonym_country(words.text[i]) if i >= 0 and words.capital[i] else None
        if code:
            return code
    return None
