"""Whether it happened: actual, planned, hypothetical, negated or historical, by the words that govern the trigger."""

from __future__ import annotations

from datetime import date, timedelta

from syria_events.coding.english.clauses import Scope
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.telling.governing import GOVERNING, SCOPE, governing, modal_after
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.words.inflection import BASE, PRESENT
from syria_events.coding.english.words.lexicon import Hit
from syria_events.coding.english.words.wordsets import wordset
from syria_events.model import EventDate

RECENT = timedelta(days=31)
"""Older than this is history (codebook, rule 2: about 30 days)."""
_TOOL = 5
"""Words of what somebody uses to do it."""
_WARDING = wordset("realis.warding")
_ABLE = wordset("realis.able")
_ROUTINE = frozenset({"release", "arrest"})
"""Families of what authorities do day by day."""
_TRIED = (": attempted to", ": tried to")
_LAUNCH = 4
"""Words of "launch a major" between "tried to" and "offensive"."""
_CONDITIONS = frozenset({"unless", "if"})


def realis(scene: Scene, trigger: Trigger, scope: Scope, day: EventDate | None) -> tuple[str, str]:
    """Return the realis of what `trigger` tells, and the rule that says so (empty where nothing does)."""
    if is_claimed(scene, trigger, scope.clause_first):
        return "actual", "rule/who claims it"
    cue = governing(scene, trigger, scope.clause_first, GOVERNING) or modal_after(scene, trigger)
    if cue and not _is_attempted(cue, trigger):
        return cue.entry.label, cue.entry.rule
    condition = _CONDITIONS.intersection(scene.reading.words[scope.clause_first : trigger.first])
    if condition:
        return "hypothetical", f"rule/{min(condition)}"
    if trigger.kind.is_violent and scene.cue("court", scope.clause_first, trigger.first):
        return "historical", "rule/what a court has before it"
    if is_purpose(scene, trigger) or _is_warded_off(scene, trigger, scope):
        return "planned", "rule/to do it, not done"
    if is_past(day, scene.published):
        return "historical", "rule/older than a month"
    term = _term(scene, trigger, scope)
    if term:
        return "planned", term.entry.rule
    habit = _habit(scene, trigger, scope)
    if day is None and trigger.kind.is_violent and _is_memory(scene):
        return "historical", "rule/told from memory"
    if habit or (day is None and _is_habit(scene, trigger, scope)):
        return "historical", habit.entry.rule if habit else "rule/what is done as a rule"
    return "actual", ""


def _is_attempted(cue: Hit, trigger: Trigger) -> bool:
    """ "Militants attempted to storm the base": who tried to attack did fight, whatever came of it."""
    return trigger.first - cue.last <= _LAUNCH and trigger.kind.family == "clash" and cue.entry.rule.endswith(_TRIED)


def _habit(scene: Scene, trigger: Trigger, scope: Scope) -> Hit | None:
    """What makes it a habit or long ago, near the trigger; "had previously accused them of" further before it too."""
    words = scene.reading.words
    before = scene.found("cues", scope.clause_first, trigger.first)
    earlier = (hit for hit in before if hit.entry.label == "historical" and words[hit.first] == "had")
    near = scene.cue("historical", max(0, trigger.first - 6), min(scope.last, trigger.last + 5))
    return near or next(earlier, None) or _previous(scene, trigger)


def _previous(scene: Scene, trigger: Trigger) -> Hit | None:
    """ "Two previous attacks", not a previous toll."""
    cue = scene.cue("ended", max(0, trigger.first - 2), trigger.first)
    return cue if cue and not trigger.verb and scene.reading.words[cue.first] == "previous" else None


def _term(scene: Scene, trigger: Trigger, scope: Scope) -> Hit | None:
    """The words that make it a term of an agreement: "under the deal, the SDF withdraws", not "… the SDF withdrew"."""
    sentence = scene.reading.sentences[scope.sentence]
    cue = scene.cue("terms", sentence.first, trigger.first)
    if cue is None or trigger.kind.family == "agreement":
        return None
    if not trigger.verb:
        provided = scene.reading.words[cue.last - 1] == "for" and cue.first >= scope.clause_first
        return cue if provided else None
    return cue if trigger.tag in {BASE, PRESENT} or _is_in_present_passive(scene, trigger) else None


def _is_memory(scene: Scene) -> bool:
    """Whether the headline looks back: "ten years on, survivors remember"."""
    return any(
        sentence.title and scene.cue("memory", sentence.first, sentence.last)
        for sentence in scene.reading.sentences[:2]
    )


def _is_habit(scene: Scene, trigger: Trigger, scope: Scope) -> bool:
    """Whether the present tells what is done as a rule: "most of those arrested are freed after days"."""
    title = scene.reading.sentences[scope.sentence].title
    return not title and trigger.kind.family in _ROUTINE and _is_in_present_passive(scene, trigger)


def _is_in_present_passive(scene: Scene, trigger: Trigger) -> bool:
    before = [word for word in scene.reading.words[: trigger.first][-2:] if not word.endswith("ly")]
    return trigger.passive and before[-1:] in (["are"], ["is"])


def is_claimed(scene: Scene, trigger: Trigger, first: int) -> bool:
    """Whether a noun is what somebody, or nobody, claims responsibility for: it happened, and was told before."""
    words = scene.reading.words[max(first, trigger.first - SCOPE) : trigger.first]
    return not trigger.verb and trigger.kind.is_violent and "responsibility" in words and "for" in words


def is_past(day: EventDate | None, published: date | None) -> bool:
    """Whether a date lies further back than what counts as news; of a month its middle."""
    if not (day and day.end and published):
        return False
    last_year = day.precision == "year" and day.end.year < published.year
    end = day.end - (day.end - day.start) / 2 if day.precision == "month" and day.start else day.end
    return last_year or end < published - RECENT


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


def _is_warded_off(scene: Scene, trigger: Trigger, scope: Scope) -> bool:
    """ "To protect the town and its roads from attacks": what is to be kept away."""
    words = scene.reading.words
    before = words[max(scope.clause_first, trigger.first - _TOOL) : trigger.first]
    wards = not _WARDING.isdisjoint(words[scope.clause_first : trigger.first])
    return not trigger.verb and wards and not {"from", "against"}.isdisjoint(before)
