"""The data dictionary, out of the COMMENTs of the schema: `python -m syria_events.export.dictionary` writes it.

It describes the schema of this checkout, so it is made from an empty warehouse and needs no running one.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from syria_events.settings import HOME
from syria_events.warehouse.connection import transaction
from syria_events.warehouse.rows import Row, fetch_rows

TARGET = HOME / "docs" / "DATA_DICTIONARY.md"
HEAD = """# Data dictionary

Made from the comments in `sql/schema` by `python -m syria_events.export.dictionary`; edit those, not this file.
Schema `mart` is the contract with BI tools: its names stay, new columns come at the end. The others are the workshop.
"""
TITLES = {
    "mart": "mart: what analysts read",
    "core": "core: what the press says, normalised",
    "quality": "quality: rejected rows, checks, counts",
    "raw": "raw: what came over the wire",
}


def dictionary(dsn: str) -> str:
    """Return the dictionary of a migrated warehouse as Markdown."""
    with transaction(dsn, role=None) as connection:
        rows = fetch_rows(connection, "mart/select_comments")
    return HEAD + "".join(_lines(rows))


def _lines(rows: Iterable[Row]) -> Iterator[str]:
    for schema, of_schema in groupby(rows, key=lambda row: row["schema_name"]):
        yield f"\n## {TITLES[schema]}\n"
        for relation, of_relation in groupby(of_schema, key=lambda row: row["relation_name"]):
            columns = list(of_relation)
            described = [row for row in columns if row["column_comment"]]
            yield f"\n### {schema}.{relation}\n\n{columns[0]['kind'].capitalize()}. {columns[0]['relation_comment']}\n"
            if described:
                yield "\n| column | type | |\n|---|---|---|\n"
                yield from (
                    f"| {row['column_name']} | {row['column_type']} | {_cell(row['column_comment'])} |\n"
                    for row in described
                )


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def main() -> None:
    """Write the dictionary of the schema of this checkout."""
    from syria_events.warehouse.embedded import EmbeddedPostgres
    from syria_events.warehouse.migrations import migrate

    with (
        tempfile.TemporaryDirectory(prefix="syria-pg-") as directory,
        EmbeddedPostgres(Path(directory) / "d") as server,
    ):
        dsn = server.dsn("warehouse")
        migrate(dsn)
        text = dictionary(dsn)
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
