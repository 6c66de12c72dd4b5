"""`syria-events health`: the pipeline's health for people and for monitors."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime

import click

from syria_events.settings import Settings


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON, as the health page of the Airflow server does.")
def health(as_json: bool) -> None:
    """Say how the pipeline is. Exit code: 0 healthy, 1 degraded, 2 unhealthy."""
    from syria_events.pipeline.health import pipeline_health
    from syria_events.quality.health import STATUSES

    found = pipeline_health(Settings.from_environment(), now=datetime.now(UTC))
    if as_json:
        click.echo(json.dumps({"status": found.status, "parts": [asdict(part) for part in found.parts]}, indent=2))
    else:
        for part in found.parts:
            click.echo(f"{part.name:10} {part.status:10} {part.said}")
        click.echo(found.status)
    raise SystemExit(STATUSES.index(found.status))
