"""How much has to be loaded so that relinking a part gives what relinking everything would give."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from syria_events.events.linkable import TOLERANCE_DAYS


def horizon(days: Iterable[date]) -> tuple[date, date]:
    """Return the first and last day that can hold a candidate of a report in `days`.

    Raises ValueError without a day.
    """
    known = sorted(days)
    if not known:
        raise ValueError("no day given: a horizon needs at least one changed day")
    reach = timedelta(days=TOLERANCE_DAYS)
    return known[0] - reach, known[-1] + reach
