"""An operator's word is obeyed at once, and at every rebuild."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from syria_events.cli.events import events
from syria_events.events.rulings import Ruling
from syria_events.pipeline.rule_events import RulingError, join_events, split_event
from syria_events.pipeline.ruling_rows import read_rulings
from syria_events.warehouse.connection import transaction
from tests.integration.marts.press import Press
from tests.unit.events.made_reports import killed, made, town

SAME = {"claims": (killed(3),), "text": "Rima Salloum bakery"}
A, B = made("a", **SAME), made("b", hour=10, **SAME)
FAR = made("far", place=town("Tafas"))


def split(press: Press, event_id: str, *report_ids: str) -> tuple[str, ...]:
    return split_event(press.settings, event_id, report_ids, now=press.now, note="two strikes")


def test_split_parts_an_event_and_stays_so_whatever_is_loaded_again(press: Press) -> None:
    press.publish(A, B)
    (event_id,) = press.events()
    parts = split(press, event_id, "b 1")
    assert len(parts) == 2
    assert event_id in parts
    press.publish(made("b again", article="article b", hour=10, **SAME))
    press.publish(made("c", hour=11, **SAME))
    after = press.events()
    assert len(after) == 2
    assert not any({"article a", "article b"} <= articles for articles in after.values())


def test_join_makes_one_event_and_the_other_id_points_to_it(press: Press) -> None:
    press.publish(A, FAR)
    before = set(press.events())
    (event_id,) = join_events(press.settings, sorted(before), now=press.now)
    assert press.events() == {event_id: frozenset({"article a", "article far"})}
    (other,) = before - {event_id}
    assert press.query("SELECT event_id, merged_into FROM core.event_tombstone") == [(other, event_id)]
    press.publish(FAR)
    assert set(press.events()) == {event_id}


def test_later_join_lifts_a_split(press: Press) -> None:
    press.publish(A, B)
    (event_id,) = press.events()
    parts = split(press, event_id, "b 1")
    from datetime import timedelta

    assert join_events(press.settings, parts, now=press.now + timedelta(minutes=1)) == (event_id,)


def test_revision_names_the_ruling(press: Press) -> None:
    press.publish(A, FAR)
    join_events(press.settings, sorted(press.events()), now=press.now)
    with transaction(press.dsn) as connection:
        (ruling,) = read_rulings(connection)
    named = press.query("SELECT DISTINCT ruling_ids FROM mart.event_revision WHERE field = 'report_count'")
    assert (ruling.ruling_id,) in named


def test_ruling_comes_back_from_the_warehouse_as_it_was_made(press: Press) -> None:
    press.publish(A, B)
    (event_id,) = press.events()
    split(press, event_id, "b 1")
    with transaction(press.dsn) as connection:
        (ruling,) = read_rulings(connection)
    assert isinstance(ruling, Ruling)
    assert (ruling.kind, ruling.note) == ("split", "two strikes")
    assert [anchor.report_id for anchor in ruling.anchors] == ["b 1"]
    assert [anchor.report_id for anchor in ruling.apart] == ["a 1"]


@pytest.mark.parametrize(("reports", "error"), [(("nobody",), "has no report nobody"), (("a 1", "b 1"), "both sides")])
def test_split_that_rules_nothing_is_refused(press: Press, reports: tuple[str, ...], error: str) -> None:
    press.publish(A, B)
    (event_id,) = press.events()
    with pytest.raises(RulingError, match=error):
        split(press, event_id, *reports)
    assert press.query("SELECT * FROM core.event_ruling") == []


def test_join_of_one_event_or_of_none_is_refused(press: Press) -> None:
    press.publish(A)
    (event_id,) = press.events()
    with pytest.raises(RulingError, match="at least two"):
        join_events(press.settings, [event_id], now=press.now)
    with pytest.raises(RulingError, match="no event nothing"):
        join_events(press.settings, [event_id, "nothing"], now=press.now)


def test_command_shows_and_splits(press: Press) -> None:
    press.publish(A, B)
    (event_id,) = press.events()
    runner = CliRunner(env={"AIRFLOW_CONN_WAREHOUSE": press.dsn})
    shown = runner.invoke(events, ["show", event_id], catch_exceptions=False).output
    assert "2 reports" in shown
    assert "Yaqoubiya" in shown
    assert "a 1" in shown
    done = runner.invoke(events, ["split", event_id, "b 1", "--by", "me", "--note", "two"], catch_exceptions=False)
    assert event_id in done.output
    assert len(press.events()) == 2
