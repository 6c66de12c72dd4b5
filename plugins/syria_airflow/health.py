"""The health of the pipeline over HTTP: beside Airflow's own, as open as that one, and without secrets."""

from __future__ import annotations

import threading
import time
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from fastapi import FastAPI, Response

from syria_events.pipeline.health import pipeline_health
from syria_events.quality.health import UNHEALTHY, Health
from syria_events.settings import Settings

KEPT_SECONDS = 10.0
"""How long an answer is good: whoever asks more often asks this process, and not the warehouse."""

app = FastAPI(title="Health of the pipeline", docs_url=None, redoc_url=None, openapi_url=None)
_turn = threading.Lock()
_last: tuple[float, Health] | None = None


@app.get("/health")
def health(response: Response) -> dict[str, Any]:
    """Return status and parts: 200 where the pipeline is healthy or degraded, 503 where it is not."""
    found = _recent_health()
    response.status_code = 503 if found.status == UNHEALTHY else 200
    response.headers["Cache-Control"] = "no-store"
    return {"status": found.status, "parts": [asdict(part) for part in found.parts]}


def _recent_health() -> Health:
    global _last
    with _turn:
        if _last is None or time.monotonic() - _last[0] > KEPT_SECONDS:
            found = pipeline_health(Settings.from_environment(), now=datetime.now(UTC))
            _last = (time.monotonic(), found)
        return _last[1]
