"""Whether what goes with a trigger makes it one: a weapon, a place, people."""

from __future__ import annotations

from itertools import pairwise

from syria_events.coding.codebook import is_armed
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.triggers.harmless import is_harmless
from syria_events.coding.english.triggers.objects import has_object
from syria_events.coding.english.triggers.taken_places import PLACE_OBJECTS, is_of_place
from syria_events.coding.english.triggers.used_weapons import used_weapons
from syria_events.coding.english.words.inflection import PRESENT
from syria_events.coding.english.words.wordsets import wordset

_MODIFIED = {
    "abduction": wordset("triggers.modifies.abduction"),
    "arrest": wordset("triggers.modifies.arrest"),
    "attack": wordset("triggers.modifies.attack"),
}
"""Nouns before which those of a family only name them: "a kidnapping ring", "an arrest warrant"."""
_DEFENCES = frozenset({"defence", "defense", "defences", "defenses"})
_MISSILES = frozenset({"missile", "missiles", "rockets", "projectiles"})
_AIRCRAFT = frozenset(
    {
        "drone",
        "drones",
        "jet",
        "jets",
        "plane",
        "planes",
        "aircraft",
        "warplane",
        "warplanes",
        "helicopter",
        "helicopters",
    }
)
_FLYING_BOMBS = frozenset({"explosive-laden", "explosives-laden", "suicide", "kamikaze", "booby-trapped", "attack"})
_HEARD = frozenset({"blast", "clash", "shelling", "bombardment", "shooting"})
_PRONOUNS = frozenset({"it", "which", "they"})
_NO_FOES = wordset("triggers.no_foes")
_PAPERS = wordset("triggers.papers")
_PRICES = frozenset({"price", "prices", "rents", "costs", "demand", "sales", "inflation"})
_LIFTED = frozenset(
    {"lift", "lifts", "lifted", "lifting", "ease", "eases", "eased", "easing", "waive", "suspend", "remove"}
)
_TALKS = frozenset(
    {"talks", "negotiations", "integration", "dialogue", "reform", "reforms", "process", "committee", "team"}
)
_BLAMED = frozenset({"its", "his", "her", "their", "failing", "not", "what", "having"})
"""What follows "under fire for" where words are meant."""
_CRITICS = frozenset({"critics", "lawmakers", "rights", "campaigners", "watchdog", "press", "media"})
_SAID = frozenset({"said", "say", "reported", "added", "told"})
_OBJECT = 4
"""Words beside a verb in which its object stands."""
_SUBJECT = 9
"""How many words before a passive verb its subject may begin."""


def counts(scene: Scene, trigger: Trigger, first: int, last: int) -> bool:
    """Whether what goes with a trigger makes it one: throwing needs a weapon, "seize" a place, "release" people."""
    if _only_names(scene, trigger) or (trigger.kind.name in _HEARD and _only_heard(scene, trigger, last)):
        return False
    if trigger.tag == PRESENT and not _SAID.isdisjoint(scene.reading.words[trigger.last : trigger.last + 1]):
        return False  # "dispatches said"
    if _is_other_sense(scene, trigger, last) or is_harmless(scene, trigger, last):
        return False
    if trigger.kind.name == "launch":
        return _throws(scene, trigger, first, last) or fires_at_place(scene, trigger, last)
    if trigger.rule.endswith(": bring down") and not _brings_down_aircraft(scene, trigger, first, last):
        return False
    if trigger.kind.name == "shootdown" or trigger.detail == "repel":
        return not _intercepts(scene, trigger, first, last)
    if not trigger.verb:
        return trigger.kind.name != "capture" or is_of_place(scene, trigger, first, last)
    return has_object(scene, trigger, first, last)


def _is_other_sense(scene: Scene, trigger: Trigger, last: int) -> bool:
    """Whether a word tells of something else by what stands beside it.

    "Battled wildfires", "foil arms smuggling", "a report released on Monday", "Free Syrian Army", "lift sanctions".
    """
    words = scene.reading.words
    name = trigger.kind.name
    after = words[trigger.last : min(last, trigger.last + _OBJECT)]
    if name == "clash":
        return not _NO_FOES.isdisjoint(after if trigger.detail == "repel" else after[:3])
    if trigger.detail == "suffers":
        return _is_criticised(scene, trigger)
    if name == "strike" and trigger.tag in {"noun", "base"}:
        return any(hit.entry.label == "civilian" for hit in scene.found("people", trigger.first - 1, trigger.first))
    if name == "blast":
        before = words[max(0, trigger.first - _OBJECT) : trigger.first]
        return (trigger.verb and not _PRICES.isdisjoint(before)) or _is_of_vessel(words, trigger)
    if name == "advance":
        return not _TALKS.isdisjoint(words[max(0, trigger.first - 2 * _SUBJECT) : trigger.first])
    if name == "release":
        before = words[max(0, trigger.first - _OBJECT) : trigger.first]
        return trigger.first in scene.actor_at or not _PAPERS.isdisjoint((*before, *after))
    if name == "sanction":
        return trigger.verb and not _LIFTED.isdisjoint(words[max(0, trigger.first - _OBJECT) : trigger.first])
    return False


