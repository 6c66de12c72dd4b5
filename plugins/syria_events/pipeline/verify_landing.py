"""Read a sample of the landing back, and compare it with what was written."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime, timedelta

from syria_events.landing.errors import LandingError
from syria_events.landing.reading import read_record
from syria_events.model import LandingRef
from syria_events.settings import Settings
from syria_events.warehouse.connection import transaction
from syria_events.warehouse.rows import fetch_rows

SAMPLE = 500
"""Records read back per run: of a landing of a million, a file in a hundred that is damaged is found within days."""
NAMED = 20
EVER = datetime(1970, 1, 1, tzinfo=UTC)


def verify_landing(settings: Settings, *, now: datetime, sample: int = SAMPLE) -> dict[str, int]:
    """Read records back by their offsets and compare their SHA-256; return how many records of how many files.

    The sample is another one every day. Raises LandingError, after reading all of it, naming every damaged file.
    """
    since = now - timedelta(days=settings.keep_landing_days - 1) if settings.keep_landing_days else EVER
    with transaction(settings.dsn) as connection:
        parameters = {"seed": f"{now:%Y-%m-%d}", "most": sample, "since": since}
        rows = fetch_rows(connection, "raw/select_landing_sample", parameters)
    damages: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        ref = LandingRef(row["landing_file"], row["landing_offset"], row["landing_length"], row["landing_sha256"])
        try:
            read_record(settings.landing_url, ref)
        except LandingError as error:
            damages[ref.file].append(str(error))
    if damages:
        named = "; ".join(problems[0] for _, problems in sorted(damages.items())[:NAMED])
        raise LandingError(
            f"{len(damages)} damaged files in the landing {settings.landing_url}: {named}. Restore them from a backup;"
            " core and mart are whole, but the entries of these files cannot be derived again until then"
        )
    return {"records": len(rows), "files": len({row["landing_file"] for row in rows})}
