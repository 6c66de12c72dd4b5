"""Summary tables say what the events say, after everything that can happen to events."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from syria_events.pipeline.rule_events import join_events
from syria_events.pipeline.summaries import STATEMENTS
from tests.integration.marts.press import Press
from tests.unit.events.made_reports import DAY, killed, made, town

SAME = {"claims": (killed(3), killed(5, kind="injured")), "sufferer": "civilians"}
WORDS = ("Rima Salloum bakery quarter", "Rima Salloum minibus orchard tower", "Rima Salloum tractor farm Khaled")
TABLES = [clear.removeprefix("mart/clear_") for clear, _ in STATEMENTS]


def strays(press: Press) -> dict[str, list[tuple]]:
    """Rows that a summary has too many or too few."""
    return {
        name: press.query(
            f"(TABLE mart.summary_{name} EXCEPT TABLE core.{name})"
            f" UNION ALL (TABLE core.{name} EXCEPT TABLE mart.summary_{name})"
        )
        for name in TABLES
    }


@pytest.fixture
def told(press: Press) -> Press:
    press.publish(
        made("a", text=WORDS[0], **SAME),
        made("b", hour=10, text=WORDS[1], **SAME),
        made("far", place=town("Tafas"), day=DAY - timedelta(days=1), claims=(killed(2),)),
        made("abroad", nowhere=True, sub_type="Armed clash", sufferer="sdf"),
        made("undated", day=None, sub_type="Peaceful protest", root="PROTEST", place=town("Ariha")),
    )
    return press


def test_they_agree_after_loading(told: Press) -> None:
    assert strays(told) == {name: [] for name in TABLES}
    assert all(told.query(f"SELECT count(*) > 0 FROM mart.summary_{name}") == [(True,)] for name in TABLES)


def test_they_agree_after_an_event_moved_to_another_day(told: Press) -> None:
    told.publish(made("far", place=town("Tafas"), day=DAY, claims=(killed(9),)))
    assert strays(told) == {name: [] for name in TABLES}
    assert told.query("SELECT * FROM mart.daily_event WHERE event_date = %(day)s", day=DAY - timedelta(days=1)) == []


def test_they_agree_after_an_event_is_gone_and_after_a_join(told: Press) -> None:
    told.silence(made("abroad", nowhere=True, sub_type="Armed clash"))
    assert strays(told) == {name: [] for name in TABLES}
    two = told.query("SELECT event_id FROM mart.event WHERE place_name IN ('Yaqoubiya', 'Tafas')")
    join_events(told.settings, [event_id for (event_id,) in two], now=told.now)
    assert strays(told) == {name: [] for name in TABLES}


def test_tolls_are_added_up_with_their_ranges(told: Press) -> None:
    told.publish(made("c", hour=18, claims=(killed(7),), text=WORDS[2], sufferer="civilians"))
    tolls = "SELECT killed_low, killed_best, killed_high, injured_best FROM mart.daily_governorate"
    rows = told.query(f"{tolls} WHERE governorate = 'Idleb'")
    assert rows == [(3, 7, 7, 5)]
    tolls = "SELECT low, best, high FROM mart.daily_toll WHERE (kind, victims) = ('killed', 'civilian')"
    low_best_high = told.query(f"{tolls} AND governorate = 'Idleb'")
    assert low_best_high == [(3, 7, 7)]


def test_what_happened_outside_the_governorates_counts_in_the_whole_alone(told: Press) -> None:
    outside = "SELECT sum(event_count) FROM mart.{} WHERE event_type_code = 'Armed clash'"
    assert told.query(outside.format("daily_event")) == [(1,)]
    assert told.query(outside.format("daily_governorate")) == [(None,)]


def test_dyads_are_told_by_month(told: Press) -> None:
    named = "month_date, actor1_name, actor2_name, event_count, killed_best"
    dyads = told.query(f"SELECT {named} FROM mart.monthly_dyad ORDER BY 3")
    assert dyads == [
        (date(2021, 12, 1), "Russia", "Civilians", 1, 3),
        (date(2021, 12, 1), "Russia", "Syrian Democratic Forces", 1, None),
    ]


def test_sources_are_told_by_what_they_tell_first_and_alone(told: Press) -> None:
    found = told.query(
        "SELECT source_code, event_count, corroborated_count, alone_count, first_count FROM mart.daily_source"
        " WHERE event_date = %(day)s ORDER BY 1",
        day=DAY,
    )
    assert found == [("a", 1, 1, 0, 1), ("abroad", 1, 0, 1, 1), ("b", 1, 1, 0, 0)]
