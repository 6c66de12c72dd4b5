"""Timetables whose partitions are UTC days, and that refuse a backfill of days to come.

Airflow's own queues the run of a future day until that day comes, and as a DAG has one backfill at a time, it blocks
every other one till then. Here the request is refused as a whole, when it is made, with a message that says why.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from airflow.timetables.base import DagRunInfo, TimeRestriction
from airflow.timetables.trigger import CronPartitionTimetable
from pendulum import DateTime, instance, now

KEY_FORMAT = "%Y-%m-%d"


class DayTimetable(CronPartitionTimetable):
    """Runs by a daily cron expression, for the day before; the partition key is the day, YYYY-MM-DD."""

    def __init__(
        self,
        cron: str = "0 0 * * *",
        *,
        timezone: Any = "UTC",
        run_offset: int | None = -1,
        run_immediately: bool | datetime.timedelta = False,
        key_format: str = KEY_FORMAT,
    ) -> None:
        super().__init__(
            cron, timezone=timezone, run_offset=run_offset, run_immediately=run_immediately, key_format=key_format
        )

    def iter_partition_dagrun_infos(
        self, *, earliest: datetime.datetime, latest: datetime.datetime
    ) -> Iterable[DagRunInfo]:
        """Return one run per day from the first to the last, both included, whatever their time of day.

        The partition date is the same as that of the scheduled run of the day, so that Airflow knows the day again; the
        run may begin at once. Raises InvalidBackfillDate (an answer 422) where the last day lies in the future.
        """
        first, last = (_utc(bound).start_of("day") for bound in (earliest, latest))
        _refuse_future(last)
        days = (first.add(days=number) for number in range((last - first).days + 1))
        return [self._run_of(day) for day in days]

    def _run_of(self, day: DateTime) -> DagRunInfo:
        tick = self._align_to_next(day)
        return DagRunInfo(
            run_after=day, data_interval=None, partition_date=tick, partition_key=day.strftime(self._key_format)
        )


class DaysOnRequest(DayTimetable):
    """Never runs by the clock: by hand, or by a backfill of a range of days."""

    def __init__(self, cron: str = "0 0 * * *", **more: Any) -> None:
        super().__init__(cron, **more)
        self.description = "On request"

    @property
    def summary(self) -> str:
        """What the UI shows as the schedule."""
        return self.description

    def next_dagrun_info_v2(self, *, last_dagrun_info: DagRunInfo | None, restriction: TimeRestriction) -> None:
        """Return that there is no next run."""


def _utc(moment: datetime.datetime) -> DateTime:
    return instance(moment).in_timezone("UTC")


def _refuse_future(last: DateTime) -> None:
    from airflow.models.backfill import InvalidBackfillDate

    today = now("UTC").start_of("day")
    if last > today:
        raise InvalidBackfillDate(
            f"{last:%Y-%m-%d} lies in the future, and nothing has landed from there: end the range at {today:%Y-%m-%d} "
            "(today, UTC) or before."
        )
