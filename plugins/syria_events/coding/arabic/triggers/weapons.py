"""The weapon that a clause names: one that is used, not one that is stored, aimed at or only watches."""

from __future__ import annotations

import re

from syria_events.coding.arabic.words.clauses import Clause
from syria_events.coding.arabic.words.lexicon import Found
from syria_events.coding.arabic.words.reading import Reading
from syria_events.coding.arabic.words.wordsets import wordset

_ORDER = ("chemical", "suicide", "drone", "air", "grenade", "explosive", "shelling", "shooting")
CARRIERS = frozenset({"air", "drone"})
"""What throws a weapon from the air."""
_SUBJECT = 4
"""Words before a verb in which its subject stands."""
_THROWN = re.compile(r"[وب]?(?:ال)?(?:صاروخ|صواريخ)\w*")
"""What aircraft throw, as batteries do."""
_AID = wordset("weapons.aid")
"""Before aircraft they say that these only stood by those who fought on the ground."""
_BRANCHES = wordset("weapons.branches")
"""What may be called "of the air" and throws nothing: "فرع المخابرات الجوية"."""
_STORES = wordset("weapons.stores")
"""What stands before weapons that lie there or are aimed at, "مستودعا لتخزين القذائف"."""


def weapon_beside(reading: Reading, clause: Clause, trigger: Found, others: list[Found]) -> str | None:
    """The weapon named in the clause, not in the name of another deed; right behind the trigger it counts first.

    What carries it beats what it throws: warplanes that strike "with rockets" are an air strike (codebook rule 3).
    """
    close = used(reading, reading.between("weapons", trigger.first, min(trigger.last + 2, clause.last)))
    if trigger.entry.detail == "verb" and (carrier := _carrier(reading, clause, trigger, close)):
        return carrier
    apart = {position for hit in others for position in range(hit.first, hit.last)}
    said = {hit.label for hit in close} or {
        hit.label
        for hit in used(reading, reading.between("weapons", clause.first, clause.last))
        if hit.first not in apart
    }
    return heaviest(said)


def _carrier(reading: Reading, clause: Clause, trigger: Found, close: list[Found]) -> str | None:
    """The aircraft that is the subject of a verb, unless the weapon behind it is one of the ground."""
    if not close or not all(hit.label == "shelling" and _THROWN.fullmatch(reading.words[hit.first]) for hit in close):
        return None
    first = max(clause.first, trigger.first - _SUBJECT)
    subject = used(reading, reading.between("weapons", first, trigger.first))
    apart = "،" in reading.words[subject[-1].first : trigger.first] if subject else True
    return None if apart else heaviest({hit.label for hit in subject} & CARRIERS)


def used(reading: Reading, hits: list[Found]) -> list[Found]:
    """Those of the weapons that may have struck."""
    return [hit for hit in hits if not (_only_watches(reading, hit) or _is_stored(reading, hit) or _aids(reading, hit))]


def heaviest(said: set[str]) -> str | None:
    """Of several weapons the one that decides the kind; null for none."""
    return next((kind for kind in _ORDER if kind in said), None)


def _only_watches(reading: Reading, hit: Found) -> bool:
    """طائرات استطلاع watch; مذخرة or مسيرة they strike."""
    following = reading.words[hit.last : hit.last + 2]
    return any(word in {"استطلاع", "الاستطلاع"} for word in following) and "مذخره" not in following


def _aids(reading: Reading, hit: Found) -> bool:
    """بمساندة طيران التحالف: aircraft that stand by a raid on the ground; and what is only called "of the air"."""
    before = reading.words[max(hit.first - 1, 0) : hit.first]
    if hit.label not in CARRIERS:
        return False
    return any(word.lstrip("و") in _AID or word.lstrip("وبل").removeprefix("ال") in _BRANCHES for word in before)


def _is_stored(reading: Reading, hit: Found) -> bool:
    before = reading.words[max(hit.first - 1, 0) : hit.first]
    return any(word.lstrip("ول") in _STORES or word.removeprefix("ال") in _STORES for word in before)
