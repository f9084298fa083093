"""Which of the places of a name is meant: by what the text says beside it, by the countries it speaks of, by size."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from newsgraph.knowledge import divisions, towns
from newsgraph.knowledge.entries import NO_LINKS, Entry
from newsgraph.language.english.names.capitals import common_words
from newsgraph.language.english.names.capitals import is_common as is_common_word
from newsgraph.language.known_names import known_names

_AMBIGUOUS = frozenset(["Georgia"])
"""Countries of which a namesake is as often in the news."""
_GREATEST_PART = 0.2
"""The part of a region's people from which on its name means the city of that name, as in New York."""
WELL_KNOWN = 150_000
"""Inhabitants from which on a city may be named in news of other countries."""
_OVERSHADOWS = 5
"""How many times as great a namesake is that puts a small city in doubt whose region the article names, and how much
greater the greatest of several towns of a name is when it alone is meant."""
_BESIDE = 30.0
"""What the text says right beside the name ("Paris, Texas") counts more than all else."""


def is_plain(name: str) -> bool:
    """Whether a name is made of common words: "House of Commons", "Liberals"."""
    words = name.split(" (", 1)[0].split()
    return all(word in ("of", "the", "for", "and") or is_common_word(word.lower()) for word in words)


@dataclass(slots=True)
class Setting:
    """What an article says of where it plays."""

    countries: Counter[str] = field(default_factory=Counter)
    """How often each country is named, by code; its people and its unmistakable cities count, too."""
    around: set[str] = field(default_factory=set)
    """Names of regions that are written behind a place in them: "Buffalo, New York"."""
    regions: set[str] = field(default_factory=set)
    """Names of places that are written in the article, lower case."""
    dateline: str | None = None
    """The country where the article says that it was written."""

    def note(self, entries: Sequence[Entry], weight: int = 1, written: str = "") -> None:
        """Count a name that can mean one country only.

        A body called by common words ("the Liberals") says nothing, nor does a region with a namesake abroad.
        """
        if (code := _country_told(entries, written)) is not None:
            self.countries[code] += weight

    def besides(self, entries: Sequence[Entry], weight: int) -> Setting:
        """What the article says without a name that was counted so often: no name tells by itself which one it is."""
        code = _country_told(entries, "") if entries else None
        if code is None or code not in self.countries:
            return self
        others = self.countries - Counter({code: weight})
        return Setting(others, self.around, self.regions, self.dateline)

    def here(self) -> str | None:
        """The country whose bodies need no country: that of the dateline if it is spoken of, else the one at home."""
        if self.dateline is not None and self.countries[self.dateline] > 1:
            return self.dateline
        return self.home()

    def home(self) -> str | None:
        """The country that the article is about, if one is named far more often than all others."""
        first, second = [*self.countries.most_common(2), (None, 0), (None, 0)][:2]
        return first[0] if first[1] >= 3 and 2 * first[1] >= 3 * second[1] else None

    def only(self) -> str | None:
        """The country that the article speaks of next to no other: whose bodies those of common names may be."""
        first, second = [*self.countries.most_common(2), (None, 0), (None, 0)][:2]
        return first[0] if first[1] >= 3 and first[1] >= 4 * second[1] else None


def _country_told(entries: Sequence[Entry], written: str) -> str | None:
    """The country that a name says the article speaks of, if it can mean one only."""
    first = entries[0]
    if is_region(first) and any(e.country != first.country for e in divisions(first.name)):
        return None
    if first.kind in ("Party", "Agency") and (is_plain(first.name) or (written and is_plain(written))):
        return None
    sure = first.kind == "Country" and first.name not in _AMBIGUOUS
    return first.country if sure or len({e.country for e in entries}) == 1 else None


