"""What the scorer looks at in a report, computed once before it is compared with many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from syria_events.events.details import circumstances_of, hours_first_named, tells_of_another
from syria_events.events.kinds import Kind, kind_of
from syria_events.events.linkable import LinkableReport
from syria_events.events.nearness import area_of, reach_of
from syria_events.events.words import rare_words, weight_of, words_of
from syria_events.model import Claim, Report

NAMELESS = frozenset({"other", "unidentified_armed_group", "civilians"})
"""Groups that do not tell who did it: nobody contradicts them."""


class Bounds(Protocol):
    """Anything that bounds a number of persons; None is open."""

    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Traits:
    """A report reduced to what is compared; days are ordinals, places are None where they are too vague to compare."""

    source: LinkableReport
    report_id: str
    article_id: str
    root_article_id: str
    kind: Kind
    sub_type: str
    first_day: int
    last_day: int
    dated: bool
    sharp: bool
    """Dated to one day."""
    point: tuple[float, float] | None
    """Latitude and longitude of a populated place or what is near it; never the centre of an area."""
    reach: float
    """Kilometres around the point, within the governorate, that the report may mean; 0 for the place itself."""
    place_id: str | None
    place_words: frozenset[str]
    """Words of the name of a populated place, to compare names that the gazetteer lacks."""
    admin1: str | None
    country: str | None
    doers: frozenset[str]
    """Groups that are said to have done it, without those that tell nothing."""
    sufferers: frozenset[str]
    parties: frozenset[str]
    """Both sides, without those that tell nothing."""
    killed: int | None
    injured: int | None
    victims: frozenset[str]
    """Whether civilians, combatants or both were killed, where that is told."""
    said_at: datetime
    language: str | None
    words: frozenset[str]
    weight: int
    hours: frozenset[str]
    """Time of day that its evidence names first."""
    repeats: bool
    """It speaks of a second or another one."""
    circumstances: frozenset[str]
    rare: frozenset[str]
    """Of a lead, the words that are as rare as names."""
    lead: bool


def traits_of(source: LinkableReport) -> Traits:
    """Reduce a report to what is compared."""
    report, (first, last) = source.report, source.days
    place = report.place
    quotes = [words_of(span.quote) for span in report.evidence]
    pinned = place is not None and place.precision <= 2 and place.lat is not None and place.lon is not None
    return Traits(
        source=source,
        report_id=source.report_id,
        article_id=source.article_id,
        root_article_id=source.root_article_id,
        kind=kind_of(report),
        sub_type=report.acled_sub_event_type or report.plover_root,
        first_day=first.toordinal(),
        last_day=last.toordinal(),
        dated=report.event_date.start is not None,
        sharp=report.event_date.precision == "day" and first == last,
        point=(place.lat, place.lon) if pinned else None,
        reach=reach_of(place) if pinned else 0.0,
        place_id=place.place_id if pinned else None,
        place_words=words_of(place.name) if place and place.precision <= 2 else frozenset(),
        admin1=area_of(place) if place else None,
        country=place.country if place else None,
        doers=_groups(report, "actor1") - NAMELESS,
        sufferers=_groups(report, "actor2"),
        parties=(_groups(report, "actor1") | _groups(report, "actor2")) - NAMELESS,
        killed=toll_of(report.casualties, "killed"),
        injured=toll_of(report.casualties, "injured"),
        victims=_victims(report.casualties),
        said_at=source.said_at,
        language=source.language,
        words=source.words,
        weight=weight_of(source.words),
        hours=hours_first_named(quotes),
        repeats=any(map(tells_of_another, quotes)),
        circumstances=circumstances_of(source.words),
        rare=rare_words(source.words) if source.rank == 1 else frozenset(),
        lead=source.rank == 1,
    )


def toll_of(claims: tuple[Claim, ...], kind: str) -> int | None:
    """Return one number for a kind of casualty: the largest claim, or civilians and fighters together if that is more.

    Claims of several claimants are alternatives, claims of civilians and of combatants by one claimant add up.
    Cumulative claims do not count. A claim with only an upper bound stands at that bound.
    """
    told = [claim for claim in claims if claim.kind == kind and not claim.cumulative]
    whole = [number_of(claim) for claim in told]
    by_claimant: dict[str | None, dict[str, int]] = {}
    for claim in told:
        if claim.victims in ("civilian", "combatant") and (number := number_of(claim)) is not None:
            sides = by_claimant.setdefault(claim.claimed_by, {})
            sides[claim.victims] = max(number, sides.get(claim.victims, 0))
    numbers = [n for n in whole if n is not None] + [sum(sides.values()) for sides in by_claimant.values()]
    return max(numbers, default=None)


def number_of(claim: Bounds) -> int | None:
    """Return the number that a claim stands for: best, else low, else high."""
    return next((n for n in (claim.best, claim.low, claim.high) if n is not None), None)


def _victims(claims: tuple[Claim, ...]) -> frozenset[str]:
    killed = {claim.victims for claim in claims if claim.kind == "killed" and not claim.cumulative and number_of(claim)}
    return frozenset() if killed & {"mixed", "unknown"} else frozenset(killed)


def _groups(report: Report, role: str) -> frozenset[str]:
    return frozenset(actor.group for actor in report.actors if actor.role == role)
