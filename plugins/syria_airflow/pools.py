"""Pools: how many tasks of a kind may run at once, whatever DAG they belong to."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pool:
    """A pool of Airflow."""

    name: str
    slots: int
    description: str


POOLS = (
    Pool("feeds", 1, "Polls of feeds. One at a time, so that no host is asked by two of them."),
    Pool("pages", 1, "Fetches of pages. One batch at a time, so that the spacing per host holds across batches."),
    Pool("history", 1, "Searches for what was missed. One at a time, so that no publisher's archive is asked by two."),
    Pool("load", 2, "Writers of core. They take turns by a lock; more would only wait."),
)


def pools_json() -> str:
    """Return the pools as `airflow pools import` reads them."""
    return json.dumps(
        {pool.name: {"slots": pool.slots, "description": pool.description, "include_deferred": False} for pool in POOLS}
    )


if __name__ == "__main__":
    sys.stdout.write(pools_json())
