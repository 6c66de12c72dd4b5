"""Whom the article credits: "قال المرصد …", "بحسب الدفاع المدني", and whether somebody contests it."""

from __future__ import annotations

from syria_events.coding.arabic.lexicon import Found
from syria_events.coding.arabic.reading import Reading
from syria_events.model import Attribution

_DENIAL = frozenset({"نفي", "نفت", "تنفي", "ينفي", "نفيها", "نفيه"})
_SPECIFIC = ("monitor", "rescuer", "party", "agency", "local")


def speakers(reading: Reading, first: int, last: int) -> list[Found]:
    """Return the sources credited in the words [first, last): those within three words of a word of saying."""
    said = {
        position
        for hit in reading.between("cues", first, last)
        if hit.entry.detail == "speaker"
        for position in range(hit.first - 3, hit.last + 5)
    }
    return [hit for hit in reading.between("sources", first, last) if said & set(range(hit.first, hit.last))]


def attribution(reading: Reading, found: list[Found], *, by_party: bool) -> Attribution | None:
    """Return the credit of a report from the sources found in its clauses, the first of the most telling kind."""
    if not found:
        return None
    best = min(found, key=lambda hit: (_SPECIFIC.index(hit.label), hit.first))
    name = reading.quote(best.first, best.last)[len(best.clitics) :]
    distinct = {
        hit.entry.fields["forms"] + reading.words[hit.first] for hit in found if hit.label in {"monitor", "rescuer"}
    }
    if by_party and best.label == "party":
        return Attribution(name, "claimed")
    return Attribution(name, "confirmed" if len(distinct) > 2 else "stated")


def is_denied(reading: Reading, first: int, last: int) -> bool:
    """Say whether somebody denies what the words before tell."""
    return any(word.lstrip("وف") in _DENIAL for word in reading.words[first:last])
