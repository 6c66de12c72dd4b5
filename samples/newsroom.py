"""Start the demo newsroom: `python -m samples.newsroom --port 8070`. Ctrl-C or SIGTERM ends it."""

from __future__ import annotations

import argparse
import signal
import sys
from datetime import date
from types import FrameType

from samples.edition import PHASES
from samples.registry import DEFAULT_PORT
from samples.server import NewsroomError, run


def main(arguments: list[str] | None = None) -> int:
    """Serve until interrupted; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m samples.newsroom", description=__doc__)
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="on every address; 0 takes a free one")
    parser.add_argument("--phase", type=int, choices=PHASES, default=1, help="how far the world has moved on")
    parser.add_argument("--today", type=date.fromisoformat, help="YYYY-MM-DD to date by (default: today, UTC)")
    parser.add_argument("--slow", type=float, default=1.0, help="factor on the seconds that slow feeds take")
    options = parser.parse_args(arguments)
    for number in (signal.SIGINT, signal.SIGTERM):  # a shell that starts it behind its back has SIGINT ignored
        signal.signal(number, _interrupt)
    try:
        run(options.port, options.phase, options.today, options.slow)
    except NewsroomError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
