"""Reference tables of the marts, written from the codebook: types of events and groups of actors."""

from __future__ import annotations

from collections.abc import Iterator

from syria_events.coding.actors import ActorDictionary
from syria_events.coding.codebook import acled_types, cameo_root_of, plover_roots, quad_class
from syria_events.coding.tables import rows
from syria_events.warehouse.connection import transaction
from syria_events.warehouse.rows import Row, execute


def write_reference(dsn: str) -> None:
    """Upsert what the codebook says, in one transaction. Needs the newest schema."""
    with transaction(dsn) as connection:
        for row in sorted(event_types(), key=lambda r: r["event_type_code"]):
            execute(connection, "mart/upsert_event_type", row)
        for group, name in sorted(actor_names().items()):
            execute(connection, "mart/upsert_actor", {"group_code": group, "name_en": name})


def event_types() -> Iterator[Row]:
    """Yield every ACLED sub-event type, and every PLOVER root for what ACLED has no type for."""
    for kind in acled_types().values():
        yield {
            "event_type_code": kind.sub_event_type,
            "plover_root": kind.plover_root,
            "acled_event_type": kind.event_type,
            "acled_sub_event_type": kind.sub_event_type,
            "quad_class": quad_class(kind.plover_root),
            "cameo_root": kind.cameo_root,
            "disorder_type": kind.disorder_type,
        }
    for root in plover_roots():
        yield {
            "event_type_code": root,
            "plover_root": root,
            "acled_event_type": None,
            "acled_sub_event_type": None,
            "quad_class": quad_class(root),
            "cameo_root": cameo_root_of(root),
            "disorder_type": None,
        }


def actor_names() -> dict[str, str]:
    """Return the name to show of every group: the codebook's, and the states that the dictionary knows."""
    named = {row["group"]: row["name_en"] for _, row in rows("group_names.csv")}
    actors = sorted(
        ActorDictionary.shipped().actors, key=lambda a: (a.sector != "GOV", " leaders" in a.name_en, a.actor_id)
    )
    for actor in actors:
        named.setdefault(actor.group, actor.name_en)
    return named
