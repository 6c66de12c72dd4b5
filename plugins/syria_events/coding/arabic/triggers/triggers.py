"""Which words of a clause may name a happening: no figures of speech, nothing stopped, fled or charged."""

from __future__ import annotations

import re
from functools import lru_cache

from syria_events.coding.arabic.words.clauses import Clause
from syria_events.coding.arabic.words.lexicon import Found
from syria_events.coding.arabic.words.reading import Reading
from syria_events.coding.arabic.words.wordsets import wordset

_STOPPED = wordset("triggers.stopped")
_ADJECTIVES = wordset("triggers.adjectives")
"""What may stand between "stop" and what is stopped: "وقف شامل وفوري لإطلاق النار"."""
_FLIGHT = wordset("triggers.flight")
"""What people flee from is not the news."""
_CHARGED = re.compile(
    r"[وفل]?(?:خلفيه|بتهمه|بتهم|متهم(?:ا|ه|ين|ون)?|المتهم(?:ه|ين|ون)?|متهمه|لاتهامه|لادانته|ادانته|بادانه|لتورطه|لتورطهم"
    r"|بالتورط|تورطه|تورطهم|متورط(?:ا|ه|ين|ون|ات)?|المتورط(?:ه|ين|ون)?|للاشتباه|(?:ال)?تهم(?:ه)?|اتهامات|الاتهامات"
    r"|مطلوب(?:ا|ه|ين|ون)?|المطلوب(?:ه|ين|ون)?|بجرايم|بجرم|بجريمه|جرايم|ضالع(?:ا|ه|ين|ون)?|لضلوعهم?|بالضلوع|بالمشاركه|لمشاركتهم?|بارتكاب|لارتكابهم?|ادين|ادينوا|المدان(?:ين)?)"
)
_RESPONSIBLE = re.compile(r"[وفل]?(?:ال)?مسوول(?:ا|ين|ون|ه)?")
"""With "عن" it charges, too: "المسؤولين عن التفجير"."""
_REASONS = wordset("triggers.reasons")
_ON_THE_WAY = ("للمشاركه", "للانضمام", "المشاركين", "مشاركين", "مشاركته", "مشاركتهم")
"""Before a protest they tell of people on their way to it or from it."""
_ENDED = wordset("triggers.ended")
_DRUGS = re.compile(r"[وب]?(?:ال)?(?:مخدر|كبتاغون|كبتاجون|حشيش)\w*")
_ARMS = re.compile(r"[وب]?(?:ال)?(?:سلاح|اسلح|صواريخ|ذخ|متفجر|الغام|عبوات|قذايف|قنابل|رشاش)\w*")
_WARRANTS = wordset("triggers.warrants")
_PROGRAMME = re.compile(
    r"[وب]?(?:ال)?(?:تلقيح|لقاح|لقاحات|مشروع|برنامج|مبادره|توعيه|تدريبيه|تدريبي|اغاثيه|منحه|تطوعيه|تنمويه|صحيه)"
)
_PROGRAMME_REACH = 8
_PREPARED = wordset("triggers.prepared")
_WHICH = wordset("triggers.which")
"""المناطق التي تسيطر عليها …: whose land it is."""
_PAPER = re.compile(r"[وبل]?(?:ال)?(?:رسال(?:ه|تين|تان)|مذكره|سفير|السفير|خارجيه|استدعت|استدعي)")
_BODIES = re.compile(
    r"[ولب]?(?:ال)?(?:جثامين|جثمان|جثث|جثه|جثه|جثمانه|جثامينهم|جثته|جثثهم|رفات|مساعدات|جايزه|رساله|نسخه|قايمه)\w*"
)
"""What is handed over to kin, guests and offices is no territory."""
_NEED = wordset("triggers.need")
_REASON_REACH = 5
"""Words after a reason to protest in which deeds are what it is about."""
_CHARGE_REACH = 10
"""Words after a charge, up to the next comma, in which deeds are what somebody is charged with."""
_LABOUR = re.compile(
    r"[وفبل]?(?:ال|لل|ل)?(?:عمال|عامل(?:ي|ين|ون|ات)?|معلم|مدرس|موظف|اطباء|ممرض|سايق|محامي|محامو|صيادل|مهندس"
    r"|رواتب|راتب|اجور|مستحقات|معيشي)\w*"
)
_GENERAL = wordset("triggers.general")
_STRIKE_REACH = 10
"""Words around a strike in which those who work and what they are paid tell that it is one of labour."""


def triggers_of(reading: Reading, clause: Clause) -> list[Found]:
    """Return the triggers of a clause that do not overlap and may tell a happening."""
    found: list[Found] = []
    end = clause.first
    figures = {
        position
        for hit in reading.between("text", clause.first, clause.last)
        if hit.label == "figurative_head"
        for position in range(hit.first, hit.last)
    }
    for hit in reading.between("triggers", clause.first, clause.last):
        if hit.first >= end and hit.first not in figures and not _is_only_named(reading, clause, hit):
            found.append(hit)
            end = hit.last
    return _without_stoppages(reading, found)


