"""The project file: a corpus that grows and is corrected, in one SQLite file.

It keeps articles, their records by the version that read them, failures, runs, the keys of nodes and the decisions of
people. Whatever ends a program, the file holds what was committed, and the same command goes on from there.
"""

from newsgraph.project.project import Project, open_project

__all__ = ["Project", "open_project"]
