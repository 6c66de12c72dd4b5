"""The other end of `workers`: a process that serves one call at a time, over its standard streams.

Messages are pickles behind their length in eight bytes. The process ends when its input does, so it never outlives who
started it, however that one ended.
"""

from __future__ import annotations

import ctypes
import importlib
import os
import pickle
import resource
import signal
import struct
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

LENGTH = struct.Struct(">Q")
READY = ("ready", None)
"""The first message: the libraries are loaded, and calls may be timed."""
_PR_SET_PDEATHSIG = 1


def write_message(stream: BinaryIO, value: Any) -> None:
    """Write one message."""
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_message(stream: BinaryIO) -> Any:
    """Read one message. Raises EOFError where the stream ends first."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        raise EOFError
    (length,) = LENGTH.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)  # noqa: S301 - our own child or parent, over a private pipe


def serve(target: str, megabytes: int) -> None:
    """Call `target` ("package.module:function") for every message until the input ends."""
    _die_with_parent()
    limit = megabytes * 1024 * 1024
    # memory the process may write to: address space alone would count what libraries only reserve
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get between the answers
    function = _load(target)
    write_message(answers, READY)
    while True:
        try:
            item = read_message(requests)
        except EOFError:
            return
        write_message(answers, _answer(function, item))


def _answer(function: Callable[[Any], Any], item: Any) -> tuple[str, Any]:
    """Return ("ok", result), ("memory", text) or ("error", text)."""
    try:
        return "ok", function(item)
    except MemoryError:
        return "memory", "out of the memory allowed"
    except Exception as error:
        return "error", f"{type(error).__name__}: {error}"


def _load(target: str) -> Callable[[Any], Any]:
    module, _, name = target.partition(":")
    return getattr(importlib.import_module(module), name)


def _die_with_parent() -> None:
    """Ask Linux to kill this process with the one that started it, also in the middle of a call."""
    try:
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    except (AttributeError, OSError):
        return
