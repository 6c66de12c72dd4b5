"""Derive a piece of work from the landing to events: extract, code, check, load, link, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from syria_events.pipeline.check import check
from syria_events.pipeline.code_articles import code_articles
from syria_events.pipeline.extract import extract
from syria_events.pipeline.link import link_reports
from syria_events.pipeline.load import load
from syria_events.pipeline.work import Work
from syria_events.settings import Settings

Tell = Callable[[str, dict[str, int]], None]


def derive(settings: Settings, work: Work, *, now: datetime, tell: Tell | None = None) -> None:
    """Run all stages in this process; `tell` hears each stage's name and counts. Raises what the stages raise."""
    stages: tuple[tuple[str, Callable[[], dict[str, int]]], ...] = (
        ("extract", lambda: extract(settings, work)),
        ("code", lambda: code_articles(settings, work)),
        ("check", lambda: check(settings, work)),
        ("load", lambda: load(settings, work)),
        ("link", lambda: link_reports(settings, work, now=now)),
    )
    for name, run in stages:
        counts = run()
        if tell:
            tell(name, counts)
