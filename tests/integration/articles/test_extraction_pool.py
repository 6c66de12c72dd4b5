"""Worker processes: bounded, replaced, in order, and gone when their parent is."""

from __future__ import annotations

import multiprocessing
import os
import select
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from syria_events.articles.workers import ExtractionJob, Failure, WorkerPool
from syria_events.model import Article, Entry

PLUGINS = Path(__file__).parents[3] / "plugins"


def test_results_come_in_the_order_of_the_items() -> None:
    with WorkerPool(workers=2, target="operator:neg") as pool:
        assert list(pool.map(range(20))) == [-number for number in range(20)]


def test_an_article_comes_out_of_the_default_target() -> None:
    entry = Entry("f", "i", None, None, None, "Bridge reopens", "<p>The bridge is open.</p>", "")
    with WorkerPool(workers=1) as pool:
        (article,) = pool.map([ExtractionJob(None, entry, datetime(2024, 9, 1, tzinfo=UTC))])
    assert isinstance(article, Article)
    assert article.text == "The bridge is open."


def test_a_call_that_hangs_is_named_and_the_next_one_works() -> None:
    with WorkerPool(workers=1, seconds=1.5, target="time:sleep") as pool:
        first, second = pool.map([3600, 0])
    assert isinstance(first, Failure)
    assert first.reason == "timeout"
    assert second is None


def test_slow_start_of_a_worker_is_not_held_against_the_first_item(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "slow_to_load.py").write_text("import time\ntime.sleep(3)\nanswer = abs\n")
    monkeypatch.syspath_prepend(tmp_path)
    with WorkerPool(workers=1, seconds=1.5, target="slow_to_load:answer") as pool:
        assert list(pool.map([-1, -2])) == [1, 2]


def test_a_worker_that_cannot_start_is_named() -> None:
    with WorkerPool(workers=1, target="no_such_module:answer") as pool:
        (failure,) = pool.map([1])
    assert failure.reason == "died"


def test_a_process_that_dies_is_replaced() -> None:
    with WorkerPool(workers=1, target="os:_exit") as pool:
        results = list(pool.map([3, 4]))
    assert [(result.reason, result.detail) for result in results] == [
        ("died", "the worker ended with code 3"),
        ("died", "the worker ended with code 4"),
    ]


def test_memory_is_bounded() -> None:
    with WorkerPool(workers=1, megabytes=400, target="builtins:bytearray") as pool:
        large, small = pool.map([2_000_000_000, 2])
    assert isinstance(large, Failure)
    assert large.reason == "memory"
    assert small == bytearray(2)


def test_an_error_is_named_and_what_is_printed_does_no_harm() -> None:
    with WorkerPool(workers=1, target="builtins:int") as pool:
        wrong, right = pool.map(["x", "7"])
    assert isinstance(wrong, Failure)
    assert wrong.detail.startswith("ValueError")
    assert right == 7
    with WorkerPool(workers=1, target="builtins:print") as pool:
        assert list(pool.map(["noise", "more noise"])) == [None, None]


def _inside_a_daemon(answers: multiprocessing.Queue) -> None:
    with WorkerPool(workers=1, target="operator:neg") as pool:
        answers.put(list(pool.map([1, 2])))


def test_it_works_inside_a_daemonic_process() -> None:
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    process = context.Process(target=_inside_a_daemon, args=(answers,), daemon=True)
    process.start()
    assert answers.get(timeout=60) == [-1, -2]
    process.join(30)


def test_no_worker_outlives_a_parent_that_is_killed() -> None:
    code = (
        "import itertools, sys\n"
        "from syria_events.articles.workers import WorkerPool\n"
        "pool = WorkerPool(workers=1, seconds=3600, target='time:sleep')\n"
        "answers = pool.map(itertools.chain([0, 0, 0], itertools.repeat(3600)))\n"
        "next(answers)\n"
        "print(*[process.pid for process in pool._processes], flush=True)\n"
        "sys.stdin.read()\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(PLUGINS)},
    )
    assert parent.stdout
    worker = os.pidfd_open(int(parent.stdout.readline()))
    try:
        parent.send_signal(signal.SIGKILL)
        parent.wait(10)
        gone, _, _ = select.select([worker], [], [], 20)
        assert gone
    finally:
        os.close(worker)
        for stream in (parent.stdin, parent.stdout):
            if stream:
                stream.close()
