"""Tolls: how many were killed, injured, missing, detained or displaced, as claims of the codebook."""

from __future__ import annotations

from dataclasses import replace

from syria_events.coding.arabic.tolls.company import with_company
from syria_events.coding.arabic.tolls.counts import counted
from syria_events.coding.arabic.tolls.denied_tolls import is_denied
from syria_events.coding.arabic.tolls.mixed_tolls import follows_subject, is_mixed
from syria_events.coding.arabic.tolls.people import is_part
from syria_events.coding.arabic.tolls.toll import Toll, toll_of
from syria_events.coding.arabic.tolls.toll_context import died_of_it, is_aside
from syria_events.coding.arabic.tolls.victims import victims_after, victims_before
from syria_events.coding.arabic.words.lexicon import Found
from syria_events.coding.arabic.words.quantities import Quantity, exactly
from syria_events.coding.arabic.words.reading import Reading

_RANK = ("one", "two", "some", "count", "passive", "intransitive", "transitive", "noun", "active")
"""Readings of one form, the one to try first first."""
_PRONOUNS = {
    "one": lambda head: exactly(1, head.first, head.last),
    "two": lambda head: exactly(2, head.first, head.last),
    "some": lambda head: Quantity(3, None, None, head.first, head.last),
}
"""مقتله, مقتلهما, مقتلهم: those told of before, counted by the pronoun."""


def tolls(reading: Reading, first: int, last: int) -> list[Toll]:
    """Return the tolls stated in the words [first, last), by place; parts of a toll are left out."""
    found: list[Toll] = []
    taken: set[int] = set()
    for hit in reading.between("text", first, last):
        if hit.label == "nobody" and reading.words[hit.last : hit.last + 1] != ["اخري"]:
            found.append(Toll("killed", exactly(0, hit.first, hit.last), "unknown", hit.first, hit.last))
            taken.update(range(hit.first, hit.last))
    heads = sorted(reading.between("tolls", first, last), key=lambda hit: (hit.first, _RANK.index(hit.entry.detail)))
    for head in heads:
        if head.first in taken or is_denied(reading, head) or is_mixed(reading, head, last):
            continue
        toll = _toll(reading, head, first, last)
        if toll and not taken & set(range(toll.first, toll.last)):
            taken.update(range(toll.first, toll.last))
            found.append(toll)
    return _with_totals(reading, sorted(found, key=lambda toll: toll.first), first, last)


def _with_totals(reading: Reading, found: list[Toll], first: int, last: int) -> list[Toll]:
    """Mark the tolls that count over a longer time: the one before the words that say so, or all that follow them."""
    for hit in reading.between("cues", first, last):
        if (
            hit.label != "realis"
            or hit.entry.detail != "cumulative"
            or is_aside(reading, hit, [toll.last for toll in found])
        ):
            continue
        before = [toll for toll in found if toll.first < hit.first]
        chosen = before[-1:] or found
        found = [replace(toll, cumulative=toll.cumulative or toll in chosen) for toll in found]
    return found


def _toll(reading: Reading, head: Found, first: int, last: int) -> Toll | None:
    if (is_part(reading, head.first - 1) or is_part(reading, head.first - 2)) and not follows_subject(reading, head):
        return None
    part = head.entry.detail
    if part in _PRONOUNS and died_of_it(reading, head, first):
        return None
    if part in _PRONOUNS:
        said = victims_after(reading, head.last, last, 2)
        if part == "one" and said and said.quantity:
            return toll_of(head, said)
        return Toll(head.label, _PRONOUNS[part](head), "unknown", head.first, head.last)
    if part == "count":
        return counted(reading, head, first, last)
    if part == "active":
        return _object(reading, head, last)
    if part == "transitive":
        return _by_somebody(reading, head, last)
    nearby = (*reading.between("text", max(head.first - 2, first), head.first), *reading.at["text"].get(head.last, ()))
    if any(hit.label == "perpetrator" for hit in nearby) and (done := _by_somebody(reading, head, last)):
        return done
    victims = victims_after(reading, head.last, last)
    distance = victims.first - head.last if victims else 99
    if part != "noun" and distance > (0 if follows_subject(reading, head) else 3):
        victims = victims_before(reading, head.first, first) or victims
    return toll_of(head, with_company(reading, victims, last)) if victims else _one_told_before(reading, head)


def _one_told_before(reading: Reading, head: Found) -> Toll | None:
    """الذي اغتيل مساء أمس: he of whom the text has just told."""
    if head.entry.detail not in {"passive", "intransitive"} or reading.words[head.first - 1] not in {"الذي", "التي"}:
        return None
    if reading.words[head.first].endswith(("ا", "وا", "ن")):
        return None
    return Toll(head.label, exactly(1, head.first, head.last), "unknown", head.first, head.last)


def _object(reading: Reading, head: Found, last: int) -> Toll | None:
    """أودى بحياة ستة، راح ضحيتها 13 مدنيا; "خلف قتيلين" is told by the noun that counts."""
    if head.first + 1 == head.last and not any(
        hit.entry.detail == "count" for hit in reading.between("tolls", head.last, min(head.last + 5, last))
    ):
        if reading.words[head.first].lstrip("و") not in {"حصد", "حصدت", "يحصد", "تحصد", "بحياه", "بارواح"}:
            return None
    elif head.first + 1 == head.last:
        return None
    victims = victims_after(reading, head.last, last, 5)
    return toll_of(head, victims) if victims else None


def _by_somebody(reading: Reading, head: Found, last: int) -> Toll | None:
    """قتل مجهولون مدنيا: past whoever did it to whom it was done."""
    start = head.last
    for hit in reading.between("text", start, min(start + 2, last)):
        if hit.label == "perpetrator":
            start = hit.last
    victims = victims_after(reading, start, last)
    return toll_of(head, with_company(reading, victims, last)) if victims else None
