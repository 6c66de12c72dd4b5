"""A backfill by day: which days it takes, and that it refuses those to come as a whole, when it is asked for."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from pendulum import instance


def at(day: date, clock: str = "00:00") -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), UTC)


TODAY = datetime.now(UTC).date()


@pytest.fixture
def timetable() -> Any:
    from airflow.serialization.decoders import decode_timetable
    from airflow.serialization.encoders import encode_timetable

    from syria_airflow.timetables import DayTimetable

    # as the API server meets it: out of the serialized DAG
    return decode_timetable(encode_timetable(DayTimetable()))


@pytest.mark.parametrize("clock", ["00:00", "01:00", "23:59"])
def test_both_days_are_included_whatever_the_time_of_day(timetable: Any, clock: str) -> None:
    first, last = date(2026, 11, 20), date(2026, 11, 23)
    infos = timetable.iter_partition_dagrun_infos(earliest=at(first, clock), latest=at(last, clock))
    assert [info.partition_key for info in infos] == ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"]


def test_today_runs_at_once(timetable: Any) -> None:
    (info,) = timetable.iter_partition_dagrun_infos(earliest=at(TODAY), latest=at(TODAY))
    assert info.partition_key == str(TODAY)
    assert info.run_after <= datetime.now(UTC)


def test_day_of_a_backfill_is_the_day_of_its_scheduled_run(timetable: Any) -> None:
    from airflow.timetables.base import TimeRestriction

    scheduled = timetable.next_dagrun_info_v2(last_dagrun_info=None, restriction=TimeRestriction(None, None, False))
    day = date.fromisoformat(scheduled.partition_key)
    (info,) = timetable.iter_partition_dagrun_infos(earliest=at(day), latest=at(day))
    assert info.partition_date == scheduled.partition_date


@pytest.mark.parametrize("back", [0, 1, 5])
def test_schedule_goes_on_with_the_next_midnight_after_a_backfill(timetable: Any, back: int) -> None:
    from airflow.timetables.base import TimeRestriction

    restriction = TimeRestriction(instance(datetime(2026, 1, 1, tzinfo=UTC)), None, False)
    scheduled = timetable.next_dagrun_info_v2(last_dagrun_info=None, restriction=restriction)
    day = TODAY - timedelta(days=back)
    (last,) = timetable.iter_partition_dagrun_infos(earliest=at(day), latest=at(day))
    # Airflow reckons from the run of the latest partition
    latest = max((scheduled, last), key=lambda info: (info.partition_date, info.run_after))
    following = timetable.next_dagrun_info_v2(last_dagrun_info=latest, restriction=restriction)
    assert following.run_after > datetime.now(UTC)
    assert following.partition_key == str(TODAY)


def test_range_that_reaches_into_the_future_is_refused_whole(timetable: Any) -> None:
    from airflow.models.backfill import InvalidBackfillDate

    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(InvalidBackfillDate, match=f"{tomorrow} lies in the future.*end the range at {TODAY}"):
        timetable.iter_partition_dagrun_infos(earliest=at(TODAY - timedelta(days=3)), latest=at(tomorrow))


def test_days_on_request_never_run_by_the_clock() -> None:
    from airflow.timetables.base import TimeRestriction

    from syria_airflow.timetables import DaysOnRequest

    timetable = DaysOnRequest()
    restriction = TimeRestriction(None, None, True)
    assert timetable.next_dagrun_info_v2(last_dagrun_info=None, restriction=restriction) is None
    assert timetable.periodic
    assert timetable.summary == "On request"
