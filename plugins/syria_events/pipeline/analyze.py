"""Fresh statistics for the planner."""

from __future__ import annotations

from syria_events.settings import Settings
from syria_events.warehouse.connection import transaction


def analyze(settings: Settings) -> None:
    """Gather statistics of every table, as the login that owns them."""
    with transaction(settings.dsn, role=None) as connection, connection.cursor() as cursor:
        cursor.execute("ANALYZE")
