"""Deeds that a clause only speaks of: the theme of a book, the matter of a trial, why a house is damaged."""

from __future__ import annotations

import re
from functools import lru_cache

from syria_events.coding.arabic.mention import Mention
from syria_events.coding.arabic.scene import Scene
from syria_events.coding.arabic.triggers.kinds import ATTACK_FAMILIES
from syria_events.coding.arabic.words.wordsets import wordset

_VIOLENT = ATTACK_FAMILIES | {
    "clash",
    "territory",
    "abduction",
    "sexual",
    "siege",
    "riot",
    "arrest",
    "looting",
    "incursion",
}
_WORKS = re.compile(
    r"[وفبل]?(?:ال|لل)?(?:كتاب|كتابه|روايه|فيلم|فيلما|وثايقي|وثايقيا|معرض|معرضا|ديوان|مسرحيه|نصب|نصبا|جداريه|جايزه"
    r"|متحف|امسيه|ندوه|يوميات|قصه|قصص|سيره|ذاكره|بحث|دراسه|مذكرات|يروي|تروي|يحكي|تحكي|يتذكر|تتذكر|يتذكرون|يستذكر"
    r"|يستذكرون|تستذكر|استذكر|استذكروا|تكريم|كرم|كرمت|تخليدا|تخليد|رثاء)"
)
"""Works, museums and memories: what they tell of is long over."""
_WORK_REACH = 9
_MATTER = re.compile(
    r"[وف]?(?:"
    r"سياسه|سياسات|نهج|مخلفات|ركام|انقاض|بشان|بخصوص|حول|قضيه|قضايا|قضيتي|ملف|ملفات|ملابسات|تداعيات|تبعات|اثار|خلفيه|خلفيات|مجريات|رسايل|رساله|دلالات"
    r"|بقضيه|بقضايا|بملف|بشبهه|شبهه|اتهامات|باتهامات|اتهام|تحقيق|تحقيقا|تحقيقات|بالتحقيق|محاكمه|محاكمات|بمحاكمه"
    r"|يحقق|تحقق|تحقيقها|حققت|محاسبه|بمحاسبه|لمحاسبه|مساءله|ناجين|ناجيات|ناج|ناجون|ناجيه|ناجيا|تعويض|تعويضات"
    r"|لتعويض|ادين|ادينت|ادانته|ادانتهم|ادانها|يدين|مدان|مدانا|مدانين|مرتكبي|مرتكب|مرتكبو|منفذي|منفذ|منفذو|مدبر"
    r"|مدبري|ضالعين|ضالع|ضالعا|ضلوع|ضلوعه|ضلوعهم|لضلوعه|لضلوعهم|بضلوعه|متورطين|متضررين|متضرري|متضرر|متضرره"
    r"|متضررا|مدمر|مدمره|منكوبي|ذوي|وثايق"
    r"|شهادات|ادله|ارشيف|مقاطع|صور|اسباب|مصير|حمايه|حمايه|لحمايه|مواجهه|لمواجهه|مكافحه|لمكافحه|بمكافحه"
    r"|مذكره|مذكرات|مطلوب|مطلوبين|مطلوبا|مسووليه|بمسووليه|خطوره|مخاطر|ظاهره"
    r")"
)
"""Files, trials, consequences, survivors: what a deed is the matter of."""
_OF_VICTIMS = re.compile(r"[وفبل]?(?:ضحايا|اسر|عايلات|عوايل|مبتوري|مصابي|جرحي|شهداء|اهالي|ايتام|ارامل)")
"""Right before a deed they are those who suffered it: "ضحايا القصف"."""
_ARTICLED = re.compile(r"(?:و|ب|ل|وب|ول)?ال(?:متضرر|مدمر|ناجي|متورط|ضالع|ملاحق|مطلوب)\w*")
_MATTER_REACH = 3
_BANDS = wordset("spoken_of.bands")
_TRADES = wordset("spoken_of.trades")
_CONDEMNED = re.compile(
    r"[وف]?(?:ت|ي)?(?:حتج|احتج|احتجت|ندد|نددت|ندين|دين|ادان|ادانت|استنكر|استنكرت|ستنكر|رفض|رفضت|شجب|شجبت|تنديد"
    r"|ادانه|استنكار|دعو|دعت|دعا|طالب|طالبت|انتقد|انتقدت|نتقد|بحث|بحثت|ناقش|ناقشت|وصف|وصفت|صف|رحب|رحبت|رحبان|رحبون|اشاد|اشادت|شيد|ايد|ايدت|ويد|ثمن|ثمنت|بارك|باركت)"
)
"""Verbs of speech about a deed: with its article it is one known already."""
_VIOLATIONS = wordset("spoken_of.violations")
_REMEMBERING = wordset("spoken_of.remembering")
_LIST_REACH = 14
_CONDEMN_REACH = 10
_RELATIVE = wordset("spoken_of.relative")
_AFTER = wordset("spoken_of.after")
_OPINION = wordset("spoken_of.opinion")
_SETTING = wordset("spoken_of.setting")
_BROKEN = re.compile(r"[وفبل]?(?:ال)?(?:متضرر|متضرره|متضررين|متضررا|مدمر|مدمره|متصدع|متصدعه|متهالك)")
_DAMAGED = re.compile(r"[وف]?(?:تضرر|تضررت|دمر|دمرت|دمره|دمرها|دمرتها|دمرته|هدمها|هدمه|هجرتهم|هجرهم)")


