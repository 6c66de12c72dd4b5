"""What becomes one event and what stays apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from syria_events.events.event import summarise
from syria_events.events.linking import link
from syria_events.events.words import words_of
from syria_events.model import Place, Span, SyriaEventsError
from tests.unit.events.made_reports import DAY, governorate, killed, made, town

NEXT_DAY = date(2021, 12, 12)
ARAM = "Russian warplanes hit the house of Muslim Shishani near Yaqoubiya, killing a guard called Barakat"


def partition(*reports, rulings=()):
    groups = {}
    for found in link(reports, rulings):
        groups.setdefault(found.cluster, set()).add(found.report_id)
    return sorted(map(sorted, groups.values()))


def test_one_strike_told_in_two_languages_is_one_event():
    assert partition(made("en", claims=(killed(3),)), made("ar", language="ar", claims=(killed(3),))) == [["ar", "en"]]


def test_strike_on_another_town_stays_apart():
    assert partition(made("a"), made("b", place=town("Ariha"))) == [["a"], ["b"]]


def test_neighbouring_villages_are_one_place_when_the_toll_agrees():
    a = made("a", claims=(killed(3), killed(13, kind="injured")))
    b = made("b", place=town("Jadida"), claims=(killed(3), killed(12, kind="injured")))
    assert partition(a, b) == [["a", "b"]]


def test_growing_toll_revises_the_event():
    reports = [made(f"r{n}", hour=8 + n, claims=(killed(n),)) for n in (3, 5, 6)]
    assert partition(*reports) == [["r3", "r5", "r6"]]


def test_toll_of_the_next_day_joins_when_the_words_agree():
    a = made("a", claims=(killed(12),), text=ARAM)
    b = made(
        "b", day=NEXT_DAY, claims=(killed(15),), text="Toll of strike on Muslim Shishani's house near Yaqoubiya rises"
    )
    assert partition(a, b) == [["a", "b"]]


def test_strike_of_the_next_day_stays_apart():
    assert partition(made("a"), made("b", day=NEXT_DAY)) == [["a"], ["b"]]


def test_toll_that_an_outlet_raises_the_next_day_joins_although_the_first_day_was_well_covered():
    first = [made(f"a{n}", claims=(killed(12),)) for n in range(3)]
    told = made("b", claims=(killed(12),), text=ARAM)
    later = made("c", day=NEXT_DAY, claims=(killed(14),), text=ARAM)
    assert partition(*first, told, later) == [["a0", "a1", "a2", "b", "c"]]


def test_second_strike_on_the_same_town_and_day_stays_apart():
    morning = made(
        "a",
        claims=(killed(2),),
        text="At dawn warplanes struck a poultry farm on the edge of Yaqoubiya, wounding Salim",
    )
    night = made(
        "b",
        claims=(killed(11),),
        text="Late at night jets bombed the central bakery; Rima and her sisters died in the queue",
    )
    assert partition(morning, night) == [["a"], ["b"]]


def test_other_weapon_with_other_toll_stays_apart():
    strike = made("a", claims=(killed(2),))
    mine = made("b", sub_type="Remote explosive/landmine/IED", doer=None, claims=(killed(7),))
    assert partition(strike, mine) == [["a"], ["b"]]


def test_governorate_level_report_joins_the_town_when_the_rest_agrees():
    a = made("a", claims=(killed(3), killed(12, kind="injured")))
    b = made("b", place=governorate("SY07"), claims=(killed(3), killed(12, kind="injured")))
    assert partition(a, b) == [["a", "b"]]


def test_governorate_level_report_alone_does_not_join():
    assert partition(made("a"), made("b", place=governorate("SY07"), sub_type="Armed clash")) == [["a"], ["b"]]
    assert partition(made("a"), made("b", place=governorate("SY02"), claims=(killed(3),))) == [["a"], ["b"]]


def test_two_tolls_in_one_article_are_two_happenings():
    a = made("a", article="x", claims=(killed(3),))
    b = made("b", article="x", rank=2, claims=(killed(5),))
    assert partition(a, b) == [["a"], ["b"]]


def test_happening_that_an_article_tells_twice_does_not_part_those_of_others():
    headline = made("a1", article="x", claims=(killed(3),), text=ARAM)
    detail = made("a2", article="x", rank=2, claims=(killed(3),), text=ARAM)
    others = [made(f"b{n}", claims=(killed(3),), text=ARAM) for n in range(3)]
    assert partition(headline, detail, *others) == [["a1", "a2", "b0", "b1", "b2"]]


def test_wire_copies_link():
    a = made("a", text=ARAM)
    copies = [made(f"copy{n}", copy_of="article a", text=ARAM, hour=9 + n) for n in range(3)]
    assert partition(a, *copies) == [["a", "copy0", "copy1", "copy2"]]


def test_misread_place_does_not_part_articles_with_the_same_names():
    a = made("a", text=ARAM, claims=(killed(3),))
    b = made(
        "b",
        text="Shishani, a commander near Yaqoubiya, loses guard Barakat; Muslim house hit",
        place=town("Ariha"),
        claims=(killed(3),),
    )
    assert partition(a, b) == [["a", "b"]]


def test_types_of_different_families_never_link():
    assert partition(made("a", text=ARAM), made("b", sub_type="Peaceful protest", text=ARAM)) == [["a"], ["b"]]


def test_statements_link_on_strong_evidence_only():
    def said(name, text):
        return made(name, sub_type=None, root="ACCUSE", text=text)

    same = "Pedersen accuses Damascus of blocking the constitutional committee in Geneva"
    assert partition(said("a", same), said("b", same)) == [["a", "b"]]
    assert partition(said("a", ""), said("b", "")) == [["a"], ["b"]]


def test_talks_of_the_same_parties_link_and_those_of_others_do_not():
    def talks(name, host, guest):
        return made(name, sub_type=None, root="CONSULT", place=town("Tafas"), doer=host, sufferer=guest, claims=())

    a, b = talks("a", "sdf", "syrian_government"), talks("b", "syrian_government", "sdf")
    assert partition(a, b) == [["a", "b"]]
    assert partition(a, talks("c", "syrian_government", "turkey")) == [["a"], ["c"]]


def test_either_side_of_a_clash_may_be_named_first():
    a = made("a", sub_type="Armed clash", doer="opposition", sufferer="syrian_government", claims=(killed(5),))
    b = made("b", sub_type="Armed clash", doer="syrian_government", sufferer="opposition", claims=(killed(5),))
    assert partition(a, b) == [["a", "b"]]
    assert not summarise([a, b], "e").is_contested


def test_morning_and_evening_strikes_on_one_town_stay_apart():
    morning = made("a", text="A drone hit a pickup north of Yaqoubiya in the morning", claims=(killed(2, "combatant"),))
    evening = made("b", text="A drone hit a house in Yaqoubiya in the evening", claims=(killed(3),))
    assert partition(morning, evening) == [["a"], ["b"]]


def test_report_of_a_second_strike_that_tells_of_the_first_as_well_stays_apart():
    first = "A Turkish drone hit a pickup of the SDF on the highway north of Yaqoubiya on Thursday morning"
    second = "Second strike on Yaqoubiya: a Turkish drone hit a house on Thursday evening"
    morning = made("a", text=first, claims=(killed(2, "combatant"),))
    later = made("b", text=second, hour=20, claims=(killed(2), killed(2, "combatant")))
    told = replace(later.report, evidence=(Span(0, 9, second), Span(99, 199, first)))
    assert partition(morning, replace(later, report=told, words=words_of(f"{second} {first}"))) == [["a"], ["b"]]


def test_headline_that_names_the_capital_means_its_governorate():
    a = made("a", place=town("Ariha"), claims=(killed(4),))
    capital = Place("Idlib", "SY07", "SY", 35.93, 36.63, 1, 0, 1, "idlib")
    assert partition(a, made("b", place=capital, claims=(killed(4),))) == [["a", "b"]]
    assert partition(a, made("b", place=town("Yaqoubiya"), claims=(killed(4),))) == [["a"], ["b"]]


def test_every_actual_report_has_one_link_and_no_other_has_any():
    reports = [made("a"), made("b", nowhere=True), made("c", day=None, published=None), made("d", realis="planned")]
    assert [found.report_id for found in link(reports)] == ["a", "b", "c"]


def test_link_says_why():
    first, second = link([made("a", claims=(killed(3),)), made("b", claims=(killed(3),))])
    assert second.linked_to == "a"
    assert 0.5 < second.score < 1
    assert "place.same +2.00" in second.reasons
    assert "toll.same_some +1.00" in first.reasons


def test_undated_report_is_looked_for_before_its_publication():
    told = datetime(2021, 12, 12, 9, tzinfo=UTC)
    a = made("a", claims=(killed(12),))
    assert partition(a, made("b", day=None, published=told, claims=(killed(12),))) == [["a", "b"]]
    late = datetime(2021, 12, 30, 9, tzinfo=UTC)
    assert partition(a, made("b", day=None, published=late, claims=(killed(12),))) == [["a"], ["b"]]


def test_date_of_a_whole_year_is_cut_to_what_an_actual_report_can_mean():
    year = made("a", day=date(2021, 1, 1), until=date(2021, 12, 31), precision="year")
    assert year.days == (date(2021, 11, 11), DAY)


@pytest.mark.parametrize("sub_type", [None, "Attack"])
def test_unknown_type_names_the_table_to_mend(sub_type):
    with pytest.raises(SyriaEventsError, match=r"kinds\.csv"):
        link([made("a", sub_type=None, root="DANCE")])
