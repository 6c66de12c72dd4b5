"""Coding in a process of its own, so that an article which hangs or kills the coder takes nothing else with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from syria_events.coding.coder import code_article
from syria_events.coding.places import default_gazetteer
from syria_events.model import Article, Report, SyriaEventsError


@dataclass(frozen=True, slots=True)
class CodingJob:
    """An article, and where an imported gazetteer lies."""

    article: Article
    gazetteer_dir: Path


@dataclass(frozen=True, slots=True)
class BrokenTable:
    """A table of the coder is broken, not the article: no article can be coded."""

    message: str


def code_job(job: CodingJob) -> tuple[Report, ...] | BrokenTable:
    """Call `code_article` with what a job holds: what the workers of the pipeline run."""
    try:
        return code_article(job.article, default_gazetteer(job.gazetteer_dir))
    except SyriaEventsError as error:
        return BrokenTable(str(error))
