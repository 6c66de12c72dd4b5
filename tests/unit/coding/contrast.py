"""Cases of the contrast sets, and what of a case is coded otherwise than it says."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from syria_events.coding.coder import code_article
from syria_events.model import Article, Claim, Report

KINDS = ("killed", "injured", "missing", "detained", "displaced")
NOT_EXPECTED = ("text", "title", "published", "language")
DATA = Path(__file__).parents[2] / "data"


def sets(language: str) -> list[Path]:
    """Return the files of a language's contrast sets."""
    return sorted((DATA / f"contrast_{language}").glob("*.toml"))


def cases(path: Path) -> list[dict[str, Any]]:
    """Return the cases of a set, each with its language."""
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    language = path.parent.name.removeprefix("contrast_")
    return [{"title": "", "published": found["published"], "language": language, **case} for case in found["cases"]]


def article(case: dict[str, Any]) -> Article:
    """Return the article of a case."""
    published = case["published"]
    when = datetime.combine(published, time(12), UTC) if isinstance(published, date) else None
    return Article("a", None, case["title"], case["text"], when, case["language"])


def faults(case: dict[str, Any]) -> list[str]:
    """Return what of a case is coded otherwise than it says, a line for each field; empty if all is well."""
    reports = code_article(article(case))
    expected = {key: value for key, value in case.items() if key not in NOT_EXPECTED}
    got = {key: _got(key, value, reports) for key, value in expected.items()}
    return [f"{key}: {got[key]!r}, not {value!r}" for key, value in expected.items() if got[key] != value]


def _got(key: str, value: Any, reports: tuple[Report, ...]) -> Any:
    actual = [report for report in reports if report.realis == "actual"]
    conflict = [report for report in actual if report.acled_event_type]
    if key in {"reports", "actual"}:
        return len(actual)
    if key == "conflict":
        return len(conflict)
    if key == "lead":
        return reports[0].realis if reports else None
    if key == "no_conflict":
        return not conflict
    if key == "cumulative_only":
        return all(claim.cumulative for report in actual for claim in report.casualties)
    if key == "no_sub":
        return [] if any(report.acled_sub_event_type in value for report in actual) else value
    if key == "actor1_any":
        return value if any(value in _groups(report, "actor1") for report in actual) else None
    first = next(iter(actual or reports), None)
    return _of_report(key, value, first) if first else "no report"


def _of_report(key: str, value: Any, report: Report) -> Any:
    place, credit = report.place, report.claimed_by
    simple = {
        "sub": lambda: report.acled_sub_event_type or "",
        "root": lambda: report.plover_root,
        "date": lambda: report.event_date.start,
        "no_date": lambda: report.event_date.start is None,
        "admin1": lambda: place and place.admin1_pcode,
        "admin1_null": lambda: place is None or place.admin1_pcode is None,
        "country": lambda: place and place.country,
        "place": lambda: place and place.name,
        "precision": lambda: place and place.precision,
        "null_place": lambda: place is None and bool(report.place_null_reason),
        "claimed_by": lambda: credit and credit.name,
        "no_claimed_by": lambda: credit is None,
        "status": lambda: credit and credit.status,
        "no_actor1": lambda: not _groups(report, "actor1"),
        "no_killed": lambda: not _claims(report, "killed"),
        "killed_none": lambda: not any(claim.best for claim in _claims(report, "killed")),
        "no_killed_of": lambda: value if value not in {c.best for c in _claims(report, "killed")} else None,
        "no_displaced": lambda: not _claims(report, "displaced"),
        "no_injured": lambda: not _claims(report, "injured"),
        "one_killed": lambda: len(_claims(report, "killed")) == 1,
    }
    if key in simple:
        return simple[key]()
    if key in {"actor1", "actor2", "actors"}:
        groups = _groups(report, "actor1") | _groups(report, "actor2") if key == "actors" else _groups(report, key)
        return value if set(value.split()) <= groups else " ".join(sorted(groups))
    if key in {"only_actor1", "only_actor2"}:
        return " ".join(sorted(_groups(report, key.removeprefix("only_"))))
    return _toll(key, value, report)


def _toll(key: str, value: int, report: Report) -> int | None:
    kind, _, bound = key.partition("_")
    assert kind in KINDS, f"unknown expectation {key!r}"
    bounds = [getattr(claim, bound or "best") for claim in _claims(report, kind)]
    return value if (None if value == -1 else value) in bounds else next(iter(bounds), None)


def _claims(report: Report, kind: str) -> list[Claim]:
    return [claim for claim in report.casualties if claim.kind == kind and not claim.cumulative]


def _groups(report: Report, role: str) -> set[str]:
    return {actor.group for actor in report.actors if actor.role == role}
