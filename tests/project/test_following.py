"""Keys and decisions of a project follow the words that they were given for, and never go to others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import newsgraph as ng
from newsgraph.project import kept_places, saving
from newsgraph.resolve.decisions import Decision

AID = (
    "Prime Minister Lena Marsh said in Oslo that Norway would send aid to Ukraine. "
    "Police in Norway arrested six people on Monday."
)
OTHER = (
    "President Omar Haddad told reporters in Rome that Italy would buy ships from Japan. "
    "The police of Sweden released nine men."
)
FIRST, SECOND = "Police arrested Omar Haddad in Oslo on Monday.", "Police arrested Ana Torv in Rome on Friday."
MILD = "The weather was mild and many people walked along the river."


def quiet(_: object) -> None:
    """Nothing is told."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    return tmp_path / "news"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[ng.Project]:
    with ng.open_project(tmp_path / "p.newsgraph") as opened:
        yield opened


def put(project: ng.Project, folder: Path, name: str, text: str | None) -> None:
    """Write a file, or take it away, and let the project know."""
    if text is None:
        (folder / name).unlink()
    else:
        (folder / name).write_text(text, encoding="utf-8")
    project.update(folder, on_problem=quiet)


def labels(project: ng.Project) -> dict[str, str]:
    """The labels of all nodes, by their keys."""
    return {key: data["label"] for key, data in project.graph(on_problem=quiet).nx.nodes(data=True)}


def redirects(project: ng.Project) -> list[str]:
    """The keys that others stand for."""
    nodes = project.graph(on_problem=quiet).nx.nodes(data=True)
    return sorted(old for _, data in nodes for old in data.get("replaces", ()))


def page(id: str, text: str) -> str:
    link = f'<link rel="canonical" href="https://example.org/{id}">'
    return f"<html><head><title>Aid</title>{link}</head><body><article><p>{text}</p></article></body></html>"


def test_nodes_that_an_article_joined_are_parted_when_it_is_gone(project: ng.Project, folder: Path) -> None:
    union = "The Harbour Workers Union"
    put(project, folder, "a.txt", f"{union} called a strike in Oslo on Monday. {union} said talks had failed.")
    put(project, folder, "b.txt", "HWU said on Friday that the strike in Oslo would go on. HWU members blocked a road.")
    apart = labels(project)
    assert {"organization/hwu", "organization/harbour-workers-union"} <= apart.keys()
    for _ in range(2):
        put(project, folder, "c.txt", f"{union} (HWU) ended its strike in Oslo on Sunday. HWU praised the talks.")
        assert "organization/hwu" in redirects(project)
        put(project, folder, "c.txt", None)
        assert labels(project) == apart and not redirects(project)


def test_what_a_person_has_joined_is_parted_when_that_is_taken_back(project: ng.Project, folder: Path) -> None:
    put(project, folder, "a.txt", AID)
    put(project, folder, "b.txt", OTHER)
    before = labels(project)
    decision = project.graph().to_merge("Omar Haddad", "Lena Marsh")
    project.decide(decision)
    (gone,) = redirects(project)
    graph = project.graph()
    assert gone not in graph.nx and graph.find(gone) == graph.find("Lena Marsh") == graph.find("Omar Haddad")
    assert gone in graph and graph.to_rename(gone, "Somebody").label == "Omar Haddad"
    assert project.take_back(decision)
    assert labels(project) == before and not redirects(project)


def test_keys_of_an_article_that_was_taken_out_are_not_those_of_other_words(project: ng.Project) -> None:
    def add(text: str) -> dict[str, str]:
        project.add(ng.Article(id="1", title="x", published="2026-03-02", text=text))
        return labels(project)

    first = add(AID)
    project.remove("1")
    other = add(OTHER)
    assert not (other.keys() & first.keys()) - {"article/1"} and other["country/SE"] == "Sweden"
    assert other["country/IT"] == "Italy" and not redirects(project)
    project.remove("1")
    back = add(f"The talks go on. {AID}")
    assert first.keys() <= back.keys() and not [key for key in back.keys() - first.keys() if key.endswith("-2")]


def test_a_page_that_comes_back_has_its_keys(project: ng.Project, folder: Path) -> None:
    put(project, folder, "b.txt", MILD)
    put(project, folder, "a.html", page("aid", AID))
    first = labels(project)
    put(project, folder, "a.html", None)
    assert "person/lena-marsh" not in labels(project)
    put(project, folder, "a.html", page("aid", f"Update: the talks go on. {AID}"))
    assert labels(project).keys() >= first.keys()
    put(project, folder, "a.html", None)
    put(project, folder, "a.html", page("aid-again", AID))
    assert labels(project).keys() >= {key for key in first if "/" in key and not key.startswith("article/")}


def test_words_that_were_edited_away_have_their_keys_when_they_are_there_again(
    project: ng.Project, folder: Path
) -> None:
    put(project, folder, "a.txt", f"{FIRST} {MILD} {SECOND}")
    first = labels(project)
    put(project, folder, "a.txt", f"{MILD} {SECOND}")
    assert {key for key in labels(project) if key.startswith("event/")} < first.keys()
    put(project, folder, "a.txt", f"{FIRST} {MILD} {SECOND}")
    assert labels(project) == first


