"""What a word of many uses means here: raids of men or of planes, ordnance that blows up or is blown up."""

from __future__ import annotations

from syria_events.coding.english.clauses import Scope
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.tolls.casualties import Toll
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.triggers.used_weapons import used_weapons
from syria_events.coding.english.words.number_words import quantity_at
from syria_events.coding.english.words.wordsets import wordset

_FIRED = wordset("senses.fired")
_TOUCHED = wordset("senses.touched")
_OBJECT_BEGINS = wordset("senses.object_begins")
_ORDNANCE = wordset("senses.ordnance")
_MEN = wordset("senses.men")
_CARRIERS = frozenset({"car", "cars", "truck", "trucks", "vehicle", "vehicles", "motorcycle", "belt", "vest", "vests"})
"""What attackers carry their bombs in; nobody clears it by blowing it up."""
_PLANTERS = frozenset({"unidentified_armed_group", "islamic_state", "hts", "pkk", "other"})
"""Sides of which nobody tells that they clear bombs, but that they set them off."""
_AIMED = frozenset({"targeting", "against"})
_AIM = 9
"""Words behind a verb in which it is told whom a bomb was meant for."""
_ASSAULTS = frozenset({"infiltrate", "sneak", "storm", "overrun", "penetrate", "seize", "capture", "breach"})
_LANDING = frozenset({"airdrop", "airdrops"})
"""What brings men by air who then fight on the ground."""
_ON_FOOT = wordset("senses.on_foot")
_IN_THE_AIR = wordset("senses.in_the_air")
_FOILS = (": foil", ": thwart", ": foil an attack", ": thwart an attack")


def other_than_named(scene: Scene, trigger: Trigger, by: set[str], own: list[Toll], scope: Scope) -> tuple[str, str]:
    """The kind that a word of many uses has here, and the rule; empty where it means what the table says."""
    name = trigger.kind.name
    if name == "blast" and not own and not (by and by <= _PLANTERS) and _clears(scene, trigger):
        return "disrupted", "rule/ordnance that is blown up"
    if name == "blast" and _lay_about(scene, scope):
        return "ied", "rule/ordnance that lay about"
    if name == "abduction" and any(toll.kind == "killed" and toll.quantity.best for toll in own):
        return "execution", "rule/abducted and killed"
    if name == "strike" and trigger.verb and _by_men(scene, scope):
        return "attack", "rule/men who target somebody do it on the ground"
    if name == "disrupted" and trigger.rule.endswith("an attempt") and _is_assault_foiled(scene, trigger):
        return "clash", "rule/an assault that was foiled"
    if name in {"offensive", "advance"} and not own and _caught(scene, scope):
        return "arrest", "rule/an operation that only made arrests"
    if trigger.detail == "repel" and trigger.rule.endswith(_FOILS) and not own and _is_told_of_arrests(scene, scope):
        return "arrest", "rule/a plot foiled by arrests"
    raids = name == "raid" or (trigger.verb and trigger.rule.endswith(": raid"))
    on_foot = _raid_of_men(scene, scope) if raids else ""
    return on_foot, "rule/a raid of men, not of planes"


def _is_assault_foiled(scene: Scene, trigger: Trigger) -> bool:
    """ "Foiled an attempt by militants to infiltrate a post": a fight; an attempt to smuggle or to bomb is none."""
    return not _ASSAULTS.isdisjoint(scene.reading.words[trigger.last : trigger.last + _AIM])


def _lay_about(scene: Scene, scope: Scope) -> bool:
    """Whether a shell went off that somebody touched: "while playing with a shell", "as he gathered scrap metal"."""
    sentence = scene.reading.sentences[scope.sentence]
    words = scene.reading.words[sentence.first : sentence.last]
    fired = not _FIRED.isdisjoint(words)
    return not fired and not _TOUCHED.isdisjoint(words) and not _ORDNANCE.isdisjoint(words)


def _clears(scene: Scene, trigger: Trigger) -> bool:
    """Whether ordnance is the object: "the engineers blew up the mines", not "the mines blew up"."""
    after = scene.reading.words[trigger.last : trigger.last + 4]
    if not _AIMED.isdisjoint(scene.reading.words[trigger.last + 1 : trigger.last + _AIM]):
        return False  # "detonated a bomb targeting a patrol"
    counted = quantity_at(scene.reading.words, trigger.last, trigger.last + 3) is not None
    if not _CARRIERS.isdisjoint(after):
        return False  # "detonated two car bombs"
    if scene.cue("controlled", trigger.last, trigger.last + 2 * _AIM):
        return not _ORDNANCE.isdisjoint(after)
    begins = counted or not _OBJECT_BEGINS.isdisjoint(after[:1])
    return trigger.verb and not trigger.passive and begins and not _ORDNANCE.isdisjoint(after)


def _by_men(scene: Scene, scope: Scope) -> bool:
    """ "A convoy targeted by an attacker", "gunmen on a motorcycle targeted him": no weapon, and men on the ground."""
    words = scene.reading.words[scope.first : scope.last]
    sentence = scene.reading.sentences[scope.sentence]
    if not _LANDING.isdisjoint(scene.reading.words[sentence.first : sentence.last]):
        return True
    return not _MEN.isdisjoint(words) and not used_weapons(scene, scope.first, scope.last)


def _raid_of_men(scene: Scene, scope: Scope) -> str:
    """The kind of a raid that is one of men: arrests where its sentence tells of them; empty where planes fly it.

    "Night raid in Homs: three suspects arrested"; "forces raided houses", "killed in a commando raid".
    """
    sentence, words = scene.reading.sentences[scope.sentence], scene.reading.words
    if _is_on_the_ground(scene, sentence.title):
        return "arrest"
    if _caught(scene, scope) and _IN_THE_AIR.isdisjoint(words[sentence.first : sentence.last]):
        return "arrest"
    told = set(words[scope.first : scope.last])
    return "assault" if not _ON_FOOT.isdisjoint(told) and _IN_THE_AIR.isdisjoint(told) else ""


def _caught(scene: Scene, scope: Scope) -> bool:
    """Whether the sentence tells of arrests."""
    sentence = scene.reading.sentences[scope.sentence]
    return any(hit.entry.label == "arrest" for hit in scene.found("triggers", sentence.first, sentence.last))


def _is_told_of_arrests(scene: Scene, scope: Scope) -> bool:
    """Whether the sentence, or for a headline the text, tells of arrests and of nobody killed."""
    sentence = scene.reading.sentences[scope.sentence]
    end = len(scene.reading.words) if sentence.title else sentence.last
    dead = any(hit.entry.label == "killed" for hit in scene.found("harm", sentence.first, end))
    return not dead and any(hit.entry.label == "arrest" for hit in scene.found("triggers", sentence.first, end))


def _is_on_the_ground(scene: Scene, title: bool) -> bool:
    """Whether the raids of a headline are those of men who arrest somebody in the text, where nothing flies."""
    words = scene.reading.words
    held = any(hit.entry.label == "arrest" for hit in scene.found("triggers", 0, len(words)))
    return title and held and _IN_THE_AIR.isdisjoint(words)
