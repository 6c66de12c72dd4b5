"""The best-covered happenings of the demo newsroom, coded without a mistake: what linking makes of three phases."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from samples.edition import PHASES, Edition, Item
from samples.truth import read_happenings
from syria_events.events.event import Event, summarise
from syria_events.events.identity import assign_ids
from syria_events.events.linkable import LinkableReport, linkable
from syria_events.events.linking import link
from syria_events.model import Actor, Article, Claim, EventDate, Place, Report, Span

TODAY = date(2026, 11, 24)
POINTS = {"Kanaker": (33.27, 36.09), "Al-Busayrah": (35.16, 40.43)}


def told(item: Item, happening: dict) -> LinkableReport:
    telling = item.story.truth.tells[0]
    day = TODAY + timedelta(days=happening["day"])
    counts = (("killed", telling.killed), ("injured", telling.injured))
    lead = item.paragraphs[0]
    report = Report(
        rank=1,
        evidence=(Span(len(item.title) + 1, len(item.title) + 1 + len(lead), lead),),
        realis="actual",
        plover_root=happening["plover_root"],
        plover_mode=None,
        acled_event_type=happening["acled_event_type"],
        acled_sub_event_type=happening["acled_sub_event_type"],
        event_date=EventDate(day, day, "day"),
        actors=tuple(Actor(role, happening[role], happening[role], 0, 1) for role in ("actor1", "actor2")),
        place=Place(happening["place"], happening["admin1_pcode"], "SY", *POINTS[happening["place"]], 1),
        casualties=tuple(Claim(kind, "unknown", n, n, n, False, None, 0, 1) for kind, n in counts if n is not None),
    )
    text = "\n\n".join(item.paragraphs)
    language, story = item.outlet.language, item.story
    return linkable(
        report,
        Article(story.story_id, item.url, item.title, text, item.published_at, language, modified_at=item.updated_at),
        report_id=story.story_id,
        source_code=item.outlet.slug,
        family=item.outlet.family,
        original_article_id=story.copy_of,
        first_seen_at=item.published_at,
    )


def events(phase: int, previous: dict[str, str]) -> list[Event]:
    edition = Edition(TODAY, phase, 8070)
    known = {key: happening for key, happening in read_happenings().items() if happening.get("place") in POINTS}
    reports = {
        item.story.story_id: told(item, known[item.story.truth.tells[0].happening])
        for item in edition.items.values()
        if item.story.truth.tells and item.story.truth.tells[0].happening in known
    }
    clusters: dict[str, list[LinkableReport]] = {}
    for found in link(list(reports.values())):
        clusters.setdefault(found.cluster, []).append(reports[found.report_id])
    ids = assign_ids(list(clusters.values()), previous).event_ids
    for event_id, members in zip(ids, clusters.values(), strict=True):
        previous.update({report.report_id: event_id for report in members})
    return [summarise(members, event_id) for event_id, members in zip(ids, clusters.values(), strict=True)]


def killed(event: Event) -> tuple:
    return next((t.low, t.best, t.high) for t in event.tolls if (t.kind, t.victims) == ("killed", "all"))


def test_strike_told_by_five_outlets_is_one_event_whose_toll_is_revised():
    previous: dict[str, str] = {}
    seen = []
    for phase in PHASES:
        (strike,) = (e for e in events(phase, previous) if e.acled_sub_event_type == "Air/drone strike")
        seen.append((strike.event_id, strike.report_count, strike.family_count, strike.languages, killed(strike)))
    (event_id, *_) = seen[0]
    assert seen == [
        (event_id, 5, 4, ("ar", "en"), (4, 6, 7)),
        (event_id, 5, 4, ("ar", "en"), (6, 6, 7)),
        (event_id, 5, 4, ("ar", "en"), (6, 7, 7)),
    ]


@pytest.mark.parametrize("phase", PHASES)
def test_wire_text_under_four_addresses_counts_once(phase):
    (ambush,) = (e for e in events(phase, {}) if e.acled_sub_event_type == "Armed clash")
    assert (ambush.report_count, ambush.source_count, ambush.family_count) == (4, 4, 1)
