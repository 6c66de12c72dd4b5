"""Events in the layouts of ACLED and GDELT, column by column where their codebooks have a rule."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from syria_events.export import acled, gdelt

ACTORS = {
    "russia": acled.Actor("Russia", 8),
    "syrian_government": acled.Actor("Syrian government", 1),
    "sdf": acled.Actor("Syrian Democratic Forces", 2),
    "civilians": acled.Actor("Civilians", 7),
    "protesters": acled.Actor("Protesters", 6),
}
STRIKE = {
    "event_id": "e0123456789abcdef0123",
    "event_start_date": date(2021, 12, 11),
    "event_end_date": date(2021, 12, 11),
    "date_precision": "day",
    "disorder_type": "Political violence",
    "acled_event_type": "Explosions/Remote violence",
    "acled_sub_event_type": "Air/drone strike",
    "actor1_codes": "russia|syrian_government",
    "actor1_names": "Russian jets",
    "actor2_codes": "civilians",
    "actor2_names": "residents",
    "country": "SY",
    "governorate": "Idleb",
    "admin1_pcode": "SY07",
    "district": "Jisr-Ash-Shugur",
    "place_name": "Yaqoubiya",
    "lat": 35.93,
    "lon": 36.42,
    "place_precision": 1,
    "source_names": "A; B",
    "source_scopes": "syria|world",
    "headline": "Strike",
    "evidence": "A strike hit.",
    "killed_best": None,
    "confidence": "B",
    "is_contested": True,
    "first_reported_at": datetime(2021, 12, 11, 9, tzinfo=UTC),
    "last_reported_at": datetime(2021, 12, 12, 9, tzinfo=UTC),
    "cameo_root": "19",
    "quad_class": 4,
    "goldstein_score": -9.0,
    "report_count": 5,
    "source_count": 4,
    "article_count": 5,
    "article_url": "https://example.org/a",
}


def coded(**changed: object) -> dict[str, object]:
    return acled.acled_row({**STRIKE, **changed}, ACTORS)


def test_acled_has_its_31_columns() -> None:
    assert len(acled.COLUMNS) == len(set(acled.COLUMNS)) == 31
    assert tuple(coded()) == acled.COLUMNS


def test_acled_row_of_a_strike() -> None:
    row = coded()
    assert (row["actor1"], row["assoc_actor_1"], row["inter1"]) == ("Russia", "Syrian government", 8)
    assert (row["actor2"], row["inter2"], row["interaction"]) == ("Civilians", 7, 78)
    assert row["civilian_targeting"] == "Civilian targeting"
    assert row["fatalities"] == 0
    assert (row["source"], row["source_scale"]) == ("A; B", "National-International")
    assert row["timestamp"] == int(STRIKE["last_reported_at"].timestamp())


@pytest.mark.parametrize(("one", "two", "code"), [(1, 2, 12), (8, 1, 18), (6, 0, 60), (7, 7, 77), (0, 0, 0)])
def test_interaction_has_the_smaller_code_first(one: int, two: int, code: int) -> None:
    assert acled.interaction(one, two) == code


def test_middle_of_a_month_stands_in() -> None:
    row = coded(event_start_date=date(2021, 12, 1), event_end_date=date(2021, 12, 31), date_precision="month")
    assert (row["event_date"], row["time_precision"], row["year"]) == ("2021-12-16", 3, 2021)


@pytest.mark.parametrize(
    "changed",
    [
        {"acled_event_type": None},
        {"country": "LB"},
        {"date_precision": "year"},
        {"event_start_date": None},
        {"place_precision": 4},
    ],
)
def test_what_acled_has_no_code_for_is_left_out(changed: dict[str, object]) -> None:
    assert coded(**changed) is None


def test_violence_by_nobody_named_is_that_of_an_unidentified_group() -> None:
    row = coded(actor1_codes=None)
    assert (row["actor1"], row["inter1"], row["interaction"]) == ("Unidentified Armed Group (Syria)", 3, 37)


def test_demonstrators_are_actor1_and_who_steps_in_is_actor2() -> None:
    kind = {"acled_event_type": "Protests", "acled_sub_event_type": "Excessive force against protesters"}
    row = coded(**kind, actor1_codes="sdf", actor2_codes="protesters")
    assert (row["actor1"], row["actor2"], row["interaction"]) == ("Protesters (Syria)", "Syrian Democratic Forces", 26)
    peaceful = coded(
        **kind | {"acled_sub_event_type": "Peaceful protest"}, actor1_codes="civilians", actor2_codes="sdf"
    )
    assert (peaceful["assoc_actor_1"], peaceful["actor2"], peaceful["interaction"]) == ("Civilians", "", 60)


def test_gdelt_has_its_61_columns() -> None:
    row = gdelt.gdelt_row(STRIKE)
    assert len(gdelt.COLUMNS) == len(set(gdelt.COLUMNS)) == 61
    assert tuple(row) == gdelt.COLUMNS


def test_gdelt_row_of_a_strike() -> None:
    row = gdelt.gdelt_row(STRIKE)
    assert (row["SQLDATE"], row["MonthYear"], row["FractionDate"]) == ("20211211", "202112", "2022.0164")
    assert (row["EventCode"], row["EventRootCode"], row["QuadClass"]) == ("190", "19", 4)
    assert (row["Actor1Code"], row["Actor2Code"], row["Actor2Type1Code"]) == ("RUS", "SYRCVL", "CVL")
    assert (row["ActionGeo_Type"], row["ActionGeo_FullName"]) == (4, "Yaqoubiya, Idleb, Syria")
    assert row["ActionGeo_ADM1Code"] == "SY12"
    assert row["AvgTone"] == ""
    assert isinstance(row["GLOBALEVENTID"], int)


def test_gdelt_counts_reduced_relations_as_conflict_and_takes_any_state() -> None:
    row = gdelt.gdelt_row({**STRIKE, "cameo_root": "16", "quad_class": 3, "actor1_codes": "fra"})
    assert (row["QuadClass"], row["Actor1CountryCode"]) == (4, "FRA")


def test_gdelt_cannot_hold_an_event_without_a_day() -> None:
    assert gdelt.gdelt_row({**STRIKE, "event_start_date": None}) is None
