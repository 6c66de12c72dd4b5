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


MIDNIGHT = "0 0 * * *"


class DayTimetable(CronPartitionTimetable):
    """Runs at midnight, UTC, for the day before; the partition key is the day, YYYY-MM-DD.

    At midnight and not later, because Airflow reckons the next run from the latest partition. That of a day which was
    backfilled before its own tick would be one whose tick is still to come, and the run before it would be repeated for
    ever; a tick at the very beginning of the day has always come.
    """

    def __init__(
        self,
        cron: str = MIDNIGHT,
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

        Raises InvalidBackfillDate (an answer 422) where the last day lies in the future.
        """
        first, last = (_utc(bound).start_of("day") for bound in (earliest, latest))
        _refuse_future(last)
        return list(super().iter_partition_dagrun_infos(earliest=first, latest=last))


class DaysOnRequest(DayTimetable):
    """Never runs by the clock: by hand, or by a backfill of a range of days."""

    def __init__(self, cron: str = MIDNIGHT, **more: Any) -> None:
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
