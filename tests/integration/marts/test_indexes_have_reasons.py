"""An index that no query needs slows every load: each has its reason written down."""

from __future__ import annotations

from syria_events.settings import HOME
from tests.integration.marts.press import Press

SECONDARY = """
    SELECT c.relname
    FROM pg_index i
    JOIN pg_class c ON c.oid = i.indexrelid
    WHERE c.relnamespace IN ('core'::regnamespace, 'mart'::regnamespace)
      AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
"""


def test_every_index_of_core_and_marts_stands_in_the_design_notes(press: Press) -> None:
    notes = (HOME / "docs" / "WAREHOUSE.md").read_text(encoding="utf-8")
    assert [name for (name,) in press.query(SECONDARY) if f"`{name}`" not in notes] == []
