"""Whether it happened: actual, planned, hypothetical, negated or historical, by the words that govern the trigger."""

from __future__ import annotations

from datetime import date, timedelta

from syria_events.coding.english.clauses import Scope
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.words.inflection import BASE, GERUND, PRESENT
from syria_events.coding.english.words.lexicon import Hit
from syria_events.coding.english.words.wordsets import wordset
from syria_events.model import EventDate

RECENT = timedelta(days=31)
"""Older than this is history (codebook, rule 2: about 30 days)."""
_SCOPE = 7
"""How many words before a trigger a cue governs it."""
_TOOL = 5
"""Words of what somebody uses to do it."""
_BREAKS = wordset("realis.breaks")
_OPENING = wordset("realis.opening")
_WARDING = wordset("realis.warding")
_MODALS = frozenset({"could", "may", "might", "would", "will", "can", "lie", "lies"})  # "lie ahead"
_ABLE = wordset("realis.able")
_SPOKEN_OF = frozenset({"accuse", "investigate", "consult", "support"})
"""Kinds of verbs whose object is a happening that was."""
_ROUTINE = frozenset({"release", "arrest"})
"""Families of what authorities do day by day."""
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
    words = scene.reading.words[max(first, trigger.first - _SCOPE) : trigger.first]
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
    if not cues or _is_spoken_of(scene, cues[-1], trigger) or _is_reproach(words[first : cues[-1].first], cues[-1]):
        return None
    return cues[-1]


def _is_reproach(before: tuple[str, ...], cue: Hit) -> bool:
    """ "They should have let the doctors in rather than attack the town": they did attack it."""
    return "should" in before and cue.entry.rule.endswith(("rather than", "instead of"))


def _is_spoken_of(scene: Scene, cue: Hit, trigger: Trigger) -> bool:
    """Whether the cue governs a verb of speech before the trigger: "will discuss the strikes", which happened."""
    between = () if trigger.verb else scene.found("triggers", cue.last, trigger.first)
    return cue.entry.label == "planned" and any(
        hit.entry.part == "verb" and hit.entry.tag == BASE and hit.entry.label in _SPOKEN_OF for hit in between
    )


def _breaks(words: tuple[str, ...], position: int) -> bool:
    """Whether a word ends what a cue before it governs; "that" after "denied" does not."""
    return words[position] in _BREAKS and not (words[position] == "that" and words[position - 1] in _OPENING)


def _modal_after(scene: Scene, trigger: Trigger) -> Hit | None:
    """ "Air strikes could hit the town", "capturing the city would be a prize": only possible, or to come."""
    words = scene.reading.words
    takes = trigger.kind.family == "territory" and (not trigger.verb or trigger.tag == GERUND)
    if trigger.verb and not takes:
        return None
    looming = not trigger.verb and trigger.kind.family == "clash"
    for position in range(
        trigger.last, min(len(words), trigger.last + (2 * _SCOPE if looming else _SCOPE if takes else 1))
    ):
        if words[position] in _BREAKS - {"and"} or (words[position] == "and" and not looming):
            return None
        if looming and any(hit.entry.part == "verb" for hit in scene.found("triggers", position, position + 1)):
            return None  # "the clashes forced talks that could"
        if words[position] in _MODALS:
            return next((h for h in scene.found("cues", position, position + 1) if h.entry.label in _GOVERNING), None)
    return None
