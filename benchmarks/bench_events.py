"""How long accounts of many articles take to be compared and joined, and how that grows.

    python benchmarks/bench_events.py [ACCOUNTS...]

Makes articles of invented attacks, each told by a handful of papers, and prints for each number of accounts the seconds
from accounts to events, and the pairs that were compared.
"""

from __future__ import annotations

import random
import sys
import time
from datetime import date, timedelta

from newsgraph.articles import Article
from newsgraph.graph.collector import collector_paused
from newsgraph.records import Entity, Event, Mention, Record
from newsgraph.resolve import resolve_entities
from newsgraph.resolve.events import event_accounts
from newsgraph.resolve.events.decision import merge_accounts

SYLLABLES = "ba do ki lu men nor pas ra sil tor ul ves wa yar zen".split()
DEEDS = "bombed shelled raided attacked stormed ambushed seized burned".split()
EACH = 5
"""Articles that tell of one attack, and attacks that an article tells of."""


def name(random_: random.Random) -> str:
    """An invented name."""
    return "".join(random_.choice(SYLLABLES) for _ in range(4)).capitalize()


def articles(accounts: int) -> list[Record]:
    """Records with so many accounts in all."""
    chance = random.Random(1)
    records = []
    for story in range(accounts // (EACH * EACH)):
        day = date(2020, 1, 1) + timedelta(chance.randrange(1500))
        attacks = [(name(chance), name(chance), chance.choice(DEEDS), chance.randrange(40)) for _ in range(EACH)]
        words = [name(chance).lower() for _ in range(30)]
        for paper in range(EACH):
            records.append(article(f"{story}-{paper}", day, attacks, chance.sample(words, 20), paper))
    return records


def article(key: str, day: date, attacks: list[tuple[str, str, str, int]], words: list[str], paper: int) -> Record:
    """One paper's record of attacks."""
    text, sentences, entities, mentions, events = "", [], [], [], []
    for number, (group, town, deed, toll) in enumerate(attacks):
        start = len(text)
        sentence = f"The {group} {deed} {town} in the {words[number]}, {words[number + 5]} {words[number + 10]}. "
        for part, who, kind in ((0, group, "ArmedGroup"), (1, town, "Place")):
            at = start + sentence.index(who)
            entities.append(Entity(id=f"e{number}{part}", kind=kind, name=who))
            mentions.append(Mention(id=f"m{number}{part}", entity=f"e{number}{part}", start=at, end=at + len(who),
                                    text=who, kind=kind, form="name"))
        at = start + sentence.index(deed)
        events.append(Event(id=f"v{number}", start=at, end=at + len(deed), text=deed, kind="ASSAULT",
                            agents=(f"m{number}0",), places=(f"m{number}1",), time=day.isoformat(),
                            counts={"killed": toll + paper % 2}, factuality="actual", main=number == 0))
        text += sentence
        sentences.append((start, len(text) - 1))
    return Record(article=Article(id=key, text=text, published=(day + timedelta(paper % 2)).isoformat()),
                  entities=tuple(entities), mentions=tuple(mentions), events=tuple(events), sentences=tuple(sentences))


def main() -> None:
    for accounts in map(int, sys.argv[1:] or ("1000", "10000", "100000")):
        records = articles(accounts)
        resolution = resolve_entities(records)
        told = [account for record in records for account in event_accounts(record, resolution)]
        with collector_paused():  # as where a graph is built
            start = time.process_time()
            groups, _ = merge_accounts(told, records, resolution)
            seconds = time.process_time() - start
        print(f"{len(told):7} accounts of {len(records):6} articles: {len(groups):6} events in {seconds:6.1f} s, "
              f"{seconds / len(told) * 1e6:6.0f} µs an account")


if __name__ == "__main__":
    main()
