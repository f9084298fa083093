"""What kind of thing a name stands for, decided once from all its mentions; and the entity's other fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsgraph.knowledge.entries import Entry
from newsgraph.knowledge.known import divisions, towns
from newsgraph.language.annotations import Entity
from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.english.names.body_countries import country_after, country_before, country_in
from newsgraph.language.english.names.capitals import is_common
from newsgraph.language.english.names.datelines import is_dateline
from newsgraph.language.english.names.kind_contexts import (
    has_age,
    hear_context,
    is_any_alliance,
    is_armed,
    is_business,
    is_called_event,
    is_called_operation,
    is_disease,
    is_introduced,
    is_no_person,
    is_parliament,
    is_party,
    is_traded,
)
from newsgraph.language.english.names.kind_evidence import KEPT, KINDS, LEGAL_FORMS, likely_kind
from newsgraph.language.english.names.person_names import title_before
from newsgraph.language.english.names.places import Setting, choose_place, is_plain
from newsgraph.language.english.names.runs import Candidate
from newsgraph.language.english.names.titles import given_names, occupations
from newsgraph.language.english.names.works import is_thing
from newsgraph.language.known_names import demonym_country, known_names
from newsgraph.language.words import Words

_WEIGHT = {"known": 2, "pattern": 5, "model": 2, "again": 0}
_SURE = 3
"""What the words beside a name have to say of its kind for it to be that: "near X", "Mr X"."""
_KEPT_IF_KNOWN = 0.05
"""How likely a kind has to be that the form of a name supports: a given name first, the name of a small place."""
_MODEL_KIND = {"PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "NORP": "Group"}
_SECTORS = {"ArmedGroup": "REB", "Party": "PTY", "InternationalOrganization": "IGO"}
_BODIES = frozenset("Organization Agency Party ArmedGroup InternationalOrganization".split())


def identity_of(entry: Entry) -> str:
    """What tells a known thing from all others of its kind."""
    return entry.links.get("wikidata") or entry.links.get("geonames") or f"{entry.name}/{entry.country or ''}"


def decide_kind(
    words: Words, spans: list[Candidate], setting: Setting, beside: Sequence[Entry] = ()
) -> tuple[str, Entry | None]:
    """The kind of names that are written alike, empty where they name nothing, and which known thing they are."""
    if any(is_parliament(words, span) for span in spans):
        return "Agency", None
    kind, entry = _said_kind(words, spans, setting, beside)
    if entry is None and kind in KINDS and not _is_told(words, spans, kind):
        kind = likely_kind(words, spans, kind, _KEPT_IF_KNOWN if _has_known_form(words, spans[0], kind) else KEPT)
    return kind, entry


def _has_known_form(words: Words, span: Candidate, kind: str) -> bool:
    """Whether a person's name begins with a given name, or some small place is called like this one."""
    if kind == "Person":
        return _looks_like_person(words, span)
    written = words.span(span.start, span.end)
    return kind == "Place" and bool(towns(written) or divisions(written))


def _is_told(words: Words, spans: list[Candidate], kind: str) -> bool:
    """Whether more than the model says a kind: a pattern, a legal form, or words beside the name."""
    if kind == "Organization" and any(is_traded(words, span) for span in spans):
        return True
    if any(span.source in ("pattern", "known") for span in spans):
        return True
    if kind == "Organization" and (_ends_in_body(words, spans[0]) or any(_is_body_beside(words, s) for s in spans)):
        return True
    if kind == "Person" and any(title_before(words, span) for span in spans):
        return True
    told = _told_beside(words, spans, sum(is_business(words, span) for span in spans))
    hear_context(words, spans, told)
    return told[kind] >= _SURE


def _ends_in_body(words: Words, span: Candidate) -> bool:
    """Whether a name ends in a legal form, or in a noun for a body: "X Mobile Unit"."""
    last = span.end - 1
    if words.lower[last] in LEGAL_FORMS:
        return True
    noun = actor_noun(words.lower[last], words.lemma[last].lower())
    return last > span.start and noun is not None and noun.kind in _BODIES


