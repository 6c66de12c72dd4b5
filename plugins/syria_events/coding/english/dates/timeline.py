"""Timelines: lines of a date and what happened then, as articles end with to tell the war from its beginning."""

from __future__ import annotations

from syria_events.coding.english.scene import Scene, When

_HEADINGS = 3
"""Dates that begin sentences in a timeline at least."""
_LEADS = frozenset({"in", "on", "since", "last", "this", "early", "late", "during", "by", "until", "from", "of", "the"})
"""What a sentence that only begins with a date has before it."""
_LONG = frozenset({"month", "year"})


def heading_of(scene: Scene, sentence: int) -> When | None:
    """Return the date under which a sentence stands in a timeline: of what it tells, if it gives no date itself."""
    begins = {one.first: one.index for one in scene.reading.sentences if not one.title}
    headings = [when for when in scene.dates if when.first in begins and _is_heading(scene, when)]
    if len(headings) < _HEADINGS:
        return None
    return next((when for when in reversed(headings) if begins[when.first] <= sentence), None)


def _is_heading(scene: Scene, when: When) -> bool:
    """Whether a date stands bare before what happened then: "July 2013 Rebels take …", not "In July rebels took …"."""
    if when.date.start is None or scene.published is None or when.weekday or when.since:
        return False
    words = scene.reading.words
    named = words[when.first] not in _LEADS
    return named and (when.date.precision in _LONG or when.date.start.year < scene.published.year)
