"""The list of metrics is what the code sends, and what docs/METRICS.md says."""

from __future__ import annotations

from collections import Counter

from syria_airflow.documentation import METRICS_FILE, metrics_page
from syria_airflow.metrics import METRICS, STAGES, health_readings, stage_readings
from syria_events.settings import HOME
from tests.unit.quality.made_facts import WELL


def test_everything_that_is_sent_is_listed_and_everything_listed_is_sent() -> None:
    counters = {name for stage, named in STAGES.items() for name in stage_readings(stage, dict.fromkeys(named, 1))}
    gauges = set(health_readings(WELL))
    assert counters == {metric.name for metric in METRICS if metric.kind == "counter"}
    assert gauges == {metric.name for metric in METRICS if metric.kind == "gauge"}
    assert Counter(metric.name for metric in METRICS).most_common(1)[0][1] == 1


def test_every_stage_that_counts_is_counted_by_a_task() -> None:
    code = "\n".join(
        p.read_text() for folder in ("dags", "plugins/syria_airflow") for p in (HOME / folder).glob("*.py")
    )
    assert [stage for stage in STAGES if f'count("{stage}"' not in code] == []


def test_documented_list_is_fresh() -> None:
    assert METRICS_FILE.read_text(encoding="utf-8") == metrics_page(), "run `make docs`"


def test_what_a_task_returns_becomes_counters_and_nothing_else_does() -> None:
    counts = {"batch_id": "20261128", "feeds": 20, "errors": 0, "new": 14}
    assert stage_readings("poll", counts) == {"syria_events.feeds.asked": 20, "syria_events.entries.new": 14}
    assert stage_readings("extract", {"rows_in": 5}) == {}
