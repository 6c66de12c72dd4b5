"""Actors of a sentence in their parts: which can act, which only speak, hold ground or name a country."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from syria_events.coding.english.actors.named_actors import Named
from syria_events.coding.english.actors.only_named import is_only_named
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.words.wordsets import wordset

CIVIL = frozenset(
    {
        *("civilians", "journalists", "medics", "aid_workers", "white_helmets", "protesters", "prisoners"),
        *("red_cross", "un"),
    }
)
"""Groups that suffer violence and do none."""
_TOLD_BY = frozenset({"other", "journalists"})
_CLAIMED_DEEDS = frozenset({"responsibility", "attack", "bombing", "it", "blast", "assault", "credit"})
_PLACED = wordset("actors.placed")
UNNAMED = "unidentified_armed_group"
_BORDER_FORCES = frozenset((word,) for word in ("post", "posts", "guard", "guards", "police", "patrol", "troops"))
_SEEN = frozenset({"unidentified", "unknown", "masked", "hooded", "armed", "veiled"})
_NOBODY = frozenset({"attacker", "attackers", "bomber", "bombers", "assailant", "assailants"})
"""Words that say no more than that somebody did it."""
HELD = (
    *("-held", "-controlled", "-occupied", "-ruled", "-dominated", "-backed", "-brokered", "-sponsored", "-based"),
    *("-made", "-built", "-run", "-owned", "-funded"),
)
_HAVE = frozenset({"has", "have", "had", "also", "later", "earlier"})
_NO_ACTOR_AFTER = wordset("actors.no_actor_after")


@dataclass(frozen=True, slots=True)
class Part:
    """An actor in a role: its group, and the words [first, last) that name it."""

    group: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Roles:
    """Who does it and who receives it."""

    agents: tuple[Part, ...] = ()
    targets: tuple[Part, ...] = ()


def part(named: Named) -> Part:
    """Return an actor as the part of a role; al-Qaeda in Syria is its branch there."""
    return Part("hts" if named.mention.actor_id == "al_qaeda" else named.group, named.first, named.last)


def acting(scene: Scene, named: Named) -> bool:
    """Whether an actor can act here: no speaker, no "rebel-held", no country that is only a place."""
    words = scene.reading.words
    after = words[named.last] if named.last < len(words) else ""
    if words[named.last - 1].endswith(HELD) or _only_tells(named) or _is_no_actor_before(words, named.last):
        return False
    if is_only_named(scene, named):
        return False
    says = named.last + (after == ",")
    while words[says : says + 1] and words[says] in _HAVE and says <= named.last + 1:
        says += 1  # "residents have reported"
    if _speaks(scene, says) or _is_nobody(words[named.first : named.last], named.group):
        return False
    before = words[named.first - 1] if named.first else ""
    is_country = named.mention.sector == "GOV" and named.mention.kind == "name"
    return not (is_country and before in _PLACED)


def _is_no_actor_before(words: tuple[str, ...], position: int) -> bool:
    """Whether a name is only part of another word: "Turkish-controlled", "the Turkish border", not "border post"."""
    after = words[position : position + 2]
    return bool(after) and after[0] in _NO_ACTOR_AFTER and after[1:] not in _BORDER_FORCES


def _is_nobody(words: tuple[str, ...], group: str) -> bool:
    """Whether words say no more than that somebody did it: "attackers", but "masked attackers" were seen."""
    return group == UNNAMED and not _NOBODY.isdisjoint(words) and words[0] not in _SEEN


def _only_tells(named: Named) -> bool:
    """Media and monitors; relief and rescue do something."""
    return named.mention.sector == "JRN" or (named.mention.sector == "NGO" and named.group in _TOLD_BY)


def coordinated(scene: Scene, near: list[Named]) -> tuple[Part, ...]:
    """Return the first actor and those joined to it by "and"."""
    words = scene.reading.words
    parts = [part(near[0])]
    for before, named in pairwise(near):
        between = words[before.last : named.first]
        if len(between) > 3 or (between and not {"and", ",", "or"} & set(between)) or not acting(scene, named):
            break
        parts.append(part(named))
    return tuple(parts)


def _speaks(scene: Scene, position: int) -> bool:
    """Whether a word after an actor makes it a speaker: "activists said"."""
    words = scene.reading.words
    if words[position : position + 1] in {("claimed",), ("claims",)}:
        object_at = position + 1 + (words[position + 1 : position + 2] == ("the",))
        deed = scene.found("triggers", object_at, object_at + 1)
        return not deed and _CLAIMED_DEEDS.isdisjoint(words[object_at : object_at + 1])
    return any(hit.entry.label == "source" for hit in scene.found("cues", position, position + 1))
