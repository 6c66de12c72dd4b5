"""Events in ACLED's layout: 31 columns, one row per event.

Left out is what ACLED has no code for: events of no ACLED type, outside Syria, without a day, week or month, or placed
no better than in the country. ACLED's codebook says of the rest: `time_precision` 1 the day, 2 the week, 3 the month,
of which the middle stands in; `geo_precision` 1 the place, 2 near it, 3 a larger region whose capital stands in;
`interaction` the two codes, the smaller first, a sole actor with 0; violence by nobody named is that of an unidentified
armed group; in demonstrations the demonstrators are actor1, a named group of theirs is associated, and whoever
intervenes is actor2. Fatalities are the best estimate, 0 where nobody says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from syria_events.warehouse.rows import Row

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip

TIME_PRECISION = {"day": 1, "week": 2, "month": 3}
SCALES = {"syria": "National", "region": "Regional", "world": "International"}
DEMONSTRATORS = {"Protests": ("Protesters (Syria)", 6), "Riots": ("Rioters (Syria)", 5)}
UNIDENTIFIED = ("Unidentified Armed Group (Syria)", 3)
ARMED_TYPES = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})
PEACEFUL = "Peaceful protest"
CIVILIANS = 7
SYRIA_ISO = 760


@dataclass(frozen=True, slots=True)
class Actor:
    """What ACLED shows of a group: name and interaction code."""

    name: str
    inter: int


@dataclass(frozen=True, slots=True)
class Side:
    """An actor with those at its side; nobody by default."""

    name: str = ""
    inter: int = 0
    associated: tuple[str, ...] = field(default=())


def acled_row(event: Row, actors: Mapping[str, Actor]) -> Row | None:
    """Return one row of ACLED's layout, or None for what ACLED would not code."""
    if not _is_codable(event):
        return None
    day = event["event_start_date"]
    day += timedelta(days=((event["event_end_date"] or day) - day).days // 2)
    first, second = _sides(event, actors)
    values = (
        f"SYR{event['event_id']}", day.isoformat(), day.year, TIME_PRECISION[event["date_precision"]],
        event["disorder_type"], event["acled_event_type"], event["acled_sub_event_type"], first.name,
        "; ".join(first.associated), first.inter, second.name, "; ".join(second.associated), second.inter,
        interaction(first.inter, second.inter), "Civilian targeting" if _targets_civilians(event, second) else "",
        SYRIA_ISO, "Middle East", "Syria", event["governorate"] or "", event["district"] or "", "",
        event["place_name"] or "", event["lat"], event["lon"], event["place_precision"], event["source_names"] or "",
        _scale(event["source_scopes"]), _notes(event), event["killed_best"] or 0, _tags(event),
        int(event["last_reported_at"].timestamp()),
    )  # fmt: skip
    return dict(zip(COLUMNS, values, strict=True))


def interaction(inter1: int, inter2: int) -> int:
    """Return ACLED's interaction code: both digits, the smaller first; a sole actor's digit, then 0."""
    small, large = sorted((inter1, inter2))
    return large * 10 if small == 0 else small * 10 + large


def _is_codable(event: Row) -> bool:
    placed = event["country"] == "SY" and event["place_precision"] in (1, 2, 3)
    dated = event["event_start_date"] is not None and event["date_precision"] in TIME_PRECISION
    return event["acled_event_type"] is not None and placed and dated


def _sides(event: Row, actors: Mapping[str, Actor]) -> tuple[Side, Side]:
    one, two = _groups(event["actor1_codes"]), _groups(event["actor2_codes"])
    kind = event["acled_event_type"]
    if kind in DEMONSTRATORS:
        if "protesters" in two and "protesters" not in one:
            one, two = two, one
        name, inter = DEMONSTRATORS[kind]
        theirs = tuple(actors[group].name for group in one if group != "protesters")
        others = () if event["acled_sub_event_type"] == PEACEFUL else two
        return Side(name, inter, theirs), _side(others, actors)
    first = _side(one, actors)
    if not first.name and kind in ARMED_TYPES:
        first = Side(*UNIDENTIFIED)
    if not first.name:
        return _side(two, actors), Side()
    return first, _side(two, actors)


def _side(groups: tuple[str, ...], actors: Mapping[str, Actor]) -> Side:
    if not groups:
        return Side()
    lead, *others = (actors[group] for group in groups)
    return Side(lead.name, lead.inter, tuple(actor.name for actor in others))


def _groups(joined: str | None) -> tuple[str, ...]:
    return tuple(joined.split("|")) if joined else ()


def _targets_civilians(event: Row, second: Side) -> bool:
    kinds = {event["acled_event_type"], event["acled_sub_event_type"]}
    if kinds & {"Violence against civilians", "Excessive force against protesters"}:
        return True
    return second.inter == CIVILIANS and bool(kinds & {"Explosions/Remote violence", "Mob violence"})


def _scale(scopes: str | None) -> str:
    found = _groups(scopes)
    return "-".join(name for scope, name in SCALES.items() if scope in found)


def _notes(event: Row) -> str:
    return " | ".join(text for text in (event["headline"], event["evidence"]) if text)


def _tags(event: Row) -> str:
    return f"confidence={event['confidence']}" + ("; contested" if event["is_contested"] else "")
