"""A proposal in words: what is to be done, or that it be not done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def proposal_words(data: Mapping[Any, Any]) -> str:
    """The content of a proposal's node or row; `not: ...` of one whose content is to be not done."""
    return f"not: {data['content']}" if data.get("negated") else str(data["content"])