def test_a_decision_stays_with_its_words(project: ng.Project, folder: Path) -> None:
    put(project, folder, "a.txt", f"{FIRST} {MILD} {SECOND}")
    project.decide(project.graph().to_judge("drop", "Police arrested Omar Haddad in Oslo"))

    def is_dropped() -> bool:
        told = sorted(label for key, label in labels(project).items() if key.startswith("event/"))
        assert "Police arrested Ana Torv in Rome" in told
        return not any("Omar Haddad" in label for label in told)

    assert is_dropped()
    put(project, folder, "a.txt", f"{MILD} {SECOND}")
    assert is_dropped() and len(project.unfit()) == 1
    note = "A note of the editors, who have looked into it. More was said later."
    put(project, folder, "a.txt", f"{note}\n\n{FIRST} {MILD} {SECOND}")
    assert is_dropped() and not project.unfit()
    put(project, folder, "a.txt", f"{FIRST.replace('on Monday', 'late on Monday')} {MILD} {SECOND}")
    assert is_dropped() and not project.unfit()
    (decision,) = project.decisions()
    assert project.decide(decision) == 0 and project.take_back(decision) and not is_dropped()


def test_the_second_of_two_sentences_that_are_spelled_alike(project: ng.Project, folder: Path) -> None:
    text = f"{FIRST} {MILD}\n\n{FIRST}"
    put(project, folder, "a.txt", text)
    at = text.rindex("arrested")
    graph = project.graph()
    decision = graph.to_judge("drop", next(key for key in graph if key.startswith("event/")))
    second = tuple(anchor for anchor in decision.one if anchor.start == at)
    assert second
    project.decide(Decision(verb="confirm", sort="event", one=second))
    put(project, folder, "a.txt", f"{MILD.replace('many', 'some')} {MILD.replace('many', 'few')}\n{text}")
    (anchor,) = project.decisions()[0].one
    with ng.open_project(project.path) as again:
        (article,) = again.records()
    assert article.article.text.rindex("arrested") == anchor.start


def test_decisions_go_with_an_article_to_its_new_id(project: ng.Project, folder: Path) -> None:
    put(project, folder, "a.html", page("one", AID))
    graph = project.graph()
    project.decide(graph.to_rename("Lena Marsh", "Lena B. Marsh"), graph.to_judge("drop", "Police arrested six people"))
    before = labels(project)
    put(project, folder, "a.html", page("two", f"Update: the talks go on. {AID}"))
    assert [article.id for article in project.articles()] == ["example.org/two"]
    assert not project.unfit() and labels(project) == before
    project.remove("example.org/two")
    assert len(project.unfit()) == 2
    project.add(ng.Article(id="example.org/two", text=OTHER))
    assert len(project.unfit()) == 2


def test_a_decision_that_knows_no_sentence_learns_it_before_its_article_is_changed(
    project: ng.Project, folder: Path
) -> None:
    """Older projects, and the page, give the words alone."""
    put(project, folder, "a.txt", f"{FIRST} {MILD} {SECOND}")
    project.decide(project.graph().to_judge("drop", "Police arrested Omar Haddad in Oslo"))
    (decision,) = project.decisions()
    assert all(anchor.sentence for anchor in decision.one)
    (data,) = project.connection.execute("SELECT data FROM decision").fetchone()
    bare = data.replace(f',"sentence":"{decision.one[0].sentence}","offset":7', "")
    assert bare != data
    project.connection.execute("UPDATE decision SET data = ?", (bare,))
    assert not any(anchor.sentence for anchor in project.decisions()[0].one)
    assert project.decisions()[0].id == decision.id, "what is cited stays"
    assert project.decide(decision) == 1, "the same, which knows its sentence"
    put(project, folder, "a.txt", f"{MILD} {SECOND}")
    assert len(project.unfit()) == 1 and project.decisions() == [decision], "both are one, and it is kept once"
    assert project.take_back(decision) and not project.connection.execute("SELECT * FROM anchored").fetchall()


@pytest.mark.parametrize("on_disk", [False, True])
def test_keys_of_a_graph_that_was_built_while_an_article_was_changed(
    project: ng.Project, folder: Path, monkeypatch: pytest.MonkeyPatch, on_disk: bool
) -> None:
    """Another program puts somebody else where a person stood, before the keys are kept."""
    text = f"Prime Minister Lena Marsh met Omar Haddad in Oslo on Monday. {MILD}"
    changed = f"{text.replace('Lena Marsh', 'Eva Holm')} Then Prime Minister Lena Marsh met him."
    put(project, folder, "a.txt", text)
    name = "write_keys" if on_disk else "write_ledger"
    writes = getattr(kept_places, name)

    def meanwhile(*given: object) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(kept_places, name, writes)
            with ng.open_project(project.path) as other:
                put(other, folder, "a.txt", changed)
        writes(*given)

    monkeypatch.setattr(saving if on_disk else kept_places, name, meanwhile)
    project.save(project.path.with_suffix(".nt" if on_disk else ".ttl"))
    monkeypatch.undo()
    found = labels(project)
    assert found["person/lena-marsh"] == "Lena Marsh" and found["person/eva-holm"] == "Eva Holm"
    assert not [key for key in found if key.endswith("-2")]
