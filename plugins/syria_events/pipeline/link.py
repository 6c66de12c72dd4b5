"""Link reports into events around the days that changed, and write the events anew, with what changed in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from syria_events.events.event import Event, summarise
from syria_events.events.identity import assign_ids, point_on
from syria_events.events.inheritance import FormerLink, inherited
from syria_events.events.linkable import UNDATED_DAYS, LinkableReport
from syria_events.events.linking import Link, link
from syria_events.events.neighbourhood import affected, horizon
from syria_events.events.rulings import Ruling
from syria_events.pipeline.copies import settle_copies
from syria_events.pipeline.event_revisions import Moment, record_revisions
from syria_events.pipeline.event_rows import read_events, write_events
from syria_events.pipeline.linkable_rows import linkable_of
from syria_events.pipeline.ruling_rows import read_rulings
from syria_events.pipeline.summaries import days_of, refresh_summaries
from syria_events.pipeline.work import Stage, Work, stage
from syria_events.settings import Settings
from syria_events.warehouse.connection import Connection
from syria_events.warehouse.rows import copy_rows, execute, fetch_rows


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking made of the reports around the changed days."""

    links: tuple[Link, ...]
    events: Mapping[str, Event]
    """Cluster -> its event."""
    previous: Mapping[str, str]
    """Report -> event before, with the reports that vanished."""
    tombstones: Mapping[str, str]


def link_reports(settings: Settings, work: Work, *, now: datetime) -> dict[str, int]:
    """Settle the events of all days that loading left unsettled, this work's and those of an interrupted run."""
    with stage(settings, work, "link") as running:
        settle_events(running, now=now)
        execute(running.connection, "raw/clear_derived", {"work_key": work.key})
        execute(running.connection, "raw/end_derivation", {"work_key": work.key})
        if work.batch_id:
            execute(running.connection, "raw/finish_batch", {"batch_id": work.batch_id, "now": now})
        return running.summary()


def settle_events(running: Stage, *, now: datetime) -> None:
    """Link the reports around the unsettled days, within the transaction of `running`."""
    connection = running.connection
    execute(connection, "core/lock_core")
    execute(connection, "core/delete_stale_links")
    former = [FormerLink(**row) for row in fetch_rows(connection, "core/take_former_links")]
    days = [row["day"] for row in fetch_rows(connection, "core/select_unsettled_days")]
    if not days:
        return
    running.notes["copies"] = settle_copies(connection, *horizon(days))
    linked = _linked(connection, days, former)
    running.notes["revised"] = _write(connection, linked, now)
    running.rows_in, running.rows_out = len(linked.links), len(linked.events)
    execute(connection, "core/clear_unsettled_days", {"days": days})


def _linked(connection: Connection, days: Sequence[date], former: Sequence[FormerLink]) -> Linked:
    rulings = read_rulings(connection)
    reports, previous = _reports_around(connection, days, former, rulings)
    heirs = inherited(former, reports.values(), previous)
    links = link(list(reports.values()), rulings)
    clusters: dict[str, list[LinkableReport]] = defaultdict(list)
    for found in links:
        clusters[found.cluster].append(reports[found.report_id])
    previous = {vanished.report_id: vanished.event_id for vanished in former} | previous
    identities = assign_ids(list(clusters.values()), previous | heirs)
    events = [summarise(cluster, e) for cluster, e in zip(clusters.values(), identities.event_ids, strict=True)]
    return Linked(links, dict(zip(clusters, events, strict=True)), previous, identities.tombstones)


def _reports_around(
    connection: Connection, days: Sequence[date], former: Sequence[FormerLink], rulings: Sequence[Ruling]
) -> tuple[dict[str, LinkableReport], dict[str, str]]:
    """Return the reports that a change on `days` may touch, by id, and the events that they told before.

    Where other rules linked one of them with a report that is not among them, that report's days are settled as well.
    """
    known: dict[str, str] = {}

    def read(first_day: date, last_day: date) -> list[LinkableReport]:
        span = {"first_day": first_day, "last_day": last_day, "undated_days": UNDATED_DAYS}
        rows = fetch_rows(connection, "core/select_linkable_reports", span)
        known.update({row["report_id"]: row["previous_event_id"] for row in rows if row["previous_event_id"]})
        return [linkable_of(row) for row in rows]

    changed = set(days)
    while True:
        reports = {report.report_id: report for report in affected(changed, read, rulings)}
        previous = {report_id: event_id for report_id, event_id in known.items() if report_id in reports}
        events = {*previous.values(), *(vanished.event_id for vanished in former)}
        sharing = {"event_ids": sorted(events), "report_ids": sorted(reports)}
        strays = {row["day"] for row in fetch_rows(connection, "core/select_days_of_strays", sharing)}
        if strays <= changed:
            return reports, previous
        changed |= strays


def _write(connection: Connection, linked: Linked, now: datetime) -> int:
    """Write events and all that hangs on them; return the number of events that are not as they were."""
    after = {event.event_id: event for event in linked.events.values()}
    event_ids = sorted({*linked.previous.values(), *after})
    before = read_events(connection, event_ids)
    execute(connection, "core/delete_events", {"event_ids": event_ids})
    write_events(connection, [after[event_id] for event_id in sorted(after)])
    home = {found.report_id: linked.events[found.cluster].event_id for found in linked.links}
    rows = [(found.report_id, home[found.report_id], found.score, found.reasons) for found in linked.links]
    copy_rows(connection, "core.event_report", ("report_id", "event_id", "score", "reasons"), rows)
    execute(connection, "core/note_arrivals", {"event_ids": event_ids, "now": now})
    _bury(connection, linked.tombstones, after)
    refresh_summaries(connection, days_of(before.values(), after.values()))
    moment = Moment(
        events=(before, after),
        links=(linked.previous, home),
        reasons={found.report_id: found.reasons for found in linked.links},
    )
    return record_revisions(connection, moment, now=now)


def _bury(connection: Connection, tombstones: Mapping[str, str], living: Mapping[str, Event]) -> None:
    stored = {row["event_id"]: row["merged_into"] for row in fetch_rows(connection, "core/select_tombstones")}
    after = point_on(stored, tombstones, living)
    changed = {e for e in stored.keys() | after.keys() if stored.get(e) != after.get(e)}
    execute(connection, "core/clear_tombstones", {"event_ids": sorted(changed)})
    new = [(e, after[e]) for e in sorted(changed & after.keys())]
    copy_rows(connection, "core.event_tombstone", ("event_id", "merged_into"), new)
