"""One alert per cause, told once, reminded of once a day, and the all-clear. All with the time given."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from syria_events.alerts.deciding import Alert, Sign, cleared, look_again, seen_again
from syria_events.alerts.wording import body, subject_line, values

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
QUARTER = timedelta(minutes=15)
SILENT = Sign("silent_feed", "barada-courier", "No good answer since 2026-11-23 09:00.")
QUEUE = Sign("queue_age", "process_batch", "3 batches wait.")
WATCHED = ("silent_feed", "queue_age")


def known(sign: Sign = SILENT, *, repetitions: int = 1, at: datetime = NOON) -> Alert:
    return Alert(sign, repetitions, first_at=at, last_at=at, told_at=at, alert_id=7)


def test_new_cause_is_news() -> None:
    (change,) = look_again([SILENT], [], WATCHED, now=NOON)
    assert change.is_news
    assert (change.alert.repetitions, change.alert.first_at, change.alert.alert_id) == (1, NOON, None)


def test_same_cause_is_counted_and_not_told_again() -> None:
    (change,) = look_again([SILENT], [known()], WATCHED, now=NOON + QUARTER)
    assert not change.is_news
    assert (change.alert.repetitions, change.alert.first_at, change.alert.last_at) == (2, NOON, NOON + QUARTER)
    assert change.alert.alert_id == 7


def test_what_lasts_is_told_again_once_a_day() -> None:
    alert, told = known(), 0
    for quarter in range(1, 4 * 24 * 3 + 1):
        change = seen_again(SILENT, alert, now=NOON + quarter * QUARTER)
        alert, told = change.alert, told + change.is_news
    assert told == 3
    assert alert.repetitions == 4 * 24 * 3 + 1


def test_cause_without_a_sign_is_over() -> None:
    changes = look_again([QUEUE], [known(), known(QUEUE)], WATCHED, now=NOON + QUARTER)
    over = [change.alert for change in changes if change.alert.cleared_at]
    assert [alert.sign for alert in over] == [SILENT]


def test_kinds_that_are_not_looked_for_stay() -> None:
    failed = known(Sign("failed_run", "poll_feeds.poll", "KeyError: x"))
    assert look_again([], [failed], WATCHED, now=NOON) == []


def test_two_feeds_are_two_causes() -> None:
    other = Sign("silent_feed", "harbour-tribune", "No good answer.")
    assert [change.is_news for change in look_again([SILENT, other], [known()], WATCHED, now=NOON + QUARTER)] == [
        False,
        True,
    ]


def test_words_say_what_how_often_and_that_it_is_over() -> None:
    alert = known(repetitions=12)
    assert subject_line(alert) == "[syria-events] alert: silent feed: barada-courier (seen 12 times)"
    assert "No good answer since" in body(alert)
    over = cleared(alert, now=NOON + QUARTER).alert
    assert subject_line(over).startswith("[syria-events] all clear: silent feed: barada-courier")
    assert "It is over since 2026-11-24 12:15 UTC" in body(over)
    assert (values(over)["state"], values(over)["repetitions"]) == ("cleared", 12)


def test_hostile_subject_makes_no_second_header() -> None:
    alert = known(Sign("silent_feed", "a\r\nBcc: everybody@o.example", "x"))
    assert "\n" not in subject_line(alert)
    assert "\r" not in subject_line(alert)
