"""Whether it happened, and whose claim it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newsgraph.language.english.events.factuality.cues import factuality_cues
from newsgraph.records import Record


@pytest.mark.parametrize(
    ("sentence", "trigger", "factuality"),
    [
        ("The army attacked the port.", "attacked", "actual"),
        ("The army has attacked the port.", "attacked", "actual"),
        ("The army did not attack the port.", "attack", "negated"),
        ("The army no longer controls the port.", "controls", "negated"),
        ("The army could attack the port.", "attack", "possible"),
        ("The army might have attacked the port.", "attacked", "possible"),
        ("The army reportedly attacked the port.", "attacked", "possible"),
        ("The army is going to attack the port.", "attack", "future"),
        ("The army will reopen the port and return the ships.", "return", "future"),
        ("The minister said that he would resign.", "resign", "future"),
        ("The minister would resign if the party lost.", "resign", "possible"),
        ("The minister would resign if the party lost.", "lost", "possible"),
        ("Unless the rebels surrender, the army will attack.", "surrender", "possible"),
        ("The rebels plan to reopen the road.", "reopen", "future"),
        ("The rebels want to reopen the road.", "reopen", "possible"),
        ("The rebels are expected to reopen the road.", "reopen", "future"),
        ("The rebels failed to reopen the road.", "reopen", "negated"),
        ("The rebels refused to reopen the road.", "reopen", "negated"),
        ("The rebels began to reopen the road.", "reopen", "actual"),
        ("The rebels did not begin to reopen the road.", "reopen", "negated"),
        ("The union asked the firm to reopen the mine.", "reopen", "possible"),
        ("The mayor denied that the police had beaten the men.", "beaten", "negated"),
        ("The gunmen left without harming the hostages.", "harming", "negated"),
        ("The gunmen fled after harming the hostages.", "harming", "actual"),
        ("The bank prevented a collapse.", "collapse", "negated"),
        ("The planned strike would hit the railways.", "strike", "future"),
        ("The alleged attack took place on Sunday.", "attack", "possible"),
        ("There was no attack.", "attack", "negated"),
        ("The monks called for talks.", "talks", "possible"),
        ("The army will hold talks with the rebels.", "talks", "future"),
        ("The villagers protested to stop the mine.", "stop", "possible"),
        ("Nobody attacked the port.", "attacked", "negated"),
        ("Norland accused Sudovia of arming the militia.", "arming", "possible"),
        ("The mayor was accused of murder.", "murder", "possible"),
        ("Critics blame the mayor for closing the school.", "closing", "possible"),
        ("The mayor was blamed after closing the school.", "closing", "actual"),
        ("She proposed that Norland end the raids and that Sudovia withdraw its troops.", "withdraw", "possible"),
        ("The mayor denied the claim that the police had beaten the men.", "beaten", "actual"),
        ("The army rejected the allegation that it had beaten the men.", "beaten", "possible"),
        ("The army will not stop the raids.", "raids", "actual"),
        ("The minister called the vote a mistake.", "vote", "actual"),
        ("The council did not condemn the attack.", "attack", "actual"),
    ],
)
def test_factuality(extract: Callable[..., Record], sentence: str, trigger: str, factuality: str) -> None:
    record = extract(sentence, published="2025-03-12")
    event = next(event for event in record.events if event.text.split()[0] == trigger)
    assert event.factuality == factuality


CASES = [line.split("|") for line in Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("sentence", "trigger", "factuality"), CASES)
def test_factuality_of_many_turns(
    extract: Callable[..., Record], sentence: str, trigger: str, factuality: str
) -> None:
    test_factuality(extract, sentence, trigger, factuality)


@pytest.mark.parametrize(
    ("sentence", "trigger", "source"),
    [
        ("The spokesman said that the army had killed two rebels.", "killed", "The spokesman"),
        ("The army had killed two rebels, the spokesman said.", "killed", "the spokesman"),
        ("The army killed two rebels.", "killed", None),
        ("The spokesman said that the army had killed two rebels.", "said", None),
        ("Norland's ministry accused Sudovia of arming the militia.", "arming", "Norland's ministry"),
        ("The ministry denied arming the militia.", "arming", "The ministry"),
        ("The mayor said the union must end the strike.", "said", None),
        # What only is named in what is said, and known, is not told by who says it.
        ("The mayor said the strike that crippled the port had cost millions.", "crippled", None),
        ("The mayor said the invasion had weakened the party.", "invasion", None),
        ("The mayor said the shelling began at dawn.", "shelling", "The mayor"),
        ("The mayor said there had been an explosion.", "explosion", "The mayor"),
        ("The mayor believes the miners will return after the police shot a man.", "shot", None),
        ("The rebels left when the army shelled the port, the mayor said.", "shelled", "the mayor"),
        ("The mayor said he would resign if the rebels attacked the port.", "attacked", None),
        ("The mayor said he was investigating reports that rebels had shelled the port.", "shelled", None),
        ("The union urged an end to the siege of the port.", "siege", None),
        ("The mayor's warning that rebels had shelled the port was heard.", "shelled", "The mayor"),
    ],
)
def test_whose_claim(extract: Callable[..., Record], sentence: str, trigger: str, source: str | None) -> None:
    record = extract(sentence)
    event = next(event for event in record.events if event.text == trigger)
    texts = {mention.id: mention.text for mention in record.mentions}
    assert (texts[event.attributed_to] if event.attributed_to else None) == source


def test_cues_have_known_values() -> None:
    values = {value for cues in factuality_cues().values() for value in cues.values()}
    assert values == {"actual", "possible", "future", "negated"}


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Next month's summit in Oslo may fail. The envoys prepared papers for the summit.", ["future", "future"]),
        ("Next month's summit may fail. At the summit in Oslo the envoys agreed on tariffs.", ["future", "actual"]),
        ("Next month's summit may fail. The last summit was a success.", ["future", "actual"]),
        ("Next month's trade summit may fail. At last year's climate summit the envoys agreed. They prepared papers "
         "for the summit.", ["future", "actual", "future"]),
        ("The summit in Oslo failed. The envoys had prepared papers for the summit.", ["actual", "actual"]),
    ],
)
def test_what_is_still_to_come_is_so_wherever_it_is_named(
    extract: Callable[..., Record], text: str, factuality: list[str]
) -> None:
    events = sorted(extract(text).events, key=lambda event: event.start)
    assert [event.factuality for event in events if event.text == "summit"] == factuality
