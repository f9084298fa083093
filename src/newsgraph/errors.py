"""The errors that newsgraph raises.

::

    NewsgraphError               what a person can mend; its text is one line with file and remedy
    ├── SourceError              an input can't be read, or holds no article
    ├── RecordError              a line is not a record, or its offsets do not fit its text
    ├── ModelError               the spaCy pipeline is missing or lacks a component
    ├── KnowledgeError           a table of names can't be read
    ├── ProjectError             a project file is missing, is none, or can't be written
    ├── ClusterError             machines that read together are missing, differ, or see no common folder
    ├── NotInGraphError          no node, edge, article or column goes by a name; it is a KeyError, too
    ├── ArgumentError            a value in Python is of another type than asked for; it is a TypeError, too
    └── OutputError              an output can't be written, or its ending names no format
"""

from __future__ import annotations


class NewsgraphError(Exception):
    """What a person can mend. The text is one line: what is wrong with which file, and the remedy."""


class SourceError(NewsgraphError):
    """An input can't be read, or holds no article."""


class RecordError(NewsgraphError):
    """A line is not a record of the contract, or its offsets do not fit its text."""


class NotInGraphError(NewsgraphError, KeyError):
    """No node, edge or article of the graph goes by a name, or no column of a table; a `KeyError`, too."""

    def __str__(self) -> str:
        """The text as it is, where a KeyError would quote it."""
        return str(self.args[0]) if self.args else ""


class ArgumentError(NewsgraphError, TypeError):
    """A value that a function was given in Python is of another type than it takes; a `TypeError`, too."""


class ModelError(NewsgraphError):
    """The spaCy pipeline is missing or lacks a component that is needed."""


class KnowledgeError(NewsgraphError):
    """A table of names can't be read."""


class OutputError(NewsgraphError):
    """An output can't be written, or its ending names no format."""


class ProjectError(NewsgraphError):
    """A project file is missing, is none, is of a newer newsgraph, or can't be written."""


class ClusterError(NewsgraphError):
    """Machines that read together are missing, differ from each other, or see no common folder."""