def choose_place(
    entries: Sequence[Entry], setting: Setting, beside: Sequence[Entry] = (), *, region: bool = False
) -> Entry | None:
    """The place or country that a name most probably stands for.

    Args:
        entries: what is known by the name.
        setting: the article's.
        beside: what is known by the names that follow after a comma, or in brackets.
        region: whether the text says that it is a state or a province.
    """
    places = [e for e in entries if e.kind in ("Place", "Country") and e.form not in ("seat", "demonym")]
    regions = [e for e in places if e.feature == "region"]
    if not region:
        states = {e.country for e in places if e.kind == "Country"}  # "Guatemala City, Guatemala"
        regions = [e for e in regions if e.name in setting.around and e.country not in states]
    if regions:
        return max(regions, key=lambda e: (_score(e, setting, beside), -regions.index(e)))
    capitals = {e.country for e in places if e.feature == "capital"}
    cities = {e.country: e.population for e in reversed(places) if e.feature == "city"}
    places = [
        e
        for e in places
        if e.feature != "region"
        or (e.country not in capitals and cities.get(e.country, 0) < _GREATEST_PART * e.population)
    ]
    if len(places) < 2:
        return places[0] if places else None
    return max(places, key=lambda e: (_score(e, setting, beside), -places.index(e)))


def find_place(
    name: str, setting: Setting, beside: Sequence[Entry] = (), within: str | None = None, *, region: bool = False
) -> Entry | None:
    """What is known of a name that a text uses for a place.

    A small town of a name that nothing greater bears is meant if the text speaks of its country or region, or if there
    is no other of that name; beside a greater namesake it is meant only where the text names its region, or what it
    lies in right behind it. A province or county without a known namesake is meant in a country that the text speaks
    of, and before a namesake abroad where the text speaks of its own country alone.

    Args:
        name: as it is written.
        setting: the article's.
        beside: what is known by the names that follow after a comma, or in brackets.
        within: the country that the text says the place lies in: one that lies elsewhere is not meant.
        region: whether the text says that it is a state or a province: then no town is meant.
    """
    known = [e for e in known_names().lookup(name) if e.kind in ("Place", "Country")]
    small = _called_so(name, towns(name))
    near = {e.country for e in beside if e.kind in ("Place", "Country")}
    parents = {e.name for e in beside} | setting.around
    told = [e for e in small if e.country in near or e.parent in parents or (e.parent or "").lower() in setting.regions]
    if not known and not told:
        only = len(small) == 1 and small[0].name.casefold() == name.casefold()
        told = _likeliest([e for e in small if only or e.country in setting.countries])
        told = [] if name.lower() in common_words() else told  # "Earth" is a town only where its region is told
    if within is not None:
        known, told = ([e for e in found if e.country == within] for found in (known, told))
    if region:
        known, told = [e for e in known if e.feature != "city"], []
    best = choose_place([*known, *told], setting, beside, region=region)
    outer = {e.country for e in beside if e.kind == "Country" or e.feature == "region"}
    if best is not None and _is_elsewhere(best, outer):
        return _division(name, outer, parents, setting)  # "Harbour, Ontario" of which no Harbour is known
    told_there = within is not None or (best is not None and best.country in near)
    if best is not None and not told_there and _is_overshadowed(best, known, parents, setting):
        return None
    if best is not None and _has_namesake_at_home(best, small, setting, near):
        there = [e for e in small if e.country == setting.home()]
        return there[0] if len(there) == 1 else _division(name, {setting.home()}, parents, setting)
    if best is None or _is_unheard_of(best, setting, near) or _is_abroad(best, setting, near):
        here = {within} if within is not None else near | setting.countries.keys()
        return _division(name, here, parents, setting) or _kept(best, setting, near)
    return best


def _called_so(name: str, small: Sequence[Entry]) -> list[Entry]:
    """The towns of a name, without those that only once were called so in a country that has one of that name."""
    here = {e.country for e in small if e.name.casefold() == name.casefold()}
    return [e for e in small if e.country not in here or e.name.casefold() == name.casefold()]


def _likeliest(small: Sequence[Entry]) -> list[Entry]:
    """The greatest of some towns of a name; where another is nearly as great, which is meant is not said."""
    if not small or all(small[0].population > _OVERSHADOWS * e.population for e in small[1:]):
        return list(small)
    first = small[0]
    if {e.country for e in small} != {first.country}:
        return []
    return [replace(first, links=NO_LINKS, lat=None, lon=None, parent=None)]


