"""The page inside a notebook."""

from __future__ import annotations

from html import escape

_HINT = "Run this cell, or trust the notebook, to see the network here."


def notebook_frame(html: str, height: int, words: str = "") -> str:
    """An iframe that holds a whole page, isolated from the notebook's style and scripts.

    A notebook that is not trusted (one from somebody else, say) shows HTML without its frames, and no other form of
    the output. So words that stand without the frame go with it: out of sight by a style and an attribute that
    JupyterLab lets pass only in trusted notebooks.

    Args:
        html: the page, as `to_html` makes it.
        height: in pixels.
        words: what is known without the page, such as the text form of the graph; may be empty.
    """
    allowed = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
    return (
        f'<div aria-hidden="true" style="overflow:hidden;max-block-size:0">{escape(f"{words} {_HINT}".strip())}</div>'
        f'<iframe srcdoc="{escape(html, quote=True)}" sandbox="{allowed}" title="newsgraph network" '
        f'style="box-sizing:border-box;width:100%;height:{height:d}px;border:1px solid #8888;border-radius:6px">'
        "</iframe>"
    )
