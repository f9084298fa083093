"""The licence under which a graph in RDF is published: it has none unless those who publish it give one."""

from __future__ import annotations

from newsgraph.errors import OutputError
from newsgraph.graph.bases import is_iri


def check_license(license: str) -> str:
    """The licence, where it is an IRI.

    Raises:
        OutputError: it is none.
    """
    if not is_iri(license):
        wanted = "https://creativecommons.org/licenses/by/4.0/"
        raise OutputError(f"--license {license!r}: is no IRI; write that of the licence, such as {wanted}")
    return license
