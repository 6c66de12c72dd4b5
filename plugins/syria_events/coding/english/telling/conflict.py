"""Whether a text is one of conflict: crime, sports, disease and accidents of the whole world use its words as well."""

from __future__ import annotations

from syria_events.coding.codebook import is_armed
from syria_events.coding.english.actors.named_actors import Named
from syria_events.coding.english.mention import Mention
from syria_events.coding.english.places.whereabouts import Located
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.words.wordsets import wordset

_SYRIA = frozenset({"syria", "syrian", "syrians", "syrias"})
_WAR = wordset("conflict.war")
"""Who wages war, and what it is called."""
_WEAPONS = frozenset(
    {"air", "drone", "shelling", "suicide", "ied", "chemical", "w_suicide", "w_drone", "w_ied", "w_shelling"}
)
"""Labels of weapons that are hardly named where there is no war, but for words of other uses."""
_OTHER_USES = frozenset({"mine", "mines", "grad", "tank", "tanks", "shell", "rocket", "cannon", "explosives"})
_FORCES = frozenset({"MIL", "REB", "UAF", "PRM"})
_LONERS = frozenset({"gunman", "attacker", "assailant"})
_CROWDS = frozenset({"protesters", "demonstrators", "protestors", "demonstrations", "protests", "marchers", "rioters"})
_NEAR = 2
"""Sentences before and after a mention in which a force or its weapons are named."""


def is_fighting(named: Named) -> bool:
    """Return whether an actor is an armed side named as such."""
    return is_armed(named.group) and named.mention.sector in _FORCES


def tells_of_syria(scene: Scene) -> bool:
    """Return whether a text names Syria, or one of its places to the letter."""
    return not _SYRIA.isdisjoint(scene.reading.words) or any(map(_is_syrian, scene.places))


def is_of_conflict(scene: Scene, mention: Mention) -> bool:
    """Return whether a force, an army, a weapon of war is told of near a mention, or for a protest the crowd.

    Asked of texts that do not tell of Syria: there "a man was shot", "police made two arrests" is ordinary crime.
    """
    if mention.realis != "actual" or not mention.kind.acled_event_type:
        return True
    sentences = scene.reading.sentences
    first = sentences[max(0, mention.sentence - _NEAR)].first
    last = sentences[min(len(sentences) - 1, mention.sentence + _NEAR)].last
    words = scene.reading.words[first:last]
    if mention.kind.family == "protest":
        return not _CROWDS.isdisjoint(words)
    forces = (
        one for one in scene.actors_in(first, last) if _LONERS.isdisjoint(scene.reading.words[one.first : one.last])
    )
    if not _WAR.isdisjoint(words) or any(map(is_fighting, forces)):
        return True
    weapons = (hit.first for hit in scene.found("triggers", first, last) if hit.entry.label in _WEAPONS)
    return any(scene.reading.words[position] not in _OTHER_USES for position in weapons)


def _is_syrian(located: Located) -> bool:
    mention = located.mention
    spellings = {mention.name.casefold(), f"{mention.name}s".casefold()}  # the s of "Damascus" is read as a possessive
    syrian = (one for one in mention.candidates if one.country == "SY")
    return mention.name[:1].isupper() and any(not spellings.isdisjoint(map(str.casefold, one.names)) for one in syrian)
