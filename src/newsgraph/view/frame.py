"""The page inside a notebook."""

from __future__ import annotations

from html import escape


def notebook_frame(html: str, height: int) -> str:
    """An iframe that holds a whole page, isolated from the notebook's style and scripts.

    Args:
        html: the page, as `to_html` makes it.
        height: in pixels.
    """
    allowed = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
    return (
        f'<iframe srcdoc="{escape(html, quote=True)}" sandbox="{allowed}" title="newsgraph network" '
        f'style="width:100%;height:{height:d}px;border:1px solid #8888;border-radius:6px"></iframe>'
    )
