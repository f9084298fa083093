"""Graph → one self-contained HTML page, and its frame for notebooks."""

from newsgraph.view.frame import notebook_frame
from newsgraph.view.page import page, to_html

__all__ = ["notebook_frame", "page", "to_html"]
