"""Events told again, in response to each other, one the cause or a part of the other; and when they happened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgraph.records import Event, Record

Extract = Callable[..., Record]


def chain(record: Record, trigger: str) -> list[str]:
    """The triggers of all records of the event that a word names."""
    by_id = {event.id: event for event in record.events}

    def first(event: Event) -> str:
        return event.id if event.same_as is None else first(by_id[event.same_as])

    wanted = first(next(event for event in record.events if event.text == trigger))
    return [event.text for event in record.events if first(event) == wanted]


def test_a_refusal_and_its_saying_are_one(extract: Extract) -> None:
    assert chain(extract("The union said it will not negotiate with the firm."), "said") == ["said", "negotiate"]


def linked(record: Record, trigger: str, link: str) -> str | None:
    """The trigger of the event that a link of an event leads to."""
    event = next(event for event in record.events if event.text == trigger)
    other = getattr(event, link)
    return next((e.text for e in record.events if e.id == other), None)


@pytest.mark.parametrize(
    ("text", "trigger", "records"),
    [
        (
            "Rebels bombed an army depot in Kalvar on 3 March 2025. The attack killed four soldiers. "
            "The army said it would respond to the bombing.",
            "bombed",
            ["bombed", "attack", "killed", "bombing"],
        ),
        (
            "Police arrested 30 demonstrators. The arrests were condemned by the bishop.",
            "arrested",
            ["arrested", "arrests"],
        ),
        (
            "The president met union leaders on Tuesday. The meeting lasted two hours. "
            "A second meeting is planned for Friday.",
            "met",
            ["met", "meeting"],
        ),
        (
            "Norland expelled two Sudovian diplomats after the arrest of a trader. The move surprised the ministry.",
            "expelled",
            ["expelled", "move"],
        ),
        (
            "Gunmen killed a judge in Kalvar on Monday. Gunmen killed a mayor in Kalvar on Tuesday.",
            "killed",
            ["killed"],
        ),
        (
            "An earthquake struck the island on Sunday. The quake killed 12 people and injured 40.",
            "earthquake",
            ["earthquake", "struck", "quake", "killed", "injured"],
        ),
        ("Dozens were killed when a ferry capsized.", "killed", ["killed", "capsized"]),
        (
            "Gunmen stormed a mine near Kalvar on Monday, killing nine people and wounding 20. "
            "The Blue Front claimed responsibility for the attack in a video. The bishop condemned the killings.",
            "stormed",
            ["stormed", "killing", "wounding", "attack", "killings"],
        ),
        (
            "The army attacked the rebels on Monday, five days after the militia killed 11 people in Kalvar.",
            "attacked",
            ["attacked"],
        ),
        (
            "Nine guerrillas were killed in Kalvar, and six soldiers were killed in Tessin.",
            "killed",
            ["killed"],
        ),
        (
            "Rebels attacked a barracks in Kalvar on Monday. They fought a war with Norland from 1998 to 2000. "
            "The minister condemned the attack.",
            "attacked",
            ["attacked", "attack"],
        ),
        (
            "Rebels attacked a barracks in Kalvar. Three attacks in Kalvar were reported by the police. "
            "A raid by the rebels in Kalvar followed.",
            "attacked",
            ["attacked"],
        ),
        (
            "Operation Iron Gate, which Norland launched on March 9, has cost 40 lives.",
            "launched",
            ["Operation Iron Gate", "launched"],
        ),
    ],
)
def test_told_again(extract: Extract, text: str, trigger: str, records: list[str]) -> None:
    assert chain(extract(text, published="2025-03-12"), trigger) == records


def test_records_of_one_event_share_what_they_say(extract: Extract) -> None:
    text = "Rebels bombed an army depot in Kalvar on 3 March 2025. The attack killed four soldiers."
    record = extract(text, published="2025-03-12")
    attack = next(event for event in record.events if event.text == "attack")
    assert (attack.time, attack.time_reason, attack.counts) == ("2025-03-03", "same event", {"killed": 4})
    bombed = next(event for event in record.events if event.text == "bombed")
    assert bombed.counts == {"killed": 4}


def test_a_named_operation_and_what_it_answers(extract: Extract) -> None:
    text = (
        "Operation Iron Gate, a series of air strikes on rebel camps in Sudovia, began on 2 February 2025. "
        "The operation was a response to the January 12 market bombing, which killed nine people."
    )
    record = extract(text, published="2025-03-12")
    operation = next(event for event in record.events if event.name == "Operation Iron Gate")
    assert (operation.kind, operation.time) == ("ASSAULT", "2025-02-02")
    assert chain(record, "Operation Iron Gate") == ["Operation Iron Gate", "air strikes", "operation"]
    assert linked(record, "Operation Iron Gate", "response_to") == "bombing"
    bombing = next(event for event in record.events if event.text == "bombing")
    assert (bombing.time, bombing.counts) == ("2025-01-12", {"killed": 9})


@pytest.mark.parametrize(
    ("text", "trigger", "link", "other"),
    [
        ("Norland shelled Kalvar in retaliation for the bombing of a school.", "shelled", "response_to", "bombing"),
        ("The strike was a reaction to the arrest of two drivers.", "strike", "response_to", "arrest"),
        ("The arrest of the editor sparked protests.", "arrest", "cause_of", "protests"),
        ("The protests were triggered by the arrest of the editor.", "arrest", "cause_of", "protests"),
        ("The explosion led to the evacuation of the town.", "explosion", "cause_of", "evacuation"),
        ("The raid was part of an offensive against the militia.", "raid", "part_of", "offensive"),
    ],
)
def test_links(extract: Extract, text: str, trigger: str, link: str, other: str) -> None:
    assert linked(extract(text), trigger, link) == other


def test_what_may_cause_something_has_caused_nothing(extract: Extract) -> None:
    assert linked(extract("A magnitude 6 earthquake can cause severe damage."), "earthquake", "cause_of") is None


@pytest.mark.parametrize(
    ("text", "trigger", "time", "reason"),
    [
        ("Gunmen attacked the convoy on Monday.", "attacked", "2025-03-10", "clause"),
        ("Monday's attack on the convoy was the third this year.", "attack", "2025-03-10", "clause"),
        ("Police said on Tuesday that gunmen had attacked the convoy.", "attacked", None, None),
        ("Police said on Tuesday that gunmen had attacked the convoy.", "said", "2025-03-11", "clause"),
        ("The minister has resigned.", "resigned", None, None),
        ("The minister is weighing a ban.", "weighing", "2025-03-12", "present tense"),
        ("The army shells villages in the north.", "shells", None, None),
        ("The death toll from the bombing rose to six on Monday.", "bombing", None, None),
        ("Six have been killed after a bus plunged into a ravine on Monday.", "killed", "2025-03-10", "same event"),
        ("In January the army shelled Kalvar, and 19 people were detained.", "detained", "2025-01", "clause above"),
        ("The region needs aid.", "needs", None, None),
        ("The victims of the crash were named on Monday.", "crash", None, None),
        ("The minister resigned.", "resigned", None, None),
        ("The envoys will meet on Friday.", "meet", "2025-03-14", "clause"),
        ("The two sides agreed in 2019 to reopen the border.", "agreed", "2019", "clause"),
        ("The army shelled the town on Sunday, killing six people.", "killing", "2025-03-09", "clause above"),
        ("Norland attacked on Monday in response to a raid on Kalvar.", "raid", None, None),
        ("The raid was revenge for the arrest of its leader in January.", "raid", None, None),
        ("The raid was revenge for the arrest of its leader in January.", "arrest", "2025-01", "clause"),
        ("The party demanded a vote by the end of 2027.", "demanded", None, None),
        ("The strike began on 5 March 2025 and ended two days later.", "ended", "2025-03-07", "clause"),
    ],
)
def test_time(extract: Extract, text: str, trigger: str, time: str | None, reason: str | None) -> None:
    record = extract(text, published="2025-03-12")
    event = next(event for event in record.events if event.text == trigger)
    assert (event.time, event.time_reason) == (time, reason)


def test_a_place_is_of_its_own_event(extract: Extract) -> None:
    text = "The president, who was born in Rome, met union leaders in Paris."
    record = extract(text)
    places = {mention.id: mention.text for mention in record.mentions}
    met = next(event for event in record.events if event.text == "met")
    assert [places[place] for place in met.places] == ["Paris"]


def test_talk_of_such_things_is_not_claimed(extract: Extract) -> None:
    record = extract("Cooperation could reduce violence.")
    talk = [event for event in record.events if event.text in ("Cooperation", "violence")]
    assert len(talk) == 2 and all((event.confidence or 0) < 0.5 for event in talk)


def test_an_event_of_no_kind_is_one_by_its_name(extract: Extract) -> None:
    record = extract("The Olympic Games open in May. Chile has sent ten athletes to the Olympic Games.")
    games = [event for event in record.events if event.name]
    assert len(games) == 2 and games[1].same_as == games[0].id


def test_headline_and_lead_are_one(extract: Extract) -> None:
    text = "Gunmen kill nine in attack on mine\n\nGunmen stormed a mine near Kalvar on Monday, killing nine people."
    record = extract(text, published="2025-03-12", title="Gunmen kill nine in attack on mine")
    assert chain(record, "stormed") == ["kill", "attack", "stormed", "killing"]


def test_a_launch_gives_the_operation_its_agent_and_day(extract: Extract) -> None:
    text = "The mayor said that it would not stop Operation Iron Gate, the campaign that Norland launched on March 9."
    record = extract(text, published="2025-03-12")
    operation = next(event for event in record.events if event.name)
    names = {mention.id: mention.text for mention in record.mentions}
    assert (operation.factuality, operation.time) == ("actual", "2025-03-09")
    assert [names[agent] for agent in operation.agents] == ["Norland"]


def test_an_operation_is_called_by_its_name(extract: Extract) -> None:
    text = "The army attacked camps in Sudovia on Monday. The operation, which the army calls Iron Gate, has ended."
    record = extract(text, published="2025-03-12")
    operation = next(event for event in record.events if event.text == "operation")
    assert (operation.name, operation.time, operation.kind) == ("Operation Iron Gate", "2025-03-10", "ASSAULT")


def test_the_named_place_is_where(extract: Extract) -> None:
    record = extract("Norland carried out strikes on suspected depots in Kalvar.")
    names = {mention.id: mention.text for mention in record.mentions}
    assert [names[place] for place in record.events[0].places] == ["Kalvar"]


def test_a_shortened_headline_is_passive(extract: Extract) -> None:
    text = "Police break up rally in Kalvar, dozens arrested\n\nPolice broke up a rally in Kalvar on Monday."
    record = extract(text, published="2025-03-12", title="Police break up rally in Kalvar, dozens arrested")
    arrested = next(event for event in record.events if event.text == "arrested")
    names = {mention.id: mention.text for mention in record.mentions}
    assert ([names[t] for t in arrested.targets], arrested.agents) == (["dozens"], ())
    assert arrested.counts == {}


def test_dozens_in_the_headline_are_the_number_in_the_lead(extract: Extract) -> None:
    text = "Gunmen kill dozens in mine\n\nGunmen stormed a mine near Kalvar on Monday, killing 31 people."
    record = extract(text, published="2025-03-12", title="Gunmen kill dozens in mine")
    assert chain(record, "stormed") == ["kill", "stormed", "killing"]


def test_means_are_kept_as_words(extract: Extract) -> None:
    record = extract("The rebels attacked the base with mortars.")
    assert record.events[0].instruments == ("mortars",)


# Text, a trigger in it, the named places where it happened.
PLACES = [
    ("The two presidents met at the White House.", "met", {"White House"}),
    ("Miners protested outside the Supreme Court in Nairobi.", "protested", {"Supreme Court", "Nairobi"}),
    ("A bomber rammed the gate of a base in Kalvar, killing two.", "killing", {"Kalvar"}),
    ("A bomber rammed a van into a base in Kalvar, killing two.", "killing", {"Kalvar"}),
    ("Two men were shot in Mombasa, near Malindi.", "shot", {"Mombasa"}),
    ("Two men were shot near Kalvar.", "shot", {"Kalvar"}),
    ("The army of Norland joined the United Nations.", "joined", set()),
    ("In a speech in Nairobi, Lena Marsh urged Norway to open its ports.", "urged", {"Nairobi"}),
    ("In a speech on the war in Kenya, Lena Marsh praised the army.", "praised", set()),
    ("Norway is building bombs in the first place.", "building", set()),
]


@pytest.mark.parametrize(("text", "trigger", "places"), PLACES)
def test_places(extract: Extract, text: str, trigger: str, places: set[str]) -> None:
    record = extract(text)
    event = next(event for event in record.events if event.text == trigger)
    text_of = {m.id: m.text.removeprefix("the ") for m in record.mentions if m.form == "name"}
    assert {text_of[m] for m in event.places if m in text_of} == places


def test_what_stands_in_brackets_takes_no_part(extract: Extract) -> None:
    record = extract("(Lena Marsh/The Coastal Ledger) Tom Reed and Ana Torv met in Kalvar on Monday.")
    met = next(event for event in record.events if event.text == "met")
    assert [m.text for m in record.mentions if m.id in met.agents] == ["Tom Reed", "Ana Torv"]


def test_those_who_explain_a_plural_take_its_part(extract: Extract) -> None:
    record = extract("Countries like France, Chad and Niger condemned the coup.")
    event = next(event for event in record.events if event.text == "condemned")
    assert [m.text for m in record.mentions if m.id in event.agents] == ["France", "Chad", "Niger"]


@pytest.mark.parametrize(
    "text",
    [
        "Boss of Karelu Bank steps down\nThe head of Karelu Bank resigned on Monday.",
        "Governor condemns raid\nThe governor, Ada Quill, has condemned the raid on the market.",
    ],
)
def test_the_lead_tells_the_headline_again(extract: Extract, text: str) -> None:
    events = [e for e in extract(text).events if e.kind in ("RESIGN", "ACCUSE")]
    assert len(events) == 2
    assert events[1].same_as == events[0].id


@pytest.mark.parametrize(
    "text",
    [
        "Police found evidence of an alleged plan to launch an attack in Belgium.",
        "Operation Iron Gate, which the army launched on Saturday, killed ten rebels.",
        "The court carried out the sentence on Friday.",
    ],
)
def test_what_tells_an_event_again_names_an_earlier_record(extract: Extract, text: str) -> None:
    events = extract(text).events
    place = {event.id: n for n, event in enumerate(events)}
    assert all(place[e.same_as] < place[e.id] for e in events if e.same_as is not None)


def test_a_sentence_is_no_recall_of_an_envoy(extract: Callable[..., Record]) -> None:
    record = extract(
        "Court jails ex-minister over deal; Norland recalls envoy\n\nA court sentenced former minister Goran Petrak to "
        "eight years in prison on Friday."
    )
    told = {event.text: event for event in record.events}
    assert told["sentenced"].same_as in (None, told["jails"].id)


def test_votes_of_two_sorts_are_two_events(extract: Extract) -> None:
    record = extract("Labour lost the European election in June. The general election is on 5 May.")
    assert chain(record, "general election") == ["general election"]


def test_what_two_people_say_is_told_once_each(extract: Extract) -> None:
    record = extract("Erik Lunde blamed the minister for the crash. Ana Frisk blamed the minister, too.")
    first, second = (event for event in record.events if event.text == "blamed")
    assert first.same_as is None and second.same_as is None


def test_who_blames_the_weather_accuses_nobody(extract: Extract) -> None:
    record = extract("The brewer blamed weak demand for its results.")
    assert [event.kind for event in record.events if event.text == "blamed"] == ["OTHER"]
