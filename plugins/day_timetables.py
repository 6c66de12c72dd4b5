"""The plugin that makes our timetables known to Airflow: it deserializes none that it has not been told of."""

from __future__ import annotations

from airflow.plugins_manager import AirflowPlugin

from syria_airflow.timetables import DaysOnRequest, DayTimetable


class DayTimetables(AirflowPlugin):
    """Timetables whose partitions are UTC days."""

    name = "syria_events_timetables"
    timetables = (DayTimetable, DaysOnRequest)
