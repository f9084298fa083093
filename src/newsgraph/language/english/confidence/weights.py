"""Weights of features, as a table, and the share of right claims that they give."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from operator import mul

from newsgraph.language.english.lexicon_files import read_lexicon


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model: a bias and a weight for each feature by name."""

    bias: float
    of: Mapping[str, float]

    def share(self, features: Mapping[str, float]) -> float:
        """The share of claims with these features that is right, from 0 to 1, in hundredths."""
        of = self.of
        odds = self.bias + sum(map(mul, map(of.get, features, repeat(0.0)), features.values()))
        return round(1.0 / (1.0 + math.exp(-odds)), 2)


@cache
def confidence_weights(name: str) -> Weights:
    """The weights of `lexicons/NAME.csv`."""
    rows = {row["feature"]: float(row["weight"]) for row in read_lexicon(name)}
    return Weights(rows.pop("bias"), rows)
