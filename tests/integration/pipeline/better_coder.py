"""The coder of tomorrow: it sees no protests any more, every toll doubled, and nothing about Kanaker."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from syria_events.coding.isolated import BrokenTable, CodingJob, code_job


def code(job: CodingJob) -> Any:
    """Code an article, otherwise than today. Runs in the pipeline's worker process."""
    reports = code_job(job)
    if isinstance(reports, BrokenTable) or "Kanaker" in job.article.title:
        return reports if isinstance(reports, BrokenTable) else ()
    kept = [report for report in reports if report.plover_root != "PROTEST"]
    return tuple(
        replace(r, casualties=tuple(replace(c, best=c.best * 2, high=None) if c.best else c for c in r.casualties))
        for r in kept
    )
