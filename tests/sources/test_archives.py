"""ZIP and TAR archives of all formats, and the attacks that come in them."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from newsgraph.sources import archives

STORY = "Ministers reopen border\n\nThe ministers met on Tuesday.\n"
FILES = {
    "b/2024-03-05 talks.txt": STORY, "a.jsonl": '{"text": "Talks ended."}', "../../up.txt": "Nothing is written there.",
    "__MACOSX/._a.txt": "x", ".hidden.txt": "x", "README.txt": "About these files.", "c/picture.png": "x",
}  # fmt: skip


def zipped(files: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
        link = zipfile.ZipInfo("secret.txt")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        packed.writestr(link, "/etc/passwd")
    return out.getvalue()


def tarred(files: dict[str, str | bytes], mode: str = "w:gz") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as packed:
        for name, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            info = tarfile.TarInfo(name)
            info.size = len(data)
            packed.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("secret.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        packed.addfile(link)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.zip", zipped(FILES)), ("a.tar.gz", tarred(FILES)), ("a.tgz", tarred(FILES)), ("a.tar", tarred(FILES, "w")),
        ("a.tar.bz2", tarred(FILES, "w:bz2")), ("a.tar.xz", tarred(FILES, "w:xz")), ("no-ending", zipped(FILES)),
    ],
)  # fmt: skip
def test_files_in_an_archive_are_read_where_they_are(
    read: Callable, write: Callable, tmp_path: Path, name: str, content: bytes
) -> None:
    path = write(f"in/{name}", content)
    articles, problems = read(path)
    texts = {article.text: article for article in articles}
    assert set(texts) == {STORY, "Talks ended.", "Nothing is written there."}
    assert texts[STORY].published == "2024-03-05"
    assert texts[STORY].origin == f"{path}, b/2024-03-05 talks.txt"
    assert [problem.lost for problem in problems] == [False]
    assert sorted(p.name for p in tmp_path.rglob("*")) == sorted(("in", name))


def test_archives_in_archives_are_read_so_deep(read: Callable, write: Callable) -> None:
    content: bytes = zipped({"a.txt": STORY})
    for _ in range(2):
        content = zipped({"inner.zip": content})
    assert len(read(write("a.zip", content))[0]) == 1
    articles, problems = read(write("b.zip", zipped({"inner.zip": content})))
    assert articles == []
    assert "is an archive in an archive in an archive" in str(problems[0])


def test_what_is_packed_too_well_is_left_out(read: Callable, write: Callable) -> None:
    path = write("a.zip", zipped({"bomb.txt": b"0" * 50_000_000, "talks.txt": STORY}))
    (article,), problems = read(path)
    assert article.text == STORY
    assert [str(problem) for problem in problems] == [
        f"{path}, bomb.txt: is packed as no news is, as in an attack; take it out"
    ]


def test_a_workbook_that_is_packed_too_well_is_left_out(read: Callable, write: Callable) -> None:
    path = write("a.xlsx", zipped({"xl/workbook.xml": "<workbook/>", "xl/sharedStrings.xml": "a" * 5_000_000}))
    articles, problems = read(path)
    assert articles == []
    assert [str(problem) for problem in problems] == [
        f"{path}: is packed as no table of news is, as in an attack; take it out"
    ]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_an_archive_gives_no_more_than_is_safe(
    read: Callable, write: Callable, monkeypatch: pytest.MonkeyPatch, pack: Callable[..., bytes]
) -> None:
    monkeypatch.setattr(archives, "LARGEST", 2_000_000)
    rows = "".join(f'{{"text": "Talk {number} {hash(str(number))} ended."}}\n' for number in range(60_000))
    path = write("a.bin", pack({"a.jsonl": rows}))
    articles, problems = read(path)
    assert 0 < len(articles) < 60_000
    assert "it unpacks to more than" in str(problems[-1]) and problems[-1].lost


def test_a_locked_archive(read: Callable, write: Callable) -> None:
    content = bytearray(zipped({"a.txt": STORY}))
    for at in (6, content.index(b"PK\x01\x02") + 8):
        content[at] |= 1
    path = write("a.zip", bytes(content))
    articles, problems = read(path)
    assert articles == []
    assert str(problems[0]) == (
        f"{path}, a.txt: is locked by a password; unpack it yourself, and give the folder"
    )


@pytest.mark.parametrize(("name", "kind"), [("a.zip", "ZIP"), ("a.tar", "TAR")])
def test_a_broken_archive_is_one_line(read: Callable, write: Callable, name: str, kind: str) -> None:
    path = write(name, b"PK\x03\x04broken" if kind == "ZIP" else b"broken" * 200)
    articles, problems = read(path)
    assert articles == []
    assert str(problems[0]).startswith(f"{path}: is no {kind} archive that can be read (")


def test_links_that_lead_out_of_a_folder_are_not_followed(read: Callable, write: Callable, tmp_path: Path) -> None:
    write("in/a.txt", STORY)
    write("out/secret.txt", "The secret talks ended.")
    (tmp_path / "in" / "way").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "b.txt").symlink_to(tmp_path / "out" / "secret.txt")
    (article,), problems = read(tmp_path / "in")
    assert article.text == STORY
    assert sorted(str(problem).split(";")[0] for problem in problems) == [
        f"{tmp_path / 'in' / name}: is a link that leads out of {tmp_path / 'in'}" for name in ("b.txt", "way")
    ]
