"""How the pipeline is, judged from its numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syria_events.quality.health import DEGRADED, HEALTHY, UNHEALTHY, judge, unreachable
from tests.unit.quality.made_facts import WELL


def test_rejected_rows_and_some_dead_feeds_are_daily_life() -> None:
    health = judge(WELL)
    assert health.status == HEALTHY
    assert {part.name for part in health.parts} == {"warehouse", "polling", "queue", "batches", "feeds", "checks"}


@pytest.mark.parametrize(
    ("change", "ill", "status"),
    [
        ({"poll_overdue_seconds": 31 * 60}, "polling", DEGRADED),
        ({"poll_overdue_seconds": 4 * 3600}, "polling", UNHEALTHY),
        ({"queue_age_seconds": 3700}, "queue", DEGRADED),
        ({"queue_age_seconds": 7 * 3600}, "queue", UNHEALTHY),
        ({"stuck_batches": 1}, "batches", DEGRADED),
        ({"feeds_down": 60}, "feeds", DEGRADED),
        ({"feeds_down": 285}, "feeds", UNHEALTHY),
        ({"standing_unmet": 1}, "checks", DEGRADED),
    ],
)
def test_what_is_ill_is_named_and_makes_the_whole_ill(change: dict[str, float], ill: str, status: str) -> None:
    health = judge(replace(WELL, **change))
    assert health.status == status
    assert [(part.name, part.status) for part in health.parts if part.status != HEALTHY] == [(ill, status)]


def test_new_installation_is_well() -> None:
    nothing = replace(WELL, newest_poll_at=None, queue_age_seconds=None, feeds=0, feeds_down=0, checked_at=None)
    assert judge(nothing).status == HEALTHY


def test_warehouse_that_does_not_answer_is_unhealthy_and_names_no_address() -> None:
    assert unreachable().status == UNHEALTHY
    assert [part.said for part in unreachable().parts] == ["cannot be reached"]
