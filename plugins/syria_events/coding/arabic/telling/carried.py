"""What a clause leaves unsaid and the one before it told: who, where, on what day, and of how many years."""

from __future__ import annotations

from dataclasses import replace

from syria_events.coding.arabic.mention import Mention
from syria_events.coding.arabic.scene import Scene
from syria_events.coding.arabic.words.wordsets import wordset

_THE_PLACE = wordset("carried.the_place")


def with_subject(scene: Scene, before: Mention | None, mention: Mention) -> Mention:
    """أقلعت من حميميم، وقصفت قرية: a verb joined by و has the subject and the place of the verb before it."""
    mention = _with_known_doer(scene, before, _on_same_day(before, mention))
    hit = mention.happening.trigger
    opens = hit.first == mention.clause.first and hit.clitics == "و"
    joined = hit.entry.detail == "verb" and (opens or _is_told_besides(scene, mention))
    if before is not None and not mention.places and not mention.clause.title and _is_same_place(scene, mention):
        mention = replace(mention, places=before.places)
    if before is None or before.clause.sentence != mention.clause.sentence or not (joined or _adds(scene, mention)):
        return mention
    agents = mention.roles.agents or (before.roles.agents if joined else ())
    return replace(mention, roles=replace(mention.roles, agents=agents), places=mention.places or before.places)


def _is_told_besides(scene: Scene, mention: Mention) -> bool:
    """كما استهدفت …: with no subject of its own."""
    first = mention.clause.first
    return scene.reading.words[first] == "كما" and mention.happening.trigger.first == first + 1


def _on_same_day(before: Mention | None, mention: Mention) -> Mention:
    """قصفت أمس …، فيما استهدفت …: the rest of a sentence is of the day that it has named (codebook, rule 5)."""
    if before is None or mention.day or before.clause.sentence != mention.clause.sentence or not before.day:
        return mention
    named = before.realis == mention.realis == "actual" and before.day.precision == "day"
    return replace(mention, day=before.day) if named else mention


def _with_known_doer(scene: Scene, before: Mention | None, mention: Mention) -> Mention:
    """كما طال القصف قرية …, لقصف مماثل: the shelling told before reached another place, by the same hand."""
    if before is None or mention.roles.agents or mention.clause.title or before.clause.title:
        return mention
    known = any(hit.clitics.endswith("ال") or hit.entry.detail == "verb" for hit in mention.happening.triggers)
    near = 0 <= mention.clause.sentence - before.clause.sentence <= 1 and before.happening.kind.family == "fire"
    hurt = {actor.group for actor in mention.roles.targets}
    of_before = (known and mention.refers) or mention.another or _is_told_besides(scene, mention)
    if near and of_before and mention.happening.kind.family == "fire":
        agents = tuple(actor for actor in before.roles.agents if actor.group not in hurt)
        return replace(mention, roles=replace(mention.roles, agents=agents))
    return mention


def _is_same_place(scene: Scene, mention: Mention) -> bool:
    """وكانت البلدة شهدت …: the town told before."""
    return not _THE_PLACE.isdisjoint(scene.reading.words[mention.clause.first : mention.clause.last])


def _adds(scene: Scene, mention: Mention) -> bool:
    """إضافة إلى مقتل … بقصف: what is told besides, where the rest of the sentence is."""
    return scene.reading.words[mention.clause.first] in {"اضافه", "فضلا"}


def continued(scene: Scene, before: Mention | None, mention: Mention) -> Mention:
    """After a sentence that counts over years, "those attacks" are those of the same years; so is "the blast"."""
    if before is None or mention.day is not None or not (before.cumulative or before.realis == "historical"):
        return mention
    first = mention.happening.trigger.first
    points_back = any(word.endswith(("تلك", "هذه")) for word in scene.reading.words[max(first - 1, 0) : first])
    if points_back or (mention.refers and not mention.places and _follows(scene, before, mention)):
        return replace(mention, cumulative=before.cumulative, realis=before.realis)
    return mention


def _follows(scene: Scene, before: Mention, mention: Mention) -> bool:
    """Say whether one mention is told in the sentence after the other's, and of the same kind."""
    same = before.happening.kind.family == mention.happening.kind.family
    return same and mention.clause.sentence - before.clause.sentence == 1
