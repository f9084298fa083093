"""Names: where they begin and end, in the hard cases."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsgraph.record_checks import check
from newsgraph.records import Record
from newsgraph.resolve import resolve_entities

Extract = Callable[..., Record]

# Text, and each name in it as it should be found, with its kind.
CASES: list[tuple[str, dict[str, str]]] = [
    # titles and honorifics stay outside
    (
        "Foreign Minister Elena Marchetti met Gen. Tomas Okonkwo in Vienna.",
        {"Elena Marchetti": "Person", "Tomas Okonkwo": "Person", "Vienna": "Place"},
    ),
    (
        "Former President Harold Lindqvist praised Dr. Amina Yusuf.",
        {"Harold Lindqvist": "Person", "Amina Yusuf": "Person"},
    ),
    (
        "Sir Malcolm Treadwell and Lady Joanna Treadwell attended.",
        {"Malcolm Treadwell": "Person", "Joanna Treadwell": "Person"},
    ),
    ("The Chancellor of the Exchequer Gideon Marsh resigned.", {"Gideon Marsh": "Person"}),
    ("Ex-Foreign Office head Lena Marsh resigned.", {"Foreign Office": "Agency", "Lena Marsh": "Person"}),
    ("Lt. Gen. Faisal al-Dulaimi commands the garrison.", {"Faisal al-Dulaimi": "Person"}),
    ("Peter Marsden QC wrote the book.", {"Peter Marsden": "Person"}),
    ("Mr Law said he was sorry. Jack Law spoke on Monday.", {"Law": "Person", "Jack Law": "Person"}),
    # bodies of states
    (
        "Ministers from the Ministry of Trade, Industry and Energy met in Oslo.",
        {"Ministry of Trade, Industry and Energy": "Agency", "Oslo": "Place"},
    ),
    (
        "The Ministry of Defence, Russia and Norway agreed.",
        {"Ministry of Defence": "Agency", "Russia": "Country", "Norway": "Country"},
    ),
    ("The bill went through Parliament on Monday.", {"Parliament": "Agency"}),
    # committees of trades, faiths and sports are no state's, nor are the services of a broadcaster
    (
        "The Danish Dairy Board and the Muslim Council of Britain met the Senate Budget Committee.",
        {"Danish Dairy Board": "Organization", "Muslim Council of Britain": "Organization"},
    ),
    ("The BBC Persian Service reported the arrests.", {"BBC Persian Service": "Organization"}),
    ("Central Bank President Jose Hale said so.", {"Central Bank": "Agency", "Jose Hale": "Person"}),
    # firms with several partners
    (
        "Voss, Sachs and Co advised Smith Holm, Harris Upwood and Co on Monday.",
        {"Voss, Sachs and Co": "Organization", "Smith Holm, Harris Upwood and Co": "Organization"},
    ),
    ("In London, Hale and Co declined to comment.", {"London": "Place", "Hale and Co": "Organization"}),
    # works
    (
        "They recorded a song called Harbour Afterlife in March. Their third album, The Holy Harbour, sold well.",
        {"Harbour Afterlife": "Other", "The Holy Harbour": "Other"},
    ),
    (
        "His yacht, Seamaster, sank. Rock band Keane won. The Academy Awards and the Air Show open on Friday.",
        {"Seamaster": "Other", "Keane": "Organization", "Academy Awards": "Other"},
    ),
    ("In his book Mr Voss accuses her.", {"Voss": "Person"}),
    (
        "A song dedicated to him called Harbour Afterlife was sung. He wrote The Voss Laboratory, a book on arms.",
        {"Harbour Afterlife": "Other", "The Voss Laboratory": "Other"},
    ),
    ("Patrol Chief James Hall spoke at Ann Gurion Airport.", {"James Hall": "Person", "Ann Gurion Airport": "Place"}),
    ("The National Statistics Institute fell out with Vale Sea Grant.", {"National Statistics Institute": "Agency"}),
    # two names joined by "and", and one
    (
        "The Federal Reserve and Commerce Department agreed.",
        {"Federal Reserve": "Agency", "Commerce Department": "Agency"},
    ),
    (
        "Bryson left early. He was tripped by Bryson and Thomsen converted the penalty. Weil and Associates sold it.",
        {"Bryson": "Person", "Weil and Associates": "Organization"},
    ),
    ("The North Wales Fire and Rescue Service was called.", {"North Wales Fire and Rescue Service": "Agency"}),
    ("Laurie Law, an analyst, met Andrew Bonar Law.", {"Laurie Law": "Person", "Andrew Bonar Law": "Person"}),
    # what is no name
    ("They are recording songs for an EP.", {}),
    ("Quiet cars are marked QUIET CAR.", {}),
    ("Franco-German cooperation goes on.", {}),
    ("The plant makes 30 MW and 82 kWh, with Q2 sales and EBITDA up.", {}),
    # names of several parts and of several tongues
    ("President Moon Jae-in spoke on Monday.", {"Moon Jae-in": "Person"}),
    ("Carlos Eduardo de la Fuente resigned on Monday.", {"Carlos Eduardo de la Fuente": "Person"}),
    (
        "Ursula von Falkenberg spoke to Jan van den Heuvel.",
        {"Ursula von Falkenberg": "Person", "Jan van den Heuvel": "Person"},
    ),
    ("Prosecutors charged Khalid bin Saud al-Harbi with fraud.", {"Khalid bin Saud al-Harbi": "Person"}),
    ("Police detained Wei Jianguo at the airport.", {"Wei Jianguo": "Person"}),
    (
        "Lawmaker Oleksandr Hrytsenko and activist Zuzana Nováková were freed.",
        {"Oleksandr Hrytsenko": "Person", "Zuzana Nováková": "Person"},
    ),
    ("Chief Minister Jagmohan Rathore inaugurated the bridge.", {"Jagmohan Rathore": "Person"}),
    ("Marie-Claire Dubois-Lambert leads the delegation.", {"Marie-Claire Dubois-Lambert": "Person"}),
    ("The ceasefire was announced by Mahmoud Abu Rashid on Friday.", {"Mahmoud Abu Rashid": "Person"}),
    (
        "Ahmad as-Sayed and Tariq ad-Din al-Masri were freed.",
        {"Ahmad as-Sayed": "Person", "Tariq ad-Din al-Masri": "Person"},
    ),
    # possessives, quotes and "the" stay outside
    ("Kenya's government thanked the United Kingdom's parliament.", {"Kenya": "Country", "United Kingdom": "Country"}),
    (
        "The Netherlands recalled its ambassador to the Philippines.",
        {"Netherlands": "Country", "Philippines": "Country"},
    ),
    # conjunctions and lists
    ("The presidents of France and Niger met in Paris.", {"France": "Country", "Niger": "Country", "Paris": "Place"}),
    (
        "Delegates came from Chad, Mali, Togo and Benin.",
        {"Chad": "Country", "Mali": "Country", "Togo": "Country", "Benin": "Country"},
    ),
    ("Trade across Central and South Asia has doubled.", {"Central": "Place", "South Asia": "Place"}),
    # hyphens part two states and hold one name together
    ("A Japan-Vietnam trade accord was signed in Hanoi.", {"Japan": "Country", "Vietnam": "Country", "Hanoi": "Place"}),
    ("Shelling was reported in Russia-occupied Luhansk.", {"Russia-occupied Luhansk": "Place"}),
    # parties, fronts, alliances
    (
        "The Moldovan Civic Party and the National Renewal Front formed a bloc.",
        {"Moldovan Civic Party": "Party", "National Renewal Front": "Party"},
    ),
    (
        "She joined the Alliance of Farmers and Workers for Progress.",
        {"Alliance of Farmers and Workers for Progress": "Party"},
    ),
    ("The People's Democratic Movement won in Ghana.", {"People's Democratic Movement": "Party", "Ghana": "Country"}),
    # agencies and ministries
    (
        "The Ministry of Agriculture and Rural Development issued permits.",
        {"Ministry of Agriculture and Rural Development": "Agency"},
    ),
    ("A spokesman for the Kenyan Defence Ministry denied it.", {"Kenyan Defence Ministry": "Agency"}),
    ("The Supreme Court of Zambia annulled the vote.", {"Supreme Court of Zambia": "Agency"}),
    ("The National Bureau of Fisheries opened an inquiry.", {"National Bureau of Fisheries": "Agency"}),
    # events
    ("Turnout fell in the 2011 Zambian general election.", {"2011 Zambian general election": "Event"}),
    ("The army launched Operation Silver Lance on Tuesday.", {"Operation Silver Lance": "Event"}),
    ("He was decorated after the Battle of Kasserine.", {"Battle of Kasserine": "Event"}),
    ("Aid poured in after the 2015 Nepal earthquake.", {"2015 Nepal earthquake": "Event", "Nepal": "Country"}),
    ("Historians compared it with the Soviet invasion of Afghanistan.", {"Soviet invasion of Afghanistan": "Event"}),
    ("Veterans of World War II marched on Sunday.", {"World War II": "Event"}),
    ("The 12th ASEAN summit opens on Friday.", {"12th ASEAN summit": "Event"}),
    # laws, treaties, resolutions
    ("Both states ratified the Treaty of Lausanne.", {"Treaty of Lausanne": "Document"}),
    ("Parliament passed the Coastal Waters Act 2009 without a vote.", {"Coastal Waters Act 2009": "Document"}),
    (
        "UN Security Council Resolution 1701 calls for a withdrawal.",
        {"UN Security Council Resolution 1701": "Document"},
    ),
    # organisations and products
    (
        "The University of Tartu and Halvorsen Motors will build it.",
        {"University of Tartu": "Organization", "Halvorsen Motors": "Organization"},
    ),
    ("Shares of Brightwater Energy Corp. fell on Thursday.", {"Brightwater Energy Corp.": "Organization"}),
    ("Customers queued for the new iPhone in Seoul.", {"iPhone": "Other", "Seoul": "Place"}),
    # abbreviations in brackets, the model overlooks them
    (
        "The Baltic Fisheries Council (BFC) met in Riga; the BFC will meet again.",
        {"Baltic Fisheries Council": "Agency", "BFC": "Agency", "Riga": "Place"},
    ),
    # a word that is a name elsewhere
    (
        "Turkey, Jordan and Georgia opened their borders.",
        {"Turkey": "Country", "Jordan": "Country", "Georgia": "Country"},
    ),
    ("Police in Reading arrested two men.", {"Reading": "Place"}),
    # datelines
    (
        "NAIROBI (Reuters) - Kenya will send troops to Haiti.",
        {"NAIROBI": "Place", "Kenya": "Country", "Haiti": "Country"},
    ),
    # what owns a body, where it is returned to and who heads it are no parts of its name
    ("Romania's Communist Party split in 1990.", {"Romania": "Country", "Communist Party": "Party"}),
    (
        "They want the return of the Palestinian Authority to the Gaza Strip.",
        {"Palestinian Authority": "Agency", "Gaza Strip": "Place"},
    ),
    ("Velmar Inc. CEO Dana Whitlock resigned.", {"Velmar Inc.": "Organization", "Dana Whitlock": "Person"}),
    # a body again by the word that says what it is, with a capital
    (
        "The Northern Fisheries Commission met on Monday. Its budget is small, but the Commission has power.",
        {"Northern Fisheries Commission": "Agency", "Commission": "Agency"},
    ),
    # a legal form behind a comma
    ("He founded Northshore Clinics Group, Inc. in Boston.", {"Northshore Clinics Group, Inc.": "Organization"}),
    # a nickname inside of a name
    ("Police held Peter 'The Hammer' Novotny on Friday.", {"Peter 'The Hammer' Novotny": "Person"}),
    # two persons joined in German
    (
        "Leaders Jürgen Mahler und Petra Lindqvist presented the plan.",
        {"Jürgen Mahler": "Person", "Petra Lindqvist": "Person"},
    ),
    # an occupation before a name
    (
        "Rapper Lil Marvo was shot dead in Chicago. Fans mourned Lil Marvo.",
        {"Lil Marvo": "Person", "Chicago": "Place"},
    ),
    # a forename that is also a people's
    ("Rachel and Finn's plan failed. Finn left Paris.", {"Rachel": "Person", "Finn": "Person", "Paris": "Place"}),
    # operations and outlets by the noun beside them
    (
        "Nautilus Dawn, the Danish naval operation off Somalia, ended on Sunday.",
        {"Nautilus Dawn": "Event", "Somalia": "Country"},
    ),
    # who asks in an interview
    (
        "HRTV: Where do you play?\nLena Marsh: At home.\nHRTV: And after that?\nLena Marsh: Abroad.\nHRTV: Thank you.",
        {"HRTV": "Organization", "Lena Marsh": "Person"},
    ),
]


PIECES = [
    "The ",
    "Ministry ",
    "of ",
    "Party ",
    "and ",
    "Zambia",
    "Mr. ",
    "Okello ",
    "(ZNP)",
    ", ",
    ". ",
    "\n",
    "“",
    "”",
    "'s ",
    "2014 ",
    "election ",
    "Central ",
    "South ",
    "Asia ",
    "both countries ",
    "they ",
    "he ",
    "I ",
    "-",
    "-occupied ",
    "War ",
    "II ",
    "said ",
    "the minister ",
    "in ",
    "Paris",
    "Texas ",
    "van den ",
    "Operation ",
    "UN ",
    "Resolution ",
    "1701 ",
]


def names_of(record: Record) -> dict[str, str]:
    """The names of a record with their kinds."""
    return {m.text: m.kind for m in record.mentions if m.form == "name"}


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:40] for case in CASES])
def test_names_and_kinds(extract: Extract, text: str, expected: dict[str, str]) -> None:
    found = names_of(extract(text))
    assert {name: found.get(name) for name in expected} == expected


# Text, and what is no name in it.
NO_NAMES: list[tuple[str, str]] = [
    ("The MP told reporters at 14:00 GMT that he would resign.", "GMT"),
    ("The MP told reporters at 14:00 GMT that he would resign.", "MP"),
    ("The goalkeeper was stopped in Ardal and charged with DUI.", "DUI"),
    ("The Secretary of State Robert Halloran flew home.", "State"),
    ("The Trade Minister Ana Souto resigned.", "Trade"),
    ("The Shadow Foreign Affairs Minister Ana Souto resigned.", "Foreign Affairs"),
    ("The Solicitor General Ana Souto resigned.", "Solicitor"),
    ("US house purchases have risen.", "US house"),
    ("China said the ID cards would be checked by the security service.", "ID"),
    ("Greece said the head of the union left on 17 November as deputies met.", "17 November"),
    ("The phone company MCI said it would cut jobs, the Norland news agency reported.", "Marine Corps Intelligence"),
]


@pytest.mark.parametrize(("text", "word"), NO_NAMES)
def test_words_that_name_nobody(extract: Extract, text: str, word: str) -> None:
    assert word not in names_of(extract(text))


def test_letters_of_a_charge_name_the_party_that_is_named_in_full(extract: Extract) -> None:
    record = extract("The Democratic Union for Integration (DUI) left the cabinet. The DUI blamed the premier.")
    assert [m.kind for m in record.mentions if m.text == "DUI"] == ["Party", "Party"]


def test_headline_in_title_case_gives_only_names(extract: Extract) -> None:
    text = (
        "Five Urgent Lessons From Kenya's Regional Security Conference\n\n"
        "Kenya hosted it on Monday. Ruth Wanjiru spoke.\n\nStrengthening Cooperation\n\nIt ended on Tuesday."
    )
    record = extract(text)
    heading_ends = text.index("\n")
    assert [m.text for m in record.mentions if m.form == "name" and m.end <= heading_ends] == ["Kenya"]
    assert "Strengthening Cooperation" not in names_of(record)


def test_headline_in_capitals_names_countries(extract: Extract) -> None:
    text = "INDIA AND NEPAL REOPEN BORDER\n\nIndia and Nepal reopened a crossing on Monday."
    found = [(m.text, m.kind) for m in extract(text).mentions if m.form == "name"]
    assert ("INDIA", "Country") in found
    assert ("NEPAL", "Country") in found


def test_no_name_spans_two_lines(extract: Extract) -> None:
    record = extract("Rising Tension in Sudan\nOmar Haddad said on Monday that talks had failed in Cairo.")
    assert not [m.text for m in record.mentions if "\n" in m.text]
    assert names_of(record)["Omar Haddad"] == "Person"


def test_offsets_are_those_of_the_text(extract: Extract) -> None:
    text = "“We will not yield,” said Zoë Å. Lindström of the Nordic Council.\n\nOslo, 3 May."
    for mention in extract(text).mentions:
        assert text[mention.start : mention.end] == mention.text


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_text_gives_mentions_that_fit_it(extract: Extract, pieces: list[str]) -> None:
    text = "".join(pieces)
    record = extract(text)
    if record.article.text.strip():  # what has no text is no article
        check(record)
    assert all(text[m.start : m.end] == m.text and m.text.strip() == m.text for m in record.mentions)


def test_the_same_text_gives_the_same_record_twice(extract: Extract) -> None:
    text = "Peru and Chile will meet in Lima. The two countries dispute the Atacama coast, said Luis Ordóñez."
    assert extract(text) == extract(text)


# Text, names that are in it, and words that are no names: what stands at the edges of a name, and credits.
EDGES: list[tuple[str, dict[str, str], tuple[str, ...]]] = [
    # who wrote and delivered a report is no part of it
    (
        "The ferry sank off Chile on Monday. dr/hc (AFP, dpa, Reuters)",
        {"Chile": "Country"},
        ("AFP", "dpa", "Reuters"),
    ),
    (
        "Voters in Chad went to the polls. Author: Lena Marsh (kjb) Editor: Tom Hale",
        {"Chad": "Country"},
        ("Lena Marsh", "Tom Hale"),
    ),
    ("The court freed him. tkw/AP/dpa", {}, ("AP",)),
    (
        "He left Chad on Monday. J.D. Marsh of Reuters in Lima contributed to this report.",
        {"Chad": "Country"},
        ("Reuters", "Lima", "J.D. Marsh"),
    ),
    ("He left Chad.\n\nContributing: Lena Marsh, Tom Hale", {"Chad": "Country"}, ("Lena Marsh", "Tom Hale")),
    ("He told Reuters that Chad would pay.", {"Reuters": "Organization", "Chad": "Country"}, ()),
    # a noun behind a name, a word before it, a hyphen in it
    ("Tasnim news agency quoted him. He left Chad.", {"Tasnim": "Organization"}, ("Tasnim news agency",)),
    ("He left the Brezan party in May.", {"Brezan": "Party"}, ("Brezan party",)),
    ("Ex-NATO officers met in Rome.", {"NATO": "InternationalOrganization", "Rome": "Place"}, ("Ex-NATO",)),
    # an office behind the name of a body or town
    ("Mr Hale, a prospective Labour MP, left Chad.", {"Labour": "Party"}, ("Labour MP",)),
    ("Norway joined the Global Harbour Alliance in May.", {"Global Harbour Alliance": "Organization"}, ()),
    # a call is a whole name; a body that is known is whole, and what stands behind "for" or "and" is another
    (
        "It was held by the Stop the Quarry Coalition.",
        {"Stop the Quarry Coalition": "Organization"},
        ("Quarry Coalition",),
    ),
    (
        "She left the Scottish National Party for the Brezan Party in May.",
        {"Scottish National Party": "Party", "Brezan Party": "Party"},
        (),
    ),
    (
        "Leaders met at the United Nations Conference on Water and Sanitation in Nairobi.",
        {"United Nations Conference on Water and Sanitation": "Event"},
        (),
    ),
    # a forename that is a word of documents; a year before a war; a brand that ends like a credit
    ("She thanked Boston City Mayor Bill de Marsh on Friday.", {"Bill de Marsh": "Person"}, ()),
    ("He fought in the 1991 Gulf War.", {"Gulf War": "Event"}, ("1991 Gulf War",)),
    # a name again where the tagger takes it for a noun
    ("Troops of the IS group fled. Chad began strikes on IS targets there.", {"IS": "ArmedGroup"}, ()),
    # capitals that a wire writes after a full stop
    ("The U.S. Economy grew, he said, and U.S. Exports fell.", {"U.S.": "Country"}, ("U.S. Economy", "U.S. Exports")),
    ("The U.S. Treasury sold bonds and hurt U.S. Farmers.", {"U.S. Treasury": "Agency"}, ("U.S. Farmers",)),
    ("He won the U.S. Open in May.", {"U.S. Open": "Event"}, ()),
    # two halves of a firm's name
    ("He works at Lena Marsh and Co Inc in Oslo.", {"Lena Marsh and Co Inc": "Organization"}, ("Co Inc",)),
    ("He left Harbour Oil and Gas Corp on Monday.", {"Harbour Oil and Gas Corp": "Organization"}, ("Gas Corp",)),
    # a plural that owns what follows it
    (
        "The Norland Sheriffs' Association met.",
        {"Norland Sheriffs' Association": "Organization"},
        ("Norland Sheriffs", "Association"),
    ),
    (
        "He told the Brezan State Industries' Federation so.",
        {"Brezan State Industries' Federation": "Organization"},
        (),
    ),
    ("It stands near Buenos Aires' City Council.", {"Buenos Aires": "Place", "City Council": "Agency"}, ()),
    # an office between the name of a body and that of a person
    (
        "Federal Reserve Bank of Harmouth President Lena Marsh said so.",
        {"Federal Reserve Bank of Harmouth": "Agency", "Lena Marsh": "Person"},
        (),
    ),
    # persons whose names look like something else
    ("The dollar is weak, said Shannon Cross, an analyst at Cross Research.", {"Shannon Cross": "Person"}, ()),
    ("Norland Credit lawyer Greta Fenn Mills did so.", {"Greta Fenn Mills": "Person"}, ()),
    ("The shipping lawyer Earl Hobson objected.", {"Earl Hobson": "Person"}, ("Hobson",)),
    # a clause is no name; nor is a language a people
    ("He told them that Brandt accused Holm of it.", {"Brandt": "Person", "Holm": "Person"}, ("Brandt accused Holm",)),
    ("He writes in English and speaks Danish.", {}, ("English", "Danish")),
    ("He left the English, and the Danes, too.", {"English": "Group", "Danes": "Group"}, ()),
    # legal forms belong to the name before them
    ("Petroleos de Brezan, S.A. said it would sign.", {"Petroleos de Brezan, S.A.": "Organization"}, ("S.A.",)),
    ("Bank of Peru NT and SA sold bonds.", {}, ("SA",)),
    # letters before a name for what sort of body it is; a word that is none of parties with the next one
    ("The Danish NGO Open Harbour Watch left.", {"Open Harbour Watch": "Organization"}, ()),
    # what describes a body or a person
    ("She sued publicly-funded Tarvodent Ltd of Norland.", {"Tarvodent Ltd of Norland": "Organization"}, ()),
    ("Drummer Andrew Marsden left.", {"Andrew Marsden": "Person"}, ("Drummer Andrew Marsden",)),
    ("The National Cathedral was closed.", {"National Cathedral": "Place"}, ("The National",)),
    ("What could be more American than that?", {}, ("American",)),
    ("At a launch on Tuesday, Mr Brandt was joined by Ana Hall.", {"Brandt": "Person"}, ("Mr Brandt",)),
    ("The Australian economy has grown.", {}, ("The Australian",)),
    ("The September Global Tea Organization meeting ended.", {"Global Tea Organization": "Organization"}, ()),
    # a body that is described rather than named
    ("Danish authorities resigned.", {}, ("Danish authorities",)),
]


@pytest.mark.parametrize(("text", "names", "others"), EDGES, ids=[text[:40] for text, _, _ in EDGES])
def test_edges(extract: Extract, text: str, names: dict[str, str], others: tuple[str, ...]) -> None:
    found = {m.text: m.kind for m in extract(text).mentions if m.form == "name"}
    assert {name: found.get(name) for name in names} == names
    assert found.keys().isdisjoint(others)


ONE = [
    # a nickname alone, after it stood before a last name
    ("'Iron Hat' Okello dies in exile. Tomas Okello ruled for ten years. Many feared Iron Hat.", "Iron Hat", "Okello"),
    # the headline gives the last name alone, with a title
    (
        "President Okello flies to Paris\nThe Kenyan leader, Tomas Okello, will be back on Monday.",
        "Okello", "Tomas Okello",
    ),
    # the same company without its legal form, whatever else begins so
    (
        "Harbour Chemicals Corporation paid. The Harbour Chemicals Factory is closed. Harbour Chemicals said so.",
        "Harbour Chemicals", "Harbour Chemicals Corporation",
    ),
    # one body under two names, and then by its word
    (
        "The European Commission rejected the plan. EU Commission officials left. The Commission votes on Monday.",
        "Commission", "European Commission",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "short", "name"), ONE)
def test_short_name_is_the_same(extract: Extract, text: str, short: str, name: str) -> None:
    of = {m.text: m.entity for m in extract(text).mentions if m.form == "name"}
    assert of[short] == next(entity for written, entity in of.items() if written.endswith(name))


def test_place_lies_where_the_words_behind_it_say(extract: Extract) -> None:
    text = "Police searched a house in Stroud, Ontario, Canada. Ontario has other towns."
    of = {e.name: e.country for e in extract(text).entities}
    assert of["Stroud"] != "GB"


def test_country_in_a_list_is_no_province_of_the_next(extract: Extract) -> None:
    record = extract("Envoys of Guinea-Bissau, Niger, Nigeria and Togo met in Accra.")
    assert {(e.name, e.kind) for e in record.entities} >= {("Niger", "Country"), ("Nigeria", "Country")}


@pytest.mark.parametrize("people", ["Latin American", "South American", "Central American", "West Indian"])
def test_people_of_a_continent_are_of_no_country(extract: Extract, people: str) -> None:
    record = extract(f"Many {people} players moved to Spain. {people} leaders met in Madrid.")
    assert {e.country for e in record.entities} <= {None, "ES"}


def test_title_in_quotation_marks_keeps_its_article(extract: Extract) -> None:
    record = extract('Joseph Lemaire\'s movie "The Long Harbour" was shown in Vienna.')
    assert "The Long Harbour" in {m.text for m in record.mentions}


def test_described_body_is_mentioned(extract: Extract) -> None:
    record = extract("The Japanese government resigned.")
    [body] = [e for e in record.entities if e.kind == "Agency"]
    assert (body.name, body.country) == ("Government of Japan", "JP")
    assert [m.form for m in record.mentions if m.entity == body.id] == ["nominal"]


GOVERNMENTS = [
    ("The Chadian government refused.", "Chadian government"),
    ("Chad's government refused.", "Chad's government"),
    ("James Okello won the vote. The Okello administration promised a veto.", "Okello administration"),
    ("They met members of the Chadian government, which refused.", "Chadian government"),
]
NO_GOVERNMENTS = [
    "A Chadian government may follow.", "The new Chadian government refused.", "The town government of Akuse refused.",
    "The victim's family agreed.", "Any Chadian government would refuse.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), GOVERNMENTS)
def test_government_told_by_whose_it_is_has_no_article(extract: Extract, text: str, name: str) -> None:
    """As a name has none; so it is met again in other articles."""
    assert name in {m.text for m in extract(text).mentions}
    named = [e for r in [extract(text)] for e in resolve_entities([r]).entities if e.named]
    assert name in {written for e in named for written in (e.name, *e.aliases)}


@pytest.mark.parametrize("text", NO_GOVERNMENTS)
def test_government_that_is_not_named(extract: Extract, text: str) -> None:
    record = extract(text)
    bodies = {m.entity for m in record.mentions if "government" in m.text or "family" in m.text}
    named = {e.members[0][1] for e in resolve_entities([record]).entities if e.named}
    assert bodies and bodies.isdisjoint(named)


SPORT = (
    "The league season ended in a draw. Harmouth were beaten 2-1 by Paris, whose striker scored twice before halftime. "
    "The goalkeeper of Harmouth was hurt in the tournament's semifinal. The coach praised his midfield. "
    "The referee left the stadium early, and the midfielder of the championship leaders went home to Lyon, France. "
    "Fans had gathered in Paris."
)


def test_club_is_not_its_town(extract: Extract) -> None:
    record = extract(SPORT)
    kinds = [m.kind for m in record.mentions if m.text == "Paris" and m.form == "name"]
    assert kinds == ["Organization", "Place"]
    assert {m.kind for m in record.mentions if m.text == "Harmouth"} == {"Organization"}
    assert {m.kind for m in record.mentions if m.text == "Lyon"} == {"Place"}


UNION = "The European Union met on Friday. "


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (UNION + "Europe must not shirk its duty. Drought in Europe is a worry.", ["InternationalOrganization"] * 2),
        (UNION + "Europe refused to pay. Many hope to reach Europe by boat.", ["InternationalOrganization", "Place"]),
        (UNION + "Europe refused to pay. Trains in eastern Europe stopped.", ["InternationalOrganization", "Place"]),
        (UNION + "It rained all over Europe.", ["Place"]),
        ("Europe refused to pay.", ["Place"]),
    ],
)
def test_europe_is_its_union_where_it_acts_and_land_elsewhere(extract: Extract, text: str, kinds: list[str]) -> None:
    record = extract(text)
    of = {e.id: e.kind for e in record.entities}
    assert [of[m.entity] for m in record.mentions if m.text == "Europe"] == kinds


@pytest.mark.parametrize(
    ("text", "name", "not_name"),
    [
        ("They were drawn in Group F. Harmouth return to the cup.", "Harmouth", "Group F. Harmouth"),
        ("Grants came from the Marsh Fund, The Centre for Harbour Law and others.", "The Centre for Harbour Law", ""),
        ("The talks were led by Lena Marsh, M.D., of Vesper.", "Lena Marsh", "M.D."),
        ("The work went to the Chinese company Ormec, whose staff grew.", "Ormec", ""),
        ("Strikes were called by the Filt Arbo union on Monday.", "Filt Arbo", ""),
        ("Ivo Kolar, the Marxist movement's spokesman, said so.", "Ivo Kolar", "Marxist"),
        ("Films of the year\n\nNight over Harmouth (1952)\n\nThe Long Pier (1961)\n", "Night over Harmouth", ""),
    ],
)
def test_where_a_name_ends(extract: Extract, text: str, name: str, not_name: str) -> None:
    names = {m.text for m in extract(text).mentions if m.form == "name"}
    assert name in names
    assert not_name not in names


def test_a_product_is_not_its_company(extract: Extract) -> None:
    record = extract("Google sued. Google Play, its store, was closed. The staff of Google Play left.")
    entities = {m.entity for m in record.mentions if m.text in ("Google", "Google Play")}
    assert len(entities) == 2


def test_a_lineup_is_one_of_players(extract: Extract) -> None:
    team = "Harmouth: Paris; Brock, Kovac, Lyon; Imre, Tadic; Boras, Keller (capt), Odum, Yates.\n"
    record = extract(SPORT + "\n\n" + team)
    kinds = {e.id: e.kind for e in record.entities}
    assert {kinds[m.entity] for m in record.mentions if m.text in ("Kovac", "Tadic", "Odum")} == {"Person"}


def test_a_common_word_is_no_small_town(extract: Extract) -> None:
    record = extract("A rock passed the Earth on Monday. It will not hit Earth, astronomers in Houston said.")
    assert [e.lat for e in record.entities if e.name in ("Earth", "the Earth")] in ([], [None], [None, None])


def test_a_bearer_that_is_a_company_after_all(extract: Extract) -> None:
    record = extract(
        "Elston Gold Co's drilling scheme predicts a drop in labour costs and gold output this autumn, the second "
        "circular for its sale of six mln units said. Following the sale, Elston Smelting Corp <ESC> will own at least "
        "62 pct of Elston Gold's 41.7 mln outstanding shares, the circular said. Elston gold is now a 71 pct owned "
        "subsidiary of Elston Smelting."
    )
    assert "Elston Smelting Corp" in {e.name for e in record.entities}
