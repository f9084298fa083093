"""The report as one self-contained page, without scripts."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final

from newsgraph.report.text import Figure

_SHOWN: Final = 200
"""Lines of each list on the page."""
_STYLE: Final = """
:root { color-scheme: light dark; --ink: #1c1e21; --paper: #fff; --line: #d5d9de; --bar: #2b6cb0; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --paper: #16181b; --line: #3b4048; --bar: #63a4e8; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 46rem;
  margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; } td, th { padding: .25rem .5rem; text-align: left; }
tr.whole th, tr.whole td { border-top: 1px solid var(--line); font-weight: 600; padding-top: .6rem; }
tr.part th { font-weight: 400; padding-left: 1.5rem; } td.number { text-align: right; white-space: nowrap; }
meter { width: 10rem; } details { margin: .8rem 0; } summary { cursor: pointer; font-weight: 600; }
li { overflow-wrap: anywhere; }
"""


def to_page(fragment: str, title: str) -> str:
    """The whole page around a report."""
    meta = '<meta name="viewport" content="width=device-width"><meta name="generator" content="newsgraph">'
    head = f'<meta charset="utf-8">{meta}<title>{escape(title)}</title>'
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head>{head}<style>{_STYLE}</style></head><body><main>'
        f"<h1>{escape(title)}: what was read</h1>{fragment}</main></body></html>\n"
    )


def to_fragment(figures: Iterable[Figure], days: str, lists: Iterable[tuple[str, list[str]]]) -> str:
    """The report without a page around it, for a notebook; its arguments are those of the report in lines."""
    rows = []
    for label, number, whole in figures:
        if whole is None:
            cells = f'<th scope="row">{escape(label)}</th><td class="number">{number:,}</td><td></td>'
            rows.append(f'<tr class="whole">{cells}</tr>')
        elif whole:
            share = f'<meter min="0" max="1" value="{number / whole:.4f}" aria-label="{escape(label)}"></meter>'
            rows.append(
                f'<tr class="part"><th scope="row">{escape(label)}</th><td class="number">{number:,} '
                f"({number / whole:.0%})</td><td>{share}</td></tr>"
            )
    parts = [f"<p>{escape(days)}</p><table>{''.join(rows)}</table>"]
    for heading, entries in lists:
        items = "".join(f"<li>{escape(entry)}</li>" for entry in entries[:_SHOWN])
        more = f"<p>… and {len(entries) - _SHOWN:,} more</p>" if len(entries) > _SHOWN else ""
        parts.append(
            f"<details><summary>{escape(heading)} ({len(entries):,})</summary><ul>{items}</ul>{more}</details>"
        )
    return "".join(parts)
