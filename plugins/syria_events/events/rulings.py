"""An operator's word on the linker's work: these reports are one happening, or they are not.

A ruling names reports by anchors that survive a rebuild: where better code gives a report another id, the anchor is
found again in the same article by its type family and day. The latest ruling on two reports stands: a split holds
until a later ruling joins the same two, whatever joins them by way of others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations, pairwise

from syria_events.events.kinds import kind_of
from syria_events.events.linkable import TOLERANCE_DAYS, LinkableReport
from syria_events.model import SyriaEventsError, stable_id


@dataclass(frozen=True, slots=True)
class Anchor:
    """A report as an operator saw it."""

    report_id: str
    article_id: str
    type_family: str
    day: date

    @classmethod
    def of(cls, report: LinkableReport) -> Anchor:
        """Anchor a report as it is coded now."""
        return cls(report.report_id, report.article_id, kind_of(report.report).family, report.days[0])


@dataclass(frozen=True, slots=True)
class Ruling:
    """`join`: all anchors are one happening. `split`: no anchor of `anchors` is the happening of any of `apart`."""

    ruling_id: str
    kind: str
    made_at: datetime
    anchors: tuple[Anchor, ...]
    apart: tuple[Anchor, ...] = ()
    made_by: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        """Raise SyriaEventsError for a ruling that rules nothing."""
        if self.kind not in ("join", "split"):
            raise SyriaEventsError(f"ruling {self.ruling_id}: kind {self.kind!r} is neither join nor split")
        if (
            not self.anchors
            or (self.kind == "join" and len(self.anchors) < 2)
            or (self.kind == "split" and not self.apart)
        ):
            raise SyriaEventsError(f"ruling {self.ruling_id}: name at least two reports, a split on both sides")

    @classmethod
    def joining(cls, reports: Iterable[LinkableReport], made_at: datetime, **said: str | None) -> Ruling:
        """Rule that these reports tell one happening; `said` may be `made_by` and `note`."""
        anchors = _anchors(reports)
        return cls(_ruling_id("join", made_at, anchors), "join", made_at, anchors, **said)

    @classmethod
    def splitting(
        cls, out: Iterable[LinkableReport], rest: Iterable[LinkableReport], made_at: datetime, **said: str | None
    ) -> Ruling:
        """Rule that the reports in `out` tell another happening than those in `rest`."""
        anchors, apart = _anchors(out), _anchors(rest)
        return cls(_ruling_id("split", made_at, anchors + apart), "split", made_at, anchors, apart, **said)

    @property
    def days(self) -> tuple[date, ...]:
        """The days around which reports have to be loaded for the ruling to take hold."""
        return tuple(sorted({anchor.day for anchor in (*self.anchors, *self.apart)}))


@dataclass(frozen=True, slots=True)
class Constraints:
    """Pairs of report ids, smaller id first, with the ruling that says so."""

    together: Mapping[tuple[str, str], str]
    apart: Mapping[tuple[str, str], str]

    @staticmethod
    def key(a: str, b: str) -> tuple[str, str]:
        """Return the pair of two report ids as the mappings hold it."""
        return (a, b) if a < b else (b, a)


def constraints(rulings: Iterable[Ruling], reports: Sequence[LinkableReport]) -> Constraints:
    """Turn rulings into pairs among `reports`, leaving out what is not there. The latest ruling on a pair stands."""
    by_id = {report.report_id: report for report in reports}
    by_article: dict[str, list[LinkableReport]] = defaultdict(list)
    for report in reports:
        by_article[report.article_id].append(report)
    verdicts: dict[tuple[str, str], tuple[str, str]] = {}
    for ruling in sorted(rulings, key=lambda r: (r.made_at, r.ruling_id)):
        inner = _found(ruling.anchors, by_id, by_article)
        outer = _found(ruling.apart, by_id, by_article, inner)
        pairs = combinations(inner, 2) if ruling.kind == "join" else ((a, b) for a in inner for b in outer)
        verdicts.update({Constraints.key(a, b): (ruling.kind, ruling.ruling_id) for a, b in pairs if a != b})
    return Constraints(
        {pair: ruling_id for pair, (kind, ruling_id) in verdicts.items() if kind == "join"},
        {pair: ruling_id for pair, (kind, ruling_id) in verdicts.items() if kind == "split"},
    )


def alternatives(rulings: Iterable[Ruling], reports: Sequence[LinkableReport]) -> list[tuple[str, str]]:
    """Return pairs of report ids that one anchor may mean: whoever links one of them has to know the others."""
    by_article: dict[str, list[LinkableReport]] = defaultdict(list)
    for report in reports:
        by_article[report.article_id].append(report)
    pairs = []
    for anchor in {anchor for ruling in rulings for anchor in (*ruling.anchors, *ruling.apart)}:
        meant = [
            report.report_id
            for report in by_article.get(anchor.article_id, ())
            if report.report_id == anchor.report_id or _may_be(report, anchor)
        ]
        pairs += pairwise(meant)
    return pairs


def _anchors(reports: Iterable[LinkableReport]) -> tuple[Anchor, ...]:
    return tuple(sorted(map(Anchor.of, reports), key=lambda anchor: anchor.report_id))


def _ruling_id(kind: str, made_at: datetime, anchors: Iterable[Anchor]) -> str:
    return stable_id("u", kind, made_at.isoformat(), *(anchor.report_id for anchor in anchors))


def _may_be(report: LinkableReport, anchor: Anchor) -> bool:
    """Say whether a report can be an anchor's heir: on days that are always loaded around the ruling."""
    near = abs((report.days[0] - anchor.day).days) <= TOLERANCE_DAYS
    return near and kind_of(report.report).family == anchor.type_family


def _found(
    anchors: Sequence[Anchor],
    by_id: Mapping[str, LinkableReport],
    by_article: Mapping[str, Sequence[LinkableReport]],
    taken: Collection[str] = (),
) -> list[str]:
    """Return the reports that anchors mean now, an heir each: an article may tell two happenings of a family and day.

    `taken`: reports that the other side of the ruling means.
    """
    found = {anchor.report_id for anchor in anchors if anchor.report_id in by_id}
    for anchor in (anchor for anchor in anchors if anchor.report_id not in by_id):
        known = found.union(taken)
        heirs = [r for r in by_article.get(anchor.article_id, ()) if _may_be(r, anchor) and r.report_id not in known]
        if heirs:
            found.add(min(heirs, key=lambda r: (abs((r.days[0] - anchor.day).days), r.rank, r.report_id)).report_id)
    return sorted(found)
