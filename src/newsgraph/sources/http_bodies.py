"""The bodies of HTTP responses as crawls keep them: in chunks, compressed, or not so although their headers say it."""

from __future__ import annotations

import re
import zlib
from typing import Any, Final

_CHUNK: Final = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r\n")


def decoded(body: bytes, headers: Any, largest: int) -> bytes:
    """A body without the encodings that its headers name, at most `largest` bytes; as it is where they do not fit.

    Many crawlers keep a page unpacked and its headers as they came.
    """
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        body = _joined(body)
    for name in reversed((headers.get("Content-Encoding") or "").lower().split(",")):
        body = _unpacked(body, name.strip(), largest)
    return body


def _joined(body: bytes) -> bytes:
    parts: list[bytes] = []
    at = 0
    while found := _CHUNK.match(body, at):
        size, at = int(found[1], 16), found.end()
        parts.append(body[at : at + size])
        at += size + 2
    return b"".join(parts) if parts else body


def _unpacked(body: bytes, name: str, largest: int) -> bytes:
    try:
        if name in ("gzip", "x-gzip"):
            return zlib.decompressobj(31).decompress(body, largest)
        if name == "deflate":
            window = 15 if body[:1] == b"\x78" else -15  # some send it without the header that the standard asks for
            return zlib.decompressobj(window).decompress(body, largest)
        if name == "br":
            import brotli

            return bytes(brotli.Decompressor().process(body, output_buffer_limit=largest))
    except Exception:  # whatever a body that is no such does to the libraries, it is read as it is
        return body
    return body
