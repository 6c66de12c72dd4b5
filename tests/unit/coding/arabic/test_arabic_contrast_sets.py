"""The contrast sets in `tests/data/contrast_ar`: each case is checked as a whole; a small share may still fail."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from syria_events.coding.arabic import code
from syria_events.coding.places import default_gazetteer
from syria_events.model import Article, Claim, Report

SETS = sorted((Path(__file__).parents[3] / "data" / "contrast_ar").glob("*.toml"))
ASKED_TOTAL = 0.97
KINDS = ("killed", "injured", "missing", "detained", "displaced")


def cases(path: Path) -> list[dict[str, Any]]:
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    return [{"published": found["published"], **case} for case in found["case"]]


def coded(case: dict[str, Any]) -> tuple[Report, ...]:
    published = datetime.combine(case["published"], time(12), UTC)
    article = Article("a", None, case.get("title", ""), case["text"], published, "ar")
    reports = code(article, default_gazetteer())
    for report in reports:
        _assert_offsets(article.full_text, report)
    return reports


def _assert_offsets(text: str, report: Report) -> None:
    """Evidence, actors, place and claims stand where the report says, in the text as stored."""
    assert all(text[span.start : span.end] == span.quote for span in report.evidence)
    assert all(text[actor.start : actor.end] == actor.name for actor in report.actors)
    assert all(text[claim.start : claim.end].strip() for claim in report.casualties)
    if report.place and report.place.start is not None:
        assert text[report.place.start : report.place.end].strip()


def faults(case: dict[str, Any]) -> list[str]:
    """What of a case is coded otherwise than it says."""
    reports = coded(case)
    actual = [report for report in reports if report.realis == "actual"]
    expected = {key: value for key, value in case.items() if key not in {"text", "title", "published"}}
    found = []
    for key, value in expected.items():
        got = _got(key, case, reports, actual)
        if got != value:
            found.append(f"{key}: {got!r}, not {value!r}")
    return found


def _got(key: str, case: dict[str, Any], reports: tuple[Report, ...], actual: list[Report]) -> Any:
    if key in {"reports", "actual"}:
        return len(actual)
    if key == "lead":
        return reports[0].realis if reports else None
    if key == "no_conflict":
        return not any(report.acled_event_type for report in actual)
    if key == "cumulative_only":
        return all(claim.cumulative for report in actual for claim in report.casualties)
    if key == "no_sub":
        return [] if any(report.acled_sub_event_type in case[key] for report in actual) else case[key]
    first = next(iter(actual or reports), None)
    return _of_report(key, case[key], first) if first else "no report"


def _of_report(key: str, value: Any, report: Report) -> Any:
    place = report.place
    simple = {
        "sub": lambda: report.acled_sub_event_type or "",
        "root": lambda: report.plover_root,
        "date": lambda: report.event_date.start,
        "admin1": lambda: place and place.admin1_pcode,
        "country": lambda: place and place.country,
        "claimed_by": lambda: report.claimed_by and report.claimed_by.name,
        "status": lambda: report.claimed_by and report.claimed_by.status,
        "no_actor1": lambda: not _groups(report, "actor1"),
        "no_killed": lambda: not _claims(report, "killed"),
        "no_injured": lambda: not _claims(report, "injured"),
        "no_displaced": lambda: not _claims(report, "displaced"),
        "one_killed": lambda: len(_claims(report, "killed")) == 1,
    }
    if key in simple:
        return simple[key]()
    if key == "place":
        return value if place and place.name else None
    if key in {"actor1", "actor2"}:
        wanted = value.split()
        return value if set(wanted) <= _groups(report, key) else " ".join(sorted(_groups(report, key)))
    if key in {"only_actor1", "only_actor2"}:
        return " ".join(sorted(_groups(report, key.removeprefix("only_"))))
    if key == "actors":
        groups = _groups(report, "actor1") | _groups(report, "actor2")
        return value if set(value.split()) <= groups else " ".join(sorted(groups))
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


def test_there_are_enough_cases() -> None:
    assert sum(len(cases(path)) for path in SETS) >= 150


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_nine_of_ten_cases_of_each_set_hold(path: Path) -> None:
    wrong = {case["text"]: found for case in cases(path) if (found := faults(case))}
    assert len(wrong) <= len(cases(path)) / 10, "\n".join(f"{text}\n    {found}" for text, found in wrong.items())


def test_nearly_all_cases_hold() -> None:
    every = [case for path in SETS for case in cases(path)]
    wrong = [case["text"] for case in every if faults(case)]
    assert 1 - len(wrong) / len(every) >= ASKED_TOTAL, "\n".join(wrong)


def test_date_type_of_cases() -> None:
    assert all(isinstance(case["published"], date) for path in SETS for case in cases(path))
