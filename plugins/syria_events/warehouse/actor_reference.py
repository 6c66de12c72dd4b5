"""Actors for the marts: the groups of the codebook, and who belongs to which group from when to when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from syria_events.coding.actors import Actor, ActorDictionary
from syria_events.coding.codebook import is_armed, is_state
from syria_events.coding.tables import rows
from syria_events.warehouse.rows import Row

CIVILIANS, PROTESTERS, EXTERNAL = 7, 6, 8
UNARMED_SYRIANS = frozenset({"civilians", "journalists", "medics", "aid_workers", "prisoners", "white_helmets"})
"""Groups that ACLED codes as civilians."""

PERIOD_COLUMNS = (
    "actor_id", "period_from", "period_to", "group_code", "name_en", "name_ar", "wikidata_id", "sector", "acled_inter",
    "parent_id",
)  # fmt: skip


def actor_groups() -> Iterator[Row]:
    """Yield every group with the name to show: the codebook's, and the states that the dictionary knows."""
    named = {row["group"]: row["name_en"] for _, row in rows("group_names.csv")}
    actors = ActorDictionary.shipped().actors
    for actor in sorted(actors, key=lambda a: (a.sector != "GOV", " leaders" in a.name_en, a.actor_id)):
        named.setdefault(actor.group, actor.name_en)
    for group, name in named.items():
        yield {
            "group_code": group,
            "name_en": name,
            "is_state": is_state(group),
            "is_armed": is_armed(group),
            "acled_inter": acled_inter(group, [actor for actor in actors if actor.group == group]),
        }


def acled_inter(group: str, members: list[Actor]) -> int:
    """Return ACLED's interaction code of a group: that of most of its members, the smaller of several."""
    if group in UNARMED_SYRIANS:
        return CIVILIANS
    if group == "protesters":
        return PROTESTERS
    codes = Counter(actor.acled_inter for actor in members if actor.acled_inter)
    return min(codes, key=lambda code: (-codes[code], code), default=EXTERNAL)


def actor_periods() -> Iterator[Row]:
    """Yield each named actor once per group that it belongs to, with the days on which it does."""
    for actor in ActorDictionary.shipped().actors:
        for first, last, group in memberships(actor):
            yield {
                "actor_id": actor.actor_id,
                "period_from": "-infinity" if first == date.min else first,
                "period_to": "infinity" if last == date.max else last,
                "group_code": group,
                "name_en": actor.name_en,
                "name_ar": actor.name_ar,
                "wikidata_id": actor.wikidata_id,
                "sector": actor.sector,
                "acled_inter": actor.acled_inter,
                "parent_id": actor.parent,
            }


def memberships(actor: Actor) -> Iterator[tuple[date, date, str]]:
    """Yield first day, last day and group, in order and without overlap; `date.min` and `date.max` are open ends.

    The actor's own group holds from the first to the last day of the actor, wherever no period says otherwise.
    """
    begins, ends = actor.valid_from or date.min, actor.valid_to or date.max
    free: date | None = begins
    for period in sorted(actor.periods, key=lambda p: p.valid_from or date.min):
        first, last = period.valid_from or date.min, period.valid_to or date.max
        if free is not None and free < first and free <= ends:
            yield free, min(ends, first - timedelta(days=1)), actor.group
        yield first, last, period.group
        free = last + timedelta(days=1) if last < date.max else None
    if free is not None and free <= ends:
        yield free, ends, actor.group
