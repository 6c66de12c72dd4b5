"""A press that tells what a test wants to hear: reports go through load and link as the coder's do."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from syria_events.coding.report_json import report_to_dict
from syria_events.events.linkable import LinkableReport
from syria_events.model import stable_id
from syria_events.pipeline.link import link_reports
from syria_events.pipeline.load import load
from syria_events.pipeline.work import STAGES, Work
from syria_events.settings import Settings
from syria_events.warehouse.checksum import checksums
from syria_events.warehouse.connection import Connection, transaction
from syria_events.warehouse.rows import Json, copy_rows

START = datetime(2021, 12, 12, 8, tzinfo=UTC)
LANDING = {"landing_file": "f", "landing_offset": 0, "landing_length": 1, "landing_sha256": "0"}


@dataclass
class Press:
    """One warehouse, and a clock that moves on by an hour at every edition."""

    dsn: str
    now: datetime = START
    editions: int = 0
    wordings: dict[str, int] = field(default_factory=dict)

    @property
    def settings(self) -> Settings:
        return Settings.from_environment({"AIRFLOW_CONN_WAREHOUSE": self.dsn})

    def publish(self, *reports: LinkableReport) -> str:
        """Bring out an edition: every article with these reports and no others, edited where it was there before."""
        with transaction(self.dsn, role=None) as connection:
            work = self.stage(connection, *reports)
        self.settle(work)
        return work.key

    def stage(self, connection: Connection, *reports: LinkableReport) -> Work:
        """Leave an edition where checking leaves its rows."""
        self.editions += 1
        self.now += timedelta(hours=1)
        work = Work.of_batch(f"edition-{self.editions}")
        articles: dict[str, list[LinkableReport]] = {}
        for report in reports:
            articles.setdefault(report.article_id, []).append(report)
        self._announce(connection, work, articles)
        for article_id, told in articles.items():
            self._write(connection, work, article_id, told)
        return work

    def settle(self, work: Work) -> None:
        """Load and link what is staged."""
        load(self.settings, work)
        link_reports(self.settings, work, now=self.now)

    def silence(self, article: LinkableReport) -> None:
        """Edit an article so that it tells nothing any more."""
        self.publish(replace(article, report=replace(article.report, realis="planned")))

    def query(self, command: str, **parameters: object) -> list[tuple]:
        with transaction(self.dsn, role=None) as connection, connection.cursor() as cursor:
            cursor.execute(command, parameters)
            return cursor.fetchall() if cursor.description else []

    def events(self) -> dict[str, frozenset[str]]:
        """Event id -> articles that tell it."""
        found = self.query("SELECT event_id, array_agg(DISTINCT article_id) FROM mart.bridge_event_report GROUP BY 1")
        return {event_id: frozenset(articles) for event_id, articles in found}

    def checksums(self) -> dict[str, tuple[int, str]]:
        with transaction(self.dsn) as connection:
            return checksums(connection)

    def _announce(self, connection: Connection, work: Work, articles: dict[str, list[LinkableReport]]) -> None:
        batch = {"batch_id": work.batch_id, "kind": "poll", "created_at": self.now}
        _insert(connection, "raw.batch", batch)
        for told in articles.values():
            source = {"feed_slug": told[0].source_code, "name": told[0].source_code, "url": "https://example.org"}
            _insert(
                connection,
                "raw.feed",
                source | {"scope": "syria", "family": told[0].family, "timezone": "UTC", "status": "enabled"},
            )
            fetch = {"feed_slug": told[0].source_code, "batch_id": work.batch_id, "started_at": self.now, "url": "x"}
            _insert(connection, "raw.fetch", fetch | {"outcome": "new", "entry_count": 1, "new_count": 1})
        run = {"work_key": work.key, "run_id": work.run_id, "stage": STAGES[STAGES.index("load") - 1]}
        _insert(connection, "raw.derivation", run)

    def _write(self, connection: Connection, work: Work, article_id: str, told: list[LinkableReport]) -> None:
        first, entry_id = told[0], stable_id("n", article_id)
        version = self.wordings[article_id] = self.wordings.get(article_id, 0) + 1
        body = "\n".join(" ".join(sorted(report.words)) for report in told)
        content_hash = stable_id("", article_id, version)
        _insert(
            connection,
            "raw.entry",
            {
                "entry_id": entry_id,
                "feed_slug": first.source_code,
                "identity": article_id,
                "first_seen_at": first.first_seen_at,
                "latest_version": version,
            },
        )
        entry = {"entry_id": entry_id, "version": version, "batch_id": work.batch_id, "seen_at": first.first_seen_at}
        texts = {"title": first.title, "summary": "", "content": "", "authors": (), "categories": ()}
        day = {"day": first.reported_at.date(), "content_hash": content_hash, "published_at": first.published_at}
        _insert(connection, "raw.entry_version", entry | texts | day | LANDING)
        derived = {
            "work_key": work.key,
            "entry_id": entry_id,
            "entry_version": version,
            "outcome": "loaded",
            "article_id": article_id,
            "content_hash": content_hash,
            "title": first.title or f"Title of {article_id}",
            "body": body,
            "fingerprint": content_hash,
            "language": first.language,
            "authors": (),
            "published_at": first.published_at,
            "url": f"https://example.org/{article_id.replace(' ', '-')}",
            "text_from": "page",
            "field_sources": Json({}),
            "relevance": "syria",
            "relevance_score": 1,
            "relevance_reasons": (),
            "coding_status": "coded",
            "code_version": "test",
        }
        _insert(connection, "raw.derived_article", derived)
        for report in told:
            _insert(connection, "raw.derived_report", derived_report(work, derived, report))


def derived_report(work: Work, article: dict[str, object], linkable: LinkableReport) -> dict[str, object]:
    """The row that coding writes for a report; its id is that of the made report and its wording."""
    report, place = linkable.report, linkable.report.place
    as_json = report_to_dict(report)
    names = ("rank", "realis", "plover_root", "plover_mode", "acled_event_type", "acled_sub_event_type")
    row = {name: as_json[name] for name in names}
    places = ("place_id", "admin1_pcode", "country", "lat", "lon")
    return row | {
        **{name: getattr(place, name) if place else None for name in places},
        "work_key": work.key,
        "report_id": f"{linkable.report_id} {article['entry_version']}",
        **{name: article[name] for name in ("entry_id", "entry_version", "article_id", "content_hash")},
        "event_start_date": report.event_date.start,
        "event_end_date": report.event_date.end,
        "date_precision": report.event_date.precision,
        "place_id": None,
        "place_name": place.name if place else None,
        "place_precision": place.precision if place else None,
        "place_null_reason": report.place_null_reason,
        "claimed_by_name": report.claimed_by.name if report.claimed_by else None,
        "claimed_by_status": report.claimed_by.status if report.claimed_by else None,
        "coder_version": "test",
        "evidence": Json([{"start": 0, "end": 5, "quote": "Title"}]),
        "actors": Json(as_json["actors"]),
        "casualties": Json(as_json["casualties"]),
    }


def _insert(connection: Connection, table: str, row: dict[str, object]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE fresh (LIKE " + table + " INCLUDING DEFAULTS) ON COMMIT DROP")
        cursor.execute("ALTER TABLE fresh DROP COLUMN IF EXISTS fetch_id")
        copy_rows(connection, "fresh", list(row), [list(row.values())])
        columns = ", ".join(row)
        cursor.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM fresh ON CONFLICT DO NOTHING")
        cursor.execute("DROP TABLE fresh")
