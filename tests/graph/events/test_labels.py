"""Labels of events are clauses that a reader understands alone."""

from collections.abc import Callable

import pytest

from newsgraph.graph.events.labels import event_label
from newsgraph.language.english.events.wording.finite import lemma_of, present
from newsgraph.language.english.events.wording.quotes import quoted
from newsgraph.records import Event, Record


def event(**facts: object) -> Event:
    given = {"id": "v1", "start": 0, "end": 5, "text": "raid", "kind": "ASSAULT", "factuality": "actual", **facts}
    return Event(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "agents", "targets", "places", "label"),
    [
        ({"phrase": "killed", "is_verb": True}, ["Gunmen"], ["11 people"], ["Adi Senbet"],
         "Gunmen killed 11 people in Adi Senbet"),
        ({"phrase": "were arrested", "is_verb": True, "passive": True}, ["police"], ["four men"], [],
         "Four men were arrested by police"),
        ({"phrase": "accepted", "is_verb": True, "taken": "Kenya's offer to host talks", "kind": "AGREE"},
         ["Ethiopia"], [], [], "Ethiopia accepted Kenya's offer to host talks"),
        ({"phrase": "placed", "is_verb": True, "taken": "five people under arrest", "kind": "COERCE"},
         ["Police"], ["five people"], [], "Police placed five people under arrest"),
        ({"phrase": "may agree", "is_verb": True, "kind": "AGREE", "factuality": "possible"}, ["Eritrea"], [], [],
         "Eritrea may agree"),
        ({"phrase": "agreed", "is_verb": True, "kind": "AGREE", "factuality": "possible"}, ["Eritrea"], [], [],
         "possibly: Eritrea agreed"),
        ({"phrase": "did not attend", "is_verb": True, "factuality": "negated"}, ["The envoy"], [], [],
         "The envoy did not attend"),
        ({"phrase": "proposed", "is_verb": True, "kind": "REQUEST", "taken": "that the council meet"},
         ["Norway"], ["the council"], [], "Norway proposed that the council meet"),
        ({"phrase": "night raid"}, ["The army"], ["a village"], [], "Night raid on a village by The army"),
        ({"phrase": "fatal police shooting"}, ["police"], ["a boy"], [], "Fatal police shooting of a boy"),
        ({"phrase": "warning", "kind": "THREATEN"}, ["Chile"], ["Peru"], [], "Warning to Peru by Chile"),
        ({"phrase": "talks", "kind": "CONSULT"}, ["Chile"], ["Peru"], ["Lima"], "Talks between Chile and Peru in Lima"),
        ({"phrase": "killed", "is_verb": True}, ["a", "b", "c", "d"], ["six men"], [],
         "A, b and 2 more killed six men"),
        ({}, ["Red Front"], ["14 people"], [], "Red Front raid 14 people"),
        ({"phrase": "killed", "is_verb": True}, [], ["six men"], ["Lima"], "Six men killed in Lima"),
        ({"phrase": "stormed", "is_verb": True}, ["Gunmen"], ["a market in northern Ethiopia"], ["Adi Senbet"],
         "Gunmen stormed a market in northern Ethiopia"),
        ({"phrase": "was arrested", "is_verb": True, "passive": True}, ["police"], ["the mayor"], [],
         "The mayor was arrested by police"),
        ({"phrase": "refusal", "kind": "REJECT", "taken": "to sign the treaty"}, ["Norway"], [], [],
         "Refusal by Norway to sign the treaty"),
        ({"phrase": "ban", "kind": "COERCE", "taken": "on British beef"}, ["Norway"], [], [],
         "Ban on British beef by Norway"),
        ({"phrase": "talks", "kind": "CONSULT", "taken": "on the border"}, ["Chile"], ["Peru"], [],
         "Talks on the border between Chile and Peru"),
        ({"phrase": "meeting", "kind": "CONSULT", "taken": "of Chile's ministers"}, ["Chile"], [], [],
         "Meeting of Chile's ministers"),
        ({"phrase": "earthquake", "kind": "DISASTER"}, [], ["40 people"], ["Lima"], "Earthquake in Lima"),
        ({"phrase": "drowning", "kind": "DISASTER"}, [], ["two boys"], [], "Drowning of two boys"),
        ({"phrase": "to oppose", "is_verb": True, "kind": "REJECT", "factuality": "future", "taken": "the bill"},
         [], [], [], "planned: oppose the bill"),
        ({"phrase": "may have killed", "is_verb": True, "factuality": "possible"}, [], ["six men"], [],
         "May have killed six men"),
    ],
)
def test_labels(
    facts: dict[str, object], agents: list[str], targets: list[str], places: list[str], label: str
) -> None:
    assert event_label(event(**facts), agents, targets, places) == label


