"""The Airflow plugin that answers at `/pipeline/health` on the API server."""

from __future__ import annotations

from airflow.plugins_manager import AirflowPlugin

from syria_airflow.health import app


class PipelineHealth(AirflowPlugin):
    """One route, open to everybody like Airflow's own `/api/v2/monitor/health`."""

    name = "pipeline_health"
    fastapi_apps = [{"app": app, "url_prefix": "/pipeline", "name": "Health of the pipeline"}]  # noqa: RUF012
