"""Who speaks independently of whom: copies and sister papers are one voice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from syria_events.events.linkable import LinkableReport, seniority

Value = TypeVar("Value", bound=Hashable)
Voices = Mapping[str, tuple[LinkableReport, ...]]
"""Publisher family -> its reports, earliest first."""


def voices(reports: Iterable[LinkableReport]) -> Voices:
    """Group reports by the publisher family that speaks through them, earliest report first.

    A copy speaks for the family of its original; where the original is not among the reports, all its copies speak
    for the family of the earliest copy. So one wire story counts once, however many families print it.
    """
    ordered = sorted(reports, key=seniority)
    speaker: dict[str, str] = {}
    for report in ordered:
        speaker.setdefault(report.root_article_id, report.family)
    speaker |= {report.article_id: report.family for report in ordered if report.original_article_id is None}
    spoken: dict[str, list[LinkableReport]] = defaultdict(list)
    for report in ordered:
        spoken[speaker[report.root_article_id]].append(report)
    return {family: tuple(told) for family, told in spoken.items()}


def latest_words(by_voice: Voices, say: Callable[[LinkableReport], Value | None]) -> Counter[Value]:
    """Count the voices behind each value: every voice has one vote, its latest report that says anything."""
    words: Counter[Value] = Counter()
    for told in by_voice.values():
        said = [value for value in map(say, told) if value is not None]
        words.update(said[-1:])
    return words


def most_said(words: Mapping[Value, int], preference: Callable[[Value], object]) -> Value | None:
    """Return the value with most voices; of several the one that `preference` sorts first. None without a value."""
    return min(words, key=lambda value: (-words[value], preference(value)), default=None)


def first_said(reports: Sequence[LinkableReport], say: Callable[[LinkableReport], Value | None]) -> dict[Value, int]:
    """Return the position of the earliest report for each value, a preference that cannot tie."""
    order: dict[Value, int] = {}
    for position, report in enumerate(reports):
        if (value := say(report)) is not None:
            order.setdefault(value, position)
    return order
