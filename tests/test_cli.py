"""The command line as a person uses it: a process, its output, its exit code."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsgraph.cli import commands

ROOT = Path(__file__).parents[1]
STORY = "Port talks\nOSLO, May 6, 2026 (Wire) - Norway urged Sweden to open the port. Ana Torv met Per Dahl in Oslo."


def run(*arguments: object, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "newsgraph", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, timeout=300, check=False)


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("work")
    (top / "articles").mkdir()
    (top / "articles" / "port.txt").write_text(STORY, encoding="utf-8")
    (top / "articles" / "empty.txt").write_text("", encoding="utf-8")
    return top


def test_build(work: Path) -> None:
    done = run("build", "articles", "-o", "graph.ttl", "-o", "graph.html", "-o", "proposals.csv", cwd=work)
    assert done.returncode == 1, done.stderr
    said = done.stderr.decode()
    assert "left out: articles/empty.txt: is empty" in said and "Written: graph.ttl, graph.html, proposals.csv" in said
    assert done.stdout == b""
    assert b"ng:Country" in (work / "graph.ttl").read_bytes()
    assert (work / "graph.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")


def test_records_in_a_file_that_ends_in_gz_are_packed(work: Path) -> None:
    run("extract", "articles/port.txt", "-o", "plain.jsonl", cwd=work)
    run("extract", "articles/port.txt", "-o", "packed.jsonl.gz", cwd=work)
    assert gzip.decompress((work / "packed.jsonl.gz").read_bytes()) == (work / "plain.jsonl").read_bytes()
    assert run("extract", "packed.jsonl.gz", cwd=work).stdout == (work / "plain.jsonl").read_bytes()


def test_extract_to_stdout_and_build_from_stdin(work: Path) -> None:
    records = run("extract", "articles/port.txt", cwd=work)
    assert records.returncode == 0 and len(records.stdout.splitlines()) == 1
    assert json.loads(records.stdout)["article"]["title"] == "Port talks"
    graph = run("build", "-", "-o", "again.nt", "--quiet", stdin=records.stdout, cwd=work)
    assert (graph.returncode, graph.stderr) == (0, b"")
    straight = run("build", "articles/port.txt", "-o", "straight.nt", "-q", cwd=work)
    assert straight.returncode == 0
    assert (work / "again.nt").read_bytes() == (work / "straight.nt").read_bytes()


def test_articles_on_stdin(work: Path) -> None:
    done = run("extract", "-", stdin=json.dumps({"id": "x1", "text": STORY}).encode() + b"\n", cwd=work)
    assert done.returncode == 0 and json.loads(done.stdout)["article"]["id"] == "x1"


def test_tables(work: Path) -> None:
    done = run("extract", "articles/port.txt", "--table", "actors", cwd=work)
    assert done.returncode == 0 and done.stdout.decode().splitlines()[0].startswith("name,type,country")
    wrong = run("extract", "articles/port.txt", "--table", "ships", cwd=work)
    assert wrong.returncode == 2 and b"there is no such table" in wrong.stderr


def test_show_and_query(work: Path) -> None:
    shown = run("show", "Norway", "articles/port.txt", cwd=work)
    assert shown.returncode == 0 and shown.stdout.decode().startswith("Norway\n======")
    nobody = run("show", "Nobody", "articles/port.txt", cwd=work)
    assert (nobody.returncode, nobody.stderr) == (2, b"newsgraph: no node goes by the name 'Nobody'\n")
    swapped = run("show", "articles/port.txt", "New Oslo", cwd=work)
    assert swapped.returncode == 2
    assert b"the name comes first: newsgraph show 'New Oslo' articles/port.txt\n" in swapped.stderr
    assert b"'articles' is a folder, not a command; to read it: newsgraph build" in run("articles", cwd=work).stderr
    rows = run("query", "SELECT ?l { ?c a ng:Country ; rdfs:label ?l } ORDER BY ?l", "articles/port.txt", cwd=work)
    assert rows.stdout.decode().split() == ["l", "Norway", "Sweden"]
    run("build", "articles/port.txt", "-o", "q.ttl", cwd=work)
    asked = run("query", "ASK { ?c a ng:Country }", "q.ttl", "--json", cwd=work)
    assert json.loads(asked.stdout) == [{"answer": True}]


def test_show_tells_of_others_of_the_name(work: Path) -> None:
    told = "OSLO, May 6, 2026 (Wire) - {0} President Ana Torv urged Sweden to open the port."
    for land in ("Kenyan", "Chilean"):
        (work / f"{land}.jsonl").write_text(json.dumps({"id": land, "text": told.format(land)}))
    shown = run("show", "Ana Torv", "Kenyan.jsonl", "Chilean.jsonl", cwd=work)
    said = shown.stderr.decode()
    assert "note: 1 other goes by the name 'Ana Torv'; show them by key: person/ana-torv-2 (" in said
    assert "\nPerson, 1 mention, " in shown.stdout.decode()
    again = run("show", "person/ana-torv-2", "Kenyan.jsonl", "Chilean.jsonl", cwd=work)
    assert (again.returncode, again.stderr) == (0, b"") and again.stdout != shown.stdout


def test_query_takes_every_rdf_file_with_others(work: Path) -> None:
    run("build", "articles/port.txt", "-o", "Q.nq", "-q", cwd=work)
    (work / "Q.nq").rename(work / "Q.NQ")
    (work / "s.txt").write_text("OSLO, May 6, 2026 (Wire) - Denmark sent aid to Finland.", encoding="utf-8")
    ask = "SELECT ?l { ?c a ng:Country ; rdfs:label ?l } ORDER BY ?l"
    rows = run("query", ask, "Q.NQ", "s.txt", "gone.ttl", cwd=work)
    assert rows.stdout.decode().split() == ["l", "Denmark", "Finland", "Norway", "Sweden"]
    assert (rows.returncode, rows.stderr) == (1, b"left out: gone.ttl: there is no such file; check the name\n")
    assert run("query", ask, "-", cwd=work, stdin=(work / "Q.NQ").read_bytes()).stdout.split() == [
        b"l", b"Norway", b"Sweden",
    ]  # fmt: skip
    refused = run("build", "Q.NQ", cwd=work)
    assert refused.returncode == 2 and b"left out: Q.NQ: is RDF, not news; ask it with" in refused.stderr


def test_dash_is_standard_output(work: Path) -> None:
    done = run("extract", "articles/port.txt", "-o", "-", cwd=work)
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 1) and not (work / "-").exists()


def test_validate(work: Path) -> None:
    run("build", "articles/port.txt", "-o", "v.ttl", cwd=work)
    done = run("validate", "v.ttl", cwd=work)
    assert (done.returncode, done.stderr) == (0, b"v.ttl: conforms\n")
    done = run("validate", "v.ttl", "--texts", "articles/port.txt", cwd=work)
    assert (done.returncode, done.stderr) == (0, b"v.ttl: conforms\n")
    (work / "no.ttl").write_text("this is no Turtle")
    said = run("validate", "no.ttl", cwd=work)
    assert said.returncode == 2 and b"mend it" in said.stderr and b"build it again" not in said.stderr


def test_a_base_that_is_no_iri_is_a_line_before_work_begins(work: Path) -> None:
    for base, remedy in (
        ("my graph", b"is no IRI"), ("http://[news/", b"is no IRI"), ("https://example.org/%zz/", b"is no IRI"),
        ("https://example.org/id", b"end it with / or #"),
    ):
        for command in (("build", "gone.txt", "-o", "b.ttl"), ("query", "ASK {}", "gone.txt")):
            done = run(*command, "--base", base, cwd=work)
            assert (done.returncode, done.stderr.count(b"\n")) == (2, 1) and remedy in done.stderr, done.stderr


def test_a_licence_that_is_no_iri_is_a_line_before_work_begins(work: Path) -> None:
    for more in ((), ("--by-article",)):
        done = run("build", "gone.txt", "-o", "b.nt", "--license", "CC BY", *more, cwd=work)
        assert (done.returncode, done.stderr.count(b"\n")) == (2, 1) and b"--license 'CC BY': is no IRI" in done.stderr
    done = run("build", "articles/port.txt", "-o", "b.nt", "--by-article", "--license", "https://a.example/l", cwd=work)
    stated = b"<http://purl.org/dc/terms/license> <https://a.example/l> ."
    assert done.returncode == 0 and stated in (work / "b.nt").read_bytes()


def test_options_that_records_make_idle_are_told(work: Path) -> None:
    run("extract", "articles/port.txt", "-o", "i.jsonl", cwd=work)
    done = run("extract", "i.jsonl", "--model", "none", "-k", "my.names", "-o", "j.jsonl", cwd=work)
    assert (done.returncode, done.stderr.decode()) == (
        0,
        "note: i.jsonl: holds records, which are not read again, so --model and --knowledge change nothing; "
        "give the articles, or leave it out\n",
    )
    assert run("extract", "i.jsonl", "-o", "j.jsonl", cwd=work).stderr == b""


def test_named_queries(work: Path) -> None:
    listed = run("query", "--list", cwd=work)
    assert listed.returncode == 0 and b"who-proposes-what" in listed.stdout
    run("extract", "articles/port.txt", "-o", "n.jsonl", cwd=work)
    asked = run("query", "--named", "who-proposes-what", "n.jsonl", "--json", cwd=work)
    (row,) = json.loads(asked.stdout)
    assert (row["act"], row["towhom"], row["date"], row["reported"]) == ("urge", "Sweden", None, "2026-05-06")
    table = run("query", "--named", "who-proposes-what", "n.jsonl", "--format", "table", cwd=work)
    assert table.stdout.decode().split()[:4] == ["date", "reported", "who", "act"]
    made = run("query", "CONSTRUCT { ?c rdfs:label ?l } WHERE { ?c a ng:Country ; rdfs:label ?l }", "n.jsonl", cwd=work)
    assert b'country:NO rdfs:label "Norway"' in made.stdout
    assert run("query", "--named", "gone", "n.jsonl", cwd=work).returncode == 2
    assert b"query needs an INPUT" in run("query", "ASK {}", cwd=work).stderr


def test_view_keeps_a_page(work: Path) -> None:
    done = run("view", "articles/port.txt", "--no-open", "-o", "page.html", cwd=work)
    assert done.returncode == 0 and Path(done.stdout.decode().strip()) == (work / "page.html").resolve()
    assert (work / "page.html").stat().st_size > 100_000


def test_a_thousand_copies_are_a_few_lines(work: Path) -> None:
    lines = [json.dumps({"id": f"x{i}", "text": STORY}) for i in range(1000)]
    (work / "copies.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = run("extract", "copies.jsonl", cwd=work)
    assert done.returncode == 0 and len(done.stdout.splitlines()) == 1
    said = done.stderr.decode().splitlines()
    assert len(said) == 6 and "994 more of the sort" in said[-1]
    assert run("extract", "copies.jsonl", "--quiet", cwd=work).stderr == b""


def test_names_of_ones_own(work: Path) -> None:
    (work / "names.csv").write_text("name,kind,country,wikidata\nAna Torv,Person,NO,Q4115189\n", encoding="utf-8")
    made = run("knowledge", "build", "names.csv", "-o", "my.names", cwd=work)
    assert (made.returncode, made.stderr) == (0, b"my.names: 1 names\n")
    with_names = run("extract", "articles/port.txt", "--knowledge", "my.names", cwd=work)
    (person,) = [e for e in json.loads(with_names.stdout)["entities"] if e["name"] == "Ana Torv"]
    assert (person["kind"], person["country"], person["links"]) == ("Person", "NO", {"wikidata": "Q4115189"})
    missing = run("extract", "articles/port.txt", "--knowledge", "no.names", cwd=work)
    said = b"newsgraph: no.names: there is no such index; `newsgraph knowledge build` makes one of a table\n"
    assert (missing.returncode, missing.stderr) == (2, said)


def test_words_of_ones_own(work: Path) -> None:
    header = "word,pos,with,kind,mode,roles,example\n"
    (work / "words.csv").write_text(header + "meet,verb,,COOPERATE,,,\n", encoding="utf-8")
    done = run("extract", "articles/port.txt", "--lexicon", "words.csv", cwd=work)
    assert [e["kind"] for e in json.loads(done.stdout)["events"] if e["text"] == "met"] == ["COOPERATE"]
    plain = run("extract", "articles/port.txt", cwd=work)
    assert [e["kind"] for e in json.loads(plain.stdout)["events"] if e["text"] == "met"] == ["CONSULT"]
    wrong = run("extract", "articles/port.txt", "--lexicon", "none.csv", cwd=work)
    reason = b"can't be read as a lexicon of events (No such file or directory); name a CSV file"
    assert (wrong.returncode, wrong.stderr) == (2, b"newsgraph: none.csv: " + reason + b"\n")
    (work / "short.csv").write_text(header + "meet\n", encoding="utf-8")
    short = run("extract", "articles/port.txt", "--lexicon", "short.csv", cwd=work)
    said = b"newsgraph: short.csv, entry 1: has too few fields; the columns are word,pos,with,kind,mode"
    assert short.returncode == 2 and short.stderr.startswith(said)


BAD = [
    (("build", "missing.txt"), 2, "missing.txt"),
    (("build", "nothing-here"), 2, "nothing-here"),
    (("build", "binary.txt"), 2, "binary.txt"),
    (("build", "empty.html"), 2, "empty.html"),
    (("build", "broken.jsonl", "-o", "b.nt"), 1, "broken.jsonl, line 2"),
    (("build", "notext.jsonl"), 2, "notext.jsonl, line 1"),
    (("build", "articles/port.txt", "-o", "graph.docx"), 2, "graph.docx"),
    (("build", "articles/port.txt", "-o", "nowhere/graph.ttl"), 2, "nowhere/graph.ttl"),
    (("build", "articles/port.txt", "--model", "no_such_model"), 2, "no_such_model"),
    (("build", "articles/port.txt", "--field", "text"), 2, "--field text"),
    (("view", "articles/port.txt", "-o", "page.ttl"), 2, "page.ttl: view makes a page, so name it .html"),
    (("articles/port.txt",), 2, "to read it: newsgraph build articles/port.txt"),
    (("validate", "missing.ttl"), 2, "missing.ttl"),
    (("query", "SELECT nonsense", "articles/port.txt"), 2, "not SPARQL"),
    (("query", "@binary.txt", "articles/port.txt"), 2, "binary.txt: is not text in UTF-8"),
    (("query", "SELECT * { ?s a x:y }", "articles/port.txt"), 2, "prefix x: is not declared; add PREFIX x: <…>"),
    (("validate", "nothing.ttl"), 2, "nothing.ttl: holds nothing of newsgraph's vocabulary"),
]


@pytest.mark.parametrize(("arguments", "code", "named"), BAD, ids=lambda x: " ".join(x) if isinstance(x, tuple) else "")
def test_bad_input_is_a_line(work: Path, arguments: tuple[str, ...], code: int, named: str) -> None:
    (work / "nothing-here").mkdir(exist_ok=True)
    (work / "nothing.ttl").write_text("")
    (work / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (work / "empty.html").write_text("<html><body><nav>Home</nav></body></html>")
    (work / "broken.jsonl").write_text(json.dumps({"text": STORY}) + '\n{"text": "half\n')
    (work / "notext.jsonl").write_text('{"title": "only a title"}\n')
    done = run(*arguments, cwd=work)
    said = done.stderr.decode()
    assert done.returncode == code, said
    assert named in said and "Traceback" not in said
    lines = [line for line in said.splitlines() if named in line]
    assert lines and all("; " in line or ":" in line for line in lines)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    "command", ["extract articles/port.txt", "show Norway articles/port.txt", "explain Torv_met_Dahl."]
)
def test_a_full_disk_behind_standard_output_is_a_line(work: Path, command: str) -> None:
    words = [word.replace("_", " ") for word in command.split()]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "newsgraph", *words], stdout=full, stderr=subprocess.PIPE, cwd=work, check=False
        )
    said = b"newsgraph: standard output: No space left on device; free some space, or choose another file\n"
    assert (done.returncode, done.stderr) == (2, said)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_locked_folder(work: Path) -> None:
    locked = work / "locked"
    locked.mkdir()
    locked.chmod(0o500)
    done = run("build", "articles/port.txt", "-o", "locked/graph.ttl", cwd=work)
    assert done.returncode == 2 and b"can't be written" in done.stderr


def test_help_names_every_command_with_an_example() -> None:
    shown = run("--help").stdout.decode()
    assert run("help").stdout.decode() == shown
    for name, command in commands().items():
        assert f"  {name}" in shown
        assert command.help and "xample" in (command.epilog or "")


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from newsgraph.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'pandas', 'numpy', 'networkx', 'rdflib', 'pyoxigraph', 'trafilatura', 'msgspec'}\n"
        "sys.exit(bool(heavy & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_version() -> None:
    from newsgraph import __version__

    assert run("--version").stdout.decode().strip() == f"newsgraph, version {__version__}"


def test_a_graph_is_built_and_written_without_a_table(tmp_path: Path) -> None:
    """Half a second before the first article that only those who ask for a DataFrame wait for."""
    code = (
        "import sys, newsgraph as ng, newsgraph.outputs.saving; "
        "graph = ng.build([ng.Article(text='Norway urged Sweden to open the border.')], progress=False); "
        "graph.save('a.ttl'); graph.save('a.html'); assert 'pandas' not in sys.modules; "
        "graph.actors(); assert 'pandas' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True)