def is_only_spoken_of(scene: Scene, mention: Mention) -> bool:
    """Say whether no more is told of a deed than that it is what something else is about."""
    if mention.happening.kind.family == "agreement":
        return _is_condemned(scene, mention)
    if mention.happening.kind.family not in _VIOLENT:
        return False
    if mention.clause.title and scene.reading.words[mention.clause.first] in _OPINION:
        return True
    if (
        _is_remembered(scene, mention)
        or _is_violation(scene, mention)
        or _is_theme(scene, mention)
        or _is_trade(scene, mention)
    ):
        return True
    if _is_damage_done(scene, mention):
        return True
    told = any(not toll.cumulative and toll.quantity and toll.quantity.best for toll in mention.tolls)
    if told or (mention.day is not None and mention.happening.trigger.entry.detail == "verb"):
        return False
    return _is_matter(scene, mention) or _is_condemned(scene, mention) or _is_time(scene, mention)


def _is_theme(scene: Scene, mention: Mention) -> bool:
    first = mention.happening.trigger.first
    before = scene.reading.words[max(mention.clause.first, first - _WORK_REACH) : first]
    return any(map(_is_work, before))


@lru_cache(maxsize=50_000)
def _is_work(word: str) -> bool:
    return bool(_WORKS.fullmatch(word))


@lru_cache(maxsize=50_000)
def _names_matter(word: str) -> bool:
    return bool(_MATTER.fullmatch(word) or _ARTICLED.fullmatch(word))


def _is_remembered(scene: Scene, mention: Mention) -> bool:
    """لاجئة تروي …, ناجون يتذكرون …: an article of memories tells of nothing new where it gives no day."""
    if mention.day is not None or mention.clause.title:
        return False
    title = (sentence for sentence in scene.reading.sentences if sentence.line == 0)
    words = (word for sentence in title for word in scene.reading.words[sentence.first : sentence.last])
    return any(word.lstrip("و") in _REMEMBERING for word in words)


def _is_violation(scene: Scene, mention: Mention) -> bool:
    """ارتكبت انتهاكات بينها خطف ونهب: what a report lists, of no day."""
    hit = mention.happening.trigger
    before = scene.reading.words[max(mention.clause.first, hit.first - _LIST_REACH) : hit.first]
    listed = any(word.lstrip("وبل").removeprefix("ال") in _VIOLATIONS for word in before)
    return listed and mention.day is None


def _is_damage_done(scene: Scene, mention: Mention) -> bool:
    """متضرر من القصف: the state of a house, whatever happens to it now."""
    first = mention.happening.trigger.first
    return any(map(_BROKEN.fullmatch, scene.reading.words[max(mention.clause.first, first - 2) : first]))


def _is_condemned(scene: Scene, mention: Mention) -> bool:
    """تحتج على التوغلات: a deed with its article after a word of speech about it."""
    first, words = mention.happening.trigger.first, scene.reading.words
    definite = words[first].lstrip("وبلف").startswith("ال") or words[first].startswith("لل")
    before = words[max(mention.clause.first, first - _CONDEMN_REACH) : first]
    return definite and before.count("،") in {0, 2} and any(map(_CONDEMNED.fullmatch, before))


def _is_trade(scene: Scene, mention: Mention) -> bool:
    """خلية خطف, عصابة امتهنت السلب: what a band lives by."""
    hit = mention.happening.trigger
    before = [
        word.removeprefix("و").removeprefix("ال") for word in scene.reading.words[max(hit.first - 3, 0) : hit.first]
    ]
    named = scene.reading.words[hit.first].removeprefix("ال") == "خطف" or hit.entry.detail == "noun"
    return (named and not _BANDS.isdisjoint(before[-1:])) or not _TRADES.isdisjoint(before)


def _is_matter(scene: Scene, mention: Mention) -> bool:
    """Every trigger stands behind such a word: "ملف الاعتقال", "ضحايا القصف"."""
    words = scene.reading.words
    own = [hit for hit in mention.happening.triggers if words[hit.first - 1] not in _RELATIVE]
    return bool(own) and all(_stands_behind(scene, mention, hit.first) for hit in own)


def _stands_behind(scene: Scene, mention: Mention, first: int) -> bool:
    before = scene.reading.words[max(mention.clause.first, first - _MATTER_REACH) : first]
    for cut in ("،", ".", ":"):
        if cut in before:
            before = before[len(before) - before[::-1].index(cut) :]
    if scene.reading.words[first].startswith("ب"):
        return any(map(_DAMAGED.fullmatch, before[-2:])) or any(map(_names_matter, before[-1:]))
    if any(map(_OF_VICTIMS.fullmatch, before[-1:])):
        return True
    return any(map(_names_matter, before)) or any(map(_DAMAGED.fullmatch, before[-2:]))


def _is_after_it(scene: Scene, mention: Mention) -> bool:
    """وعقب الانفجار شنت …: the deed told before dates the next one."""
    hit, words = mention.happening.trigger, scene.reading.words
    named = hit.entry.detail == "noun" and words[hit.first].startswith("ال") and hit.last - hit.first == 1
    before = words[max(mention.clause.first, hit.first - 1) : hit.first]
    return named and not mention.clause.title and any(word.lstrip("و") in _AFTER for word in before)


def _is_time(scene: Scene, mention: Mention) -> bool:
    """خلال حصار …, أثناء المعارك: when something else was."""
    hit = mention.happening.trigger
    if _is_after_it(scene, mention):
        return True
    if mention.clause.title or mention.happening.kind.family not in {"clash", "siege", "territory"}:
        return False
    before = scene.reading.words[max(mention.clause.first, hit.first - 1) : hit.first]
    return hit.entry.detail == "noun" and any(word.lstrip("و") in _SETTING for word in before)