def _is_body_beside(words: Words, span: Candidate) -> bool:
    """Whether what is named is told to be a body: "the X financial group", "a spokeswoman for X", "articles on X"."""
    last = span.end - 1
    if words.dep[last] in ("compound", "nmod", "amod"):
        head = words.head[last]
        noun = actor_noun(words.lower[head], words.lemma[head])
        if noun is not None and noun.kind == "Organization" and head >= span.end:
            return True
    before = words.lower[max(span.start - 2, 0) : span.start]
    if len(before) < 2 or before[1] not in ("for", "of", "at", "on", "in"):
        return False
    return before[0].startswith("spokes") or before[0] in ("article", "articles")


def _said_kind(
    words: Words, spans: list[Candidate], setting: Setting, beside: Sequence[Entry]
) -> tuple[str, Entry | None]:
    """The kind that the model, the patterns and some words beside the names say, and which known thing they are."""
    entries = next((span.entries for span in spans if span.entries), ())
    businesses = sum(is_business(words, span) for span in spans)
    if not entries and any(is_traded(words, span) for span in spans):
        return "Organization", None
    votes = _votes(words, spans, businesses)
    town = entries and businesses and entries[0].feature == "city" and entries[0].population < 1_000_000
    known = _known_kind(words, spans, entries, setting, beside, votes) if entries and not town else None
    if known is not None:
        return known
    if beside and votes and any(e.kind in ("Place", "Country") and e.form == "name" for e in beside):
        votes["Place"] += 3 * sum(
            span.start > 0 and words.lower[span.start - 1] in ("in", "at", "near", "from", "of") for span in spans
        )
    formed = [span.kind for span in spans if span.source == "pattern"]
    if "Other" in formed or (not entries and any(is_thing(words, span) for span in spans)):
        return "Other", None  # a work, a ship or a product
    if formed:
        if not entries and (kind := _kind_of_any_body(words, spans, votes)):
            return kind, None
        if any(is_armed(words, span) for span in spans) and votes.keys() & {"Party", "Organization"}:
            return "ArmedGroup", None
    elif votes:
        hear_context(words, spans, votes)
    if not votes:
        # What is known by the name is of a country of which the article does not speak, and nothing else says a name.
        return ("" if entries else next((s.kind for s in spans if s.kind), "Other")), None
    if votes["Person"] < sum(votes.values()) and _looks_like_person(words, spans[0]) and not formed:
        votes["Person"] += 3 * len(spans)
    if not entries and is_disease(words, spans):
        return "Other", None
    if not entries and any(is_called_operation(words, span) or is_called_event(words, span) for span in spans):
        return "Event", None
    placed = votes["Place"] and not votes["Person"]
    if not entries and not beside and placed and any(is_party(words, span) for span in spans):
        return "Party", None
    kind = max(votes, key=lambda kind: (votes[kind], kind))
    if kind == "Person" and spans[0].end - spans[0].start == 1 and is_no_person(words, spans):
        return "Other", None
    return kind, None


def _kind_of_any_body(words: Words, spans: list[Candidate], votes: Counter[str]) -> str:
    """What a committee or service is that is no state's, and an alliance that is no party; empty where they may be."""
    if votes["Party"] and is_any_alliance(words, spans):
        return "Organization"
    if not votes["Agency"]:
        return ""
    whole = body_before(words, spans[0])
    if whole is not None:
        return whole.kind
    return "Organization" if _is_any_body(words, spans) else ""


def body_before(words: Words, span: Candidate) -> Entry | None:
    """The body, no state's, with whose name a longer name begins: "IMF Interim Committee", "BBC Harbour Service"."""
    for end in range(span.start + 1, min(span.start + 4, span.end)):
        entries = known_names().lookup(words.span(span.start, end))
        if entries and entries[0].kind in _NO_STATES and entries[0].form in ("name", "abbreviation"):
            return entries[0]
    return None


