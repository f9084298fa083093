"""What articles tell, on the disk: sequences as any others, whatever is told by many."""

from __future__ import annotations

import msgspec
import pytest

from newsgraph.on_disk import accounts
from newsgraph.on_disk.accounts import AccountGroups, Accounts
from newsgraph.on_disk.scratch import scratch


class Told(msgspec.Struct, frozen=True):
    words: str


def test_accounts_and_groups_are_sequences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "MANY", 3)
    told = [[Told("a"), Told("b")], [], [Told(letter) for letter in "cdefghij"]]
    every = [account for own in told for account in own]
    with scratch() as connection:
        found = Accounts(connection, "told", Told, iter(told))
        assert [found.of(article) for article in range(3)] == told
        assert (list(found), found[-1], found[1:3]) == (every, every[-1], every[1:3])
        assert list(reversed(found)) == every[::-1]
        with pytest.raises(IndexError):
            found[-11]
        wanted = [every[2:], every[:2]]
        groups = AccountGroups(found, [[2, 3, 4, 5, 6, 7, 8, 9], [0, 1]])
        assert [list(group) for group in groups] == wanted and list(groups[-1]) == wanted[-1]
        many = groups[0]
        assert [many[place] for place in range(-8, 8)] == wanted[0] * 2
        assert (many[2:7:2], many[::-1], list(reversed(many))) == (wanted[0][2:7:2], wanted[0][::-1], wanted[0][::-1])
        assert many.index(Told("g")) == 4 and Told("a") not in many
        for place in (8, -9):
            with pytest.raises(IndexError):
                many[place]
