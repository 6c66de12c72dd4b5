"""What dashboards ask: views of schema mart, and two statements on them, with the names that people read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bi.generator.ids import uuid_of

TYPES = {
    "date": "DATE",
    "time": "TIMESTAMP WITH TIME ZONE",
    "number": "BIGINT",
    "share": "DOUBLE PRECISION",
    "text": "TEXT",
}
SHARE = ",.0%"


@dataclass(frozen=True, slots=True)
class Dataset:
    """A view of mart (`sql` is null), or a statement on such views."""

    name: str
    columns: dict[str, tuple[str, str]]
    """Column -> kind (a key of TYPES) and the name to show."""
    metrics: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Metric -> expression and the name to show."""
    calculated: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Column that Superset computes -> expression and the name to show."""
    time: str | None = None
    """The column that a period is about."""
    sql: str | None = None

    @property
    def uuid(self) -> str:
        """Its id in Superset."""
        return uuid_of("dataset", self.name)

    def as_file(self) -> dict[str, Any]:
        """Return what the bundle says of it."""
        return {
            "table_name": self.name if self.sql is None else self.name.replace("_", " "),
            "main_dttm_col": self.time,
            "schema": "mart",
            "sql": self.sql,
            "filter_select_enabled": True,
            "uuid": self.uuid,
            "metrics": [_metric(name, *what) for name, what in self.metrics.items()],
            "columns": [
                *(_column(name, *what, is_time=name == self.time) for name, what in self.columns.items()),
                *(_column(name, "text", label, sql) for name, (sql, label) in self.calculated.items()),
            ],
        }


def _column(name: str, kind: str, label: str, expression: str | None = None, is_time: bool = False) -> dict[str, Any]:
    return {
        "column_name": name,
        "verbose_name": label,
        "is_dttm": is_time or kind == "time",
        "is_active": True,
        "type": TYPES[kind],
        "groupby": True,
        "filterable": True,
        "expression": expression,
    }


def _metric(name: str, expression: str, label: str) -> dict[str, Any]:
    number_format = SHARE if name.endswith("_share") else ",d"
    return {"metric_name": name, "verbose_name": label, "expression": expression, "d3format": number_format}


FILTERED_BY = {"governorate": ("text", "Governorate"), "event_type": ("text", "Type")}
KILLED = {
    "killed_low": ("sum(killed_low)", "Killed, lowest claims"),
    "killed_best": ("sum(killed_best)", "Killed, best estimates"),
    "killed_high": ("sum(killed_high)", "Killed, highest claims"),
}
CARD = {
    "event_id": ("text", "Event"),
    "event_date": ("date", "Day"),
    **FILTERED_BY,
    "event_sub_type": ("text", "What"),
    "place_html": ("text", "Where"),
    "actors_html": ("text", "Who → whom"),
    "killed_range": ("text", "Killed"),
    "headline_html": ("text", "Article"),
    "source_html": ("text", "Outlet"),
    "evidence_html": ("text", "In its words"),
    "family_count": ("number", "Publishers"),
    "report_count": ("number", "Reports"),
    "confidence": ("text", "Grade"),
}
DYAD = {
    "event_id": ("text", "Event"),
    "event_date": ("date", "Day"),
    **FILTERED_BY,
    "event_sub_type": ("text", "What"),
    "actor1_name": ("text", "Who"),
    "actor2_name": ("text", "To whom"),
}
EVENTS_BY_ID = {"events": ("count(DISTINCT event_id)", "Events")}

_ALL = (
    Dataset(
        "daily_event",
        {
            "event_date": ("date", "Day"),
            "governorate": ("text", "Governorate"),
            "admin1_iso": ("text", "ISO 3166-2"),
            "acled_event_type": ("text", "ACLED event type"),
            "event_type_code": ("text", "Sub-type"),
            "event_count": ("number", "Events"),
            "contested_count": ("number", "Contested"),
            "corroborated_count": ("number", "Corroborated"),
        },
        metrics={
            "events": ("sum(event_count)", "Events"),
            **KILLED,
            "injured_best": ("sum(injured_best)", "Injured, best estimates"),
            "corroborated_share": (
                "sum(corroborated_count)::double precision / nullif(sum(event_count), 0)",
                "Told by independent publishers",
            ),
            "contested_share": (
                "sum(contested_count)::double precision / nullif(sum(event_count), 0)",
                "Sources disagree",
            ),
        },
        calculated={"event_type": ("coalesce(acled_event_type, initcap(event_type_code))", "Type")},
        time="event_date",
    ),
    Dataset("event_card", CARD, metrics={"events": ("count(*)", "Events")}, time="event_date"),
    Dataset(
        "article_card",
        {
            "event_id": ("text", "Event"),
            "event_date": ("date", "Day of the event"),
            **FILTERED_BY,
            "published_at": ("time", "Published (UTC)"),
            "source_html": ("text", "Outlet"),
            "perspective": ("text", "Perspective"),
            "language": ("text", "Language"),
            "is_copy": ("text", "Copy"),
            "title_html": ("text", "Article"),
            "quote_html": ("text", "In its words"),
            "claimed_by_html": ("text", "It credits"),
            "claimed_by_status": ("text", "who has"),
        },
        time="event_date",
    ),
    Dataset(
        "event_dyad",
        {**DYAD, "actor1_group": ("text", "Group"), "actor2_group": ("text", "Group of the other side")},
        metrics={
            **EVENTS_BY_ID,
            **KILLED,
            "actor_known_share": (
                "count(DISTINCT event_id) FILTER (WHERE actor1_group IS NOT NULL)::double precision"
                " / nullif(count(DISTINCT event_id), 0)",
                "Somebody is said to have done it",
            ),
            "both_known_share": (
                "count(DISTINCT event_id) FILTER (WHERE actor1_group IS NOT NULL AND actor2_group IS NOT NULL)"
                "::double precision / nullif(count(DISTINCT event_id), 0)",
                "Both sides are said",
            ),
            "actors": ("count(DISTINCT actor1_group)", "Groups that are said to act"),
        },
        time="event_date",
    ),
    Dataset(
        "dyad_card",
        {
            **DYAD,
            **{
                name: CARD[name]
                for name in ("place_html", "killed_range", "headline_html", "evidence_html", "confidence")
            },
        },
        time="event_date",
    ),
    Dataset(
        "source_coverage",
        {
            "event_id": ("text", "Event"),
            "event_date": ("date", "Day"),
            **FILTERED_BY,
            "source_name": ("text", "Outlet"),
            "perspective": ("text", "Perspective"),
            "family": ("text", "Publisher family"),
            "language": ("text", "Language"),
        },
        metrics={
            **EVENTS_BY_ID,
            "reports": ("count(*)", "Reports"),
            "outlets": ("count(DISTINCT source_code)", "Outlets that tell events"),
            "alone": ("count(DISTINCT event_id) FILTER (WHERE NOT is_corroborated)", "Told by no other publisher"),
            "corroborated": ("count(DISTINCT event_id) FILTER (WHERE is_corroborated)", "Told by others, too"),
            "copied": ("count(*) FILTER (WHERE is_copy)", "Reports in copies"),
        },
        time="event_date",
    ),
    Dataset(
        "daily_lag",
        {
            "arrival_date": ("date", "Day of arrival"),
            "article_count": ("number", "Articles"),
        },
        metrics={
            "publication_p50": ("max(publication_p50_seconds) / 60", "Half of the articles"),
            "publication_p95": ("max(publication_p95_seconds) / 60", "95% of the articles"),
            "first_sight_p50": ("max(first_sight_p50_seconds) / 60", "Half, from our first sight"),
            "articles": ("sum(article_count)", "Articles"),
        },
        time="arrival_date",
    ),
    Dataset(
        "feed_health",
        {
            "name": ("text", "Feed"),
            "status": ("text", "State"),
            "last_good_at": ("time", "Last good answer (UTC)"),
            "last_outcome": ("text", "Last outcome"),
            "failures": ("share", "Failures"),
            "entries_7d": ("number", "Entries in 7 days"),
            "lost_overlap_7d": ("number", "Probable gaps in 7 days"),
            "next_check_at": ("time", "Asked next (UTC)"),
            "next_reason": ("text", "Why then"),
        },
        metrics={
            "enabled": ("count(*) FILTER (WHERE status = 'enabled')", "Feeds that are polled"),
            "failing": ("count(*) FILTER (WHERE status <> 'disabled' AND failures > 0)", "Feeds that fail now"),
        },
    ),
    # What the filters offer: the dimensions, so that they open at once, however many facts there are.
    Dataset(
        "governorate_choice",
        {"governorate": ("text", "Governorate")},
        sql="SELECT name_en AS governorate FROM mart.dim_governorate",
    ),
    Dataset(
        "event_type_choice",
        {"event_type": ("text", "Type")},
        sql="SELECT DISTINCT coalesce(acled_event_type, initcap(plover_root)) AS event_type FROM mart.dim_event_type",
    ),
)
DATASETS = {dataset.name: dataset for dataset in _ALL}
