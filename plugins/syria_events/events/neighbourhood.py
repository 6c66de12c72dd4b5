"""How much has to be loaded so that relinking a part gives what relinking everything would give.

A report that comes, changes or vanishes can only touch events of reports within its `horizon`, and these only the
reports of their own connected components (see `linking`). `affected` collects exactly these components. That holds
for events that the same rules made: after a change of the rules an event may reach beyond its new component, so its
other days have to be settled as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from syria_events.events.graph import Graph, graph
from syria_events.events.linkable import TOLERANCE_DAYS, LinkableReport
from syria_events.events.rulings import Ruling

Load = Callable[[date, date], Sequence[LinkableReport]]
"""Returns all actual reports whose `days` meet the days from first to last, both included."""


def horizon(days: Iterable[date]) -> tuple[date, date]:
    """Return the first and last day that can hold a candidate of a report in `days`.

    Raises ValueError without a day.
    """
    known = sorted(days)
    if not known:
        raise ValueError("no day given: a horizon needs at least one changed day")
    reach = timedelta(days=TOLERANCE_DAYS)
    return known[0] - reach, known[-1] + reach


def affected(days: Iterable[date], load: Load, rulings: Sequence[Ruling] = ()) -> tuple[LinkableReport, ...]:
    """Return all reports that a change on `days` may touch, whole components, sorted by id.

    `days` are the days of the reports that came, changed or vanished (first and last of `LinkableReport.days`, before
    and after the change), and those of the anchors of new rulings. Linking what is returned gives for these reports
    what linking all reports gives. Loads wider windows until no component reaches the edge of the window.
    """
    changed = _changed(horizon(days), rulings)
    window = min(first for first, _ in changed), max(last for _, last in changed)
    while True:
        connected = graph(load(*window), rulings)
        seeds = {i for i, r in enumerate(connected.traits) if any(_meets(r.source.days, span) for span in changed)}
        reached = connected.connected_with(seeds)
        wanted = _extent(connected, reached, rulings, window)
        if wanted == window:
            return tuple(sorted((connected.traits[i].source for i in reached), key=lambda report: report.report_id))
        window = wanted


def _changed(span: tuple[date, date], rulings: Sequence[Ruling]) -> list[tuple[date, date]]:
    """Add the days that a ruling ties to these: an anchor that vanished is missed wherever it was joined or split."""
    tied = [day for ruling in rulings if any(span[0] <= day <= span[1] for day in ruling.days) for day in ruling.days]
    return [span, *(horizon([day]) for day in sorted(set(tied)))]


def _extent(
    connected: Graph, reached: Iterable[int], rulings: Sequence[Ruling], window: tuple[date, date]
) -> tuple[date, date]:
    """Widen a window by what the reached reports, and rulings on their articles, can be connected with."""
    days = set(window)
    articles = set()
    for i in reached:
        days |= set(horizon(connected.traits[i].source.days))
        articles.add(connected.traits[i].article_id)
    for ruling in rulings:
        if any(anchor.article_id in articles for anchor in (*ruling.anchors, *ruling.apart)):
            days |= set(horizon(ruling.days))
    return min(days), max(days)


def _meets(days: tuple[date, date], window: tuple[date, date]) -> bool:
    return days[0] <= window[1] and window[0] <= days[1]
