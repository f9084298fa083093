"""Coreference: which mentions are of one entity, and why."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgraph.records import Record

Extract = Callable[..., Record]


def chain(record: Record, text: str) -> list[str]:
    """The mentions of the entity of the first mention with this text, in their order."""
    entity = next(m.entity for m in record.mentions if m.text == text)
    return [m.text for m in record.mentions if m.entity == entity]


# Text, and the mentions of one entity, all of them.
CHAINS: list[tuple[str, list[str]]] = [
    # surnames and short names
    ("Olena Savchuk chairs the board. Savchuk took over in May.", ["Olena Savchuk", "Savchuk"]),
    ("Prime Minister Rajan Mukherjee flew to Oslo. Mr Mukherjee returned on Friday.", ["Rajan Mukherjee", "Mukherjee"]),
    (
        "Miguel Ángel Fuentes Prado won. Fuentes Prado will be sworn in on Monday.",
        ["Miguel Ángel Fuentes Prado", "Fuentes Prado"],
    ),
    ("George T. Hallam resigned. George Hallam had been ill.", ["George T. Hallam", "George Hallam"]),
    ("Halvorsen Motors cut jobs. Halvorsen will close two plants.", ["Halvorsen Motors", "Halvorsen"]),
    (
        "Mahmoud el-Khatib flew to Rome. El-Khatib met the envoy. Later el-Khatib said he would return.",
        ["Mahmoud el-Khatib", "El-Khatib", "el-Khatib", "he"],
    ),
    (
        "Dawit Tesfaye-Gebru spoke. Tesfaye-Gebru left. Tesfaye had won.",
        ["Dawit Tesfaye-Gebru", "Tesfaye-Gebru", "Tesfaye"],
    ),
    # acronyms, both ways round and later alone
    (
        "The Eastern Fisheries Commission (EFC) met. The EFC adopted quotas.",
        ["Eastern Fisheries Commission", "EFC", "EFC"],
    ),
    (
        "The EFC (Eastern Fisheries Commission) met. The EFC adopted quotas.",
        ["EFC", "Eastern Fisheries Commission", "EFC"],
    ),
    (
        "The National Liberation Council seized power. NLC fighters hold the port.",
        ["National Liberation Council", "NLC"],
    ),
    # titles and descriptions
    ("Mayor Petra Svoboda opened the fair. The mayor thanked the firemen.", ["Petra Svoboda", "The mayor"]),
    (
        "Tariq Mansoor, the interior minister, resigned. The minister cited his health.",
        ["Tariq Mansoor", "the interior minister", "The minister", "his"],
    ),
    ("Agnes Achieng is a judge. The judge lives in Kisumu.", ["Agnes Achieng", "a judge", "The judge"]),
    ("Bolivia sealed its border. The country fears an epidemic.", ["Bolivia", "its", "The country"]),
    # pronouns
    ("Maria Sandoval said she would run again.", ["Maria Sandoval", "she"]),
    ("Peter Lindgren met Anna Castellanos. He gave her a letter.", ["Peter Lindgren", "He"]),
    ("The Unity Party lost seats. It will leave the coalition.", ["Unity Party", "It"]),
    ("The Unity Party tabled a bill. The mayor opposed it.", ["Unity Party"]),
    ("The Unity Party met. Prices rose. The rain went on. It was late in coming.", ["Unity Party"]),
]


@pytest.mark.parametrize(("text", "expected"), CHAINS, ids=[case[0][:40] for case in CHAINS])
def test_chains(extract: Extract, text: str, expected: list[str]) -> None:
    assert chain(extract(text), expected[0]) == expected


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The Foreign Ministry summoned the envoy. The army was put on alert.", "The army", "army"),
        ("The Supreme Court convicted him. The police said the army had left.", "the army", "army"),
        ("The Bundeswehr sent ships. The army lost two.", "The army", "Bundeswehr"),
        ("Li Wen met Omar Said. Li handed Omar a list and asked him to return.", "him", "Omar Said"),
        ("Omar Said said troops had hit a house, killing a woman and her son. He was angry.", "her", "woman"),
        ("Omar Said said troops had hit a house, killing a woman and her son. He was angry.", "He", "Omar Said"),
        ("Chile and Peru signed. Bolivia's minister urged both countries to talk.", "both countries", "Chile"),
        ("The leaders of Chile and Peru met.", "The leaders of Chile and Peru", "leader of Chile"),
        ("The European Union met. Brussels has pledged aid.", "Brussels", "European Union"),
        ("Tehran will not hand over the data.", "Tehran", "Iran"),
        ("Kenyan President Omar Haddad met her. The Kenyan leader smiled.", "The Kenyan leader", "Omar Haddad"),
        ("Kenyan President Omar Haddad met her. The Ugandan leader left.", "The Ugandan leader", "Ugandan leader"),
        ("Chile and Peru met in Quito, hosted by Kenya and Mali. Both sides signed.", "Both sides", "Chile"),
        ("The High Court ordered the union to end the strike. The union will appeal.", "The union", "union"),
        ("Lena Marsh met Tom Delaney. Delaney urged restraint.", "Delaney", "Tom Delaney"),
        ("The Rapid Support Forces signed. A doctor blamed the RSF.", "RSF", "Rapid Support Forces"),
        ("Mr Haddad met Mr Kolar in Lima.", "Haddad", "Haddad"),
        ("Madrid turned down the request.", "Madrid", "Spain"),
        ("The party, New Dawn, won.", "The party", "New Dawn"),
        ("The ruling New Dawn party won. New Dawn will govern.", "The ruling New Dawn party", "New Dawn"),
        ("The Kenya police came.", "The Kenya police", "Kenya police"),
        ("Chad accused Sudan. Sudan denied it. The country expelled two envoys.", "The country", "Sudan"),
        ("Delhi told Islamabad to stop.", "Islamabad", "Pakistan"),
        ("The economist Adam Marsh was honoured. He gave the Adam Marsh Lecture. Marsh left.", "Marsh", "Adam Marsh"),
        ("Ann Marsh met Ann Roe. Later Ann left.", "Ann", "Ann"),
        ("Michael Marsh met the daughter of King Michael of Norland.", "Michael", "Michael"),
        ("On stage were Tom Roe, the hotel manager, Mr Roe's wife and a priest.", "Mr Roe's wife", "Mr Roe's wife"),
        ("Kenyan banks United Bank of Mali and River Trust Bank have agreed plans to merge.", "Kenyan banks",
         "Kenyan banks"),
    ],
)
def test_whom_words_mean(extract: Extract, text: str, word: str, name: str) -> None:
    record = extract(text)
    names = {entity.id: entity.name for entity in record.entities}
    assert next(names[m.entity] for m in record.mentions if m.text == word) == name


@pytest.mark.parametrize(
    "text",
    [
        "Lena Marsh is best known as Kenya's foreign minister. Kenya closed its border.",
        "Lena Marsh, nicknamed Kenya's Iron Lady, spoke. Kenya closed its border.",
    ],
)
def test_what_a_person_is_known_as_is_no_other_name(extract: Extract, text: str) -> None:
    record = extract(text)
    assert {("Person", "Lena Marsh"), ("Country", "Kenya")} <= {(e.kind, e.name) for e in record.entities}


def test_brussels_is_belgium_where_belgium_acts(extract: Extract) -> None:
    record = extract("Belgium will arm its police. Brussels expelled two diplomats.")
    assert chain(record, "Brussels")[:1] == ["Belgium"]


def test_the_owner_of_a_subject_is_not_its_object(extract: Extract) -> None:
    record = extract("Li Wen proposed a hotline. Kenya's minister did not support it.")
    assert "it" not in [m.text for m in record.mentions]


def test_spouses_are_two(extract: Extract) -> None:
    text = "Victor Almqvist and his wife, Greta Almqvist, left. Greta Almqvist was pale. Mrs. Almqvist had asked to."
    record = extract(text)
    assert "Greta Almqvist" not in chain(record, "Victor Almqvist")
    assert chain(record, "Greta Almqvist").count("Almqvist") == 1


def test_brothers_are_two(extract: Extract) -> None:
    record = extract("Hamid Rahmani fled. His brother Yusuf Rahmani stayed. Yusuf Rahmani was arrested later.")
    assert "Yusuf Rahmani" not in chain(record, "Hamid Rahmani")


def test_two_countries_are_two_mentions_over_one_span(extract: Extract) -> None:
    record = extract("Peru and Chile signed a treaty. Both countries will withdraw troops.")
    both = [m for m in record.mentions if m.text == "Both countries"]
    names = {e.id: e.name for e in record.entities}
    assert sorted(names[m.entity] for m in both) == ["Chile", "Peru"]
    assert {m.reason for m in both} == {"both of them"}


def test_both_sides_are_the_two_countries(extract: Extract) -> None:
    record = extract("Peru and Chile signed a treaty. Both sides will withdraw troops.")
    names = {e.id: e.name for e in record.entities}
    assert sorted(names[m.entity] for m in record.mentions if m.text == "Both sides") == ["Chile", "Peru"]


def test_the_alliance_is_the_body_with_that_word(extract: Extract) -> None:
    record = extract("The Progress Alliance beat the Northern Centre. The alliance will have 19 seats.")
    assert chain(record, "Progress Alliance") == ["Progress Alliance", "The alliance"]


def test_a_headline_is_taken_up_by_the_lead(extract: Extract) -> None:
    record = extract(
        "Gunmen killed three people in Chad\n\nGunmen killed three people in Chad on Monday, witnesses said."
    )
    assert chain(record, "Gunmen") == ["Gunmen", "Gunmen"]


def test_they_takes_up_joined_subjects(extract: Extract) -> None:
    record = extract("Peru and Chile signed a treaty. They will withdraw troops.")
    names = {e.id: e.name for e in record.entities}
    assert sorted(names[m.entity] for m in record.mentions if m.text == "They") == ["Chile", "Peru"]


def test_the_town_of_a_name_is_that_town(extract: Extract) -> None:
    record = extract("Rebels entered Moyale. The town of Moyale lies on the border.")
    assert chain(record, "Moyale") == ["Moyale", "The town of Moyale", "Moyale"]


def test_a_president_before_another_of_the_name(extract: Extract) -> None:
    record = extract(
        "President Almeida flew home on Monday. His wife, Teresa Almeida, stayed. President Almeida will speak."
    )
    assert chain(record, "Teresa Almeida").count("Almeida") == 0


def test_a_speaker_says_i(extract: Extract) -> None:
    record = extract("“I will appeal,” said Leila Haddad. “My lawyers are ready.”")
    assert chain(record, "Leila Haddad") == ["I", "Leila Haddad", "My"]


def test_it_that_says_nothing_is_no_mention(extract: Extract) -> None:
    record = extract("Ecuador is calm. It is likely that talks will resume.")
    assert chain(record, "Ecuador") == ["Ecuador"]


def test_it_was_reported_that_says_nothing(extract: Extract) -> None:
    record = extract("Ecuador is calm. It was reported that two soldiers had fled.")
    assert chain(record, "Ecuador") == ["Ecuador"]


def test_bodies_that_begin_alike_stay_apart(extract: Extract) -> None:
    record = extract("The United Nations met. The United Nations Office on Drugs and Crime reported.")
    assert chain(record, "United Nations") == ["United Nations"]


def test_an_indefinite_noun_phrase_is_new(extract: Extract) -> None:
    record = extract("Minister Carla Rossi spoke. A minister from Spain answered.")
    assert chain(record, "Carla Rossi") == ["Carla Rossi"]


def test_a_name_of_another_gender_is_not_meant(extract: Extract) -> None:
    record = extract("Mr. Karlsson met Mrs. Oduya in Lagos. She asked for help.")
    assert "She" in chain(record, "Oduya")


def test_every_link_has_a_reason(extract: Extract) -> None:
    record = extract("Ines Moreau, the envoy, met Omar Siddiqui. She told the UN (United Nations) that he agreed.")
    assert record.mentions
    assert all(m.reason for m in record.mentions)


def test_the_chairman_of_a_party_by_its_acronym(extract: Extract) -> None:
    record = extract(
        "Asif Noorani, chairman of the Coastal Farmers Party (CFP), spoke on Monday. The CFP chairman left early. "
        "The Labour chairman stayed."
    )
    found = chain(record, "Asif Noorani")
    assert "The CFP chairman" in found
    assert "The Labour chairman" not in found


def test_the_brother_of_another_is_another(extract: Extract) -> None:
    record = extract("Jonas Ekdahl and his brother fled. Anna Brandt was sad. Her brother was ill.")
    assert "his brother" not in chain(record, "Her brother")


LEAD = (
    "Union leader urges Gabon to raise wages\n\nA Gabonese union leader on Monday urged the cabinet to raise wages.\n\n"
)


def test_who_is_named_in_the_next_paragraph(extract: Extract) -> None:
    record = extract(LEAD + "Prosper Nzamba, who leads the Dockers Union, said that prices had doubled.")
    found = chain(record, "Prosper Nzamba")
    assert found == ["Union leader", "A Gabonese union leader", "Prosper Nzamba"]
    reasons = {m.reason for m in record.mentions if m.text == "A Gabonese union leader"}
    assert reasons == {"named in the next sentence"}


def test_who_speaks_is_named_in_the_next_sentence(extract: Extract) -> None:
    record = extract("Prices rose. Most were hurt, the campaign's director told a paper. Jan Holm said it was late.")
    assert chain(record, "Jan Holm") == ["the campaign's director", "Jan Holm"]


@pytest.mark.parametrize(
    "second",
    [
        "Finance Minister Daniel Okoye said that prices had doubled.",
        "Prices have doubled, economists say. Daniel Okoye said that he would wait.",
    ],
)
def test_who_is_somebody_else_in_the_next_paragraph(extract: Extract, second: str) -> None:
    assert "A Gabonese union leader" not in chain(extract(LEAD + second), "Daniel Okoye")


def test_his_country_is_the_one_he_speaks_for(extract: Extract) -> None:
    record = extract("Gabon and Chad met. Gabon's Foreign Minister Prosper Nzamba said his country would pay.")
    assert chain(record, "Gabon") == ["Gabon", "Gabon", "his country"]


# Text, the word, and whose it is.
FIRST_PERSON = [
    ('"We will answer in kind," said Ines Duarte, Peru\'s ambassador to the UN.', "We", "Peru"),
    ('"I will answer in kind," said Ines Duarte, Peru\'s ambassador to the UN.', "I", "Ines Duarte"),
    ('"We will hire," said Ines Duarte, chief executive of Halvorsen Motors.', "We", "Halvorsen Motors"),
    ('"We will strike on Friday," said Ines Duarte, a nurse from Lima.', "We", None),
    ('"We will win," said Ines Duarte, a former minister of Peru.', "We", None),
]


@pytest.mark.parametrize(("text", "word", "name"), FIRST_PERSON)
def test_we_is_whom_the_speaker_speaks_for(extract: Extract, text: str, word: str, name: str | None) -> None:
    record = extract(text)
    names = {e.id: e.name for e in record.entities}
    assert [names[m.entity] for m in record.mentions if m.text == word] == ([name] if name else [])


def test_officials_of_two_countries_are_two_groups(extract: Extract) -> None:
    record = extract("Hungarian and Romanian officials met on Monday. They signed a treaty.")
    names = {e.id: (e.name, e.country) for e in record.entities}
    both = [("Hungarian officials", "HU"), ("Romanian officials", "RO")]
    assert sorted(names[m.entity] for m in record.mentions if m.text == "Hungarian and Romanian officials") == both
    assert sorted(names[m.entity] for m in record.mentions if m.text == "They") == both


# Text, and words that are no mention: they stand for nobody.
NOBODY = [
    ("The council met on Monday. No country voted against the text.", "No country"),
    ("The ceremony took place in Lima on Monday.", "place"),
    ("It is unclear which minister signed the order.", "which minister"),
    ("Villagers dispute army's toll in border operation.", "dispute army"),
]


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_what_stands_for_nobody(extract: Extract, text: str, words: str) -> None:
    assert words not in {m.text for m in extract(text).mentions}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Figures from the ministry showed that exports fell.", "Other"),
        ("Senior figures of the party met in Oslo.", "Group"),
        ("The latest figures prompted the minister to resign.", "Other"),
    ],
)
def test_figures_are_people_only_where_the_text_says_so(extract: Extract, text: str, kind: str) -> None:
    kinds = {m.kind for m in extract(text).mentions if "igures" in m.text}
    assert kinds <= {kind}


def test_a_date_is_no_part_of_who_acted(extract: Extract) -> None:
    record = extract("On May 5 gunmen of the Grey Valley Front killed two guards.")
    assert [m.text for m in record.mentions if "gunmen" in m.text] == ["gunmen of the Grey Valley Front"]


def test_who_says_a_quotation_is_not_in_it(extract: Extract) -> None:
    record = extract('Dr. Lena Harper counted the dead. "There were two women and a child," she said.')
    assert chain(record, "Lena Harper") == ["Lena Harper", "she"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Chinese President Lin Hao met Jacob Zulu in Durban. The Chinese president then flew to Lusaka.", "Lin Hao"),
        ("German politician Uwe Holt met German politician Anna Berg. The German politician left.", None),
        ("President Karl Olm spoke. The Chinese president left.", None),
    ],
)
def test_a_nationality_before_an_office_tells_whose_it_is(extract: Extract, text: str, meant: str | None) -> None:
    record = extract(text)
    mention = next(m for m in record.mentions if m.text in ("The Chinese president", "The German politician"))
    entity = next(e for e in record.entities if e.id == mention.entity)
    assert (entity.name if entity.name in ("Lin Hao", "Uwe Holt", "Anna Berg", "Karl Olm") else None) == meant


def test_i_of_a_reader_is_not_who_was_reported_before(extract: Extract) -> None:
    record = extract("Lena Marsh says the bridge is safe. I agree with her. We should cross it.")
    assert not {m.text for m in record.mentions} & {"I", "We"}


def test_it_that_asks_is_the_text_that_called_before(extract: Extract) -> None:
    record = extract("Chad abstained. The resolution calls on Kenya to leave. It asks Mali to send observers.")
    assert "It" not in {m.text for m in record.mentions}


# Text, a description in it, and the name that it is of.
DESCRIBED: list[tuple[str, str, str]] = [
    # the name right behind, where the parse loses it
    (
        "The chairwoman of the Alpine dairy association in Lucerne, Regula Ammann, criticised the tariff.",
        "The chairwoman of the Alpine dairy association", "Regula Ammann",
    ),
    (
        "The secretary general of NFU (National Farmers Union), Piotr Zielinski, has called the plan dangerous.",
        "The secretary general of NFU", "Piotr Zielinski",
    ),
    (
        "Halvorsen Motors and its largest rival, Nordvik Shipping, sued the ministry.",
        "its largest rival", "Nordvik Shipping",
    ),
    # named paragraphs before
    (
        "Sen. Ruth Calloway wants a new levy. Calloway met farmers on Friday. Many were angry.\n\nA vote is due in "
        "May. The bill may fail.\n\nThe senator urged the governor to sign it.", "The senator", "Ruth Calloway",
    ),
    (
        "Erik Lunde was arrested in May in Tarnby. Police searched his flat. Lunde denied everything.\n\n"
        "The 34-year-old suspect was charged on Friday.", "The 34-year-old suspect", "Erik Lunde",
    ),
    (
        "The Federal Labour Court heard the case. Two firms had asked for damages. Lawyers spoke for hours.\n\n"
        "Unions protested outside. Traffic stopped.\n\nThe labour court must decide by June.",
        "The labour court", "Federal Labour Court",
    ),
    # named below the lead
    (
        "Man jailed for arson in Tarnby\n\nA man was sentenced to nine years in prison on Friday for setting fire to a "
        "school.\n\nErik Lunde was arrested in May after police searched his flat. Lunde denied the charge. He was "
        "sentenced by a court in Tarnby.", "A man", "Erik Lunde",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "description", "name"), DESCRIBED)
def test_a_description_is_of_the_name_that_the_article_gives_elsewhere(
    extract: Extract, text: str, description: str, name: str
) -> None:
    assert name in chain(extract(text), description)


# Text, a description in it, and a name that it is not of.
NOT_DESCRIBED: list[tuple[str, str, str]] = [
    ("According to the mayor, Piotr Zielinski, a farmer, was hurt.", "the mayor", "Piotr Zielinski"),
    ("He had to form a coalition with Shas, Meretz, and two others.", "a coalition", "Meretz"),
    (
        "Lucia Ferrante sang in Oslo on Friday. Ferrante began with a ballad. She left late.\n\nA judge fined the "
        "promoter. The fine was small.", "the promoter", "Lucia Ferrante",
    ),
    (
        "Erik Lunde spoke in Tarnby. Lunde praised the police. He thanked them.\n\nIt rained.\n\nThe suspect fled.",
        "The suspect", "Erik Lunde",
    ),
    (
        "Ruth Calloway opened the fair. Calloway praised the farmers. She left at noon.\n\nIt rained.\n\n"
        "Another woman fell into the river.", "Another woman", "Ruth Calloway",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "description", "name"), NOT_DESCRIBED)
def test_a_description_that_may_be_of_anybody_is_of_nobody_named(
    extract: Extract, text: str, description: str, name: str
) -> None:
    assert name not in chain(extract(text), description)


def test_they_are_those_who_met(extract: Extract) -> None:
    record = extract("Olena Savchuk met with Rajan Mukherjee on Monday. They agreed to share the costs.")
    named = {entity.id: entity.name for entity in record.entities}
    assert {named[m.entity] for m in record.mentions if m.text == "They"} == {"Olena Savchuk", "Rajan Mukherjee"}


def test_the_man_is_nobody_where_somebody_without_a_name_may_be_meant(extract: Extract) -> None:
    record = extract("Tom Brook is on trial. The witness is a former agent. An officer who questioned the man left.")
    brook = next(entity.id for entity in record.entities if entity.name == "Tom Brook")
    assert [mention.text for mention in record.mentions if mention.entity == brook] == ["Tom Brook"]


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("Deputy Prime Minister John Pratt spoke. The prime minister said he was pleased.", "The prime minister"),
        ("Shadow home secretary David Dale spoke. The home secretary said it would go on.", "The home secretary"),
        ("Vice President Ana Lund resigned. The president accepted it on Tuesday.", "The president"),
        ("Former minister Bo Frisk criticised the bill. The minister rejected the claim.", "The minister"),
    ],
)
def test_a_deputy_is_not_the_holder_of_the_office(extract: Extract, text: str, description: str) -> None:
    record = extract(text)
    named = {m.entity for m in record.mentions if m.form == "name"}
    assert [m.entity for m in record.mentions if m.text == description and m.entity in named] == []


def test_a_deputy_is_the_deputy(extract: Extract) -> None:
    record = extract("Deputy Prime Minister John Pratt spoke. The deputy prime minister said he was pleased.")
    (pratt,) = (m.entity for m in record.mentions if m.text == "John Pratt")
    assert [m.entity for m in record.mentions if m.text == "The deputy prime minister"] == [pratt]


NOBODY_SO_CALLED = [
    ("Norway signed the pact. Secretary of State Dana Fox was there.", "State"),
    ("Norway signed the pact. Investors worry about the state of the economy.", "the state of the economy"),
    ("Norway signed the pact. Changes in this area are rare.", "this area"),
    ("The Food and Drug Administration closed a plant. The administration wants a new law.", "The administration"),
    ("Jan Holm told the Harmouth Evening News that he was hurt. The club fined him.", "The club"),
]


@pytest.mark.parametrize(("text", "words"), NOBODY_SO_CALLED)
def test_a_noun_that_says_too_little_takes_up_no_name(extract: Extract, text: str, words: str) -> None:
    record = extract(text)
    names = {m.entity for m in record.mentions if m.form == "name"}
    assert not [m for m in record.mentions if m.text == words and m.entity in names]


@pytest.mark.parametrize(
    "text",
    [
        "Bo Frisk told Jan Holm to help him.",
        "Jan Holm criticised Bo Frisk for hitting him.",
        "Analysts expect the banks to pay them.",
    ],
)
def test_an_object_is_not_who_does_it_unsaid(extract: Extract, text: str) -> None:
    record = extract(text)
    names = {e.id: e.name for e in record.entities}
    found = {m.text: names[m.entity] for m in record.mentions if m.form == "pronoun"}
    assert found.get("him") != ("Jan Holm" if "told" in text else "Bo Frisk")
    assert found.get("them") != "banks"


NAMES_OF_ONE = [
    (
        "Prices rose, the National Prices Institute, INDUC, said. INDUC had forecast less.",
        {"INDUC", "National Prices Institute"},
    ),
    ("North Korea fired a missile. The North said it was a test.", {"North Korea", "North"}),
    ("North Korea has rockets. But the North and the South will talk, South Korea said.", {"North Korea", "North"}),
]
NAMES_OF_TWO = [
    ("South Korea played well. It rained in the South of England.", "South Korea"),
    ("The Merdan Group, CIA, and Interpol took part.", "Merdan Group"),
]


@pytest.mark.parametrize(("text", "expected"), NAMES_OF_ONE)
def test_letters_and_halves_are_names_of_one(extract: Extract, text: str, expected: set[str]) -> None:
    record = extract(text)
    assert expected in [
        {m.text for m in record.mentions if m.entity == e.id and m.form == "name"} for e in record.entities
    ]


@pytest.mark.parametrize(("text", "name"), NAMES_OF_TWO)
def test_letters_and_halves_of_others_stay_apart(extract: Extract, text: str, name: str) -> None:
    record = extract(text)
    (entity,) = [e for e in record.entities if e.name == name]
    assert {m.text for m in record.mentions if m.entity == entity.id and m.form == "name"} == {name}


DESCRIBED = [
    ("The Scottish Rescue Service took two men home. The rescue service said little.", "The rescue service"),
    ("Merdan Motors wants new markets. The company - which makes vans - will hire.", "The company"),
    (
        "A small company failed in Oslo. Nobody knew why. It rained. Snow fell. Days went by. Merdan Motors makes vans."
        " Merdan Motors is rich. The company will hire.",
        "The company",
    ),
]


@pytest.mark.parametrize(("text", "words"), DESCRIBED)
def test_a_description_by_the_name_and_by_who_was_spoken_of_last(extract: Extract, text: str, words: str) -> None:
    record = extract(text)
    (entity,) = [m.entity for m in record.mentions if m.text == words]
    assert [m for m in record.mentions if m.entity == entity and m.form == "name"]


def test_an_army_is_no_movement(extract: Extract) -> None:
    record = extract("The Israel Defense Forces took a town. Oslo criticised the movement.")
    names = {m.entity for m in record.mentions if m.form == "name"}
    assert not [m for m in record.mentions if m.text == "the movement" and m.entity in names]


def test_a_shop_is_no_newspaper(extract: Extract) -> None:
    record = extract(
        "The online retail giant Amazon is close to new deals, according to a report in the Financial Times. "
        "The newspaper named two sources."
    )
    names = {e.id: e.name for e in record.entities}
    assert [names[m.entity] for m in record.mentions if m.text == "The newspaper"] != ["Amazon.com"]


@pytest.mark.parametrize(
    ("text", "word", "count"),
    [
        ("Analysts expect losses. Prices rose. It is the oil, analysts said.", "nalysts", 1),
        ("Analysts expect losses. Prices rose. It is the oil, other analysts said.", "nalysts", 2),
        ("Gunmen took a town. It rained. Gunmen burned a mill in Oslo.", "unmen", 2),
    ],
)
def test_sources_that_are_called_alike_are_one(extract: Extract, text: str, word: str, count: int) -> None:
    assert len({m.entity for m in extract(text).mentions if word in m.text}) == count


def test_we_of_a_statement_is_who_issues_it(extract: Extract) -> None:
    record = extract("The United States condemns the raid. Our condolences go to the families. We urge Iraq to act.")
    names = {entity.id: entity.name for entity in record.entities}
    found = {mention.text: names[mention.entity] for mention in record.mentions if mention.form == "pronoun"}
    assert found == {"Our": "United States", "We": "United States"}


def test_we_in_quotation_marks_or_of_a_writer_is_not_the_country_that_condemns(extract: Extract) -> None:
    record = extract("Norland condemns the raid. I think that we welcome it.")
    assert not [mention for mention in record.mentions if mention.text == "we"]


def test_fighters_belong_to_a_group_that_is_named_alone(extract: Extract) -> None:
    text = (
        "Boko Haram fired on a convoy.{} Villagers fled that night.\n\nThey waited for days. Aid came late. Nobody "
        "slept. Schools stayed shut.\n\nThe Islamic extremists burned the mill."
    )
    assert "Boko Haram" in chain(extract(text.format("")), "The Islamic extremists")
    assert "Boko Haram" not in chain(extract(text.format(" Al-Shabaab did not help it.")), "The Islamic extremists")
