"""The feeds of the newsroom in the form of the registry, for a port.

python -m samples.registry [PORT [FILE]]
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from samples.outlets import read_outlets

REGISTRY_FILE = Path(__file__).parent / "feeds.csv"
DEFAULT_PORT = 8070
COLUMNS = (
    "slug", "name", "url", "homepage", "language", "country", "perspective", "scope", "family", "timezone", "status",
    "note",
)  # fmt: skip


def demo_registry(port: int = DEFAULT_PORT, path: Path = REGISTRY_FILE) -> Path:
    """Write the registry of the newsroom's feeds, as served on this port, and return its path."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(_rows(port))
    return path


def _rows(port: int) -> list[tuple[str, ...]]:
    return [
        (
            feed.slug, feed.title or outlet.name, f"http://{outlet.address}:{port}{feed.path}",
            f"http://{outlet.address}:{port}/", outlet.language, outlet.country, outlet.perspective, feed.scope,
            outlet.family, outlet.timezone, "enabled", feed.note,
        )
        for outlet in read_outlets().values()
        for feed in outlet.feeds
    ]  # fmt: skip


if __name__ == "__main__":
    demo_registry(*(convert(argument) for convert, argument in zip((int, Path), sys.argv[1:], strict=False)))
