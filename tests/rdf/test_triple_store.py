"""The recipe for Debian's Oxigraph server in docs/howto/triple-store.md, where that server is installed."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest
from tests.graph.test_knowledge_graph import records

from newsgraph import KnowledgeGraph
from newsgraph.rdf.vocabulary import PREFIXES

pytestmark = pytest.mark.skipif(shutil.which("oxigraph") is None, reason="needs Debian's package oxigraph")
QUESTION = (
    f"PREFIX ng: <{PREFIXES['ng']}> PREFIX rdfs: <{PREFIXES['rdfs']}> "
    "SELECT ?who ?what {{ {} }}"
)
PATTERN = "?p a ng:Proposal ; ng:content ?what ; ng:proposedBy ?a . ?a rdfs:label ?who"


def answer(store: Path, question: str) -> str:
    """What the server says of a store, in CSV."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    server = subprocess.Popen(
        ["oxigraph", "serve-read-only", "--location", str(store), "--bind", address], stderr=subprocess.DEVNULL
    )
    data = urllib.parse.urlencode({"query": question}).encode()
    request = urllib.request.Request(f"http://{address}/query", data, {"Accept": "text/csv"})
    try:
        for _ in range(100):
            try:
                with urllib.request.urlopen(request, timeout=30) as response:
                    return str(response.read().decode())
            except urllib.error.HTTPError:
                raise
            except urllib.error.URLError:
                time.sleep(0.1)
        raise AssertionError("the server does not answer")
    finally:
        server.kill()
        server.wait()


@pytest.mark.parametrize(("ending", "pattern"), [(".nt", PATTERN), (".nq", f"GRAPH ?g {{ {PATTERN} }}")])
def test_what_is_loaded_is_found(ending: str, pattern: str, tmp_path: Path) -> None:
    graph = KnowledgeGraph.from_records(records())
    file = graph.save(tmp_path / f"graph{ending}")
    store = tmp_path / "store"
    # version 0.4.9 of Debian stores all and then fails as it ends, so what counts is what the server finds
    subprocess.run(["oxigraph", "load", "--location", store, "--file", file], capture_output=True, check=False)
    assert answer(store, QUESTION.format(pattern)).splitlines() == ["who,what", "Ana Torv,reopen the port"]
