"""Which of an article's happenings it is about."""

from __future__ import annotations

from syria_events.coding.arabic.mention import Mention
from syria_events.coding.arabic.merging import Group

_ROUNDUP = 6
"""Happenings, none of them in the headline, that make an article a round-up."""


def ranked(groups: list[Group]) -> list[Group]:
    """Return the happenings of an article, the lead first."""
    roundup = _is_roundup(groups)
    return sorted(groups, key=lambda group: _salience(group, roundup))


def _salience(group: Group, roundup: bool) -> tuple[bool | int, ...]:
    """Headline first, then the order of the text, heavier before lighter; what did not happen comes last.

    A round-up has no headline of its own: there what hurt people comes before what hurt nobody.
    """
    first = group.mentions[0]
    titled = [mention for mention in group.mentions if mention.clause.title]
    in_title = bool(titled)
    return (
        first.realis != "actual",
        not in_title,
        in_title and first.clause.subordinate,
        in_title and not any(_hurts(mention) for mention in titled),
        in_title and not any(mention.hurts for mention in titled),
        in_title and not any(_hurts(mention) for mention in group.mentions),
        roundup and not any(_hurts_bystanders(mention) for mention in group.mentions),
        first.clause.first,
        -first.happening.kind.weight,
    )


def _is_roundup(groups: list[Group]) -> bool:
    actual = [group for group in groups if group.mentions[0].realis == "actual"]
    return len(actual) >= _ROUNDUP and not any(group.mentions[0].clause.title for group in actual)


def _hurts(mention: Mention) -> bool:
    return any(toll.kind in {"killed", "injured"} for toll in mention.tolls)


def _hurts_bystanders(mention: Mention) -> bool:
    return any(toll.kind in {"killed", "injured"} and toll.victims != "combatant" for toll in mention.tolls)
