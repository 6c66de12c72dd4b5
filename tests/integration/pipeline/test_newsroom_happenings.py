"""What the pipeline makes of the newsroom's best-known happenings, from feeds and pages to events."""

from __future__ import annotations

from collections.abc import Iterable

from syria_events.urls import canonical_url
from tests.integration.pipeline.conftest import Pipeline

STRIKE = "kanaker-strike"
MORNING, EVENING = "ain-issa-morning", "ain-issa-evening"


def links_to(told: Pipeline, *names: str) -> list[str]:
    """Addresses of the stories that are called so, whoever tells them."""
    items = told.newsroom.edition.items.values()
    return [str(canonical_url(item.url)) for item in items if item.story.story_id.partition("/")[2] in names]


def events_of(told: Pipeline, links: Iterable[str]) -> dict[str, set[str]]:
    """Event -> which of the articles behind these links have it for their lead."""
    listed = ", ".join(f"'{link}'" for link in links)
    events: dict[str, set[str]] = {}
    for event_id, url in told.query(
        f"SELECT DISTINCT event_id, url FROM mart.event_article WHERE rank = 1 AND url IN ({listed})"
    ):
        events.setdefault(str(event_id), set()).add(str(url))
    return events


def described(told: Pipeline, event_id: str, columns: str) -> tuple[object, ...]:
    (row,) = told.query(f"SELECT {columns} FROM mart.event WHERE event_id = '{event_id}'")
    return row


def test_strike_told_by_five_outlets_is_one_event(told: Pipeline) -> None:
    ((event_id, links),) = events_of(told, links_to(told, STRIKE)).items()
    assert len(links) == 5
    counted = "report_count, source_count, family_count, governorate, place_name, acled_sub_event_type"
    assert described(told, event_id, counted) == (5, 5, 4, "Rural Damascus", "Kanaker", "Air/drone strike")
    assert described(told, event_id, "killed_low, killed_best, killed_high") == (6, 7, 7)


def test_its_toll_was_revised_twice_and_the_revisions_name_the_reports(told: Pipeline) -> None:
    (event_id,) = events_of(told, links_to(told, STRIKE))
    revisions = told.query(
        "SELECT old, new, report_ids <> '' FROM mart.event_revision"
        f" WHERE event_id = '{event_id}' AND field LIKE 'toll.killed.all.%' AND old IS NOT NULL ORDER BY revision_id"
    )
    assert revisions == [("4", "6", True), ("6", "7", True)]


def test_wire_text_under_four_addresses_corroborates_nothing(told: Pipeline) -> None:
    links = links_to(told, "busayrah-ambush", "wire-busayrah")
    ((event_id, told_by),) = events_of(told, links).items()
    assert (len(links), len(told_by)) == (4, 4)
    assert described(told, event_id, "report_count, source_count, family_count, confidence") == (4, 4, 1, "C")


def test_two_strikes_on_one_town_and_day_stay_apart(told: Pipeline) -> None:
    morning = events_of(told, links_to(told, MORNING))
    evening = events_of(told, links_to(told, EVENING))
    assert (len(morning), len(evening)) == (1, 1)
    assert not morning.keys() & evening.keys()
    where = "event_start_date, place_name"
    assert described(told, *morning, where) == described(told, *evening, where)
    assert described(told, *evening, "source_count") == (2,)


def test_arabic_and_english_reports_of_one_strike_are_one_event(told: Pipeline) -> None:
    ((event_id, links),) = events_of(told, links_to(told, "depot-strike")).items()
    assert len(links) == 3
    languages = told.query(f"SELECT DISTINCT language FROM mart.event_article WHERE event_id = '{event_id}' ORDER BY 1")
    assert languages == [("ar",), ("en",)]
