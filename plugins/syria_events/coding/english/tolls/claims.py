"""The claims of a report: the tolls of its mentions, told again or more exactly, put together and never added up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from syria_events.coding.codebook import is_armed
from syria_events.coding.english.mention import LEAD, Mention
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.tolls.casualties import Toll
from syria_events.model import Claim

_TOWN = 2
"""Precision of a place that is a town or near one."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A toll and the mention that tells it."""

    toll: Toll
    mention: Mention

    @property
    def claimant(self) -> str | None:
        """Who says so; "a monitor" is the one whom the text names elsewhere."""
        source = self.mention.source.mention.actor_id if self.mention.source else None
        return None if source == "ngo_generic" else source

    @property
    def side(self) -> str | None:
        """The armed side whose people are counted."""
        group = self.toll.group
        return group if group and is_armed(group) and group != "unidentified_armed_group" else None

    def is_told_beside(self, other: _Said) -> bool:
        """Whether one verb tells of both: "a soldier and two gunmen were killed"."""
        return self.mention is other.mention and self.toll.harm == other.toll.harm

    def is_about(self, other: _Said) -> bool:
        """Whether both may count the same people; the dead of both sides are two claims (codebook, rulings)."""
        if self.toll.kind != other.toll.kind or self.is_told_beside(other):
            return False
        if self.side and other.side and self.side != other.side:
            return self.toll.quantity.best == other.toll.quantity.best
        victims = {self.toll.victims, other.toll.victims}
        return len(victims) == 1 or "unknown" in victims or "mixed" in victims


def claims(scene: Scene, mentions: Iterable[Mention]) -> tuple[Claim, ...]:
    """Return the claims of the mentions of one happening, one per kind and victims, in the order of the text.

    The first number stands; a number stands before a vague word ("dozens … at least 16 people"), the text before the
    headline where both give the same number, and sides before a total of both.
    """
    kept: list[_Said] = []
    for mention in mentions:
        new = _without_parts(kept, [_Said(toll, mention) for toll in mention.tolls])
        kept = _without_total(_without_headline(kept, new), new)
        for said in new:
            if not (_is_also(scene, said) and _added(kept, said)):
                _take(kept, said)
    counted = {said.toll.kind for said in kept if said.toll.quantity.best and not said.toll.quantity.implicit}
    kept = [said for said in kept if not (said.toll.quantity.implicit and said.toll.kind in counted)]
    hurt = any(said.toll.quantity.best != 0 for said in kept if said.toll.kind in {"killed", "injured"})
    return tuple(_claim(scene, said) for said in kept if said.toll.quantity.best != 0 or not hurt)


def _is_also(scene: Scene, said: _Said) -> bool:
    """Whether a number is one more: "his driver was also killed"."""
    before = scene.reading.words[max(said.toll.last, said.toll.harm - 3) : said.toll.harm]
    return "also" in before and not said.toll.active and not said.mention.title


def _added(kept: list[_Said], said: _Said) -> bool:
    """Add a number to the one that the sentence before gave; false where there is none, or more than one."""
    near = [index for index, one in enumerate(kept) if one.toll.kind == said.toll.kind and not one.mention.title]
    if len(near) != 1 or said.mention.sentence - kept[near[0]].mention.sentence > 1:
        return False
    one, more = kept[near[0]], said.toll.quantity
    number = one.toll.quantity
    if number.low is None or number.low != number.high or more.low is None or more.low != more.high:
        return False
    total = number.low + more.low
    quantity = replace(number, low=total, best=total, high=total)
    kept[near[0]] = replace(one, toll=replace(one.toll, quantity=quantity))
    return True


def _take(kept: list[_Said], said: _Said) -> None:
    rivals = [other for other in kept if said.is_about(other) and not other.mention.title]
    if len(rivals) > 1 and said.claimant and all(_differ(said, other) for other in rivals):
        kept.append(said)
        return
    for index, other in enumerate(kept):
        if not said.is_about(other) or _rivals(other, said):
            continue
        if other.toll.quantity.vague and not said.toll.quantity.vague and _is_more(said, other):
            kept[index] = said
        elif other.toll.quantity.best == said.toll.quantity.best:
            kept[index] = _better(other, said)
        elif _rounds(other, said) or (said.mention.risen and not _is_more(other, said)):
            kept[index] = said
        return
    kept.append(said)


def _is_more(one: _Said, other: _Said) -> bool:
    return (one.toll.quantity.best or 0) >= (other.toll.quantity.best or 0)


