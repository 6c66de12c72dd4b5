"""One toll out of many claims.

Rules: cumulative claims never count. Every voice stands by its latest report that gives a number, so a toll update
revises; a copy that repeats the number of its original says nothing new. Voices that name one claimant (else the
article's credited source) are one claim, the latest of them. `low` and `high` span these claims. `best` is the lowest
of those that are at most `FRESH` older than the newest: ACLED records the most conservative report, and a toll of the
first hour is no rival of the one at the end of the day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from syria_events.events.linkable import LinkableReport
from syria_events.events.traits import number_of, toll_of
from syria_events.events.voices import Voices
from syria_events.model import Claim

KINDS = ("killed", "injured", "missing", "detained", "displaced")
VICTIMS = ("all", "civilian", "combatant")
FRESH = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class Toll:
    """The toll of an event: persons of one kind, `victims` being `civilian`, `combatant` or `all`."""

    kind: str
    victims: str
    low: int | None
    best: int | None
    high: int | None
    claimants: int
    """How many independent claimants stand behind it."""


@dataclass(frozen=True, slots=True)
class Word:
    """The latest word of one claimant on one kind of casualty."""

    claimant: str
    low: int | None
    best: int | None
    high: int | None
    said_at: datetime
    report_id: str

    @property
    def bounds(self) -> tuple[int | None, int | None, int | None]:
        """Low, best and high."""
        return self.low, self.best, self.high


def tolls(by_voice: Voices) -> tuple[Toll, ...]:
    """Return the tolls that anybody claims, in the order of `KINDS` and `VICTIMS`."""
    found = ((kind, victims, latest_claims(by_voice, kind, victims)) for kind in KINDS for victims in VICTIMS)
    return tuple(_toll(kind, victims, words) for kind, victims, words in found if words)


def latest_claims(by_voice: Voices, kind: str, victims: str) -> tuple[Word, ...]:
    """Return the latest word of each claimant, latest first."""
    latest: dict[str, Word] = {}
    for word in sorted(_words(by_voice, kind, victims), key=lambda w: (w.said_at, w.report_id)):
        latest[word.claimant] = word
    return tuple(sorted(latest.values(), key=lambda w: (w.said_at, w.report_id), reverse=True))


def _toll(kind: str, victims: str, words: tuple[Word, ...]) -> Toll:
    newest = words[0].said_at
    fresh = [word.best for word in words if word.best is not None and newest - word.said_at <= FRESH]
    settled = fresh or [word.best for word in words if word.best is not None]
    lows = [n for word in words for n in (word.low, word.best) if n is not None]
    highs = [n for word in words for n in (word.high, word.best, word.low) if n is not None]
    low, high = min(lows, default=None), max(highs, default=None)
    return Toll(kind, victims, low, min(settled, default=None), high, len(words))


def _words(by_voice: Voices, kind: str, victims: str) -> Iterator[Word]:
    for voice, told in by_voice.items():
        said: set[tuple] = set()
        latest: list[Word] = []
        for report in sorted(told, key=lambda report: (report.said_at, report.report_id)):
            words = list(_words_of(report, voice, kind, victims))
            new = [word for word in words if (report.root_article_id, word.claimant, word.bounds) not in said]
            said |= {(report.root_article_id, word.claimant, word.bounds) for word in words}
            latest = new or latest
        yield from latest


def _words_of(report: LinkableReport, voice: str, kind: str, victims: str) -> Iterator[Word]:
    credited = report.report.claimed_by.name if report.report.claimed_by else voice
    for claimant, claims in _by_claimant(report.report.casualties, credited):
        low, best, high = _bounds(claims, kind, victims)
        if (low, best, high) != (None, None, None):
            yield Word(claimant, low, best, high, report.said_at, report.report_id)


def _by_claimant(claims: Iterable[Claim], credited: str) -> Iterator[tuple[str, tuple[Claim, ...]]]:
    grouped: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if not claim.cumulative:
            grouped[(claim.claimed_by or credited).casefold().strip()].append(claim)
    return ((claimant, tuple(made)) for claimant, made in grouped.items())


def _bounds(claims: tuple[Claim, ...], kind: str, victims: str) -> tuple[int | None, int | None, int | None]:
    """Low, best and high of one claimant: of one side its largest claim, of `all` as `traits.toll_of` adds up."""
    told = [claim for claim in claims if claim.kind == kind and victims in ("all", claim.victims)]
    if len(told) > 1:
        whole = toll_of(tuple(told), kind)
        return whole, whole, whole
    return (told[0].low, told[0].best, told[0].high) if told else (None, None, None)


def contradict(words: tuple[Word, ...]) -> bool:
    """Say whether two claimants differ by more than a growing toll explains: twofold, and by 3 persons or more."""
    numbers = [n for word in words if (n := number_of(word)) is not None]
    return len(numbers) > 1 and max(numbers) >= 2 * min(numbers) and max(numbers) - min(numbers) >= 3
