"""Who publishes gazetteers of Syria, and when what they send may replace what we have."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

GEONAMES = "https://download.geonames.org/export/dump/SY.zip"
"""Country dump, CC BY 4.0."""
OCHA = (
    "https://data.humdata.org/dataset/356a63e9-90aa-4b9c-a938-58ef24469c00"
    "/resource/ab4b6f19-3854-4b2b-8f5c-b5dc474a4c0c/download/syr_admin_boundaries.geojson.zip"
)
"""Common operational dataset of boundaries (cod-ab-syr), CC BY-IGO."""
PUBLISHED = (GEONAMES, OCHA)


@dataclass(frozen=True, slots=True)
class Copy:
    """What we last took from a publisher."""

    url: str
    file: str
    """Name under which it is kept."""
    sha256: str
    places: int
    etag: str | None = None
    last_modified: str | None = None

    @property
    def conditions(self) -> dict[str, str]:
        """Headers by which the publisher may answer that nothing is new."""
        validators = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in validators.items() if value}


def file_of(url: str) -> str:
    """Return the name under which a publisher's file is kept: the last part of its address."""
    return PurePosixPath(urlsplit(url).path).name


def shrinkage(before: int, after: int) -> str | None:
    """Say what is wrong where a new table has not half the places of the one before: it is cut off, or another one."""
    if 2 * after >= before:
        return None
    return f"{after} places where there were {before}"