def _differ(one: _Said, other: _Said) -> bool:
    """Whether a source and a number are others than those of a claim; where two sources disagree a third may too."""
    return one.claimant != other.claimant and one.toll.quantity.best != other.toll.quantity.best


def _rivals(one: _Said, other: _Said) -> bool:
    """Whether two sources give different numbers: each keeps its claim (codebook, rule 7).

    Where the first number has no source, a second one is a rival if it is higher or a party's; a lower one is a part.
    The toll of a town stands beside that of strikes all over the country.
    """
    if one.toll.quantity.best == other.toll.quantity.best or one.mention.title or other.mention.title:
        return False
    if one.toll.quantity.vague or other.toll.quantity.vague or one.mention.sentence == other.mention.sentence:
        return False
    if other.toll.quantity.best == 1:
        return False  # "her daughter died": one of those who were counted
    if not one.mention.places and other.mention.own_place and other.mention.own_place.precision <= _TOWN:
        return True
    source = other.mention.source
    if source is None or other.claimant is None or one.claimant == other.claimant:
        return False
    more = (other.toll.quantity.best or 0) > (one.toll.quantity.best or 0)
    return one.claimant is not None or more or source.group != "other"


def _rounds(headline: _Said, text: _Said) -> bool:
    """Whether a headline's "more than 200" is the text's 213, or the lead knows of more dead than an older headline."""
    rounded, exact = headline.toll.quantity, text.toll.quantity
    if not headline.mention.title or text.mention.title or not exact.best or exact.best <= (rounded.best or 0):
        return False
    return text.mention.ordinal <= LEAD or (rounded.high is None and exact.best <= 1.3 * (rounded.best or 0))


def _better(one: _Said, other: _Said) -> _Said:
    """Of two tellings of one number: that of the text before that of the headline, with who the victims were."""
    chosen = other if one.mention.title and not other.mention.title else one
    victims = next((said.toll.victims for said in (one, other) if said.toll.victims != "unknown"), "unknown")
    return replace(chosen, toll=replace(chosen.toll, victims=victims))


def _without_parts(kept: list[_Said], new: list[_Said]) -> list[_Said]:
    """ "Eleven soldiers and 17 fighters were killed": parts where the text has told of 28 dead."""
    new = [said for said in new if not _is_sum(said, new)]
    parts = [said for said in new if said.toll.kind == "killed"]
    total = sum(said.toll.quantity.best or 0 for said in parts)
    if len(parts) < 2 or len({said.toll.victims for said in parts}) > 1:
        return new
    if any(said.toll.kind == "killed" and said.toll.quantity.best == total for said in kept):
        return [said for said in new if said.toll.kind != "killed"]
    return new


def _is_sum(total: _Said, new: list[_Said]) -> bool:
    """ "Seven were wounded: six soldiers and a civilian": the sum goes, as the sides say more."""
    rest = [said for said in new if said.toll.kind == total.toll.kind and said is not total]
    numbers = [said.toll.quantity.best or 0 for said in rest]
    sides = {said.toll.victims for said in rest}
    return total.toll.victims == "unknown" and len(sides) > 1 and sum(numbers) == total.toll.quantity.best


def _without_total(kept: list[_Said], new: list[_Said]) -> list[_Said]:
    """ "52 dead": drop it when the text goes on to count 50 fighters and two civilians."""
    sides = {(said.toll.kind, said.toll.victims) for said in new}
    split = {kind for kind, _ in sides if {(kind, "civilian"), (kind, "combatant")} <= sides}
    return [said for said in kept if said.toll.kind not in split or said.toll.victims not in {"unknown", "mixed"}]


def _without_headline(kept: list[_Said], new: list[_Said]) -> list[_Said]:
    """Drop a headline's number where the text tells the dead apart: "a soldier and two gunmen"."""
    apart = {one.toll.kind for one in new for other in new if one is not other and one.is_told_beside(other)}
    return [said for said in kept if not said.mention.title or said.toll.kind not in apart]


def _claim(scene: Scene, said: _Said) -> Claim:
    toll, number = said.toll, said.toll.quantity
    start, end = scene.reading.offsets(toll.first, toll.last)
    by = said.mention.source.mention.name if said.mention.source else None
    cumulative = said.mention.cumulative
    return Claim(toll.kind, toll.victims, number.low, number.best, number.high, cumulative, by, start, end)
