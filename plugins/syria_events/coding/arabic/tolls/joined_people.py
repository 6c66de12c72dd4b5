"""People joined by و: "طفل وامرأة" are two."""

from __future__ import annotations

from syria_events.coding.arabic.tolls.people import Victims, person_at
from syria_events.coding.arabic.words.quantities import Quantity, quantity_at
from syria_events.coding.arabic.words.reading import Reading


def with_joined(reading: Reading, victims: Victims, end: int) -> Victims:
    """Add what is joined by و: "طفل وامرأة" are two; a noun without a number adds nothing."""
    quantity, last = victims.quantity, victims.last
    kinds = {victims.victims}
    last = _past_force(reading, _past_adjective(reading, last, end), end) if quantity else last
    while (
        quantity and last < end and reading.words[last].startswith("و") and not reading.between("tolls", last, last + 1)
    ):
        start = last + (reading.words[last] == "و")
        added = quantity_at(reading, start, end)
        noun_at = added.last if added else start
        person = person_at(reading, noun_at) if noun_at < end else None
        if person is None or (not added and person.label == "n") or reading.at["tolls"].get(noun_at):
            break
        more = added.best if added else int(person.label)
        if more is None or quantity.best is None:
            break
        quantity = Quantity(
            None if quantity.low is None else quantity.low + more,
            quantity.best + more,
            None if quantity.high is None else quantity.high + more,
            quantity.first,
            person.last,
        )
        kinds.add(person.entry.detail)
        last = person.last
    kinds -= {"unknown"}
    kind = victims.victims if not kinds else kinds.pop() if len(kinds) == 1 else "mixed"
    return Victims(quantity, kind, victims.first, max(last, victims.last), victims.least)


def _past_force(reading: Reading, position: int, end: int) -> int:
    """عنصر من الأمن ومدني: past the force whose man stands before another person."""
    if position >= end or reading.words[position] not in {"من", "في", "لدي", "ب"}:
        return position
    for following in range(position + 2, min(position + 6, end)):
        word = reading.words[following]
        if word.startswith("و") and len(word) > 1:
            counted = person_at(reading, following)
            return following if counted and counted.label in "12" and counted.clitics == "و" else position
        if not word.isalpha():
            return position
    return position


def _past_adjective(reading: Reading, position: int, end: int) -> int:
    """جنديان أميركيان ومترجم: past the adjective that stands before another person."""
    if position + 1 >= end or reading.words[position].startswith("و"):
        return position
    following = reading.words[position + 1]
    ends = reading.words[position].endswith(("ان", "ين", "ون", "يه", "ي"))
    return position + 1 if ends and following.startswith("و") and person_at(reading, position + 1) else position
