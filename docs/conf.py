"""Sphinx configuration."""

project = "newsgraph"
author = "The newsgraph authors"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
html_theme = "furo"
exclude_patterns = ["_build"]
suppress_warnings = ["myst.xref_missing"]
autodoc_typehints = "description"
nitpicky = False
