"""From grouped mentions to the codebook's reports, ranked."""

from __future__ import annotations

from datetime import date, timedelta

from syria_events.coding.english.dates.timing import is_of_speech
from syria_events.coding.english.group import Group
from syria_events.coding.english.kinds import Kind
from syria_events.coding.english.mention import LEAD, Mention
from syria_events.coding.english.merging.parties import actors
from syria_events.coding.english.merging.salience import by_salience
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.telling.attribution import attribution
from syria_events.coding.english.tolls.claims import claims
from syria_events.coding.english.triggers.event_types import settled, taken_by
from syria_events.coding.english.words.inflection import ED, PAST
from syria_events.model import EventDate, Report, Span

NO_DATE = EventDate(None, None, "unknown")
_TOLD_IN_THE_PAST = frozenset({ED, PAST, "toll"})
_DEEDS = frozenset({"arrest", "protest", "disrupted", "release", "looting"})
"""Families of what happens on a day without violence."""
_PRECISE = 3
_FRESH = timedelta(days=3)
"""How old the day of the lead may be, to be that of the rest of the article too."""
_WEEK = timedelta(days=6)


def reports(scene: Scene, groups: list[Group]) -> tuple[tuple[Report, tuple[str, ...]], ...]:
    """Return the reports of an article, rank 1 first, each with the names of the rules that made it."""
    news = _news_day(scene, groups, scene.published)
    ranked = enumerate(by_salience(groups), start=1)
    return tuple((_report(scene, group, rank, news), _rules(group)) for rank, group in ranked)


def _rules(group: Group) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rule for mention in group.mentions for rule in mention.rules))


def _report(scene: Scene, group: Group, rank: int, news: EventDate | None) -> Report:
    kind = _kind(group)
    sources = [mention.source for mention in group.mentions if mention.source]
    return Report(
        rank=rank,
        evidence=_evidence(scene, group),
        realis=group.mentions[0].realis,
        plover_root=kind.plover_root,
        plover_mode=kind.plover_mode,
        acled_event_type=kind.acled_event_type,
        acled_sub_event_type=kind.acled_sub_event_type,
        event_date=_date(group, news),
        actors=actors(scene, group),
        place=group.place,
        place_null_reason=None if group.place else "the text names no place of it",
        casualties=claims(scene, group.mentions),
        claimed_by=attribution(scene, sources, denied=any(mention.denied for mention in group.mentions)),
    )


def _kind(group: Group) -> Kind:
    """The kind of the whole: by the text's lead, then by the headline, then by what follows."""
    told = [mention for mention in group.mentions if not mention.background] or group.mentions
    ordered = sorted(told, key=lambda m: (not 1 <= m.ordinal <= LEAD, not m.title, m.first))
    by = {part.group for mention in group.mentions for part in mention.roles.agents}
    kind = settled([(m.kind, m.title or m.ordinal <= LEAD) for m in ordered], by)
    known = any(mention.roles.agents for mention in group.mentions if mention.kind.family == "territory")
    return taken_by(by) if by and kind.family == "territory" and not known else kind


def _news_day(scene: Scene, groups: list[Group], published: date | None) -> EventDate | None:
    """The day of an article's news: that of its lead where the words give one, else that of publication."""
    if published is None:
        return None
    said = [
        (mention.first, mention.day)
        for group in groups
        for mention in group.mentions
        if mention.ordinal <= LEAD and mention.realis == "actual" and _is_recent(mention, published)
    ]
    if said:
        return min(said, key=lambda pair: pair[0])[1]
    return _day_of_lead(scene, published) or EventDate(published, published, "day")


def _day_of_lead(scene: Scene, published: date) -> EventDate | None:
    """The first day of the first sentence, where it is one of these days and not only that of a statement."""
    first = (one for one in scene.reading.sentences if one.ordinal == 1 and not one.title)
    lead = max(first, key=lambda one: one.last - one.first, default=None)  # not the scrap of a date line
    told = scene.dates_in(lead.first, lead.last) if lead else ()
    for when in told:
        start = when.date.start
        recent = start is not None and timedelta() <= published - start <= _WEEK
        if when.date.precision == "day" and recent and not when.since and not is_of_speech(scene, when):
            return when.date
    return None


def _is_recent(mention: Mention, published: date) -> bool:
    day = mention.day
    dated = day is not None and day.precision == "day" and day.start and not mention.day_is_of_speech
    return bool(dated and mention.kind.is_violent and timedelta() <= published - day.start <= _FRESH)


def _date(group: Group, news: EventDate | None) -> EventDate:
    for mention in sorted(group.mentions, key=lambda mention: mention.day_is_of_speech):
        if mention.day and mention.day.start:
            return mention.day
    if news and any(_is_news(mention) for mention in group.mentions):
        return news
    return NO_DATE


def _is_news(mention: Mention) -> bool:
    """Whether an undated mention is plainly news of the day: in the lead, with a toll, or past and with a place."""
    if mention.realis != "actual":
        return False
    if mention.title or mention.ordinal <= LEAD:
        return True
    precise = bool(mention.places) and mention.places[0].precision <= _PRECISE
    told = mention.kind.is_violent or mention.kind.family in _DEEDS
    counted = bool(mention.tolls) and not mention.cumulative
    return told and (counted or (precise and mention.trigger.tag in _TOLD_IN_THE_PAST))


def _evidence(scene: Scene, group: Group) -> tuple[Span, ...]:
    spans = []
    for first, last in sorted({(mention.first, mention.last) for mention in group.mentions}):
        start, end = scene.reading.offsets(first, last)
        spans.append(Span(start, end, scene.reading.text[start:end]))
    return tuple(spans)
