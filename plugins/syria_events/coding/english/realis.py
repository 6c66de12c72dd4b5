"""Whether it happened: actual, planned, hypothetical, negated or historical, by the words that govern the trigger."""

from __future__ import annotations

from datetime import date, timedelta

from syria_events.coding.english.casualties import Toll
from syria_events.coding.english.clauses import Scope
from syria_events.coding.english.inflection import BASE, GERUND
from syria_events.coding.english.lexicon import Hit
from syria_events.coding.english.scene import Scene, When
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.wordsets import wordset
from syria_events.model import EventDate

RECENT = timedelta(days=31)
"""Older than this is history (codebook, rule 2: about 30 days)."""
_SCOPE = 7
"""How many words before a trigger a cue governs it."""
_STARTED = frozenset({"launched", "began", "started", "resumed", "begun", "erupted", "broke"})
_WHOLE_WAR = 1000
"""A toll of this size beside words for the war is the war's."""
_TOOL = 5
"""Words of what somebody uses to do it."""
_NO_DAY = 2000
"""No day of the war has cost so many lives: the gas attack of August 2013, the worst, is put at up to 1729."""
_BREAKS = wordset("realis.breaks")
_OPENING = wordset("realis.opening")
_MODALS = frozenset({"could", "may", "might", "would", "will", "can"})
_LONG = wordset("realis.long")
_ABLE = wordset("realis.able")
_RECORD = frozenset(
    {"first", "worst", "deadliest", "bloodiest", "biggest", "largest", "heaviest", "highest", "fiercest", "most"}
)
_CONDITIONS = frozenset({"unless", "if"})
_GOVERNING = frozenset({"planned", "hypothetical", "negated"})


def realis(scene: Scene, trigger: Trigger, scope: Scope, day: EventDate | None) -> tuple[str, str]:
    """Return the realis of what `trigger` tells, and the rule that says so (empty where nothing does)."""
    if is_claimed(scene, trigger, scope.clause_first):
        return "actual", "rule/who claims it"
    cue = governing(scene, trigger, scope.clause_first, _GOVERNING) or _modal_after(scene, trigger)
    if cue:
        return cue.entry.label, cue.entry.rule
    condition = _CONDITIONS.intersection(scene.reading.words[scope.clause_first : trigger.first])
    if condition:
        return "hypothetical", f"rule/{min(condition)}"
    if trigger.kind.is_violent and scene.cue("court", scope.clause_first, trigger.first):
        return "historical", "rule/what a court has before it"
    if is_purpose(scene, trigger):
        return "planned", "rule/to do it, not done"
    if is_past(day, scene.published):
        return "historical", "rule/older than a month"
    habit = scene.cue("historical", max(0, trigger.first - 6), min(scope.last, trigger.last + 5))
    return ("historical", habit.entry.rule) if habit else ("actual", "")


def is_claimed(scene: Scene, trigger: Trigger, first: int) -> bool:
    """Whether a noun is what somebody, or nobody, claims responsibility for: it happened, and was told before."""
    words = scene.reading.words[max(first, trigger.first - _SCOPE) : trigger.first]
    return not trigger.verb and trigger.kind.is_violent and "responsibility" in words and "for" in words


def is_past(day: EventDate | None, published: date | None) -> bool:
    """Whether a date lies further back than what counts as news."""
    return bool(day and day.end and published and day.end < published - RECENT)


def is_purpose(scene: Scene, trigger: Trigger) -> bool:
    """Whether a verb is what somebody is out to do: "to seize the city", but not "managed to seize"."""
    words = scene.reading.words
    if not trigger.verb or trigger.tag != BASE or trigger.first < 2 or words[trigger.first - 1] != "to":
        return False
    before = trigger.first - 2
    while (when := next((when for when in scene.dates if when.first <= before < when.last), None)) and when.first:
        before = when.first - 1  # "continued on Monday to pound"
    if not {"using", "used"}.isdisjoint(words[max(0, before - _TOOL) : before + 1]):
        return False  # "used missile launchers to shell the town"
    return words[before] not in _ABLE


