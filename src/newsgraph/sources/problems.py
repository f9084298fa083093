"""What can be wrong with an input, as a value: one line that names the file and the remedy."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about an input that its owner should know; the other inputs go on."""

    origin: str
    """The file, with the line where the file holds many articles."""
    message: str
    """What is wrong."""
    remedy: str
    """What to do about it."""
    lost: bool = True
    """Whether something was left out; false for a warning about an article that was kept."""

    def __str__(self) -> str:
        """One line, whatever characters the file name has."""
        line = f"{self.origin}: {self.message}; {self.remedy}"
        return "".join(char if char.isprintable() else " " for char in line)


OnProblem = Callable[[Problem], None]
"""What is called with each problem, in the order of the input."""


def warn(problem: Problem) -> None:
    """Tell of a problem by a Python warning: what `on_problem` does unless it is given."""
    warnings.warn_explicit(str(problem), UserWarning, "newsgraph", 1)
