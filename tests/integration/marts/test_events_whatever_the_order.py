"""Through the warehouse: the events at the end depend on what is told, not on how it came, went and came back."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from syria_events.events.linkable import LinkableReport
from syria_events.pipeline.rule_events import join_events, split_event
from tests.integration.marts.press import START, Press
from tests.unit.events.made_reports import made_corpus

FEW = settings(
    deadline=None, max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
STATE = """
    SELECT event_start_date, date_precision, acled_sub_event_type, place_name, actor1_groups, killed_low, killed_best,
           killed_high, report_count, family_count, is_contested, confidence, first_reported_at,
           (SELECT array_agg(DISTINCT article_id ORDER BY article_id) FROM mart.bridge_event_report b
            WHERE b.event_id = e.event_id)
    FROM mart.event e
"""


def cleared(press: Press) -> Press:
    press.query("TRUNCATE raw.feed, raw.batch, raw.derivation, core.source, core.event, core.event_ruling CASCADE")
    press.query("TRUNCATE core.event_revision, core.event_tombstone, core.unsettled_day, core.former_link")
    press.wordings.clear()
    return press


def state(press: Press) -> list[tuple]:
    return sorted(press.query(STATE), key=repr)


def by_article(reports: list[LinkableReport]) -> list[list[LinkableReport]]:
    articles: dict[str, list[LinkableReport]] = {}
    for report in reports:
        articles.setdefault(report.article_id, []).append(report)
    return list(articles.values())


@FEW
@given(st.data(), made_corpus(most=6))
def test_order_repetition_and_return_end_in_the_same_events(press: Press, data, reports) -> None:
    articles = by_article(reports)
    cleared(press).publish(*reports)
    at_once = state(press)
    cleared(press)
    for article in data.draw(st.permutations(articles)):
        press.publish(*article)
    assert state(press) == at_once
    for article in data.draw(st.lists(st.sampled_from(articles), max_size=2)):
        press.silence(article[0])
        press.publish(*article)
    assert state(press) == at_once


@FEW
@given(st.data(), made_corpus(most=6))
def test_word_of_an_operator_survives_everything_being_told_again(press: Press, data, reports) -> None:
    cleared(press).publish(*reports)
    events = press.query("SELECT event_id, array_agg(report_id ORDER BY 1) FROM mart.bridge_event_report GROUP BY 1")
    shared = [(event_id, told) for event_id, told in sorted(events) if len(told) > 1]
    now = START + timedelta(days=1)
    if shared:
        event_id, told = data.draw(st.sampled_from(shared))
        split_event(press.settings, event_id, told[-1:], now=now)
    elif len(events) > 1:
        join_events(press.settings, sorted(event_id for event_id, _ in events)[:2], now=now)
    ruled = state(press)
    for article in data.draw(st.permutations(by_article(reports))):
        press.publish(*article)
    assert state(press) == ruled
