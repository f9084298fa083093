"""IRIs of two corpora, of a project that grows, and of a corpus that is written article by article."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

import msgspec
import pyoxigraph as ox
import pytest
from click.testing import CliRunner

import newsgraph as ng
from newsgraph import KnowledgeGraph
from newsgraph.cli import main
from newsgraph.errors import OutputError
from newsgraph.graph.bases import DEFAULT_BASE, VOCABULARIES, article_base, check_base, corpus_base
from newsgraph.outputs.by_article import save_by_article
from newsgraph.rdf.reading import load_rdf
from newsgraph.rdf.sparql import base_of, select_from
from newsgraph.rdf.validation import validate_file, validate_store
from newsgraph.rdf.vocabulary import PREFIXES
from newsgraph.record_lines import write_records
from newsgraph.records import Record
from tests.graph.test_knowledge_graph import records


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    with path.open("wb") as stream:
        write_records(records(), stream)
    return path


def changed(record: Record, **article: str) -> Record:
    return msgspec.structs.replace(record, article=msgspec.structs.replace(record.article, **article))


def test_two_corpora_have_no_node_in_common_and_one_always_the_same() -> None:
    one, two = records()
    bases = [
        KnowledgeGraph.from_records(given).base
        for given in ([one], [two], [one, two], [changed(one, id="other")], [changed(one, text=one.article.text + " ")])
    ]
    assert len(set(bases)) == 5 and all(base.startswith(DEFAULT_BASE) and base.endswith("/") for base in bases)
    graph = KnowledgeGraph.from_records([two, one])
    assert graph.base == bases[2] == graph.only("Person").base == graph.merge("Ana Torv", "Torv").base
    (person,) = graph.sparql("SELECT ?p { ?p rdfs:label 'Ana Torv' }")["p"]
    assert person == f"{bases[2]}person/ana-torv"
    assert graph.sparql("ASK { person:ana-torv a ng:Person }")["answer"].tolist() == [True]


def test_a_project_keeps_its_iris_as_it_grows(tmp_path: Path) -> None:
    one, two = records()
    with ng.open_project(tmp_path / "a.newsgraph") as project:
        project.add([one])
        first = project.graph()
        project.add([two])
        grown = project.graph()
        assert grown.base == first.base == corpus_base([one.article]) and len(grown.records) == 2
        project.remove("one")
        assert project.graph().base == first.base


def test_a_query_knows_the_prefixes_of_a_file(file: Path, tmp_path: Path) -> None:
    out, own = tmp_path / "a.nq", tmp_path / "b.ttl"
    graph = KnowledgeGraph.from_records(records())
    graph.save(out)
    graph.save(own, base="https://data.example/")
    for given in (out, own, file):
        result = CliRunner().invoke(main, ["query", "SELECT ?l { person:ana-torv rdfs:label ?l }", str(given), "-q"])
        assert result.output.split() == ["l", "Ana", "Torv"], result.output
    both = CliRunner().invoke(main, ["query", "SELECT ?l { person:ana-torv rdfs:label ?l }", str(out), str(own)])
    assert both.exit_code == 2 and "prefix person: is not declared" in both.output


@pytest.mark.parametrize("ending", [".nt", ".nq"])
def test_by_article_is_what_each_article_alone_would_be(ending: str, tmp_path: Path) -> None:
    together, packed = tmp_path / f"all{ending}", tmp_path / f"all{ending}.gz"
    assert save_by_article(records(), [together, packed]) == 2
    alone = []
    for record in records():
        path = tmp_path / f"one{ending}"
        KnowledgeGraph.from_records([record]).save(path)
        alone.append(path.read_bytes())
    assert together.read_bytes() == gzip.decompress(packed.read_bytes()) == b"".join(alone)
    assert validate_file(together) == []
    store = ox.Store()
    assert load_rdf(store, str(together), lambda problem: None)
    names = select_from(store, "SELECT ?a { ?a a ng:ArmedGroup ; rdfs:label 'Red Front' }", None)["a"]
    expected = {f"{article_base(record.article, None)}armed-group/red-front" for record in records()}
    assert set(names) == expected and len(expected) == 2 and base_of(store) is None
    assert validate_store(store, "both") == []


def test_by_article_has_a_base_of_ones_own_and_only_formats_that_can_be_put_together(tmp_path: Path) -> None:
    path = tmp_path / "a.nt"
    save_by_article(records(), [path], base="https://data.example/")
    subjects = {line.split()[0] for line in path.read_text(encoding="utf-8").splitlines()}
    assert all(s.startswith("<https://data.example/") and s.count("/") >= 4 for s in subjects)
    before = path.read_bytes()
    with pytest.raises(OutputError, match=r"a\.ttl: needs the whole graph; with --by-article name files that end in"):
        save_by_article(records(), [path, tmp_path / "a.ttl"])

    def breaking() -> ng.records.Record:
        yield from records()
        raise RuntimeError("stopped")

    with pytest.raises(RuntimeError, match="stopped"):
        save_by_article(breaking(), [path])
    assert path.read_bytes() == before and [p.name for p in tmp_path.iterdir()] == ["a.nt"]


def test_by_article_tells_of_characters_that_are_replaced(tmp_path: Path) -> None:
    told: list[str] = []
    one, two = records()
    odd = changed(one, title="Po\x00rt")
    save_by_article([odd, two], [tmp_path / "a.nt"], on_problem=lambda problem: told.append(str(problem)))
    assert len(told) == 1 and told[0].startswith("one: has 1 control character, written as �")


def test_by_article_on_the_command_line(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.nq"
    done = CliRunner().invoke(main, ["build", str(file), "--by-article", "-o", str(out)])
    assert done.exit_code == 0 and f"Written: {out} (2 articles, each by itself)" in done.output, done.output
    none = CliRunner().invoke(main, ["build", str(file), "--by-article"])
    assert none.exit_code == 2 and "--by-article: writes to files; name one with -o" in none.output


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--title", "News"], "note: --title: is about the page, and none is written"),
        (["--no-texts"], "note: --texts/--no-texts: is about the page, and none is written"),
        (["--base", "https://data.example/"], ""),
    ],
)
def test_options_of_what_is_not_written_are_told(file: Path, tmp_path: Path, options: list[str], told: str) -> None:
    done = CliRunner().invoke(main, ["build", str(file), "--by-article", "-o", str(tmp_path / "a.nt"), *options])
    assert done.exit_code == 0 and told in done.output and ("none is written" in done.output) == bool(told)


def test_decisions_on_one_article_count_when_a_project_is_written_by_article(file: Path, tmp_path: Path) -> None:
    path, out = tmp_path / "a.newsgraph", tmp_path / "a.nq"
    with ng.open_project(path) as project:
        project.add(records())
        project.decide(project.graph().to_rename("Ana Torv", "Anna Torv"))
    assert CliRunner().invoke(main, ["build", str(path), "--by-article", "-o", str(out), "-q"]).exit_code == 0
    assert '"Anna Torv"' in out.read_text(encoding="utf-8")


MEMORY = """
import resource, sys
from tests.graph.test_bases import changed
from tests.graph.test_knowledge_graph import records
from newsgraph.outputs.by_article import save_by_article
one, two = records()
many = (changed(r, id=f"a{n}", text=r.article.text + f" {n} so on" * 500) for n in range(int(sys.argv[1]))
        for r in (one if n % 2 else two,))
