"""Dictionaries that have their keys in common."""

from __future__ import annotations

import json
import pickle
import sys

from newsgraph.graph.slim_dicts import Keyed, slim


def test_copies_are_dictionaries_like_others_and_smaller() -> None:
    made = slim(("type", "evidence", "count"))
    one, other = made.copy(), made.copy()
    one["type"], one["evidence"], one["count"] = "agent", ["a"], 1
    other["type"], other["evidence"], other["count"] = "target", [], 2
    plain = {"type": "agent", "evidence": ["a"], "count": 1}
    some = made.copy()
    some["count"] = 1
    assert some == {"type": None, "count": 1} and "evidence" not in some
    assert type(one) is dict and one == plain and list(one) == list(plain)
    assert sys.getsizeof(one) < 0.6 * sys.getsizeof(plain)
    assert json.dumps(one) == json.dumps(plain) and pickle.loads(pickle.dumps(one)) == plain
    one["role"] = "head"
    del one["count"]
    assert one == {"type": "agent", "evidence": ["a"], "role": "head"}
    assert other == {"type": "target", "evidence": [], "count": 2}
    assert made == {"type": None}


def test_each_key_has_a_dictionary_of_its_own() -> None:
    keyed = Keyed()
    agent, target = keyed["agent"].copy(), keyed["target"].copy()
    agent["agent"] = target["target"] = {}
    agent["agent role=head"] = {"count": 1}
    assert agent == {"agent": {}, "agent role=head": {"count": 1}} and target == {"target": {}}
    assert keyed["agent"] is keyed["agent"] and keyed == {"agent": {"agent": None}, "target": {"target": None}}
