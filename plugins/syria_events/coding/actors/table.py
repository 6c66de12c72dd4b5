"""Reading the actor tables that the package ships."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from importlib.resources import files
from typing import TypeVar

from syria_events.coding.actors.actor import ALIAS_KINDS, Actor, Alias, Period
from syria_events.coding.actors.groups import is_group
from syria_events.model import SyriaEventsError

T = TypeVar("T")


class ActorTableError(SyriaEventsError):
    """A row of an actor table that cannot be understood."""


def read_actors() -> list[Actor]:
    """Return the actors with their periods. Raises ActorTableError naming table and line."""
    periods: dict[str, list[Period]] = defaultdict(list)
    for actor_id, period in _read("actor_periods.csv", _period):
        periods[actor_id].append(period)
    return list(_read("actors.csv", lambda row: _actor(row, tuple(periods[row["actor_id"]]))))


def read_aliases() -> list[Alias]:
    """Return the aliases of all actors. Raises ActorTableError naming table and line."""
    return list(_read("actor_aliases.csv", _alias))


def _read(table: str, build: Callable[[dict[str, str]], T]) -> Iterator[T]:
    text = files("syria_events.coding").joinpath("data", table).read_text(encoding="utf-8")
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line and not line.startswith("#")]
    for (number, _), row in zip(lines[1:], csv.DictReader(line for _, line in lines), strict=True):
        try:
            yield build(row)
        except (KeyError, ValueError, TypeError) as error:
            raise ActorTableError(f"{table}, line {number}: {error}") from error


def _actor(row: dict[str, str], periods: tuple[Period, ...]) -> Actor:
    return Actor(
        actor_id=row["actor_id"],
        name_en=row["name_en"],
        name_ar=row["name_ar"] or None,
        wikidata_id=row["wikidata_id"] or None,
        sector=row["sector"],
        group=_group(row["group"]),
        acled_inter=int(row["acled_inter"]) if row["acled_inter"] else None,
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
        parent=row["parent"] or None,
        periods=periods,
    )


def _period(row: dict[str, str]) -> tuple[str, Period]:
    return row["actor_id"], Period(_group(row["group"]), _day(row["valid_from"]), _day(row["valid_to"]))


def _alias(row: dict[str, str]) -> Alias:
    if row["kind"] not in ALIAS_KINDS:
        raise ValueError(f"unknown kind {row['kind']!r}; known are {', '.join(ALIAS_KINDS)}")
    return Alias(row["actor_id"], row["alias"], row["kind"], _day(row["valid_from"]), _day(row["valid_to"]))


def _group(text: str) -> str:
    if not is_group(text):
        raise ValueError(f"unknown group {text!r}")
    return text


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
