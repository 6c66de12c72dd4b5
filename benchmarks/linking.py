"""How well and how fast reports become events.

Quality: articles of 2021 on civilian harm, in Arabic and English, whose human coders noted which tell one incident.
They are coded and linked together and scored with the gold's own scorer (pairwise and B-cubed), whole and by halves.
An article also tells of other days' happenings; linking these to their own reports is right, but counts as wrong in the
pairwise figures.
Speed: 10,000 made reports of one quarter.

usage: python -m benchmarks.linking [DIRECTORY OF AN IMPORTED GAZETTEER]
The gold is read from the directory in SYRIA_EVENTS_SHARED (default: ../shared beside the checkout).
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from syria_events.articles.duplicates import Text, find_copies
from syria_events.coding.coder import code_article
from syria_events.coding.places import default_gazetteer
from syria_events.events.linkable import LinkableReport, linkable
from syria_events.events.linking import link
from syria_events.events.words import words_of
from syria_events.model import Actor, Article, Claim, EventDate, Place, Report, stable_id

SHARED = Path(os.environ.get("SYRIA_EVENTS_SHARED", Path(__file__).resolve().parents[2] / "shared"))
SETS = ("incident_dev_ar", "incident_dev_en")
ASKED = "asked: pairwise F1 0.50 (aim 0.70), B-cubed F1 0.75; text similarity alone: pairwise F1 0.15"
MADE = 10_000
QUARTER = 90


def main(gazetteer_directory: str | None = None) -> None:
    """Print figures beside those asked."""
    gold = SHARED / "gold"
    if gold.is_dir():
        articles = {name: list(_articles(gold / f"{name}_articles.jsonl")) for name in SETS}
        directory = Path(gazetteer_directory) if gazetteer_directory else None
        reports = _code([article for found in articles.values() for article in found], directory)
        for title, told in _parts(articles, gold):
            print(f"\n{title}\n{_score(told, reports, gold)}")
        print(ASKED)
    else:
        print(f"no gold at {gold}: set SYRIA_EVENTS_SHARED to measure quality")
    made = list(_made_reports())
    began, worked = time.perf_counter(), time.process_time()
    events = {found.cluster for found in link(made)}
    took, work = time.perf_counter() - began, time.process_time() - worked
    print(f"\n{len(made):,} made reports of {QUARTER} days into {len(events):,} events")
    print(f"{took:.1f} s, of them {work:.1f} s on one core (asked: < 10 s)")


def _articles(path: Path) -> Iterator[Article]:
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        published = datetime.fromisoformat(row["published_at"]).replace(tzinfo=UTC)
        yield Article(row["article_id"], row["url"], row["title"], row["text"], published, row["language"])


def _code(articles: Sequence[Article], gazetteer_directory: Path | None) -> dict[str, list[LinkableReport]]:
    """Article id -> its actual reports, lead first."""
    gazetteer = default_gazetteer(gazetteer_directory)
    texts = [Text(a.article_id, a.text, _host(a), _host(a), a.published_at, a.language) for a in articles]
    originals = {copy.article_id: copy.original_article_id for copy in find_copies(texts)}
    coded: dict[str, list[LinkableReport]] = {}
    for article in articles:
        actual = [report for report in code_article(article, gazetteer) if report.realis == "actual"]
        coded[article.article_id] = [
            linkable(
                report,
                article,
                report_id=stable_id("r", article.article_id, report.rank),
                source_code=_host(article),
                family=_host(article),
                original_article_id=originals.get(article.article_id),
                first_seen_at=article.published_at,
            )
            for report in sorted(actual, key=lambda report: report.rank)
        ]
    return coded


def _host(article: Article) -> str:
    return urlparse(article.url).hostname or "unknown"


def _parts(articles: dict[str, list[Article]], gold: Path) -> Iterator[tuple[str, list[Article]]]:
    """All articles, those of each language, and the halves of the incidents in time: what was fitted shows there."""
    everything = [article for name in SETS for article in articles[name]]
    incident_of = {row["article_id"]: row["incident"] for row in _gold_rows(gold)}
    first: dict[str, datetime] = {}
    for article in sorted(everything, key=lambda article: article.published_at):
        first.setdefault(incident_of[article.article_id], article.published_at)
    early = set(sorted(first, key=lambda incident: (first[incident], incident))[: len(first) // 2])
    yield " and ".join(SETS), everything
    yield from articles.items()
    yield "earlier half of the incidents", [a for a in everything if incident_of[a.article_id] in early]
    yield "later half of the incidents", [a for a in everything if incident_of[a.article_id] not in early]


def _gold_rows(gold: Path) -> list[dict[str, Any]]:
    return [json.loads(row) for name in SETS for row in (gold / f"{name}_gold.jsonl").read_text("utf-8").splitlines()]


def _score(told: Sequence[Article], reports: dict[str, list[LinkableReport]], gold: Path) -> str:
    ids = [article.article_id for article in told]
    event_of = {found.report_id: found.cluster for found in link([r for i in ids for r in reports[i]])}
    with tempfile.TemporaryDirectory() as directory:
        links, truth = Path(directory) / "links.jsonl", Path(directory) / "gold.jsonl"
        _write(links, ({"article_id": i, "event_ids": [event_of[r.report_id] for r in reports[i]]} for i in ids))
        _write(truth, (row for row in _gold_rows(gold) if row["article_id"] in set(ids)))
        command = [sys.executable, str(gold / "score_links.py"), str(links), str(truth)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")


def _made_reports() -> Iterator[LinkableReport]:
    """Happenings in 600 towns, some far more often hit than others, each told by one to six articles."""
    dice = random.Random(1)
    towns = [_town(dice, number) for number in range(600)]
    number = 0
    while number < MADE:
        town, day = towns[min(599, int(dice.paretovariate(0.8)) - 1)], date(2016, 2, 1)
        day += timedelta(dice.randrange(QUARTER))
        names = [_name(dice) for _ in range(12)]
        for _ in range(dice.choice([1, 1, 1, 2, 3, 6])):
            yield _made_report(dice, number, town, day, names)
            number += 1


def _town(dice: random.Random, number: int) -> Place:
    admin1 = f"SY{dice.randint(1, 14):02}"
    return Place(f"t{number}", admin1, "SY", dice.uniform(32.5, 37), dice.uniform(36, 41.5), 1, 0, 1, f"t{number}")


def _made_report(dice: random.Random, number: int, town: Place, day: date, names: list[str]) -> LinkableReport:
    sub_type = dice.choice(["Air/drone strike", "Air/drone strike", "Shelling/artillery/missile attack", "Armed clash"])
    battle = sub_type == "Armed clash"
    toll = dice.randint(0, 12)
    place = town if dice.random() < 0.8 else Place(town.admin1_pcode, town.admin1_pcode, "SY", None, None, 3)
    report = Report(
        rank=dice.choice([1, 1, 2, 3]),
        evidence=(),
        realis="actual",
        plover_root="ASSAULT",
        plover_mode=None,
        acled_event_type="Battles" if battle else "Explosions/Remote violence",
        acled_sub_event_type=sub_type,
        event_date=EventDate(day, day, "day"),
        actors=(Actor("actor1", "", dice.choice(["russia", "syrian_government", "opposition"]), 0, 0),),
        place=place,
        casualties=(Claim("killed", "unknown", toll, toll, toll, False, None, 0, 0),),
    )
    told = datetime(day.year, day.month, day.day, dice.randrange(24), tzinfo=UTC)
    words = words_of(" ".join(dice.sample(names, 6) + [_name(dice) for _ in range(20)]))
    own = f"a{number}"
    language = dice.choice(["en", "ar"])
    return LinkableReport(f"r{number}", own, own, own, None, language, told, told, report.rank, "", words, report)


def _name(dice: random.Random) -> str:
    return "".join(dice.choices("abdfhjklmnrstz", k=4))


if __name__ == "__main__":
    main(*sys.argv[1:2])
