"""Where the ontologies are: beside the package in a wheel, at the root in a checkout."""

from __future__ import annotations

from pathlib import Path

from newsgraph.errors import OutputError

SHAPES = ("term-shapes.ttl", "shapes.ttl")
"""SHACL shapes: of single terms, as follows from the vocabulary; and of all else that graphs promise."""
ONTOLOGIES = ("newsgraph.ttl", "plover.ttl", "alignments.ttl", *SHAPES)
"""The vocabulary; the kinds of event as SKOS concepts; how both map to others; SHACL shapes."""


def ontology_path(name: str = "newsgraph.ttl") -> Path:
    """The file of an ontology.

    Raises:
        OutputError: it is in neither place.
    """
    package = Path(__file__).parents[1]
    for folder in (package / "ontologies", package.parents[1] / "ontologies"):
        if (folder / name).is_file():
            return folder / name
    raise OutputError(f"ontology {name} is missing; install newsgraph again, or run it from a whole checkout")
