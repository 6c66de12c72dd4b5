"""Who is said to be behind a deed of which nobody else is named the doer: "اتهمت الوزارة تنظيم … بالوقوف وراءه"."""

from __future__ import annotations

from syria_events.coding.arabic.merging.group import Group
from syria_events.coding.arabic.roles.parties import is_bystander, is_no_party
from syria_events.coding.arabic.scene import Named, Scene
from syria_events.coding.arabic.words.wordsets import wordset
from syria_events.model import Actor

_ACCUSING = wordset("accused.accusing")
_CLAIMED = wordset("accused.claimed")
_BEHIND = wordset("accused.behind")
_REACH = 9


def accused_of_it(group: Group) -> Actor | None:
    """Return the first group that the sentences of a happening, or the next one, hold responsible for it."""
    scene = group.scene
    last = max(mention.clause.sentence for mention in group.mentions)
    first = min(mention.clause.sentence for mention in group.mentions)
    for sentence in scene.reading.sentences[first : last + 3]:
        for named in scene.actors_in(sentence.first, sentence.last):
            if not is_bystander(named) and not is_no_party(scene, named) and _is_held(scene, sentence.first, named):
                mention = named.mention
                return Actor("actor1", mention.name, mention.group, mention.start, mention.end)
    return None


def _is_held(scene: Scene, first: int, named: Named) -> bool:
    words = scene.reading.words
    before = [
        word.removeprefix("و").removeprefix("ف") for word in words[max(first, named.first - _REACH) : named.first]
    ]
    after = words[named.last : named.last + _REACH]
    if any(word in _CLAIMED for word in before[-3:]) and "لم" not in before:
        return True
    if not _ACCUSING.isdisjoint(before) and (not _BEHIND.isdisjoint(after) or not _BEHIND.isdisjoint(before)):
        return not _is_accuser(scene, first, named)
    return False


def _is_accuser(scene: Scene, first: int, named: Named) -> bool:
    """اتهمت قسد الجيش …: who stands right behind the verb accuses, and another is accused."""
    before = scene.reading.words[max(first, named.first - 2) : named.first]
    others = scene.actors_in(named.last, named.last + _REACH)
    return any(word.lstrip("وف") in _ACCUSING for word in before) and bool(others)
