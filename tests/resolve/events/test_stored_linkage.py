"""Average linkage of pairs that lie in columns: the clusters are those of pairs in memory."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.resolve.events import stored_linkage
from newsgraph.resolve.events.linkage import linked
from newsgraph.stored.arrays import Arrays, StoredArrays

PAIRS = st.dictionaries(st.sampled_from(list(combinations(range(12), 2))), st.integers(-3, 5), max_size=40)


@pytest.mark.parametrize("wide", [0, 100], ids=["many", "few"])
@pytest.mark.parametrize("arrays", [Arrays, StoredArrays], ids=["in memory", "in a file"])
@settings(max_examples=60, deadline=None)
@given(found=PAIRS)
def test_clusters_are_those_of_pairs_in_memory(
    arrays: type[Arrays], wide: int, found: dict[tuple[int, int], int]
) -> None:
    pairs = np.array(list(found), np.int32).reshape(-1, 2)
    values = np.array(list(found.values()), float) / 2
    wanted = np.arange(12)
    for groups, _ in linked(12, pairs, values, 0.0, -0.25):
        for group in groups:
            wanted[group] = group[0]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stored_linkage, "WIDE", wide)
        patch.setattr(stored_linkage, "_PAIRS", 5)
        assert stored_linkage.clusters_of(pairs, values, 12, 0.0, -0.25, arrays()).tolist() == wanted.tolist()
