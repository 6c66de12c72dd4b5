"""The demo newsroom on a free port, dated by a fixed day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from samples.server import Newsroom, serve

TODAY = date(2026, 3, 2)
"""A Monday just after the end of a month: days before today fall into February."""


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    """Yield an open newsroom in phase 1 whose slow feeds are quick."""
    with serve(today=TODAY, slow=0.01) as opened:
        yield opened