def _is_criticised(scene: Scene, trigger: Trigger) -> bool:
    """ "Came under fire for the bill", "under attack from a rights group": words, not shots."""
    words = scene.reading.words
    after = words[trigger.last : trigger.last + 1]
    if after == ("for",):
        return not _BLAMED.isdisjoint(words[trigger.last + 1 : trigger.last + 2])
    critic = scene.actor_at.get(trigger.last + 1)
    critics = critic is not None and not is_armed(critic.group) and critic.group != "other"
    critics = critics or not _CRITICS.isdisjoint(words[trigger.last + 1 : trigger.last + _OBJECT])
    return after == ("over",) or (after == ("from",) and critics)


def _is_of_vessel(words: tuple[str, ...], trigger: Trigger) -> bool:
    """ "A fuel tanker exploded", "a gas cylinder explosion", "the explosion of a boiler": accidents."""
    near = words[max(0, trigger.first - _OBJECT) : trigger.first]
    behind = words[trigger.last : trigger.last + 4] if not trigger.verb else ()
    return not _VESSELS.isdisjoint((*near, *(behind if behind[:1] == ("of",) else ())))


_VESSELS = wordset("triggers.vessels")


def _only_names(scene: Scene, trigger: Trigger) -> bool:
    """ "The chemical attack town", "attack victims"; "a bombing blamed on the group": the bombing is what is told."""
    after = scene.reading.words[trigger.last : trigger.last + 1]
    if trigger.verb:
        return trigger.kind.name == "accuse" and after == ("on",)
    return not _MODIFIED.get(trigger.kind.family, frozenset()).isdisjoint(after)


def _throws(scene: Scene, trigger: Trigger, first: int, last: int) -> bool:
    """Whether a verb such as "drop" has a weapon about it, one such as "destroy" a weapon before it."""
    words = scene.reading.words
    return any(
        hit.entry.label != "w_gun"
        and (trigger.detail != "before" or hit.first < trigger.first or words[hit.first - 1] in {"using", "with"})
        for hit in used_weapons(scene, first, last)
    )


def _brings_down_aircraft(scene: Scene, trigger: Trigger, first: int, last: int) -> bool:
    """ "Brought down a helicopter", not "brought down the roof on the patients"."""
    words = scene.reading.words
    beside = words[max(first, trigger.first - _SUBJECT) : trigger.first], words[trigger.last : trigger.last + _SUBJECT]
    return not (_AIRCRAFT | _MISSILES).isdisjoint(beside[0] if trigger.passive else beside[1])


def _intercepts(scene: Scene, trigger: Trigger, first: int, last: int) -> bool:
    """Whether air defences meet missiles: part of the attack, no battle of its own; aircraft shot down are one."""
    words = scene.reading.words
    after = words[trigger.last : min(last, trigger.last + 9)]
    if not _AIRCRAFT.isdisjoint(after):
        return not _FLYING_BOMBS.isdisjoint(after)
    before = words[max(first, trigger.first - 8) : trigger.first]
    defended = any(word == "air" and next_one in _DEFENCES for word, next_one in pairwise(before))
    return defended or not _MISSILES.isdisjoint(after)


def fires_at_place(scene: Scene, trigger: Trigger, last: int) -> bool:
    """Whether somebody fires at a place, not at people: "fired from the suburb into Damascus" is shelling."""
    words = scene.reading.words
    if not (trigger.verb and words[trigger.first].startswith("fir")):
        return False
    for position in range(trigger.last, min(last, trigger.last + 7)):
        if words[position] in {"into", "on", "onto", "towards"}:
            return bool(scene.places_in(position + 1, position + 3))
    return False


def is_under_fire(scene: Scene, first: int, last: int) -> bool:
    """Whether a side's fire falls on a place: "killed by rebel fire on the quarter", "army fire from the suburbs"."""
    words = scene.reading.words
    return any(
        words[position] == "fire"
        and position - 1 in scene.actor_at
        and words[position + 1] in {"on", "into", "onto", "from"}
        and (
            scene.places_in(position + 2, position + 5)
            or not PLACE_OBJECTS.isdisjoint(words[position + 2 : position + 5])
        )
        for position in range(first + 1, last - 2)
    )


def _only_heard(scene: Scene, trigger: Trigger, last: int) -> bool:
    words = scene.reading.words
    return not trigger.verb and (
        "heard" in words[trigger.last : min(last, trigger.last + 6)]
        or "sound" in words[max(0, trigger.first - 4) : trigger.first]
    )