def governing(scene: Scene, trigger: Trigger, first: int, labels: frozenset[str]) -> Hit | None:
    """Return the cue before a trigger that governs it, the nearest; null for none."""
    words = scene.reading.words
    start = trigger.first
    while start > max(first, trigger.first - _SCOPE) and not _breaks(words, start - 1):
        start -= 1
        if words[start] == "in" and not trigger.verb:
            break  # "expected to rise in the blast": the blast is no expectation
    cues = [
        hit
        for hit in scene.found("cues", start, trigger.first)
        if hit.entry.label in labels and hit.last <= trigger.first
    ]
    return cues[-1] if cues else None


def _breaks(words: tuple[str, ...], position: int) -> bool:
    """Whether a word ends what a cue before it governs; "that" after "denied" does not."""
    return words[position] in _BREAKS and not (words[position] == "that" and words[position - 1] in _OPENING)


def _modal_after(scene: Scene, trigger: Trigger) -> Hit | None:
    """ "Air strikes could hit the town", "capturing the city would be a prize": only possible, or to come."""
    words = scene.reading.words
    takes = trigger.kind.family == "territory" and (not trigger.verb or trigger.tag == GERUND)
    if trigger.verb and not takes:
        return None
    for position in range(trigger.last, min(len(words), trigger.last + (_SCOPE if takes else 1))):
        if words[position] in _BREAKS:
            return None
        if words[position] in _MODALS:
            return next((h for h in scene.found("cues", position, position + 1) if h.entry.label in _GOVERNING), None)
    return None


def span_of_toll(scene: Scene, tolls: list[Toll], first: int, last: int) -> tuple[bool, When | None]:
    """Return whether a toll in words [first, last) is one over a longer time, and the date since when.

    "since Friday" or "in the past 24 hours" is one happening; "since April", "over the past months", "the war" is not.
    """
    numbers = [toll.quantity.best or toll.quantity.low or 0 for toll in tolls if toll.kind != "displaced"]
    largest = max(numbers, default=0)
    dead = max((toll.quantity.best or toll.quantity.low or 0 for toll in tolls if toll.kind == "killed"), default=0)
    if dead >= _NO_DAY or largest >= 10 * _WHOLE_WAR or (largest >= _WHOLE_WAR and speaks_of_war(scene, first, last)):
        return True, next(iter(scene.dates_in(first, last)), None)
    words = scene.reading.words
    for cue in scene.found("cues", first, last):
        if cue.entry.label != "since":
            continue
        if not _RECORD.isdisjoint(words[max(first, cue.first - _SCOPE) : cue.first]):
            continue  # "for the first time since 2016"
        if words[cue.first] != "since":
            if not _LONG.isdisjoint(words[cue.last : cue.last + 3]):
                return True, None
            continue
        when = next((when for when in scene.dates_in(cue.first, min(last, cue.last + 12)) if not when.weekday), None)
        if when and when.date.precision in {"month", "year"}:
            return True, when
        if not when and not _STARTED.isdisjoint(words[cue.last : cue.last + 6]):
            return True, None
        if not when and (_WHOLE & set(words[cue.last : cue.last + 4]) or speaks_of_war(scene, cue.last, last)):
            return True, None
    return False, None


_WHOLE = frozenset(
    {"start", "beginning", "outbreak", "war", "conflict", "uprising", "revolution", "then", "began", "crisis"}
)


def speaks_of_war(scene: Scene, first: int, last: int) -> bool:
    """Whether words [first, last) speak of the whole war ("Syria's war", not "a Syria war monitor")."""
    words = scene.reading.words
    return any(
        hit.entry.label == "conflict"
        and words[hit.last : hit.last + 1] not in {("monitor",), ("monitoring",), ("zone",)}
        for hit in scene.found("cues", first, last)
    )
