"""How well the coder codes: its figures on human-coded articles, on the project's own news and its contrast sets.

Human-coded articles belong to others and lie outside the project with their scorers, in the directory that
`SYRIA_EVENTS_SHARED` names (default: `../shared` beside the checkout). Where they are absent, only the project's own
sets are measured. What is measured is a list: `accuracy_measures.csv`. Writes `accuracy.json` and `ACCURACY.md` beside
it.
"""

from __future__ import annotations

import csv
import json
import os
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.accuracy_gold import GOLD_SETS, gold_figures
from benchmarks.accuracy_judged import coded_reports, judged_figures, judged_reports
from benchmarks.accuracy_news import NEWS, code_news, news_figures
from syria_events.coding.places import Gazetteer
from tests.unit.coding import contrast

HERE = Path(__file__).parent
PROJECT = HERE.parent
UNITS = {"articles_per_cpu_second", "unjudged"}


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of `accuracy_measures.csv`; what is unknown is null."""

    set: str
    column: str
    asked: float | None
    aim: float | None
    floor: float | None
    human: str | None


def measures() -> list[Measure]:
    """Return what is measured, in the order of the table."""
    lines = [line for line in (HERE / "accuracy_measures.csv").read_text().splitlines() if not line.startswith("#")]
    return [
        Measure(
            row["set"],
            row["column"],
            *(float(row[name]) if row[name] else None for name in ("asked", "aim", "floor")),
            row["human"] or None,
        )
        for row in csv.DictReader(lines)
    ]


def contrast_share(language: str) -> float:
    """Return the share of a language's contrast cases that are coded as they say."""
    every = [case for path in contrast.sets(language) for case in contrast.cases(path)]
    return sum(not contrast.faults(case) for case in every) / len(every)


def figures(shared: Path) -> dict[str, dict[str, float]]:
    """Return set -> column -> figure, for every set that is present."""
    found = {f"contrast_{language}": {"cases_held": contrast_share(language)} for language in ("en", "ar")}
    for name, directory in (("news", NEWS), ("unseen_news", NEWS / "unseen")):
        for path in sorted(directory.glob("*.toml")):
            found[f"{name}_{path.stem}"] = news_figures(list(code_news(path, Gazetteer.shipped())))
    with tempfile.TemporaryDirectory() as scratch:
        for gold in GOLD_SETS:
            if (shared / "gold" / f"{gold.name}_gold.jsonl").is_file():
                found[gold.name] = gold_figures(gold, shared, Path(scratch))
                halves = judged_figures(judged_reports(gold.name), coded_reports(Path(scratch) / f"{gold.name}.jsonl"))
                found |= {f"{gold.name}_{half}": shares for half, shares in halves.items()}
    return found


def table(found: dict[str, dict[str, float]]) -> str:
    """Return the figures as a table in Markdown."""
    lines = ["| set | measure | measured | asked | aim | floor | two humans |", "|---|---|---|---|---|---|---|"]
    for measure in measures():
        value = found.get(measure.set, {}).get(measure.column)
        cells = (_number(measure, value), *(_number(measure, x) for x in (measure.asked, measure.aim, measure.floor)))
        lines.append(f"| {measure.set} | {measure.column} | {' | '.join(cells)} | {measure.human or ''} |")
    return "\n".join(lines) + "\n"


def _number(measure: Measure, value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:g}" if measure.column in UNITS else f"{value:.2f}"


def main() -> None:
    """Measure, print the table and write both files."""
    shared = Path(os.environ.get("SYRIA_EVENTS_SHARED") or PROJECT.parent / "shared")
    found = figures(shared)
    rows = [asdict(m) | {"measured": found.get(m.set, {}).get(m.column)} for m in measures()]
    (HERE / "accuracy.json").write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    text = table(found)
    (HERE / "ACCURACY.md").write_text(
        "# Accuracy of the coder\n\nWritten by `make accuracy`.\n\n" + text, encoding="utf-8"
    )
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
