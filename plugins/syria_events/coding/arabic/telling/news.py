"""What of all that a clause touches is news of its own, and whose toll it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from syria_events.coding.arabic.mention import Mention
from syria_events.coding.arabic.roles.parties import BYSTANDERS
from syria_events.coding.arabic.scene import Scene
from syria_events.coding.arabic.tolls.toll import Toll
from syria_events.coding.arabic.triggers.kinds import ATTACK_FAMILIES, Happening
from syria_events.coding.arabic.words.wordsets import wordset

_POLITICAL = frozenset(
    {
        *("talks", "support", "accuse", "reject", "request", "threat", "sanction", "concede", "aid", "agreement"),
        *("mobilize", "base", "group_change", "withdrawal"),
    }
)
"""Families that need somebody who does it: the words alone are too common."""
_SETTING = wordset("news.setting")
_DISCUSSED = wordset("news.discussed")
_STOPPING = wordset("news.stopping")
"""As they stand without و, ب and ل before them: وقف is left as قف."""
_HEARING = wordset("news.hearing")
_HEARD_REACH = 20
"""Words after a blast that is heard in which its victims show that it is news itself."""
_LARGE = 20
"""Victims from which on equal numbers in one article are taken to be the same count."""
_HEAD = 150
"""Words that show what an article is about; further down stand links to others."""
_SPEECH = frozenset({"request", "threaten", "reject", "condemn"})
"""Kinds whose clause speaks of violence that it does not report, unless it counts the victims."""


def kept(scene: Scene, found: list[Mention]) -> Iterator[Mention]:
    """Drop what a clause only speaks of, words of politics without an actor, and tolls of other families."""
    found = _with_own_tolls(found)
    speech = [mention for mention in found if _speaks(mention)]
    for mention in found:
        family = mention.happening.kind.family
        if family in _POLITICAL and not _is_political(scene, mention):
            continue
        if mention not in speech and any(_governs(spoken, mention) for spoken in speech):
            continue
        yield _with_threat(mention, found) if family == "threat" else mention


def _speaks(mention: Mention) -> bool:
    """Words of speech with somebody who speaks: a party, or whoever the text credits; a request needs nobody."""
    name = mention.happening.kind.name
    return name == "request" or (name in _SPEECH and bool(mention.roles.agents or mention.sources))


def _with_threat(threat: Mention, found: list[Mention]) -> Mention:
    """A threat has the ACLED type of what is threatened (codebook, rulings)."""
    threatened = next((mention.happening.kind for mention in found if _governs(threat, mention)), None)
    if threatened is None:
        return threat
    kind = replace(
        threat.happening.kind,
        acled_event_type=threatened.acled_event_type,
        acled_sub_event_type=threatened.acled_sub_event_type,
    )
    return replace(threat, happening=replace(threat.happening, kind=kind))


def _with_own_tolls(found: list[Mention]) -> list[Mention]:
    """Give each toll to one of the happenings of a clause: the arrested to the arrest, the dead to the nearest deed."""
    own: dict[int, list[Toll]] = {index: [] for index in range(len(found))}
    for toll in found[0].tolls if found else ():
        fitting = [index for index, mention in enumerate(found) if _may_cause(mention, toll)]
        if fitting:
            own[min(fitting, key=lambda index: _distance(found[index], toll))].append(toll)
    return [replace(mention, tolls=tuple(own[index])) for index, mention in enumerate(found)]


def with_totals(found: list[Mention]) -> list[Mention]:
    """A number that the article gives once as that of a longer time is so wherever it stands again."""
    totals = {(toll.kind, toll.quantity) for mention in found for toll in mention.tolls if toll.cumulative}
    numbers = {(kind, quantity.best) for kind, quantity in totals if quantity and (quantity.best or 0) >= _LARGE}
    return [_with_known_totals(mention, numbers) for mention in found]


def _with_known_totals(mention: Mention, numbers: set[tuple[str, int | None]]) -> Mention:
    if not any(toll.quantity and (toll.kind, toll.quantity.best) in numbers for toll in mention.tolls):
        return mention
    tolls = tuple(
        replace(toll, cumulative=True) if toll.quantity and (toll.kind, toll.quantity.best) in numbers else toll
        for toll in mention.tolls
    )
    return replace(mention, tolls=tolls, cumulative=all(toll.cumulative for toll in tolls))


def _may_cause(mention: Mention, toll: Toll) -> bool:
    family = mention.happening.kind.family
    if toll.kind in {"detained", "missing"}:
        return family in {"arrest", "abduction"} or family in ATTACK_FAMILIES or family == "clash"
    if toll.kind == "displaced":
        return True
    return family in ATTACK_FAMILIES or family in {"clash", "territory", "riot", "sexual", "protest", "abduction"}


def _distance(mention: Mention, toll: Toll) -> int:
    """Words between a toll and the nearest trigger of a happening; arrests hold their prisoners."""
    held = {"detained": ("arrest", "abduction"), "displaced": ("displacement", "evacuation")}
    if mention.happening.kind.family in held.get(toll.kind, ()):
        return -1
    return min(min(abs(hit.first - toll.first), abs(hit.first - toll.last)) for hit in mention.happening.triggers)


def _is_political(scene: Scene, mention: Mention) -> bool:
    """Somebody who can act in politics does it; an agreement is made, not only spoken of."""
    hit = mention.happening.trigger
    if mention.happening.kind.family == "aid" and hit.last - hit.first > 1:
        return True
    if not any(actor.group == "un" or actor.group not in BYSTANDERS for actor in mention.roles.agents):
        return False
    if mention.happening.kind.family != "agreement":
        return True
    clause = mention.clause
    return any(hit.label == "making" for hit in scene.reading.between("text", clause.first, clause.last))


def _governs(spoken: Mention, mention: Mention) -> bool:
    """Say whether words of speech are about the deed that follows them."""
    if spoken.happening.kind.name == "condemn" and mention.tolls:
        return False
    return 0 < mention.happening.trigger.first - spoken.happening.trigger.first < 12


def is_setting(scene: Scene, happening: Happening) -> bool:
    """قبل اجتماع, رغم اتفاق, لبحث تنفيذ اتفاق: talks and agreements that only date, colour or occupy the news."""
    first, words = happening.trigger.first, scene.reading.words
    if happening.kind.family == "agreement" and not _DISCUSSED.isdisjoint(words[max(first - 3, 0) : first]):
        return True
    if happening.kind.family == "withdrawal" and words[max(first - 2, 0) : first] == ["قبل", "ان"]:
        return True
    before = words[max(first - 1, 0) : first]
    return happening.kind.family in _POLITICAL and any(word.lstrip("و") in _SETTING for word in before)


def is_echo(scene: Scene, happening: Happening) -> bool:
    """وقف الهجمات, سمع دوي انفجارات: violence that is to stop, or that is heard of from afar, is none of its own."""
    if happening.kind.family not in ATTACK_FAMILIES:
        return False
    last = happening.trigger.last
    if any(hit.label in {"killed", "injured"} for hit in scene.reading.between("tolls", last, last + _HEARD_REACH)):
        return False
    before = scene.reading.words[max(happening.trigger.first - 3, 0) : happening.trigger.first]
    return any(word.lstrip("وبل") in _STOPPING for word in before[-1:]) or any(
        word.lstrip("و") in _HEARING for word in before
    )


def is_name(scene: Scene, happening: Happening) -> bool:
    """الزيارة is a town, too: a word that belongs to a name tells nothing."""
    first, last = happening.trigger.first, happening.trigger.last
    return any(name.first <= first and last <= name.last for name in scene.places_in(max(first - 3, 0), last))


def is_figurative(scene: Scene) -> bool:
    """Sports and shows: many of their words at the head of the article, and nobody hurt."""
    hits = [hit for hit in scene.reading.between("text", 0, _HEAD) if hit.label == "figurative"]
    hurt = [hit for hit in scene.reading.between("tolls", 0, _HEAD) if hit.label == "killed"]
    return len(hits) >= 3 and len(hits) > 2 * len(hurt)
