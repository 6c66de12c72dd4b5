"""`python -m airflow api-server|scheduler|dag-processor|triggerer|db migrate|pools import`, without Airflow.

STUB_CRASH names the command that fails. The scheduler has a worker that hides its environment; with STUB_STUBBORN=1 it
does not listen to SIGTERM either, as a task in the middle of its work may.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

WORKER = "import os, pathlib, signal, sys; pathlib.Path(sys.argv[1]).write_text(str(os.getpid())); signal.pause()"
STUBBORN_WORKER = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {WORKER}"


class Version(BaseHTTPRequestHandler):
    """Answers every request."""

    def do_GET(self) -> None:
        """Say 200."""
        self.send_response(200)
        self.end_headers()


def start_worker() -> None:
    """Start the worker, which leaves its process id in `worker.pid` of the state directory once it works."""
    code = STUBBORN_WORKER if os.environ.get("STUB_STUBBORN") == "1" else WORKER
    subprocess.Popen([sys.executable, "-c", code, f"{os.environ['SYRIA_EVENTS_VAR']}/worker.pid"], env={})


command = sys.argv[1]
if command == "scheduler":
    start_worker()
if command == os.environ.get("STUB_CRASH"):
    sys.exit(f"{command} has had it")
if command == "api-server":
    HTTPServer(("127.0.0.1", int(os.environ["AIRFLOW__API__PORT"])), Version).serve_forever()
if command in {"scheduler", "dag-processor", "triggerer"}:
    signal.pause()
