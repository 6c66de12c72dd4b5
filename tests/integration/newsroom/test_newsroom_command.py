"""The newsroom as a process: it says where it is, serves the day it was given, and leaves when told to."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import requests

PROJECT = Path(__file__).parents[3]


@pytest.mark.parametrize("farewell", [signal.SIGTERM, signal.SIGINT])
def test_command_serves_until_it_is_told_to_stop(farewell: signal.Signals) -> None:
    command = [sys.executable, "-m", "samples.newsroom", "--port", "0", "--phase", "2", "--today", "2026-03-02"]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        announced = json.loads(process.stdout.readline())
        truth = requests.get(f"{announced['newsroom']}/newsroom/truth", timeout=5).json()
        process.send_signal(farewell)
        assert process.wait(timeout=10) == 0
    assert (truth["phase"], truth["today"]) == (2, "2026-03-02")
