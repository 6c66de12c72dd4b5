"""A launcher for each test, on a state directory and a port of its own."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from launchers import Launchers


@pytest.fixture
def launchers(tmp_path: Path) -> Iterator[Launchers]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    found = Launchers(tmp_path / "var", port)
    yield found
    for process in [*found.started, *found.left()]:
        process.kill()
    for process in found.started:
        process.communicate()
