"""Whether it happened: actual, planned, hypothetical, negated or historical, by the words that govern the trigger."""

from __future__ import annotations

from datetime import date, timedelta

from syria_events.coding.english.clauses import Scope
from syria_events.coding.english.lexicon import Hit
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.triggers import Trigger
from syria_events.coding.english.wordsets import wordset
from syria_events.model import EventDate

RECENT = timedelta(days=31)
"""Older than this is history (codebook, rule 2: about 30 days)."""
_SCOPE = 7
"""How many words before a trigger a cue governs it."""
_BREAKS = wordset("realis.breaks")


def realis(scene: Scene, trigger: Trigger, scope: Scope, day: EventDate | None) -> tuple[str, str]:
    """Return the realis of what `trigger` tells, and the rule that says so (empty where nothing does)."""
    cue = _governing(scene, trigger, scope.clause_first)
    if cue:
        return cue.entry.label, cue.entry.rule
    if is_past(day, scene.published):
        return "historical", "rule/older than a month"
    habit = scene.cue("historical", max(scope.first, trigger.first - 6), min(scope.last, trigger.last + 12))
    return ("historical", habit.entry.rule) if habit else ("actual", "")


def is_past(day: EventDate | None, published: date | None) -> bool:
    """Whether a date lies further back than what counts as news."""
    return bool(day and day.end and published and day.end < published - RECENT)


def _governing(scene: Scene, trigger: Trigger, first: int) -> Hit | None:
    words = scene.reading.words
    start = trigger.first
    while start > max(first, trigger.first - _SCOPE) and words[start - 1] not in _BREAKS:
        start -= 1
    cues = [
        hit
        for hit in scene.found("cues", start, trigger.first)
        if hit.entry.label in {"planned", "hypothetical", "negated"} and hit.last <= trigger.first
    ]
    return cues[-1] if cues else None


def is_cumulative(scene: Scene, first: int, last: int) -> bool:
    """Whether a toll of words [first, last) is one over a longer time or of the whole war."""
    if speaks_of_war(scene, first, last) and (scene.cue("since", first, last) or scene.found("harm", first, last)):
        return True
    since = scene.cue("since", first, last)
    return bool(since) and (
        any(when.since for when in scene.dates_in(first, last)) or since.entry.rule.split(": ")[1] != "since"
    )


def speaks_of_war(scene: Scene, first: int, last: int) -> bool:
    """Whether words [first, last) speak of the whole war ("Syria's war", not "a Syria war monitor")."""
    words = scene.reading.words
    return any(
        hit.entry.label == "conflict"
        and words[hit.last : hit.last + 1] not in {("monitor",), ("monitoring",), ("zone",)}
        for hit in scene.found("cues", first, last)
    )
