"""The documentation says what the code does, and its commands and code run as they stand there."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from fnmatch import fnmatch
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest

import newsgraph
from newsgraph.rdf.vocabulary import NG
from newsgraph.sources import GUESSES, endings

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [DOCS / "tutorial.md", *sorted((DOCS / "howto").glob("*.md"))]
MADE = ("samples.html", "notebooks/", "ontology.html")
"""What `make docs` alone adds to the site."""
RUN = re.compile(r"^```(bash|python)\n(.*?)^```", re.M | re.S)


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The records of the sample articles, which the tutorial makes first and the how-tos begin with."""
    from newsgraph import extract
    from newsgraph.record_lines import write_records

    path = tmp_path_factory.mktemp("docs") / "records.jsonl"
    with path.open("wb") as stream:
        write_records(extract(ROOT / "examples" / "articles"), stream)
    return path


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_commands_and_code_run_in_their_order(path: Path, records: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copy(records, tmp_path)
    tools = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    blocks = RUN.findall(path.read_text(encoding="utf-8"))
    assert blocks
    for language, code in blocks:
        command = ["bash", "-euo", "pipefail", "-c", code] if language == "bash" else [sys.executable, "-c", code]
        done = subprocess.run(
            command, cwd=tmp_path, env={**os.environ, "PATH": tools}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{code}\n{done.stderr}"
        for name in re.findall(r"-o (\S+)", code) if language == "bash" else ():
            assert (tmp_path / name).stat().st_size > 0


def test_the_recipe_in_r_gives_what_the_tables_hold(records: Path, tmp_path: Path) -> None:
    packages = ("dplyr", "readr", "tidyr", "igraph", "tidygraph")
    asked = f"stopifnot(requireNamespace({'), requireNamespace('.join(map(repr, packages))}))"
    script = shutil.which("Rscript")
    if not script or subprocess.run([script, "-e", asked], capture_output=True, check=False).returncode:
        pytest.skip(f"R or one of its packages {', '.join(packages)} is missing")
    graph = newsgraph.open(records)
    for name in ("events.csv", "nodes.csv", "edges.csv", "network.graphml"):
        graph.save(tmp_path / name)
    code = "".join(re.findall(r"^```r\n(.*?)^```", page("howto/dyads-in-r.md"), re.M | re.S))
    code += 'write_csv(dyads, "dyads.csv")\n'
    code += 'whole <- read_graph("network.graphml", format = "graphml")\n'
    code += "stopifnot(is.numeric(V(whole)$count), is.character(V(whole)$type), is.character(E(whole)$type))\n"
    code += "cat(vcount(network), ecount(network), vcount(whole), ecount(whole))\n"
    done = subprocess.run([script, "-e", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split()[-4:] == 2 * [str(len(graph.nodes)), str(len(graph.edges))]
    dyads: Counter[tuple[str, ...]] = Counter()
    for event in graph.events().itertuples():
        if event.factuality == "actual" and isinstance(event.date_start, str):
            pairs = product(event.source_country.split("; "), event.target_country.split("; "))
            dyads.update(
                (event.date_start[:7], one, other, event.quad_class) for one, other in pairs if "" != one != other != ""
            )
    with (tmp_path / "dyads.csv").open(encoding="utf-8", newline="") as table:
        assert {tuple(row[:-1]): int(row[-1]) for row in list(csv.reader(table))[1:]} == dyads
    assert dyads


def test_links_lead_somewhere() -> None:
    for path in DOCS.rglob("*.md"):
        if path.parent.name not in ("_generated", "_extra"):
            for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text(encoding="utf-8")):
                assert "://" in target or (path.parent / target).exists(), f"{path.name}: {target}"


def test_every_page_is_in_the_table_of_contents() -> None:
    listed = set(re.findall(r"^([\w/-]+)$", page("index.md"), re.M))
    assert {str(path.relative_to(DOCS).with_suffix("")) for path in (*DOCS.glob("*.md"), *PAGES)} - listed == {"index"}


def test_inputs_lists_every_ending_and_no_other() -> None:
    table = page("inputs.md").partition("## Which field")[0]
    rows = "".join(line.split("|")[2] for line in table.splitlines() if line.startswith("| "))
    listed = set(re.findall(r"\.[a-z0-9]+(?:\.[a-z0-9]+)?", rows))
    assert set(endings()) - listed == {".tbz2", ".txz"}
    assert listed - set(endings()) == {".tar.bz2", ".tar.xz", ".xml"}


def test_inputs_lists_the_names_of_fields() -> None:
    rows = re.findall(r"^\| (\w+) \| ([\w.]+(?:, [\w.]+)+) \|$", page("inputs.md"), re.M)
    assert {field: tuple(names.split(", ")) for field, names in rows} == GUESSES


def test_every_option_of_every_command_has_a_help() -> None:
    import click

    from newsgraph.cli import commands

    for name, command in commands().items():
        assert command.help, name
        for option in command.params:
            assert not isinstance(option, click.Option) or option.help, f"{name} {option.name}"


def test_the_documentation_builds_without_a_warning(tmp_path: Path) -> None:
    pytest.importorskip("sphinx")
    for module in ("furo", "myst_parser"):
        pytest.importorskip(module)
    source = tmp_path / "docs"
    shutil.copytree(DOCS, source, ignore=shutil.ignore_patterns("_extra", "_generated"))
    (tmp_path / "src").symlink_to(ROOT / "src")
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        import make_docs
    finally:
        sys.path.remove(str(ROOT / "scripts"))
    for name in ("_extra", "_generated"):
        (source / name).mkdir()
    make_docs.make_figures(source)
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", source, tmp_path / "out"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    pages = {path: lxml.html.parse(path) for path in (tmp_path / "out").rglob("*.html")}
    assert tmp_path / "out" / "howto" / "dyads-in-r.html" in pages
    for path, tree in pages.items():
        for link in tree.xpath("//@href | //@src"):
            target, _, part = link.partition("#")
            if "://" in target or target.startswith(("data:", "mailto:", *MADE)):
                continue
            there = (path.parent / unquote(target.partition("?")[0])).resolve() if target else path
            assert there.exists(), f"{path.name}: {link}"
            if part and there in pages:
                assert pages[there].xpath("//*[@id=$part or @name=$part]", part=unquote(part)), f"{path.name}: {link}"


def test_each_term_of_the_ontology_has_its_place_on_the_page(tmp_path: Path) -> None:
    """The library that makes it doubles ids, and calls a term like the part that holds the whole page."""
    if find_spec("pylode") is None:  # which is not imported here, as it changes what is logged
        pytest.skip("pyLODE is not installed, which makes the page of the ontology")
    code = f"from make_docs import make_ontology; make_ontology({str(tmp_path)!r})"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT / "scripts", capture_output=True)
    page = lxml.html.parse(tmp_path / "ontology.html")
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids)) > 150
    links = page.xpath("//a[starts-with(@href, '#')]")
    assert {link.get("href")[1:] for link in links} <= set(ids)
    terms = [str(iri) for iri in page.xpath("//div[contains(@class, 'entity')]//tr[1]//code/text()")]
    assert {f"{NG}content", f"{NG}mentionCount", f"{NG}Event"} <= set(terms)
    for term in terms:
        (there,) = page.xpath("//*[@id=$name]", name=term.rpartition("#")[2])
        assert there.xpath("string(.//code)") == term
    (style,) = set(re.findall(r"#([\w-]*content)", page.xpath("string(//style)")))
    assert page.xpath("//body/div[@id=$style]", style=style)


