"""The same proposal in several articles."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.articles import Article
from newsgraph.records import Entity, Mention, Proposal, Record, Span
from newsgraph.resolve import resolve_entities
from newsgraph.resolve.proposals import content_words, merge_proposals, proposal_accounts, sharing


def article(name: str, who: str, content: str, negated: bool = False) -> Record:
    text = f"{who} urged them to {content}."
    start = text.index(content)
    mention = Mention(id="m1", entity="e1", start=0, end=len(who), text=who, kind="Person", form="name")
    proposal = Proposal(
        id="p1", start=0, end=len(text) - 1, cue=Span(start=len(who) + 1, end=len(who) + 6, text="urged"),
        content=Span(start=start, end=start + len(content), text=content), act="urge", proposers=("m1",),
        negated=negated,
    )
    return Record(
        article=Article(id=name, text=text), entities=(Entity(id="e1", kind="Person", name=who),), mentions=(mention,),
        proposals=(proposal,),
    )


CONTENT = "set up a joint port commission for the strait"


@pytest.mark.parametrize(
    ("who", "content", "negated", "merged"),
    [
        ("Ana Torv", CONTENT, False, True),
        ("Ana Torv", "set up joint port commissions for the strait", False, True),
        ("Ana Torv", "set up a joint port commission that would look into the sinking of ferries", False, True),
        ("Ana Torv", "set up a joint fishing fleet", False, False),
        ("Ana Torv", "open the port to all ships", False, False),
        ("Ana Torv", CONTENT, True, False),
        ("Per Dahl", CONTENT, False, False),
    ],
)
def test_pairs(who: str, content: str, negated: bool, merged: bool) -> None:
    records = [article("a", "Ana Torv", CONTENT), article("b", who, content, negated)]
    resolution = resolve_entities(records)
    groups, merges = merge_proposals([x for r in records for x in proposal_accounts(r, resolution)])
    assert (len(groups) == 1) is merged and bool(merges) is merged
    assert all(m.reason.startswith("same proposer") for m in merges)


def test_content_words() -> None:
    assert content_words("to open the ports, and its bridges") == ("open", "port", "bridge")


@given(st.lists(st.lists(st.sampled_from("port ships fleet open joint strait".split()), max_size=6).map(tuple),
                unique=True, max_size=12))
def test_all_contents_that_share_three_words_are_found(contents: list[tuple[str, ...]]) -> None:
    wanted = {(one, other) for one, other in combinations(contents, 2) if len(set(one) & set(other)) >= 3}
    found = [(one, words) for words, others in sharing(contents) for one in others]
    assert set(found) == wanted and len(found) == len(wanted)
