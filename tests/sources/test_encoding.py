"""From bytes to text."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsgraph as ng
from newsgraph.sources import open_articles
from newsgraph.sources.encoding import binary_kind, decode, encoding_of, without_surrogates
from newsgraph.sources.problems import Problem

STORY = (
    "The envoy’s visit — his first — ended on Friday. “We don’t expect a quick deal,” he said, but €40 million "
    "had been set aside… José Álvarez, who was in Málaga, called it naïve."
)


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"],
)
def test_encodings_of_english_come_out_right(encoding: str) -> None:
    assert decode(STORY.encode(encoding), "a.txt") == STORY


def test_latin_1_comes_out_right() -> None:
    for text in ("The café owner, Señor Peña, paid £300 for the façade.", "The vis-à-vis at the Hôtel Álvaro."):
        assert decode(text.encode("latin-1"), "a.txt") == text


def test_big_endian_with_a_mark_comes_out_right() -> None:
    assert decode(codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"), "a.txt") == STORY


def test_a_russian_page_in_its_declared_encoding() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Переговоры прошли в Женеве.</body></html>'
    assert decode(page.encode("cp1251"), "a.html", html=True) == page


def test_a_page_that_declares_latin_1_is_in_windows_1252() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"><p>“Not yet,” she said.</p>'
    assert decode(page.encode("cp1252"), "a.html", html=True) == page


def test_a_wrong_declaration_does_not_count_against_valid_utf_8() -> None:
    page = '<meta charset="iso-8859-1"><p>“Not yet,” she said.</p>'
    assert decode(page.encode(), "a.html", html=True) == page


@pytest.mark.parametrize("declared", ["no-such-charset", "utf-16", "utf-8", "base64"])
def test_a_useless_declaration_is_passed_over(declared: str) -> None:
    page = f'<meta charset="{declared}"><p>“Not yet,” she said.</p>'
    assert decode(page.encode("cp1252"), "a.html", html=True) == page


def test_stray_windows_bytes_in_utf_8_are_mended() -> None:
    data = ("“Yes” – " * 20).encode() + "the minister’s reply".encode("cp1252")
    assert decode(data, "a.txt") == "“Yes” – " * 20 + "the minister’s reply"


def test_a_cyrillic_text_is_guessed() -> None:
    text = "Министр иностранных дел заявил в среду, что переговоры о прекращении огня будут продолжены. " * 5
    assert decode(text.encode("cp1251"), "a.txt") == text


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive or an office document"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"{\\rtf1\\ansi", "a rich text document"),
        (bytes(range(256)) * 4, "a binary file"),
        (b"\x00" * 4096, "a binary file"),
        (b"Talks went on.\n", None),
        ("Talks went on.\n".encode("utf-16"), None),
        (b"", None),
    ],
)
def test_binary_files_are_told_from_text(head: bytes, kind: str | None) -> None:
    assert binary_kind(head) == kind


def test_a_stray_zero_byte_is_no_binary_file() -> None:
    assert decode(b"Talks went on.\x00 They ended.\n", "a.txt") == "Talks went on.\x00 They ended.\n"


def test_binary_data_is_a_problem_with_a_remedy() -> None:
    assert str(decode(b"%PDF-1.4", "a.txt")) == (
        "a.txt: is a PDF document, not text; save its text as .txt, .html, .jsonl or .csv"
    )


def test_a_sequence_cut_off_at_the_end_of_the_sample_does_not_count() -> None:
    head = ("x" * 100 + "é").encode()[:-1]
    assert encoding_of(head, whole=False) == "utf-8"


def test_halves_of_surrogate_pairs_are_replaced_one_for_one() -> None:
    assert without_surrogates("a\ud83db") == "a\ufffdb"
    assert without_surrogates("a😀b") == "a😀b"


@given(st.text())
def test_utf_8_with_a_mark_is_always_read_back(text: str) -> None:
    decoded = decode(codecs.BOM_UTF8 + text.encode(), "a.txt")
    control = sum(ord(char) < 32 for char in text)
    assert decoded == text.removeprefix("\ufeff") or (isinstance(decoded, Problem) and control > 4)


@given(st.binary(max_size=400))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    for html in (False, True):
        assert isinstance(decode(data, "a", html=html), str | Problem)


def _read(path: Path) -> tuple[list[str], list[str]]:
    problems: list[str] = []
    articles = list(open_articles([path], on_problem=lambda problem: problems.append(str(problem))))
    return [article.text for article in articles], problems


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", rb'{"id": "a", "text": "Norway \ud800 urged Sweden to open the port."}'),
        ("a.txt", "Norway \ud800 urged Sweden to open the port.".encode("utf-16", "surrogatepass")),
    ],
)
def test_halves_of_characters_in_files_are_told_of(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    texts, problems = _read(path)
    assert texts == ["Norway \ufffd urged Sweden to open the port."]
    (problem,) = problems
    assert name in problem and "halves of characters in its text, which are written as �" in problem


def test_halves_of_characters_in_any_field_are_told_of_once(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(rb'{"id": "a", "title": "Port \udc20", "text": "Norway \ud800 urged Sweden to open the port."}')
    (problem,) = _read(path)[1]
    assert "in its text and title" in problem or "in its title and text" in problem


def test_halves_of_characters_in_articles_given_are_told_of() -> None:
    problems: list[str] = []
    given = ng.Article(id="given", text="Norway \ud800 urged Sweden to open the port.")
    ng.build([given], progress=False, on_problem=lambda problem: problems.append(str(problem)))
    assert problems == [
        "given: has halves of characters in its text, which are written as �; give whole characters"
    ]


def test_whole_characters_are_not_told_of(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Norway 😀 urged Sweden to open the port.".encode("utf-16"))
    assert _read(path) == (["Norway 😀 urged Sweden to open the port."], [])
