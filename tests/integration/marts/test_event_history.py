"""Events live on: ids outlive edits, every change is noted with its reason, and the past can be asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from syria_events.pipeline.event_rows import read_events
from syria_events.warehouse.connection import transaction
from tests.integration.marts.press import Press
from tests.unit.events.made_reports import killed, made, town

STRIKE = {"claims": (killed(3),), "text": "Rima Salloum bakery"}


SHOWN = "event_id, killed_best, actor1_groups, report_count"


def as_of(press: Press, moment: object) -> list[tuple]:
    return press.query(f"SELECT {SHOWN} FROM mart.event_as_of(%(moment)s) ORDER BY 1", moment=moment)


def now_as_of(press: Press) -> list[tuple]:
    return press.query(f"SELECT {SHOWN} FROM mart.event ORDER BY 1")


def test_edited_article_keeps_its_event(press: Press) -> None:
    press.publish(made("a", **STRIKE))
    (event_id,) = press.events()
    press.publish(made("edited", article="article a", text="Rima Salloum bakery", claims=(killed(5),)))
    assert set(press.events()) == {event_id}
    assert press.query("SELECT killed_best FROM mart.event") == [(5,)]
    assert press.query("SELECT * FROM core.event_tombstone") == []


def test_edit_that_tells_something_else_makes_another_event(press: Press) -> None:
    press.publish(made("a", **STRIKE))
    (event_id,) = press.events()
    press.publish(made("b", article="article a", sub_type="Peaceful protest", root="PROTEST", place=town("Tafas")))
    (other,) = press.events()
    assert other != event_id
    changes = press.query("SELECT event_id, field, new FROM mart.event_revision WHERE field = 'event_id' ORDER BY 1, 3")
    assert (event_id, "event_id", None) in changes


def test_revision_says_what_changed_and_which_report_did_it(press: Press) -> None:
    press.publish(made("a", **STRIKE))
    press.publish(made("b", hour=15, claims=(killed(4),), text="Rima Salloum bakery"))
    (event_id,) = press.events()
    revised = press.query(
        "SELECT field, old, new, report_ids FROM mart.event_revision WHERE revised_at = %(now)s AND field LIKE ANY"
        " (ARRAY['toll%%high', 'report_count'])  AND event_id = %(event_id)s ORDER BY field",
        now=press.now,
        event_id=event_id,
    )
    assert revised == [
        ("report_count", "1", "2", "b 1"),
        ("toll.killed.all.high", "3", "4", "b 1"),
        ("toll.killed.civilian.high", "3", "4", "b 1"),
    ]


def test_new_event_is_noted_with_its_id_and_tolls_alone(press: Press) -> None:
    press.publish(made("a", **STRIKE))
    fields = {field for (field,) in press.query("SELECT field FROM mart.event_revision")}
    assert {field.split(".")[0] for field in fields} == {"event_id", "toll"}


def test_repetition_changes_and_notes_nothing(press: Press) -> None:
    press.publish(made("a", **STRIKE), made("b", hour=10, **STRIKE), made("far", place=town("Tafas")))
    before, noted = press.checksums(), press.query("SELECT count(*) FROM core.event_revision")
    press.query(
        "INSERT INTO core.unsettled_day SELECT DISTINCT event_start_date FROM core.report;"
        "INSERT INTO raw.derivation (work_key, run_id, stage) VALUES ('day:2021-12-11', 'by hand', 'load')"
    )
    from datetime import date

    from syria_events.pipeline.link import link_reports
    from syria_events.pipeline.work import Work

    link_reports(press.settings, Work(day=date(2021, 12, 11)), now=press.now)
    assert press.checksums() == before
    assert press.query("SELECT count(*) FROM core.event_revision") == noted


def test_stored_event_is_the_event_that_was_written(press: Press) -> None:
    from syria_events.events.revision import changes

    press.publish(made("a", doer="russia", sufferer="civilians", **STRIKE))
    press.publish(made("b", hour=12, doer="syrian_government", claims=(killed(12),), text="Rima Salloum bakery"))
    with transaction(press.dsn) as connection:
        stored = read_events(connection, list(press.events()))
        again = read_events(connection, list(press.events()))
    assert stored
    for event_id, event in stored.items():
        assert changes(event, again[event_id]) == ()


def test_the_past_is_as_it_was(press: Press) -> None:
    states = []
    editions = [
        [made("a", **STRIKE)],
        [made("b", hour=12, doer="syrian_government", **STRIKE), made("far", place=town("Tafas"))],
        [made("a", article="article a", text="Rima Salloum bakery", claims=(killed(7),), doer="turkey")],
    ]
    for edition in editions:
        press.publish(*edition)
        states.append((press.now, now_as_of(press)))
    press.silence(made("far", place=town("Tafas")))
    states.append((press.now, now_as_of(press)))
    assert len({str(state) for _, state in states}) == len(states)
    for moment, state in states:
        assert as_of(press, moment) == state
    assert as_of(press, states[0][0] - timedelta(seconds=1)) == []


def test_event_that_went_and_came_back_was_not_there_in_between(press: Press) -> None:
    strike = made("a", **STRIKE)
    press.publish(strike)
    there = (press.now, now_as_of(press))
    press.silence(strike)
    gone = press.now
    press.publish(strike)
    assert as_of(press, gone) == []
    assert as_of(press, there[0]) == there[1]
    assert as_of(press, press.now) == now_as_of(press)


def test_bi_reader_may_ask_for_the_past(press: Press, reading) -> None:
    press.publish(made("a", **STRIKE))
    assert reading("SELECT killed_best FROM mart.event_as_of(%s)", press.now) == [(3,)]


def test_day_says_what_it_added_revised_and_removed(press: Press) -> None:
    far = made("far", place=town("Tafas"), claims=(killed(2),))
    press.publish(made("a", **STRIKE), far)
    press.now += timedelta(days=1)
    press.publish(replace(made("a2", article="article a", text="Rima Salloum bakery", claims=(killed(8),))))
    press.silence(far)
    counted = "added_count, revised_count, removed_count, killed_best_delta"
    days = press.query(f"SELECT {counted} FROM mart.daily_change ORDER BY change_date")
    assert days == [(2, 0, 0, 5), (0, 1, 1, 3)]
