"""Graphs for the tests and benchmarks of the page: a small one that a person can check, and large ones by chance."""

from __future__ import annotations

import random
from typing import Any

import msgspec
import networkx as nx


class Evidence(msgspec.Struct, frozen=True):
    """As the graph's own."""

    article: str
    start: int
    end: int
    text: str
    sentence: str
    sentence_start: int
    sentence_end: int
    by: str | None = None


def evidence(article: str, sentence: str, words: str, offset: int = 0, by: str | None = None) -> Evidence:
    """Evidence for `words` in a sentence that begins at `offset` of its article."""
    start = offset + sentence.index(words)
    return Evidence(article, start, start + len(words), words, sentence, offset, offset + len(sentence), by)


ENTITIES: dict[str, dict[str, Any]] = {
    "country/marovia": {
        "label": "Marovia",
        "type": "Country",
        "country": "PT",
        "wikidata": "Q45",
        "aliases": ["Marovia", "Republic of Marovia"],
    },
    "country/tessland": {"label": "Tessland", "type": "Country", "country": "ES", "lat": 40.0, "lon": -4.0},
    "agency/marovian-navy": {"label": "Marovian Navy", "type": "Agency", "country": "PT", "sector": "MIL"},
    "person/ilse-brandt": {
        "label": "Ilse Brandt",
        "type": "Person",
        "country": "PT",
        "aliases": ["Ilse Brandt", "Brandt", "Mrs Brandt"],
        "roles": ["foreign minister"],
    },
    "person/oren-valk": {"label": "Oren Välk", "type": "Person", "country": "ES", "roles": ["prime minister"]},
    "io/straits-council": {
        "label": "Straits Council",
        "type": "InternationalOrganization",
        "aliases": ["SC", "Straits Council"],
    },
    "place/port-callum": {"label": "Port Callum", "type": "Place", "country": "PT", "lat": 38.7, "lon": -9.1},
    "document/callum-accord": {"label": "Callum Accord", "type": "Document"},
}
S1 = "Marovian warships fired on two Tessland trawlers off Port Callum on Monday, killing four sailors."
S2 = "Foreign Minister Ilse Brandt urged Tessland to accept an inquiry led by the Straits Council."
S3 = "Prime Minister Oren Välk rejected the inquiry 😀 and said that seven sailors had died."
S4 = "Marovia did not withdraw its fleet, Tessland said."
S5 = "The two governments may hold talks in Port Callum next month."
A1, A2 = "article/harbour-wire-1", "article/daily-lantern-1"


