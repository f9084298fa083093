"""Attributions: real sentences in; source, cue, content and mode out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newsgraph.record_lines import read_records
from newsgraph.records import Attribution, Record

Extract = Callable[..., Record]


def stated(record: Record) -> list[Attribution]:
    """What is said and thought, without what is only judged, wanted or mentioned."""
    return [a for a in record.attributions if a.type in ("said", "thought")]


FOUND = [
    (
        'Of his "clean" port he said at the end: "The council and I are working hard to dredge it before the snow."',
        "he", "said", '"The council and I are working hard to dredge it before the snow."', "direct",
    ),
    (
        "The convoy was to leave at noon, but the rebels held the bridge until evening, a driver said.",
        "a driver", "said", "The convoy was to leave at noon, but the rebels held the bridge until evening", "indirect",
    ),
    (
        "The banker claimed that the loan was safe, although he again refused to show the papers.",
        "The banker", "claimed", "that the loan was safe", "indirect",
    ),
    (
        "Mara Holt called for local councils to publish their accounts.",
        "Mara Holt", "called", "local councils to publish their accounts", "indirect",
    ),
    (
        "The mayor says too much is made of the delay.",
        "The mayor", "says", "too much is made of the delay", "indirect",
    ),
    (
        "The firm has pointed out that the dam is sound.",
        "The firm", "pointed", "that the dam is sound", "indirect",
    ),
    (
        "Ida Brandt is hoping that the bank will lend her the money.",
        "Ida Brandt", "hoping", "that the bank will lend her the money", "indirect",
    ),
    (
        "The poorest paid nothing, the ministry said in a June report, and the richest paid a third.",
        "the ministry", "said",
        "The poorest paid nothing, the ministry said in a June report, and the richest paid a third", "indirect",
    ),
    (
        "The government dismissed the offer: it would not talk, a spokeswoman said, until the road was open.",
        "a spokeswoman", "said", "it would not talk, a spokeswoman said, until the road was open", "indirect",
    ),
    (
        "Observers of the Organization for Security and Co-operation in Europe said on Monday that the vote was fair.",
        "Observers of the Organization for Security and Co-operation in Europe", "said", "that the vote was fair",
        "indirect",
    ),
    (
        "An opposition leader on Thursday said that the town was quiet.",
        "An opposition leader", "said", "that the town was quiet", "indirect",
    ),
    (
        "Norway urged both sides to protect civilians and asked Kenya to send aid.",
        "Norway", "urged", "to protect civilians", "indirect",
    ),
    (
        "The minister said the blockade was illegal and accused Chad of piracy.",
        "The minister", "said", "the blockade was illegal", "indirect",
    ),
    (
        'Farmers were less happy: "They broke their word," said Jan Kroll, the chairman of the federation.',
        "Jan Kroll", "said", '"They broke their word,"', "direct",
    ),
    (
        'Chad dismissed the offer: "That is a joke," said Hirut Adde, a spokeswoman.',
        "Hirut Adde", "said", '"That is a joke,"', "direct",
    ),
    (
        "Ireland suggested a delay; France said it could live with that.",
        "France", "said", "it could live with that", "indirect",
    ),
    # text, source, cue, content, mode
    (
        "The police chief said that the suspect had fled across the border.",
        "The police chief", "said", "that the suspect had fled across the border", "indirect",
    ),
    (
        "According to Oxfam, the drought has killed thousands of cattle.",
        "Oxfam", "According to", "the drought has killed thousands of cattle", "indirect",
    ),
    (
        "The ship sank within minutes, according to the coast guard.",
        "the coast guard", "according to", "The ship sank within minutes", "indirect",
    ),
    ("As the bishop told reporters, the school was empty.", "the bishop", "told", "the school was empty", "indirect"),
    (
        "The village, residents say, has had no water for a week.",
        "residents", "say", "The village, residents say, has had no water for a week", "indirect",
    ),
    (
        "Analysts believe the central bank will act.",
        "Analysts", "believe", "the central bank will act", "indirect",
    ),
    (
        "Some officials fear the truce will not hold.",
        "Some officials", "fear", "the truce will not hold", "indirect",
    ),
    (
        "A study by Lund University shows that wolves are returning.",
        "A study", "shows", "that wolves are returning", "indirect",
    ),
    (
        "The court's ruling that the vote was illegal shocked the party.",
        "The court", "ruling", "that the vote was illegal", "indirect",
    ),
    (
        "The general is confident that the town can be held.",
        "The general", "confident", "that the town can be held", "indirect",
    ),
    (
        '"We lost everything," said Amina Yusuf, a farmer from Kano.',
        "Amina Yusuf", "said", '"We lost everything,"', "direct",
    ),
    (
        "The agency quoted a minister as saying that the reactor was safe.",
        "a minister", "saying", "that the reactor was safe", "indirect",
    ),
    (
        'The president tweeted: "A great day for our nation."',
        "The president", "tweeted", '"A great day for our nation."', "direct",
    ),
    (
        "“The army has failed us.\n\n“It has left the border open,” said Senator Lopez.",
        "Senator Lopez", "said", "“The army has failed us.\n\n“It has left the border open,”", "direct",
    ),
    (
        "The company denied that it had dumped waste in the river.",
        "The company", "denied", "that it had dumped waste in the river", "indirect",
    ),
    (
        "In a statement, the ministry said that talks had stalled.",
        "the ministry", "said", "that talks had stalled", "indirect",
    ),
    (
        'The letter reads, "We shall not forget our friends."',
        "The letter", "reads", '"We shall not forget our friends."', "direct",
    ),
    (
        "The minister told parliament that the bank was insolvent.",
        "The minister", "told", "that the bank was insolvent", "indirect",
    ),
    ('"Who gave the order?" asked the judge.', "the judge", "asked", '"Who gave the order?"', "direct"),
    (
        "Report: hospital was hit by two rockets",
        "Report", "Report", "hospital was hit by two rockets", "indirect",
    ),
    (
        "The mayor said the bridge was safe but engineers disagreed.",
        "The mayor", "said", "the bridge was safe", "indirect",
    ),
    (
        "Foreign Minister Petra Lund said:\n\nThe attack on the embassy was a crime. Our staff are safe and well.",
        "Foreign Minister Petra Lund", "said",
        "The attack on the embassy was a crime. Our staff are safe and well.", "direct",
    ),
    (
        'The mayor said the plan was "a gift to the rich" and would be stopped.',
        "The mayor", "said", 'the plan was "a gift to the rich" and would be stopped', "mixed",
    ),
    (
        "Bolivia called for an immediate ceasefire in Yemen.",
        "Bolivia", "called", "an immediate ceasefire in Yemen", "indirect",
    ),
    ("Germany backed France's call for a common army.", "France", "call", "a common army", "indirect"),
    (
        "The senator called on the army to leave the town.",
        "The senator", "called", "to leave the town", "indirect",
    ),
    ("The rebels vowed to fight on.", "The rebels", "vowed", "to fight on", "indirect"),
]  # fmt: skip

NONE = [
    "Soldiers advised not to visit the harbour",
    'The reason was obvious: "Chad has replaced Mali as the main goal of the migrants."',
    "Lawmakers called out the paper for its bias.",
    "Efforts to establish what had happened went on all night.",
    "Transport Minister Said Abdou promised an inquiry.",
    'He called the trial a "farce".',
    'The so-called "safe zone" was shelled again.',
    "It was raining when the ministers met in the hall.",
    'The film "A Winter in Oslo" opened on Friday.',
    "The ministry built three schools.",
    "The minister found the keys in the hall.",
    "The court will decide whether the firms are responsible.",
    "The rules were changed so the voters can see who pays the parties.",
    "The firm must let its buyers know what they pay for.",
]


def words(text: str, attribution: Attribution) -> tuple[str | None, str | None, str, str]:
    """Source, cue, content and mode."""
    source, cue, content = attribution.source, attribution.cue, attribution.content
    return (
        None if source is None else text[source.start : source.end],
        None if cue is None else text[cue.start : cue.end],
        text[content.start : content.end],
        attribution.mode,
    )


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "mode"), FOUND, ids=[row[0][:60].replace("\n", " ") for row in FOUND]
)
def test_attribution(extract: Extract, text: str, source: str, cue: str, content: str, mode: str) -> None:
    assert [words(text, a) for a in stated(extract(text))] == [(source, cue, content, mode)]


@pytest.mark.parametrize("text", NONE)
def test_no_attribution(extract: Extract, text: str) -> None:
    assert [words(text, a) for a in stated(extract(text))] == []


INTERRUPTED = [
    (
        '"The road is closed," the mayor said, "and it will stay closed."',
        ['"The road is closed,"', '"and it will stay closed."'],
    ),
    (
        '"It is a blow," said Jan Kroll, a lawyer at the farmers\' federation. "We shall not forget it soon."',
        ['"It is a blow,"', '"We shall not forget it soon."'],
    ),
]


@pytest.mark.parametrize(("text", "parts"), INTERRUPTED, ids=["same sentence", "next sentence"])
def test_interrupted_quotation_is_one_statement_in_parts(extract: Extract, text: str, parts: list[str]) -> None:
    (found,) = stated(extract(text))
    assert [part.text for part in found.content.parts] == parts
    assert text[found.content.start : found.content.end] == text[text.index(parts[0]) :]
    assert found.mode == "direct"


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Rowan Films said it had paid $20m. The firm grew.", ["it had paid $20m"]),
        (
            "Ann Roe said the forecast was too high and has warned that growth would be slow.",
            ["the forecast was too high", "that growth would be slow"],
        ),
        ("Ann Roe denied her forecasts were too high - but refused to cut them.", ["her forecasts were too high"]),
        ("The firm has cut jobs, and the boss has left, according to Reuters.", ["the boss has left"]),
    ],
)
def test_where_a_content_ends_and_begins(extract: Extract, text: str, contents: list[str]) -> None:
    assert [text[a.content.start : a.content.end] for a in stated(extract(text))] == contents


def test_what_is_added_is_the_reporters(extract: Extract) -> None:
    text = "The coach said that the team was weak, arguing that it had lost its best men."
    assert [words(text, a)[:3] for a in stated(extract(text))] == [
        ("The coach", "said", "that the team was weak"),
        ("The coach", "arguing", "that it had lost its best men"),
    ]


def test_a_closed_quotation_stays_with_its_speaker(extract: Extract) -> None:
    text = (
        'The cable said the airline "still faces a battle to survive." Prime Minister Petra Lund described the rescue '
        "as a failure."
    )
    assert [words(text, a)[0] for a in stated(extract(text))] == ["The cable"]


def test_a_verb_joined_to_the_inner_clause_is_the_reporters(extract: Extract) -> None:
    text = "The minister admitted that one of the men may have entered the country and called for a review."
    assert [words(text, a)[:3] for a in stated(extract(text))] == [
        ("The minister", "admitted", "that one of the men may have entered the country"),
        ("The minister", "called", "a review"),
    ]


def test_own_thoughts_in_a_quotation_are_no_second_statement(extract: Extract) -> None:
    text = "“I think the bank will act,” said Petra Lund."
    assert [words(text, a)[0] for a in stated(extract(text))] == ["Petra Lund"]


def test_quotation_alone_goes_on_with_the_last_speaker(extract: Extract) -> None:
    text = '"The dam will be finished next year," Minister Rao said.\n\n"It is a great work for all of us here."'
    second = stated(extract(text))[1]
    assert words(text, second)[0] == "Minister Rao"
    assert second.cue is None


def test_chain_of_sources(extract: Extract) -> None:
    text = "The premier said he had learned that the fleet had sailed."
    found = [words(text, a) for a in stated(extract(text))]
    assert found == [
        ("The premier", "said", "he had learned that the fleet had sailed", "indirect"),
        ("he", "learned", "that the fleet had sailed", "indirect"),
    ]


def test_participle_shares_the_subject(extract: Extract) -> None:
    text = "The chairman said he regretted the decision, adding that the board would meet again."
    assert words(text, stated(extract(text))[1])[:2] == ("The chairman", "adding")


def test_source_is_resolved(extract: Extract) -> None:
    record = extract("Defence Minister Omar Khalil met the troops. Mr Khalil said that the town was safe.")
    source = stated(record)[0].source
    assert source is not None
    mention = next(m for m in record.mentions if m.id == source.mention)
    assert next(e.name for e in record.entities if e.id == mention.entity) == "Omar Khalil"


def test_hearer(extract: Extract) -> None:
    record = extract("The minister told parliament that the bank was insolvent.")
    by_id = {m.id: m.text for m in record.mentions}
    addressee = stated(record)[0].addressee
    assert addressee is not None
    assert by_id[addressee] == "parliament"


def test_source_after_according_to_is_no_hearer(extract: Extract) -> None:
    record = extract("At least 60 people have died, according to the Red Cross.")
    assert stated(record)[0].source is not None
    assert stated(record)[0].addressee is None


def test_content_on_both_sides_of_the_cue_is_two(extract: Extract) -> None:
    text = "It would study the proposal, spokeswoman Hirut Adde said, but it would not stop the campaign."
    assert [words(text, a)[2] for a in stated(extract(text))] == [
        "It would study the proposal",
        "but it would not stop the campaign",
    ]


def test_time_of_saying(extract: Extract) -> None:
    record = extract("The minister said on Monday that the bank was insolvent.", published="2026-02-05")
    assert stated(record)[0].time == "2026-02-02"


def test_credit_of_a_picture_has_no_cue(extract: Extract) -> None:
    text = "The fire spread quickly. Photo: Jonas Brandt"
    assert [words(text, a) for a in stated(extract(text))] == [
        ("Jonas Brandt", None, "The fire spread quickly.", "indirect")
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("More trials ahead Board member Ida Lund said the court would sit.", "Board member Ida Lund"),
        ("A step in the right direction The World Bank said it would build a dam.", "The World Bank"),
        ("A report by German police chief Ida Lund said the road was closed.", "A report"),
        ("A report by the World Bank said the dam was unsafe.", "A report"),
    ],
)
def test_a_crosshead_within_a_line_says_nothing(extract: Extract, text: str, source: str) -> None:
    assert [words(text, a)[0] for a in stated(extract(text))] == [source]


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("The Kenyan official said the talks had failed.", "Kenyan"),
        ("German police said the man was armed.", "German"),
        ("A spokesman for the Kenyan army said two soldiers had died.", "Kenyan"),
        ("A Kenyan tourist said the beach was empty.", None),
    ],
)
def test_holders_of_an_office_are_of_their_state(extract: Extract, text: str, home: str | None) -> None:
    record = extract(text)
    names = {m.id: text[m.start : m.end] for m in record.mentions}
    (source,) = [a.source for a in record.attributions]
    assert source is not None
    assert (None if source.home is None else names[source.home]) == home


def test_what_is_not_found_is_not_said_by_the_same(extract: Extract) -> None:
    text = "The auditors found no evidence that Arno Berg had broken the law."
    found = extract(text).attributions
    assert [(a.polarity, text[a.content.start : a.content.end]) for a in found if a.polarity != "asserted"] == [
        ("denied", "that Arno Berg had broken the law")
    ]
    assert not [a for a in found if a.polarity == "asserted" and a.type == "said"]


def test_seed(extract: Extract, shared: Path) -> None:
    """All attributions of the first article: source, cue and content overlap with those of the annotators."""
    with (shared / "gold" / "seed.jsonl").open("rb") as stream:
        gold = next(read_records(stream))
    found = stated(extract(gold.article.text))
    for wanted in gold.attributions:
        assert wanted.source is not None
        assert wanted.cue is not None
        assert any(
            a.source is not None
            and a.cue is not None
            and a.source.start < wanted.source.end
            and wanted.source.start < a.source.end
            and a.cue.start < wanted.cue.end
            and wanted.cue.start < a.cue.end
            and a.content.start < wanted.content.end
            and wanted.content.start < a.content.end
            for a in found
        ), gold.article.text[wanted.content.start : wanted.content.end]


def test_what_another_says_is_no_part_of_what_one_says(extract: Extract) -> None:
    text = "The envoy stressed that the talks were not over, and aid groups warned that the camp was full."
    assert [words(text, a)[:3] for a in stated(extract(text))] == [
        ("The envoy", "stressed", "that the talks were not over"),
        ("aid groups", "warned", "that the camp was full"),
    ]


def test_a_message_is_of_who_signs_it(extract: Extract) -> None:
    text = (
        "Great to be back in Arvik. The port is open! https://t.co/abc\n\n— Ida Lund (@idalund) March 4, 2019\n\n"
        "The governor was cheered."
    )
    (found,) = extract(text).attributions
    content = "Great to be back in Arvik. The port is open!"
    assert found.source is not None
    assert (words(text, found)[0], found.content.text, found.mode) == ("Ida Lund", content, "direct")
    assert found.confidence == 0.53


def test_what_introduces_a_statement_is_no_content(extract: Extract) -> None:
    text = "In a statement issued on Monday, the government said:\n\nThe road is closed.\n\nThe army will send aid."
    assert [a.content.text for a in stated(extract(text))] == ["The road is closed.\n\nThe army will send aid."]


def test_what_one_says_twice_is_two_statements(extract: Extract) -> None:
    text = "Ida Lund said that pictures showed a digger at the chapel and said that the house was torn down as well."
    assert [(words(text, a)[0], a.content.text) for a in stated(extract(text))] == [
        ("Ida Lund", "that pictures showed a digger at the chapel"),
        ("Ida Lund", "that the house was torn down as well"),
    ]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("The cuts, which the mayor said were unavoidable, hurt the town.", []),
        ("The firm saw its sales rise.", []),
        ("Economists see prices falling in the spring.", ["prices falling in the spring"]),
        ("The mayor promised to do what nobody had done before.", ["to do what nobody had done before"]),
        ("Officials saw that sales had risen.", ["that sales had risen"]),
        ("The mayor said rents will rise, but added that tax will fall.", ["rents will rise", "that tax will fall"]),
    ],
)
def test_what_is_said_is_a_clause_of_its_own(extract: Extract, text: str, contents: list[str]) -> None:
    assert [a.content.text for a in stated(extract(text))] == contents


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("“It was dull. No doubt,” Lund replied, ignoring the noise.", ["“It was dull. No doubt,”"]),
        ("Shops, Lund said, are in a better position.", ["Shops, Lund said, are in a better position"]),
        (
            "Lund said the bill may pass, but that the mayor may stop it.",
            ["the bill may pass, but that the mayor may stop it"],
        ),
        (
            "Growers said they sided with this, so long as wardens held wolves off their land.",
            ["they sided with this, so long as wardens held wolves off their land"],
        ),
        ("Berg said last month delayed planting is tolerable.", ["delayed planting is tolerable"]),
        (
            "Lund said in a letter marking the day that the road had served millions.",
            ["that the road had served millions"],
        ),
        ("But they later said such a swap hinged on four clubs.", ["such a swap hinged on four clubs"]),
        ("For the first time since the fire, Lund has commented on it, saying it was late.", ["it was late"]),
        ("Asked how the port would react, Lund said it would close.", ["it would close"]),
        (
            'Asked which towns might vote against it, Lund said, "I see only two of them."',
            ['"I see only two of them."'],
        ),
        ("The firm called in helpers on Friday to find a way to save the port.", []),
        ("Lund added a pike to her catch and, like Berg, narrowly kept up with her cousin.", []),
        ("The choir is expected to disclose it will split.", []),
        ("The effort lavished on finding such a cable could shorten it by six weeks.", []),
        (
            "The fire shocked the town, Lund said, and went against what he had taught.",
            ["The fire shocked the town, Lund said, and went against what he had taught"],
        ),
        (
            'However, "all of us gained in the end," Lund added, without giving details.',
            ['"all of us gained in the end,"'],
        ),
        (
            'Lund said in May that the banks have "often warned us of it."',
            ['that the banks have "often warned us of it."'],
        ),
        ('The bank "is tired of all that," Lund said.', ['The bank "is tired of all that,"']),
        ("They concluded that as much as 80% of the 4.1 million bbl.", []),
        ("But, Lund said, the new port changed that.", ["the new port changed that"]),
        (
            "As warden Ida Lund claimed, for many campers the barrier is useless.",
            ["for many campers the barrier is useless"],
        ),
        (
            "Paying for older ferries has not been excluded, she said.",
            ["Paying for older ferries has not been excluded"],
        ),
        ("It compels most farms to fence ponds, which, growers say, will slow them badly.", []),
        ("Lund and Berg agreed a deal to work on music, while the bank has left the town.", []),
        (
            "The ridges, said Kenta Morido, were too steep to carry a railway.",
            ["The ridges, said Kenta Morido, were too steep to carry a railway"],
        ),
        ("He said the plan, if built, would cost more.", ["the plan, if built, would cost more"]),
        (
            "Lund says being named an elder at the Harvest Prize Dinner rewards the patience of the crew.",
            ["being named an elder at the Harvest Prize Dinner rewards the patience of the crew"],
        ),
        ("Divers thought to be on the ferry include Ida Lund and Jo Berg.", []),
        ("The firm has a mine the mayor says it bought from Lund.", []),
    ],
)
def test_contents_begin_and_end_with_what_is_said(extract: Extract, text: str, contents: list[str]) -> None:
    assert [a.content.text for a in stated(extract(text)) if a.type == "said"] == contents


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The sign-off is not final and, according to Ida Lund, a vote has to be held.", "a vote has to be held"),
        (
            "The problem, according to Lund, is not the road; it's the bridge.",
            "The problem, according to Lund, is not the road",
        ),
        ("According to Lund, a former soldier who opposes the war, the price fell.", "the price fell"),
    ],
)
def test_according_to_somebody_is_the_clause_around_it(extract: Extract, text: str, content: str) -> None:
    found = [a.content.text for a in stated(extract(text)) if a.cue is not None and a.type == "said"]
    assert found == [content]


def test_what_should_be_is_wanted(extract: Extract) -> None:
    text = "The council suggested Berg be named the new head."
    assert [(a.content.text, a.type) for a in extract(text).attributions if a.cue is not None] == [
        ("Berg be named the new head", "wanted")
    ]


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("The World Bank's report said that prices would rise.", "World Bank"),
        ("A study released last month by the World Bank reported that prices would rise.", "World Bank"),
        ("A letter from Ida Lund said that prices would rise.", "Ida Lund"),
        ("A survey of the World Bank said that prices would rise.", None),
        ("The Apple lawsuit says that prices would rise.", None),
    ],
)
def test_a_document_speaks_for_who_wrote_it(extract: Extract, text: str, author: str | None) -> None:
    record = extract(text)
    (found,) = stated(record)
    assert found.source is not None
    names = {m.id: text[m.start : m.end] for m in record.mentions}
    assert (names.get(found.source.home or "") if found.source.speaks_for else None) == author


def test_a_question_may_be_answered_by_another(extract: Extract) -> None:
    text = "“Do you dispute that?” Lund asked Berg.\n“There can be a very small risk with respect to some of them.”"
    assert [a.content.text for a in stated(extract(text))] == ["“Do you dispute that?”"]


def test_it_adds_what_a_body_says(extract: Extract) -> None:
    text = "The World Bank said rates rose. Small firms were worst hit, it added. It noted that all had gained."
    assert [a.content.text for a in stated(extract(text))] == [
        "rates rose",
        "Small firms were worst hit",
        "that all had gained",
    ]


def test_a_paper_that_somebody_wrote_says_what_is_quoted(extract: Extract) -> None:
    text = "“Farmers can now gain by it all,” the paper, written by Ida Lund, said."
    (found,) = stated(extract(text))
    assert words(text, found)[:2] == ("the paper", "said")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'Ida Lund said the harbour would close. "We can no longer pay for the cranes." Ice lies on the road.',
            ["the harbour would close", '"We can no longer pay for the cranes."'],
        ),
        (
            '"We can no longer pay," said Ida Lund. "The cranes of the harbour are too old." Ice lies on the road.',
            ['"We can no longer pay," said Ida Lund. "The cranes of the harbour are too old."'],
        ),
        (
            'Ida Lund said the harbour would close. "The town in the sea" is a film by Arno Berg.',
            ["the harbour would close"],
        ),
        (
            '"We can no longer pay," said Ida Lund. Arno Berg stayed. "The cranes are too old for it." It rained.',
            ['"We can no longer pay,"'],
        ),
    ],
)
def test_a_quotation_by_itself_goes_on_with_what_was_reported(extract: Extract, text: str, said: list[str]) -> None:
    found = stated(extract(text))
    assert [text[a.content.start : a.content.end] for a in found] == said
    assert {words(text, a)[0] for a in found} == {"Ida Lund"}


def test_what_is_added_in_quotation_marks_is_the_reporters(extract: Extract) -> None:
    text = 'Ida Lund said the policy was apt, adding, "It looks fine to me."'
    assert [words(text, a)[0] for a in stated(extract(text))] == ["Ida Lund", "Ida Lund"]
