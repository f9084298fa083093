"""Files out."""

from __future__ import annotations

import csv
import errno
import gzip
import io
import json
import os
import re
import sys
import threading
from pathlib import Path
from xml.etree import ElementTree

import msgspec
import networkx as nx
import pandas as pd
import pytest
from tests.graph.test_knowledge_graph import records

from newsgraph import KnowledgeGraph
from newsgraph.errors import OutputError
from newsgraph.outputs.formats import FORMATS, TABLES
from newsgraph.outputs.property_graphs import write_neo4j_nodes, write_neo4j_relationships
from newsgraph.outputs.saving import check_output, save_all
from newsgraph.sources import Problem
from newsgraph.whole_files import whole_file, whole_files


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_records(records())


@pytest.mark.parametrize("ending", sorted(set(FORMATS) - {".csv", ".parquet", ".newsgraph"}))  # that tells its time
def test_each_ending_writes_the_same_bytes_twice(graph: KnowledgeGraph, ending: str, tmp_path: Path) -> None:
    one, two = graph.save(tmp_path / f"one{ending}"), graph.save(tmp_path / f"two{ending}")
    assert one.read_bytes() == two.read_bytes() != b""
    assert sorted(p.name for p in tmp_path.iterdir()) == [f"one{ending}", f"two{ending}"]


def test_graphml_and_gexf_and_node_link_survive(graph: KnowledgeGraph, tmp_path: Path) -> None:
    size = graph.nx.number_of_nodes(), graph.nx.number_of_edges()
    graphml = nx.read_graphml(graph.save(tmp_path / "g.graphml"), force_multigraph=True)
    gexf = nx.read_gexf(graph.save(tmp_path / "g.gexf"))
    link = nx.node_link_graph(json.loads(graph.save(tmp_path / "g.json").read_text()), edges="edges")
    for other in (graphml, gexf, link):
        assert (other.number_of_nodes(), other.number_of_edges()) == size
    assert graphml.nodes["person/ana-torv"]["type"] == "Person"
    assert json.loads(graphml.nodes["person/ana-torv"]["evidence"])[0]["sentence"].startswith("Ana Torv")


