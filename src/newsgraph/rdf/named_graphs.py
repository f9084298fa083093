"""What the named graphs of N-Quads and TriG promise: each is that of one article, or of what several tell.

SHACL knows one graph alone, so these are queries. A file whose default graph says nothing of graphs, as one where all
was loaded into a graph of somebody's own, promises nothing.
"""

from __future__ import annotations

from newsgraph.rdf.shapes import Check

_TOLD = "FILTER EXISTS { ?some prov:wasDerivedFrom ?source . ?source a ng:Article }"

CHECKS = (
    Check(
        "nothing says from what this graph is derived",
        f"SELECT ?this {{ GRAPH ?this {{}} FILTER NOT EXISTS {{ ?this prov:wasDerivedFrom ?any }} {_TOLD} }}",
    ),
    Check(
        "the graph of an article is derived from nothing else",
        """SELECT ?this ?value {
            GRAPH ?this {} ?this prov:wasDerivedFrom ?article , ?value . ?article a ng:Article
            FILTER(?article != ?value)
        }""",
    ),
    Check(
        "it is in another graph than that of its article",
        f"""SELECT ?this ?value {{
            GRAPH ?graph {{ ?this oa:hasSource ?value }}
            FILTER NOT EXISTS {{ ?graph prov:wasDerivedFrom ?value }} {_TOLD}
        }}""",
    ),
)
"""Queries whose rows (`?this`, and `?value`) break what is said of them, over a store with its named graphs."""
