"""The faults that a reader would find worst, each in a sentence: who does not speak, what is not proposed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgraph.records import Record

Extract = Callable[..., Record]


def _said(record: Record) -> list[tuple[str | None, str, str, str, str]]:
    text = record.article.text
    return [
        (
            None if a.source is None else text[a.source.start : a.source.end],
            text[a.content.start : a.content.end], a.polarity, a.type, a.mode,
        )
        for a in record.attributions
    ]  # fmt: skip


def test_a_denial_is_no_claim(extract: Extract) -> None:
    found = _said(extract("Officials denied that the mayor had taken money."))
    assert [row[1:3] for row in found] == [("that the mayor had taken money", "denied")]


def test_what_a_critic_believes_that_another_thinks_is_no_speech_of_the_other(extract: Extract) -> None:
    found = _said(extract("Critics believe that President Arno Berg thinks the union is weak."))
    assert ("President Arno Berg", "the union is weak", "asserted", "thought", "indirect") in found
    assert not [row for row in found if row[0] == "President Arno Berg" and (row[3] == "said" or row[4] != "indirect")]


def test_a_closed_quotation_does_not_go_to_the_speaker_of_the_next_sentence(extract: Extract) -> None:
    text = 'Ida Lund runs the port. "The road is closed," she said. "It will stay so." The mayor said it was a pity.'
    found = _said(extract(text))
    assert [source for source, content, *_ in found if "It will stay so" in content] != ["The mayor"]
    assert ("The mayor", "it was a pity", "asserted", "said", "indirect") in found


def test_they_are_no_body_in_the_singular(extract: Extract) -> None:
    record = extract("Kenya closed the port. They said the bridge was unsafe.")
    (said,) = record.attributions
    assert said.source is not None
    names = {m.id: m.entity for m in record.mentions}
    kinds = {e.id: e.kind for e in record.entities}
    assert said.source.mention is None or kinds[names[said.source.mention]] in ("Group", "Person")


def test_the_title_of_a_film_is_no_speech(extract: Extract) -> None:
    found = _said(extract('The film "The Last Harbour" opened on Friday. Ida Lund liked it.'))
    assert not [content for _, content, *_ in found if "Last Harbour" in content]


def test_the_daily_that_is_told_is_no_duration(extract: Extract) -> None:
    record = extract("The minister told the daily Morgenpost that the army would stay.")
    assert not [t for t in record.times if "daily" in record.article.text[t.start : t.end]]
    assert [row[1] for row in _said(record)] == ["that the army would stay"]


@pytest.mark.parametrize(
    "text",
    [
        "The union called on ministers to stop it.",
        "The union wants to work with them.",
        "The minister demanded that they drop it.",
        "Lawmakers called out the press for being slow.",
    ],
)
def test_what_only_points_elsewhere_is_no_proposal(extract: Extract, text: str) -> None:
    assert extract(text).proposals == ()


def test_who_answers_does_not_urge_the_paper(extract: Extract) -> None:
    text = (
        "Ida Lund, the mayor of Velden, spoke with the Harbour Post.\n\n"
        "Q: Should the dam be built?\n\nA: The government must build the dam now.\n\nQ: Why?\n\nA: The river is rising."
    )
    record = extract(text)
    names = {m.id: m.entity for m in record.mentions}
    entities = {e.id: e.name for e in record.entities}
    for proposal in record.proposals:
        assert "Harbour Post" not in [entities[names[m]] for m in proposal.proposers]


def _of(found: list[tuple[str | None, str, str, str, str]], content: str) -> list[tuple[str | None, str, str]]:
    """Source, polarity and mode of what has such a content."""
    return [(source, polarity, mode) for source, said, polarity, _, mode in found if content in said]


def test_an_unnamed_official_is_tied_to_the_body(extract: Extract) -> None:
    record = extract("A spokeswoman for Norsk Hydro said the dam was safe. Police in Lagos said that two men had fled.")
    names = {e.id: e.name for e in record.entities}
    entity_of = {m.id: m.entity for m in record.mentions}
    tied = [a.source and a.source.home and names[entity_of[a.source.home]] for a in record.attributions]
    assert tied == ["Norsk Hydro", "Lagos"]


def test_what_is_neither_confirmed_nor_denied_is_open(extract: Extract) -> None:
    found = _said(extract("The ministry could neither confirm nor deny that the envoy had left."))
    assert _of(found, "the envoy had left") == [("The ministry", "undecided", "indirect")]


def test_joint_speakers_of_a_quotation_are_kept(extract: Extract) -> None:
    (said,) = extract('"I am glad," said Arno Berg, a lawyer, and Ida Lund, a judge.').attributions
    assert said.source is not None
    assert len([said.source.mention, *said.source.joint]) == 2


def test_who_answers_at_a_press_conference(extract: Extract) -> None:
    text = (
        'At a press conference in Oslo, Ida Lund was asked about the strike. "It will end soon," she said. '
        'Asked whether she would resign, she said: "No, I will not."'
    )
    found = _said(extract(text))
    assert _of(found, "It will end soon") == [("she", "asserted", "direct")]
    assert _of(found, "No, I will not") == [("she", "asserted", "direct")]


def test_words_in_inverted_commas_are_no_speech(extract: Extract) -> None:
    text = 'The "experts" came back with a so-called “solution”. It was ‘free’ of charge.'
    assert _said(extract(text)) == []


def test_where_and_when_it_was_said_is_no_content(extract: Extract) -> None:
    found = _said(extract("On Friday, in a speech in Oslo, the king said that the war was over."))
    assert [row[:2] for row in found] == [("the king", "that the war was over")]


def test_a_quotation_and_the_clause_in_it_are_one_statement(extract: Extract) -> None:
    found = _said(extract('"I think that the port is lost," Ida Lund said.'))
    assert [row[:2] for row in found] == [("Ida Lund", '"I think that the port is lost,"')]


def test_a_bare_speaker_behind_a_full_stop_has_the_quotation(extract: Extract) -> None:
    found = _said(extract('"The port is lost." Ida Lund said. The mayor opened a school.'))
    assert _of(found, "The port is lost") == [("Ida Lund", "asserted", "direct")]


def test_a_proposal_has_no_date_but_one_that_the_text_gives(extract: Extract) -> None:
    (proposal,) = extract("Ida Lund urged the union to end the strike.").proposals
    assert proposal.time is None
    assert proposal.deadline is None


def _speakers(record: Record) -> list[str | None]:
    """Who says each statement, by the name of its entity, in the order of the text."""
    entity = {m.id: m.entity for m in record.mentions}
    name = {e.id: e.name for e in record.entities}
    said = sorted(record.attributions, key=lambda a: a.content.start)
    return [
        None if a.source is None or a.source.mention is None else name[entity[a.source.mention]] for a in said
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Arno Berg leads the party. Olaf Dahl said that Arno Berg had to go. He added that the party was weak.",
         "Olaf Dahl"),
        ('Olaf Dahl criticised Arno Berg. "Arno Berg has lost the trust of his party," he said.', "Olaf Dahl"),
        ("The Zenith Bank said Kenya would grow. Malta would grow as well, it added.", "Zenith Bank"),
        ("Diplomats said the ministers of Chad met the bishops. They added that the talks were short.", "Diplomats"),
        ('According to Olaf Dahl, Arno Berg is ill. "Arno Berg has been ill for weeks," he said.', "Olaf Dahl"),
    ],
)  # fmt: skip
def test_who_goes_on_speaking_is_who_spoke_last(extract: Extract, text: str, last: str) -> None:
    assert _speakers(extract(text))[-1] == last


def test_who_goes_on_speaking_is_nobody_where_a_paper_spoke(extract: Extract) -> None:
    found = _speakers(extract("A statement said Kenya had closed the port. It said that the port would open again."))
    assert found[-1] is None or found[-1] != "Kenya"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The union said the talks would go on, but did not give a date.", "the talks would go on"),
        ("Ida Lund said the port would close but the farmers say that it will stay.", "the port would close"),
        ("Arno Berg told parliament two days ago the bank is ruined.", "the bank is ruined"),
        ("Noting that the harvest was poor, Ida Lund said the price would rise.", "the price would rise"),
        ("In his letter, the contents of which were released today, Arno Berg said the plan was late.",
         "the plan was late"),
    ],
)  # fmt: skip
def test_a_content_is_what_its_source_says_and_no_more(extract: Extract, text: str, content: str) -> None:
    assert content in [row[1] for row in _said(extract(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The deficit, which Ida Lund said would be large, rose again.",
        "Celebrities might not welcome the change.",
        "Farmers need to register by May.",
    ],
)
def test_what_no_reader_understands_or_nobody_says_is_no_statement(extract: Extract, text: str) -> None:
    assert _said(extract(text)) == []


def test_who_is_asked_asks_nothing(extract: Extract) -> None:
    found = _said(extract('Asked whether the port would close, Ida Lund said: "It will stay open."'))
    assert [row[:1] for row in found if row[2] == "asked"] == []


def test_to_stress_something_is_no_judgement_of_it(extract: Extract) -> None:
    found = _said(extract("Ida Lund stressed the need for rain."))
    assert [row[3] for row in found] == ["mentioned"]