def small_graph() -> nx.MultiDiGraph:
    """Two countries, a clash, a proposal with a supporter and an opponent, and two papers that count differently."""
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    graph.add_node(
        A1,
        label="Clash off Port Callum",
        type="Article",
        title="Clash off Port Callum",
        date="2031-05-06",
        url="https://example.org/clash",
        source="Harbour Wire",
        language="en",
        count=1,
        evidence=[],
    )
    graph.add_node(
        A2,
        label="Välk says no",
        type="Article",
        title="Välk says no",
        date="2031-05-08",
        url="javascript:alert(1)",
        source="Daily Lantern",
        language="en",
        count=1,
        evidence=[],
    )
    for key, attributes in ENTITIES.items():
        rows = (
            [evidence(A1, S2, "Ilse Brandt", 200)]
            if key == "person/ilse-brandt"
            else [evidence(A2, S3, "Oren Välk")]
            if key == "person/oren-valk"
            else [evidence(A1, S1, S1.split()[0])]
        )
        graph.add_node(key, **attributes, evidence=rows, count=3)
    clash = "event/clash"
    graph.add_node(
        clash,
        label="fired on two Tessland trawlers",
        type="Event",
        kind="ASSAULT",
        mode="naval",
        quad="material conflict",
        date="2031-05-05",
        date_reason="sentence",
        since="2029-03",
        factuality="actual",
        killed=4,
        counts_disputed=[
            "killed: 4 (Harbour Wire, Clash off Port Callum, 2031-05-06)",
            "killed: 7 (Daily Lantern, Välk says no, 2031-05-08)",
        ],
        count=2,
        evidence=[evidence(A1, S1, "fired on"), evidence(A2, S3, "had died", by="person/oren-valk")],
    )
    graph.add_node(
        "event/withdraw",
        label="withdraw its fleet",
        type="Event",
        kind="RETREAT",
        quad="material cooperation",
        date="2031-05-07",
        factuality="negated",
        count=1,
        evidence=[evidence(A2, S4, "withdraw", 100, by="country/tessland")],
    )
    graph.add_node(
        "event/talks",
        label="talks in Port Callum",
        type="Event",
        kind="CONSULT",
        quad="verbal cooperation",
        date="2031-06",
        factuality="possible",
        count=1,
        evidence=[evidence(A2, S5, "talks", 200)],
    )
    graph.add_node(
        "proposal/inquiry",
        label="accept an inquiry led by the Straits Council",
        type="Proposal",
        act="urge",
        content="accept an inquiry led by the Straits Council",
        date="2031-05-06",
        count=2,
        evidence=[evidence(A1, S2, "accept an inquiry led by the Straits Council", 200)],
    )
    graph.add_node(
        "statement/deaths",
        label="seven sailors had died",
        type="Statement",
        content="seven sailors had died",
        date="2031-05-08",
        mode="indirect",
        count=1,
        evidence=[evidence(A2, S3, "seven sailors had died")],
    )
    edges = [
        (clash, "agency/marovian-navy", "agent", A1, S1, "Marovian warships"),
        (clash, "country/marovia", "agent", A1, S1, "Marovian"),
        (clash, "country/tessland", "target", A1, S1, "Tessland"),
        (clash, "place/port-callum", "place", A1, S1, "Port Callum"),
        (clash, A1, "reportedIn", A1, S1, "fired on"),
        (clash, A2, "reportedIn", A2, S3, "had died"),
        ("event/withdraw", "country/marovia", "agent", A2, S4, "Marovia"),
        ("event/withdraw", "country/tessland", "attributedTo", A2, S4, "Tessland said"),
        ("event/withdraw", A2, "reportedIn", A2, S4, "withdraw"),
        ("event/talks", "country/marovia", "agent", A2, S5, "The two governments"),
        ("event/talks", "country/tessland", "agent", A2, S5, "The two governments"),
        ("event/talks", "place/port-callum", "place", A2, S5, "Port Callum"),
        ("event/talks", A2, "reportedIn", A2, S5, "talks"),
        ("proposal/inquiry", "person/ilse-brandt", "proposedBy", A1, S2, "Ilse Brandt"),
        ("proposal/inquiry", "country/tessland", "addressedTo", A1, S2, "Tessland"),
        ("proposal/inquiry", "io/straits-council", "involves", A1, S2, "Straits Council"),
        ("proposal/inquiry", "person/oren-valk", "opposedBy", A2, S3, "rejected the inquiry"),
        ("proposal/inquiry", "io/straits-council", "supportedBy", A1, S2, "Straits Council"),
        ("proposal/inquiry", A1, "reportedIn", A1, S2, "urged"),
        ("statement/deaths", "person/oren-valk", "saidBy", A2, S3, "Oren Välk"),
        ("statement/deaths", A2, "reportedIn", A2, S3, "said"),
        ("agency/marovian-navy", "country/marovia", "agencyOf", A1, S1, "Marovian"),
        ("person/ilse-brandt", "country/marovia", "roleAt", A1, S2, "Foreign Minister"),
        ("person/oren-valk", "country/tessland", "headOf", A2, S3, "Prime Minister"),
    ]
    for source, target, kind, article, sentence, words in edges:
        more = {"role": "foreign minister", "former": True} if kind == "roleAt" else {}
        graph.add_edge(
            source,
            target,
            key=kind,
            type=kind,
            count=1,
            evidence=[evidence(article, sentence, words, 200 if sentence == S2 else 0)],
            **more,
        )
    graph.add_edge("document/callum-accord", "country/marovia", key="about", type="about", count=1, evidence=[])
    return graph


HOSTILE = [
    '<img src=x onerror="window.hit=1">',
    "</script><script>window.hit=1</script>",
    "javascript:window.hit=1",
    "{{7*7}}${7*7}<%= 7 %>%%DATA%%",
    "\u2028\u2029<!--<script>",
    "'\"><svg onload=window.hit=1>",
    "\ud800lone",
    '=HYPERLINK("http://evil")',
    "__proto__",
    "constructor",
    "a\x00b\x07c",
    "؜مرحبا‮abc",
    "𐍈" * 30,
    "&lt;b&gt; &amp;",
]
SYLLABLES = ["ka", "ron", "vel", "mi", "tas", "dor", "lin", "bra", "shu", "pe", "gor", "na", "zel", "tim"]


