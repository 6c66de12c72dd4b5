"""Who did it by his own word: "تبنى تنظيم …", "أعلن الجيش … أنه قصف", "أعلنت … سيطرتها على", "أعلن التحالف مقتل …"."""

from __future__ import annotations

from syria_events.coding.arabic.roles.parties import is_bystander
from syria_events.coding.arabic.scene import Named, Scene
from syria_events.coding.arabic.triggers.kinds import Happening
from syria_events.coding.arabic.words.clauses import Clause
from syria_events.coding.arabic.words.reading import Reading
from syria_events.coding.arabic.words.wordsets import wordset

_THAT_HE = wordset("announced.that_he")
_HIS = ("ه", "ها", "هم", "هما")
_OWN = wordset("announced.own")
_REACH = 3
"""Words between a word of announcing and who announces."""


def tells_his_own(scene: Scene, clause: Clause, happening: Happening, actor: Named) -> bool:
    """Say whether somebody who speaks before the deed calls it his own: he adopts it, or "he" or "his" is in it."""
    if is_bystander(actor):
        return False
    hit, words = happening.trigger, scene.reading.words
    if hit.first < actor.last:
        return False
    if _verb_of_announcing(scene.reading, clause, actor, adopting=True):
        return True
    that_he = not _THAT_HE.isdisjoint(words[max(actor.last, hit.first - 2) : hit.first])
    return that_he or (hit.entry.detail == "noun" and hit.last - hit.first <= 2 and words[hit.first].endswith(_HIS))


def announces(scene: Scene, clause: Clause, actor: Named) -> bool:
    """أعلن التحالف مقتل قيادي في تنظيم …: who announces what was done to another did it."""
    return not is_bystander(actor) and _verb_of_announcing(scene.reading, clause, actor)


def mourns(reading: Reading, clause: Clause, actor: Named) -> bool:
    """أعلنت قسد مقتل أربعة من مقاتليها: whose own people fell, by their own word."""
    if is_bystander(actor):
        return False
    for hit in reading.between("tolls", actor.last, min(actor.last + 6, clause.last)):
        if hit.label in {"killed", "injured"}:
            following = reading.words[hit.last : hit.last + 5]
            return any(
                word.endswith(("ه", "ها")) and word.removesuffix("ا").removesuffix("ه") in _OWN for word in following
            )
    return False


def _verb_of_announcing(reading: Reading, clause: Clause, actor: Named, *, adopting: bool = False) -> bool:
    before = reading.between("cues", max(clause.first, actor.first - _REACH), actor.first)
    return any(
        hit.entry.detail == "announced" and (not adopting or "تبن" in reading.words[hit.first]) for hit in before
    )
