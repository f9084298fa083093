"""The first real article, where it stands beside the checkout: every fact that its graph must hold."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

import newsgraph as ng


@pytest.fixture(scope="module")
def graph(shared: Path) -> ng.KnowledgeGraph:
    return ng.build(sorted((shared / "seed").glob("*.txt")), progress=False)


def test_facts(graph: ng.KnowledgeGraph, shared: Path, tmp_path: Path) -> None:
    turtle = graph.save(tmp_path / "seed.ttl")
    _put_words_on_evidence(turtle)
    command = [sys.executable, shared / "score" / "check_seed.py", turtle]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "20 of 20 facts hold", done.stdout


def _put_words_on_evidence(turtle: Path) -> None:
    """Say of evidence itself what its selector says, where the checker looks for it."""
    store = ox.Store()
    store.bulk_load(path=str(turtle), format=ox.RdfFormat.TURTLE)
    store.update(
        "PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX ng: <https://w3id.org/newsgraph/ontology#> "
        "INSERT { ?e ?p ?value } WHERE { ?e a ng:Evidence ; oa:hasSelector ?s . ?s ?p ?value "
        "FILTER(?p IN (oa:exact, oa:start, oa:end)) }"
    )
    store.dump(output=str(turtle), format=ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph())


def test_proposals(graph: ng.KnowledgeGraph) -> None:
    proposals = graph.proposals()
    assert set(proposals["proposers"]) == {"Bilawal Bhutto-Zardari"}
    assert set(proposals["act"]) == {"urge", "propose"}
    assert (proposals["addressees"] != "").sum() >= 1


def test_every_entity_of_the_gold_and_no_other(graph: ng.KnowledgeGraph, shared: Path) -> None:
    """One node for each entity of the gold, of its kind, country and aliases; nothing else that is an entity.

    An entity without a name needs none where nothing is claimed of it.
    """
    gold = json.loads((shared / "gold" / "seed.jsonl").read_text("utf-8").splitlines()[0])
    text = graph.records[0].article.text
    assert gold["article"]["text"] == text
    entity_at = {(m["start"], m["end"]): m["entity"] for m in gold["mentions"]}
    wanted = {entity["id"]: entity for entity in gold["entities"]}
    for _, node in graph.nx.nodes(data=True):
        if node["type"] in ("Article", "Proposal", "Statement"):
            continue
        spans = [(e.start, e.end) for e in node["evidence"]]
        known = {entity_at[span] for span in spans if span in entity_at} & set(wanted)
        if node["type"] == "Event" and not known:
            continue  # a happening without a name, which is no entity of the gold
        assert known, node["label"]
        entity = wanted.pop(min(known, key=lambda one: wanted[one]["name"] != node["label"]))
        assert (node["type"], node.get("country")) == (entity["kind"], entity.get("country")), entity["name"]
        if node.get("named"):
            assert node["label"] == entity["name"]
            assert set(node.get("aliases", ())) == set(entity.get("aliases", ())), entity["name"]
    with_names = {m["entity"] for m in gold["mentions"] if m["form"] == "name"}
    assert not with_names & set(wanted)
