"""Ids that readers may keep: what an event is called while reports come, go, merge and part."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from syria_events.events.identity import assign_ids, founding_id, point_on
from tests.unit.events.made_reports import made


def reports(names):
    return [made(name, hour=8 + int(name[1:])) for name in names.split()]


def clusters(*groups):
    return [reports(group) for group in groups]


def test_new_event_is_named_after_its_earliest_report():
    assert assign_ids(clusters("r2 r1"), {}).event_ids == (founding_id("r1"),)


def test_event_keeps_its_id_when_an_earlier_report_arrives():
    assert assign_ids(clusters("r1 r2"), {"r2": "e-old"}).event_ids == ("e-old",)


def test_merger_keeps_the_id_of_most_reports_and_buries_the_other():
    found = assign_ids(clusters("r1 r2 r3"), {"r1": "e-one", "r2": "e-two", "r3": "e-two"})
    assert found.event_ids == ("e-two",)
    assert found.tombstones == {"e-one": "e-two"}


def test_larger_part_of_a_split_keeps_the_id():
    found = assign_ids(clusters("r1", "r2 r3"), dict.fromkeys(["r1", "r2", "r3"], founding_id("r1")))
    assert found.event_ids[1] == founding_id("r1")
    assert found.event_ids[0] not in {founding_id("r1"), founding_id("r2")}
    assert found.tombstones == {}


def test_event_without_reports_is_removed_and_points_nowhere():
    found = assign_ids([], {"r1": "e-one"})
    assert (found.tombstones, found.removed) == ({}, {"e-one"})


def test_id_that_lives_elsewhere_is_neither_claimed_nor_buried():
    found = assign_ids(clusters("r1"), {"r1": "e-one"}, taken={"e-one"})
    assert found.event_ids == (founding_id("r1"),)
    assert found.tombstones == {}
    assert found.removed == frozenset()


def test_tombstones_point_to_the_living_end_of_the_chain():
    assert point_on({"a": "b"}, {"b": "c"}, ["c"]) == {"a": "c", "b": "c"}


def test_id_that_rises_again_has_no_tombstone():
    assert point_on({"b": "a"}, {}, ["a", "b"]) == {}


def test_merger_and_separation_give_back_both_ids():
    before = dict.fromkeys(["r2", "r3"], founding_id("r2")) | {"r1": founding_id("r1")}
    merged = assign_ids(clusters("r1 r2 r3"), before)
    apart = assign_ids(clusters("r1", "r2 r3"), dict.fromkeys(before, merged.event_ids[0]))
    assert apart.event_ids == (founding_id("r1"), founding_id("r2"))


NAMES = [f"r{number}" for number in range(8)]


@st.composite
def partitions(draw):
    labels = draw(st.lists(st.integers(0, 4), min_size=len(NAMES), max_size=len(NAMES)))
    groups = {}
    for name, label in zip(NAMES, labels, strict=True):
        groups.setdefault(label, []).append(name)
    return [reports(" ".join(group)) for group in groups.values()]


PREVIOUS = st.dictionaries(st.sampled_from([*NAMES, "gone"]), st.sampled_from(["e1", "e2", *map(founding_id, NAMES)]))


@given(st.data(), partitions(), PREVIOUS)
def test_ids_depend_on_no_order_and_are_never_shared(data, groups, previous):
    found = assign_ids(groups, previous)
    assert len(set(found.event_ids)) == len(groups)
    order = data.draw(st.permutations(range(len(groups))))
    again = assign_ids([groups[i][::-1] for i in order], previous)
    assert [again.event_ids[order.index(i)] for i in range(len(groups))] == list(found.event_ids)
    assert again.tombstones == found.tombstones


@given(partitions(), PREVIOUS)
def test_same_clusters_again_change_nothing(groups, previous):
    found = assign_ids(groups, previous)
    carried = {r.report_id: e for group, e in zip(groups, found.event_ids, strict=True) for r in group}
    again = assign_ids(groups, carried)
    assert again.event_ids == found.event_ids
    assert (again.tombstones, again.removed) == ({}, frozenset())


@given(partitions(), PREVIOUS)
def test_every_lost_id_points_to_a_living_event_or_is_removed(groups, previous):
    found = assign_ids(groups, previous)
    lost = set(previous.values()) - set(found.event_ids)
    assert found.tombstones.keys() | found.removed == lost
    assert set(found.tombstones.values()) <= set(found.event_ids)
