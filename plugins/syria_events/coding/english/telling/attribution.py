"""Who says so: the source that the words credit, and whether anybody contests it."""

from __future__ import annotations

from syria_events.coding.codebook import is_armed
from syria_events.coding.english.actors.named_actors import Named
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.words.lexicon import Hit
from syria_events.model import Attribution

_REACH = 8
_HEAD, _APPOSITION = 3, 16
"""Words in which the subject of a sentence begins, and that may lie between it and its verb."""
_WATCHERS = frozenset({"NGO", "JRN"})
_OFFICES = frozenset({"ministry", "military", "officials", "army", "media", "television", "minister", "president"})
_PREPOSITIONS = frozenset({"in", "on", "at", "near", "against", "that", "about"})
_COUNTS = frozenset({"figure", "figures", "number", "numbers", "toll", "count", "tally"})
"""What somebody may reject without saying that it did not happen: "a figure that the army denied"."""
_BESIDE = 4
_WITNESSES = frozenset({"activists", "residents", "witnesses", "locals", "medics", "doctors", "rescuers"})


def speaker(scene: Scene, first: int, last: int) -> Named | None:
    """Return the actor that words [first, last) credit: before or after "said", after "according to".

    Monitors and media stand before parties to the conflict, who must stand right beside the verb.
    """
    for cue in scene.found("cues", first, last):
        if cue.entry.label != "source":
            continue
        near = scene.actors_in(max(first, cue.first - _REACH), min(last, cue.last + _REACH))
        watchers = [named for named in near if named.mention.sector in _WATCHERS and not _is_told(scene, named)]
        beside = [named for named in near if _may_speak(scene, named) and _is_beside(scene, named, cue)]
        chosen = min(
            watchers or beside, key=lambda named: (_is_unnamed(named), abs(named.first - cue.first)), default=None
        )
        if chosen:
            return chosen
        subject = _subject(scene, first, cue)
        if subject:
            return subject
    return None


def _is_unnamed(named: Named) -> bool:
    """Whether it is "a war monitor" and not its name."""
    return named.mention.kind == "generic"


def _subject(scene: Scene, first: int, cue: Hit) -> Named | None:
    """Who stands at the head of a sentence and speaks after an apposition: "Civil Defence, a rescue service, said"."""
    found = scene.actors_in(first, first + _HEAD)
    if not found or not _may_speak(scene, found[0]) or not 0 < cue.first - found[0].last <= _APPOSITION:
        return None
    between = (found[0].last, cue.first)
    told = any(hit.entry.part == "verb" for table in ("triggers", "harm") for hit in scene.found(table, *between))
    return None if told else found[0]


def _is_told(scene: Scene, named: Named) -> bool:
    """Whether a medium only heard it: "told AFP", "told a Reuters photographer"."""
    before = scene.reading.words[max(0, named.first - 3) : named.first]
    return named.mention.sector == "JRN" and "told" in before and named.mention.actor_id != "sohr"


def _may_speak(scene: Scene, named: Named) -> bool:
    """Parties by name, and witnesses; "fighters" and "militants" are spoken of."""
    if named.mention.kind == "generic":
        office = not _OFFICES.isdisjoint(named.mention.name.lower().split())
        return office or named.mention.name.lower() in _WITNESSES or named.mention.sector in {"GOV", "IGO"}
    return named.mention.kind == "name" or not _OFFICES.isdisjoint(scene.reading.words[named.last : named.last + 2])


def _is_beside(scene: Scene, named: Named, cue: Hit) -> bool:
    if 0 <= cue.first - named.last <= 3:
        return True
    after = named.first - cue.last
    return 0 <= after <= 2 and not _PREPOSITIONS.intersection(scene.reading.words[cue.last : named.first])


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


def is_denied(scene: Scene, first: int, last: int) -> bool:
    """Whether words [first, last) tell that somebody contests what is reported; not only how many it hit."""
    cue = scene.cue("denial", first, last)
    words = scene.reading.words
    if cue is None or words[cue.first : cue.first + 2] == ("no", "comment"):
        return False
    beside = (*words[max(first, cue.first - _BESIDE) : cue.first], *words[cue.last : cue.last + _BESIDE])
    return _COUNTS.isdisjoint(beside)
