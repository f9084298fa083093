"""The same event in several articles: real text in, the joined accounts out."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from newsgraph.articles import Article
from newsgraph.records import Entity, Event, Mention, Record
from newsgraph.resolve import resolve_entities
from newsgraph.resolve.events import EventAccount, event_accounts
from newsgraph.resolve.events.articles import read_articles
from newsgraph.resolve.events.columns import Columns, Pairs
from newsgraph.resolve.events.comparisons import COMPARISONS
from newsgraph.resolve.events.decision import merge_accounts
from newsgraph.resolve.events.profiles import read_profiles
from newsgraph.resolve.events.rarity import Vectors
from newsgraph.resolve.merges import Merge

Extract = Callable[..., Record]

MARKET = (
    "Bomb kills 14 in Vesper market\n\nA bomb killed 14 people at the fish market of Vesper on Tuesday, the "
    "police of Norland said. The Red Front said it had planted the bomb. Ambulances took dozens of wounded to the "
    "harbour clinic."
)
MARKET_AGAIN = (
    "Eleven dead in Vesper blast\n\nAt least 11 people were killed on Tuesday when a bomb exploded in the fish market "
    "of Vesper, a port in the north of Norland. The Red Front claimed the bombing, the deadliest in Norland this year."
)
STATION = (
    "Gunmen kill three at Tarsk station\n\nGunmen shot dead three railway guards at the station of Tarsk on "
    "Tuesday, the governor said. Nobody claimed the shooting. Trains to the coast were stopped until the evening."
)


def joined(records: list[Record]) -> tuple[list[list[EventAccount]], list[Merge]]:
    resolution = resolve_entities(records)
    accounts = [account for record in records for account in event_accounts(record, resolution)]
    groups, merges = merge_accounts(accounts, records, resolution)
    return [group for group in groups if len({a.article for a in group}) > 1], list(merges)


def told(group: list[EventAccount]) -> list[tuple[str, str]]:
    return [(account.article, account.kind) for account in group]


def test_two_papers_on_one_attack_tell_one_event(extract: Extract) -> None:
    records = [
        extract(MARKET, id="a", published="2026-05-06"), extract(MARKET_AGAIN, id="b", published="2026-05-06"),
        extract(STATION, id="c", published="2026-05-06"),
    ]
    groups, merges = joined(records)
    deaths = [group for group in groups if any("killed" in account.counts for account in group)]
    assert len(deaths) == 1
    assert {article for article, _ in told(deaths[0])} == {"a", "b"}
    assert {a.counts["killed"] for a in deaths[0] if "killed" in a.counts} == {11, 14}
    assert not any("c" in {a.article for a in group} for group in groups)
    across = [m for m in merges if m.accepted and {"(a,", "(b,"} <= {*m.one.split(), *m.other.split()}]
    assert across and all("same day (2026-05-05)" in m.reason for m in across)


def test_the_same_deed_elsewhere_or_another_week_is_another_event(extract: Extract) -> None:
    elsewhere = MARKET_AGAIN.replace("Vesper", "Orlo").replace("Norland", "Sudland").replace("Red Front", "Free Wing")
    records = [
        extract(MARKET, id="a", published="2026-05-06"), extract(elsewhere, id="b", published="2026-05-06"),
        extract(MARKET_AGAIN, id="c", published="2026-06-17"),
    ]
    groups, _ = joined(records)
    assert not any({"a", "b"} <= {x.article for x in group} for group in groups)
    assert not any({"b", "c"} <= {x.article for x in group} for group in groups)


def test_deeds_of_one_day_in_two_towns_are_two(extract: Extract) -> None:
    text = "Bomb in {town}\n\nA car bomb killed {dead} people outside a {house} in {town} on Monday, officials said."
    records = [
        extract(text.format(town="Gdansk", dead=12, house="bank"), id="a", published="2026-05-06"),
        extract(text.format(town="Krakow", dead=9, house="school"), id="b", published="2026-05-06"),
    ]
    assert joined(records)[0] == []


def test_arrests_of_one_day_that_share_no_more_are_several(extract: Extract) -> None:
    texts = [
        "Soldiers arrested two traders at the port.", "The arrest of the singer triggered riots.",
        "The ministers discussed the arrest of the envoy.", "Police detained a doctor in his flat.",
        "A judge praised the arrest of the gang leader.",
    ]  # fmt: skip
    records = [extract(text, id=str(n), published="2026-05-06") for n, text in enumerate(texts)]
    assert joined(records)[0] == []


def test_the_order_of_articles_does_not_matter(extract: Extract) -> None:
    records = [extract(MARKET, id="a", published="2026-05-06"), extract(MARKET_AGAIN, id="b", published="2026-05-06")]
    one, other = joined(records), joined(records[::-1])
    assert [[a.key for a in group] for group in one[0]] == [[a.key for a in group] for group in other[0]]
    assert one[1] == other[1]


def named(
    article_id: str, name: str, time: str | None = None, kind: str = "ASSAULT", published: str | None = None
) -> Record:
    text = f"Norland began {name}."
    return Record(
        article=Article(id=article_id, text=text, published=published),
        entities=(Entity(id="e0", kind="Country", name="Norland"),),
        mentions=(Mention(id="m0", entity="e0", start=0, end=7, text="Norland", kind="Country", form="name"),),
        events=(
            Event(id="v1", start=14, end=14 + len(name), text=name, kind=kind, name=name, time=time,
                  factuality="actual"),
        ),
        sentences=((0, len(text)),),
    )


@pytest.mark.parametrize(
    ("name", "time", "same"),
    [
        ("the Operation Long Tide", None, True),
        ("Operation Long Tide", "2026-05-20", True),
        ("Operation Long Tide", "2021-05-05", False),
        ("Operation Short Tide", "2026-05-05", False),
    ],
)
def test_a_name_decides(name: str, time: str | None, same: bool) -> None:
    groups, merges = joined([named("a", "Operation Long Tide", "2026-05-05"), named("b", name, time)])
    assert bool(groups) is same
    assert all(m.reason == "same name, Operation Long Tide" for m in merges if m.accepted)


def test_a_name_with_a_day_in_it_is_not_told_apart_by_the_day_that_recalls_it() -> None:
    groups, _ = joined([named("a", "May 5 bombings", "2021-05-05"), named("b", "May 5 bombings", "2026-05-05")])
    assert len(groups) == 1


@pytest.mark.parametrize(
    ("kind", "published", "same"),
    [("CONSULT", "2026-05-20", True), ("CONSULT", "2027-05-20", False), ("ASSAULT", "2027-05-20", True)],
)
def test_a_summit_of_another_year_is_another_one(kind: str, published: str, same: bool) -> None:
    groups, _ = joined([
        named("a", "Long Tide Summit", kind=kind, published="2026-05-05"),
        named("b", "Long Tide Summit", kind=kind, published=published),
    ])
    assert bool(groups) is same


BRIEFS = (
    "Soldiers of Norland arrested a hundred fishermen on Saturday on the Vesper coast.",
    "Soldiers of Norland arrested a thousand pilots on Wednesday on the Vesper coast.",
)


def test_briefs_that_share_little_are_two_events_in_a_large_collection(extract: Extract) -> None:
    """What is likely of two articles is not of two in a thousand: the same words are worth less."""
    (ties,) = (comparison for comparison in COMPARISONS if comparison.name == "ties")
    found = []
    for others in (0, 400):
        records = [extract(text, id=f"a{i}") for i, text in enumerate(BRIEFS)]
        records += [Record(article=Article(id=f"b{i}", text=f"Word{i} goes.")) for i in range(others)]
        resolution, read = resolve_entities(records), read_articles(records)
        accounts = [account for record in records for account in event_accounts(record, resolution)]
        profiles = read_profiles(accounts, read, resolution)
        sentences = Vectors(read.vocabulary.number, [p.words for p in profiles], read.texts)
        columns = Columns(profiles, read.vectors, sentences)
        one, other = ([i for i, p in enumerate(profiles) if p.account.article == name][:1] for name in ("a0", "a1"))
        found.append(ties.levels[int(ties.level(Pairs(columns, np.array(one), np.array(other)))[0])])
    assert found[0] == "" != found[1]


def test_nothing_to_compare_is_nothing_joined() -> None:
    empty = Record(article=Article(id="a", text="Nothing."), sentences=((0, 8),))
    nothing = [([empty], resolve_entities([empty])), ([], resolve_entities([]))]
    for records, resolution in nothing:
        groups, merges = merge_accounts([], records, resolution)
        assert (groups, list(merges)) == ([], [])
