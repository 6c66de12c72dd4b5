"""What an operator rules stays so, whatever arrives and however the code improves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from syria_events.events.linking import link
from syria_events.events.neighbourhood import affected
from syria_events.events.rulings import Ruling
from syria_events.model import SyriaEventsError
from tests.unit.events.made_reports import DAY, killed, made, town

FAR = made("far", place=town("Tafas"))
A, B, C = (made(name, claims=(killed(3),)) for name in "abc")


def ruling(kind, ours, theirs=(), day=1):
    made_at = datetime(2022, 1, day, tzinfo=UTC)
    return Ruling.joining(ours, made_at) if kind == "join" else Ruling.splitting(ours, theirs, made_at)


def partition(*reports, rulings):
    groups = {}
    for found in link(reports, rulings):
        groups.setdefault(found.cluster, set()).add(found.report_id)
    return sorted(map(sorted, groups.values()))


def test_join_makes_one_event_of_what_looks_different():
    assert partition(A, FAR, rulings=[ruling("join", [A, FAR])]) == [["a", "far"]]


def test_split_parts_what_looks_the_same_and_new_reports_do_not_undo_it():
    split = ruling("split", [A], [B])
    assert partition(A, B, rulings=[split]) == [["a"], ["b"]]
    parts = partition(A, B, C, made("d", claims=(killed(3),)), rulings=[split])
    assert len(parts) == 2
    assert not any({"a", "b"} <= set(part) for part in parts)


def test_latest_ruling_on_two_reports_stands():
    split, join = ruling("split", [A], [B], day=1), ruling("join", [A, B], day=2)
    assert partition(A, B, rulings=[join, split]) == [["a", "b"]]
    assert partition(A, B, rulings=[join, replace(split, made_at=datetime(2022, 1, 3, tzinfo=UTC))]) == [["a"], ["b"]]


def test_ruling_finds_the_report_again_after_better_code_gave_it_another_id():
    recoded = replace(FAR, report_id="far, coded again")
    assert partition(A, recoded, rulings=[ruling("join", [A, FAR])]) == [["a", "far, coded again"]]


def test_ruling_does_not_take_another_happening_of_the_article_for_its_anchor():
    protest = made("protest", article=FAR.article_id, sub_type="Peaceful protest")
    assert partition(A, protest, rulings=[ruling("join", [A, FAR])]) == [["a"], ["protest"]]


def test_join_may_unite_two_reports_of_one_article():
    twice = made("twice", article=A.article_id, rank=2)
    assert partition(A, twice, rulings=[ruling("join", [A, twice])]) == [["a", "twice"]]


def recoded(*reports):
    return [replace(report, report_id=f"{report.report_id}, again") for report in reports]


def test_two_reports_of_one_article_that_were_joined_have_an_heir_each():
    other = made("far", article=A.article_id, rank=2, place=town("Tafas"))
    assert partition(*recoded(A, other), rulings=[ruling("join", [A, other])]) == [["a, again", "far, again"]]


def test_two_reports_of_one_article_that_were_split_have_an_heir_each():
    same = made("b", article=A.article_id, rank=2, claims=(killed(3),))
    assert partition(*recoded(A, same), rulings=[ruling("split", [A], [same])]) == [["a, again"], ["b, again"]]


def test_link_names_the_ruling():
    join = ruling("join", [A, FAR])
    assert all(f"ruling {join.ruling_id}" in one.reasons for one in link([A, FAR], [join]))


def test_ruling_that_rules_nothing_is_refused():
    with pytest.raises(SyriaEventsError, match="at least two"):
        ruling("join", [A])
    with pytest.raises(SyriaEventsError, match="both sides"):
        ruling("split", [A, B])
    with pytest.raises(SyriaEventsError, match="neither join nor split"):
        replace(ruling("join", [A, B]), kind="merge")


def test_change_reloads_what_a_ruling_joins_from_another_month():
    old = made("old", day=DAY.replace(month=10))
    stored = [A, old]
    found = affected(
        [DAY], lambda a, b: [r for r in stored if r.days[0] <= b and a <= r.days[1]], [ruling("join", stored)]
    )
    assert [report.report_id for report in found] == ["a", "old"]
