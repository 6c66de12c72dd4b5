"""What the marts promise; `python -m tests.integration.marts.contract` writes `contract.txt` after a wanted change.

A column may be added at the end of a relation, with a row in mart.contract_version. Taking one away or changing its
type breaks somebody's dashboard.
"""

from __future__ import annotations

from pathlib import Path

import psycopg2

CONTRACT = Path(__file__).with_name("contract.txt")
COLUMNS = """
    SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'mart'::regnamespace AND c.relkind IN ('r', 'v')
    ORDER BY c.relname, a.attnum
"""
FUNCTIONS = """
    SELECT format('%s(%s)', proname, pg_get_function_identity_arguments(oid)), pg_get_function_result(oid)
    FROM pg_proc WHERE pronamespace = 'mart'::regnamespace ORDER BY 1
"""


def promised(dsn: str) -> str:
    """Return every relation of the marts with its columns and their types, and the functions."""
    with psycopg2.connect(dsn) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT max(version) FROM mart.contract_version")
        lines = [f"version {cursor.fetchone()[0]}\n"]
        cursor.execute(COLUMNS)
        relation = None
        for name, column, kind in cursor.fetchall():
            if name != relation:
                lines.append(f"\nmart.{name}" if relation else f"mart.{name}")
                relation = name
            lines.append(f"    {column:24}{kind}")
        cursor.execute(FUNCTIONS)
        for name, result in cursor.fetchall():
            lines.append(f"\nmart.{name}\n    {result.replace(', ', chr(10) + '    ')}")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the contract of a fresh warehouse."""
    import tempfile

    from syria_events.warehouse.embedded import EmbeddedPostgres
    from syria_events.warehouse.migrations import migrate

    with (
        tempfile.TemporaryDirectory(prefix="syria-pg-") as directory,
        EmbeddedPostgres(Path(directory) / "data") as server,
    ):
        migrate(server.dsn("warehouse"))
        CONTRACT.write_text(promised(server.dsn("warehouse")), encoding="utf-8")


if __name__ == "__main__":
    main()
