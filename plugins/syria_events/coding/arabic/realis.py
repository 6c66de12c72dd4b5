"""Whether a clause tells what happened, or only what may, will, did not or long ago did happen."""

from __future__ import annotations

from datetime import date

from syria_events.coding.arabic.clauses import Clause
from syria_events.coding.arabic.kinds import Happening
from syria_events.coding.arabic.lexicon import Found
from syria_events.coding.arabic.reading import Reading
from syria_events.model import EventDate

RECENT_DAYS = 30
_REACH = {"planned": 6, "hypothetical": 7, "negated": 2, "denied": 7, "cancelled": 7, "any": 1}
_MEANING = {"cancelled": "negated", "denied": "negated", "any": "hypothetical"}
_PRESENT = frozenset("يت")


def realis(
    reading: Reading, clause: Clause, happening: Happening, day: EventDate | None, published: date | None
) -> str:
    """Return the codebook's realis of a happening told in a clause on a day (null: no date in the clause)."""
    if happening.trigger.future or _is_launched_later(reading, clause, happening.trigger):
        return "planned"
    if happening.kind.family in {"threat"}:
        return "planned"
    near = _nearest_cue(reading, clause, happening.trigger)
    if near:
        return _MEANING.get(near, near)
    if _in_clause(reading, clause, "anniversary"):
        return "historical"
    if day and day.end and published and (published - day.end).days > RECENT_DAYS:
        return "historical"
    if _in_clause(reading, clause, "habit") and day is None:
        return "historical"
    if _in_clause(reading, clause, "historical") and (day is None or day.precision in {"year", "unknown"}):
        return "historical"
    return "actual"


def _nearest_cue(reading: Reading, clause: Clause, trigger: Found) -> str | None:
    """The cue that governs the trigger: the nearest before it, within the reach of its kind."""
    if (
        trigger.first > clause.first
        and reading.words[trigger.first - 1].lstrip("و") == "قد"
        and _is_present(reading, trigger)
    ):
        return "hypothetical"
    for position in range(trigger.first - 1, max(clause.first, trigger.first - 7) - 1, -1):
        for hit in reading.at["cues"].get(position, ()):
            reach = _REACH.get(hit.entry.detail, 0)
            if hit.label == "realis" and hit.last <= trigger.first and trigger.first - hit.last < reach:
                return hit.entry.detail
    return None


def _is_launched_later(reading: Reading, clause: Clause, trigger: Found) -> bool:
    """ستشن … غارات, قد تشن …: the verb that carries the deed tells what may come."""
    for position in range(max(clause.first, trigger.first - 5), trigger.first):
        word = reading.words[position]
        if word == "قد" and reading.words[position + 1][0] in _PRESENT:
            return True
        if word[:2] in {"سي", "ست"} and any(hit.entry.detail == "launch" for hit in reading.carried(word[1:])):
            return True
    return False


def _is_present(reading: Reading, trigger: Found) -> bool:
    return trigger.entry.detail == "verb" and reading.words[trigger.first][0] in _PRESENT


def _in_clause(reading: Reading, clause: Clause, detail: str) -> bool:
    return any(
        hit.label == "realis" and hit.entry.detail == detail
        for hit in reading.between("cues", clause.first, clause.last)
    )


def is_cumulative(reading: Reading, clause: Clause) -> bool:
    """Say whether the clause counts over a longer time ("منذ بداية العام", "خلال الشهر")."""
    return _in_clause(reading, clause, "cumulative")
