"""Which of an article's happenings it is about."""

from __future__ import annotations

from syria_events.coding.arabic.mention import Mention
from syria_events.coding.arabic.merging.group import Group, is_old
from syria_events.coding.arabic.tolls.toll import Toll

_ROUNDUP = 6
"""Happenings, none of them in the headline, that make an article a round-up."""
_HEAD = 120
"""Words below the title that are an article's head: the line above the news, its first paragraph and the next."""


def ranked(groups: list[Group]) -> list[Group]:
    """Return the happenings of an article, the lead first."""
    roundup = _is_roundup(groups)
    return sorted(groups, key=lambda group: _salience(group, roundup))


def _salience(group: Group, roundup: bool) -> tuple[bool | int, ...]:
    """News of civilians hurt that headline or head tell, then the headline, then the order of the text.

    What did not happen comes last, heavier stands before lighter, and in a round-up, which has no headline of its own,
    what hurt people before what hurt nobody.
    """
    first = group.mentions[0]
    titled = [mention for mention in group.mentions if mention.clause.title]
    in_title = bool(titled)
    return (
        first.realis != "actual",
        not (_is_in_head(group) and not is_old(group) and _hurt_in_syria(group)),
        not in_title,
        in_title and first.clause.subordinate,
        in_title and not any(_hurts(mention) for mention in titled),
        in_title and not any(mention.hurts for mention in titled),
        in_title and not any(_hurts(mention) for mention in group.mentions),
        roundup and not any(_hurts_bystanders(mention, {"killed"}) for mention in group.mentions),
        roundup and not any(_hurts_bystanders(mention, {"killed", "injured"}) for mention in group.mentions),
        first.clause.first,
        -first.happening.kind.weight,
    )


def _is_roundup(groups: list[Group]) -> bool:
    actual = [group for group in groups if group.mentions[0].realis == "actual"]
    return len(actual) >= _ROUNDUP and not any(group.mentions[0].clause.title for group in actual)


def _is_in_head(group: Group) -> bool:
    below = next((sentence.first for sentence in group.scene.reading.sentences if sentence.line), 0)
    return any(mention.clause.first < below + _HEAD for mention in group.mentions)


def _hurt_in_syria(group: Group) -> bool:
    """Say whether it tells how many were hurt in Syria who were no fighters."""
    if group.place is not None and group.place.country not in {"SY", None}:
        return False
    return any(map(_counts_civilians, group.mentions))


def _counts_civilians(mention: Mention) -> bool:
    """Say whether it says how many were killed or wounded who were no fighters."""
    return any(
        toll.kind in {"killed", "injured"} and toll.victims != "combatant" and not toll.cumulative and _is_some(toll)
        for toll in mention.tolls
    )


def _is_some(toll: Toll) -> bool:
    return toll.quantity is not None and bool(toll.quantity.best or toll.quantity.low or toll.quantity.high)


def _hurts(mention: Mention) -> bool:
    return any(toll.kind in {"killed", "injured"} for toll in mention.tolls)


def _hurts_bystanders(mention: Mention, kinds: set[str]) -> bool:
    return any(toll.kind in kinds and toll.victims != "combatant" for toll in mention.tolls)