def large_graph(nodes: int, edges: int, *, seed: int = 1, hostile: bool = False) -> nx.MultiDiGraph:
    """A graph in the proportions of a news archive: many events, fewer actors with a long tail, articles."""
    chance = random.Random(seed)
    graph: nx.MultiDiGraph = nx.MultiDiGraph()

    def name() -> str:
        words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 3))) for _ in range(chance.randint(1, 3))]
        return " ".join(words).title()

    number = {
        "Article": nodes // 12,
        "Event": nodes * 2 // 5,
        "Proposal": nodes // 12,
        "Statement": nodes // 15,
        "Place": nodes // 15,
        "Country": min(60, nodes // 15),
        "Agency": nodes // 20,
    }
    number = {kind: max(1, count) for kind, count in number.items()}
    number["Person"] = (nodes - sum(number.values())) * 2 // 3
    number["Organization"] = nodes - sum(number.values())
    keys: dict[str, list[str]] = {kind: [f"{kind.lower()}/{i}" for i in range(count)] for kind, count in number.items()}
    actors = [*keys["Country"], *keys["Person"], *keys["Agency"], *keys["Organization"]]
    home = {actor: i % max(1, nodes // 60) for i, actor in enumerate(actors)}
    rows: dict[int, list[str]] = {}
    for actor, i in home.items():
        rows.setdefault(i, []).append(actor)
    kinds = ["ASSAULT", "CONSULT", "ACCUSE", "SANCTION", "AGREE", "AID", "PROTEST", "THREATEN", "DISASTER"]

    def sentence(article: str) -> Evidence:
        words = [name() for _ in range(chance.randint(4, 9))]
        text = " said that ".join(words[:2]) + " " + " ".join(words[2:]) + "."
        return evidence(article, text, words[1], chance.randint(0, 4000))

    said: dict[str, list[Evidence]] = {article: [sentence(article) for _ in range(12)] for article in keys["Article"]}

    def pick() -> Evidence:
        return chance.choice(said[chance.choice(keys["Article"])])

    for kind, members in keys.items():
        for i, key in enumerate(members):
            label = HOSTILE[(i // 2) % len(HOSTILE)] if hostile and i % 2 else name()
            options: dict[str, Any] = {}
            if kind == "Article":
                options = {
                    "title": label,
                    "source": HOSTILE[0] if hostile else f"Paper {i % 7}",
                    "url": HOSTILE[2] if hostile else f"https://example.org/{i}",
                }
            if kind in ("Article", "Event", "Proposal", "Statement"):
                options["date"] = f"203{chance.randint(0, 1)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            if kind == "Event":
                options |= {
                    "kind": chance.choice(kinds),
                    "factuality": chance.choices(["actual", "negated", "possible", "future"], [8, 1, 1, 1])[0],
                }
            if kind == "Place":
                options |= {"lat": chance.uniform(-50, 60), "lon": chance.uniform(-120, 140)}
            if kind == "Country":
                options["country"] = ["FR", "DE", "PL", "IN", "PK", "US", "BR", "RU", "CN", "EG"][i % 10]
            if kind in ("Person", "Organization"):
                options["aliases"] = [label, label.split()[-1] if label.split() else label]
            found = [] if kind == "Article" else [pick() for _ in range(chance.randint(1, 3))]
            graph.add_node(key, label=label, type=kind, evidence=found, count=len(found) or 1, **options)

    def tie(source: str, target: str, kind: str) -> None:
        graph.add_edge(source, target, key=f"{kind}", type=kind, evidence=[pick()], count=1)

    def partner(group: list[str]) -> str:
        return (
            group[int(len(group) * chance.random() ** 3)]
            if chance.random() < 0.85
            else actors[int(len(actors) * chance.random() ** 4)]
        )

    groups = list(rows.values())
    for kind, types in (
        ("Event", ["agent", "target"]),
        ("Proposal", ["proposedBy", "addressedTo"]),
        ("Statement", ["saidBy", "about"]),
    ):
        for key in keys[kind]:
            group = chance.choice(groups)
            for edge in types:
                tie(key, partner(group), edge)
            tie(key, chance.choice(keys["Article"]), "reportedIn")
    for _ in range(edges - graph.number_of_edges()):
        draw = chance.random()
        group = chance.choice(groups)
        if draw < 0.4:
            tie(chance.choice(keys["Event"]), partner(group), chance.choice(["agent", "target"]))
        elif draw < 0.6:
            tie(chance.choice(keys["Event"]), chance.choice(keys["Place"]), "place")
        elif draw < 0.75:
            tie(
                chance.choice(keys["Proposal"]), partner(group), chance.choice(["supportedBy", "opposedBy", "involves"])
            )
        else:
            tie(chance.choice(group), partner(group), chance.choice(["memberOf", "alliedWith", "headOf"]))
    return graph
