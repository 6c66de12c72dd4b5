"""Whether a clause tells what happened, or only what may, will, did not or long ago did happen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from syria_events.coding.arabic.scene import Scene
from syria_events.coding.arabic.telling.provided import is_provided
from syria_events.coding.arabic.triggers.kinds import Happening
from syria_events.coding.arabic.words.clauses import Clause
from syria_events.coding.arabic.words.lexicon import Found
from syria_events.coding.arabic.words.reading import Reading
from syria_events.coding.arabic.words.wordsets import wordset
from syria_events.model import Actor, EventDate

RECENT_DAYS = 30
_REACH = {"planned": 6, "hypothetical": 7, "negated": 2, "denied": 7, "cancelled": 7, "any": 1}
_WARNED = wordset("realis.warned")
_REMAINS = wordset("realis.remains")
_NO_DEAL = wordset("realis.no_deal")
_TERMS = wordset("realis.terms")
_DRILLS = wordset("realis.drills")
_QUESTIONS = wordset("realis.questions")
_FALLEN = date(2025, 1, 8)
"""Publications from this day on tell of the deeds of Assad's government as of the past."""
_OLD_POWERS = frozenset({"gov_assad", "army_assad", "bashar_assad", "maher_assad", "suheil_hassan"})
_SUPERLATIVE = re.compile(r"(?:هو|هي|و)?(?:ال)?(?:اعنف|اول|اولي|اكبر|اوسع|اسوا|اشد|اضخم|اكثر)(?:ها|هم|ه)?")
_REMNANTS = wordset("realis.remnants")
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
    if _in_clause(reading, clause, "anniversary") or _is_of_remains(reading, clause):
        return "historical"
    if happening.trigger.label == "ceasefire" and not _TERMS.isdisjoint(_before(reading, clause, happening.trigger)):
        return "planned"
    if is_provided(reading, clause, happening):
        return "planned"
    if _is_asked(reading, clause) or _is_warned_of(reading, clause, happening.trigger):
        return "hypothetical"
    return "historical" if _is_past(reading, clause, happening.trigger, day, published) else "actual"


def _before(reading: Reading, clause: Clause, trigger: Found) -> set[str]:
    return {word.lstrip("و") for word in reading.words[max(clause.first, trigger.first - 4) : trigger.first]}


def _is_past(reading: Reading, clause: Clause, trigger: Found, day: EventDate | None, published: date | None) -> bool:
    """A date too old, a habit, or words such as "years ago" where no day is told."""
    if day and day.end and published and (published - day.end).days > RECENT_DAYS:
        return True
    if _is_of_past_months(reading, trigger) or (_in_clause(reading, clause, "habit") and day is None):
        return True
    return _is_long_ago(reading, clause) and (day is None or day.precision in {"year", "unknown"})


def is_of_the_fallen(scene: Scene, agents: Sequence[Actor]) -> bool:
    """Assad's government did it, and the article appeared after its fall; its remnants may still act."""
    if scene.published is None or scene.published < _FALLEN or not agents:
        return False
    by = {actor.start for actor in agents}
    doers = [named for named in scene.actors if named.mention.start in by]
    return bool(doers) and all(
        named.mention.actor_id in _OLD_POWERS
        and _REMNANTS.isdisjoint(scene.reading.words[max(named.first - 1, 0) : named.last])
        and not any(word.endswith("فلول") for word in scene.reading.words[named.first : named.last])
        for named in doers
    )


def _is_asked(reading: Reading, clause: Clause) -> bool:
    sentence = reading.sentences[clause.sentence]
    first = reading.words[sentence.first : sentence.first + 3]
    return reading.words[sentence.last : sentence.last + 1] == ["؟"] and not _QUESTIONS.isdisjoint(first)


def _nearest_cue(reading: Reading, clause: Clause, trigger: Found) -> str | None:
    """The cue that governs the trigger: the nearest before it, within the reach of its kind."""
    if (
        trigger.first > clause.first
        and reading.words[trigger.first - 1].lstrip("و") == "قد"
        and _is_present(reading, trigger)
    ):
        return "hypothetical"
    if _is_denied(reading, clause, trigger):
        return "denied"
    if reading.words[trigger.first - 1 : trigger.first] == ["لا"] and _is_present(reading, trigger):
        return "negated"
    if trigger.label in {"agreement", "ceasefire", "exchange"} and not _NO_DEAL.isdisjoint(
        reading.words[max(clause.first, trigger.first - 3) : trigger.first]
    ):
        return "negated"
    for position in range(trigger.first - 1, max(clause.first, trigger.first - 7) - 1, -1):
        for hit in reading.at["cues"].get(position, ()):
            reach = _REACH.get(hit.entry.detail, 0)
            if hit.label == "realis" and hit.last <= trigger.first and trigger.first - hit.last < reach:
                return hit.entry.detail
    return None


def _is_denied(reading: Reading, clause: Clause, trigger: Found) -> bool:
    """نفى الناطق باسم … مقتل عنصرين في عملية تسلل: a clause that opens with a denial denies all up to its comma."""
    opening = (hit for at in range(clause.first, clause.first + 2) for hit in reading.at["cues"].get(at, ()))
    if not any(hit.label == "realis" and hit.entry.detail == "denied" for hit in opening):
        return False
    return "،" not in reading.words[clause.first : trigger.first]


def _is_of_remains(reading: Reading, clause: Clause) -> bool:
    """انتشلت رفات … من مقبرة جماعية: who is found there died long ago."""
    words = reading.words[clause.first : clause.last]
    return any(word.lstrip("وبل").removeprefix("ال") in _REMAINS for word in words)


def _is_warned_of(reading: Reading, clause: Clause, trigger: Found) -> bool:
    """حذر المبعوث … من أن تجدد المعارك …: a warning and a drill tell what may come."""
    if not _DRILLS.isdisjoint(reading.words[clause.first : trigger.first]):
        return True
    return any(word in _WARNED for word in reading.words[clause.first : clause.first + 2]) and not any(
        hit.label in {"killed", "injured"} for hit in reading.between("tolls", clause.first, clause.last)
    )


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


def _is_of_past_months(reading: Reading, trigger: Found) -> bool:
    """اختطفن خلال الأشهر الماضية: right behind the verb stands how long ago it was."""
    if trigger.entry.detail != "verb":
        return False
    return any(
        hit.label == "realis" and hit.entry.detail == "historical"
        for hit in reading.between("cues", trigger.last, trigger.last + 2)
    )


def _is_long_ago(reading: Reading, clause: Clause) -> bool:
    """منذ سنوات, but not "غارات هي الأعنف منذ سنوات", which is news."""
    return any(
        hit.label == "realis"
        and hit.entry.detail == "historical"
        and not any(map(_SUPERLATIVE.fullmatch, reading.words[max(clause.first, hit.first - 4) : hit.first]))
        for hit in reading.between("cues", clause.first, clause.last)
    )


def _in_clause(reading: Reading, clause: Clause, detail: str) -> bool:
    return any(
        hit.label == "realis" and hit.entry.detail == detail
        for hit in reading.between("cues", clause.first, clause.last)
    )


def is_cumulative(reading: Reading, clause: Clause) -> bool:
    """Say whether the clause counts over a longer time ("منذ بداية العام", "خلال الشهر")."""
    return _in_clause(reading, clause, "cumulative")
