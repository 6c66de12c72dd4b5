"""The words that tell an actor's role: what stands before its name, or the verb after it."""

from __future__ import annotations

from collections.abc import Iterator

from syria_events.coding.arabic.roles.cue_meaning import by_cue, is_adjective
from syria_events.coding.arabic.roles.doers import is_of_doers, is_of_struck_cell, is_suspected
from syria_events.coding.arabic.roles.subjects import STOPS, acts_in_plural, before_verb, behind_verb
from syria_events.coding.arabic.roles.units import acts_through, fires
from syria_events.coding.arabic.scene import Named, Scene
from syria_events.coding.arabic.triggers.kinds import ATTACK_FAMILIES, Happening
from syria_events.coding.arabic.words.clauses import Clause
from syria_events.coding.arabic.words.lexicon import Found
from syria_events.coding.arabic.words.reading import Reading
from syria_events.coding.arabic.words.wordsets import wordset

_REACH = 7
"""Words before a name, and after it up to its verb, in which its role may be told."""
_CIVIL = frozenset({"protest", "riot", "request", "reject", "accuse", "support"})
"""Families of what is done without arms, so that the units that act in the clause do something else."""
_BEFORE_NAMES = frozenset('"“”«»(') | {
    "خلايا",
    "فلول",
    "ميليشيا",
    "قوات",
    "مجهولين",
    "مجهولون",
    "ملثمين",
    "تنظيم",
    "جماعه",
    "حركه",
    "فصيل",
}
_JOINTS = wordset("role_cues.joints")
"""Words between two names of one role: "and", "of", "and its ally"."""


def joined_role(reading: Reading, named: Named, previous: tuple[Named, str | None] | None) -> str | None:
    """قوات النظام وروسيا: a name joined to another has its role."""
    if previous is None or not 0 <= named.first - previous[0].last <= 2:
        return None
    between = [word for word in reading.words[previous[0].last : named.first] if word not in '"“”«»(),،']
    if not between:
        return previous[1] if named.clitics.startswith("و") else None
    return previous[1] if len(between) == 1 and between[0] in _JOINTS else None


def role_of(scene: Scene, clause: Clause, happening: Happening, named: Named, has_agent: bool) -> str | None:
    """Return `agent`, `target`, `victim` or `speaker`, or null where nothing beside the name tells its role."""
    reading = scene.reading
    if any(named.first <= hit.first and hit.last <= named.last for hit in happening.triggers):
        return "agent"
    if happening.kind.family not in _CIVIL and acts_through(reading, clause, named):
        return "agent"
    if _is_doer(reading, clause, happening, named):
        return "agent"
    if is_of_struck_cell(reading, clause, named):
        return "victim"
    if happening.kind.family == "disrupted" and named.clitics.endswith("ل"):
        return "target"
    if _is_one_of(reading, clause, named):
        return "victim"
    for cue in _cues_before(reading, clause, happening, named):
        role = by_cue(reading, clause, cue, named, has_agent)
        if role:
            return role
    return before_verb(reading, clause, named) or ("agent" if fires(reading, clause, named) else None)


def _is_doer(reading: Reading, clause: Clause, happening: Happening, named: Named) -> bool:
    return (
        behind_verb(reading, named)
        or acts_in_plural(reading, clause, named)
        or is_suspected(reading, clause, named)
        or is_of_doers(reading, clause, named)
        or _fired_by(reading, clause, happening, named)
    )


def _fired_by(reading: Reading, clause: Clause, happening: Happening, named: Named) -> bool:
    """إطلاق نار من مسلحين, بقذيفة دبابة إسرائيلية: from whom the fire came, whose gun it was."""
    first = named.first
    if named.mention.group == "unidentified_armed_group" and reading.words[first - 1] == "من":
        return happening.kind.family in ATTACK_FAMILIES and first - 1 > happening.trigger.last
    if not is_adjective(reading, named) or first - 2 < clause.first or reading.words[first - 1] not in _GUNS:
        return False
    return any(reading.words[first - 2].startswith(word) for word in _SHOTS)


_GUNS = wordset("role_cues.guns")
_SHOTS = ("بقذ", "بنير", "برصاص", "برشاش", "بصاروخ", "قصف", "استهداف", "بقصف", "باستهداف", "بقنبله", "اطلاق")


def _is_one_of(reading: Reading, clause: Clause, named: Named) -> bool:
    """عنصران من قوات …, جنديين تركيين: people told of as members."""
    if is_adjective(reading, named):
        return any(hit.entry.detail == "combatant" for hit in reading.at["people"].get(named.first - 1, ()))
    of = _word_before(reading, clause, named, named.first)
    if of is None or reading.words[of] not in {"من", "في", "ل"}:
        return False
    member = _word_before(reading, clause, named, of)
    if member is None:
        return False
    hurt = any(hit.entry.detail == "count" for hit in reading.at["tolls"].get(member, ()))
    if of - member == 1 and (hurt or reading.between("numbers", member, of)):
        return True
    return any(hit.entry.detail == "combatant" for hit in reading.at["people"].get(member, ()))


def _word_before(reading: Reading, clause: Clause, named: Named, position: int) -> int | None:
    """The nearest word before one, past quotation marks and what stands before names."""
    for before in range(position - 1, max(clause.first, named.first - 5) - 1, -1):
        if reading.words[before] not in _BEFORE_NAMES:
            return before
    return None


def _cues_before(reading: Reading, clause: Clause, happening: Happening, named: Named) -> Iterator[Found]:
    """Cues and triggers that end before the name, nearest first; a comma or another deed ends it."""
    last = named.first + (not is_adjective(reading, named) and bool(named.clitics))
    cues, triggers, tolls = reading.at["cues"], reading.at["triggers"], reading.at["tolls"]
    for position in range(min(last, named.first), max(clause.first, named.first - _REACH) - 1, -1):
        if position < named.first and reading.words[position] in STOPS:
            return
        if position not in cues and position not in triggers and position not in tolls:
            continue
        hits = [
            *(hit for hit in cues.get(position, ()) if hit.label == "role"),
            *(hit for hit in triggers.get(position, ()) if hit in happening.triggers),
            *(hit for hit in tolls.get(position, ()) if hit.entry.detail == "transitive"),
        ]
        yield from sorted((hit for hit in hits if hit.last <= named.first), key=lambda hit: hit.first - hit.last)
        if position in triggers and not _belongs(happening, position) and not _is_in_cue(reading, position):
            return


def _is_in_cue(reading: Reading, position: int) -> bool:
    """من المناطق التي تسيطر عليها: a verb within a cue of several words tells no deed."""
    before = reading.between("cues", max(position - _REACH, 0), position)
    return any(hit.label == "role" and hit.last > position for hit in before)


def _belongs(happening: Happening, position: int) -> bool:
    """Say whether the trigger at a word is one of the happening's, or part of one."""
    return any(hit.first <= position < hit.last for hit in happening.triggers)
