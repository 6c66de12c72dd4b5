"""Sessions find their own processes and spare those who came to a number later."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest

from syria_airflow.launcher.sessions import Session, end_sessions


@pytest.fixture
def sleeper() -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"], start_new_session=True)
    yield process
    process.kill()
    process.wait()


def test_members_are_leader_and_descendants(sleeper: subprocess.Popen[bytes]) -> None:
    assert Session.led_by(sleeper.pid).members() == [sleeper.pid]
    assert os.getpid() not in Session.led_by(sleeper.pid).members()


def test_another_process_with_the_number_is_spared(sleeper: subprocess.Popen[bytes]) -> None:
    former = replace(Session.led_by(sleeper.pid), started=1)
    end_sessions([former], grace_seconds=0)
    assert sleeper.poll() is None


def test_numbers_of_an_earlier_boot_mean_nothing(sleeper: subprocess.Popen[bytes]) -> None:
    former = replace(Session.led_by(sleeper.pid), boot="another")
    end_sessions([former], grace_seconds=0)
    assert sleeper.poll() is None


def test_end_is_awaited(sleeper: subprocess.Popen[bytes]) -> None:
    session = Session.led_by(sleeper.pid)
    end_sessions([session], grace_seconds=10)
    assert session.members() == []
    assert sleeper.wait(0) == -15
