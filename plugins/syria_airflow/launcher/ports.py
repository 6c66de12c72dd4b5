"""Ports that have to be free before anything is started."""

from __future__ import annotations

import socket
from collections.abc import Mapping

from syria_airflow.launcher.instance import LauncherError


class PortTaken(LauncherError):
    """Another program listens where we are to."""

    code = 4


def require_free(ports: Mapping[str, int]) -> None:
    """Raise PortTaken, naming the variable (the key) that sets it, for the first port that another program has."""
    for variable, port in ports.items():
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port that was just closed is free
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                raise PortTaken(f"port {port} is taken by another program; choose another: {variable}=…") from None
