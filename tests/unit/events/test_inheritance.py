"""Who inherits the event of a report that an edit replaced."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from syria_events.events.inheritance import REACH_DAYS, FormerLink, inherited
from tests.unit.events.made_reports import DAY, made

STRIKE = "Air/drone strike"


def former(name: str, event_id: str, *, article: str = "x", event_type: str = STRIKE, rank: int = 1, days: int = 0):
    return FormerLink(name, event_id, article, event_type, rank, DAY + timedelta(days=days))


def test_report_of_the_same_article_and_family_inherits() -> None:
    shelling = made("new", article="x", sub_type="Shelling/artillery/missile attack")
    assert inherited([former("old", "e1")], [shelling], {}) == {"new": "e1"}


def test_other_article_other_family_and_far_day_do_not() -> None:
    strangers = [
        made("elsewhere", article="y"),
        made("protest", article="x", sub_type="Peaceful protest", root="PROTEST"),
        made("late", article="x", day=DAY + timedelta(days=REACH_DAYS + 1)),
    ]
    assert inherited([former("old", "e1")], strangers, {}) == {}


def test_report_that_has_an_event_does_not_inherit_another() -> None:
    assert inherited([former("old", "e1")], [made("new", article="x")], {"new": "e2"}) == {}


def test_undated_report_inherits_by_its_publication() -> None:
    assert inherited([former("old", "e1")], [made("new", article="x", day=None)], {}) == {"new": "e1"}


def test_each_inherits_from_its_like() -> None:
    links = [former("old1", "e1"), former("old2", "e2", event_type="Armed clash", rank=2)]
    reports = [made("clash", article="x", sub_type="Armed clash", rank=1), made("strike", article="x", rank=2)]
    assert inherited(links, reports, {}) == {"clash": "e2", "strike": "e1"}


@given(st.permutations(range(4)), st.permutations(range(3)))
def test_order_does_not_matter_and_nobody_inherits_twice(old: list[int], new: list[int]) -> None:
    links = [former(f"old{i}", f"e{i}", rank=i + 1, days=i % 2) for i in range(4)]
    reports = [made(f"new{i}", article="x", rank=i + 1) for i in range(3)]
    heirs = inherited([links[i] for i in old], [reports[i] for i in new], {})
    assert heirs == inherited(links, reports, {})
    assert len(set(heirs.values())) == len(heirs) == 3
