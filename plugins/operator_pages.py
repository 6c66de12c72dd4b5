"""The plugin: pages for operators in Airflow's navigation, links from runs and tasks to them, notes on runs.

Every Airflow process imports this file, so the pages themselves are imported when one is first asked for.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from airflow.plugins_manager import AirflowPlugin

from syria_airflow import run_notes
from syria_airflow.page_addresses import PAGES, PREFIX
from syria_airflow.page_links import ResultsLink


@cache
def _app() -> Any:
    from syria_airflow.pages.app import make_app

    return make_app()


async def pages(scope: Any, receive: Any, send: Any) -> None:
    """Serve the pages: an ASGI application."""
    await _app()(scope, receive, send)


class OperatorPages(AirflowPlugin):
    """What Airflow takes from here."""

    name = "operator_pages"
    fastapi_apps = [{"app": pages, "url_prefix": PREFIX, "name": "Syria Events"}]  # noqa: RUF012
    external_views = [
        {
            "name": page.capitalize(),
            # relative, to where Airflow itself is mounted
            "href": f"{PREFIX.lstrip('/')}/{page}",
            "destination": "nav",
            "url_route": page,
        }
        for page in PAGES
    ] + [
        {
            "name": "Results",
            "href": f"{PREFIX.lstrip('/')}/runs/{{DAG_ID}}/{{RUN_ID}}",
            "destination": "dag_run",
            "url_route": "results",
        }
    ]
    global_operator_extra_links = [ResultsLink()]  # noqa: RUF012
    listeners = [run_notes]  # noqa: RUF012
