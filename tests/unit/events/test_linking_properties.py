"""The events are a function of the set of reports and rulings: whatever came first, twice, or went and came back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from syria_events.events.identity import assign_ids
from syria_events.events.linking import link
from syria_events.events.neighbourhood import affected, horizon
from syria_events.events.rulings import Anchor, Ruling
from tests.unit.events.made_reports import killed, made, made_corpus

MANY = settings(deadline=None, max_examples=50)


def groups_of(reports, rulings=()):
    groups = {}
    for found in link(reports, rulings):
        groups.setdefault(found.cluster, set()).add(found.report_id)
    return {frozenset(group) for group in groups.values()}


class Warehouse:
    """What a pipeline does: stores reports, relinks around each change, keeps ids and tombstones."""

    def __init__(self, rulings=()):
        self.reports, self.event_of, self.rulings = {}, {}, rulings

    def load(self, first, last):
        return [r for r in self.reports.values() if r.days[0] <= last and first <= r.days[1]]

    def put(self, *reports):
        days = [day for report in reports for day in report.days]
        self.reports |= {report.report_id: report for report in reports}
        self.relink(days)

    def drop(self, report_id):
        report = self.reports.pop(report_id)
        self.relink(report.days)

    def relink(self, days):
        scope = affected(days, self.load, self.rulings)
        clusters = {}
        by_id = {report.report_id: report for report in scope}
        for found in link(scope, self.rulings):
            clusters.setdefault(found.cluster, []).append(by_id[found.report_id])
        outside = {e for r, e in self.event_of.items() if r in self.reports and r not in by_id}
        previous = {r: e for r, e in self.event_of.items() if r in by_id}
        ids = assign_ids(list(clusters.values()), previous, outside).event_ids
        for event_id, members in zip(ids, clusters.values(), strict=True):
            self.event_of |= {report.report_id: event_id for report in members}

    def rebuild(self):
        self.relink([day for report in self.reports.values() for day in report.days])

    @property
    def groups(self):
        events = {}
        for report_id in self.reports:
            events.setdefault(self.event_of[report_id], set()).add(report_id)
        return {frozenset(group) for group in events.values()}


@st.composite
def corpus_and_rulings(draw):
    reports = draw(made_corpus())
    rulings = []
    for number in range(draw(st.integers(0, 2 if len(reports) > 1 else 0))):
        picked = draw(st.lists(st.sampled_from(reports), min_size=2, max_size=4, unique_by=lambda r: r.report_id))
        anchors = tuple(map(Anchor.of, picked))
        made_at = datetime(2022, 1, 1, tzinfo=UTC) + timedelta(days=number)
        if draw(st.booleans()):
            rulings.append(Ruling(f"ruling {number}", "join", made_at, anchors))
        else:
            rulings.append(Ruling(f"ruling {number}", "split", made_at, anchors[:1], anchors[1:]))
    return reports, rulings


@MANY
@given(st.data(), corpus_and_rulings())
def test_order_and_repetition_do_not_matter(data, given_corpus):
    reports, rulings = given_corpus
    shuffled = data.draw(st.permutations(reports + reports[:3]))
    assert link(shuffled, rulings) == link(reports, rulings)


@MANY
@given(corpus_and_rulings())
def test_every_report_is_in_exactly_one_group(given_corpus):
    reports, rulings = given_corpus
    members = [report_id for group in groups_of(reports, rulings) for report_id in group]
    assert sorted(members) == sorted(report.report_id for report in reports)


@MANY
@given(corpus_and_rulings())
def test_reports_elsewhere_in_time_change_nothing(given_corpus):
    reports, rulings = given_corpus
    for report in reports:
        part = affected(report.days, lambda a, b: [r for r in reports if r.days[0] <= b and a <= r.days[1]], rulings)
        ids = {r.report_id for r in part}
        assert {r.report_id for r in reports if _meet(r.days, horizon(report.days))} <= ids
        assert groups_of(part, rulings) == {group for group in groups_of(reports, rulings) if group & ids}


def _meet(days, window):
    return days[0] <= window[1] and window[0] <= days[1]


@MANY
@given(st.data(), corpus_and_rulings())
def test_arrival_in_any_order_ends_in_the_same_events(data, given_corpus):
    reports, rulings = given_corpus
    warehouse = Warehouse(rulings)
    for report in data.draw(st.permutations(reports)):
        warehouse.put(report)
    assert warehouse.groups == groups_of(reports, rulings)


@MANY
@given(st.data(), corpus_and_rulings())
def test_deletion_and_return_end_in_the_same_events(data, given_corpus):
    reports, rulings = given_corpus
    warehouse = Warehouse(rulings)
    warehouse.put(*reports)
    gone = data.draw(st.lists(st.sampled_from(reports), unique_by=lambda r: r.report_id))
    for report in gone:
        warehouse.drop(report.report_id)
    assert warehouse.groups == groups_of([r for r in reports if r not in gone], rulings)
    for report in gone:
        warehouse.put(report)
    assert warehouse.groups == groups_of(reports, rulings)


@MANY
@given(st.data(), corpus_and_rulings())
def test_rebuild_keeps_every_id(data, given_corpus):
    reports, rulings = given_corpus
    warehouse = Warehouse(rulings)
    for report in data.draw(st.permutations(reports)):
        warehouse.put(report)
    before = dict(warehouse.event_of)
    warehouse.rebuild()
    assert warehouse.event_of == before


@MANY
@given(st.data(), corpus_and_rulings())
def test_repetition_keeps_every_id(data, given_corpus):
    reports, rulings = given_corpus
    warehouse = Warehouse(rulings)
    warehouse.put(*reports)
    before = dict(warehouse.event_of)
    warehouse.put(*data.draw(st.lists(st.sampled_from(reports), min_size=1)))
    assert warehouse.event_of == before


def test_change_in_a_siege_of_daily_strikes_loads_a_few_days_only():
    days = [date(2021, 11, 1) + timedelta(days=n) for n in range(40)]
    tolls = {day: (1, 2, 2, (11, 29, 70)[number % 3]) for number, day in enumerate(days)}
    reports = [made(f"{day} {i}", day=day, claims=(killed(n),)) for day in days for i, n in enumerate(tolls[day])]
    windows = []

    def load(first, last):
        windows.append((last - first).days)
        return [r for r in reports if r.days[0] <= last and first <= r.days[1]]

    affected([days[20]], load)
    assert max(windows) <= 6