def test_near_a_place_is_said() -> None:
    shot = event(phrase="shot", is_verb=True)
    label = event_label(shot, ["Raiders"], ["four herders"], ["Wamba"], near=True)
    assert label == "Raiders shot four herders near Wamba"


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Thirty guerrillas set the shacks on fire in Tamar on Monday.", "the shacks on fire in Tamar"),
        ("Police placed five people under arrest on Monday.", "five people under arrest"),
    ],
)
def test_a_label_keeps_what_makes_the_sense_of_the_verb(
    extract: Callable[..., Record], text: str, taken: str
) -> None:
    assert taken in {event.taken for event in extract(text).events}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("A huge fire has destroyed a supermarket in Surrey on Friday.", "A huge fire has destroyed"),
        ("An earthquake killed 40 people in Kalvar.", "An earthquake killed"),
        ("Forty people died in a quake in Kalvar.", "died"),
    ],
)
def test_what_nobody_did_has_the_force_that_did_it(extract: Callable[..., Record], text: str, label: str) -> None:
    assert label in {event.phrase for event in extract(text).events if event.kind == "DISASTER"}


@pytest.mark.parametrize(
    ("text", "phrase", "taken"),
    [
        ("Plans unveiled by the Liberals on Monday were rejected by the mayor.", "Plans were unveiled", None),
        ("The strikes were called off by the dockers' union on Friday.", "The strikes were called off", None),
        ("The report accused the army of torture.", "The report accused", None),
        ("Sanctions were imposed on Iran by the United Nations.", "sanctions were imposed", "on Iran"),
        ("Talks between Iran and France on the border collapsed.", "’s talks on the border collapsed", None),
        ("The minister has called for an independent body to be set up.", "has called for",
         "an independent body to be set up"),
        ("Norway's refusal to sign the treaty angered Sweden.", "refusal", "to sign the treaty"),
        ("Norway repeated its denials that it was implicated in the coup.", "denials",
         "that it was implicated in the coup"),
        ("The mayor has denied being \"leaned on\" by the police.", "has denied",
         "being \"leaned on\" by the police"),
        ("A magnitude 7.4 quake struck northern Chile on Thursday.", "A magnitude 7.4 quake struck", None),
        ("Six people were killed when shells hit a school.", "shells hit", "a school"),
        ("The premier spoke with the king by telephone on Friday.", "spoke", "with the king by telephone"),
        ("Planes attacked this mountain village on Sunday.", "Planes attacked", "the mountain village"),
        ("Russia rejected a text that Denmark had drafted.", "had drafted", "a text"),
        ("Protests against the pension reform began in Lima.", "Protests", "against the pension reform"),
    ],
)
def test_a_label_says_what_it_is_about(
    extract: Callable[..., Record], text: str, phrase: str, taken: str | None
) -> None:
    found = {event.phrase: event.taken for event in extract(text).events}
    assert phrase in found
    assert found[phrase] == taken or taken is None


def test_a_prefix_is_no_object(extract: Callable[..., Record]) -> None:
    record = extract("Court jails ex-minister over deal\n\nA court jailed the former minister Goran Petrak on Friday.")
    assert not {"ex", "-"} & {event.taken for event in record.events}


def test_what_stands_far_from_a_verb_is_not_its_subject(extract: Callable[..., Record]) -> None:
    record = extract("Nationals suspected of terrorism who cannot be deported were held by the police.")
    assert "can not be deported" in {event.phrase for event in record.events}


