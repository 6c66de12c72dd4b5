"""From tolls to the codebook's claims."""

from __future__ import annotations

from dataclasses import replace

from syria_events.coding.arabic.mention import Mention
from syria_events.coding.arabic.merging.group import Group
from syria_events.coding.arabic.scene import Scene
from syria_events.coding.arabic.telling.attribution import credited
from syria_events.coding.arabic.tolls.toll import Toll
from syria_events.model import Claim


def claims(scene: Scene, group: Group) -> tuple[Claim, ...]:
    """One claim per kind and victims: what a count has risen to, else the first; others fill what it left open."""
    claims: list[Claim] = []
    hurt = any(toll.quantity and toll.quantity.best != 0 for mention in group.mentions for toll in mention.tolls)
    told = [(mention, toll) for mention in group.mentions for toll in mention.tolls]
    for mention, toll in sorted(told, key=lambda pair: not pair[1].risen):
        if toll.quantity is None or (toll.quantity.best == 0 and hurt):
            continue
        if mention.clause.title and any(_counts_him_too(toll, other) for _, other in told):
            continue
        claim = _claim(scene, mention, toll)
        if not _known(claims, claim):
            claims.append(claim)
    counted = {claim.kind for claim in claims if claim.best is not None}
    return tuple(claim for claim in claims if claim.best is not None or claim.high or claim.kind not in counted)


def _counts_him_too(toll: Toll, other: Toll) -> bool:
    """The one fighter whom a headline names is among the seven whom the text counts."""
    if toll.quantity is None or other.quantity is None or toll.kind != other.kind or other.cumulative:
        return False
    one = toll.quantity.best == 1 and toll.victims == "combatant"
    return one and (other.quantity.best or 0) > 1 and other.victims in {"unknown", "combatant", "mixed"}


def _claim(scene: Scene, mention: Mention, toll: Toll) -> Claim:
    assert toll.quantity is not None
    start, end = scene.reading.offsets(toll.first, toll.last)
    return Claim(
        toll.kind,
        toll.victims,
        toll.quantity.low,
        toll.quantity.best,
        toll.quantity.high,
        toll.cumulative,
        credited(scene.reading, mention.sources),
        start,
        end,
    )


def _is_told_better(other: Claim, claim: Claim) -> bool:
    """More than "more than 30" is 32, and whom a headline names may be one of seven."""
    if other.best is None or claim.best is None or claim.best < other.best or claim.high is None:
        return False
    same = other.victims == claim.victims or "unknown" in {other.victims, claim.victims}
    return same and (other.high is None)


def _known(claims: list[Claim], claim: Claim) -> bool:
    """A claim of the same kind about the same people, or about people the text had not yet told apart."""
    for index, other in enumerate(claims):
        if other.kind != claim.kind or other.cumulative != claim.cumulative:
            continue
        if other.best is None and claim.best is not None:
            continue
        if _is_told_better(other, claim):
            claims[index] = claim
            return True
        if other.victims == claim.victims:
            return True
        if "unknown" in {other.victims, claim.victims}:
            if other.victims == "unknown" and other.best == claim.best:
                claims[index] = replace(other, victims=claim.victims)
            return True
    return False
