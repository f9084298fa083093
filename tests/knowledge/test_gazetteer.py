"""The gazetteer finds known names in any spelling that papers use, and nothing where nothing is."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from newsgraph.knowledge import Entry, Gazetteer, country, country_of, demonym_country, demonyms, gazetteer


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("US", "US"), ("U.S.", "US"), ("the United States", "US"), ("America", "US"), ("UK", "GB"), ("Britain", "GB"),
        ("Burma", "MM"), ("Myanmar", "MM"), ("Ivory Coast", "CI"), ("Côte d’Ivoire", "CI"), ("Czechia", "CZ"),
        ("Czech Republic", "CZ"), ("Türkiye", "TR"), ("Turkey", "TR"), ("Swaziland", "SZ"), ("Macedonia", "MK"),
        ("East Timor", "TL"), ("Timor-Leste", "TL"), ("Cape Verde", "CV"), ("DR Congo", "CD"), ("DRC", "CD"),
        ("the Gambia", "GM"), ("The Gambia", "GM"), ("ROK", "KR"), ("South Korea", "KR"), ("DPRK", "KP"),
        ("Palestinian territories", "PS"), ("Kosovo", "XK"), ("Taiwan", "TW"), ("Hong Kong", "HK"), ("USSR", "SU"),
        ("Soviet Union", "SU"), ("Yugoslavia", "YU"), ("Czechoslovakia", "CS"), ("East Germany", "DD"),
        ("Bosnia and Herzegovina", "BA"), ("Bosnia-Herzegovina", "BA"), ("St. Lucia", "LC"), ("UAE", "AE"),
        ("Holy See", "VA"), ("Curaçao", "CW"), ("Viet Nam", "VN"), ("Trinidad & Tobago", "TT"),
    ],
)  # fmt: skip
def test_countries_by_name(name: str, expected: str) -> None:
    assert country_of(name) == expected


@pytest.mark.parametrize("name", ["us", "who", "Pakistani", "Paris", "Kremlin", "", "the", "uk"])
def test_what_is_no_name_of_a_country(name: str) -> None:
    assert country_of(name) is None


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Pakistani", "PK"), ("Pakistanis", "PK"), ("Briton", "GB"), ("Britons", "GB"), ("British", "GB"),
        ("Dutch", "NL"),
        ("Dutchmen", "NL"), ("Filipino", "PH"), ("Filipinos", "PH"), ("Spaniards", "ES"), ("Spanish", "ES"),
        ("Afghan", "AF"), ("Argentine", "AR"), ("Congolese", "CD"), ("Dominican", "DO"), ("Nigerien", "NE"),
        ("Nigerian", "NG"), ("Swiss", "CH"), ("Basotho", "LS"), ("Soviet", "SU"), ("Burkinabé", "BF"), ("Turks", "TR"),
        ("South Sudanese", "SS"), ("Thai", "TH"), ("Poles", "PL"), ("Danes", "DK"), ("Chinese", "CN"),
    ],
)  # fmt: skip
def test_peoples_and_adjectives(word: str, expected: str) -> None:
    assert demonym_country(word) == expected


def test_a_country_is_no_demonym() -> None:
    assert demonym_country("Pakistan") is None
    assert demonyms("KE") == ("Kenyan", "Kenyan", "Kenyans", "Kenyans")


@pytest.mark.parametrize(
    ("name", "kind", "canonical", "code"),
    [
        ("WHO", "InternationalOrganization", "World Health Organization", None),
        ("Nato", "InternationalOrganization", "North Atlantic Treaty Organization", None),
        ("UN Security Council", "InternationalOrganization", "United Nations Security Council", None),
        ("Islamic State", "ArmedGroup", "Islamic State", None),
        ("al-Qaida", "ArmedGroup", "Al-Qaeda", None),
        ("al Shabaab", "ArmedGroup", "Al-Shabaab", "SO"),
        ("Hizbullah", "Party", "Hezbollah", "LB"),
        ("Pentagon", "Agency", "United States Department of Defense", "US"),
        ("Foreign Office", "Agency", "Foreign Commonwealth and Development Office", "GB"),
        ("Knesset", "Agency", "Knesset", "IL"),
        ("Verkhovna Rada", "Agency", "Verkhovna Rada", "UA"),
        ("Bundestag", "Agency", "Bundestag", "DE"),
        ("Quai d’Orsay", "Agency", "Ministry of Foreign Affairs of France", "FR"),
        ("Tories", "Party", "Conservative Party", "GB"),
        ("Law and Justice", "Party", "Law and Justice", "PL"),
        ("Médecins Sans Frontières", "Organization", "Doctors Without Borders", None),
        ("Reuters", "Organization", "Reuters", "GB"),
        ("Kurds", "Group", "Kurds", None),
        ("Sahel", "Place", "Sahel", None),
        ("Strait of Hormuz", "Place", "Strait of Hormuz", None),
        ("Sindh", "Place", "Sindh", "PK"),
        ("Peshawar", "Place", "Peshawar", "PK"),
        ("Bombay", "Place", "Mumbai", "IN"),
    ],
)  # fmt: skip
def test_kinds_of_known_names(name: str, kind: str, canonical: str, code: str | None) -> None:
    best = gazetteer().lookup(name)[0]
    assert (best.kind, best.name, best.country) == (kind, canonical, code)


@pytest.mark.parametrize(
    ("name", "stands_for", "kind"),
    [
        ("Islamabad", "Pakistan", "Country"), ("Kiev", "Ukraine", "Country"), ("Kremlin", "Russia", "Country"),
        ("Downing Street", "Prime Minister's Office", "Agency"),
        ("Brussels", "European Union", "InternationalOrganization"),
        ("Whitehall", "United Kingdom", "Country"), ("Zhongnanhai", "China", "Country"),
        ("Washington", "United States", "Country"),
    ],
)  # fmt: skip
def test_seats_stand_for_governments(name: str, stands_for: str, kind: str) -> None:
    seats = [(e.name, e.kind) for e in gazetteer().lookup(name) if e.form == "seat"]
    assert (stands_for, kind) in seats


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Georgia", [("Country", "GE"), ("Place", "US")]),
        ("Washington", [("Place", "US")]),
        ("Tripoli", [("Place", "LY"), ("Place", "LB")]),
        ("Birmingham", [("Place", "GB"), ("Place", "US")]),
        ("Congo", [("Country", "CD"), ("Country", "CG")]),
        ("Punjab", [("Place", None)]),
    ],
)
def test_the_likeliest_comes_first(name: str, expected: list[tuple[str, str | None]]) -> None:
    found = [(e.kind, e.country) for e in gazetteer().lookup(name) if e.form == "name"]
    assert found[: len(expected)] == expected


def test_a_city_has_its_place() -> None:
    city = gazetteer().lookup("Quetta")[0]
    assert (city.country, city.parent, city.feature) == ("PK", "Balochistan", "city")
    assert city.lat == pytest.approx(30.18, abs=0.05)
    assert city.lon == pytest.approx(67.0, abs=0.05)
    assert city.links["geonames"].isdigit()


@pytest.mark.parametrize(
    "name", ["Nice", "Reading", "Mobile", "Split", "Of", "Man", "Jordan", "Victoria", "Police", "March"]
)
def test_names_that_are_words_or_persons_too(name: str) -> None:
    assert all(entry.common for entry in gazetteer().lookup(name) if entry.feature == "city")


@pytest.mark.parametrize("name", ["Peshawar", "Mogadishu", "Reykjavík", "Uppsala"])
def test_names_that_are_nothing_else(name: str) -> None:
    assert not any(entry.common for entry in gazetteer().lookup(name))


@pytest.mark.parametrize(
    ("sentence", "start", "length", "name"),
    [
        ("Rebels of the Al - Shabaab group fled", 3, 3, "Al-Shabaab"),
        ("Rebels of al - Shabaab fled", 2, 3, "Al-Shabaab"),
        ("the U.S. Department of State said", 1, 4, "United States Department of State"),
        ("South Korea 's president", 0, 2, "South Korea"),
        ("New York 's mayor", 0, 2, "New York City"),
        ("Lord 's Resistance Army fighters", 0, 4, "Lord's Resistance Army"),
        ("the Labour party said", 1, 2, "Labour Party"),
        ("WHO officials", 0, 1, "World Health Organization"),
        ("PAKISTAN SAYS", 0, 1, "Pakistan"),
        ("Trinidad and Tobago won", 0, 3, "Trinidad and Tobago"),
        ("The Hague , Netherlands", 1, 1, "The Hague"),
    ],
)
def test_longest_name_in_running_text(sentence: str, start: int, length: int, name: str) -> None:
    found = gazetteer().longest(sentence.split(), start)
    assert found is not None
    end, entries = found
    assert (end - start, entries[0].name) == (length, name)


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("they left us there", 2), ("those who fled", 1), ("a turkey was eaten", 1), ("the officials said", 0),
        ("Said Okello spoke", 2), (", the army", 0), ("( UN )", 0),
    ],
)  # fmt: skip
def test_no_name_begins_here(sentence: str, start: int) -> None:
    assert gazetteer().longest(sentence.split(), start) is None


def test_a_comma_ends_a_name() -> None:
    found = gazetteer().longest("New , York".split(), 0)
    assert found is None or found[0] == 1


def test_own_entries_come_first() -> None:
    own = Gazetteer()
    own.add([Entry("Kisima Water Board", "Agency", "KE", abbreviation="KWB")])
    own.add([Entry("Kiwanda Workers Bloc", "Organization", "TZ", abbreviation="KWB")])
    assert [e.country for e in own.lookup("KWB")] == ["TZ", "KE"]
    assert own.lookup("kwb") == ()
    assert own.longest("the Kisima Water Board met".split(), 1) == (4, own.lookup("Kisima Water Board"))


def test_country_by_code() -> None:
    entry = country("pk")
    assert (entry.name, entry.kind, entry.links["wikidata"]) == ("Pakistan", "Country", "Q843")
    with pytest.raises(KeyError):
        country("ZQ")


@pytest.mark.parametrize(("code", "lat", "lon"), [("JP", 37.1, 138.3), ("MY", 3.6, 113.9)])
def test_the_middle_of_islands_is_ashore(code: str, lat: float, lon: float) -> None:
    state = country(code)
    assert (state.lat, state.lon) == (pytest.approx(lat, abs=0.1), pytest.approx(lon, abs=0.1))


def test_one_name_is_not_that_of_another_war() -> None:
    first, second = (gazetteer().lookup(f"{which} Chechen War")[0].name for which in ("First", "Second"))
    assert first != second


def test_dependent_territories_are_places() -> None:
    assert country("GL").kind == country("PR").kind == country("HK").kind == "Place"
    assert country("TW").kind == country("PS").kind == country("XK").kind == "Country"


def _seconds(function: Callable[[], object]) -> float:
    start = time.process_time()
    function()
    return time.process_time() - start


def test_most_tokens_cost_little() -> None:
    words = ["officials", "wanted", "Wambuiko", "near", "the", "river", "."] * 3000
    known = gazetteer()
    known.longest(words, 0)
    best = min(_seconds(lambda: [known.longest(words, i) for i in range(len(words))]) for _ in range(5))
    assert best / len(words) < 2e-6


@pytest.mark.parametrize(
    ("sentence", "start", "names"),
    [
        ("as The Hill reported", 2, ["The Hill"]), ("on the Hill yesterday", 2, []), ("said Hill yesterday", 1, []),
        ("Moody 's cut its rating", 0, ["Moody's"]), ("Turkish male singers", 1, []), ("the federal budget", 1, []),
    ],
)  # fmt: skip
def test_what_marks_a_short_name(sentence: str, start: int, names: list[str]) -> None:
    found = gazetteer().longest(sentence.split(), start)
    organisations = [e.name for e in found[1] if e.kind == "Organization"] if found else []
    assert organisations == names


def test_the_article_is_part_of_a_name_of_one_word() -> None:
    assert gazetteer().lookup("The Guardian")[0].sector == "MED"
    assert not any(e.sector == "MED" for e in gazetteer().lookup("Guardian") if e.name == "The Hill")
    assert gazetteer().lookup("The Hague")[0].name == gazetteer().lookup("Hague")[0].name == "The Hague"


def test_states_that_are_no_more_are_not_those_of_today() -> None:
    (empire,) = gazetteer().lookup("Ottoman Empire")
    assert (empire.kind, empire.country, empire.parent) == ("Country", None, "Turkey")
    assert country_of("Ottoman Empire") is None
    assert country_of("West Germany") == "DE"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Cold War", "Event"), ("Second World War", "Event"), ("Good Friday Agreement", "Document"),
        ("Geneva Conventions", "Document"), ("NPT", "Document"),
    ],
)  # fmt: skip
def test_named_events_and_documents(name: str, kind: str) -> None:
    assert gazetteer().lookup(name)[0].kind == kind


@pytest.mark.parametrize(
    ("written", "kind", "name", "code"),
    [
        ("N.D.", "Place", "North Dakota", "US"), ("S.D.", "Place", "South Dakota", "US"),
        ("D.C.", "Place", "District of Columbia", "US"), ("DC", "Place", "Washington", "US"),
        ("Calif.", "Place", "California", "US"), ("Mich.", "Place", "Michigan", "US"),
        ("W. Va.", "Place", "West Virginia", "US"), ("Miss.", "Place", "Mississippi", "US"),
        ("Ont.", "Place", "Ontario", "CA"), ("N.W.T.", "Place", "Northwest Territories", "CA"),
        ("Qld.", "Place", "Queensland", "AU"), ("OK", "Place", "Oklahoma", "US"),
        ("ND", "Party", "New Democracy", "GR"), ("PA", "Agency", "Palestinian Authority", "PS"),
        ("AFP", "Organization", "Agence France-Presse", "FR"),
        ("EPA", "Agency", "Environmental Protection Agency", "US"),
    ],
)  # fmt: skip
def test_abbreviations_of_divisions_and_agencies(written: str, kind: str, name: str, code: str) -> None:
    best = gazetteer().lookup(written)[0]
    assert (best.kind, best.name, best.country) == (kind, name, code)
    words = ["in", *written.split(), "yesterday"]
    found = gazetteer().longest(words, 1)
    assert found is not None
    assert (found[0], found[1][0].name) == (len(words) - 1, name)


@pytest.mark.parametrize("written", ["N.D.", "Miss.", "OK", "W. Va.", "PEI"])
def test_an_abbreviated_division_is_common(written: str) -> None:
    (division,) = (e for e in gazetteer().lookup(written) if e.feature == "region")
    assert division.common
    assert division.form == "abbreviation"


@pytest.mark.parametrize("word", ["Miss", "Mass", "Ill", "Ore", "ok", "Ok", "in"])
def test_without_its_dot_an_abbreviation_is_a_word(word: str) -> None:
    assert [e for e in gazetteer().lookup(word) if e.feature == "region"] == []


@pytest.mark.parametrize("written", ["Peshawar\u200e", "\ufeffPeshawar", "Pesha\u00adwar", "Pesha\u200bwar"])
def test_characters_without_width_are_no_part_of_a_name(written: str) -> None:
    assert gazetteer().lookup(written)[0].name == "Peshawar"


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [("Queensland", -22.6, 144.5), ("Ontario", 50.1, -85.8), ("Nunavut", 65.9, -98.6), ("Alberta", 55.2, -114.5)],
)
def test_the_centre_of_a_large_division_is_that_of_its_area(name: str, lat: float, lon: float) -> None:
    entry = next(e for e in gazetteer().lookup(name) if e.feature == "region")
    assert entry.lat == pytest.approx(lat, abs=0.1)
    assert entry.lon == pytest.approx(lon, abs=0.1)
