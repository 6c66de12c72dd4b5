"""What a run is about is said in a key that can be checked before anything is touched."""

from __future__ import annotations

from datetime import date

import pytest

from syria_events.pipeline.work import Work, WorkError

TODAY = date(2026, 11, 24)


def test_key_reads_back() -> None:
    assert Work.parse("batch:20261124T020309Z-ab12cd", today=TODAY) == Work(batch_id="20261124T020309Z-ab12cd")
    assert Work.parse("day:2026-11-23", today=TODAY) == Work(day=date(2026, 11, 23))
    assert Work.parse("day:2026-11-23", today=TODAY).key == "day:2026-11-23"


def test_today_may_be_rebuilt() -> None:
    assert Work.of_day("2026-11-24", today=TODAY).day == TODAY


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("day:2026-11-25", "lies in the future"),
        ("day:yesterday", "YYYY-MM-DD"),
        ("day:", "YYYY-MM-DD"),
        ("batch:", "no batch id"),
        ("batch:a b; DROP TABLE", "no batch id"),
        ("week:47", "neither batch:"),
    ],
)
def test_bad_key_is_refused_with_the_remedy(key: str, says: str) -> None:
    with pytest.raises(WorkError, match=says):
        Work.parse(key, today=TODAY)


def test_chosen_entries_have_one_key_in_whichever_order_they_are_named() -> None:
    one, other = ("e1", 1), ("e2", 2)
    assert Work.of_entries([one, other]).key == Work.of_entries([other, one, one]).key
    assert Work.of_entries([one, other]).key != Work.of_entries([one]).key
    with pytest.raises(WorkError, match="no entry versions"):
        Work.of_entries([])
