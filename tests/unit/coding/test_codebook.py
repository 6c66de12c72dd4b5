"""The codebook's vocabularies and the mapping between them."""

from __future__ import annotations

import pytest

from syria_events.coding.codebook import (
    CodebookError,
    acled_types,
    cameo_root_of,
    cameo_roots,
    event_type_of,
    plover_roots,
    quad_class,
    ucdp_type_of_violence,
)


def test_plover_has_its_sixteen_roots_in_four_quads() -> None:
    assert len(plover_roots()) == 16
    assert {quad_class(root) for root in plover_roots()} == {1, 2, 3, 4}


def test_acled_has_its_six_types_and_twenty_five_sub_types() -> None:
    assert len(acled_types()) == 25
    assert len({kind.event_type for kind in acled_types().values()}) == 6


def test_mapping_is_total_both_ways() -> None:
    for kind in acled_types().values():
        assert kind.plover_root in plover_roots()
        assert kind.plover_mode is None or kind.plover_mode in plover_roots()[kind.plover_root].modes
        assert kind.cameo_root in cameo_roots()
        assert event_type_of(kind.sub_event_type) == kind.event_type
    for root in plover_roots().values():
        assert cameo_root_of(root.root) in cameo_roots()
        for mode in root.modes:
            assert cameo_root_of(root.root, mode) in cameo_roots()
    for cameo in cameo_roots().values():
        assert cameo.plover_root is None or cameo.plover_root in plover_roots()


def test_roots_and_cameo_agree_on_the_quad_class_but_for_reduced_relations() -> None:
    for cameo in cameo_roots().values():
        if cameo.plover_root and cameo.cameo_root != "16":  # the PLOVER manual has SANCTION in both
            assert quad_class(cameo.plover_root) == cameo.quad


def test_every_plover_root_but_mere_statements_is_reached_from_cameo() -> None:
    reached = {cameo.plover_root for cameo in cameo_roots().values()} - {None}
    assert reached | {"CONCEDE"} == set(plover_roots())


@pytest.mark.parametrize(
    ("sub_event_type", "cameo"),
    [("Air/drone strike", "19"), ("Suicide bomb", "18"), ("Chemical weapon", "20"), ("Armed clash", "19")],
)
def test_violence_gets_its_cameo_root_by_type(sub_event_type: str, cameo: str) -> None:
    assert cameo_root_of("ASSAULT", None, sub_event_type) == cameo


@pytest.mark.parametrize(
    ("actor1", "actor2", "expected"),
    [
        ("syrian_government", "opposition", 1),
        ("hts", "islamic_state", 2),
        ("islamic_state", "civilians", 3),
        ("jor", "islamic_state", 1),
        (None, "civilians", None),
        ("protesters", "syrian_government", None),
    ],
)
def test_ucdp_type_follows_from_the_sides(actor1: str | None, actor2: str | None, expected: int | None) -> None:
    assert ucdp_type_of_violence(actor1, actor2) == expected


def test_unknown_words_are_named() -> None:
    with pytest.raises(CodebookError, match="BOMB"):
        quad_class("BOMB")
    with pytest.raises(CodebookError, match="Airstrike"):
        event_type_of("Airstrike")
