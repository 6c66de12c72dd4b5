"""Writing the report to a file, whole or not at all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from syria_events.daily_report.figures import read_figures
from syria_events.daily_report.page import page
from syria_events.model import SyriaEventsError

DAYS = 90


class ReportFileError(SyriaEventsError):
    """The file cannot be written."""


def write_report(dsn: str, file: Path, *, now: datetime, days: int = DAYS) -> Path:
    """Write the report of the `days` days that end today and return its file. The rights of bi_reader suffice.

    Raises ReportFileError where the file cannot be written; what was there before then stays.
    """
    today = now.astimezone(UTC).date()
    text = page(read_figures(dsn, today - timedelta(days=days - 1), today, now=now))
    partial = file.with_name(f"{file.name}.partial")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(text, encoding="utf-8")
        partial.replace(file)
    except OSError as error:
        raise ReportFileError(f"cannot write {file}: {error.strerror}; name another file with -o") from error
    return file


def write_daily(dsn: str, directory: Path, *, now: datetime) -> Path:
    """Write the report of today into a directory: one file per day, and `latest.html`, the same once more."""
    file = write_report(dsn, directory / f"{now.astimezone(UTC):%Y-%m-%d}.html", now=now)
    partial = directory / "latest.html.partial"
    partial.write_bytes(file.read_bytes())
    return partial.replace(directory / "latest.html")
