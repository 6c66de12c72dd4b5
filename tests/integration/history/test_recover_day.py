"""A missed day is found by whichever way the publisher offers, once, politely, and goes the way of every batch."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from syria_events.history.search import WAYS
from syria_events.landing.reading import read_record
from syria_events.model import LandingRef
from syria_events.pipeline.check import check
from syria_events.pipeline.code_articles import code_articles
from syria_events.pipeline.extract import extract
from syria_events.pipeline.fetch_pages import fetch_pages
from syria_events.pipeline.link import link_reports
from syria_events.pipeline.load import load
from syria_events.pipeline.poll import poll_due_feeds
from syria_events.pipeline.recover import Recovered, recover_day, recovery_of
from syria_events.pipeline.sweep import DEAD_AFTER, batches_to_hand_over
from syria_events.pipeline.work import Work, WorkError
from syria_events.settings import Settings
from syria_events.warehouse.checksum import checksums
from syria_events.warehouse.connection import transaction
from syria_events.warehouse.reference import write_reference
from tests.integration.history.past_publisher import Answer, PastPublisher, past_publisher

TODAY = datetime.now(UTC).date()
MISSED = TODAY - timedelta(days=6)


@dataclass
class Desk:
    """A deployment with the one feed of a publisher."""

    publisher: PastPublisher
    settings: Settings

    def recover(self, day: date = MISSED, run_id: str = "one", **chosen: object) -> Recovered:
        return recover_day(self.settings, Work(day=day, run_id=run_id), now=datetime.now(UTC), **chosen)

    def poll(self) -> None:
        poll_due_feeds(self.settings, now=datetime.now(UTC), all_feeds=True)

    def process(self, batch: Work) -> None:
        fetch_pages(self.settings, batch, now=datetime.now(UTC))
        for stage in (extract, code_articles, check, load):
            stage(self.settings, batch)
        link_reports(self.settings, batch, now=datetime.now(UTC))

    def query(self, command: str) -> list[tuple]:
        with transaction(self.settings.dsn, role=None) as connection, connection.cursor() as cursor:
            cursor.execute(command)
            return cursor.fetchall() if cursor.description else []

    def titles(self, day: date, found_by: str) -> set[str]:
        found = self.query(
            "SELECT title FROM raw.entry_version JOIN raw.entry USING (entry_id)"
            f" WHERE day = '{day}' AND found_by = '{found_by}'"
        )
        return {title for (title,) in found}

    def ways(self) -> dict[str, tuple[bool | None, str]]:
        return {w: (o, e) for w, o, e in self.query("SELECT way, is_offered, evidence FROM raw.feed_way")}

    def state(self) -> tuple[object, ...]:
        """Return all that a repetition must leave as it is."""
        with transaction(self.settings.dsn) as connection:
            derived = checksums(connection)
        return derived, *self.query(
            "SELECT (SELECT md5(string_agg(e::text, '' ORDER BY entry_id)) FROM raw.entry e),"
            " (SELECT md5(string_agg(v::text, '' ORDER BY entry_id, version)) FROM raw.entry_version v),"
            " (SELECT count(*) FROM raw.batch)"
        )


@contextmanager
def desk_at(dsn: str, *offers: str, scope: str = "syria") -> Iterator[Desk]:
    directory = Path(tempfile.mkdtemp(prefix="syria-past-"))
    with past_publisher(TODAY, *offers) as publisher:
        row = f"past,Past,{publisher.url}/feed/,en,{scope},enabled"
        (directory / "feeds.csv").write_text(f"slug,name,url,language,scope,status\n{row}\n")
        environment = {
            "AIRFLOW_CONN_WAREHOUSE": dsn,
            "SYRIA_EVENTS_ALLOW_PRIVATE": "127.0.0.0/8",
            "SYRIA_EVENTS_ARCHIVE": publisher.url,
            "SYRIA_EVENTS_FEEDS": str(directory / "feeds.csv"),
            "SYRIA_EVENTS_HOST_SECONDS": "0",
            "SYRIA_EVENTS_ONLY_OWN_FEEDS": "1",
            "SYRIA_EVENTS_PAGE_RETRY_SECONDS": "0",
            "SYRIA_EVENTS_VAR": str(directory),
        }
        yield Desk(publisher, Settings.from_environment(environment))
    shutil.rmtree(directory)


@pytest.mark.parametrize("way", WAYS)
def test_missed_day_is_found_by_the_way_that_is_offered(warehouse: str, way: str) -> None:
    with desk_at(warehouse, way) as desk:
        desk.poll()
        recovered = desk.recover()
        assert desk.titles(MISSED, way) == desk.publisher.of_day(MISSED)
        offered = {name for name, (is_offered, _) in desk.ways().items() if is_offered}
        assert offered == {way}
        assert recovered.counts["in_batch"] == recovered.counts["new"] >= 4
        before = desk.state()
        again = desk.recover(run_id="two")
        assert again.counts["new"] == again.counts["in_batch"] == 0
        assert desk.state() == before


def test_what_was_found_is_in_the_landing_as_it_came(warehouse: str) -> None:
    with desk_at(warehouse, "wordpress") as desk:
        desk.recover()
        (row,) = desk.query(
            "SELECT title, landing_file, landing_offset, landing_length, landing_sha256 FROM raw.entry_version LIMIT 1"
        )
        assert row[0].encode() in read_record(desk.settings.landing_url, LandingRef(*row[1:])).body
        bodies = desk.query("SELECT 1 FROM raw.recovery_request WHERE body_bytes > 0 AND landing_file IS NULL")
        assert bodies == []


def test_found_entries_become_events_and_the_counts_add_up(warehouse: str) -> None:
    write_reference(warehouse)
    with desk_at(warehouse, "wordpress") as desk:
        desk.recover()
        desk.process(recovery_of(Work(day=MISSED, run_id="one")))
        assert desk.query("SELECT is_conserved, pending FROM quality.batch_count") == [(True, 0)]
        assert desk.query("SELECT state, kind FROM raw.batch") == [("done", "recovery")]
        days = {day for (day,) in desk.query("SELECT event_start_date FROM core.event")}
        assert MISSED in days
        before = desk.state()
        desk.recover(run_id="two")
        for stage in (extract, code_articles, check, load):
            stage(desk.settings, Work(day=MISSED))
        link_reports(desk.settings, Work(day=MISSED), now=datetime.now(UTC))
        assert desk.state() == before


def test_link_that_a_poll_has_brought_is_not_doubled(warehouse: str) -> None:
    with desk_at(warehouse, "wordpress") as desk:
        desk.poll()  # with guids that the REST interface does not give
        yesterday = TODAY - timedelta(days=1)
        desk.recover(yesterday)
        assert desk.titles(yesterday, "wordpress") == set()
        assert desk.query("SELECT canonical_url FROM raw.entry_version GROUP BY 1 HAVING count(*) > 1") == []


def test_entries_of_other_days_are_kept_under_their_own(warehouse: str) -> None:
    with desk_at(warehouse, "archive") as desk:
        desk.recover()
        for back in range(1, 7):
            day = TODAY - timedelta(days=back)
            assert desk.titles(day, "archive") == desk.publisher.of_day(day)


def test_publisher_is_asked_no_more_once_the_day_is_covered(warehouse: str) -> None:
    with desk_at(warehouse, "wordpress", "paged", "archive", "sitemap", "wayback") as desk:
        desk.recover()
        assert desk.publisher.paths() == ["/robots.txt", "/wp-json/wp/v2/posts"]


def test_way_that_is_not_offered_is_not_tried_again_for_a_month(warehouse: str) -> None:
    with desk_at(warehouse, "paged") as desk:
        desk.recover()
        assert "/wp-json/wp/v2/posts" in desk.publisher.paths()
        desk.publisher.asked.clear()
        desk.recover(run_id="two")
        assert "/wp-json/wp/v2/posts" not in desk.publisher.paths()
        desk.recover(run_id="three", ways=["wordpress"])
        assert "/wp-json/wp/v2/posts" in desk.publisher.paths()
        desk.publisher.asked.clear()
        desk.query("UPDATE raw.feed_way SET seen_at = seen_at - interval '31 days'")
        desk.recover(run_id="four")
        assert "/wp-json/wp/v2/posts" in desk.publisher.paths()


def test_robots_are_obeyed(warehouse: str) -> None:
    with desk_at(warehouse, *WAYS) as desk:
        desk.publisher.robots = "User-agent: *\nDisallow: /\n"
        recovered = desk.recover()
        # the feed itself is published for polling
        assert set(desk.publisher.paths()) <= {"/robots.txt", "/feed/"}
        assert [path for path in desk.publisher.asked if "paged" in path] == []
        assert "robots.txt forbids" in desk.ways()["wordpress"][1]
        assert recovered.counts["new"] == 4


def lies() -> dict[str, Answer]:
    page = (200, "text/html", b"<html><body>Welcome</body></html>")
    huge = b"<urlset>" + b"<url><loc>https://x.example/1</loc></url>" * 400_000 + b"</urlset>"
    return {
        "html": page,
        "forbidden": (403, "text/html", b"no"),
        "down": (503, "text/html", b"later"),
        "huge": (200, "text/xml", huge),
        "wrong": (200, "application/json", b'[{"link": "http://127.0.0.1:9/x", "date_gmt": "1999-01-01T00:00:00"}]'),
        "nul": (
            200,
            "application/json",
            b'[{"link": "http://127.0.0.1:9/\\u0000x", "title": {"rendered": "\\ud800"}}]',
        ),
    }


@pytest.mark.parametrize("lie", lies())
def test_publisher_that_lies_costs_a_few_requests_and_stops_nobody(warehouse: str, lie: str) -> None:
    with desk_at(warehouse, "archive") as desk:
        answer = lies()[lie]
        for path in ("/wp-json/wp/v2/posts", "/archive/2", "/sitemap.xml", "/news-sitemap.xml", "/cdx/search/cdx"):
            desk.publisher.answers[path] = lambda _: answer
        desk.recover()
        assert len(desk.publisher.asked) < 20
        assert desk.query("SELECT 1 FROM raw.entry WHERE found_by NOT IN ('archive', 'wordpress')") == []
        assert len(desk.titles(TODAY - timedelta(days=2), "archive")) == 4  # read before the lie
        before = desk.state()
        desk.recover(run_id="two")
        assert desk.state() == before


def test_unknown_feeds_and_ways_and_days_to_come_are_named(warehouse: str) -> None:
    with desk_at(warehouse) as desk:
        with pytest.raises(WorkError, match=r"nowhere: no such feed; `syria-events feeds list`"):
            desk.recover(slugs=["past", "nowhere"])
        with pytest.raises(WorkError, match=r"dowsing: no such way; there are wordpress"):
            desk.recover(ways=["dowsing"])
        with pytest.raises(WorkError, match="lies in the future"):
            Work.of_day(str(TODAY + timedelta(days=1)), today=TODAY)


def test_run_that_dies_after_its_search_is_swept(warehouse: str) -> None:
    with desk_at(warehouse, "wordpress") as desk:
        recovered = desk.recover()
        now = datetime.now(UTC)
        assert batches_to_hand_over(desk.settings, now=now) == []
        assert batches_to_hand_over(desk.settings, now=now + DEAD_AFTER) == [recovered.batch_id]


def test_repeated_attempt_of_a_run_goes_on_with_its_batch(warehouse: str) -> None:
    with desk_at(warehouse, "wordpress") as desk:
        first = desk.recover()
        again = desk.recover()
        assert again.counts["new"] == 0
        assert again.counts["in_batch"] == first.counts["new"]
        desk.recover(MISSED - timedelta(days=5))
        assert desk.query("SELECT count(*) FROM raw.batch") == [(2,)]


def test_searches_and_polls_at_once_store_each_entry_once(warehouse: str) -> None:
    with desk_at(warehouse, "paged", "wordpress") as desk:
        errors: list[Exception] = []

        def guarded(action, *arguments) -> None:
            try:
                action(*arguments)
            except Exception as error:
                errors.append(error)

        yesterday = TODAY - timedelta(days=1)
        tasks = [(desk.poll,), (desk.recover, yesterday, "a"), (desk.recover, yesterday, "b"), (desk.recover, MISSED)]
        threads = [threading.Thread(target=guarded, args=task) for task in tasks]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert errors == []
        double = "SELECT canonical_url FROM raw.entry_version JOIN raw.entry USING (entry_id) WHERE found_by <> 'poll'"
        assert desk.query(f"{double} GROUP BY 1 HAVING count(*) > 1") == []
        seen = desk.query(
            "SELECT (SELECT count(*) FROM raw.entry_version),"
            " (SELECT sum(new_count) FROM raw.fetch) + (SELECT sum(new_count) FROM raw.recovery_request)"
        )
        assert seen[0][0] == seen[0][1]


def test_section_of_a_site_is_not_filled_with_the_whole_site(warehouse: str) -> None:
    with desk_at(warehouse, "wordpress") as desk:
        section = Path(desk.settings.feeds_file or "").read_text().replace("/feed/,", "/category/syria/feed/,")
        Path(desk.settings.feeds_file or "").write_text(section)
        desk = replace(desk)
        desk.recover()
        assert "shows the whole site" in desk.ways()["wordpress"][1]
        assert desk.query("SELECT count(*) FROM raw.entry") == [(0,)]
