"""Node keys: readable, stable, unique; also the tail of a node's IRI. And labels."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from newsgraph.unseen import without_unseen

_FOLDERS = {
    "Person": "person", "Group": "group", "Country": "country", "Place": "place", "Agency": "agency",
    "InternationalOrganization": "organization", "Party": "party", "ArmedGroup": "armed-group",
    "Organization": "organization", "Event": "event", "Document": "document", "Other": "thing",
    "Proposal": "proposal", "Statement": "statement", "Article": "article",
}

_BETWEEN = re.compile(r"[\W_]+")
"""What stands between the words of a key."""
_ASCII = bytes(code if chr(code).isalnum() and code < 128 else ord(" ") for code in range(256))
"""The same of ASCII letters, as blanks, which are found sooner."""
_SIGNS = str.maketrans("“”‘–—…’", '"""--.\'')
"""Signs that stand in nearly all texts, and for what in ASCII."""


def slug(text: str, longest: int = 60) -> str:
    """Lower-case ASCII letters and digits with hyphens; letters of other scripts stay."""
    words = _hyphened(text[: _AHEAD * longest])
    if len(words) <= longest and len(text) > _AHEAD * longest:
        words = _hyphened(text)
    if len(words) <= longest:
        return words or "unnamed"
    return words[:longest].rsplit("-", 1)[0]


_AHEAD = 2
"""How many times as much is looked at at first as is needed, for signs are left out."""


def _hyphened(text: str) -> str:
    bare = text.casefold()
    if not bare.isascii():
        bare = bare.translate(_SIGNS)
    if bare.isascii():
        return b"-".join(bare.encode("ascii").translate(_ASCII, b"'").split()).decode("ascii")
    bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    return _BETWEEN.sub("-", bare.replace("'", "").replace("’", "")).strip("-")


def digest(*parts: object) -> str:
    """Eight hexadecimal digits that follow from the parts."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def shortened(text: str, longest: int = 80) -> str:
    """A text as a label: whole words, without characters that nobody sees, with an ellipsis where it goes on."""
    text = without_unseen(text)
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0] + "…"


def folder_of(kind: str) -> str:
    """With what the keys of nodes of a type begin."""
    return _FOLDERS.get(kind, "thing")


class Keys:
    """Hands out node keys; the second of an equal key gets a number."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}
        """Keys with the last number that was tried behind each."""

    def key(self, kind: str, name: str) -> str:
        """A free key for a node of this type and name."""
        stem = f"{folder_of(kind)}/{name}"
        number = self._last(stem)
        if number is None:
            self._enter(stem, 1)
            return stem
        number += 1
        while self._last(found := f"{stem}-{number}") is not None:
            number += 1
        self._enter(stem, number)
        self._enter(found, 1)
        return found

    def _last(self, key: str) -> int | None:
        """The last number that was tried behind a key that was given."""
        return self._taken.get(key)

    def _enter(self, key: str, number: int) -> None:
        self._taken[key] = number
