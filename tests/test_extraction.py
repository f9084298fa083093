"""From inputs to records and graphs, by way of the library."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

import newsgraph as ng
from newsgraph.knowledge.user import build_index
from newsgraph.reader import batches
from newsgraph.sources import Problem
from newsgraph.sources.shards import shard_of

ROOT = Path(__file__).parents[1]
STORY = "Harbour talks\nOSLO, May 6 2026 - Norway and Sweden held talks. Ana Torv urged Norway to open the port."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("articles")
    for number in range(3):
        text = STORY.replace("Torv", f"Torv{'abc'[number]}")
        (top / f"{number}.txt").write_text(text, encoding="utf-8")
    return top


def test_build_and_records_are_the_same_graph(folder: Path, tmp_path: Path) -> None:
    graph = ng.build(folder, progress=False)
    assert len(graph.articles()) == 3 and "Norway" in set(graph.countries()["name"])
    records = graph.save(tmp_path / "records.jsonl")
    again = ng.build(records, progress=False)
    assert again.records == graph.records
    assert again.save(tmp_path / "b.nt").read_bytes() == graph.save(tmp_path / "a.nt").read_bytes()


def test_any_number_of_processes_gives_the_same(folder: Path) -> None:
    assert list(ng.extract(folder)) == list(ng.extract(folder, jobs=2))


def test_batches_are_short_where_articles_are_long() -> None:
    articles = [ng.Article(text="x" * size) for size in (10, 30, 70, 200, 5, 5)]
    sizes = [[len(article.text) for article in batch] for batch in batches(articles, 100)]
    assert sizes == [[10, 30], [70], [200], [5, 5]]
    assert [len(batch) for batch in batches(ng.Article(text="x") for _ in range(35))] == [16, 16, 3]


def test_articles_can_be_given(folder: Path) -> None:
    article = ng.Article(id="x", text="Sweden sent aid to Norway on 3 May 2026.", published="2026-05-04")
    (record,) = ng.extract(article)
    assert record.article == article and {e.name for e in record.entities} >= {"Sweden", "Norway"}


def test_problems_are_warnings_unless_somebody_listens(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    with pytest.warns(UserWarning, match=r"empty\.txt"):
        assert list(ng.extract(tmp_path / "empty.txt")) == []
    heard: list[Problem] = []
    list(ng.extract(tmp_path / "empty.txt", on_problem=heard.append))
    assert [p.lost for p in heard] == [True]


def test_nothing_to_build_from_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ng.SourceError, match="no article could be read"):
        ng.build(tmp_path / "nothing.txt", progress=False, on_problem=lambda problem: None)


def test_one_bad_article_does_not_stop_the_others(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from newsgraph.language import pipeline

    read = pipeline.read_articles

    def breaks(articles, nlp, **options):  # type: ignore[no-untyped-def]
        if any(a.id == "bad" for a in articles):
            raise RuntimeError("no parse")
        return read(articles, nlp, **options)

    monkeypatch.setattr(pipeline, "read_articles", breaks)
    heard: list[Problem] = []
    articles = [ng.Article(id=i, text=f"{STORY} {i}") for i in ("one", "bad", "two")]
    assert [r.article.id for r in ng.extract(articles, on_problem=heard.append)] == ["one", "two"]
    assert "broke the pipeline (RuntimeError: no parse)" in str(heard[0])


def test_broken_records_are_left_out_by_line(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "records.jsonl"
    good = ng.build(folder / "0.txt", progress=False).save(path).read_bytes()
    path.write_bytes(good + b'{"article": {"id": 5}}\n' + good)
    heard: list[Problem] = []
    assert len(list(ng.extract(path, on_problem=heard.append))) == 1
    assert [p.origin for p in heard] == [f"{path}, line 2", f"{path}, line 3"]


def test_folders_and_compressed_files_of_records_are_records(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "records").mkdir()
    graph = ng.build(folder, progress=False)
    plain = graph.save(tmp_path / "records" / "plain.jsonl")
    first, *others = plain.read_bytes().splitlines(keepends=True)
    edited = json.loads(first)
    edited["events"] = []
    (tmp_path / "records" / "plain.jsonl").write_text(json.dumps(edited, sort_keys=True))
    (tmp_path / "records" / "more.jsonl.gz").write_bytes(gzip.compress(b"".join(others)))
    found = list(ng.extract(tmp_path / "records"))
    assert len(found) == 3 and [r.article.id for r in found if not r.events] == [graph.records[0].article.id]


def test_an_article_in_two_inputs_counts_once(tmp_path: Path, folder: Path) -> None:
    one = ng.build(folder / "0.txt", progress=False).save(tmp_path / "one.jsonl")
    two = tmp_path / "two.jsonl"
    two.write_bytes(one.read_bytes())
    heard: list[Problem] = []
    again = ng.Article(id="again", text=(folder / "0.txt").read_text())
    assert len(list(ng.extract([one, two, folder / "0.txt", again], on_problem=heard.append))) == 1
    assert [(p.origin, p.lost) for p in heard] == [
        (f"{two}, line 1", False), (str(folder / "0.txt"), False), ("again", False),
    ]  # fmt: skip
    assert all(p.message == f"left out as the same text as {one}, line 1" for p in heard)


def test_an_id_of_two_articles_is_changed(folder: Path) -> None:
    heard: list[Problem] = []
    articles = [ng.Article(id="x", text=f"{STORY} {i}") for i in range(2)]
    first, second = ng.extract(articles, on_problem=heard.append)
    assert first.article.id == "x" != second.article.id and "another article has the id" in str(heard[0])


def test_texts_over_the_limit_are_treated_alike(tmp_path: Path) -> None:
    text = "Norway met Sweden. " * 14_000
    (tmp_path / "long.txt").write_text(text)
    for given in (tmp_path / "long.txt", ng.Article(id="long", text=text)):
        heard: list[Problem] = []
        assert not list(ng.extract(given, on_problem=heard.append))
        assert [p.message for p in heard] == ["its text has 266,000 characters, over 250,000"]


def test_shards_part_any_input(folder: Path, tmp_path: Path) -> None:
    records = ng.build(folder, progress=False).save(tmp_path / "records.jsonl")
    for given in (folder, records):
        parts = [[r.article.id for r in ng.extract(given, shard=(i, 2))] for i in (1, 2)]
        assert sorted(parts[0] + parts[1]) == sorted(r.article.id for r in ng.extract(given))
    with pytest.raises(ng.SourceError, match="--shard 3/2: write it as PART/PARTS"):
        shard_of("3/2")


def test_a_missing_model_is_one_line() -> None:
    for jobs in (1, 2):
        with pytest.raises(ng.ModelError, match="model 'en_core_web_none' is not installed; `python -m spacy download"):
            list(ng.extract(ng.Article(id="x", text="Text."), model="en_core_web_none", jobs=jobs))


def test_words_and_names_of_ones_own_are_those_of_the_run_that_they_are_given_to(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("word,pos,with,kind,mode,roles,example\nencircle,verb,obj:town,ASSAULT,,,\n")
    (tmp_path / "names.csv").write_text("name,kind,country\nOrder of the Tern,ArmedGroup,NO\n")
    build_index([tmp_path / "names.csv"], tmp_path / "own.names")
    articles = [ng.Article(id="a", text="The Order of the Tern encircled the town.")]
    before = list(ng.extract(articles))
    own = list(ng.extract(articles, lexicon=[tmp_path / "own.csv"], knowledge=[tmp_path / "own.names"]))
    assert own != before and own[0].events[0].kind == "ASSAULT"
    assert "ArmedGroup" in {entity.kind for entity in own[0].entities}
    assert list(ng.extract(articles)) == before


def test_public_names() -> None:
    for name in ng.__all__:
        assert getattr(ng, name) is not None
    assert sorted(ng.__all__) == ng.__all__ and set(ng.__all__) < set(dir(ng))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = ng.nothing


def test_a_data_frame_and_records_can_be_given() -> None:
    import pandas as pd

    graph = ng.build(pd.DataFrame({"text": [STORY], "title": ["Harbour talks"]}), progress=False)
    assert "Norway" in set(graph.countries()["name"])
    assert ng.build(graph.records, progress=False).records == graph.records
    assert ng.build([STORY], progress=False).articles()["id"].tolist() == graph.articles()["id"].tolist()