def _is_only_named(reading: Reading, clause: Clause, hit: Found) -> bool:
    """It has stopped, people flee from it, protest against it, or somebody is charged with it."""
    before = reading.words[max(clause.first, hit.first - _REASON_REACH) : hit.first]
    return (
        _is_stopped(reading, hit.first)
        or not _FLIGHT.isdisjoint(before[-2:])
        or any(word.removeprefix("و") in _REASONS for word in before)
        or is_charge(reading, hit.first, clause.first)
        or (hit.label == "clash" and not _ENDED.isdisjoint(word.lstrip("و") for word in before[-1:]))
        or (hit.label in {"clash", "bombardment"} and not _ENDED.isdisjoint(reading.words[hit.last : hit.last + 4]))
        or (hit.label == "protest" and _is_of_diplomats(reading, clause))
        or (hit.label == "target" and _is_of_a_campaign(reading, clause, hit))
        or (hit.label == "arrest" and not _WARRANTS.isdisjoint(before[-1:]))
        or (hit.label == "disrupted" and _is_of_drugs(reading, hit))
        or (hit.label == "blast" and not _PREPARED.isdisjoint(before[-2:]))
        or (hit.label == "captured" and not _WHICH.isdisjoint(before[-1:]))
        or (hit.label == "captured" and _is_of_a_column(reading, hit))
        or (hit.label == "handover" and any(map(_BODIES.fullmatch, reading.words[hit.first : hit.last + 5])))
        or (hit.label == "aid" and not _NEED.isdisjoint(before[-3:]))
        or (hit.label in {"protest", "sit_in"} and any(word in before[-2:] for word in _ON_THE_WAY))
    )


def _is_of_a_column(reading: Reading, hit: Found) -> bool:
    """دخل رتل …, دخلت قافلة …: vehicles that come take no land."""
    entered = reading.words[hit.first].lstrip("وف").startswith("دخل")
    return entered and any(near.label == "column" for near in reading.between("text", hit.last, hit.last + 1))


def _is_of_diplomats(reading: Reading, clause: Clause) -> bool:
    """وجهت الوزارة رسالة احتجاج: states protest on paper."""
    return any(map(_PAPER.fullmatch, reading.words[clause.first : clause.last]))


def _is_of_a_campaign(reading: Reading, clause: Clause, hit: Found) -> bool:
    """حملة تلقيح تستهدف الأطفال: whom a programme is for."""
    before = reading.words[max(clause.first, hit.first - _PROGRAMME_REACH) : hit.first]
    return any(map(_PROGRAMME.fullmatch, before)) and not reading.between("weapons", clause.first, clause.last)


def _is_of_drugs(reading: Reading, hit: Found) -> bool:
    """إحباط تهريب مخدرات: what is seized are no weapons."""
    near = reading.words[hit.first : hit.last + 16]
    return any(map(_DRUGS.fullmatch, near)) and not any(map(_ARMS.fullmatch, near))


def is_charge(reading: Reading, position: int, first: int = 0) -> bool:
    """Say whether a word tells of what somebody is charged with: "بتهمة التواصل مع …"."""
    for before in range(position - 1, max(position - _CHARGE_REACH, first, 0) - 1, -1):
        ends, charges, needs = _read_as_charge(reading.words[before])
        if ends:
            return False
        if charges and (not needs or reading.words[before + 1] == "عن"):
            return True
    return False


@lru_cache(maxsize=50_000)
def _read_as_charge(word: str) -> tuple[bool, bool, bool]:
    """Whether a word ends what is charged, whether it charges, and whether it needs "عن" for it; remembered."""
    responsible = bool(_RESPONSIBLE.fullmatch(word))
    return word in {"،", ".", "\n"}, responsible or bool(_CHARGED.fullmatch(word)), responsible


def _is_stopped(reading: Reading, position: int) -> bool:
    before = position - 1
    while before > 0 and reading.words[before] in _ADJECTIVES:
        before -= 1
    return before >= 0 and not _STOPPED.isdisjoint((reading.words[before], reading.words[before].removeprefix("و")))


def _without_stoppages(reading: Reading, found: list[Found]) -> list[Found]:
    """A strike over wages is none of the codebook's happenings; "احتجاجا" beside a strike is its reason, no protest."""
    strikes = [hit for hit in found if hit.label == "labour_strike"]
    if not strikes:
        return found
    kept = [hit for hit in found if not (hit.label == "protest" and reading.words[hit.first] == "احتجاجا")]
    if any(_is_general(reading, hit) for hit in strikes) or not _is_of_labour(reading):
        return kept
    return [hit for hit in kept if hit not in strikes]


def _is_general(reading: Reading, hit: Found) -> bool:
    return not _GENERAL.isdisjoint(reading.words[hit.first + 1 : hit.last + 2])


def _is_of_labour(reading: Reading) -> bool:
    """Say whether any strike of the article stands beside words of work and pay: the others are the same strike."""
    strikes = [hit for hit in reading.found.get("triggers", ()) if hit.label == "labour_strike"]
    return any(
        _LABOUR.fullmatch(word)
        for hit in strikes
        for word in reading.words[max(hit.first - _STRIKE_REACH, 0) : hit.last + _STRIKE_REACH]
    )
