"""The graph of a project from the disk: the file of the graph in memory, and the same keys are kept."""

from __future__ import annotations

import gc
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

import newsgraph as ng
from newsgraph.cli import main
from newsgraph.on_disk import accounts, building, entities, evidence, ledger, nodes, renaming
from newsgraph.record_lines import write_records
from newsgraph.records import Record
from newsgraph.resolve.decisions import Decision
from tests.graph.events.test_stories import LATER, reported
from tests.graph.events.test_told_links import raid_and_vigil
from tests.graph.test_corrections import event, told
from tests.graph.test_knowledge_graph import records

Change = Callable[[ng.Project], object]


def kept(path: Path) -> list[list[tuple[object, ...]]]:
    """The keys that a project keeps, what it knows of articles, and its base."""
    with closing(sqlite3.connect(path)) as connection:
        return [
            connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
            for table in ("node_key", "node_place", "story_key", "setting WHERE name = 'base'")
        ]


def written(path: Path, base: str | None = None, min_confidence: float = 0.5) -> str:
    """The graph of a project, which is the same from memory, by which keys are kept, and from the disk of a copy."""
    copy, options = path.with_name("copy.newsgraph"), {"base": base, "license": f"{base}licence"} if base else {}
    shutil.copy(path, copy)
    with ng.open_project(path) as project:
        memory = project.graph(min_confidence=min_confidence).save(path.with_name("memory.nq"), **options)
    with ng.open_project(copy) as project:
        disk = project.save(path.with_name("disk.nq"), min_confidence=min_confidence, **options)
    assert disk.read_bytes() == memory.read_bytes()
    assert kept(copy) == kept(path)
    return disk.read_text("utf-8")


def changed(path: Path, *changes: Change) -> list[str]:
    """The graph of a project, whenever something has changed in it."""
    found = []
    for change in changes:
        with ng.open_project(path) as project:
            change(project)
        found.append(written(path))
    return found


def adding(*records: Record) -> Change:
    return lambda project: project.add(records, on_problem=lambda problem: None)


def of(name: str, record: Record) -> Record:
    """A record as that of another article."""
    return replace(record, article=replace(record.article, id=name))


def deciding(decisions: Callable[[ng.KnowledgeGraph], Iterable[Decision]]) -> Change:
    return lambda project: project.decide(*decisions(project.graph()))


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    gc.freeze()  # a search for garbage ends each step on the disk: it need not look at what other tests have loaded
    yield tmp_path / "p.newsgraph"
    gc.unfreeze()


