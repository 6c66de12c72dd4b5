"""Coders that break on the articles about Kanaker, each in its way. They run in the pipeline's worker process."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from typing import Any

from syria_events.coding.isolated import CodingJob, code_job


def _poisoned(by: Callable[[], Any]) -> Callable[[CodingJob], Any]:
    def code(job: CodingJob) -> Any:
        return by() if "Kanaker" in job.article.title else code_job(job)

    return code


def _too_deep() -> None:
    raise RecursionError("too deep")


def _deeper_still() -> None:
    raise RecursionError("deeper still")


too_deep = _poisoned(_too_deep)
deeper_still = _poisoned(_deeper_still)
dies = _poisoned(lambda: os.kill(os.getpid(), signal.SIGSEGV))
hangs = _poisoned(lambda: time.sleep(600))
swallows_memory = _poisoned(lambda: bytearray(8 << 30))
