"""Stories: articles that are about one thing, with the event that most of them tell, and the toll as it grew."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from newsgraph.graph.events.answers import answers
from newsgraph.graph.frames import frame

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    "story date_start date_end place articles independent_sources events actors toll links sentence article key event"
).split()
LINKS = ("responseTo", "causeOf", "partOf")
"""Links between events."""
_TOLL = ("killed", "injured", "missing", "detained", "displaced")
_MAIN_ACTORS = 5
LEAST = 2
"""Articles that a story has, and that tell its main event."""


@dataclass(frozen=True, slots=True)
class Told:
    """A number of the main event, as it stood on a day of publication."""

    what: str
    number: int
    published: str


@dataclass(frozen=True, slots=True)
class Outline:
    """Which event articles about one thing are on, and what else they tell; all are named by keys."""

    key: str
    """That of the story: the one that it was given, else one that follows from its main event."""
    main: str
    """The event that most of the articles tell, and that others answer."""
    articles: Sequence[str]
    events: Sequence[str]
    """The events that its articles tell, the most told first."""
    times: Mapping[str, int]
    """How many of the articles tell each."""
    start: str | None
    """The day of the main event, else of the first article."""
    end: str | None
    """The day of the last article."""


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one thing. What it is made of is named by keys."""

    key: str
    name: str
    """The label of its main event."""
    main: str
    """The event that most of its articles tell, and that others answer."""
    articles: tuple[str, ...]
    independent: int
    """How many of them are no copies of one text."""
    events: tuple[str, ...]
    """The events that its articles tell, the most told first."""
    own: tuple[str, ...]
    """Those of them that no other articles tell."""
    start: str | None
    """The day of the main event, else of the first article."""
    end: str | None
    """The day of the last article."""
    places: tuple[str, ...]
    actors: tuple[str, ...]
    """Who takes part in most of what is told."""
    toll: tuple[Told, ...]
    replaces: tuple[str, ...] = ()
    """The keys of stories of before that have most of their articles here."""


def find_stories(network: nx.MultiDiGraph[str]) -> list[Story]:
    """The stories of a graph, those of most articles first.

    Articles are of one story by their words and names (`newsgraph.resolve.events.articles`); a story has an event that
    several of them tell.
    """
    outlines, spread = _outlined(network)
    return [_told_whole(network, outline, spread) for outline in outlines]


def outlines_of(network: nx.MultiDiGraph[str]) -> list[Outline]:
    """The outlines of the same stories, for those who need no more: a whole one has all that its events tell."""
    return _outlined(network)[0]


def _outlined(network: nx.MultiDiGraph[str]) -> tuple[list[Outline], Mapping[str, int]]:
    """The outlines in order, and how many articles tell each event."""
    numbers: dict[str, int] = network.graph.get("stories", {})
    if not numbers:
        return [], {}
    names = {key: data["identifier"] for key, data in network.nodes(data=True) if data["type"] == "Article"}
    articles: dict[int, list[str]] = defaultdict(list)
    for key, name in sorted(names.items()):
        if name in numbers:
            articles[numbers[name]].append(key)
    several = {number: keys for number, keys in articles.items() if len(keys) >= LEAST}
    if not several:
        return [], {}
    tellers: dict[str, set[str]] = defaultdict(set)
    for event, article, data in network.in_edges(names, data=True):
        if data["type"] == "reportedIn" and network.nodes[event]["type"] == "Event":
            tellers[event].add(article)
    told: dict[str, list[str]] = defaultdict(list)
    for event, own in sorted(tellers.items()):
        for article in own:
            told[article].append(event)
    spread = {event: len(own) for event, own in tellers.items()}
    given: Mapping[int, str] = network.graph.get("story_keys", {})
    outlines = (_outline(network, keys, told, spread, given.get(number)) for number, keys in several.items())
    found = [outline for outline in outlines if outline is not None]
    return sorted(found, key=lambda one: (-len(one.articles), one.start or "9999", one.key)), spread


def story_of(
    network: nx.MultiDiGraph[str], articles: Sequence[str], told: Mapping[str, Sequence[str]], spread: Mapping[str, int]
) -> Story | None:
    """The story of some articles; its main event is told by most of them, and hardly by others.

    `told` are the events that each of them tells, in order; `spread` says how many articles tell an event at all.
    """
    outline = _outline(network, articles, told, spread)
    return None if outline is None else _told_whole(network, outline, spread)


def _outline(
    network: nx.MultiDiGraph[str], articles: Sequence[str], told: Mapping[str, Sequence[str]],
    spread: Mapping[str, int], key: str | None = None,
) -> Outline | None:
    times = Counter(event for article in articles for event in told[article])
    if not times:
        return None
    events = sorted(times, key=lambda e: (-times[e] * times[e] / spread[e], -network.nodes[e]["count"], e))
    main = _main(network, events, times)
    if times[main] < LEAST:
        return None
    days = sorted(str(network.nodes[a]["date"])[:10] for a in articles if network.nodes[a].get("date"))
    start = network.nodes[main].get("date") or next(iter(days), None)
    key = key or f"story/{main.partition('/')[2]}"
    return Outline(key, main, articles, events, times, start, max(days, default=None))