@pytest.fixture
def hardly_any_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nearly all is read from the disk whenever it is asked for."""
    for module, name in (
        (nodes, "_NEAR"), (nodes, "MUCH"), (evidence, "MUCH"), (accounts, "MANY"), (building, "MANY"),
        (entities, "_FEW"), (renaming, "_NEAR"), (ledger, "_COUNTED"), (ledger, "_ARTICLES"),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, 3)


def test_the_samples_twice(sample_graph: ng.KnowledgeGraph, path: Path) -> None:
    first, again, fewer = changed(
        path, adding(*sample_graph.records), lambda project: None,
        lambda project: project.remove(*(record.article.id for record in sample_graph.records[::3])),
    )
    assert first == again != fewer and "inStory" in first and "#Claim>" in first
    assert written(path, "https://example.org/id/", 0.9).count("example.org/id/event/") > 100


def test_a_project_of_nothing_and_of_articles_that_tell_nothing(path: Path) -> None:
    empty, one = changed(path, lambda project: None, adding(replace(records()[0], events=(), proposals=())))
    assert "ng:Article" not in empty and "article/one" in one


def test_keys_stay_when_names_change_and_are_given_to_nobody_else(path: Path) -> None:
    *_, more, fewer, other, back = changed(
        path, adding(told(1, "L. Marsh")), adding(told(2, "Lena Marsh"), told(3, "Lena Marsh", before="Later, ")),
        lambda project: project.remove("r1", "r2"), adding(told(5, "L. Marsh", before="So ")),
        lambda project: project.add(told(1, "L. Marsh"), restore=True),
    )
    assert "person/l-marsh>" in more and "person/lena-marsh>" not in more and "person/l-marsh>" in fewer
    assert "graph/r5" in other and "graph/r1" in back


@pytest.mark.usefixtures("hardly_any_in_memory")
def test_articles_whose_keys_change_places(path: Path) -> None:
    """What stands in the evidence, the claims, the edges and the story of an event follows."""
    raid = [of(name, record) for name, record in zip(("port-1", "port_1"), raid_and_vigil(), strict=True)]
    first, more, most = changed(
        path, adding(*raid), adding(of("port 1", reported("a", 11, "a deaf ship's cook", LATER["arrest"]))),
        adding(of("port!1", records()[0]), of("port,1", records()[1])),
    )
    for graph in (first, more, most):
        assert "inStory" in graph and 'article/port-1> <https://schema.org/identifier> "port-1"' in graph
    assert '"port 1"' in more and '"port!1"' in most and "#Claim>" in most and "attributedTo" in most


@pytest.mark.usefixtures("hardly_any_in_memory")
def test_people_whose_keys_change_places(path: Path) -> None:
    """Two of one name are numbered by their articles; the voice of a claim and of a statement is one of them."""
    one, two = records()
    other = [of(name, replace(two, entities=tuple(
        replace(e, name="Torv", country=country) if e.kind == "Person" else e for e in two.entities
    ))) for name, country in (("a", "IE"), ("b", "AT"), ("c", "NO"))]  # fmt: skip
    first, more, most = changed(path, adding(one, other[2]), adding(other[1]), adding(other[0], two))
    assert first.count("attributedTo") and more.count("person/torv") and most.count("person/torv")


def test_nodes_that_are_joined_and_parted_by_people(path: Path) -> None:
    found = changed(
        path,
        adding(told(1, "Lena Marsh"), told(2, "Lena Marsh", before="Later, "), told(3, "Omar Haddad"), *records()),
        deciding(lambda graph: [graph.to_merge("Lena Marsh", "Omar Haddad"), graph.to_rename("Ana Torv", "A. Torv")]),
        deciding(lambda graph: [graph.to_split("Lena Marsh", "r3"), graph.to_judge("drop", "Harbour Party")]),
        lambda project: [project.take_back(decision) for decision in project.decisions()],
        deciding(lambda graph: [
            graph.to_merge("Omar Haddad", "Lena Marsh"), graph.to_split("Red Front", "two"),
            graph.to_judge("confirm", event(graph)), graph.to_set_kind(event(graph), "COERCE"),
        ]),
        adding(told(7, "Lena Marsh")),
    )  # fmt: skip
    assert ["isReplacedBy" in graph for graph in found] == [False, True, False, False, True, True]
    assert "A. Torv" in found[1] and "party/harbour-party>" in found[1] and "party/harbour-party>" not in found[2]
    assert all("person/omar-haddad>" in graph and "person/omar-haddad-2>" not in graph for graph in found)


NAMES = "Lena Marsh", "L. Marsh", "Omar Haddad", "Haddad", "Per Dahl"
IDS = "x 1", "x-1", "x.1", "y 2", "y-2"


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.usefixtures("hardly_any_in_memory")
def test_whatever_happens_to_a_project(path: Path, seed: int) -> None:
    chance = random.Random(seed)

    def some() -> list[Record]:
        pool = [
            *records(), *raid_and_vigil(),
            *(told(at, name, before="Later, " * (at % 2)) for at, name in enumerate(NAMES)),
            *(reported(name, at, "two pilots", tell) for at, (name, tell) in enumerate(LATER.items(), 9)),
            told(9, "Lena Marsh", country="IE"),
        ]  # fmt: skip
        given = {name: of(name, record) for name, record in zip(IDS, chance.sample(pool, 3), strict=False)}
        return [*given.values(), *chance.sample(pool, 3)]

    def decided(graph: ng.KnowledgeGraph) -> list[Decision]:
        keys = sorted(key for key, data in graph.nx.nodes(data=True) if data["type"] != "Article")
        one = chance.choice(keys)
        alike = [key for key in keys if graph.nx.nodes[key]["type"] == graph.nx.nodes[one]["type"] and key != one]
        found = [graph.to_rename(one, "Somebody"), graph.to_judge("drop", chance.choice(keys))]
        return found[: chance.randrange(3)] + ([graph.to_merge(one, chance.choice(alike))] if alike else [])

    def removing(project: ng.Project) -> None:
        names = [article.id for article in project.articles()]
        project.remove(*chance.sample(names, min(2, len(names))))

    changed(path, adding(*some()), *(
        chance.choice((lambda project: adding(*some())(project), removing, deciding(decided))) for _ in range(4)
    ))  # fmt: skip


def test_the_other_formats_are_those_of_the_graph(path: Path) -> None:
    with ng.open_project(path) as project:
        project.add(records())
        turtle = project.save(path.with_name("p.ttl"))
        assert turtle.read_bytes() == project.graph().save(path.with_name("graph.ttl")).read_bytes()
        packed = [project.save(path.with_name("p.nt.gz")), project.graph().save(path.with_name("graph.nt.gz"))]
        assert packed[0].read_bytes() == packed[1].read_bytes()


def test_a_project_that_may_only_be_read(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ng.open_project(path) as project:
        project.add(records())
    path.chmod(0o400)
    monkeypatch.setattr("os.access", lambda name, mode: name != path)  # the administrator may write all files
    with ng.open_project(path, create=False) as project:
        project.save(tmp_path / "disk.nt", on_problem=[].append)
        project.graph(on_problem=[].append).save(tmp_path / "memory.nt")
    assert (tmp_path / "disk.nt").read_bytes() == (tmp_path / "memory.nt").read_bytes()
    assert kept(path) == [[], [], [], []]


def test_what_another_program_writes_meanwhile_is_not_in_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ng.open_project(path) as project:
        project.add(records())
        alone = project.save(path.with_name("alone.nt")).read_bytes()
        lay = building.DiskNetwork.__init__

        def interrupted(*given: object) -> None:
            with ng.open_project(path) as another:
                another.add([told(1, "Lena Marsh")])
            lay(*given)  # type: ignore[arg-type]

        monkeypatch.setattr(building.DiskNetwork, "__init__", interrupted)
        assert project.save(path.with_name("graph.nt")).read_bytes() == alone
        assert len(project) == 3


def test_it_is_what_build_does_with_a_large_project(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def build(*names: str) -> str:
        outputs = [word for name in names for word in ("-o", str(path.with_name(name)))]
        done = CliRunner().invoke(main, ["build", str(path), *outputs])
        assert done.exit_code == 0, done.stderr
        return done.stderr

    with ng.open_project(path) as project:
        project.add(records())
    monkeypatch.setattr("newsgraph.cli.large.LARGE", 1)
    monkeypatch.setattr("newsgraph.cli.memory.MANY", 1)
    assert "graph on the disk" in build("disk.nt", "disk.nq.gz")
    told_of = build("graph.ttl", "memory.nt")
    assert "graph on the disk" not in told_of and "note: 2 articles, whose graph takes 0.0 GB of memory" in told_of
    assert path.with_name("disk.nt").read_bytes() == path.with_name("memory.nt").read_bytes()
    assert "graph on the disk" not in build("kept.nt"), "the graph that is kept need not be built"
    with ng.open_project(path) as project:
        assert project.keeps_graph() and not project.keeps_graph(min_confidence=0.9)
        project.add([told(1, "Lena Marsh")])
        assert not project.keeps_graph()
    assert "graph on the disk" in build("disk.nt")
    monkeypatch.setattr("newsgraph.cli.large.LARGE", 3)
    assert "graph on the disk" not in build("memory.nt")
    assert path.with_name("disk.nt").read_bytes() == path.with_name("memory.nt").read_bytes()


def test_an_empty_project_is_a_line(path: Path, tmp_path: Path) -> None:
    ng.open_project(path).close()
    done = CliRunner().invoke(main, ["build", str(path), "-o", str(tmp_path / "graph.nt")])
    assert done.exit_code == 2 and "no article could be read" in done.stderr
    with pytest.raises(ng.NewsgraphError, match="no folder"), ng.open_project(path) as project:
        project.save(tmp_path / "none" / "graph.nt")


def test_iris_begin_as_those_of_the_first_graph(path: Path, tmp_path: Path) -> None:
    with (tmp_path / "records.jsonl").open("wb") as stream:
        write_records(records(), stream)
    with ng.open_project(path) as project:
        project.add(tmp_path / "records.jsonl")
        base = project.graph().base
        project.add([told(1, "Lena Marsh")])
        whole = project.save(tmp_path / "graph.nt").read_text("utf-8")
    assert f"<{base}person/lena-marsh>" in whole
