"""Our metrics, sent by Airflow's own client to wherever `[metrics]` of its configuration says: StatsD or OpenTelemetry.

Where nothing is configured, nothing is sent. docs/METRICS.md is made of the list here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from airflow.sdk.observability import stats

from syria_events.quality.health import Facts


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric. A counter grows by what one task did; a gauge says how it is now."""

    name: str
    kind: str
    unit: str
    meaning: str


METRICS = (
    Metric("syria_events.feeds.asked", "counter", "requests", "Feeds that a poll asked"),
    Metric("syria_events.feeds.errors", "counter", "requests", "Of these, the ones that brought no answer or an error"),
    Metric("syria_events.entries.new", "counter", "entries", "Entries never seen before"),
    Metric("syria_events.entries.updated", "counter", "entries", "Entries that the publisher edited"),
    Metric("syria_events.pages.asked", "counter", "requests", "Pages that a batch asked for"),
    Metric("syria_events.pages.landed", "counter", "pages", "Of these, the ones that landed"),
    Metric("syria_events.pages.retry", "counter", "pages", "Of these, the ones that failed for now"),
    Metric("syria_events.pages.refused", "counter", "pages", "Of these, the ones that the publisher refuses"),
    Metric("syria_events.rows.rejected", "counter", "rows", "Entries, articles and reports that a check turned back"),
    Metric("syria_events.reports.written", "counter", "reports", "Reports loaded, new ones and revised ones"),
    Metric("syria_events.events.revised", "counter", "events", "Events that linking added, changed or removed"),
    Metric("syria_events.queue.batches", "gauge", "batches", "Batches not done"),
    Metric("syria_events.queue.age", "gauge", "seconds", "Age of the oldest of them"),
    Metric("syria_events.queue.stuck", "gauge", "batches", "Batches that the sweep should have moved long ago"),
    Metric("syria_events.poll.overdue", "gauge", "seconds", "How long a feed that is due has waited to be asked"),
    Metric("syria_events.feeds.down", "gauge", "feeds", "Feeds that fail and were not good for a day"),
    Metric("syria_events.rows.rejected_open", "gauge", "rows", "Rejected rows that wait for an operator"),
    Metric("syria_events.checks.critical_unmet", "gauge", "expectations", "Critical expectations unmet within a day"),
    Metric("syria_events.lag.p50", "gauge", "seconds", "From publication to the marts, median of a day's articles"),
    Metric("syria_events.lag.p95", "gauge", "seconds", "From publication to the marts, 95th percentile"),
)

Readings = dict[str, float]
Counts = TypeVar("Counts", bound=Mapping[str, Any])

STAGES: Mapping[str, Mapping[str, str]] = {
    "poll": {"feeds": "feeds.asked", "errors": "feeds.errors", "new": "entries.new", "updated": "entries.updated"},
    "fetch_pages": {name: f"pages.{name}" for name in ("asked", "landed", "retry", "refused")},
    "check": {"rejections": "rows.rejected"},
    "load": {"rows_out": "reports.written"},
    "link": {"revised": "events.revised"},
}
"""Stage -> what its task returns -> the counter that it adds to."""


def stage_readings(stage: str, counts: Mapping[str, Any]) -> Readings:
    """Return what a stage adds to the counters."""
    named = STAGES.get(stage, {})
    return {f"syria_events.{counter}": counts[name] for name, counter in named.items() if counts.get(name)}


def health_readings(facts: Facts) -> Readings:
    """Return the gauges; a lag is left out where nothing arrived."""
    gauges = {
        "queue.batches": facts.open_batches,
        "queue.age": facts.queue_age_seconds or 0.0,
        "queue.stuck": facts.stuck_batches,
        "poll.overdue": facts.poll_overdue_seconds or 0.0,
        "feeds.down": facts.feeds_down,
        "rows.rejected_open": facts.rejected_open,
        "checks.critical_unmet": facts.critical_unmet,
        "lag.p50": facts.lag_p50_seconds,
        "lag.p95": facts.lag_p95_seconds,
    }
    return {f"syria_events.{name}": value for name, value in gauges.items() if value is not None}


def count(stage: str, counts: Counts) -> Counts:
    """Send what a stage adds to the counters, and return what it returned."""
    for name, number in stage_readings(stage, counts).items():
        stats.incr(name, int(number))
    return counts


def gauge(facts: Facts) -> None:
    """Send the gauges."""
    for name, value in health_readings(facts).items():
        stats.gauge(name, value)