def _is_any_body(words: Words, spans: list[Candidate]) -> bool:
    """Whether nothing says that a committee is a state's: no country, no place, no word for what states do.

    One for what trades, faiths and sports do is none, of whatever country: "Norland Dairy Board".
    """
    span = spans[0]
    inside = words.text[span.start : span.end]
    if inside[-2:] in (["of", "Directors"], ["of", "Trustees"]):
        inside = inside[:-2]  # "the Harbour Association Board | of Directors"
    if words.text[span.head] in _ANY_BODIES and not _OF_OTHERS.isdisjoint(words.lower[span.start : span.end]):
        return True
    if inside[-1] not in _ANY_BODIES and not (len(inside) > 1 and inside[0] in _ANY_BODIES):
        return False
    if country_before(words, spans) or country_after(words, spans):
        return False
    if not _OF_STATES.isdisjoint(word.lower() for word in inside) or any(map(demonym_country, inside)):
        return False
    parts = (words.span(i, j) for i in range(span.start, span.end) for j in (i + 1, i + 2) if j <= span.end)
    names = (part for part in parts if part[0].isupper() and not is_common(part.lower()))
    return not any(e.kind in ("Country", "Place", "Agency") for part in names for e in known_names().lookup(part)[:1])


_ANY_BODIES = frozenset("Committee Council Board Panel Service Services".split())
_NO_STATES = frozenset(("InternationalOrganization", "Organization"))
_OF_OTHERS = word_class("work of no state")
_OF_STATES = word_class("work of states")


def _votes(words: Words, spans: list[Candidate], businesses: int) -> Counter[str]:
    """How much speaks for each kind: what the model and the patterns say, and the words beside the name."""
    votes: Counter[str] = Counter()
    for span in spans:
        if span.source != "known" and span.kind:
            votes[span.kind] += _WEIGHT[span.source]
        elif span.label in _MODEL_KIND:
            votes[_MODEL_KIND[span.label]] += 1
    return votes + _told_beside(words, spans, businesses)


def _told_beside(words: Words, spans: list[Candidate], businesses: int) -> Counter[str]:
    """What ages, occupations and nouns for businesses beside a name say of its kind."""
    told: Counter[str] = Counter()
    told["Person"] += 4 * sum(has_age(words, span) for span in spans)
    told["Person"] += 4 * sum(words.lower[max(span.start - 1, 0)] in occupations() for span in spans)
    told["Person"] += 4 * sum(is_introduced(words, span) for span in spans)
    told["Person"] += 4 * sum(words.text[min(span.end, words.size - 1)] in _BEHIND_PERSONS for span in spans)
    told["Organization"] += 4 * businesses
    return told


_BEHIND_PERSONS = frozenset("QC KC CBE OBE MBE".split())
"""Letters behind the name of one who was honoured: "Jane Doe QC"."""


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
    if best.kind == "Agency" and not setting.countries and best.country != "US" and is_plain(written):
        return None  # "the Election Commission", and nothing says where
    if best.country and setting.countries and best.country not in setting.countries:
        # Three letters, or words like "federal police", mean many things: where the article does not speak of that
        # country, they mean something else.
        if best.form == "abbreviation" and best.sector != "MED":
            return best if best.country == "US" else None
        if best.kind == "Agency" and all(is_common(word.lower()) for word in written.split()):
            return best if any(e.form == "seat" for e in entries) else None
    return best


def _known_kind(
    words: Words, spans: list[Candidate], entries: tuple[Entry, ...], setting: Setting, beside: Sequence[Entry],
    votes: Counter[str],
) -> tuple[str, Entry | None] | None:  # fmt: skip
    """The kind of what is known by a name, and which it is where that is sure; None where it is none of them."""
    written = words.span(spans[0].start, spans[0].end)
    entry = _entry(entries, setting, beside, written)
    if entry is not None and entry.form == "abbreviation" and _is_of_nowhere(words, entry, setting, spans):
        return None
    if entry is None:
        return ("Agency", None) if _is_some_agency(entries, written) else None
    kind = "Group" if entry.form == "demonym" else entry.kind
    return None if _outvoted(words, spans, entry, votes) else (kind, entry)


