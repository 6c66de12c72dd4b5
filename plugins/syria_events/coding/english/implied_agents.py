"""Who did it where no grammar of the verb says so: pronouns, accusations, weapons of one side."""

from __future__ import annotations

from datetime import date

from syria_events.coding.english.actors import CIVIL, Part, coordinated, part
from syria_events.coding.english.clauses import Scope
from syria_events.coding.english.scene import Named, Scene
from syria_events.coding.english.wordsets import wordset

FALL_OF_ASSAD = date(2024, 12, 8)
"""When the only side with helicopters lost them."""
_FORCES = wordset("roles.forces")


def owner(scene: Scene, scope: Scope, verb: int) -> tuple[Part, ...]:
    """Whose "its fighters", "its jets" are, or who "it" is: the actor named before, though he only speaks."""
    words = scene.reading.words
    sentence = scene.reading.sentences[scope.sentence]
    for position in range(verb - 1, max(sentence.first, verb - 8), -1):
        owned = words[position] in {"its", "their"} and _FORCES.intersection(words[position + 1 : position + 4])
        itself = words[position] in {"it", "they"} and position >= verb - 3
        if owned or itself:
            before = scene.actors_in(sentence.first, position)
            named = [n for n in before if n.mention.sector not in {"JRN", "NGO"} and n.group not in CIVIL]
            return (part(_apposed(named) if itself else named[-1]),) if named else ()
    return ()


def _apposed(named: list[Named]) -> Named:
    """The first actor; of "militant group Islamic State" the name."""
    first, *rest = named
    return rest[0] if rest and first.mention.kind == "generic" and rest[0].first == first.last else first


def blamed(scene: Scene, first: int, last: int) -> tuple[Part, ...]:
    """Whom somebody accuses: "accused the army of shelling", "blamed on Daesh", "claimed by the group"."""
    words = scene.reading.words
    sentence = scene.reading.sentences[scene.reading.sentence_of[first]]
    for position in range(sentence.first, last):
        if words[position] in {"accused", "accuses", "accusing", "blamed", "blames", "blaming"}:
            near = scene.actors_in(position + 1, min(sentence.last, position + 7))
            if near and (words[position].startswith("accus") or near[0].first <= position + 3):
                return coordinated(scene, list(near))
    return ()


def barrel_bombers(scene: Scene, first: int, last: int) -> tuple[Part, ...]:
    """Barrel bombs were the weapon of one side only, while it had helicopters."""
    if scene.published and scene.published >= FALL_OF_ASSAD:
        return ()
    for hit in scene.found("triggers", first, last):
        if "barrel" in scene.reading.words[hit.first : hit.last]:
            return (Part("syrian_government", hit.first, hit.last),)
    return ()
