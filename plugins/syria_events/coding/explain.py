"""Why an article was coded as it was: its reports, the words that each field was read from, and the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module

from syria_events.coding.coder import code_article
from syria_events.coding.places import Gazetteer
from syria_events.model import Article, Report

FIELDS = ("evidence", "actor1", "actor2", "place", "casualties")
"""What words can be marked as; the later ones are told within the first."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words [start, end) of the article's full text, and the field of which report was read from them."""

    start: int
    end: int
    field: str
    rank: int


@dataclass(frozen=True, slots=True)
class Explained:
    """A report and the names of the rules that made it, in the order in which they applied."""

    report: Report
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """An article with its explained reports."""

    article: Article
    reports: tuple[Explained, ...]

    def marks(self) -> list[Mark]:
        """Return every mark by start; wide ones come before those within them."""
        found = [mark for explained in self.reports for mark in _marks(explained.report)]
        return sorted(found, key=lambda mark: (mark.start, -mark.end, FIELDS.index(mark.field)))


def explain(article: Article, gazetteer: Gazetteer) -> Explanation:
    """Code an article and keep the rules with its reports, where the coder of its language tells them."""
    if article.language == "en":
        english = import_module("syria_events.coding.english")
        return Explanation(article, tuple(Explained(*pair) for pair in english.code_with_rules(article, gazetteer)))
    return Explanation(article, tuple(Explained(report) for report in code_article(article, gazetteer)))


def _marks(report: Report) -> Iterator[Mark]:
    for span in report.evidence:
        yield Mark(span.start, span.end, "evidence", report.rank)
    for actor in report.actors:
        yield Mark(actor.start, actor.end, actor.role, report.rank)
    if report.place and report.place.start is not None and report.place.end is not None:
        yield Mark(report.place.start, report.place.end, "place", report.rank)
    for claim in report.casualties:
        yield Mark(claim.start, claim.end, "casualties", report.rank)


def heading(report: Report) -> str:
    """Return one line that says what a report is."""
    kind = report.acled_sub_event_type or report.plover_root
    day = report.event_date.start.isoformat() if report.event_date.start else "no date"
    place = f"{report.place.name} ({report.place.admin1_pcode or report.place.country})" if report.place else "no place"
    return f"{report.rank}. {kind} · {report.realis} · {day} ({report.event_date.precision}) · {place}"


def details(explained: Explained) -> Iterator[tuple[str, str]]:
    """Yield (field, value) of what the heading leaves out."""
    report = explained.report
    for actor in report.actors:
        yield actor.role, f"{actor.name} → {actor.group}"
    for claim in report.casualties:
        bounds = "–".join("?" if bound is None else str(bound) for bound in (claim.low, claim.best, claim.high))
        by = f", says {claim.claimed_by}" if claim.claimed_by else ""
        yield claim.kind, f"{bounds} {claim.victims}{', cumulative' if claim.cumulative else ''}{by}"
    if report.claimed_by:
        yield "credited", f"{report.claimed_by.name} ({report.claimed_by.status})"
    if report.place_null_reason:
        yield "no place", report.place_null_reason
    for rule in explained.rules:
        yield "rule", rule
