"""Metrics arrive where Airflow's own settings send them."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

from syria_events.settings import HOME

SENT = """
from airflow.sdk.observability import stats
from airflow.sdk.observability.metrics import stats_utils
from syria_airflow.metrics import count
stats.initialize(factory=stats_utils.get_stats_factory(), export_legacy_names=False)
count("poll", {"batch_id": "b", "feeds": 20, "errors": 3, "new": 14, "updated": 0})
"""


def test_counters_reach_a_statsd_server_by_airflows_own_settings() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))
        server.settimeout(60)
        environment = {
            **os.environ,
            "AIRFLOW__METRICS__STATSD_ON": "True",
            "AIRFLOW__METRICS__STATSD_HOST": "127.0.0.1",
            "AIRFLOW__METRICS__STATSD_PORT": str(server.getsockname()[1]),
            "AIRFLOW__METRICS__STATSD_PREFIX": "here",
            "PYTHONPATH": str(HOME / "plugins"),
        }
        done = subprocess.run(
            [sys.executable, "-c", SENT], env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        received = [server.recv(1024).decode()]
        while "entries.new" not in received[-1]:  # the last of them; Airflow sends its own in between
            received.append(server.recv(1024).decode())
    assert {message for message in received if "syria_events" in message} == {
        "here.syria_events.feeds.asked:20|c",
        "here.syria_events.feeds.errors:3|c",
        "here.syria_events.entries.new:14|c",
    }
