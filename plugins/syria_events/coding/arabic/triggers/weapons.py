"""The weapon that a clause names: one that is used, not one that is stored, aimed at or only watches."""

from __future__ import annotations

from syria_events.coding.arabic.words.clauses import Clause
from syria_events.coding.arabic.words.lexicon import Found
from syria_events.coding.arabic.words.reading import Reading

_ORDER = ("chemical", "suicide", "drone", "air", "grenade", "explosive", "shelling", "shooting")
_STORES = frozenset(
    {
        *("تجميع", "تخزين", "تصنيع", "تطوير", "انتاج", "مستودع", "مستودعا", "مستودعات", "مخزن", "مخزنا", "مخازن"),
        *("مصنع", "معمل", "ورشه", "منصه", "منصات", "شحنه", "شحنات", "تهريب", "قاعده", "كتيبه", "كتايب", "فوج"),
    }
)
"""What stands before weapons that lie there or are aimed at, "مستودعا لتخزين القذائف"."""


def weapon_beside(reading: Reading, clause: Clause, trigger: Found, others: list[Found]) -> str | None:
    """The weapon named in the clause, not in the name of another deed; right behind the trigger it counts first."""
    close = used(reading, reading.between("weapons", trigger.first, min(trigger.last + 2, clause.last)))
    apart = {position for hit in others for position in range(hit.first, hit.last)}
    said = {hit.label for hit in close} or {
        hit.label
        for hit in used(reading, reading.between("weapons", clause.first, clause.last))
        if hit.first not in apart
    }
    return heaviest(said)


def used(reading: Reading, hits: list[Found]) -> list[Found]:
    """Those of the weapons that may have struck."""
    return [hit for hit in hits if not _only_watches(reading, hit) and not _is_stored(reading, hit)]


def heaviest(said: set[str]) -> str | None:
    """Of several weapons the one that decides the kind; null for none."""
    return next((kind for kind in _ORDER if kind in said), None)


def _only_watches(reading: Reading, hit: Found) -> bool:
    """طائرات استطلاع watch; مذخرة or مسيرة they strike."""
    following = reading.words[hit.last : hit.last + 2]
    return any(word in {"استطلاع", "الاستطلاع"} for word in following) and "مذخره" not in following


def _is_stored(reading: Reading, hit: Found) -> bool:
    before = reading.words[max(hit.first - 1, 0) : hit.first]
    return any(word.lstrip("ول") in _STORES or word.removeprefix("ال") in _STORES for word in before)
