"""Extraction and coding in processes of their own, each call bounded in time and memory.

Plain subprocesses, because multiprocessing refuses to start any from a daemonic process, as a task's may be.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from types import TracebackType
from typing import Any

from syria_events import model
from syria_events.articles.page import PageInput
from syria_events.articles.worker_process import read_message, write_message

START_SECONDS = 300.0
"""How long a worker may take to load its libraries."""
_START = (
    "import sys; sys.path[:] = sys.argv[3:]; "
    "from syria_events.articles.worker_process import serve; serve(sys.argv[1], int(sys.argv[2]))"
)


EXTRACTION = "syria_events.articles.extraction:extract_job"


@dataclass(frozen=True, slots=True)
class ExtractionJob:
    """The arguments of `extraction.extract_article`."""

    page: PageInput | None
    entry: model.Entry
    fetched_at: datetime
    host_lines: frozenset[str] = frozenset()
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong with one item."""

    reason: str
    """`timeout`, `memory`, `died` or `error`."""
    detail: str


class WorkerPool:
    """Calls a function for items in worker processes; a process that hangs or dies is replaced.

    `workers` processes, each call within `seconds` and `megabytes`. Use it as a context manager, or `close` it.
    """

    def __init__(
        self,
        workers: int = 2,
        seconds: float = 30.0,
        megabytes: int = 2000,
        target: str = EXTRACTION,
    ) -> None:
        self._seconds = seconds
        self._command = [sys.executable, "-c", _START, target, str(megabytes), *sys.path]
        self._workers = workers
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="extraction")
        self._own = threading.local()
        self._processes: set[subprocess.Popen[bytes]] = set()
        self._lock = threading.Lock()

    def map(self, items: Iterable[Any]) -> Iterator[Any]:
        """Yield the result of each item, or a Failure, in the order of the items; few items are read ahead."""
        waiting: deque[Future[Any]] = deque()
        for item in items:
            waiting.append(self._threads.submit(self._call, item))
            if len(waiting) > 2 * self._workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def close(self) -> None:
        """End all processes, also those in the middle of a call."""
        with self._lock:
            processes, self._processes = self._processes, set()
        for process in processes:
            process.kill()
        self._threads.shutdown(cancel_futures=True)
        for process in processes:
            _reap(process)

    def __enter__(self) -> WorkerPool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _call(self, item: Any) -> Any:
        """Ask this thread's process, and replace it where it does not answer."""
        process = getattr(self._own, "process", None)
        if process is None or process.poll() is not None:
            process = self._start()
            # Loading the libraries takes seconds, on a busy machine many: that is no fault of the first item.
            if isinstance(failure := self._answer(process, START_SECONDS), Failure):
                return failure
        answer = self._answer(process, self._seconds, item)
        if isinstance(answer, Failure):
            return answer
        status, value = answer
        if status == "memory":
            self._discard(process)
        return value if status == "ok" else Failure(status, value)

    def _answer(self, process: subprocess.Popen[bytes], seconds: float, *items: Any) -> Any:
        """Send items and read one message, within so many seconds; a process that does not answer is discarded."""
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            for item in items:
                write_message(process.stdin, item)
            return read_message(process.stdout)
        except (EOFError, OSError):
            code = self._discard(process)
            if late.is_set():
                return Failure("timeout", f"no answer within {seconds:g} s")
            return Failure("died", f"the worker ended with code {code}")
        finally:
            timer.cancel()

    def _start(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._own.process = process
        with self._lock:
            self._processes.add(process)
        return process

    def _discard(self, process: subprocess.Popen[bytes]) -> int | None:
        with self._lock:
            self._processes.discard(process)
        process.kill()
        self._own.process = None
        return _reap(process)


def warm_pool(workers: int, *, seconds: float = 30.0, target: str = EXTRACTION) -> WorkerPool:
    """Return this process's own pool of so many workers; it is kept, because starting a worker takes seconds."""
    return _warm_pool(workers, seconds, target, os.getpid())


@cache
def _warm_pool(workers: int, seconds: float, target: str, process_id: int) -> WorkerPool:
    # By process: one that was forked has neither the threads nor the workers of its parent.
    pool = WorkerPool(workers, seconds, target=target)
    atexit.register(pool.close)
    return pool


def _reap(process: subprocess.Popen[bytes]) -> int | None:
    for stream in (process.stdin, process.stdout):
        try:
            if stream:
                stream.close()
        except OSError:
            continue  # a broken pipe: the process is gone, which is what we want
    return process.wait()
