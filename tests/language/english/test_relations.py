"""Relations: real sentences in, the whole set of relations out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from newsgraph.articles import Article
from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.relations.interpreter import FORMS
from newsgraph.records import PREDICATES, Record

Extract = Callable[..., Record]


def told(record: Record) -> set[str]:
    """Each relation that is said, as "subject | predicate | object", with its role and flags behind the predicate."""
    names = {e.id: e.name for e in record.entities}
    lines = set()
    for r in record.relations:
        if r.basis is not None:
            continue
        said = r.predicate + (f" ({r.role})" if r.role else "")
        said += (" former" if r.former else "") + (" acting" if r.acting else "")
        lines.add(f"{names[r.subject]} | {said} | {names[r.object]}")
    return lines


POSTS = [
    # title before the name
    ("Kenyan Foreign Minister Naomi Chelagat arrived.", ["Naomi Chelagat | roleAt (foreign minister) | Kenya"]),
    ("German Chancellor Anna Kettler arrived.", ["Anna Kettler | headOf (chancellor) | Germany"]),
    (
        "Argentina will pay. Treasury Secretary Mario Bron left Buenos Aires for the United States.",
        ["Mario Bron | roleAt (treasury secretary) | Argentina"],
    ),
    ("UK Chancellor Gideon Marsh arrived.", ["Gideon Marsh | roleAt (chancellor) | United Kingdom"]),
    (
        "US Treasury Under-Secretary John Tarr agreed.",
        ["John Tarr | roleAt (under-secretary) | United States Department of the Treasury",
         "United States Department of the Treasury | agencyOf | United States"],
    ),
    ("Texas Governor Dan Haley agreed.", ["Dan Haley | headOf (governor) | Texas"]),
    ("Egypt's Minister of Defence Samir Fouad spoke.", ["Samir Fouad | roleAt (minister of defence) | Egypt"]),
    ("UN special envoy Ingrid Solberg spoke.", ["Ingrid Solberg | roleAt (special envoy) | United Nations"]),
    ("Microsoft spokeswoman Jane Miller declined to comment.", ["Jane Miller | roleAt (spokeswoman) | Microsoft"]),
    ("Prime Minister Lars Holmgren of Denmark left.", ["Lars Holmgren | headOf (prime minister) | Denmark"]),
    (
        "Brazil's ambassador to the United Nations, Paulo Salgueiro, protested.",
        ["Paulo Salgueiro | roleAt (ambassador to United Nations) | Brazil"],
    ),
    # apposition
    ("Boris Wendt, the mayor of Hamburg, agreed.", ["Boris Wendt | headOf (mayor) | Hamburg"]),
    ("Chad's foreign minister, Moussa Abakar, denied it.", ["Moussa Abakar | roleAt (foreign minister) | Chad"]),
    (
        "The president of the European Commission, Elsa Brandt, was absent.",
        ["Elsa Brandt | headOf (president) | European Commission"],
    ),
    (
        "Peter Olsen, deputy director of the World Bank, resigned.",
        ["Peter Olsen | roleAt (deputy director) | World Bank"],
    ),
    ("Maria Lopez, vice president of Interpol, was there.", ["Maria Lopez | roleAt (vice president) | Interpol"]),
    (
        "John Smitson, secretary-general of NATO, left.",
        ["John Smitson | headOf (secretary-general) | North Atlantic Treaty Organization"],
    ),
    (
        "Karen Miller, chief executive officer of Microsoft, left.",
        ["Karen Miller | headOf (chief executive officer) | Microsoft"],
    ),
    ("Tom Baker, who is chairman of the Labour Party, left.", ["Tom Baker | headOf (chairman) | Labour Party"]),
    # copula and verbs of appointing
    ("Ahmed Nuri is the head of the World Bank.", ["Ahmed Nuri | headOf (head) | World Bank"]),
    ("Ahmed Nuri was appointed head of the World Bank.", ["Ahmed Nuri | headOf (head) | World Bank"]),
    ("Ruth Calder was elected president of Interpol in 2021.", ["Ruth Calder | headOf (president) | Interpol"]),
    ("Omar Haddad became acting director of the World Bank.", ["Omar Haddad | headOf (director) acting | World Bank"]),
    ("The Labour Party is led by Tom Baker.", ["Tom Baker | headOf | Labour Party"]),
    ("Tom Baker heads the Labour Party.", ["Tom Baker | headOf | Labour Party"]),
    (
        "The board appointed Tom Baker as chief executive of Microsoft.",
        ["Tom Baker | headOf (chief executive) | Microsoft"],
    ),
    ("Ruth Calder was sworn in as president of Kenya.", ["Ruth Calder | headOf (president) | Kenya"]),
    ("As head of Interpol, Tom Baker objected.", ["Tom Baker | headOf (head) | Interpol"]),
    (
        "Tom Baker succeeded Paul Barnes as chairman of the Labour Party.",
        ["Tom Baker | headOf (chairman) | Labour Party"],
    ),
    (
        "Tom Baker is chairman and chief executive of Microsoft.",
        ["Tom Baker | headOf (chairman) | Microsoft", "Tom Baker | headOf (chief executive) | Microsoft"],
    ),
    ("Peter Olsen, head of security at Microsoft, left.", ["Peter Olsen | roleAt (head of security) | Microsoft"]),
    ("Chad's head of state, Moussa Abakar, left.", ["Moussa Abakar | headOf (head of state) | Chad"]),
    ("They met the Chinese ambassador, Li Wen.", ["Li Wen | roleAt (ambassador) | China"]),
    # former, then, acting, and how far they reach
    (
        "Tom Baker, once the mayor of London, is now the head of Interpol.",
        ["Tom Baker | headOf (mayor) former | London", "Tom Baker | headOf (head) | Interpol"],
    ),
    ("Tom Baker stepped down as head of Interpol on Friday.", ["Tom Baker | headOf (head) former | Interpol"]),
    ("President-elect Ruth Calder of Kenya arrived.", ["Ruth Calder | roleAt (president-elect) | Kenya"]),
    ("Former Israeli Prime Minister David Katz spoke.", ["David Katz | headOf (prime minister) former | Israel"]),
    (
        "Joao Pinto, then interior minister of Portugal, left.",
        ["Joao Pinto | roleAt (interior minister) former | Portugal"],
    ),
    (
        "Ivan Petrenko, Russia's deputy defence minister and the former governor of Siberia, was arrested.",
        [
            "Ivan Petrenko | roleAt (deputy defence minister) | Russia",
            "Ivan Petrenko | headOf (governor) former | Siberia",
        ],
    ),
    (
        "Tom Baker, leader of the Labour Party and former health minister of Ireland, met the press.",
        ["Tom Baker | headOf (leader) | Labour Party", "Tom Baker | roleAt (health minister) former | Ireland"],
    ),
    (
        "The former president and prime minister of Georgia, Irakli Lomidze, died on Monday.",
        [
            "Irakli Lomidze | headOf (president) former | Georgia",
            "Irakli Lomidze | headOf (prime minister) former | Georgia",
        ],
    ),
    (
        "Daniel Mercer, who was Ethiopia's trade minister until 2023, left.",
        ["Daniel Mercer | roleAt (trade minister) former | Ethiopia"],
    ),
    ("Ahmed Nuri resigned as head of the World Bank on Sunday.", ["Ahmed Nuri | headOf (head) former | World Bank"]),
    ("Ahmed Nuri, acting head of the World Bank, agreed.", ["Ahmed Nuri | headOf (head) acting | World Bank"]),
    # lists
    (
        "The foreign ministers of Germany and Spain, Anna Kettler and Maria Ruiz, signed the letter.",
        ["Anna Kettler | roleAt (foreign minister) | Germany", "Maria Ruiz | roleAt (foreign minister) | Spain"],
    ),
    (
        "Senators Ruth Calder and Paul Barnes of the Labour Party met.",
        ["Ruth Calder | memberOf (senator) | Labour Party", "Paul Barnes | memberOf (senator) | Labour Party"],
    ),
    # by a pronoun
    ("The Labour Party lost. Its leader, Tom Baker, resigned.", ["Tom Baker | headOf (leader) | Labour Party"]),
    # a ministry without a name
    (
        "Ruth Calder, a spokeswoman for Ethiopia's foreign ministry, denied it.",
        ["Ruth Calder | roleAt (spokeswoman for foreign ministry) | Ethiopia"],
    ),
]

# Titles without a country: the one that is spoken of.
TITLES = [
    (
        "Latvia accused Russia of sabotage on Monday. Interior Minister Andris Kalve-Ozols said three men were held.",
        ["Andris Kalve-Ozols | roleAt (interior minister) | Latvia"],
    ),
    (
        "Mali closed its border on Friday. Defence Minister Oumar Traore-Keita told reporters that the army was ready.",
        ["Oumar Traore-Keita | roleAt (defence minister) | Mali"],
    ),
    (
        "Foreign Minister Lina Bergstrand said Sweden would not pay.",
        ["Lina Bergstrand | roleAt (foreign minister) | Sweden"],
    ),
    (
        "Uganda denied the report. Hours later, foreign ministry spokeswoman Grace Nakato-Okello said it was false.",
        ["Grace Nakato-Okello | roleAt (foreign ministry spokeswoman) | Uganda"],
    ),
    (
        "Uganda denied it. The spokeswoman of the foreign ministry, Grace Nakato-Okello, said Uganda was ready.",
        ["Grace Nakato-Okello | roleAt (spokeswoman of foreign ministry) | Uganda"],
    ),
    (
        "Minister of Agriculture and Rural Development Adam Nowak resigned in Poland.",
        ["Adam Nowak | roleAt (minister of Agriculture and Rural Development) | Poland"],
    ),
    (
        "Public Health Minister Aisha Bello-Musa resigned in Nigeria.",
        ["Aisha Bello-Musa | roleAt (public health minister) | Nigeria"],
    ),
    # the United States have no ministers, a Briton is not their secretary of state
    (
        "The United States condemned the raid. Norway did, too. Foreign Minister Kari Lund called it an outrage.",
        ["Kari Lund | roleAt (foreign minister) | Norway"],
    ),
    (
        "The Polish government approved the law. Justice Minister Ewa Nowak-Lis presented it.",
        ["Ewa Nowak-Lis | roleAt (justice minister) | Poland", "Polish government | agencyOf | Poland"],
    ),
    (
        "Minister of Health Maria da Silva-Lopes left for Angola. Angola has asked for help.",
        ["Maria da Silva-Lopes | roleAt (minister of health) | Angola"],
    ),
    # two countries
    ("In Norway Minister Ida Lund met the unions.", []),
    ("The talks between Peru and Ecuador failed. Foreign Minister Raul Quispe-Lara did not comment.", []),
    # somebody else's country
    ("Defence Minister Tom Baker said Russia must withdraw.", []),
    ("Minister for the Middle East Tom Baker condemned the attack in Iraq.", []),
]

DEFINITE = [
    (
        "The Federation of Andean Growers protested. Rosa Condori-Paz, the president of the federation, left.",
        ["Rosa Condori-Paz | headOf (president) | Federation of Andean Growers"],
    ),
    (
        "John Odu, the environment minister of the African country of Chad, left.",
        ["John Odu | roleAt (environment minister) | Chad"],
    ),
    ("Roberto Conti, the president of the Lombardy region, left.", ["Roberto Conti | headOf (president) | Lombardy"]),
]

# Who is in a body without being the first in it.
PARTS = [
    (
        "Jane Porter, Microsoft's communications director, left.",
        ["Jane Porter | roleAt (communications director) | Microsoft"],
    ),
    ("The leaders met Labour leader Tom Baker.", ["Tom Baker | headOf (leader) | Labour Party"]),
    ("Tom Baker is the regional director of Interpol.", ["Tom Baker | roleAt (regional director) | Interpol"]),
    ("Tom Baker is the executive director of Interpol.", ["Tom Baker | headOf (executive director) | Interpol"]),
    ("Greenpeace named its Norway head, Kari Lund.", ["Kari Lund | roleAt (Norway head) | Greenpeace"]),
    ("Nairobi's police chief, Tom Otieno, agreed.", ["Tom Otieno | roleAt (police chief) | Nairobi"]),
    (
        "France's interior and overseas minister Paul Legrand left.",
        ["Paul Legrand | roleAt (interior and overseas minister) | France"],
    ),
    (
        "The United States paid. Senate Majority Leader Tom Baker and White House Press Secretary Jane Miller agreed.",
        [
            "Tom Baker | roleAt (Senate majority leader) | United States",
            "Jane Miller | roleAt (White House press secretary) | United States",
        ],
    ),
]

BELONGING = [
    ("John Smitson, a member of the Labour Party, left.", ["John Smitson | memberOf | Labour Party"]),
    ("John Smitson of the Labour Party left.", ["John Smitson | memberOf | Labour Party"]),
    (
        "Labour's Ruth Calder and Friedrich Wendt (CDU) agreed.",
        ["Ruth Calder | memberOf | Labour Party", "Friedrich Wendt | memberOf | Christian Democratic Union"],
    ),
    ("They met Labour mayor Ruth Calder.", ["Ruth Calder | memberOf (mayor) | Labour Party"]),
    ("John Smitson belongs to the Labour Party.", ["John Smitson | memberOf | Labour Party"]),
    ("John Smitson left the Labour Party.", ["John Smitson | memberOf former | Labour Party"]),
    ("Estonia joined the European Union in 2004.", ["Estonia | memberOf | European Union"]),
    ("Peter Olsen, a Hamas leader, was killed.", ["Peter Olsen | memberOf (leader) | Hamas"]),
    ("The reporters met Indian journalist Ravi Menon.", ["Ravi Menon | citizenOf | India"]),
    ("Ravi Menon, a citizen of India, was freed.", ["Ravi Menon | citizenOf | India"]),
    ("Ravi Menon, an economist at the World Bank, disagreed.", ["Ravi Menon | memberOf (economist) | World Bank"]),
    ("Jane Miller works for the World Bank.", ["Jane Miller | roleAt | World Bank"]),
    ("Pakistan's ISI denied it.", ["Inter-Services Intelligence | agencyOf | Pakistan"]),
    ("India rejected it, and the Indian Army denied it.", ["Indian Army | agencyOf | India"]),
    (
        "The UN said that the UN Security Council would meet.",
        ["United Nations Security Council | partOf | United Nations"],
    ),
    ("YouTube, a subsidiary of Google, apologised.", ["YouTube | partOf | Google"]),
    ("Bavaria is part of Germany.", ["Bavaria | locatedIn | Germany"]),
    ("Instagram is owned by Microsoft.", ["Microsoft | ownerOf | Instagram"]),
    (
        "Harju Steel fell. The company, which is owned by the Dutch group Koster Metals, made a loss.",
        ["Koster Metals | ownerOf | Harju Steel", "Koster Metals | basedIn | Netherlands"],
    ),
    (
        "Harju Steel belongs to the Chilean company Norte Minerals.",
        ["Norte Minerals | ownerOf | Harju Steel", "Norte Minerals | basedIn | Chile"],
    ),
    (
        "Eritrea denied it. Information Ministry spokesman Yonas Tekle called it a lie.",
        ["Information Ministry | agencyOf | Eritrea", "Yonas Tekle | roleAt (spokesman) | Information Ministry"],
    ),
]

PLACES = [
    ("Police searched a flat in Lyon, France.", ["Lyon | locatedIn | France"]),
    ("Police searched a flat in Ghent in Belgium.", ["Ghent | locatedIn | Belgium"]),
    ("Kano, a city in Nigeria, is quiet.", ["Kano | locatedIn | Nigeria"]),
    ("The Syrian city of Aleppo was quiet.", ["Aleppo | locatedIn | Syria"]),
    ("The Geneva-based World Trade Organization objected.", ["World Trade Organization | basedIn | Geneva"]),
    ("Interpol is based in Paris.", ["Interpol | basedIn | Paris"]),
]

TIES = [
    ("Maria Lopez and her husband, Carlos Ruiz, left.", ["Maria Lopez | spouseOf | Carlos Ruiz"]),
    ("Carlos Ruiz married Maria Lopez in 2001.", ["Carlos Ruiz | spouseOf | Maria Lopez"]),
    ("Tom Baker is the brother of Paul Barnes.", ["Tom Baker | kinOf | Paul Barnes"]),
    (
        "Chad and Niger are committed to defeating Boko Haram.",
        [
            "Chad | fightingAgainst | Boko Haram",
            "Niger | fightingAgainst | Boko Haram",
        ],
    ),
    ("Egypt is an ally of Saudi Arabia.", ["Egypt | alliedWith | Saudi Arabia"]),
    ("Hezbollah, an ally of Iran, rejected the plan.", ["Hezbollah | alliedWith | Iran"]),
    ("The Iran-backed Hezbollah rejected the plan.", ["Iran | alliedWith | Hezbollah"]),
    (
        "Chad and Niger are fighting Boko Haram.",
        ["Chad | fightingAgainst | Boko Haram", "Niger | fightingAgainst | Boko Haram"],
    ),
    ("Chad asked for help in its fight against Boko Haram.", ["Chad | fightingAgainst | Boko Haram"]),
    (
        "France supports Chad in the fight against Boko Haram.",
        ["France | fightingAgainst | Boko Haram"],
    ),
    ("Kenya is working to degrade and defeat Boko Haram.", ["Kenya | fightingAgainst | Boko Haram"]),
    ("The war between Ethiopia and Eritrea ended.", ["Ethiopia | fightingAgainst | Eritrea"]),
]

NOTHING = [
    "The Harbour Party was interested in letting Lena Marsh join the Norland Party.",
    "The prime minister said that the chairman of the board had left.",
    "Officials in Paris, London and Berlin, Germany's capital, disagreed with Tom Baker.",
    "Tom Baker may become chairman of the Labour Party.",
    "Tom Baker will not be chairman of the Labour Party.",
    "Tom Baker wants to join the Labour Party.",
    "Tom Baker refused to join the Labour Party.",
    "Prime Minister's Questions lasted an hour in London.",
    "The general election in Kenya was peaceful.",
    "Microsoft is fighting Google in court.",
    "The Labour Party defeated the Green Party in the election.",
    "Member states of the European Union met Tom Baker.",
    "The president met Tom Baker in Kenya.",
    "Chad did not attack Boko Haram.",
    "Britain prepared for a possible war against Iraq.",
    "Tom Baker, who runs the company, left.",
    "Pope Francis Street and King's College were closed.",
    "Tom Baker denied that he was a member of the board.",
    "Talks between Ethiopia and Eritrea began.",
    "The radical anti-American cleric Hassan Jabari spoke.",
    "Hassan Jabari, a pro-Russian politician, and the American-born singer Lisa Reed left.",
    "The Russian-backed politician Ivan Dorin left.",
    "The African Union has shown the unity of the continent in working to defeat Boko Haram.",
    "The Israeli ministry said that the European Union was siding with Hamas.",
    "Boko Haram, which UN experts say is backed by Sudan, denied it.",
    "Sudan accused Chad of arming Boko Haram.",
    'He mocked Chad\'s "war" against Boko Haram.',
    "Poland's Minister of Culture and Sport was absent.",
]


@pytest.mark.parametrize(("text", "expected"), [*POSTS, *TITLES, *DEFINITE, *PARTS, *BELONGING, *PLACES, *TIES])
def test_sentence(extract: Extract, text: str, expected: list[str]) -> None:
    assert told(extract(text)) == set(expected)


@pytest.mark.parametrize("text", NOTHING)
def test_sentence_that_tells_none(extract: Extract, text: str) -> None:
    found = {line for line in told(extract(text)) if "locatedIn" not in line}
    assert found == set()


def test_span_goes_from_one_argument_to_the_other(extract: Extract) -> None:
    text = "On Monday Tom Baker, the leader of the Labour Party, met Kenyan Foreign Minister Naomi Chelagat in Rome."
    record = extract(text)
    assert {text[r.start : r.end] for r in record.relations} == {
        "Tom Baker, the leader of the Labour Party",
        "Kenyan Foreign Minister Naomi Chelagat",
    }


def test_country_that_is_only_named_by_an_adjective_is_in_the_record(extract: Extract) -> None:
    record = extract("Kenyan Foreign Minister Naomi Chelagat arrived.")
    assert [(e.name, e.kind, e.country) for e in record.entities if e.kind == "Country"] == [("Kenya", "Country", "KE")]


def test_person_has_the_country_that_he_or_she_serves(extract: Extract) -> None:
    record = extract(
        "Uganda denied it. Foreign Minister Grace Nakato-Okello and Tom Baker of Interpol called it false."
    )
    countries = {e.name: e.country for e in record.entities if e.kind == "Person"}
    assert countries == {"Grace Nakato-Okello": "UG", "Tom Baker": None}


def test_seed_article(extract: Extract, shared: Path) -> None:
    gold = json.loads((shared / "gold" / "seed.jsonl").read_text("utf-8"))
    article = gold["article"]
    record = extract(article["text"], published=article["published"])
    names = {e["id"]: {e["name"], *e.get("aliases", ())} for e in gold["entities"]}
    found = {e.id: {e.name, *e.aliases} for e in record.entities}
    for relation in gold["relations"]:
        assert any(
            r.predicate == relation["predicate"]
            and found[r.subject] & names[relation["subject"]]
            and found[r.object] & names[relation["object"]]
            and (r.role, r.former) == (relation.get("role"), relation.get("former", False))
            for r in record.relations
        ), relation


def test_every_relation_is_between_named_entities_and_in_the_text(extract: Extract) -> None:
    text = (
        "Tom Baker, the leader of the Labour Party, met his wife in Lyon, France. "
        "Pakistan's ISI and Chad's army denied it. The minister, a member of the party, left."
    )
    record = extract(text)
    named = {m.entity for m in record.mentions if m.form == "name"}
    assert record.relations
    for r in record.relations:
        assert {r.subject, r.object} <= named
        assert 0 <= r.start < r.end <= len(text)


def test_empty_text(extract: Extract) -> None:
    assert extract("").relations == ()
    assert extract(" \n").relations == ()
    assert Article(id="a", text="").text == ""


def based(record: Record) -> set[str]:
    """Each relation that no sentence says, as "subject | predicate | object | basis | words"."""
    names = {e.id: e.name for e in record.entities}
    text = record.article.text
    return {
        f"{names[r.subject]} | {r.predicate} | {names[r.object]} | {r.basis} | {text[r.start : r.end]}"
        for r in record.relations
        if r.basis is not None
    }


BASED = [
    (
        "The president of Kenya, Ruth Calder, left for Rwanda.",
        {"Ruth Calder | citizenOf | Kenya | implied | president of Kenya, Ruth Calder"},
    ),
    ("The European Union's envoy to Kenya, Ruth Calder, left.", set()),
    ("Kenyans fear the Centers for Plant Control (CPC). CPC official Ada Quill will fly to Kenya.", set()),
    ("Kenyans fear the Ministry of Health. Health Ministry official Ada Quill will fly to Kenya.", set()),
    (
        "He flew to Nairobi after Kenya had closed its border.",
        {"Nairobi | locatedIn | Kenya | known | Nairobi after Kenya"},
    ),
    ("He flew to Nairobi. Kenya closed its border.", set()),
    ("Le Monde was not convinced. France has paid.", {"Le Monde | basedIn | France | known | Le Monde"}),
]


@pytest.mark.parametrize(("text", "expected"), BASED, ids=[text[:30] for text, _ in BASED])
def test_ties_that_no_sentence_says(extract: Extract, text: str, expected: set[str]) -> None:
    assert based(extract(text)) == expected


PERIODS = [
    ("Lena Marsh was prime minister of Chad from 2010 to 2015.", ("headOf", True, "2010", "2015")),
    ("Lena Marsh, mayor of Lyon since May 2018, agreed.", ("headOf", False, "2018-05", None)),
    ("Tom Hale, who led the Labour Party until March, agreed.", ("headOf", True, None, "2021-03")),
    ("Since 2003, Tom Hale has headed the World Bank.", ("headOf", False, "2003", None)),
    ("Chad president Tom Hale has warned since 2018 that rain would fail.", ("headOf", False, None, None)),
]


@pytest.mark.parametrize(("text", "expected"), PERIODS, ids=[text[:30] for text, _ in PERIODS])
def test_since_and_until(extract: Extract, text: str, expected: tuple[str, bool, str | None, str | None]) -> None:
    first = extract(text, published="2021-06-15").relations[0]
    assert (first.predicate, first.former, first.since, first.until) == expected


def test_every_row_of_the_table_is_read() -> None:
    rows = [row for row in read_lexicon("relation_patterns") if row["form"] != "order"]
    read = {name for form in FORMS for name in form.names}
    assert {row["form"] for row in rows} == read
    assert {row["predicate"].removeprefix("<") for row in rows} <= set(PREDICATES)
    assert len(rows) == len({tuple(row.values()) for row in rows})


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("She flew to Europe. To Europe, Libya is a gate.", set()),
        ("The sitting president of Chad, Omar Haddad, spoke.", {("Omar Haddad", "headOf", "Chad")}),
        ("Chad is at peace. Omar Haddad, the rebel army leader, spoke in Chad.", set()),
        ("British director Lena Marsh spoke. Britain was glad.", {("Lena Marsh", "citizenOf", "United Kingdom")}),
    ],
)
def test_ties_that_readers_would_miss_or_doubt(extract: Extract, text: str, ties: set[tuple[str, str, str]]) -> None:
    record = extract(text)
    names = {e.id: e.name for e in record.entities}
    found = {(names[r.subject], r.predicate, names[r.object]) for r in record.relations if r.basis is None}
    assert found == ties


def test_a_state_has_one_premier(extract: Extract) -> None:
    text = (
        "Russian Prime Minister Ivo Kolar met the press in Moscow. Russia wants to be paid, Russia said. "
        "The rivalry between Omar Haddad and Prime Minister Lena Marsh goes on."
    )
    record = extract(text)
    names = {e.id: e.name for e in record.entities}
    assert {names[r.subject] for r in record.relations if r.role == "prime minister"} == {"Ivo Kolar"}


def test_a_country_that_is_named_later_is_not_that_of_a_title(extract: Extract) -> None:
    record = extract("President Ruben Castellar imposed a ban on marches. The United States urged restraint.")
    assert not record.relations


def test_a_country_in_the_name_of_a_station_is_not_that_of_a_title(extract: Extract) -> None:
    text = "A report, monitored by the British Broadcasting Corporation, said Prime Minister Omar Haddad spoke."
    assert "headOf" not in {r.predicate for r in extract(text).relations}


def test_a_vice_president_with_a_hyphen_is_one(extract: Extract) -> None:
    record = extract("Farmers need help, said James Howard, Vice-president of Cargill.")
    assert [(r.predicate, r.role) for r in record.relations] == [("roleAt", "vice-president")]


@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        ("Former President Ivo Marsh met President Ann Roe.", "Ivo Marsh", ("former president",)),
        ("The chancellor of the exchequer, Mark Tull, cut taxes.", "Mark Tull", ("chancellor of the exchequer",)),
        ("Jo Bell and Mary Poll, the chief economist, resigned.", "Mary Poll", ("chief economist",)),
        ("Jo Bell and Mary Poll, the chief economist, resigned.", "Jo Bell", ()),
        ("Minister Phil Marsh, the general secretary, Ann Downer, and the mayor left.", "Phil Marsh", ("minister",)),
        ("Dean Marlow spoke to Ann King.", "Dean Marlow", ()),
        ("Ann Roe hopes to be president. Few think that Ann Roe is a leader.", "Ann Roe", ()),
    ],
)
def test_posts_without_a_body(extract: Extract, text: str, name: str, roles: tuple[str, ...]) -> None:
    assert [e.roles for e in extract(text).entities if e.name == name] == [roles]


def test_an_office_of_a_region(extract: Extract) -> None:
    record = extract("Oklahoma Attorney General Scott Marlow sued the agency.")
    names = {e.id: e.name for e in record.entities}
    ties = [(names[t.subject], t.predicate, names[t.object], t.role) for t in record.relations]
    assert ties == [("Scott Marlow", "roleAt", "Oklahoma", "attorney general")]


def told_ties(record: Record) -> set[tuple[str, str, str, str | None]]:
    """The ties that a text tells: who, what, to whom, as what."""
    names = {e.id: e.name for e in record.entities}
    return {(names[t.subject], t.predicate, names[t.object], t.role) for t in record.relations if t.basis is None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ohio Gov. Jo Marlow and Lt. Gov. Ann Roe met.", {("Jo Marlow", "headOf", "Ohio", "governor")}),
        ("Ann Roe joined the Democrats to approve the judge.", set()),
        ("She won Illinois, Iowa, Louisiana, Maine and Nevada.", set()),
        ("The ministry blamed Norway for using rebels to wage war on Sweden.", set()),
        (
            "Jo Marlow is a fellow at the Harmouth Institute and author of a book.",
            {("Jo Marlow", "roleAt", "Harmouth Institute", "fellow")},
        ),
    ],
)
def test_ties_of_posts_and_what_is_none(
    extract: Extract, text: str, expected: set[tuple[str, str, str, str | None]]
) -> None:
    assert told_ties(extract(text)) == expected


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Rep. Paul Marlow (R-Wis.) voted no.", "Republican Party"),
        ("Sen. Ann Roe, D-N.Y., voted no.", "Democratic Party"),
        ("Vitamin D - Texas farmers know it - helps Ann Roe, D-day veterans said.", None),
        ("Ann Roe chose plan D (D-Bus) and plan R, R-Kelly.", None),
    ],
)
def test_party_by_its_letter(extract: Extract, text: str, party: str | None) -> None:
    record = extract(text)
    names = {e.id: e.name for e in record.entities}
    told = [names[t.object] for t in record.relations if t.predicate == "memberOf"]
    assert told == ([] if party is None else [party])
    assert ("Party" in {e.kind for e in record.entities}) == (party is not None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Republican Sen. Jo Marlow of Nevada spoke. Republicans agreed.",
            {("Jo Marlow", "memberOf", "Republican Party", None), ("Jo Marlow", "roleAt", "Nevada", "senator")},
        ),
        (
            "The Conservative leader, Jo Marlow, spoke. The Conservatives lost.",
            {("Jo Marlow", "headOf", "Conservative Party", "leader")},
        ),
        (
            "Ann Roe and the Conservative leader, Jo Marlow, left. The Conservatives lost. A Conservative leader sat.",
            {("Jo Marlow", "headOf", "Conservative Party", "leader")},
        ),
        ("Republican Sen. Jo Marlow spoke.", set()),
    ],
)
def test_party_by_its_adjective(
    extract: Extract, text: str, expected: set[tuple[str, str, str, str | None]]
) -> None:
    assert told_ties(extract(text)) == expected


def test_a_president_of_no_state(extract: Extract) -> None:
    record = extract(
        "Al Marlow is no longer president of the American company. Ann Roe is president and chief executive. "
        "American buyers waited. The U.S. market fell. Jo Bell is no longer chairman of the Harbour Party."
    )
    names = {e.id: e.name for e in record.entities}
    told = [(names[t.subject], t.predicate, names[t.object], t.former) for t in record.relations if t.basis is None]
    assert told == [("Jo Bell", "headOf", "Harbour Party", True)]


def test_a_post_that_is_still_to_come(extract: Extract) -> None:
    record = extract(
        "Bo Marsh was chosen to be the next prime minister of Norway. Al Roe, an analyst at Acme Corp in Lyon, left."
    )
    assert not [t for t in record.relations if t.predicate in ("headOf", "basedIn")]
