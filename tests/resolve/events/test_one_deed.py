"""What is found in common between two accounts: near kinds, places in any role, sides rolled up, days."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from newsgraph.articles import Article
from newsgraph.records import Entity, Event, Mention, Record
from newsgraph.resolve import resolve_entities
from newsgraph.resolve.events import event_accounts
from newsgraph.resolve.events.articles import read_articles
from newsgraph.resolve.events.columns import Columns
from newsgraph.resolve.events.comparisons import COMPARISONS
from newsgraph.resolve.events.decision import merge_accounts
from newsgraph.resolve.events.profiles import read_profiles
from newsgraph.resolve.events.rarity import Vectors
from newsgraph.resolve.events.scoring import compare

ACTORS = {
    "Norland": ("Country", "NO", None), "army": ("Agency", "NO", "MIL"), "soldiers": ("Group", "NO", "MIL"),
    "Sudland": ("Country", "SE", None), "Orlo": ("Place", "NO", None), "Tarsk": ("Place", "NO", None),
    "Vogt": ("Person", None, None), "Hale": ("Person", None, None),
}


def told(
    article: str, word: str, kind: str = "ASSAULT", *, agents: Sequence[str] = (), targets: Sequence[str] = (),
    places: Sequence[str] = (), published: str | None = None, time: str | None = None, factuality: str = "actual",
    counts: dict[str, int] | None = None,
) -> Record:
    """An article of one sentence, which tells one deed."""
    names = [*agents, *targets, *places]
    text = f"{word} {' '.join(names)}."
    number = {name: f"m{i}" for i, name in enumerate(names)}
    entities, mentions = [], []
    for name, mention in number.items():
        type_, country, sector = ACTORS[name]
        form = "name" if name[0].isupper() else "nominal"
        start = text.index(name, len(word))
        entities.append(Entity(id=f"e{mention}", kind=type_, name=name, country=country, sector=sector))
        mentions.append(Mention(id=mention, entity=f"e{mention}", start=start, end=start + len(name), text=name,
                                kind=type_, form=form))
    event = Event(
        id="v1", start=0, end=len(word), text=word, kind=kind, time=time, factuality=factuality,
        agents=tuple(number[n] for n in agents), targets=tuple(number[n] for n in targets),
        places=tuple(number[n] for n in places), counts=counts or {},
    )
    return Record(article=Article(id=article, text=text, published=published), entities=tuple(entities),
                  mentions=tuple(mentions), events=(event,), sentences=((0, len(text)),))


def levels(*records: Record) -> dict[str, str]:
    resolution = resolve_entities(records)
    read = read_articles(records)
    accounts = [account for record in records for account in event_accounts(record, resolution)]
    profiles = read_profiles(accounts, read, resolution)
    sentences = Vectors(read.vocabulary.number, [p.words for p in profiles], read.texts)
    columns = Columns(profiles, read.vectors, sentences)
    (found,) = compare(columns, np.array([[0, 1]])).tolist()
    return {comparison.name: comparison.levels[level] for comparison, level in zip(COMPARISONS, found, strict=True)}


@pytest.mark.parametrize(
    ("one", "other", "deed"),
    [
        ("killed", "killing", "same word"),
        ("bombing", "explosion", "same sort of deed"),
        ("killed", "shot", "deeds of one happening"),
        ("injured", "earthquake", "deeds of one happening"),
        ("arrested", "charged", "deeds of one happening"),
        ("killed", "arrested", "other sorts of deed"),
    ],
)
def test_words_for_one_deed_are_near_each_other(one: str, other: str, deed: str) -> None:
    assert levels(told("a", one), told("b", other))["deed"] == deed


@pytest.mark.parametrize(
    ("one", "other", "agent"),
    [
        ("army", "soldiers", "agents of one country"),
        ("Norland", "army", "agents of one country"),
        ("Norland", "Norland", "same agent"),
        ("Norland", "Sudland", "other agents"),
    ],
)
def test_soldiers_roll_up_to_their_army_and_country(one: str, other: str, agent: str) -> None:
    assert levels(told("a", "shelled", agents=[one]), told("b", "shelled", agents=[other]))["agent"] == agent


@pytest.mark.parametrize(
    ("one", "other", "place"),
    [
        ({"places": ["Orlo"]}, {"targets": ["Orlo"]}, "same place"),
        ({"targets": ["Tarsk"]}, {"targets": ["Orlo"]}, "other places of the country"),
        ({"places": ["Norland"]}, {"places": ["Orlo"]}, "one place in the other"),
        ({"places": ["Sudland"]}, {"places": ["Orlo"]}, "other countries"),
        ({"agents": ["Orlo"]}, {"targets": ["Orlo"]}, "place not told"),
    ],
)
def test_a_place_counts_in_whatever_role_it_is_told(
    one: dict[str, list[str]], other: dict[str, list[str]], place: str
) -> None:
    assert levels(told("a", "shelled", **one), told("b", "shelled", **other))["place"] == place  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("dated", "published", "factuality", "day"),
    [
        ("2026-05-05", "2026-05-06", "actual", "dated just before the other is published"),
        ("2026-05-07", "2026-05-06", "actual", "dated just before the other is published"),
        ("2026-05-12", "2026-05-06", "actual", "dated after the other tells it as done"),
        ("2026-05-12", "2026-05-06", "future", "dated within a month of the other's publication"),
        ("2026", "2026-05-06", "actual", "dated long before or after the other is published"),
    ],
)
def test_nothing_is_told_as_done_before_its_day(dated: str, published: str, factuality: str, day: str) -> None:
    one = told("a", "shelled", time=dated)
    assert levels(one, told("b", "shelled", published=published, factuality=factuality))["day"] == day


def test_what_one_paper_alleges_may_be_what_another_tells() -> None:
    assert levels(told("a", "shelled"), told("b", "shelled", factuality="possible"))["whether"] == "one alleged"


@pytest.mark.parametrize(
    ("word", "one", "other", "death"),
    [
        ("died", "Vogt", "Vogt", "death of one and the same"),
        ("died", "Vogt", "Hale", "deaths of others"),
        ("praised", "Vogt", "Vogt", ""),
        ("died", "soldiers", "soldiers", ""),
    ],
)
def test_nobody_dies_twice(word: str, one: str, other: str, death: str) -> None:
    assert levels(told("a", word, targets=[one]), told("b", "killed", targets=[other]))["death"] == death


@pytest.mark.parametrize(("here", "there", "groups"), [("Vogt", "Vogt", 1), ("Vogt", "Hale", 2)])
def test_deaths_that_are_counted_are_compared_whatever_their_kind(here: str, there: str, groups: int) -> None:
    records = [told("a", "died", "OTHER", targets=[here], counts={"killed": 1}, time="2026-05-05"),
               told("b", "died", "OTHER", targets=[there], counts={"killed": 1}, time="2026-05-05")]
    resolution = resolve_entities(records)
    accounts = [account for record in records for account in event_accounts(record, resolution)]
    merged, _ = merge_accounts(accounts, records, resolution)
    assert len(merged) == groups


@pytest.mark.parametrize(
    ("kind", "text", "another"),
    [("COERCE", "arrested three more people.", True), ("COERCE", "arrested three people.", False),
     ("COERCE", "arrested three people. More came.", False), ("ASSAULT", "wounded three more people.", False)],
)
def test_three_more_arrests_are_another_deed(kind: str, text: str, another: bool) -> None:
    event = Event(id="v1", start=0, end=len(text.split()[0]), text=text.split()[0], kind=kind,
                  factuality="actual", is_verb=True)
    record = Record(article=Article(id="a", text=text), events=(event,), sentences=((0, len(text)),))
    resolution = resolve_entities([record])
    (profile,) = read_profiles(event_accounts(record, resolution), read_articles([record]), resolution)
    assert profile.another is another


def test_a_heading_and_what_is_told_below_it_are_one_account(extract: Callable[..., Record]) -> None:
    text = (
        "Bomb in Tarsk\n\nA bomb exploded outside a bank in the town of Tarsk on Tuesday and killed two people, the "
        "police of Norland said. Nobody has claimed the bombing of Tarsk so far."
    )
    record = extract(text, published="2026-05-06")
    resolution = resolve_entities([record])
    groups, _ = merge_accounts(event_accounts(record, resolution), [record], resolution)
    deeds = [group for group in groups if group[0].kind == "ASSAULT"]
    assert len(deeds) == 1
    assert {e.start < text.index("\n") for account in deeds[0] for e in account.events} == {True, False}
