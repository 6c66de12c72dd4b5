"""What an article only looks back on: clauses that tell which thing is meant, and texts that are about other things.

Such a mention may say more of what the article tells; by itself it is history, unless it has a recent day of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from syria_events.coding.codebook import is_armed
from syria_events.coding.english.kinds import kinds
from syria_events.coding.english.mention import LEAD, Mention
from syria_events.coding.english.roles.telling_who import tells_who
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.telling.going_on import goes_on
from syria_events.coding.english.telling.only_referring import only_refers
from syria_events.coding.english.telling.realis import RECENT, is_past
from syria_events.coding.english.triggers.used_weapons import used_weapons
from syria_events.coding.english.words.reading import Sentence

_AREA = 3
"""Precision of a place that is only a governorate."""
_ASKING = frozenset({"what", "whats", "why", "how", "who", "where", "when", "which"})


@dataclass(frozen=True, slots=True)
class _Outlook:
    """What a headline is about: violence or protest (`tells`), courts, books, memories (`looks_back`)."""

    tells: bool
    looks_back: bool
    violent: bool
    """Whether anything in the article but a number of dead tells of violence."""


def with_background(scene: Scene, found: Iterable[Mention]) -> list[Mention]:
    """Return the mentions of an article, those that only look back marked as such."""
    told = list(found)
    outlook = _outlook(scene, told)
    return [_marked(mention, scene, outlook) for mention in told]


def _outlook(scene: Scene, told: list[Mention]) -> _Outlook:
    titles = [sentence for sentence in scene.reading.sentences[:2] if sentence.title]
    back = any(scene.cue("looking_back", sentence.first, sentence.last) for sentence in titles)
    news = [
        mention
        for mention in told
        if mention.title and mention.kind.acled_event_type and mention.realis == "actual"
        if not back or mention.trigger.verb or mention.tolls
    ]
    violent = any(_is_violence(mention) and not only_refers(scene, mention) for mention in told)
    named = not back and any(_speaks_of_harm(scene, sentence) for sentence in titles)
    tells = bool(news) or named or not scene.article.title.strip()
    return _Outlook(tells, back and not any(one.kind.is_violent for one in news), violent)


def _speaks_of_harm(scene: Scene, sentence: Sentence) -> bool:
    """Whether a headline has a word of violence or a weapon, though it tells of no deed: "War on the last hospital"."""
    if scene.found("harm", sentence.first, sentence.last):
        return True
    hits = scene.found("triggers", sentence.first, sentence.last)
    return any(hit.entry.label.startswith("w_") or kinds()[hit.entry.label].is_violent for hit in hits)


def _is_violence(mention: Mention) -> bool:
    return mention.realis == "actual" and mention.kind.is_violent and mention.trigger.tag != "toll"


def _marked(mention: Mention, scene: Scene, outlook: _Outlook) -> Mention:
    if mention.realis != "actual" or not mention.kind.acled_event_type:
        return mention
    if mention.title and _is_asked(scene, mention):
        return replace(mention, realis="hypothetical")
    return replace(mention, background=True) if _is_background(mention, scene, outlook) else mention


def _is_asked(scene: Scene, mention: Mention) -> bool:
    """Whether a headline only asks: "Did jets bomb Homs?", but not "Jets bomb Homs: what is the damage?"."""
    words = scene.reading.words
    asks_later = not _ASKING.isdisjoint(words[mention.trigger.last : mention.last])
    return words[mention.last - 1 : mention.last] == ("?",) and not asks_later


def _is_background(mention: Mention, scene: Scene, outlook: _Outlook) -> bool:
    if outlook.looks_back and not _has_day(mention, scene):
        return not mention.title or not mention.trigger.verb
    if mention.kind.is_violent and not _is_armed(mention) and scene.cue("private", 0, len(scene.reading.words)):
        return True
    if not outlook.violent and _is_bare(scene, mention):
        return True
    if mention.title:
        return tells_who(scene, mention)
    if only_refers(scene, mention) or goes_on(scene, mention):
        return True
    return not outlook.tells and _is_aside(mention, scene)


def _has_day(mention: Mention, scene: Scene) -> bool:
    """Whether the words themselves, not their sentence, give a day of these weeks."""
    told = scene.dates_in(mention.first, mention.last)
    old = any(is_past(when.date, scene.published) for when in told)
    return bool(told) and not old and _is_dated(mention, scene.published)


def _is_aside(mention: Mention, scene: Scene) -> bool:
    """Whether it is told beside the news of a headline without violence: late, or with no day and nobody hurt."""
    if mention.ordinal <= 1 or _is_dated(mention, scene.published):
        return False
    placed = mention.own_place is not None and mention.own_place.precision < _AREA
    return mention.ordinal > LEAD or not (mention.tolls or placed)


def _is_dated(mention: Mention, published: date | None) -> bool:
    """Whether the words give a day of these weeks."""
    day = mention.day
    if day is None or day.start is None or published is None or mention.day_is_of_speech:
        return False
    return day.precision in {"day", "week"} and day.start >= published - RECENT


def _is_bare(scene: Scene, mention: Mention) -> bool:
    """ "Two people were killed" where nothing tells of violence, and something of an accident."""
    if mention.trigger.tag != "toll" or not mention.kind.is_violent:
        return False
    if scene.cue("accident", 0, len(scene.reading.words)) is None:
        return False
    return not _is_armed(mention) and not used_weapons(scene, 0, len(scene.reading.words))


def _is_armed(mention: Mention) -> bool:
    return any(is_armed(part.group) for part in (*mention.roles.agents, *mention.roles.targets))
