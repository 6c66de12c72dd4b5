"""What changed between two states of an event, field by field."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields

from syria_events.events.event import Event


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after, as text; None is null, or an event that was not there."""

    field: str
    old: str | None
    new: str | None


def changes(old: Event | None, new: Event | None) -> tuple[Change, ...]:
    """Return what differs, in the order of the fields of `Event`; empty where nothing does.

    Tolls, actors and dates are compared by part: `toll.killed.all.best`, `actor1.russia`, `event_date.start`. An
    event that is new or gone changes its `event_id` from or to None, and every field that it has.
    """
    before, after = _flat(old), _flat(new)
    names = list(dict.fromkeys([*after, *before]))
    return tuple(
        Change(name, before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)
    )


def _flat(event: Event | None) -> dict[str, str | None]:
    if event is None:
        return {}
    flat: dict[str, str | None] = {}
    for entry in fields(event):
        flat |= _parts(entry.name, getattr(event, entry.name))
    return flat


def _parts(name: str, value: object) -> dict[str, str | None]:
    if name == "event_date":
        return {f"{name}.{key}": _text(part) for key, part in asdict(value).items()}
    if name == "place":
        # Offsets belong to one article, not to the event.
        parts = asdict(value) if value else {}
        return {f"{name}.{key}": _text(part) for key, part in parts.items() if key not in ("start", "end")}
    if name == "actors":
        return {f"{actor.role}.{actor.group}": actor.name for actor in value}
    if name == "tolls":
        return {
            f"toll.{toll.kind}.{toll.victims}.{bound}": _text(getattr(toll, bound))
            for toll in value
            for bound in ("low", "best", "high")
        }
    if name in ("versions", "claimed_by"):
        return {name: json.dumps([asdict(part) for part in value], ensure_ascii=False) if value else None}
    if name == "languages":
        return {name: " ".join(value)}
    return {name: _text(value)}


def _text(value: object) -> str | None:
    return None if value is None else str(value)