def _is_of_nowhere(words: Words, entry: Entry, setting: Setting, spans: list[Candidate]) -> bool:
    """Whether two or three letters stand for a party or an armed group of a country that nothing else speaks of."""
    if entry.kind not in ("Party", "ArmedGroup") or entry.country in (None, "US"):
        return False
    if any(word in words.text for word in entry.name.split() if len(word) > 3):
        return False
    if any(words.text[span.start - 1] == "(" for span in spans):
        return False  # "Lena Marsh (CDU)"
    return entry.country not in setting.besides((entry,), len(spans)).countries


def _is_some_agency(entries: Sequence[Entry], written: str) -> bool:
    """Whether common words name an agency of whatever country: "the Election Commission"."""
    return " " in written and is_plain(written) and {e.kind for e in entries} == {"Agency"}


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


def fill_entity(words: Words, entity: Entity, spans: list[Candidate], entry: Entry | None, setting: Setting) -> None:
    """Name, country, sector, links and point of an entity, from its names and what is known of them."""
    full = [a for a in entity.aliases if not (a.isupper() and (len(a) > 5 or " " in a))] or list(entity.aliases)
    entity.name = max(full, key=lambda a: (len(a.split()), entity.aliases[a], len(a), a))
    abroad = entry is not None and _is_of_elsewhere(entity, entry, setting)
    if entry is not None and abroad:
        entity.sector = entry.sector  # and of which country it is nobody says
    elif entry is not None:
        if entry.kind != "Place" or entity.name.isupper() or not entry.links:
            entity.name = entry.name.split(" (", 1)[0]
        entity.country, entity.country_basis = entry.country, "known"
        entity.sector = entry.sector
        entity.lat, entity.lon = entry.lat, entry.lon
        if entry.form != "demonym":
            entity.links.update((k, v) for k, v in entry.links.items() if k in ("wikidata", "wikipedia", "geonames"))
    if entity.kind == "Place" and entity.name.isupper() and len(entity.name) > 5:
        entity.name = entity.name.title()
    if entity.sector is None:
        telling = [s for s in spans if s.source != "known" or entry is not None]
        said = next((s.sector for s in telling if s.sector and s.kind in (entity.kind, None)), None)
        entity.sector = _SECTORS.get(entity.kind) or said
    if entity.sector is None and entity.kind == "Agency" and any(is_parliament(words, span) for span in spans):
        entity.sector = "LEG"
    if entity.country is None and entity.kind in _BODIES and entity.kind != "InternationalOrganization":
        whole = body_before(words, spans[0]) if words.text[spans[0].end - 1] in _ANY_BODIES else None
        entity.country = whole.country if whole is not None else country_in(entity, setting)
        entity.country = entity.country or country_before(words, spans) or country_after(words, spans)
        entity.country_basis = "said"
        if entity.country is None and entity.kind == "Agency" and all(map(is_common, entity.name.lower().split())):
            entity.country, entity.country_basis = setting.only(), "guessed"


def _is_of_elsewhere(entity: Entity, entry: Entry, setting: Setting) -> bool:
    """Whether the body that is known by a name of common words ("the Liberals") is of a country not spoken of here."""
    if entry.kind not in ("Party", "Agency") or not entry.country or not setting.countries:
        return False
    if not is_plain(entity.name):
        return False
    if any(e.form == "seat" for e in known_names().lookup(entity.name)):
        return False  # there is only one White House
    if entry.country not in setting.countries:
        return True
    rare = setting.countries[entry.country] < 2 and setting.home() not in (None, entry.country)
    return rare and country_in(entity, setting) is None
