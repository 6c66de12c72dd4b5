"""Figures on human-coded articles, by the scorers that come with them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

from syria_events.coding.article_lines import read_articles
from syria_events.coding.coder import CODER_VERSION, code_article
from syria_events.coding.places import Gazetteer
from syria_events.coding.places.importing import import_gazetteer
from syria_events.coding.report_json import report_to_dict

_REPORTS_HEAD = "conflict reports, actual"


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Articles with gold. `imported`: measured with the full gazetteer that lies beside the gold."""

    name: str
    language: str
    scorer: str
    imported: bool = False


GOLD_SETS = (
    GoldSet("lead_dev", "en", "score_lead.py"),
    GoldSet("reports_dev", "en", "score_reports.py"),
    GoldSet("incident_dev_en", "en", "score_lead.py", imported=True),
    GoldSet("incident_dev_ar", "ar", "score_lead.py", imported=True),
)


def gold_figures(gold: GoldSet, shared: Path, scratch: Path) -> dict[str, float]:
    """Code the articles of a set into `scratch`, score them and return column -> figure, the speed among them."""
    places = _imported(shared, scratch) if gold.imported else Gazetteer.shipped()
    folder = shared / "gold"
    predictions = scratch / f"{gold.name}.jsonl"
    speed = _code(folder / f"{gold.name}_articles.jsonl", gold.language, places, predictions)
    command = [sys.executable, str(folder / gold.scorer), str(predictions), str(folder / f"{gold.name}_gold.jsonl")]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    parse = parse_reports if gold.scorer == "score_reports.py" else parse_lead
    return {**parse(printed), "articles_per_cpu_second": round(speed, 1)}


def _imported(shared: Path, scratch: Path) -> Gazetteer:
    if not (scratch / "places.tsv.gz").exists():
        import_gazetteer((shared / "gazetteer",), scratch)
    return Gazetteer.shipped().with_import(scratch)


def _code(articles: Path, language: str, places: Gazetteer, predictions: Path) -> float:
    """Write the reports of each article; return articles per CPU second, tables and code loaded before."""
    with articles.open(encoding="utf-8") as lines:
        told = [replace(article, language=language) for article in read_articles(lines)]
    code_article(told[0], places)
    start = time.process_time()
    coded = [(article.article_id, code_article(article, places)) for article in told]
    speed = len(told) / (time.process_time() - start)
    with predictions.open("w", encoding="utf-8") as out:
        for article_id, reports in coded:
            row = {"article_id": article_id, "coder_version": CODER_VERSION, "reports": [*map(report_to_dict, reports)]}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return speed


def parse_lead(printed: str) -> dict[str, float]:
    """Return field -> share right in the lead report, from what `score_lead.py` prints."""
    return {
        match[1]: float(match[2]) for match in re.finditer(r"^(\w+) +\d+ +(\d\.\d+) +\d\.\d+$", printed, re.MULTILINE)
    }


def parse_reports(printed: str) -> dict[str, float]:
    """Return F1 and the shares of the actual conflict reports, from what `score_reports.py` prints."""
    blocks = re.split(r"^(?=\S)", printed, flags=re.MULTILINE)
    block = next(block for block in blocks if block.startswith(_REPORTS_HEAD))
    f1 = re.search(r"F1 (\d\.\d+)", block)
    fields = re.findall(r"^ +(\w+) +(\d\.\d+)$", block, re.MULTILINE)
    return {"f1": float(f1[1]) if f1 else 0.0, **{name: float(value) for name, value in fields}}