@pytest.mark.parametrize(
    ("text", "phrase", "taken"),
    [
        ("The premier heaped praise on the mayor on Friday.", "heaped", "praise on the mayor"),
        ("Police have clamped down on the sale of maps.", "have clamped down", "on the sale of maps"),
        ("Rebels were accused of burning farms, mills and bridges in the north.", "were accused",
         "of burning farms, mills and bridges in the north"),
        ("The minister used the speech to criticise the arrest of two editors.", "criticises",
         "the arrest of two editors"),
        ("A court jailed three men for insulting the king.", "insult", "the king"),
        ("Officers fired tear gas to disperse the crowd.", "fired", "tear gas to disperse the crowd"),
        ("The guards, who had fled, arrested the envoy, Rana Holt, after a chase.", "arrested", "the envoy"),
        ("Sweden rejected the offer, which was made in May, and left.", "rejected", "the offer"),
        ("They've urged Norway and Denmark to open the ports.", "have urged",
         "Norway and Denmark to open the ports"),
        ("Tomas Lund resigned on Monday. The party had pressed Mr Lund to go.", "had pressed", "Tomas Lund to go"),
    ],
)
def test_a_label_is_a_whole_clause(extract: Callable[..., Record], text: str, phrase: str, taken: str) -> None:
    assert (phrase, taken) in {(event.phrase, event.taken) for event in extract(text).events}


@pytest.mark.parametrize(
    ("lemma", "plural", "form"),
    [("carry", False, "carries"), ("say", False, "says"), ("clash", False, "clashes"), ("be", True, "are"),
     ("go", False, "goes"), ("kill", True, "kill")],
)
def test_verbs_in_the_present(lemma: str, plural: bool, form: str) -> None:
    assert present(lemma, plural=plural) == form


def test_a_lemma_that_lost_its_e_has_it_again() -> None:
    assert [lemma_of("waging", "wag"), lemma_of("cutting", "cut"), lemma_of("raiding", "raid")] == [
        "wage", "cut", "raid"
    ]  # fmt: skip


def test_one_person_has_a_verb_of_one() -> None:
    charged = event(phrase="are charged", is_verb=True, passive=True, kind="ACCUSE", taken="with fraud")
    assert event_label(charged, [], ["Rana Holt"], [], alone=True) == "Rana Holt is charged with fraud"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("that the port must open", "“the port must open”"),
        ('the mayor\'s plan was "a farce"', "“the mayor's plan was 'a farce'”"),
        ("We did it. Nobody in the room on that day would have done anything else at all there in our own place, "
         "or in yours.", "“We did it.”"),
        ('"We must leave," she said. "It is late', "“We must leave, she said. It is late”"),
        ('"We must leave,"', "“We must leave”"),
        ("one two three four five six seven eight nine ten, " * 3, "“one two three four five six seven eight nine ten, "
         "one two three four five six seven eight nine ten…”"),
    ],
)
def test_a_quote_ends_where_a_sentence_or_a_part_of_it_does(text: str, quote: str) -> None:
    assert quoted(text) == quote


@pytest.mark.parametrize(
    ("text", "phrase", "taken"),
    [
        ("The rebels tried to attack the town of Kalvar.", "tried to attack", "the town of Kalvar"),
        ("The army is expected to arrest the mayor.", "is expected to arrest", "the mayor"),
        ("There are forces who want to attack the town of Kalvar.", "want to attack", "the town of Kalvar"),
        ("A woman being held by the police in Oslo wrote a letter.", "was held", None),
        ("Norway supported the fast bowler Ida Lund.", "supported", "the fast bowler Ida Lund"),
        ("The senator urged the Credit Council (CC), the regulator, to ask for help.", "urged",
         "the Credit Council to ask for help"),
    ],
)  # fmt: skip
def test_a_label_says_all_that_its_verb_hangs_on(
    extract: Callable[..., Record], text: str, phrase: str, taken: str
) -> None:
    assert (phrase, taken) in {(event.phrase, event.taken) for event in extract(text).events}


def test_the_subject_is_told_in_the_words_of_the_article_where_nobody_is_known(extract: Callable[..., Record]) -> None:
    (suppressed,) = [e for e in extract("Any political opposition has been suppressed.").events if e.is_verb]
    assert event_label(suppressed, [], [], []) == "Any political opposition has been suppressed"


@pytest.mark.parametrize(
    ("facts", "agents", "targets", "label"),
    [
        ({"phrase": "recent talks", "kind": "CONSULT", "taken": "with its creditors"}, ["Peru"], [],
         "Peru’s recent talks with its creditors"),
        ({"phrase": "negotiations", "kind": "CONSULT", "taken": "with Zenith"}, [], ["Zenith Ltd"],
         "Negotiations with Zenith"),
        ({"phrase": "shot", "is_verb": True, "subject": "a so-called ranger"}, [], ["six men"],
         "A so-called ranger shot six men"),
        ({"phrase": "shot", "is_verb": True, "subject": "a so-called ranger"}, ["Arno Berg"], ["six men"],
         "Arno Berg shot six men"),
    ],
)
def test_whose_talks_and_whose_deed(
    facts: dict[str, object], agents: list[str], targets: list[str], label: str
) -> None:
    assert event_label(event(**facts), agents, targets, []) == label


