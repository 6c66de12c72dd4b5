"""What robots.txt said, kept from one batch to the next in a file of JSON lines."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from syria_events.web.robots import RobotsRecord


def read_robots(path: Path, now: datetime) -> tuple[RobotsRecord, ...]:
    """Return the records that still hold. A file that is missing or damaged costs nothing but asking again."""
    try:
        lines = path.read_text("utf-8").splitlines()
        records = [RobotsRecord(**fields) for fields in map(_fields, lines)]
    except (OSError, ValueError, TypeError, KeyError):
        return ()
    return tuple(record for record in records if record.is_fresh(now))


def write_robots(path: Path, records: Iterable[RobotsRecord], now: datetime) -> None:
    """Keep the records that still hold, with those of the file that were not asked again. Replaces the file at once."""
    kept = {record.origin: record for record in (*read_robots(path, now), *records) if record.is_fresh(now)}
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(asdict(record), default=str) + "\n" for record in kept.values())
    Path(name).replace(path)


def _fields(line: str) -> dict[str, object]:
    fields = json.loads(line)
    return {**fields, "fetched_at": datetime.fromisoformat(fields["fetched_at"])}
