"""The words that tell an actor's role: what stands before its name, or the verb after it."""

from __future__ import annotations

from collections.abc import Iterator

from syria_events.coding.arabic.roles.doers import is_of_doers, is_of_struck_cell, is_suspected
from syria_events.coding.arabic.roles.subjects import STOPS, before_verb
from syria_events.coding.arabic.roles.units import acts_through, fires
from syria_events.coding.arabic.scene import Named, Scene
from syria_events.coding.arabic.tolls.casualties import tolls
from syria_events.coding.arabic.triggers.kinds import ATTACK_FAMILIES, Happening, kinds
from syria_events.coding.arabic.words.clauses import Clause
from syria_events.coding.arabic.words.lexicon import Found
from syria_events.coding.arabic.words.reading import Reading

_REACH = 7
"""Words before a name, and after it up to its verb, in which its role may be told."""
_ADJECTIVE_ENDINGS = ("ي", "يه", "يين", "يان", "يون")
_WITH_OBJECT = frozenset({"target", "assassination", "arrest", "abduction"})
"""Kinds whose noun is followed by who did it or by whom it was done to."""
_SOURCES = frozenset({"مصدره", "مصدرها", "مصدرهما", "من"})
"""Before posts and positions they say that the fire came from there: "قصف مصدره حواجز …"."""
_OWNED = frozenset({"تابع", "تابعه", "تابعين", "عايد", "عايده", "مملوك", "مملوكه"})
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
_JOINTS = frozenset(
    {
        *("و", "من", "تابعه", "التابعه", "تتبع", "حليفه", "وحليفه", "حليفها", "وحليفها", "وحليفته", "وحليفتها"),
        *("وحلفايه", "وحلفايها"),
    }
)
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
    if is_suspected(reading, clause, named) or is_of_doers(reading, clause, named):
        return "agent"
    if _fired_by(reading, clause, happening, named):
        return "agent"
    if is_of_struck_cell(reading, clause, named):
        return "victim"
    if happening.kind.family == "disrupted" and named.clitics.endswith("ل"):
        return "target"
    if _is_one_of(reading, clause, named):
        return "victim"
    for cue in _cues_before(reading, clause, happening, named):
        role = _by_cue(reading, clause, cue, named, has_agent)
        if role:
            return role
    return before_verb(reading, clause, named) or ("agent" if fires(reading, clause, named) else None)


def _fired_by(reading: Reading, clause: Clause, happening: Happening, named: Named) -> bool:
    """إطلاق نار من مسلحين, بقذيفة دبابة إسرائيلية: from whom the fire came, whose gun it was."""
    first = named.first
    if named.mention.group == "unidentified_armed_group" and reading.words[first - 1] == "من":
        return happening.kind.family in ATTACK_FAMILIES and first - 1 > happening.trigger.last
    if not _is_adjective(reading, named) or first - 2 < clause.first or reading.words[first - 1] not in _GUNS:
        return False
    return any(reading.words[first - 2].startswith(word) for word in _SHOTS)


_GUNS = frozenset(
    {"دبابه", "مدرعه", "طايره", "مسيره", "مروحيه", "مدفعيه", "دوريه", "قوه", "قناصه", "قناص", "زورق", "بارجه"}
)
_SHOTS = ("بقذ", "بنير", "برصاص", "برشاش", "بصاروخ", "قصف", "استهداف", "بقصف", "باستهداف", "بقنبله", "اطلاق")


def _is_adjective(reading: Reading, named: Named) -> bool:
    """روسي, الروسية: by the dictionary, or by the ending of a single word."""
    is_word = named.last - named.first == 1
    return named.mention.kind == "adjective" or (is_word and reading.words[named.first].endswith(_ADJECTIVE_ENDINGS))


def _is_one_of(reading: Reading, clause: Clause, named: Named) -> bool:
    """عنصران من قوات …, جنديين تركيين: people told of as members."""
    if _is_adjective(reading, named):
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
    last = named.first + (not _is_adjective(reading, named) and bool(named.clitics))
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
        if position in triggers and not _belongs(happening, position):
            return


