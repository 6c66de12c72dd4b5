"""Which date of a sentence is that of the happening."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from syria_events.coding.english.clauses import Scope
from syria_events.coding.english.dates.timeline import heading_of
from syria_events.coding.english.scene import Scene, When
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.words.reading import Sentence

_WEEKS = timedelta(days=31)
_COUNTED = frozenset({"toll", "number"})
RISING = frozenset({"rises", "rose", "risen", "climbed", "climbs", "increased", "reached", "jumped", "soared"})
_DETERMINERS = frozenset({"a", "an", "the", "its", "their", "his"})
_SPEECH = 7
"""How many words may lie between "said" and the day on which it was said."""


def is_of_speech(scene: Scene, when: When) -> bool:
    """Whether a date tells when somebody spoke: "said on Tuesday", "on Monday claimed", "said in a new toll Sunday"."""
    if _is_attribute(scene, when):
        return False
    sentence = scene.reading.sentences[scene.reading.sentence_of[when.first]]
    reach = (max(sentence.first, when.first - _SPEECH), min(sentence.last, when.last + 1))
    said = [hit for hit in scene.found("cues", *reach) if hit.entry.label == "source"]
    if _is_of_count(scene, when):
        return True
    if any(hit.first == when.last and scene.reading.words[hit.first] != "according" for hit in said):
        return True
    before = [hit for hit in said if hit.last <= when.first]
    if not before:
        return _opens_speech(scene, when)
    between = (before[-1].last, when.first)
    told = [hit for hit in scene.found("harm", *between) if hit.entry.detail != "toll"]  # "said in a new toll Sunday"
    return not told and not any(scene.found(table, *between) for table in ("triggers", "people"))


def is_of_caption(scene: Scene, when: When) -> bool:
    """Whether a date closes a sentence with its year, as captions do, which may show another day."""
    words = scene.reading.words
    sentence = scene.reading.sentences[scene.reading.sentence_of[when.first]]
    year = scene.published is not None and words[when.last - 1] == str(scene.published.year)
    return year and when.date.precision == "day" and sentence.last - when.last <= 1


def _is_of_count(scene: Scene, when: When) -> bool:
    """ "The death toll rose to 25 on Monday": the day of the count, not of the deaths."""
    sentence = scene.reading.sentences[scene.reading.sentence_of[when.first]]
    words = scene.reading.words
    if _COUNTED.isdisjoint(words[sentence.first : when.first]):
        return False
    risen = next((at for at in range(when.first - 1, sentence.first, -1) if words[at] in RISING), None)
    return risen is not None and not scene.found("triggers", risen, when.first)


def _opens_speech(scene: Scene, when: When) -> bool:
    """ "On Saturday the Observatory quoted sources as saying": the day, then who speaks, then that he does."""
    sentence = scene.reading.sentences[scene.reading.sentence_of[when.first]]
    named = scene.actors_in(when.last, when.last + 3)
    if when.first - sentence.first > 1 or not named or named[0].mention.sector not in {"NGO", "JRN"}:
        return False
    cue = scene.cue("source", named[0].last, min(sentence.last, named[0].last + _SPEECH * 3))
    return cue is not None and not any(scene.found(table, named[0].last, cue.first) for table in ("triggers", "harm"))


def _is_attribute(scene: Scene, when: When) -> bool:
    """Whether a date stands before what tells of a happening: "an October 2 bomb attack", "Tuesday's armed raid"."""
    words = scene.reading.words
    if when.weekday and words[when.last - 1].endswith("s"):
        return bool(scene.found("triggers", when.last, when.last + 2))
    before = words[when.first - 1] if when.first else ""
    return before in {"a", "an", "the", "this"} and bool(scene.found("triggers", when.last, when.last + 1))


def date_of(scene: Scene, trigger: Trigger, scope: Scope) -> When | None:
    """Return the date nearest to a trigger in its words, else in its clause, else in its sentence; null for none.

    A clause with "when" is of the time that stands before it: "at war since 2011, when the army shelled …".
    """
    sentence = scene.reading.sentences[scope.sentence]
    near = scene.dates_in(scope.first, scope.last)
    near = near or _of_head(scene, scope)
    near = near or _of_other(scene, trigger, scene.dates_in(scope.clause_first, scope.clause_last))
    near = near or _of_other(scene, trigger, scene.dates_in(sentence.first, sentence.last))
    near = tuple(when for when in near if when.first < trigger.first or scene.reading.words[when.first] != "after")
    near = tuple(_begun(scene, trigger, when) for when in near)
    chosen = min(
        near,
        key=lambda when: (
            _is_long(scene, when),
            is_of_speech(scene, when),
            when.since,
            abs(when.first - trigger.first),
        ),
        default=None,
    )
    if chosen is None and not sentence.title:
        return heading_of(scene, scope.sentence)
    return _from_speech(scene, chosen, sentence) if chosen and chosen.of_hours else chosen


def _begun(scene: Scene, trigger: Trigger, when: When) -> When:
    """Take what "since" leads to for a beginning: "raids have grown since rebels took the hill on July 31"."""
    since = "since" in scene.reading.words[trigger.last : when.first]
    return replace(when, since=True) if since and when.date.precision == "day" else when


def _of_head(scene: Scene, scope: Scope) -> tuple[When, ...]:
    """The date right before a clause with "when", which is no beginning of it but its time."""
    at = scope.clause_first
    if scene.reading.words[at] != "when":
        return ()
    return tuple(replace(when, since=False) for when in scene.dates if at - 1 <= when.last <= at)


def _of_other(scene: Scene, trigger: Trigger, found: tuple[When, ...]) -> tuple[When, ...]:
    """Leave out what dates another thing: "a 2019 raid", and for an arrest the year of the crime."""
    arrest = trigger.kind.family == "arrest"
    words = scene.reading.words
    return tuple(
        when for when in found if not (when.date.precision == "year" and (arrest or words[when.first] in _DETERMINERS))
    )


def _is_long(scene: Scene, when: When) -> bool:
    """Whether a date only begins a longer time: "since April", not "since Thursday"."""
    recent = when.date.start and scene.published and scene.published - when.date.start <= _WEEKS
    return when.since and not (when.date.precision == "day" and recent)


def _from_speech(scene: Scene, when: When, sentence: Sentence) -> When:
    """Count "overnight" from the day of speech: "killed in the past 24 hours, the ministry said on Saturday"."""
    said = [
        other.date.start
        for other in scene.dates_in(sentence.first, sentence.last)
        if other.weekday and other.date.start and is_of_speech(scene, other)
    ]
    if not said or not scene.published or not when.date.start or not when.date.end:
        return when
    shift = said[0] - scene.published
    if not -timedelta(days=3) <= shift < timedelta():
        return when
    return replace(when, date=replace(when.date, start=when.date.start + shift, end=when.date.end + shift))
