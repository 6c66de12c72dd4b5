"""Events in the layout of GDELT Events 2.0: 61 columns, one row per event.

Null beats a guess: ethnicity, religion, tone and the places of the actors themselves stay empty. The event code is the
CAMEO root "not specified below", for example 190; CAMEO's detail is not coded. As in GDELT, reducing relations (16)
counts as material conflict.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from syria_events.warehouse.rows import Row

ACTOR_FIELDS = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
GEO_FIELDS = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{number}{name}" for number in (1, 2) for name in ACTOR_FIELDS),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{who}Geo_{name}" for who in ("Actor1", "Actor2", "Action") for name in GEO_FIELDS),
    *("DATEADDED", "SOURCEURL"),
)
COUNTRY, WORLDCITY, WORLDSTATE = 1, 4, 5
GEO_TYPES = {1: WORLDCITY, 2: WORLDCITY, 3: WORLDSTATE, 4: COUNTRY}
MATERIAL_CONFLICT = 4


def gdelt_row(event: Row) -> Row | None:
    """Return one row of GDELT's layout, or None for an event without a day, which GDELT cannot hold."""
    day = event["event_start_date"]
    if day is None:
        return None
    root = event["cameo_root"]
    values: Row = {
        "GLOBALEVENTID": int(event["event_id"][1:15], 16),
        "SQLDATE": f"{day:%Y%m%d}",
        "MonthYear": f"{day:%Y%m}",
        "Year": day.year,
        "FractionDate": f"{day.year + (day.month * 30 + day.day) / 365:.4f}",
        "IsRootEvent": 1,
        "EventCode": f"{root}0",
        "EventBaseCode": f"{root}0",
        "EventRootCode": root,
        "QuadClass": MATERIAL_CONFLICT if root == "16" else event["quad_class"],
        "GoldsteinScale": event["goldstein_score"],
        "NumMentions": event["report_count"],
        "NumSources": event["source_count"],
        "NumArticles": event["article_count"],
        "DATEADDED": f"{event['first_reported_at']:%Y%m%d%H%M%S}",
        "SOURCEURL": event["article_url"] or "",
        **_actor(1, event["actor1_codes"], event["actor1_names"]),
        **_actor(2, event["actor2_codes"], event["actor2_names"]),
        **_geo(event),
    }
    return {name: values.get(name, "") for name in COLUMNS}


def _actor(number: int, codes: str | None, names: str | None) -> Row:
    if not codes:
        return {}
    group = codes.split("|")[0]
    row = _actor_codes().get(group) or {"code": group.upper(), "country": group.upper(), "known_group": "", "type1": ""}
    found = {
        "Code": row["code"],
        "Name": (names or group).upper(),
        "CountryCode": row["country"],
        "KnownGroupCode": row["known_group"],
        "Type1Code": row["type1"],
    }
    return {f"Actor{number}{name}": value for name, value in found.items()}


def _geo(event: Row) -> Row:
    if event["country"] is None or event["place_precision"] is None:
        return {}
    parts = (event["place_name"], event["governorate"], "Syria" if event["country"] == "SY" else event["country"])
    found = {
        "Type": GEO_TYPES[event["place_precision"]],
        "FullName": ", ".join(dict.fromkeys(part for part in parts if part)),
        "CountryCode": event["country"] if event["country"] == "SY" else "",
        "ADM1Code": _fips().get(event["admin1_pcode"], ""),
        "Lat": "" if event["lat"] is None else event["lat"],
        "Long": "" if event["lon"] is None else event["lon"],
    }
    return {f"ActionGeo_{name}": value for name, value in found.items()}


@cache
def _actor_codes() -> dict[str, dict[str, str]]:
    return {row["group"]: row for row in _table("gdelt_actors.csv")}


@cache
def _fips() -> dict[str | None, str]:
    return {row["admin1_pcode"]: row["fips"] for row in _table("gdelt_governorates.csv")}


def _table(name: str) -> list[dict[str, str]]:
    text = (files("syria_events.export") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
