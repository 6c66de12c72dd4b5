"""Links from logs, runs and tasks to the operators' pages."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from airflow.sdk import BaseOperatorLink
from airflow.sdk.configuration import conf

from syria_airflow.page_addresses import PREFIX


def page_url(path: str = "") -> str:
    """Return the whole address of a page, by the address that Airflow was told to be reached at."""
    base = conf.get("api", "base_url", fallback="") or "http://localhost:8080"
    return f"{base.rstrip('/')}{PREFIX}/{path}"


def work_url(work_key: str) -> str:
    """Return the address of what came of one piece of work, `batch:…` or `day:…`."""
    return page_url(f"work/{quote(work_key, safe=':')}")


class ResultsLink(BaseOperatorLink):
    """On every task: what its run did to the data."""

    @property
    def name(self) -> str:
        """What the button says."""
        return "Results"

    def get_link(self, operator: Any, *, ti_key: Any) -> str:
        """Return the page that finds out what the run was about."""
        return page_url(f"runs/{quote(ti_key.dag_id, safe='')}/{quote(ti_key.run_id, safe='')}")
