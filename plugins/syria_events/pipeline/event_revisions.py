"""What linking changed, event by event and field by field, with the reports and rulings behind it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from syria_events import CODE_VERSION
from syria_events.coding.coder import CODER_VERSION
from syria_events.events.event import Event
from syria_events.events.revision import Change, changes
from syria_events.warehouse.connection import Connection
from syria_events.warehouse.rows import copy_rows, fetch_rows

COLUMNS = ("event_id", "revised_at", "field", "old", "new", "report_ids", "ruling_ids", "code_version")
RULING = re.compile(r"ruling (\w+)")


@dataclass(frozen=True, slots=True)
class Moment:
    """The world before and after linking: events by id, report -> event, report -> reasons of its link."""

    events: tuple[Mapping[str, Event], Mapping[str, Event]]
    links: tuple[Mapping[str, str], Mapping[str, str]]
    reasons: Mapping[str, Sequence[str]]


def record_revisions(connection: Connection, moment: Moment, *, now: datetime) -> int:
    """Add to core.event_revision what is not as it was; return the number of events that came, changed or went.

    The clock of revisions never runs backwards, even if that of the machine does.
    """
    before, after = moment.events
    last = fetch_rows(connection, "core/select_last_revision")[0]["revised_at"]
    revised_at = max(now, last or now)
    told = tuple(_reports_of_events(links) for links in moment.links)
    rows = []
    for event_id in sorted(before.keys() | after.keys()):
        found = revisions(before.get(event_id), after.get(event_id))
        if found:
            own = [told[0][event_id], told[1][event_id]]
            rulings = _rulings(own[1], moment.reasons)
            cause = (sorted(own[0] ^ own[1]), rulings, f"{CODE_VERSION}, coder {CODER_VERSION}")
            rows += [(event_id, revised_at, change.field, change.old, change.new, *cause) for change in found]
    copy_rows(connection, "core.event_revision", COLUMNS, rows)
    return len({row[0] for row in rows})


def revisions(old: Event | None, new: Event | None) -> tuple[Change, ...]:
    """Return the changes worth keeping: of a new event only that it came, and its tolls, which daily sums need.

    Its other first values are told by the event itself, with later changes undone.
    """
    found = changes(old, new)
    if old is None:
        return tuple(change for change in found if change.field == "event_id" or change.field.startswith("toll."))
    return found


def _reports_of_events(links: Mapping[str, str]) -> Mapping[str, set[str]]:
    told: dict[str, set[str]] = defaultdict(set)
    for report_id, event_id in links.items():
        told[event_id].add(report_id)
    return told


def _rulings(report_ids: set[str], reasons: Mapping[str, Sequence[str]]) -> list[str]:
    named = (RULING.fullmatch(reason) for report_id in report_ids for reason in reasons.get(report_id, ()))
    return sorted({match[1] for match in named if match})
