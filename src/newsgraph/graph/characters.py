"""Characters that XML can't hold, wherever a graph is written to it."""

from __future__ import annotations

import re

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def controls_in(text: str) -> int:
    """How many characters of a text XML can't hold."""
    return len(_CONTROLS.findall(text))


def without_controls(text: str) -> str:
    """Text with a replacement character for each that XML can't hold."""
    return _CONTROLS.sub("�", text)
