"""How two tolls speak for one happening: equal, plausibly grown, or at odds."""

from __future__ import annotations

from syria_events.events.traits import Traits


def toll_names(a: Traits, b: Traits) -> list[str]:
    """Return the names, in the table of weights, of what two reports' tolls say for or against one happening."""
    first, second = (a, b) if a.said_at <= b.said_at else (b, a)
    names = []
    if (killed := _toll_name(first.killed, second.killed)) is not None:
        names.append(f"toll.{killed}")
    if (injured := _toll_name(first.injured, second.injured)) is not None:
        names.append(f"injured.{injured}")
    if a.victims and b.victims and not a.victims & b.victims:
        names.append("toll.other_victims")
    return names


def _toll_name(earlier: int | None, later: int | None) -> str | None:
    """Name how two tolls go together, None where one is silent."""
    if earlier is None or later is None:
        return None
    if earlier == later:
        return _same_toll_name(earlier)
    low, high = sorted((earlier, later))
    if low == 0:
        return "contradicts" if high > 1 else "differs"
    if high <= 1.25 * low:
        return "close"
    if later > earlier and (high - low <= 2 or high <= 2 * low):
        return "grows"
    return "contradicts" if high >= 4 * low and high - low >= 5 else "differs"


def _same_toll_name(number: int) -> str | None:
    """The more were killed, the less likely two happenings have the same toll by chance."""
    if number == 0:
        return None
    if number <= 2:
        return "same_few"
    return "same_some" if number <= 9 else "same_many"
