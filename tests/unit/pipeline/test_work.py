"""What a run is about is said in a key that can be checked before anything is touched."""

from __future__ import annotations

from datetime import date

import pytest

from syria_events.pipeline.recover import recovery_of
from syria_events.pipeline.work import Work, WorkError

TODAY = date(2026, 11, 24)


def test_key_names_the_kind_of_work() -> None:
    assert Work.of_batch("20261124T020309Z-ab12cd").key == "batch:20261124T020309Z-ab12cd"
    assert Work.of_day("2026-11-23", today=TODAY).key == "day:2026-11-23"


def test_today_may_be_rebuilt() -> None:
    assert Work.of_day("2026-11-24", today=TODAY).day == TODAY


@pytest.mark.parametrize(
    ("day", "says"), [("2026-11-25", "lies in the future"), ("yesterday", "YYYY-MM-DD"), ("", "YYYY-MM-DD")]
)
def test_bad_day_is_refused_with_the_remedy(day: str, says: str) -> None:
    with pytest.raises(WorkError, match=says):
        Work.of_day(day, today=TODAY)


@pytest.mark.parametrize("batch_id", ["", "a b; DROP TABLE"])
def test_bad_batch_is_refused_with_the_remedy(batch_id: str) -> None:
    with pytest.raises(WorkError, match="no batch id"):
        Work.of_batch(batch_id)


def test_search_fills_the_same_batch_at_every_attempt_of_its_run() -> None:
    day = Work.of_day("2026-11-23", today=TODAY, run_id="one")
    assert recovery_of(day) == recovery_of(day)
    assert recovery_of(day).batch_id.startswith("recovery-2026-11-23-")
    assert recovery_of(day) != recovery_of(Work.of_day("2026-11-23", today=TODAY, run_id="two"))
    with pytest.raises(WorkError, match="a search is for a day"):
        recovery_of(Work.of_batch("b"))


def test_chosen_entries_have_one_key_in_whichever_order_they_are_named() -> None:
    one, other = ("e1", 1), ("e2", 2)
    assert Work.of_entries([one, other]).key == Work.of_entries([other, one, one]).key
    assert Work.of_entries([one, other]).key != Work.of_entries([one]).key
    with pytest.raises(WorkError, match="no entry versions"):
        Work.of_entries([])