def test_every_dependency_is_listed_with_its_licence() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = set(project["dependencies"]).union(*(extras[name] for name in set(extras) - {"dev", "docs", "tables"}))
    names = {re.match(r"[\w.-]+", line)[0] for line in wanted if not line.startswith("newsgraph[")}  # type: ignore[index]
    assert set(re.findall(r"^\| ([\w.-]+) \| [\w, ]+ \| [A-Z]", page("licences.md"), re.M)) == names


def test_licences_of_dependencies_are_those_that_they_declare() -> None:
    from importlib.metadata import metadata

    for name, said in re.findall(r"^\| ([\w.-]+) \| [\w, ]+ \| ([A-Z].*) \|$", page("licences.md"), re.M):
        facts = metadata(name)
        fields = ("License-Expression", "License", "Classifier")
        words = " ".join(value for field in fields for value in facts.get_all(field, [])).lower()
        for licence in re.split(r" (?:and|or) ", said):
            assert licence.lower().partition("-")[0] in words, f"{name}: {licence} is not in {words[:200]!r}"


def test_everything_in_the_package_has_a_licence() -> None:
    rows = re.findall(r"^\| (`.*`) \| .+ \| .+ \|$", page("licences.md"), re.M)
    patterns = [pattern for row in rows for pattern in re.findall(r"`([^`]+)`", row)]
    package = ROOT / "src" / "newsgraph"
    hidden = {"javascript", "__pycache__", ".ruff_cache", ".mypy_cache"}
    files = [
        path.relative_to(package).as_posix()
        for path in package.rglob("*") if path.is_file() and not hidden & set(path.parts)
    ]  # fmt: skip
    assert [file for file in files if not any(fnmatch(file, f"*{pattern}") for pattern in patterns)] == []
    unused = [pattern for pattern in patterns if not any(fnmatch(file, f"*{pattern}") for file in files)]
    assert unused == ["ontologies/*"]


def test_what_the_page_is_bundled_from_has_its_licence_with_it() -> None:
    import json

    view = ROOT / "src" / "newsgraph" / "view"
    packages = json.loads((view / "javascript" / "package-lock.json").read_text("utf-8"))["packages"]
    shipped = {
        f"{path.removeprefix('node_modules/')} {package['version']} ({package['license']})"
        for path, package in packages.items() if path and not package.get("dev")
    }  # fmt: skip
    told = (view / "assets" / "LICENSES.txt").read_text("utf-8")
    assert shipped and all(name in told for name in shipped), "run scripts/page_licences.py after `make page`"


def test_links_that_lead_out_are_well_formed() -> None:
    for path in (*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"):
        for link in re.findall(r"\]\((\w+:[^)]*)\)|<(https?:[^>]*)>", path.read_text(encoding="utf-8")):
            parts = urlsplit("".join(link))
            assert parts.scheme == "https" and re.fullmatch(r"[\w-]+(\.[\w-]+)+", parts.netloc), f"{path.name}: {link}"


def test_versions_agree() -> None:
    import tomllib

    from newsgraph import __version__

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert project["version"] == __version__ == re.search(r"^version: (.+)$", citation, re.M)[1]  # type: ignore[index]
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_reliability_diagram_is_that_of_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    from draw_reliability import draw, read_table

    rows = read_table(page("confidence.md"))
    assert len(rows) == 10
    assert (DOCS / "images" / "reliability.svg").read_text(encoding="utf-8") == draw(rows)
