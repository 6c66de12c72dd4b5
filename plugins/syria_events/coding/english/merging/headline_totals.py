"""Totals of headlines: "Five killed in Saraqeb", where the text tells of one strike with two dead, one with three.

Such a toll is none of any of them (codebook, rule 7: casualties of this happening only).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from syria_events.coding.english.group import Group
from syria_events.coding.english.mention import Mention


def without_headline_totals(groups: Sequence[Group]) -> None:
    """Take the headline's dead from the group that tells it, where they are those of this and another group."""
    for group in groups:
        own = _dead(mention for mention in group.mentions if not mention.title)
        others = {number for other in groups if other is not group for number in _dead(other.mentions)}
        totals = {one + other for one in own for other in others if one and other} - own
        group.mentions = [_without(mention, totals) if mention.title else mention for mention in group.mentions]


def _dead(mentions: Iterable[Mention]) -> set[int]:
    return {
        toll.quantity.best
        for mention in mentions
        if mention.realis == "actual" and not mention.cumulative
        for toll in mention.tolls
        if toll.kind == "killed" and toll.quantity.best and not toll.quantity.vague
    }


def _without(mention: Mention, totals: set[int]) -> Mention:
    kept = tuple(toll for toll in mention.tolls if toll.kind != "killed" or toll.quantity.best not in totals)
    return replace(mention, tolls=kept)
