"""People joined by "and": "17 militants and a child"; those of one class are added up."""

from __future__ import annotations

from dataclasses import replace

from syria_events.coding.english.actors.actors import CIVIL
from syria_events.coding.english.tolls.sides_of_people import People

JOINED = frozenset({"and", ",", "or", "along", "with", "as", "well", "her", "his", "their"})
"""Words that may stand between two of them."""


def chain(people: list[People], words: tuple[str, ...]) -> list[People]:
    """Return the people joined by "and" from the first on: "17 militants and a child"."""
    chosen = people[:1]
    for following in people[1:]:
        between = words[chosen[-1].last : following.first]
        if not between or not set(between) <= JOINED or between == ("as",):
            break
        chosen.append(following)
    return summed(chosen)


def summed(people: list[People]) -> list[People]:
    """Return what is joined, added up where it is of one class: "a woman and her two children" are three civilians."""
    exact = [one.quantity.best or 0 for one in people if one.quantity.low == one.quantity.high is not None]
    if len(exact) == len(people) > 2 and exact[0] == sum(exact[1:]):
        return people[:1]  # "three civilians, two women and a man"
    summed: list[People] = []
    for one in people:
        twin = next((i for i, other in enumerate(summed) if _may_add(other, one)), None)
        if twin is None:
            summed.append(one)
            continue
        total = (summed[twin].quantity.best or 0) + (one.quantity.best or 0)
        quantity = replace(summed[twin].quantity, low=total, best=total, high=total)
        summed[twin] = replace(summed[twin], quantity=quantity, last=one.last)
    return summed


def _may_add(one: People, other: People) -> bool:
    exact = all(p.quantity.low == p.quantity.best == p.quantity.high for p in (one, other))
    same_side = one.group == other.group or {one.group, other.group} <= CIVIL
    return exact and one.victims == other.victims and same_side