def _is_overshadowed(place: Entry, known: Sequence[Entry], parents: set[str], setting: Setting) -> bool:
    """Whether a small city has a greater namesake; where its region is named, a far greater one."""
    if place.feature != "city" or place.population >= WELL_KNOWN:
        return False
    if place.parent and place.parent in parents:
        return False
    greatest = max((e.population for e in known if e.feature in ("city", "capital")), default=0)
    near = place.parent is not None and place.parent.lower() in setting.regions
    return greatest > place.population * (_OVERSHADOWS if near else 1)


def _division(name: str, here: Container[str | None], parents: set[str], setting: Setting) -> Entry | None:
    """The province or county of that name in the countries spoken of; one whose own region is named goes first."""
    found = [e for e in divisions(name) if e.country in here]
    inside = [e for e in found if e.parent and (e.parent in parents or e.parent.lower() in setting.regions)]
    if not inside and len({(e.country, e.parent) for e in found}) > 1:
        found = [e for e in found if not e.parent] or [e for e in found if e.country == setting.home()]
        if len({(e.country, e.parent) for e in found}) > 1:
            return None  # which Lake County is not said
    return next(iter([*inside, *found]), None)


def _is_elsewhere(place: Entry, outer: set[str | None]) -> bool:
    """Whether a city lies in another country than that of the region or country which is written behind it."""
    return place.feature == "city" and bool(outer) and place.country not in outer and place.population < WELL_KNOWN


def _has_namesake_at_home(place: Entry, small: Sequence[Entry], setting: Setting, near: set[str | None]) -> bool:
    """Whether the country that the text is about has a town or a division of a small foreign city's name."""
    home = setting.home()
    if home in (None, place.country) or place.country in near or place.feature != "city":
        return False
    if place.population >= WELL_KNOWN:
        return False
    return any(e.country == home for e in [*small, *divisions(place.name)])


def _is_abroad(place: Entry, setting: Setting, near: set[str | None]) -> bool:
    """Whether a region or a small city lies in a country that the text does not speak of, while it is about another."""
    if not is_region(place) and (place.feature != "city" or place.population >= WELL_KNOWN):
        return False
    home = setting.home() or (next(iter(setting.countries)) if len(setting.countries) == 1 else None)
    return home not in (None, place.country) and place.country not in setting.countries and place.country not in near


def is_region(place: Entry) -> bool:
    """Whether a place is a region of one country."""
    return place.country is not None and place.feature in ("region", "region within a country")


def _kept(place: Entry | None, setting: Setting, near: set[str | None]) -> Entry | None:
    return None if place is None or _is_unheard_of(place, setting, near) else place


def _is_unheard_of(place: Entry, setting: Setting, near: set[str | None]) -> bool:
    """Whether a small city lies in a country of which the text does not speak, while it speaks of others."""
    if place.feature != "city" or place.population >= WELL_KNOWN or not setting.countries:
        return False
    return place.country not in setting.countries and place.country not in near


def _score(entry: Entry, setting: Setting, beside: Sequence[Entry]) -> float:
    score = math.log10(entry.population + 1000)
    if entry.kind == "Country":
        score += 2.5
    elif entry.feature == "capital" or entry.feature == "region":
        score += 1.2
    elif entry.feature is not None and entry.feature not in ("city", "capital"):
        score += 4.0
    for other in beside:
        if entry.kind == "Country":
            continue
        if other.kind == "Country" and other.country == entry.country:
            return score + _BESIDE
        if entry.parent and other.name == entry.parent:
            return score + _BESIDE
    share = setting.countries[entry.country] if entry.country else 0
    if share:
        score += 1.0 + min(2.0, 0.7 * math.log2(1 + share))
    if entry.parent and entry.parent.lower() in setting.regions:
        score += 2.0
    return score
