"""Sphinx configuration. What can go stale is made anew for each build by `scripts/make_docs.py`."""

project = "newsgraph"
author = "The newsgraph authors"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
html_theme = "furo"
html_extra_path = ["_extra"]
exclude_patterns = ["_build", "_generated", "_extra"]
myst_heading_anchors = 3
autodoc_typehints = "description"
nitpicky = False
suppress_warnings = ["misc.highlighting_failure"]  # examples with … in them
