"""Reference tables of the marts, written from codebook, actor dictionary, gazetteer and shipped shapes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files

from syria_events.coding.codebook import ONE_SIDED, acled_types, cameo_root_of, plover_roots
from syria_events.coding.places.table import shipped_places
from syria_events.warehouse.actor_reference import PERIOD_COLUMNS, actor_groups, actor_periods
from syria_events.warehouse.connection import transaction
from syria_events.warehouse.rows import Row, copy_rows, execute

AGAINST_CIVILIANS = frozenset({"Violence against civilians"})
AGAINST_PROTESTERS = frozenset({"Excessive force against protesters"})


def write_reference(dsn: str) -> None:
    """Upsert what the package knows, in one transaction. Needs the newest schema."""
    with transaction(dsn) as connection:
        for row in sorted(event_types(), key=lambda r: r["event_type_code"]):
            execute(connection, "mart/upsert_event_type", row)
        for row in sorted(actor_groups(), key=lambda r: r["group_code"]):
            execute(connection, "mart/upsert_actor", row)
        execute(connection, "mart/clear_actor_periods")
        copy_rows(
            connection,
            "mart.dim_actor_period",
            PERIOD_COLUMNS,
            [[row[name] for name in PERIOD_COLUMNS] for row in actor_periods()],
        )
        for row in districts():
            execute(connection, "mart/upsert_district", row)
        for row in governorate_shapes():
            execute(connection, "mart/upsert_geo_governorate", row)


def event_types() -> Iterator[Row]:
    """Yield every ACLED sub-event type, and every PLOVER root for what ACLED has no type for."""
    roots = plover_roots()
    for kind in acled_types().values():
        one_sided = kind.event_type in AGAINST_CIVILIANS or kind.sub_event_type in AGAINST_PROTESTERS
        yield {
            "event_type_code": kind.sub_event_type,
            "plover_root": kind.plover_root,
            "acled_event_type": kind.event_type,
            "acled_sub_event_type": kind.sub_event_type,
            "quad_class": roots[kind.plover_root].quad,
            "cameo_root": kind.cameo_root,
            "disorder_type": kind.disorder_type,
            "goldstein_score": roots[kind.plover_root].score,
            "ucdp_type_of_violence": ONE_SIDED if one_sided else None,
        }
    for root in roots.values():
        yield {
            "event_type_code": root.root,
            "plover_root": root.root,
            "acled_event_type": None,
            "acled_sub_event_type": None,
            "quad_class": root.quad,
            "cameo_root": cameo_root_of(root.root),
            "disorder_type": None,
            "goldstein_score": root.score,
            "ucdp_type_of_violence": None,
        }


def districts() -> Iterator[Row]:
    """Yield the districts of the shipped gazetteer."""
    for place in shipped_places():
        if place.kind == "district":
            yield {
                "admin2_pcode": place.admin2_pcode,
                "admin1_pcode": place.admin1_pcode,
                "name_en": place.name,
                "name_ar": place.name_ar,
            }


def governorate_shapes() -> Iterator[Row]:
    """Yield the shapes of `data/governorates.json`, which says where they come from."""
    text = (files("syria_events.warehouse") / "data" / "governorates.json").read_text(encoding="utf-8")
    collection = json.loads(text)
    for feature in collection["features"]:
        yield {
            "iso_code": feature["properties"]["iso_code"],
            "geojson": json.dumps(feature["geometry"], separators=(",", ":")),
            "attribution": collection["attribution"],
        }
