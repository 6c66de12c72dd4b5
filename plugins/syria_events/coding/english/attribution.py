"""Who says so: the source that the words credit, and whether anybody contests it."""

from __future__ import annotations

from syria_events.coding.codebook import is_armed
from syria_events.coding.english.scene import Named, Scene
from syria_events.model import Attribution

_REACH = 8


def speaker(scene: Scene, first: int, last: int) -> Named | None:
    """Return the actor that words [first, last) credit: before or after "said", after "according to"."""
    cue = scene.cue("source", first, last)
    while cue:
        near = [named for named in scene.actors_in(max(first, cue.first - _REACH), min(last, cue.last + _REACH))]
        told = [named for named in near if named.mention.sector in {"NGO", "JRN"} or named.mention.kind != "adjective"]
        speakers = [
            named for named in told if named.mention.sector in {"NGO", "JRN", "GOV", "MIL", "IGO", "UNO", "UAF", "REB"}
        ]
        watchers = [named for named in speakers if named.mention.sector in {"NGO", "JRN"}]
        chosen = min(watchers or speakers, key=lambda named: abs(named.first - cue.first), default=None)
        if chosen:
            return chosen
        cue = scene.cue("source", cue.last, last)
    return None


def attribution(scene: Scene, sources: list[Named], denied: bool) -> Attribution | None:
    """Return whom the article credits for a report as a whole; a party's own word is a claim."""
    if not sources:
        return None
    first = sources[0]
    names = {named.mention.actor_id for named in sources}
    status = "claimed" if is_armed(first.group) else "stated"
    if denied:
        status = "denied"
    elif len(names) > 1 and status == "stated":
        status = "confirmed"
    return Attribution(first.mention.name, status)
