"""SHACL: does a file hold what the vocabulary promises?"""

from __future__ import annotations

from pathlib import Path

from newsgraph.errors import NewsgraphError, OutputError
from newsgraph.rdf.ontology import ontology_path
from newsgraph.rdf.vocabulary import NG, PLOVER


def validate_file(path: Path) -> list[str]:
    """What is wrong with a Turtle file, a line each; empty if it conforms.

    Raises:
        NewsgraphError: it can't be read, holds nothing of the vocabulary, or pySHACL is not installed.
    """
    try:
        import pyshacl
    except ImportError:
        raise OutputError("validate needs pySHACL; `pip install 'newsgraph[shacl]'` brings it") from None
    import rdflib
    from rdflib.namespace import RDF, SH

    data = rdflib.Graph()
    try:
        data.parse(path, format="turtle")
    except OSError as error:
        raise NewsgraphError(f"{path}: can't be read ({error.strerror}); name a Turtle file") from None
    except Exception as error:
        raise NewsgraphError(f"{path}: is no Turtle ({' '.join(str(error).split())[:120]}); build it again") from None
    if not any(str(term).startswith((NG, PLOVER)) for triple in data for term in triple):
        raise NewsgraphError(f"{path}: holds nothing of newsgraph's vocabulary; name a file of `newsgraph build`")
    shapes, ontology = rdflib.Graph(), rdflib.Graph()
    shapes.parse(ontology_path("shapes.ttl"))
    ontology.parse(ontology_path("newsgraph.ttl"))
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, ont_graph=ontology, inference="rdfs")
    found = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus, message = report.value(result, SH.focusNode), report.value(result, SH.resultMessage)
        found.append(f"{focus}: {message}")
    return sorted(found)
