"""From bytes to text: which encoding a file is in, and whether it is text at all.

The order is the one of least surprise: a byte order mark is believed; bytes that are valid UTF-8 are UTF-8; then what
a page declares; then Windows-1252, if that gives words and punctuation that English has; then a statistical guess.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from typing import Final

from newsgraph.sources.problems import OnProblem, Problem

SAMPLE: Final = 1 << 16
"""Bytes that are looked at to tell the encoding or the format."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC: Final = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"PAR1", "a Parquet table"),
)
_DECLARED: Final = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
_XML_DECLARED: Final = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})", re.I)
# What browsers take these names for (WHATWG Encoding Standard): pages that declare the one are written in the other.
_SUPERSETS: Final = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030",
                     "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949"}  # fmt: skip
_CONTROLS: Final = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_PUNCTUATION: Final = frozenset("‘’‚“”„–—…•·€£¥¢©®™°§¶±²³¼½¾×«»¡¿´¨‹›†‡º\xa0\xad")


def _windows_byte(error: UnicodeError) -> tuple[str, int]:
    """A stray byte in a file that is UTF-8 otherwise: what Windows-1252 has there."""
    assert isinstance(error, UnicodeDecodeError)
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", "replace"), error.end


codecs.register_error("newsgraph.windows", _windows_byte)


def _half(error: UnicodeError) -> tuple[str | bytes, int]:
    """Half of a surrogate pair in UTF-16 as it is, so that it can be told of; what is cut off is replaced."""
    try:
        return codecs.lookup_error("surrogatepass")(error)
    except UnicodeError:
        return codecs.lookup_error("replace")(error)


codecs.register_error("newsgraph.halves", _half)


def binary_kind(head: bytes) -> str | None:
    """What a file is that holds no text ("a PDF document"), or None if it may well be text."""
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if any(head.startswith(mark) for mark, _ in _MARKS) or _wide(head):
        return None
    # A few strays, a zero byte included, are what broken exports leave in text.
    if len(_CONTROLS.findall(head)) > max(4, len(head) // 50):
        return "a binary file"
    return None


def encoding_of(head: bytes, *, html: bool = False, whole: bool = True) -> str:
    """The name of the codec for a text that begins with `head`; `whole` if that is all of it."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    if wide := _wide(head):
        return wide
    broken = _broken_utf8(head, whole)
    if not broken:
        return "utf-8"
    if html and (declared := _declared(head)) is not None:
        return declared
    # A page stitched together from two sources: far more good sequences than bad ones.
    good = len(re.findall(rb"[\xc3-\xf4][\x80-\xbf]+", head))
    if good > 3 * broken:
        return "utf-8"
    first = re.search(rb"[\x80-\xff]", head)
    start = max(0, first.start() - 100) if first else 0
    head = head[start : start + SAMPLE]
    share, western = min((_share_odd(head.decode(name, "replace")), name) for name in ("cp1252", "mac_roman"))
    return western if share <= 0.2 else _guessed(head)


def decode(data: bytes, origin: str, *, html: bool = False) -> str | Problem:
    """The text of a file, or what is wrong with it. The byte order mark is not part of the text."""
    if kind := binary_kind(data[:SAMPLE]):
        return not_text(origin, kind)
    name = encoding_of(data, html=html)
    errors = "newsgraph.windows" if name.startswith("utf-8") else "newsgraph.halves" if name[:3] == "utf" else "replace"
    text = data.decode(name, errors).removeprefix("\ufeff")
    if text.count("\ufffd") > max(8, len(text) // 100):
        return Problem(origin, "its characters can't be made out", "save it as UTF-8")
    return text


def not_text(origin: str, kind: str) -> Problem:
    """The problem of a file that is something else than text."""
    return Problem(origin, f"is {kind}, not text", "save its text as .txt, .html, .jsonl or .csv")


def without_surrogates(text: str) -> str:
    """The text, each half of a broken surrogate pair replaced by U+FFFD, so that it can be written as UTF-8."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return re.sub("[\ud800-\udfff]", "\ufffd", text)
    return text


def halved(fields: Sequence[str], origin: str) -> Problem:
    """The note on an article that is kept, some fields of which have halves of broken surrogate pairs."""
    message = f"has halves of characters in its {' and '.join(fields)}, which are written as �"
    return Problem(origin, message, "give whole characters", lost=False)


def mended(text: str, origin: str, on_problem: OnProblem) -> str:
    """The text of a file without halves of surrogate pairs, which are told of."""
    plain = without_surrogates(text)
    if plain is not text:
        on_problem(halved(["text"], origin))
    return plain


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is zero."""
    sample = head[: min(len(head), 4096) & ~1]
    if len(sample) < 8:
        return None
    even, odd = sample[::2].count(0) * 2 / len(sample), sample[1::2].count(0) * 2 / len(sample)
    if odd > 0.6 and even < 0.05:
        return "utf-16-le"
    if even > 0.6 and odd < 0.05:
        return "utf-16-be"
    return None


def _broken_utf8(data: bytes, whole: bool) -> int:
    """How many places are not UTF-8 (counted up to a thousand); a sequence cut off at the end of a part is none."""
    broken, at = 0, 0
    while broken < 1000:
        try:
            data[at:].decode("utf-8")
        except UnicodeDecodeError as error:
            if not whole and at + error.end == len(data) and error.reason == "unexpected end of data":
                break
            broken += 1
            at += error.end
        else:
            break
    return broken


def _declared(head: bytes) -> str | None:
    found = _XML_DECLARED.search(head[:1024]) or _DECLARED.search(head[:SAMPLE])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        name = _SUPERSETS.get(name, name)
        # A page that was re-encoded often still declares its old encoding.
        if name.startswith("utf") or head[:SAMPLE].decode(name, "replace").count("\ufffd") > 8:
            return None
    except (LookupError, ValueError):
        return None
    return name


def _share_odd(text: str) -> float:
    """The share of the characters beyond ASCII that stand where English text does not have them."""
    odd = total = 0
    for at, char in enumerate(text):
        if char < "\x80":
            continue
        total += 1
        before, after, next_after = text[at - 1 : at], text[at + 1 : at + 2], text[at + 2 : at + 3]
        beside = (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha())
        if not char.isalpha():
            odd += char not in _PUNCTUATION
        elif char.isupper():
            # Quotation marks misread are capitals: ÒThe, donÕt, USÕs.
            within = before.isalpha() and (before.islower() or after.islower() or after.isspace())
            odd += not beside or within or (after.isupper() and next_after.islower())
        else:
            # "vis-à-vis" has a letter by itself; two in a row are of another script.
            odd += not beside and (before.isalpha() or after.isalpha())
    return odd / total if total else 0.0


def _guessed(head: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(head).best()
    return best.encoding if best is not None else "cp1252"
