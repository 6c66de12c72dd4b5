"""What an event says when its reports do not say the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syria_events.events.event import summarise
from syria_events.events.revision import changes
from syria_events.model import Attribution, Place, SyriaEventsError
from tests.unit.events.made_reports import governorate, killed, made, made_corpus, town

SOHR = Attribution("Syrian Observatory for Human Rights", "stated")


def toll(event, kind="killed", victims="all"):
    return next((t.low, t.best, t.high) for t in event.tolls if (t.kind, t.victims) == (kind, victims))


def event_of(*reports):
    return summarise(reports, "e1")


class TestToll:
    def test_update_revises_best_and_widens_the_range(self):
        told = [made("a", hour=6, claims=(killed(12),)), made("b", hour=12, claims=(killed(17),))]
        assert toll(event_of(told[0])) == (12, 12, 12)
        assert toll(event_of(*told)) == (12, 17, 17)
        assert toll(event_of(*told, made("c", hour=18, claims=(killed(15),)))) == (12, 15, 17)

    def test_of_claims_made_together_the_lowest_is_best(self):
        assert toll(event_of(made("a", claims=(killed(9),)), made("b", claims=(killed(5),)))) == (5, 5, 9)

    def test_a_claimants_latest_word_replaces_its_earlier_one(self):
        early = made("a", hour=6, claims=(killed(30),), credited=SOHR)
        late = made("b", hour=12, claims=(killed(20),), credited=SOHR)
        assert toll(event_of(early, late)) == (20, 20, 20)

    def test_copies_repeat_but_do_not_renew(self):
        wire = made("wire", hour=6, claims=(killed(12),))
        other = made("other", hour=12, claims=(killed(17),))
        late_copy = made("copy", hour=20, copy_of=wire.article_id, claims=(killed(12),))
        assert toll(event_of(wire, other, late_copy)) == (12, 17, 17)

    def test_cumulative_claims_never_count(self):
        assert event_of(made("a", claims=(killed(500_000, cumulative=True),))).tolls == ()

    def test_civilians_and_fighters_add_up_to_all(self):
        event = event_of(made("a", claims=(killed(4), killed(6, "combatant"))))
        assert toll(event) == (10, 10, 10)
        assert toll(event, victims="civilian") == (4, 4, 4)
        assert toll(event, victims="combatant") == (6, 6, 6)

    def test_open_and_upper_bounds_stay_bounds(self):
        assert toll(event_of(made("a", claims=(killed(0, low=None, best=None, high=30),)))) == (None, None, 30)
        assert toll(event_of(made("a", claims=(killed(12, high=None),)))) == (12, 12, 12)

    def test_kinds_are_kept_apart(self):
        event = event_of(made("a", claims=(killed(2), killed(7, kind="injured"))))
        assert toll(event, "injured") == (7, 7, 7)


class TestVoices:
    def test_wire_story_in_four_papers_is_one_family(self):
        wire = made("wire", family="reuters")
        copies = [made(f"paper {n}", copy_of=wire.article_id) for n in range(3)]
        event = event_of(wire, *copies)
        assert (event.report_count, event.source_count, event.family_count) == (4, 4, 1)

    def test_copies_of_an_absent_original_are_one_family(self):
        assert event_of(*(made(f"p{n}", copy_of="gone") for n in range(3))).family_count == 1

    def test_paper_that_prints_a_wire_and_writes_itself_is_a_voice(self):
        wire = made("wire", family="reuters")
        event = event_of(wire, made("p1", family="paper", copy_of=wire.article_id), made("p2", family="paper"))
        assert event.family_count == 2

    def test_sister_papers_are_one_voice(self):
        assert event_of(made("a", family="group"), made("b", family="group")).family_count == 1

    def test_copies_do_not_outvote(self):
        wire = made("wire", sub_type="Shelling/artillery/missile attack")
        copies = [made(f"c{n}", copy_of=wire.article_id, sub_type=wire.report.acled_sub_event_type) for n in range(5)]
        event = event_of(wire, *copies, made("a"), made("b"))
        assert event.acled_sub_event_type == "Air/drone strike"


class TestAgreement:
    def test_type_of_most_voices_stands_and_the_weapon_breaks_a_tie(self):
        shelling = "Shelling/artillery/missile attack"
        assert (
            event_of(made("a", sub_type=shelling), made("b", sub_type=shelling), made("c")).acled_sub_event_type
            == shelling
        )
        assert event_of(made("a", sub_type=shelling), made("b")).acled_sub_event_type == "Air/drone strike"
        assert event_of(made("a", sub_type=shelling), made("b")).acled_event_type == "Explosions/Remote violence"

    def test_most_precise_date_of_most_voices(self):
        week = made("a", day=date(2021, 12, 6), until=date(2021, 12, 12), precision="week")
        late = made("d", day=date(2021, 12, 12))
        assert event_of(week, made("b"), made("c"), late).event_date.start == date(2021, 12, 11)
        assert event_of(week, late, made("b")).event_date.start == date(2021, 12, 11)
        assert event_of(made("a", day=None)).event_date.precision == "unknown"

    def test_most_precise_place_within_the_governorate_of_most(self):
        wide = [made("a", place=governorate("SY07")), made("b", place=governorate("SY07"))]
        assert event_of(*wide, made("c"), made("d", place=town("Tafas"))).place.name == "Yaqoubiya"
        assert event_of(*wide, made("d", place=town("Tafas"))).place.admin1_pcode == "SY07"

    def test_village_stands_before_the_capital_that_its_governorate_is_called_by(self):
        capital = Place("Idlib", "SY07", "SY", 35.93, 36.63, 1, 0, 1, "idlib")
        said = [made(name, place=capital) for name in "abcd"]
        assert event_of(*said[:2], made("e", place=town("Ariha"))).place.name == "Ariha"
        assert event_of(*said, made("e", place=town("Ariha"))).place.name == "Idlib"

    def test_no_place_says_why(self):
        event = event_of(made("a", nowhere=True))
        assert (event.place, event.place_null_reason) == (None, "not named")

    def test_actors_of_every_account_are_kept_with_their_voices(self):
        event = event_of(made("a"), made("b"), made("c", doer="syrian_government"))
        assert [(a.group, a.voices) for a in event.actors] == [("russia", 2), ("syrian_government", 1)]


class TestContest:
    def test_denial_keeps_both_versions(self):
        denial = made("b", credited=Attribution("Russian defence ministry", "denied"))
        event = event_of(made("a", credited=SOHR), denial)
        assert event.is_contested
        assert [(v.value, v.said_by) for v in event.versions] == [
            ("denied", ("Russian defence ministry",)),
            ("stated", (SOHR.name,)),
        ]

    def test_rival_doers_are_contested_and_allies_are_not(self):
        assert event_of(made("a"), made("b", doer="turkey")).is_contested
        assert not event_of(made("a"), made("b", doer="syrian_government")).is_contested

    def test_growing_toll_is_no_contest_but_double_is(self):
        assert not event_of(made("a", claims=(killed(12),)), made("b", claims=(killed(17),))).is_contested
        event = event_of(made("a", claims=(killed(4),)), made("b", claims=(killed(20),)))
        assert sorted(v.value for v in event.versions) == ["20", "4"]


class TestConfidence:
    def test_grades_fall_with_independence_precision_and_contest(self):
        abc = [made(name) for name in "abc"]
        assert event_of(*abc).confidence == "A"
        assert event_of(*abc, made("d", doer="turkey")).confidence == "B"
        assert event_of(*abc[:2]).confidence == "B"
        assert event_of(abc[0]).confidence == "C"
        assert event_of(made("a", nowhere=True)).confidence == "D"
        assert event_of(made("a", credited=Attribution("army", "denied"))).confidence == "D"

    def test_what_no_article_leads_with_needs_a_second_family(self):
        aside = made("a", rank=2)
        assert event_of(aside).confidence == "D"
        assert event_of(aside, made("b", rank=3)).confidence == "B"

    def test_copies_do_not_raise_it(self):
        wire = made("wire")
        assert event_of(wire, *(made(f"c{n}", copy_of=wire.article_id) for n in range(5))).confidence == "C"


def test_times_and_languages_span_the_reports():
    event = event_of(made("a", hour=5, language="ar"), made("b", hour=22))
    assert event.first_reported_at == datetime(2021, 12, 11, 5, tzinfo=UTC)
    assert event.last_reported_at == datetime(2021, 12, 11, 22, tzinfo=UTC)
    assert event.languages == ("ar", "en")


def test_event_without_a_report_is_refused():
    with pytest.raises(SyriaEventsError, match="remove the event"):
        event_of()


@given(st.data(), made_corpus())
def test_order_and_repetition_of_reports_do_not_change_an_event(data, reports):
    assert event_of(*data.draw(st.permutations(reports + reports[:2]))) == event_of(*reports)


class TestRevision:
    def test_nothing_changed_is_no_revision(self):
        event = event_of(made("a"))
        assert changes(event, event_of(made("a"))) == ()

    def test_toll_update_is_told_by_bound(self):
        old = event_of(made("a", hour=6, claims=(killed(12),)))
        new = event_of(made("a", hour=6, claims=(killed(12),)), made("b", hour=12, claims=(killed(17),)))
        told = {change.field: (change.old, change.new) for change in changes(old, new)}
        assert told["toll.killed.all.best"] == ("12", "17")
        assert told["report_count"] == ("1", "2")
        assert "toll.killed.all.low" not in told

    def test_new_and_vanished_events_change_their_id(self):
        event = event_of(made("a"))
        assert changes(None, event)[0].new == "e1"
        assert {c.field: c.new for c in changes(event, None)}["event_id"] is None

    def test_place_in_another_article_is_the_same_place(self):
        event = event_of(made("a"))
        assert changes(event, replace(event, place=replace(event.place, start=99, end=108))) == ()
