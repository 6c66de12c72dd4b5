"""Analysts see every side of what sources disagree about, and old ids lead on."""

from __future__ import annotations

from syria_events.model import Attribution
from syria_events.pipeline.rule_events import join_events
from tests.integration.marts.press import Press
from tests.unit.events.made_reports import killed, made, town


def test_both_versions_stand_side_by_side(press: Press) -> None:
    press.publish(
        made("a", claims=(killed(4),), credited=Attribution("Rescuers", "stated")),
        made("b", claims=(killed(4),), doer="turkey", credited=Attribution("Ministry", "denied")),
    )
    sides = press.query("SELECT about, value, said_by, report_ids FROM mart.event_version ORDER BY position")
    assert sides == [
        ("denied", "denied", "Ministry", "b 1"),
        ("denied", "stated", "Rescuers", "a 1"),
        ("actor1", "russia", "a", "a 1"),
        ("actor1", "turkey", "b", "b 1"),
    ]


def test_what_nobody_disputes_has_no_versions(press: Press) -> None:
    press.publish(made("a", claims=(killed(4),)), made("b", claims=(killed(4),)))
    assert press.query("SELECT * FROM mart.event_version") == []


def test_id_that_was_merged_leads_to_the_living_event(press: Press, reading) -> None:
    press.publish(made("a"), made("far", place=town("Tafas")))
    before = set(press.events())
    (living,) = join_events(press.settings, sorted(before), now=press.now)
    assert reading("SELECT event_id, merged_into FROM mart.event_tombstone") == [(*(before - {living}), living)]


def test_standpoints_are_held_beside_each_other_by_whom_they_accuse(press: Press) -> None:
    press.publish(made("a", family="state"), made("b", family="exile", doer="syrian_government"))
    press.query("UPDATE core.source SET perspective = source_code")
    accused = press.query("SELECT perspective, group_name, event_count FROM mart.daily_accusation ORDER BY 1")
    assert accused == [("exile", "Syrian government", 1), ("state", "Russia", 1)]
