"""Subjects that stand before their verb: "قوات النظام تقصف …", "إن الطائرات الروسية استهدفت …"."""

from __future__ import annotations

from syria_events.coding.arabic.scene import Named
from syria_events.coding.arabic.words.clauses import Clause
from syria_events.coding.arabic.words.reading import Reading
from syria_events.coding.arabic.words.wordsets import wordset

STOPS = wordset("subjects.stops")
"""Words that no role crosses: what is said begins after them."""
_MARKS = frozenset('"“”«»()،')
_ANSWERED = wordset("subjects.answered")
_OPENERS = wordset("subjects.openers")
_NO_OBJECT = wordset("subjects.no_object")
_VERB_CUES = frozenset({"received", "target_verb", "launch"})


def before_verb(reading: Reading, clause: Clause, named: Named) -> str | None:
    """A subject before its verb: "قوات النظام تقصف …", "إن الطائرات الروسية استهدفت …"."""
    for position in range(named.last, min(named.last + 9, clause.last)):
        comma = reading.words[position] == "،"
        if reading.words[position] in STOPS and not comma:
            return None
        role = _of_verb(reading, position, position - named.last)
        if role:
            return role
        if comma and position > named.last:
            return _of_verb(reading, position + 1, position + 1 - named.last) if position + 1 < clause.last else None
    return None


def behind_verb(reading: Reading, named: Named) -> bool:
    """ردت فصائل المعارضة بقصف …, إذ استهدفت روسيا …: right behind the verb that opens a clause, who did it."""
    verb = named.first - 1
    if verb < 1 or named.clitics:
        return False
    if reading.words[verb].removeprefix("و") in _ANSWERED:
        return True
    return reading.words[verb - 1] in _OPENERS and _of_verb(reading, verb, 0) == "agent"


def acts_in_plural(reading: Reading, clause: Clause, named: Named) -> bool:
    """عناصر قسد اعتقلوا عشرات الشبان, مقاتلين من داعش نفذوا: whose members did it, as an object follows."""
    at = named.last
    while at < clause.last and reading.words[at] in _MARKS:
        at += 1
    if at + 1 >= clause.last or not reading.words[at].endswith("وا") or _of_verb(reading, at, 0) != "agent":
        return False
    return reading.words[at + 1] not in _NO_OBJECT and not reading.words[at + 1].startswith("ب")


def _of_verb(reading: Reading, position: int, distance: int) -> str | None:
    """The role of a subject that stands `distance` words before the verb at `position`; null where there is no verb."""
    for hit in reading.at["cues"].get(position, ()):
        if hit.entry.detail in _VERB_CUES and hit.clitics in {"", "و", "ف"}:
            return "target" if hit.entry.detail == "received" else "agent"
    for hit in reading.at["triggers"].get(position, ()):
        is_present = distance <= 1 and reading.words[position][0] in "يت" and not hit.clitics
        if hit.entry.detail == "verb" or is_present:
            return "agent"
    for hit in reading.at["tolls"].get(position, ()):
        if hit.entry.detail in {"transitive", "active"} and distance <= 2:
            return "agent"
    return None
