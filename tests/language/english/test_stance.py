"""Stance: who backs, accepts, joins, rejects or withdraws a proposal of the article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgraph.records import Record

Extract = Callable[..., Record]

TAKEN = [
    # text, actor, stance
    ("France demanded that Oman open its ports, which Muscat has ruled out.", "Muscat", "oppose"),
    ("Romania proposed a joint patrol. Bulgaria turned it down.", "Bulgaria", "oppose"),
    ("Romania proposed a joint patrol. Bulgaria is against the patrol.", "Bulgaria", "oppose"),
    ("Romania proposed a joint patrol, a plan backed by Bulgaria.", "Bulgaria", "support"),
    ("Oslo offered to send a mission, an offer that Chad accepted.", "Chad", "accept"),
    ('"We support the African Union\'s proposal to send observers," Norway said.', "We", "support"),
    ("Kenyan Foreign Minister Amina Okoth offered to hold talks. Egypt welcomed Kenya's offer.", "Egypt", "support"),
    ("Romania proposed a joint patrol. Bulgaria dismissed the proposal.", "Bulgaria", "oppose"),
    ("The EU offered talks on fisheries. London accepted the offer.", "London", "accept"),
    (
        "The governor urged the city to sell the port, despite the opposition of the dockers' union.",
        "the dockers' union", "oppose",
    ),
    ("Germany backed France's call for a common army.", "Germany", "support"),
    ("Ghana called for a boycott of the games. Togo joined the call.", "Togo", "join"),
    (
        "A bill sponsored by Senator Ruth Hale to ban assault rifles was rejected by the House.",
        "House", "oppose",
    ),
    ("The minister rejected a call by Human Rights Watch for an inquiry.", "The minister", "oppose"),
    ("Norway's call for talks between Hamas and Israel was welcomed by Jordan.", "Jordan", "support"),
    ("Romania proposed a joint patrol. Bulgaria did not reject the proposal.", "Bulgaria", "support"),
]  # fmt: skip

NOT_TAKEN = [
    "The rebels want guarantees of safety. Mediators spoke of money. Rwanda backs the Qatari proposal.",
    "The government offered a raise. The union's leader advised members to accept the offer.",
    "The finance minister proposed a tax on sugar. Opposition leader Rosa Lind may reject the plan.",
    "Romania proposed a joint patrol. Bulgaria dismissed the general.",
    "Romania proposed a joint patrol. Bulgaria dismissed reports of a quarrel.",
    "Romania proposed a joint patrol. Romania supports the proposal.",
    "Romania proposed a joint patrol. Bulgaria did not say whether it backed the proposal.",
    "Romania proposed a joint patrol. The envoy may persuade Bulgaria to accept the proposal.",
    "Romania proposed a joint patrol. Bulgaria backed the plan to tax jet fuel.",
    "The senator proposed an amendment to the mining bill. The union opposed the bill.",
    "Romania called for a joint patrol. Officers spoke of the cost. A study was quoted. Bulgaria defended the plan.",
    "The party vowed to send observers. The senator accepted the party's invitation to stand.",
]


def stances(record: Record) -> list[tuple[str, str]]:
    """Actor and stance of all proposals."""
    by_id = {m.id: m.text for m in record.mentions}
    return [(by_id[s.actor], s.stance) for p in record.proposals for s in p.stances]


@pytest.mark.parametrize(("text", "actor", "stance"), TAKEN, ids=[row[0][:60] for row in TAKEN])
def test_stance(extract: Extract, text: str, actor: str, stance: str) -> None:
    assert stances(extract(text)) == [(actor, stance)]


@pytest.mark.parametrize("text", NOT_TAKEN, ids=[text[:60] for text in NOT_TAKEN])
def test_no_stance(extract: Extract, text: str) -> None:
    record = extract(text)
    assert record.proposals
    assert stances(record) == []


def test_stance_is_on_the_proposal_that_is_meant(extract: Extract) -> None:
    """An idea without an owner is that of the lead; the plan of X is what X proposed."""
    record = extract(
        "Senator Ruth Hale urged Chad and Sudan to set up a joint river commission. Omar Brelt asked Kenya to pay "
        "for the first session. The African Union backed the idea. Egypt, which supports the commission, sent an "
        "envoy. Jordan opposed the plan of Omar Brelt."
    )
    by_id = {m.id: m.text for m in record.mentions}
    commission, session = ([(by_id[s.actor], s.stance) for s in p.stances] for p in record.proposals)
    assert commission == [("African Union", "support"), ("Egypt", "support")]
    assert session == [("Jordan", "oppose")]


def test_specific_word_prefers_its_act(extract: Extract) -> None:
    record = extract(
        "The mayor demanded a curfew. The senator proposed a national dialogue and promised to raise the minimum wage, "
        "but opposition parties rejected the invitation."
    )
    assert [len(p.stances) for p in record.proposals] == [0, 1, 0]


def test_supporters_and_opponents(extract: Extract) -> None:
    record = extract("Romania proposed a joint patrol. Bulgaria dismissed the proposal. Moldova welcomed the proposal.")
    by_id = {m.id: m.text for m in record.mentions}
    proposal = record.proposals[0]
    assert [by_id[m] for m in proposal.opponents] == ["Bulgaria"]
    assert [by_id[m] for m in proposal.supporters] == ["Moldova"]


def test_proposer_withdraws(extract: Extract) -> None:
    record = extract("Minister Adeyemi proposed a curfew. Mr Adeyemi later withdrew the proposal.")
    assert stances(record) == [("Adeyemi", "withdraw")]


def test_stance_has_its_words(extract: Extract) -> None:
    text = "Romania proposed a joint patrol. Bulgaria dismissed the proposal."
    taken = extract(text).proposals[0].stances[0]
    assert text[taken.start : taken.end] == "Bulgaria dismissed the proposal"
