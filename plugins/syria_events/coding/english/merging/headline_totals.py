"""Totals of headlines: "Five killed in Saraqeb", where the text tells of one strike with two dead, one with three.

Such a toll is none of any of them (codebook, rule 7: casualties of this happening only).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from syria_events.coding.english.group import Group
from syria_events.coding.english.mention import Mention


def without_headline_totals(groups: Sequence[Group]) -> None:
    """Take the headline's dead and wounded from the group that tells it, where they are those of this and others.

    The wounded of any number of groups; the dead of two, as the sum of a whole day is often all that a text knows.
    """
    _take_totals(groups, "killed", _pairs)
    _take_totals(groups, "injured", _sum_of_all)


def _take_totals(groups: Sequence[Group], kind: str, sums: Callable[[set[int], list[set[int]]], set[int]]) -> None:
    told = [_counted((mention for mention in group.mentions if not mention.title), kind) for group in groups]
    for index, group in enumerate(groups):
        totals = sums(told[index], told[:index] + told[index + 1 :]) - told[index]
        group.mentions = [_without(mention, kind, totals) if mention.title else mention for mention in group.mentions]


def _pairs(own: set[int], others: list[set[int]]) -> set[int]:
    return {one + number for one in own for other in others for number in other}


def _sum_of_all(own: set[int], others: list[set[int]]) -> set[int]:
    return {sum(max(numbers, default=0) for numbers in (own, *others))}


def _counted(mentions: Iterable[Mention], kind: str) -> set[int]:
    return {
        toll.quantity.best
        for mention in mentions
        if mention.realis == "actual" and not mention.cumulative
        for toll in mention.tolls
        if toll.kind == kind and toll.quantity.best and not toll.quantity.vague
    }


def _without(mention: Mention, kind: str, totals: set[int]) -> Mention:
    kept = tuple(toll for toll in mention.tolls if toll.kind != kind or toll.quantity.best not in totals)
    return replace(mention, tolls=kept)
