"""What memory a graph takes, for a person who may not have as much."""

from __future__ import annotations

import click

MANY = 5_000
"""Articles from which it is worth a word."""
OF_RECORDS = 0.0002
"""Gigabytes an article (docs/scale.md)."""
OF_STORED = 0.00015
"""The same of articles whose records lie on the disk."""
OF_PROJECT = 0.00035
"""The same of a project, whose records are in memory, too."""


def tell_memory(articles: int, each: float) -> None:
    """Say what memory the graph of so many articles takes."""
    size = f"{articles:,} articles, whose graph takes {each * articles:.1f} GB of memory"
    click.echo(f"note: {size}, `build -o FILE.nt` alone much less", err=True)
