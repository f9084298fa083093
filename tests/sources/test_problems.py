"""Problems as lines."""

from __future__ import annotations

from newsgraph.sources import Problem


def test_a_problem_is_one_line_whatever_the_file_is_called() -> None:
    problem = Problem("a\nb\x1b[31m\u2028.txt", "is empty", "fill it")
    assert str(problem) == "a b [31m .txt: is empty; fill it"
    assert problem.lost
