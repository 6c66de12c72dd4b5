"""Who is said to have done what was told just before: "the force blamed Turkey", "the group claimed the attack"."""

from __future__ import annotations

from dataclasses import replace

from syria_events.coding.english.actors.actors import CIVIL, UNNAMED, Part, acting, part
from syria_events.coding.english.actors.named_actors import Named
from syria_events.coding.english.mention import Mention
from syria_events.coding.english.roles.asked import suspects
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.words.wordsets import wordset

_REACH = 2
"""Sentences after a deed in which somebody may be blamed for it."""
_BLAMES = frozenset({"blamed", "blames", "blaming"})
_ACCUSES = frozenset({"accused", "accuses", "accusing"})
_OF_DEEDS = frozenset(
    {"attack", "firing", "launching", "planting", "behind", "bombing", "shooting", "strike", "killing", "it"}
)
_SEEN = frozenset({"gunmen", "gunman", "shooters", "kidnappers"})
_CLAIMS = frozenset({"claimed", "claims", "claiming"})
_SAID = frozenset({"said", "says"})
_THE = frozenset({"the", "them", "it", "those", "this", "these"})
_DEED = wordset("blame.deeds")
_DOERS = frozenset({"attacker", "attackers", "bomber", "bombers", "assailant", "assailants", "gunman", "perpetrators"})
_BELONGED = frozenset({"belonged", "belong", "member", "members", "linked", "affiliated", "pledged", "fighter"})
_PARTS = frozenset({",", ";", "but", "while", "although"})
_NOBODY = frozenset({"no", "nobody", "none", "denied", "not", "neither", "n't", "never"})


def with_blamed(scene: Scene, found: list[Mention]) -> list[Mention]:
    """Give violence by nobody named those whom the next sentences blame for it, or who claim it."""
    blamed = [(index, one) for index in range(len(scene.reading.sentences)) for one in _blamed_in(scene, index)[:1]]
    blamed.extend((index, one) for index in range(len(scene.reading.sentences)) for one in _fled(scene, index))
    dated = [one for one in found if one.kind.is_violent and one.day and not one.day_is_of_speech]
    told = [_by(mention, blamed, dated) for mention in found] if blamed else found
    asked = {index: who for index in range(len(scene.reading.sentences)) if (who := suspects(scene, index))}
    return [_by_suspects(mention, asked) for mention in told] if asked else told


def _by_suspects(mention: Mention, asked: dict[int, tuple[Part, ...]]) -> Mention:
    """Give violence by nobody named those of whom one of the next sentences asks which did it."""
    near = (asked[index] for index in range(mention.sentence, mention.sentence + _REACH + 1) if index in asked)
    agents = next(near, ())
    if not mention.kind.is_violent or mention.roles.agents or not agents:
        return mention
    return replace(mention, roles=replace(mention.roles, agents=agents))


def _fled(scene: Scene, index: int) -> list[Part]:
    """ "The gunmen fled": who shot them had been seen."""
    sentence = scene.reading.sentences[index]
    opening = scene.reading.words[sentence.first : sentence.first + 2]
    seen = opening[:1] == ("the",) and not _SEEN.isdisjoint(opening)
    return [Part(UNNAMED, sentence.first + 1, sentence.first + 2)] if seen and not sentence.title else []


def _by(mention: Mention, blamed: list[tuple[int, Part]], dated: list[Mention]) -> Mention:
    """Give a mention who is blamed next, unless something with a day of its own is told between."""
    if not mention.kind.is_violent or any(agent.group != UNNAMED for agent in mention.roles.agents):
        return mention
    victims = {target.group for target in mention.roles.targets}
    others = (one.sentence for one in dated if one.sentence > mention.sentence and one.day != mention.day)
    reach = min(others, default=mention.sentence + _REACH + 1)
    near = [
        one
        for sentence, one in blamed
        if 0 <= sentence - mention.sentence <= _REACH and sentence < reach and one.group not in victims
    ]
    return replace(mention, roles=replace(mention.roles, agents=(near[0],))) if near else mention


def _blamed_in(scene: Scene, index: int) -> list[Part]:
    """Whom a sentence that tells of no other deed blames."""
    sentence = scene.reading.sentences[index]
    found = []
    for named in scene.actors_in(sentence.first, sentence.last):
        if named.group in CIVIL or named.group == UNNAMED or named.mention.sector in {"JRN", "NGO"}:
            continue
        if _is_denied(scene, sentence.first, named):
            continue
        if _is_blamed(scene, sentence.first, named) or _claims(scene, sentence.last, named):
            found.append(part(named))
    return found


def _is_denied(scene: Scene, first: int, named: Named) -> bool:
    """Whether the part of the sentence about an actor says that nobody, or not he, did it."""
    words = scene.reading.words
    start = next((place for place in range(named.first - 1, first, -1) if words[place] in _PARTS), first)
    return not _NOBODY.isdisjoint(words[start : named.last + 4])


def _is_blamed(scene: Scene, first: int, named: Named) -> bool:
    """ "Blamed Turkey", "blamed on Daesh", "the attacker belonged to Islamic State"."""
    words = scene.reading.words
    before = words[max(first, named.first - 4) : named.first]
    if not _ACCUSES.isdisjoint(before):
        following = words[named.last : named.last + 5]
        return following[:1] == (".",) or (following[:1] == ("of",) and not _OF_DEEDS.isdisjoint(following))
    blame = next((place for place, word in enumerate(before) if word in _BLAMES), None)
    if blame is not None and not {"by", "of"} & set(before[blame:]):
        return acting(scene, named) or named.mention.kind == "name"
    if "behind" in words[named.last : named.last + 4]:
        return True
    told = words[max(first, named.first - 9) : named.first]
    return not (_DOERS.isdisjoint(told) or _BELONGED.isdisjoint(before))


def _claims(scene: Scene, last: int, named: Named) -> bool:
    """ "The group claimed responsibility", "a militia said it had fired them"."""
    words = scene.reading.words
    after = words[named.last : min(last, named.last + 14)]
    if not _CLAIMS.isdisjoint(after[:4]):
        return not {"responsibility", "credit", "attack", "bombing", "it", "blast", "strike"}.isdisjoint(after)
    if _SAID.isdisjoint(after[:2]):
        return False
    itself = next((place for place, word in enumerate(after) if word in {"it", "they", "its"}), len(after))
    told = after[itself + 1 : itself + 6]
    if "responsible" in told:
        return True
    return not (_DEED.isdisjoint(told) or _THE.isdisjoint(told))