def test_who_says_it_is_no_part_of_a_quote() -> None:
    assert quoted("\"We must leave now,\" the mayor said.") == "“We must leave now”"


def test_a_deed_of_which_nothing_is_known_has_the_clause_around_it(extract: Callable[..., Record]) -> None:
    found = {event.phrase for event in extract("The harbour was shaken by an uprising in 1986.").events}
    assert "The harbour was shaken by an uprising" in found


def test_what_is_lamented_stands_in_the_label(extract: Callable[..., Record]) -> None:
    record = extract('"The port is lost for good and all," lamented Ida Lund.')
    assert [e.taken for e in record.events if e.text == "lamented"] == ["“The port is lost for good and all”"]


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Arno Berg fled his homeland in May.", "his homeland"),
        ("Arno Berg faced criticism from those who love the port.", "criticism from those who love the port"),
    ],
)
def test_a_label_keeps_whose_and_which(extract: Callable[..., Record], text: str, taken: str) -> None:
    assert taken in {event.taken for event in extract(text).events}


def test_a_quote_does_not_end_with_its_condition() -> None:
    text = "If we need a port that is open all the year round, then we have to give up some of our old habits " * 2
    assert quoted(text) == (
        "“If we need a port that is open all the year round, then we have to give up some of…”"
    )


def test_some_are_a_subject(extract: Callable[..., Record]) -> None:
    found = {event.phrase: event.subject for event in extract("But some are criticizing the plan of the bank.").events}
    assert found["are criticizing"] == "some"


def test_who_says_it_in_its_midst_ends_a_quote(extract: Callable[..., Record]) -> None:
    record = extract(
        '"Our neighbours are a disgrace and a shame to this valley," Ida Lund told us in Oslo. "They must go."'
    )
    assert "“Our neighbours are a disgrace and a shame to this valley”" in [e.taken for e in record.events]


def test_what_somebody_is_called_has_both_quotation_marks(extract: Callable[..., Record]) -> None:
    record = extract("Ida Lund called the vote “a disgrace for the valley”.")
    assert [e.taken for e in record.events if e.text == "called"] == ["the vote “a disgrace for the valley”"]


@pytest.mark.parametrize(
    ("facts", "agents", "targets", "label"),
    [
        ({"phrase": "’s office has denied", "is_verb": True, "taken": "it", "kind": "REJECT"}, ["Ida Lund"], [],
         "Ida Lund’s office has denied it"),
        ({"phrase": "’s office has denied", "is_verb": True, "taken": "it", "kind": "REJECT"}, [], [],
         "Office has denied it"),
        ({"phrase": "cast", "is_verb": True, "taken": "ballots", "subject": "millions of voters"}, ["voters"], [],
         "Millions of voters cast ballots"),
        ({"phrase": "visit", "kind": "CONSULT", "taken": "to Oslo"}, ["Ida Lund"], ["the guild"],
         "Visit to Oslo by Ida Lund"),
        ({"phrase": "trip", "kind": "CONSULT"}, ["Ida Lund"], ["Norway"], "Trip to Norway by Ida Lund"),
        ({"phrase": "pledge", "kind": "AGREE", "taken": "to stand down"}, ["Ida Lund"], [],
         "Pledge by Ida Lund to stand down"),
        ({"phrase": "agreement", "kind": "AGREE", "taken": "to share the water"}, ["Norway"], ["Chad"],
         "Agreement between Norway and Chad to share the water"),
        ({"phrase": "resignation", "kind": "RESIGN", "taken": "from government"}, ["Ida Lund"], [],
         "Resignation of Ida Lund from government"),
        ({"phrase": "orders", "kind": "REQUEST", "taken": "from Lund"}, ["Ida Lund Berg"], [], "Orders from Lund"),
        ({"phrase": "support", "kind": "SUPPORT", "taken": "for the premier"}, ["Norway"], ["Ida Lund"],
         "Support for the premier by Norway"),
        ({"phrase": "objections", "kind": "ACCUSE"}, [], ["Ida Lund"], "Objections against Ida Lund"),
        ({"phrase": "criticism", "kind": "ACCUSE"}, [], ["Ida Lund"], "Criticism of Ida Lund"),
        ({"phrase": "made", "is_verb": True, "kind": "AGREE", "factuality": "negated", "taken": "no promise"},
         ["Norway"], [], "Norway made no promise"),
        ({"phrase": "must call", "is_verb": True, "kind": "ELECT", "factuality": "possible", "taken": "a vote"},
         ["Norway"], [], "Norway must call a vote"),
        ({"phrase": "will offer", "is_verb": True, "kind": "AGREE", "factuality": "possible", "taken": "aid"},
         ["Norway"], [], "possibly: Norway will offer aid"),
        ({"phrase": "does not leave", "is_verb": True, "kind": "RETREAT", "factuality": "possible"},
         ["Norway"], [], "possibly: Norway does not leave"),
        ({"phrase": "refused to sign", "is_verb": True, "kind": "AGREE", "factuality": "negated", "taken": "it"},
         ["Norway"], [], "Norway refused to sign it"),
        ({"phrase": "possible ban", "kind": "COERCE", "factuality": "possible"}, ["Norway"], [],
         "Possible ban by Norway"),
        ({"phrase": "Israeli strikes"}, ["Israel"], [], "Israeli strikes"),
        ({"phrase": "spilled", "is_verb": True, "kind": "DISASTER", "taken": "into the bay", "subject": "oil"}, [], [],
         "Oil spilled into the bay"),
    ],
)
def test_a_label_says_whose_and_of_whom(
    facts: dict[str, object], agents: list[str], targets: list[str], label: str
) -> None:
    assert event_label(event(**facts), agents, targets, []) == label


