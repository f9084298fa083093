"""PDF files, written here by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Line = tuple[int, int, str]


def pdf(*pages: Sequence[Line]) -> bytes:
    """A PDF whose pages (A4) have lines of Helvetica at the points given, from the lower left corner."""
    objects: list[bytes] = []
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for number, lines in enumerate(pages):
        shown = "\n".join(f"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET" for x, y, text in lines).encode("cp1252")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown))
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, len(out),
    )  # fmt: skip


def column(x: int, top: int, *lines: str) -> list[Line]:
    return [(x, top - 12 * number, line) for number, line in enumerate(lines)]


def test_columns_hyphens_and_headers(read: Callable, write: Callable) -> None:
    left = column(50, 700, "The ministers of Lomara and Selm met on", "Monday in the capital and agreed to re-",
                  "open the border, which had been closed", "since January, officials said after the")
    right = column(320, 700, "meeting in the town hall. The two sides", "will meet again in April to talk about the",
                   "ferry, the spokesman of the gov-", "ernment of Lomara added.")
    # As word processors write them: line by line across both columns.
    rows = [line for pair in zip(left, right, strict=True) for line in pair]
    header, footer = (50, 810, "The Harbour Courier 5 March 2024"), (290, 20, "4")
    second = [header, (290, 20, "5"), *column(50, 700, "A storm closed the port.")]
    (article,), problems = read(write("2024-03-05 border.pdf", pdf([header, *rows, footer], second)))
    text = " ".join(article.text.split())
    assert text == (
        "The ministers of Lomara and Selm met on Monday in the capital and agreed to reopen the border, which had been "
        "closed since January, officials said after the meeting in the town hall. The two sides will meet again in "
        "April to talk about the ferry, the spokesman of the government of Lomara added. A storm closed the port."
    )
    assert article.published == "2024-03-05"
    assert [problem.lost for problem in problems] == [False]


def test_a_scan_has_no_text(read: Callable, write: Callable) -> None:
    path = write("a.pdf", pdf([]))
    articles, problems = read(path)
    assert articles == []
    assert [str(problem) for problem in problems] == [f"{path}: has no text, as a scan; recognise its text (OCR) first"]


def test_a_broken_pdf_is_one_line(read: Callable, write: Callable) -> None:
    path = write("a.pdf", b"%PDF-1.4\nbroken")
    articles, problems = read(path)
    assert articles == [] and len(problems) == 1
    assert str(problems[0]).startswith(f"{path}: ")
