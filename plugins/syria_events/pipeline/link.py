"""Link reports into events around the days that changed, and write the events that came out differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from syria_events.coding.report_json import report_from_dict
from syria_events.events.event import Event, summarise
from syria_events.events.identity import assign_ids, point_on
from syria_events.events.linkable import UNDATED_DAYS, LinkableReport, linkable
from syria_events.events.linking import Link, link
from syria_events.events.neighbourhood import affected, horizon
from syria_events.model import Article
from syria_events.pipeline.copies import settle_copies
from syria_events.pipeline.event_rows import write_events
from syria_events.pipeline.work import Stage, Work, stage
from syria_events.settings import Settings
from syria_events.warehouse.rows import Row, copy_rows, execute, fetch_rows


def link_reports(settings: Settings, work: Work, *, now: datetime) -> dict[str, int]:
    """Settle the events of all days that loading left unsettled, this work's and those of an interrupted run."""
    with stage(settings, work, "link") as running:
        execute(running.connection, "core/lock_core")
        execute(running.connection, "core/delete_stale_links")
        days = [row["day"] for row in fetch_rows(running.connection, "core/select_unsettled_days")]
        if days:
            running.notes["copies"] = settle_copies(running.connection, *horizon(days))
            _settle(running, days)
            execute(running.connection, "core/clear_unsettled_days", {"days": days})
        execute(running.connection, "core/delete_events_without_report")
        execute(running.connection, "raw/clear_derived", {"work_key": work.key})
        execute(running.connection, "raw/end_derivation", {"work_key": work.key})
        if work.batch_id:
            execute(running.connection, "raw/finish_batch", {"batch_id": work.batch_id, "now": now})
        return running.summary()


def _settle(running: Stage, days: Sequence[date]) -> None:
    previous: dict[str, str] = {}

    def read(first_day: date, last_day: date) -> list[LinkableReport]:
        span = {"first_day": first_day, "last_day": last_day, "undated_days": UNDATED_DAYS}
        rows = fetch_rows(running.connection, "core/select_linkable_reports", span)
        previous.update({row["report_id"]: row["previous_event_id"] for row in rows if row["previous_event_id"]})
        return [_linkable(row) for row in rows]

    reports = {report.report_id: report for report in affected(days, read)}
    previous = {report_id: event_id for report_id, event_id in previous.items() if report_id in reports}
    links = link(list(reports.values()))
    clusters: dict[str, list[LinkableReport]] = defaultdict(list)
    for found in links:
        clusters[found.cluster].append(reports[found.report_id])
    identities = assign_ids(list(clusters.values()), previous)
    events = [summarise(cluster, e) for cluster, e in zip(clusters.values(), identities.event_ids, strict=True)]
    _write(running, links, dict(zip(clusters, events, strict=True)), previous, identities.tombstones)
    running.rows_in, running.rows_out = len(reports), len(events)


def _linkable(row: Row) -> LinkableReport:
    article = Article(
        article_id=row["article_id"],
        url=None,
        title=row["title"],
        text=row["body"],
        published_at=row["published_at"],
        language=row["language"],
    )
    return linkable(
        report_from_dict(_report_json(row)),
        article,
        report_id=row["report_id"],
        source_code=row["source_code"],
        family=row["family"],
        original_article_id=row["original_article_id"],
        first_seen_at=row["first_seen_at"],
    )


def _report_json(row: Row) -> Row:
    place = None
    if row["place_name"] is not None:
        place = {
            "name": row["place_name"],
            "admin1_pcode": row["admin1_pcode"],
            "country": row["country"],
            "lat": row["lat"],
            "lon": row["lon"],
            "precision": row["place_precision"],
            "start": row["place_start"],
            "end": row["place_end"],
            "place_id": row["place_id"],
        }
    credit = {"name": row["claimed_by_name"], "status": row["claimed_by_status"]} if row["claimed_by_name"] else None
    days = {name: row[f"event_{name}_date"] for name in ("start", "end")}
    same = (
        "rank",
        "realis",
        "plover_root",
        "plover_mode",
        "acled_event_type",
        "acled_sub_event_type",
        "place_null_reason",
    )
    return {
        **{name: row[name] for name in same},
        **{name: row[name] for name in ("evidence", "actors", "casualties")},
        "event_date": {name: day and day.isoformat() for name, day in days.items()}
        | {"precision": row["date_precision"]},
        "place": place,
        "claimed_by": credit,
    }


def _write(
    running: Stage,
    links: Sequence[Link],
    events: Mapping[str, Event],
    previous: Mapping[str, str],
    tombstones: Mapping[str, str],
) -> None:
    connection = running.connection
    event_ids = sorted({*previous.values(), *(event.event_id for event in events.values())})
    execute(connection, "core/delete_events", {"event_ids": event_ids})
    write_events(connection, sorted(events.values(), key=lambda event: event.event_id))
    copy_rows(
        connection,
        "core.event_report",
        ("report_id", "event_id", "score", "reasons"),
        [(found.report_id, events[found.cluster].event_id, found.score, found.reasons) for found in links],
    )
    stored = {row["event_id"]: row["merged_into"] for row in fetch_rows(connection, "core/select_tombstones")}
    after = point_on(stored, tombstones, (event.event_id for event in events.values()))
    changed = {e for e in stored.keys() | after.keys() if stored.get(e) != after.get(e)}
    execute(connection, "core/clear_tombstones", {"event_ids": sorted(changed)})
    new = [(e, after[e]) for e in sorted(changed & after.keys())]
    copy_rows(connection, "core.event_tombstone", ("event_id", "merged_into"), new)
