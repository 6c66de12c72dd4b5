"""Figures on short news of our own, in which every report is noted: what is coded too much counts as what is missed.

The articles are in `tests/data/news`, a file a language; its README says how they are written. Only conflict reports
count (with an ACLED type, realis actual), as only they become events of the dashboards. A report is right where its
type is one that the article allows; field figures are over right reports.

usage: python -m benchmarks.accuracy_news    (says what is wrong, article by article)
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from syria_events.coding.coder import code_article
from syria_events.coding.places import Gazetteer
from syria_events.model import Article, Report

NEWS = Path(__file__).parents[1] / "tests" / "data" / "news"
TOLLS = ("killed", "injured", "detained")


@dataclass(frozen=True, slots=True)
class Coded:
    """One article: what was to be coded, what was, and which of both belong together."""

    title: str
    wanted: list[dict[str, Any]]
    reports: list[Report]
    """Actual conflict reports, the lead first."""
    pairs: list[tuple[dict[str, Any], Report]]

    @property
    def has_right_lead(self) -> bool:
        """Whether the first report is of a type that the first one of the article allows."""
        return bool(self.reports) and self.reports[0].acled_sub_event_type in _any_of(self.wanted[0]["type"])


def code_news(path: Path, gazetteer: Gazetteer) -> Iterator[Coded]:
    """Code the articles of a file, `xx.toml` in language xx."""
    for number, item in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["item"]):
        article = Article(
            article_id=f"{path.stem}{number}",
            url="https://news.example.org/",
            title=item["title"],
            text=item["text"],
            published_at=item["published"],
            language=path.stem,
        )
        coded = sorted(code_article(article, gazetteer), key=lambda report: report.rank)
        reports = [report for report in coded if report.realis == "actual" and report.acled_event_type]
        yield Coded(item["title"], item["reports"], reports, _pairs(item["reports"], reports))


def news_figures(coded: list[Coded]) -> dict[str, float]:
    """Return precision and recall of reports, the share of right leads, and of right fields of right reports."""
    right = sum(len(article.pairs) for article in coded)
    told = [article for article in coded if article.wanted]
    fields = Counter(field for article in coded for pair in article.pairs for field in _held(*pair))
    return {
        "precision": right / max(sum(len(article.reports) for article in coded), 1),
        "recall": right / max(sum(len(article.wanted) for article in coded), 1),
        "lead": sum(article.has_right_lead for article in told) / max(len(told), 1),
        **{
            name: fields[name, True] / max(fields[name, True] + fields[name, False], 1)
            for name in sorted({name for name, _ in fields})
        },
    }


def faults(article: Coded) -> list[str]:
    """Say what is wrong with an article, in words for whoever mends the coder."""
    found = {id(report) for _, report in article.pairs}
    met = {id(wanted) for wanted, _ in article.pairs}
    return [
        *(f"too much: {_in_words(report)}" for report in article.reports if id(report) not in found),
        *(f"missed: {wanted}" for wanted in article.wanted if id(wanted) not in met),
        *(
            f"{name} of {_in_words(report)}, wanted {wanted.get(name)}"
            for wanted, report in article.pairs
            for name, holds in _held(wanted, report)
            if not holds
        ),
    ]


def _pairs(wanted: list[dict[str, Any]], reports: list[Report]) -> list[tuple[dict[str, Any], Report]]:
    """Give every report the wanted one of its type that it agrees with most."""
    left, pairs = list(wanted), []
    for report in reports:
        fitting = [one for one in left if report.acled_sub_event_type in _any_of(one["type"])]
        if fitting:
            best = max(fitting, key=lambda one: sum(holds for _, holds in _held(one, report)))
            left.remove(best)
            pairs.append((best, report))
    return pairs


def _held(wanted: dict[str, Any], report: Report) -> Iterator[tuple[str, bool]]:
    if "day" in wanted:
        day = report.event_date.start
        yield "day", bool(day) and day.isoformat() in _any_of(wanted["day"])
    yield "admin1", ((report.place.admin1_pcode if report.place else None) or "") in _any_of(wanted["admin1"])
    for role in ("actor1", "actor2"):
        groups = {actor.group for actor in report.actors if actor.role == role}
        if role in wanted:
            yield role, bool(groups & set(_any_of(wanted[role])))
    for kind in TOLLS:
        if kind in wanted:
            counts = [claim.best for claim in report.casualties if claim.kind == kind and not claim.cumulative]
            yield kind, wanted[kind] in counts or (None not in counts and sum(counts) == wanted[kind] and bool(counts))


def _any_of(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


def _in_words(report: Report) -> str:
    place = report.place.name if report.place else "nowhere"
    words = " … ".join(span.quote for span in report.evidence)
    return f"{report.acled_sub_event_type}, {place}, {report.event_date.start}: {words!r}"


def main() -> None:
    """Print every fault and the figures of each file."""
    gazetteer = Gazetteer.shipped()
    for path in sorted(NEWS.glob("*.toml")):
        coded = list(code_news(path, gazetteer))
        for article in coded:
            if found := faults(article):
                print(article.title, *found, sep="\n    ")
        print(path.stem, {name: round(figure, 2) for name, figure in news_figures(coded).items()}, "\n")


if __name__ == "__main__":
    main()