def test_types_are_kept(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graphml = nx.read_graphml(graph.save(tmp_path / "g.graphml"), force_multigraph=True)
    vesper = graphml.nodes["place/vesper"]
    assert (vesper["lat"], vesper["count"], type(vesper["lat"])) == (1.5, 2, float)
    kinds = {data["type"] for *_, data in graphml.edges(data=True)}
    gexf = nx.read_gexf(graph.save(tmp_path / "g.gexf"))
    assert {"agent", "headOf"} <= kinds == {data["type"] for *_, data in gexf.edges(data=True)}
    assert all(data["label"] == data["type"] for *_, data in gexf.edges(data=True))
    assert {type(data["count"]) for other in (graphml, gexf) for *_, data in other.edges(data=True)} == {int}
    # one key for each attribute, whatever its values, for igraph reads no other
    names = re.findall(r'<key id="[^"]*" for="(\w+)" attr.name="(\w+)"', (tmp_path / "g.graphml").read_text())
    assert len(names) == len(set(names)) > 10


def test_edges_have_ids_of_their_own_and_their_keys(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """Gephi leaves out an edge with the id of another, and graphology refuses it."""
    root = ElementTree.parse(graph.save(tmp_path / "g.graphml")).getroot()
    ids = [edge.get("id") for edge in root.iterfind(".//{*}edge")]
    assert ids == [str(number) for number in range(graph.nx.number_of_edges())]
    graphml = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    keys = {(one, other, data["key"]) for one, other, data in graphml.edges(data=True)}
    assert keys == set(graph.nx.edges(keys=True))


def test_igraph_reads_the_same(graph: KnowledgeGraph, tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph", reason="igraph is not installed; networkx alone reads GraphML")
    found = igraph.Graph.Read_GraphML(str(graph.save(tmp_path / "g.graphml")))
    assert found.is_directed() and (found.vcount(), found.ecount()) == (len(graph), graph.nx.number_of_edges())
    vesper = found.vs.find(id="place/vesper")
    assert (vesper["label"], vesper["type"], vesper["count"], vesper["lat"]) == ("Vesper", "Place", 2, 1.5)
    ends = {(found.vs[edge.source]["id"], edge["type"], found.vs[edge.target]["id"]) for edge in found.es}
    assert ends == {(one, data["type"], other) for one, other, data in graph.nx.edges(data=True)}


GEXF = {
    "gexf": {"version"}, "meta": set(), "creator": set(), "graph": {"defaultedgetype", "mode"},
    "attributes": {"class", "mode"}, "attribute": {"id", "title", "type"}, "nodes": set(), "node": {"id", "label"},
    "edges": set(), "edge": {"id", "label", "source", "target", "type"}, "attvalues": set(),
    "attvalue": {"for", "value"},
}
"""Elements of GEXF 1.2 that are needed, with the attributes that its schema (gexf.xsd, data.xsd) allows."""
NUMBERS = {"integer": int, "long": int, "double": float, "float": float}


def test_gexf_is_what_its_schema_allows(graph: KnowledgeGraph, tmp_path: Path) -> None:
    root = ElementTree.parse(graph.save(tmp_path / "g.gexf")).getroot()
    for element in root.iter():
        name = element.tag.removeprefix("{http://www.gexf.net/1.2draft}")
        assert {key for key in element.attrib if "}" not in key} <= GEXF[name], name
    types = {a.get("id"): a.get("type") for a in root.iterfind(".//{*}attribute")}
    assert set(types.values()) <= {*NUMBERS, "string", "boolean"}
    for value in root.iterfind(".//{*}attvalue"):
        kind = types[value.get("for")]
        assert kind not in NUMBERS or NUMBERS[kind](value.get("value")) is not None
        assert kind != "boolean" or value.get("value") in ("true", "false")
    for tag in ("node", "edge"):
        keys = [element.get("id") for element in root.iterfind(f".//{{*}}{tag}")]
        assert None not in keys and len(keys) == len(set(keys)) > 5


def test_a_folder_for_neo4j(graph: KnowledgeGraph, tmp_path: Path) -> None:
    folder = graph.save(tmp_path / "neo4j")
    nodes = list(csv.DictReader((folder / "nodes.csv").read_text().splitlines()))
    edges = list(csv.DictReader((folder / "relationships.csv").read_text().splitlines()))
    assert (len(nodes), len(edges)) == (graph.nx.number_of_nodes(), graph.nx.number_of_edges())
    (person,) = [row for row in nodes if row["key:ID"] == "person/ana-torv"]
    assert (person[":LABEL"], person["label"]) == ("Person;Actor", "Ana Torv")
    assert {"count:int", "lat:float", "named:boolean"} <= nodes[0].keys()
    keys = {row["key:ID"] for row in nodes}
    assert all(row[":START_ID"] in keys and row[":END_ID"] in keys and row[":TYPE"] for row in edges)
    assert graph.save(tmp_path / "neo4j") == folder
    with pytest.raises(OutputError, match="there is no folder"):
        graph.save(tmp_path / "gone" / "neo4j")


def test_lists_of_texts_are_lists_in_neo4j() -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_node("place/a", type="Place", label="A\nB", aliases=["x; y", "z"], lat=1, named=True)
    stream = io.BytesIO()
    write_neo4j_nodes(network, stream)
    assert stream.getvalue().decode().splitlines() == [
        "key:ID,:LABEL,label,aliases:string[],lat:float,named:boolean", 'place/a,Place,A B,"x, y;z",1.0,true'
    ]


def test_another_parser_reads_what_neo4j_is_given() -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    odd = 'said: "no,\r\nnever"; it\u2028was\\, \'so\'\t'
    network.add_node("event/a,b", type="Event", label=odd, aliases=[odd, "", "é"], killed=3)
    network.add_node("person/c", type="Person", label="", aliases=["one"], count=2**40)
    network.add_edge("event/a,b", "person/c", "agent", type="agent", role=odd, former=False, confidence=1)
    streams = io.BytesIO(), io.BytesIO()
    for write, stream in zip((write_neo4j_nodes, write_neo4j_relationships), streams, strict=True):
        write(network, stream)
        assert stream.getvalue().count(b"\n") == len(stream.getvalue().decode().splitlines())
    nodes, edges = (pd.read_csv(io.BytesIO(s.getvalue()), dtype=str, keep_default_na=False) for s in streams)
    plain = 'said: "no, never"; it was\\, \'so\''
    assert nodes.to_dict("records") == [
        {"key:ID": "event/a,b", ":LABEL": "Event", "label": plain, "aliases:string[]": f"{plain.replace(';', ',')};;é",
         "killed:int": "3", "count:int": ""},
        {"key:ID": "person/c", ":LABEL": "Person;Actor", "label": "", "aliases:string[]": "one", "killed:int": "",
         "count:int": str(2**40)},
    ]  # fmt: skip
    assert edges.to_dict("records") == [
        {":START_ID": "event/a,b", ":END_ID": "person/c", ":TYPE": "agent", "role": plain, "former:boolean": "false",
         "confidence:float": "1.0"},
    ]  # fmt: skip


def test_gz_is_packed_and_the_same_each_time(graph: KnowledgeGraph, tmp_path: Path) -> None:
    one, two = graph.save(tmp_path / "g.nt.gz"), graph.save(tmp_path / "h.nt.gz")
    assert one.read_bytes() == two.read_bytes()
    assert gzip.decompress(one.read_bytes()) == graph.save(tmp_path / "g.nt").read_bytes()


@pytest.mark.parametrize("name", TABLES)
def test_tables(graph: KnowledgeGraph, name: str, tmp_path: Path) -> None:
    table = getattr(graph, name)()
    assert len(pd.read_csv(graph.save(tmp_path / f"{name}.csv"))) == len(table)
    assert list(pd.read_parquet(graph.save(tmp_path / f"{name}.parquet")).columns) == list(table.columns)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("graph.docx", "no format has the ending '.docx'"),
        ("graph", "no format has the ending ''"),
        ("everything.csv", "a table is named after what it holds"),
        ("nowhere/graph.ttl", "there is no folder"),
    ],
)
def test_what_cannot_be_written_is_said_before_the_work(name: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=words):
        check_output(tmp_path / name)


def test_an_interrupted_run_leaves_no_half_file(tmp_path: Path) -> None:
    def interrupted() -> None:
        with whole_file(tmp_path / "graph.ttl") as stream:
            stream.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no locks of files")
def test_what_a_killed_run_has_left_is_taken_away(tmp_path: Path) -> None:
    """But not what another run is writing, or may be."""
    import fcntl

    def age(path: Path) -> None:
        os.utime(path, (0, 0))

    left, new, other, held = (
        tmp_path / name for name in (".g.nt.abcd_123", ".g.nt.abcd_124", ".g.nt.abcd_1234", ".g.nt.abcd_125")
    )
    for path in (left, new, other, held):
        path.write_bytes(b"half")
        if path != new:
            age(path)
    with held.open("rb") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        with whole_file(tmp_path / "g.nt"):
            (mine,) = {*tmp_path.iterdir()} - {left, new, other, held}
            age(mine)
            with whole_file(tmp_path / "g.nt") as again:
                again.write(b"second")
            assert mine.exists(), "two runs that write one file"
    assert {*tmp_path.iterdir()} == {new, other, held, tmp_path / "g.nt"}
    with whole_file(tmp_path / "g.nt") as stream:
        stream.write(b"whole")
    assert {*tmp_path.iterdir()} == {new, other, tmp_path / "g.nt"} and (tmp_path / "g.nt").read_bytes() == b"whole"


def test_outputs_of_a_run_are_written_all_or_none(
    graph: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = graph.save(tmp_path / "graph.nt").read_bytes()
    (tmp_path / "graph.nt").write_bytes(b"of before")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setitem(FORMATS, ".html", full)
    with pytest.raises(OutputError, match=r"graph\.html: can't be written \(No space left on device\); free"):
        save_all(graph, [tmp_path / "graph.nt", tmp_path / "graph.html", tmp_path / "graph.gexf"])
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"graph.nt": b"of before"}
    save_all(graph, [tmp_path / "graph.nt", tmp_path / "graph.gexf"])
    assert (tmp_path / "graph.nt").read_bytes() == old and (tmp_path / "graph.gexf").stat().st_size > 1000


@pytest.mark.parametrize("links", [True, False])
def test_names_are_given_to_all_outputs_or_to_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    paths = [tmp_path / name for name in ("new.nt", "old.nt", "last.nt")]
    paths[1].write_bytes(b"of before")
    paths[2].write_bytes(b"the last of before")
    replace = Path.replace

    def no_links(self: Path, target: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    def locked(self: Path, target: Path) -> Path:
        if Path(target).name == "last.nt" and self.read_bytes() == b"x":
            raise OSError(errno.EACCES, "Permission denied")
        return replace(self, target)

    def write() -> None:
        with whole_files(paths) as streams:
            for stream in streams:
                stream.write(b"x")

    if not links:
        monkeypatch.setattr(Path, "hardlink_to", no_links)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", locked)
        with pytest.raises(OutputError, match=r"last\.nt: can't be written \(Permission denied\)"):
            write()
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {
        "old.nt": b"of before", "last.nt": b"the last of before",
    }  # fmt: skip
    write()
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == dict.fromkeys(
        ("new.nt", "old.nt", "last.nt"), b"x"
    )


def test_a_link_stays_and_its_file_is_written(graph: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    link, dangling = tmp_path / "graph.nt", tmp_path / "new.nt"
    (tmp_path / "far" / "graph.nt").write_text("old")
    link.symlink_to(tmp_path / "far" / "graph.nt")
    dangling.symlink_to(tmp_path / "far" / "new.nt")
    for path in (link, dangling):
        graph.save(path)
        assert path.is_symlink() and (tmp_path / "far" / path.name).stat().st_size > 1000
    assert sorted(p.name for p in (tmp_path / "far").iterdir()) == ["graph.nt", "new.nt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_written_to(graph: KnowledgeGraph, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.nt"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    graph.save(pipe)
    reader.join(20)
    assert got == [graph.save(tmp_path / "file.nt").read_bytes()] and pipe.is_fifo()


def test_a_full_pipe_or_device_is_a_line(tmp_path: Path) -> None:
    link = tmp_path / "full"
    link.symlink_to("/dev/full")
    if not link.is_char_device():
        pytest.skip("needs /dev/full")
    with pytest.raises(OutputError, match=r"full: can't be written \(No space left"), whole_file(link) as stream:
        stream.write(b"x")
    assert link.is_char_device()


def test_a_dash_is_no_file_of_a_graph() -> None:
    with pytest.raises(OutputError, match="-: does not say a format; name a file, or print records"):
        check_output(Path("-"))


def test_characters_that_no_format_can_hold_are_told(tmp_path: Path) -> None:
    one, two = records()
    article = msgspec.structs.replace(one.article, title="Port\x07 opens\x00")
    graph = KnowledgeGraph.from_records([msgspec.structs.replace(one, article=article), two])
    told: list[Problem] = []
    graph.save(tmp_path / "g.nt", on_problem=told.append)
    assert [str(p) for p in told] == [
        "one: has 2 control characters, written as �; take out of the article what is no text"
    ]
    graph.save(tmp_path / "events.csv", on_problem=told.append)
    assert len(told) == 1