@pytest.mark.parametrize(
    ("text", "phrase", "subject", "taken"),
    [
        ("Chad praises the tariffs that are opposed by Sudan.", "are opposed", "the tariffs", ""),
        ("The law protects women by forbidding drivers from stopping here.", "forbids", "the law", None),
        ("Norway rejected a move that Ida Lund cautioned against.", "cautioned", None, "against a move"),
        ("Ida Lund warned it was a chance to be jumped at.", "warned", None, "it was a chance to be jumped at"),
        ("Norway accused those in power of theft.", "accused", None, "those in power of theft"),
        ("Ida Lund was freed for the first time in nine winters.", "was freed", None,
         "for the first time in nine winters"),
        ("Wardens warned they would arrest any hiker who feeds them.", "would arrest", None,
         "any hiker who feeds them"),
        ("Norway threatened to close the port if the rebels attack it.", "threatened", None,
         "to close the port if the rebels attack it"),
        ("Ida Lund said: “I welcome the words of Arno Berg.”", "welcomes", None, "the words of Arno Berg"),
        ("Ida Lund declared herself a candidate for the presidency.", "declared", None,
         "herself a candidate for the presidency"),
        ("Restrictions for farmers have risen to unseen levels.",
         "Restrictions for farmers have risen to unseen levels", None, ""),
        ("The bank offered a one-off 'tax holiday' to firms.", "offered", None, "a one-off tax holiday to firms"),
        ("Ida Lund urged the bank to review the way the race is managed.", "urged", None,
         "the bank to review the way the race is managed"),
        ("Ida Lund warned against too much haste.", "warned", None, "against too much haste"),
        ("They've been accusing Norway of theft.", "have been accusing", None, "Norway of theft"),
        ("Ida Lund asked Norway to open its ports and threatening to leave, she wept.", "asked", None,
         "Norway to open its ports"),
    ],
)
def test_a_label_is_understood_alone(
    extract: Callable[..., Record], text: str, phrase: str, subject: str | None, taken: str | None
) -> None:
    found = {event.phrase: (event.subject or "", event.taken or "") for event in extract(text).events}
    assert phrase in found
    assert subject is None or found[phrase][0] == subject
    assert taken is None or found[phrase][1] == taken


def test_an_abbreviation_ends_no_quote() -> None:
    text = "she prefers a levy for ships of ports that do not show U.S. crews decent respect in most of their own yards"
    assert quoted(text).endswith("that do not show U.S. crews decent respect in most of their…”")


def test_where_something_is_said_is_not_where_it_is_to_be() -> None:
    urged = event(phrase="urged", is_verb=True, kind="REQUEST", taken="Chad to open its ports")
    assert event_label(urged, ["Norway"], [], ["Oslo"]) == "In Oslo, Norway urged Chad to open its ports"