save_by_article(many, [__import__("pathlib").Path(sys.argv[2])])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def test_by_article_takes_the_same_memory_for_more_articles(tmp_path: Path) -> None:
    def megabytes(count: int) -> int:
        command = [sys.executable, "-c", MEMORY, str(count), str(tmp_path / "a.nt")]
        root = Path(__file__).parents[2]
        done = subprocess.run(command, capture_output=True, check=True, text=True, cwd=root)
        return int(done.stdout)

    assert megabytes(500) - megabytes(50) < 5


@pytest.mark.parametrize(
    ("base", "says"),
    [
        ("https://e.example/?q=/", "a query or a fragment"), ("https://e.example/#a/", "a query or a fragment"),
        ("https://e.example/a/../b/", "shorten"), ("https://e.example/./", "shorten"),
        ("https://e.example//", "shorten"), ("https://e.example/a//b/", "shorten"), ("https:///a/", "shorten"),
        ("https://w3id.org/newsgraph/ontology#", "a vocabulary"), ("https://schema.org/", "a vocabulary"),
        ("http://www.wikidata.org/entity/", "a vocabulary"), ("http://www.w3.org/ns/prov#", "a vocabulary"),
        ("HTTPS://Schema.org/", "a vocabulary"), ("https://WWW.w3.org/ns/", "a vocabulary"), ("urn:uuid:", "UUIDs"),
        ("https://e.example:99999/", "no port 99999"), ("http://me:secret@e.example/", "a password"),
    ],
)
def test_a_base_in_which_names_are_not_steady_or_those_of_others(base: str, says: str) -> None:
    with pytest.raises(OutputError, match=says):
        check_base(base)


@pytest.mark.parametrize(
    "base",
    [
        "https://e.example/", "https://e.example/a#", "urn:example:", "http://e.example/a.b/..c/",
        "http://e.example:8080/", DEFAULT_BASE,
    ],
)
def test_a_base_of_ones_own(base: str) -> None:
    assert check_base(base) == base


def test_no_namespace_that_graphs_use_is_a_base() -> None:
    for iri in PREFIXES.values():
        assert iri.startswith(VOCABULARIES), iri