def _belongs(happening: Happening, position: int) -> bool:
    """Say whether the trigger at a word is one of the happening's, or part of one."""
    return any(hit.first <= position < hit.last for hit in happening.triggers)


def _by_cue(reading: Reading, clause: Clause, cue: Found, named: Named, has_agent: bool) -> str | None:
    if cue.entry.table == "cues":
        if cue.entry.detail in {"agent", "victim", "speaker"}:
            return cue.entry.detail
        if cue.entry.detail == "announced":
            return "speaker"
        if cue.entry.detail == "received":
            return "target"
        if cue.entry.detail == "target_verb":
            return "target" if has_agent or _deed_before(reading, clause, cue) else "agent"
        if cue.entry.detail == "launch":
            return None if has_agent or "ال" in cue.clitics else "agent"
        if cue.entry.detail == "joiner":
            return "agent" if has_agent else None
        if cue.entry.detail == "target" and reading.words[max(cue.first - 1, 0)] in _SOURCES:
            return "agent"
        return cue.entry.detail if cue.entry.detail == "target" else None
    if cue.entry.table == "tolls":
        counted = reading.between("numbers", cue.last, named.first) or reading.between("people", cue.last, named.first)
        return "target" if has_agent or counted else "agent"
    return _by_trigger(reading, clause, cue, named, has_agent)


def _by_trigger(reading: Reading, clause: Clause, cue: Found, named: Named, has_agent: bool) -> str | None:
    if cue.entry.detail == "verb" and _has_counted(reading, cue, named):
        return "target"
    if cue.entry.detail == "verb":
        return "target" if has_agent or (cue.label == "target" and _deed_before(reading, clause, cue)) else "agent"
    if kinds()[cue.label].family in {"clash", "agreement", "talks"}:
        return "target" if has_agent else "agent"
    if named.clitics.endswith("ل") and _is_owner(reading, cue, named):
        return "target"
    if _is_adjective(reading, named) or named.clitics.endswith("ل"):
        return "agent"
    if cue.label in _WITH_OBJECT and not _has_object(reading, named) and not _hurts_civilians(reading, clause):
        return "target"
    return "target" if has_agent else "agent"


def _has_counted(reading: Reading, cue: Found, named: Named) -> bool:
    """اعتقلت أربعة من خلية لـ…: how many it was done to stands between the verb and the name."""
    people = reading.between("people", cue.last, named.first)
    return bool(reading.between("numbers", cue.last, named.first - 1)) or any(
        hit.entry.detail == "civilian" for hit in people
    )


def _is_owner(reading: Reading, cue: Found, named: Named) -> bool:
    """استهداف صهريج لـ…, بصهريج تابع لـ…: whose thing was hit; whose aircraft or shells they are, acts."""
    between = reading.words[cue.last : named.first]
    if reading.between("weapons", cue.first, named.first) and cue.label not in {"explosive", "blast"}:
        return False
    things = [word for word in between if word.isalpha() and not word.endswith(_ADJECTIVE_ENDINGS)]
    return bool(things) and (cue.label in _WITH_OBJECT or not _OWNED.isdisjoint(between[-1:]))


def _hurts_civilians(reading: Reading, clause: Clause) -> bool:
    return any(toll.victims == "civilian" for toll in tolls(reading, clause.first, clause.last))


def _deed_before(reading: Reading, clause: Clause, cue: Found) -> bool:
    """Say whether a deed is the subject of the verb: "قصف روسي استهدف …", "بقصف … طال …"."""
    for hit in reading.between("triggers", max(clause.first, cue.first - 8), cue.first):
        if hit.entry.detail == "noun" and kinds()[hit.label].family in ATTACK_FAMILIES:
            return hit.clitics[-3:] != "بال"
    return bool(reading.between("weapons", max(clause.first, cue.first - 4), cue.first))


def _has_object(reading: Reading, named: Named) -> bool:
    """استهداف قوات النظام محيط القرية / ل…: who follows the noun did it, as the noun has an object besides."""
    following = reading.words[named.last : named.last + 1]
    if not following or following[0] in {"،", ".", "\n", "في", "من", "علي", "عبر", "قرب", "خلال", "ضمن", ")"}:
        return False
    return not following[0].startswith("ب")
