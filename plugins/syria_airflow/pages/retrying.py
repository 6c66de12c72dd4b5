"""A retry, in a process of its own: an article that breaks the coder or fills the memory ends that, not Airflow."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

from fastapi import HTTPException

from syria_events.pipeline.rejections import RejectionError

SECONDS = 180


def retry(rejected_ids: Sequence[int], *, acting_user: str) -> str:
    """Derive rows again and return what came of it, a line per row.

    Raises RejectionError where the command refuses or fails, in its words, HTTPException 504 where it takes too long;
    the rows are then as they were.
    """
    command = [sys.executable, "-m", "syria_events.cli", "rejected", "retry", f"--as={acting_user}", "--"]
    try:
        done = subprocess.run(
            [*command, *map(str, rejected_ids)], capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise HTTPException(504, f"The retry was ended after {SECONDS} s, the rows are as they were.") from error
    if done.returncode:
        raise RejectionError(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "the retry failed")
    return "\n".join(line.strip() for line in done.stdout.strip().splitlines())