def _told_whole(network: nx.MultiDiGraph[str], outline: Outline, spread: Mapping[str, int]) -> Story:
    main, times = outline.main, outline.times
    actors: Counter[str] = Counter()
    for event, count in times.items():
        for _, other, edge in network.out_edges(event, data=True):
            if edge["type"] in ("agent", "target") and network.nodes[other].get("named"):
                actors[other] += count
    places = sorted(other for _, other, edge in network.out_edges(main, data=True) if edge["type"] == "place")
    texts = network.graph.get("texts", {})
    names = [network.nodes[article]["identifier"] for article in outline.articles]
    return Story(
        key=outline.key, name=network.nodes[main]["label"], main=main, articles=tuple(outline.articles),
        independent=len({texts.get(name, name) for name in names}), events=tuple(outline.events),
        own=tuple(event for event in outline.events if times[event] == spread[event]),
        start=outline.start, end=outline.end, places=tuple(places),
        actors=tuple(sorted(actors, key=lambda a: (-actors[a], a))[:_MAIN_ACTORS]), toll=tuple(_toll(network, main)),
        replaces=tuple(network.graph.get("story_replaces", {}).get(outline.key, ())),
    )


def _main(network: nx.MultiDiGraph[str], events: Sequence[str], times: Counter[str]) -> str:
    """The event that is told most; where it answers one that nearly as many articles tell, that one."""
    first = events[0]
    much = [event for event in events if times[event] >= max(LEAST, times[first] / 2)]
    return next((event for event in much if answers(network.nodes[first], network.nodes[event])), first)


def _toll(network: nx.MultiDiGraph[str], event: str) -> Iterable[Told]:
    """The numbers of an event; where articles differ, in the order in which they were published."""
    data = network.nodes[event]
    by_count: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for claim in data.get("claims", ()):
        if claim.what in _TOLL:
            published = str(network.nodes[claim.evidence.article].get("date", ""))[:10]
            by_count[claim.what].add((published, claim.value))
    for what in _TOLL:
        if what in by_count:
            yield from (Told(what, number, day) for day, number in sorted(by_count[what]))
        elif what in data:
            yield Told(what, data[what], "")


def toll_words(story: Story) -> str:
    """The toll for a reader: "killed: 11 (2026-05-06), 14 (2026-05-07); injured: 30"."""
    by_count: dict[str, list[str]] = defaultdict(list)
    for told in story.toll:
        by_count[told.what].append(f"{told.number} ({told.published})" if told.published else str(told.number))
    return "; ".join(f"{what}: {', '.join(numbers)}" for what, numbers in by_count.items())


def link_words(network: nx.MultiDiGraph[str], story: Story) -> list[str]:
    """How the events of a story hang together, a line each: "Police arrested the pilot responseTo Ferry sank"."""
    events = set(story.events)
    return [
        f"{network.nodes[one]['label']} {data['type']} {network.nodes[other]['label']}"
        for one in story.events for _, other, data in sorted(network.out_edges(one, data=True), key=lambda e: e[1])
        if data["type"] in LINKS and other in events
    ]


def story_words(story: Story) -> str:
    """A story in a line: "Ferry sank off Vesper, 2026-05-04 to 2026-05-06, 3 articles; killed: 11, 14"."""
    days = " to ".join(dict.fromkeys(day for day in (story.start, story.end) if day))
    parts = [story.name, *([days] if days else []), f"{len(story.articles)} articles"]
    return "; ".join([", ".join(parts), *([toll_words(story)] if story.toll else [])])


def stories_table(network: nx.MultiDiGraph[str]) -> pd.DataFrame:
    """A row for each story that several articles tell, the most told first."""
    return frame([_row(network, story) for story in find_stories(network)], columns=COLUMNS)


def _row(network: nx.MultiDiGraph[str], story: Story) -> dict[str, Any]:
    def labels(keys: Iterable[str]) -> str:
        return "; ".join(network.nodes[key]["label"] for key in keys)

    first = network.nodes[story.main]["evidence"][0]
    return {
        "story": story.name, "date_start": story.start, "date_end": story.end,
        "place": labels(story.places[:1]) or None, "articles": len(story.articles),
        "independent_sources": story.independent, "events": len(story.events), "actors": labels(story.actors),
        "toll": toll_words(story), "links": "; ".join(link_words(network, story)) or None,
        "sentence": " ".join(first.sentence.split()), "article": first.article,
        "key": story.key, "event": story.main,
    }
