"""What kind of happening a clause tells: its triggers, sorted by family, and the weapon that decides."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from syria_events.coding.arabic.triggers.triggers import is_charge, triggers_of
from syria_events.coding.arabic.triggers.weapons import CARRIERS, heaviest, used, weapon_beside
from syria_events.coding.arabic.words.clauses import Clause
from syria_events.coding.arabic.words.lexicon import Found, rows
from syria_events.coding.arabic.words.reading import Reading
from syria_events.coding.codebook import event_type_of

ATTACK_FAMILIES = frozenset({"fire", "assault", "gun", "toll"})
"""Families that tell one happening where they stand together: a raid, its target, its dead."""
_ARRESTS = frozenset({"arrest", "abduction"})
"""Families in the course of which people are killed."""
_OPEN = frozenset({"bombardment", "target", "attack", "massacre", "blast", "killing"})
"""Kinds that wait for a weapon."""
BROKEN_UP = frozenset({"excessive_force", "intervention"})
"""Kinds of what is done to a protest."""
_FALLING = re.compile(r"[وفب]?(?:ال)?(?:انهيار|انهار|انهارت|سقوط|سقط)")
_BUILDING = re.compile(
    r"(?:ال)?(?:مبني|بنا|بناء|بنايه|منزل|بيت|سقف|جدار|حايط|سور|شرفه|مدرسه|صف|نفق|بير|سد|جسر|سقاله|رافعه|شجره|صخره|عمود)"
    r"(?:ه|ها|هم|هما)?"
)
_ACCIDENT_REACH = 10
"""Words between an accident and the deed or toll that it explains."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of `lexicon_ar_kinds.csv`; the codebook's codes for a kind of happening."""

    name: str
    plover_root: str
    plover_mode: str | None
    acled_event_type: str | None
    acled_sub_event_type: str | None
    family: str
    weight: int


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by name."""
    return {
        row["kind"]: Kind(
            row["kind"],
            row["plover_root"],
            row["plover_mode"] or None,
            event_type_of(row["acled_sub_event_type"]) if row["acled_sub_event_type"] else None,
            row["acled_sub_event_type"] or None,
            row["family"],
            int(row["weight"]),
        )
        for row in rows("kinds")
    }


@dataclass(frozen=True, slots=True)
class Happening:
    """A kind in a clause, the trigger that names it, and whether the weapon was said (`specific`)."""

    kind: Kind
    trigger: Found
    triggers: tuple[Found, ...]
    specific: bool


def happenings(reading: Reading, clause: Clause) -> list[Happening]:
    """Return the happenings of a clause: one attack at most, and one of each other family, heaviest first."""
    triggers = triggers_of(reading, clause)
    if _is_accident(reading, clause, triggers):
        return []
    found = []
    attack = [hit for hit in triggers if kinds()[hit.label].family in ATTACK_FAMILIES]
    if attack and not _lies_there(reading, clause, attack):
        found.append(_attack(reading, clause, attack, [hit for hit in triggers if hit not in attack]))
    by_family: dict[str, list[Found]] = {}
    for hit in triggers:
        if hit not in attack:
            by_family.setdefault(kinds()[hit.label].family, []).append(hit)
    for hits in by_family.values():
        best = _lifted(hits) or max(hits, key=lambda hit: kinds()[hit.label].weight)
        found.append(Happening(kinds()[best.label], best, tuple(hits), True))
    if (
        not attack
        and all(happening.kind.family in _ARRESTS for happening in found)
        and (toll := _told_by_toll(reading, clause))
    ):
        found.append(toll)
    if any(hit.label == "protesters" for hit in reading.between("text", clause.first, clause.last)):
        found = _as_one_protest([_on_protesters(happening) for happening in found])
    return sorted(found, key=lambda happening: -happening.kind.weight)


def _lifted(hits: list[Found]) -> Found | None:
    """رفعت … العقوبات: lifting stands before what is lifted."""
    return next((hit for hit in hits if hit.label == "unsanction"), None)


def _on_protesters(happening: Happening) -> Happening:
    """Shooting at protesters is excessive force, arresting them an intervention."""
    name = {"shooting": "excessive_force", "arrest": "intervention", "burning": "riot"}.get(happening.kind.name)
    return replace(happening, kind=kinds()[name]) if name else happening


def _as_one_protest(found: list[Happening]) -> list[Happening]:
    """A protest that is shot at or broken up is told by that."""
    broken = any(happening.kind.name in BROKEN_UP for happening in found)
    return [happening for happening in found if not (broken and happening.kind.family == "protest")]


def _lies_there(reading: Reading, clause: Clause, attack: list[Found]) -> bool:
    """Mines and shells that are only spoken of, found or cleared: nothing goes off and nobody is hurt."""
    if any(hit.label != "explosive" or hit.clitics.endswith("ب") for hit in attack):
        return False
    return not any(hit.label in {"killed", "injured"} for hit in reading.between("tolls", clause.first, clause.last))


def _is_accident(reading: Reading, clause: Clause, triggers: list[Found]) -> bool:
    """Road accidents, illness, weather, quarrels in a family: people die of them, too."""
    hits = reading.between("text", clause.first, clause.last)
    if any(hit.label == "celebration" for hit in hits) and all(kinds()[hit.label].family == "gun" for hit in triggers):
        return True
    heads = [*triggers, *reading.between("tolls", clause.first, clause.last)]
    if (
        triggers
        and all(hit.label == "displacement" for hit in triggers)
        and any(hit.label == "accident" for hit in hits)
    ):
        return True
    if _collapsed(reading, clause) and not any(_is_meant(hit) for hit in triggers):
        return True
    if not any(hit.label == "accident" and _is_close(hit, heads) for hit in hits):
        fought = any(hit.label in {"clash", "mob"} for hit in triggers)
        return not fought and any(hit.label == "crime" for hit in hits)
    return not any(_is_meant(hit) for hit in triggers)


def _collapsed(reading: Reading, clause: Clause) -> bool:
    """انهيار منزلهم, انهار سقف المدرسة: a building fell."""
    words = reading.words[clause.first : clause.last]
    return any(
        _FALLING.fullmatch(word) and any(map(_BUILDING.fullmatch, words[index + 1 : index + 4]))
        for index, word in enumerate(words)
    )


def _is_meant(hit: Found) -> bool:
    """Fire, shots and massacres are no accidents."""
    return hit.label == "massacre" or (kinds()[hit.label].family in {"fire", "gun"} and hit.label != "blast")


def _is_close(hit: Found, heads: list[Found]) -> bool:
    """Illness and weather far from the deed only colour the news ("... في ظل انتشار كورونا")."""
    return not heads or min(abs(hit.first - head.first) for head in heads) <= _ACCIDENT_REACH


def _attack(reading: Reading, clause: Clause, triggers: list[Found], others: list[Found]) -> Happening:
    best = max(triggers, key=lambda hit: kinds()[hit.label].weight)
    if best.label == "assassination" and (weapon := weapon_beside(reading, clause, best, others)) in CARRIERS:
        return Happening(kinds()[weapon], best, tuple(triggers), True)
    if best.label not in _OPEN:
        return Happening(kinds()[best.label], best, tuple(triggers), True)
    weapon = weapon_beside(reading, clause, best, others)
    if best.label == "blast":
        kind = weapon if weapon in {"explosive", "suicide", "grenade"} else "blast"
        return Happening(kinds()[kind], best, tuple(triggers), True)
    if weapon is None or (weapon == "shooting" and best.label == "bombardment"):
        return Happening(kinds()[best.label], best, tuple(triggers), False)
    return Happening(kinds()[weapon], best, tuple(triggers), True)


def _told_by_toll(reading: Reading, clause: Clause) -> Happening | None:
    """قتل شخص في: somebody was killed, and nothing says how; falling shells that kill are shelling.

    That somebody was hurt is "harm": it tells of a deed told elsewhere, and is none of its own.
    """
    heads = [
        hit
        for hit in reading.between("tolls", clause.first, clause.last)
        if hit.label == "killed"
        and hit.entry.detail in {"passive", "noun", "transitive"}
        and not is_charge(reading, hit.first)
    ]
    weapons = reading.between("weapons", clause.first, clause.last)
    hurt = [hit for hit in reading.between("tolls", clause.first, clause.last) if hit.label in {"killed", "injured"}]
    if weapons and hurt:
        kind = heaviest({hit.label for hit in used(reading, weapons)})
        if kind:
            return Happening(kinds()[kind], weapons[0], tuple(weapons), True)
    if heads:
        return Happening(kinds()["killing"], heads[0], (heads[0],), False)
    return Happening(kinds()["harm"], hurt[0], (hurt[0],), False) if hurt else None
