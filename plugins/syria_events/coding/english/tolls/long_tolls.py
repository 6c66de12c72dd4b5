"""Tolls over a longer time or of the whole war, which are none of a happening (codebook, rule 7)."""

from __future__ import annotations

from datetime import date, timedelta

from syria_events.coding.english.scene import Scene, When
from syria_events.coding.english.tolls.casualties import Toll
from syria_events.coding.english.words.lexicon import Hit
from syria_events.coding.english.words.wordsets import wordset

_TALLIES = frozenset({"month", "year"})
_SCOPE = 12
"""How many words before "since" tell of what it is the first or worst."""

_STARTED = frozenset({"launched", "began", "started", "resumed", "begun", "erupted", "broke"})
_LASTING = timedelta(days=4)
_WHOLE_WAR = 1000
"""A toll of this size beside words for the war is the war's."""
_NO_DAY = 2000
"""No day of the war has cost so many lives: the gas attack of August 2013, the worst, is put at up to 1729."""
_LONG = wordset("realis.long")
_SPANS = _LONG | {"day", "days"}
_RECORD = frozenset(
    {"first", "worst", "deadliest", "bloodiest", "biggest", "largest", "heaviest", "highest", "fiercest", "most"}
)


def span_of_toll(scene: Scene, tolls: list[Toll], first: int, last: int) -> tuple[bool, When | None]:
    """Return whether a toll in words [first, last) is one over a longer time, and the date since when.

    "since Friday" or "in the past 24 hours" is one happening; "since April", "over the past months", "the war" is not.
    """
    dead, largest = _largest(tolls, {"killed"}), _largest(tolls, {"killed", "injured", "missing", "detained"})
    if dead >= _NO_DAY or largest >= 10 * _WHOLE_WAR or (largest >= _WHOLE_WAR and speaks_of_war(scene, first, last)):
        return True, next(iter(scene.dates_in(first, last)), None)
    year = next((when for when in scene.dates_in(first, last) if _is_so_far(when, scene.published)), None)
    if year:
        return True, year
    cues = [cue for cue in scene.found("cues", first, last) if cue.entry.label == "since"]
    return next((span for span in (_span_since(scene, cue, first, last) for cue in cues) if span[0]), (False, None))


def is_of_war(scene: Scene, tolls: list[Toll], since: When | None, first: int, last: int) -> bool:
    """Return whether a toll is the whole war's: its words [first, last) speak of it, or no part cost as many lives."""
    dead = _largest(tolls, {"killed"})
    part = since is not None or not _SPANS.isdisjoint(scene.reading.words[first:last])
    return speaks_of_war(scene, first, last) or dead >= (10 * _WHOLE_WAR if part else _NO_DAY)


def _largest(tolls: list[Toll], what: set[str]) -> int:
    return max((toll.quantity.best or toll.quantity.low or 0 for toll in tolls if toll.kind in what), default=0)


def _span_since(scene: Scene, cue: Hit, first: int, last: int) -> tuple[bool, When | None]:
    """Whether a word such as "since" begins a longer time, and the date since when."""
    words = scene.reading.words
    if not _RECORD.isdisjoint(words[max(first, cue.first - _SCOPE) : cue.first]):
        return False, None  # "for the first time since 2016"
    if words[cue.first] != "since":
        return not _LONG.isdisjoint(words[cue.last : cue.last + 3]), None
    if words[cue.last - 1] == "then":
        return True, _then(scene, cue)
    near = scene.dates_in(cue.first, min(last, cue.last + 12))
    when = next((when for when in near if not when.weekday or when.first == cue.last), None)
    if when:
        begins = bool(_WHOLE & set(words[cue.last : cue.last + 3]))
        return when.date.precision in {"month", "year"} or begins or _is_days_ago(when, scene.published), when
    begins = not _STARTED.isdisjoint(words[cue.last : cue.last + 6])
    return begins or not _WHOLE.isdisjoint(words[cue.last : cue.last + 4]) or speaks_of_war(scene, cue.last, last), None


def _then(scene: Scene, cue: Hit) -> When | None:
    """What "since then" means: the last date before it, in its sentence or the one before."""
    sentence = scene.reading.sentence_of[cue.first]
    first = scene.reading.sentences[max(0, sentence - 1)].first
    return next(iter(reversed(scene.dates_in(first, cue.first))), None)


def _is_days_ago(when: When, published: date | None) -> bool:
    """Whether "since July 11" is longer than one happening lasts: half a week before the article."""
    start = when.date.start
    return bool(published and start and published - start >= _LASTING)


def _is_so_far(when: When, published: date | None) -> bool:
    """Whether a date is the month or year of the article: "killed 14 in raids this year"."""
    start, end = when.date.start, when.date.end
    return bool(when.date.precision in _TALLIES and published and start and end and start <= published <= end)


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
