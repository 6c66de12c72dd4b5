"""What a cue before a name, or the deed itself, says of who bears that name."""

from __future__ import annotations

from syria_events.coding.arabic.scene import Named
from syria_events.coding.arabic.tolls.casualties import tolls
from syria_events.coding.arabic.triggers.kinds import ATTACK_FAMILIES, kinds
from syria_events.coding.arabic.words.clauses import Clause
from syria_events.coding.arabic.words.lexicon import Found
from syria_events.coding.arabic.words.reading import Reading
from syria_events.coding.arabic.words.wordsets import wordset

_ADJECTIVE_ENDINGS = ("ي", "يه", "يين", "يان", "يون")
_WITH_OBJECT = frozenset({"target", "assassination", "arrest", "abduction"})
"""Kinds whose noun is followed by who did it or by whom it was done to."""
_SOURCES = wordset("cue_meaning.sources")
"""Before posts and positions they say that the fire came from there: "قصف مصدره حواجز …"."""
_OWNED = wordset("cue_meaning.owned")


def is_adjective(reading: Reading, named: Named) -> bool:
    """روسي, الروسية: by the dictionary, or by the ending of a single word."""
    is_word = named.last - named.first == 1
    return named.mention.kind == "adjective" or (is_word and reading.words[named.first].endswith(_ADJECTIVE_ENDINGS))


def by_cue(reading: Reading, clause: Clause, cue: Found, named: Named, has_agent: bool) -> str | None:
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
    if is_adjective(reading, named) or named.clitics.endswith("ل"):
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
