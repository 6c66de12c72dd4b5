"""Run a program as nobody, since PostgreSQL refuses to run as root, and let it end with the one who started it.

All of it is `setpriv` of util-linux, which every Debian and Ubuntu has. Where a directory on the way to the program or
its data is closed to others (a checkout below /root), opening it to all users would outlive us; instead the program is
given one capability: to read past permissions or, in containers that withhold that one, to pass them altogether.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from syria_events.model import SyriaEventsError

NOBODY = 65534
"""User and group `nobody` and `nogroup` of Debian and Ubuntu."""
CAPABILITIES = {"dac_read_search": 2, "dac_override": 1}
"""Capabilities that lead past closed directories, least first, with their bit (capability.h)."""


class PrivilegeError(SyriaEventsError):
    """Root cannot hand what is needed to an ordinary user."""


def is_root() -> bool:
    """Say whether we have to become somebody else."""
    return os.geteuid() == 0


def give_away(path: Path) -> None:
    """Give a file or directory to nobody where it is nobody who has to work with it."""
    if is_root():
        os.chown(path, NOBODY, NOBODY)


def unprivileged(needs: Iterable[Path]) -> Sequence[str]:
    """Return what to put before a command so that it runs as an ordinary user and gets SIGINT when its starter ends.

    `needs` are the paths that it must reach. Raises PrivilegeError where nothing can lead it there.
    """
    if shutil.which("setpriv") is None:
        if is_root():
            raise PrivilegeError("PostgreSQL cannot run as root, and setpriv is missing: install util-linux")
        return ()
    if not is_root():
        return ("setpriv", "--pdeathsig=INT")
    granted = _capability(needs)
    user = (f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
    return ("setpriv", *user, f"--inh-caps={granted}", f"--ambient-caps={granted}", "--pdeathsig=INT")


def _capability(needs: Iterable[Path]) -> str:
    closed = [path for path in needs if not _is_open_to_all(path)]
    if not closed:
        return "-all"
    ours = _own_capabilities()
    for name, bit in CAPABILITIES.items():
        if ours >> bit & 1:
            return f"-all,+{name}"
    raise PrivilegeError(
        f"PostgreSQL cannot run as root, and {closed[0]} is closed to every other user: "
        "work as an ordinary user, or in a directory that others may enter"
    )


def _is_open_to_all(path: Path) -> bool:
    return all(folder.stat().st_mode & 0o001 for folder in path.absolute().parents)


def _own_capabilities() -> int:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("CapEff:"):
            return int(line.split()[1], 16)
    return 0
