"""Dead and wounded told in one number, which is no claim about either."""

from __future__ import annotations

from syria_events.coding.arabic.tolls.people import person_at
from syria_events.coding.arabic.tolls.victims import victims_before
from syria_events.coding.arabic.words.lexicon import Found
from syria_events.coding.arabic.words.reading import Reading


def is_mixed(reading: Reading, head: Found, last: int) -> bool:
    """Dead and wounded in one number: "40 بين قتيل وجريح", "7 شهداء وجرحى", "مقتل وإصابة 5"."""
    if any(
        hit.label == "mixed" for hit in reading.between("numbers", max(head.first - 6, 0), min(head.first + 6, last))
    ):
        return True
    if follows_subject(reading, head) and _stands_with_another(reading, head):
        return True
    subject = victims_before(reading, head.first, max(head.first - 5, 0), 5) if head.entry.detail != "count" else None
    if subject and subject.quantity and (subject.last >= head.first - 3 or follows_subject(reading, head)):
        return False
    return _mixes(reading, head, head.last) or _mixes(reading, head, head.first - 1)


def _mixes(reading: Reading, head: Found, position: int) -> bool:
    """Say whether the word at `position` joins the other of killed and injured to the head, neither with its number."""
    for hit in reading.at["tolls"].get(position, ()):
        first, second = (head, hit) if position > head.first else (hit, head)
        if follows_subject(reading, first):
            continue
        same_part = hit.entry.detail == head.entry.detail
        if {hit.label, head.label} == {"killed", "injured"} and same_part and second.clitics.startswith("و"):
            return not (head.entry.detail == "count" and (_single(reading, head) or _single(reading, hit)))
    return False


def _stands_with_another(reading: Reading, head: Found) -> bool:
    """استشهدوا وأصيبوا: two verbs of one subject and one number."""
    near = (*reading.at["tolls"].get(head.last, ()), *reading.at["tolls"].get(head.first - 1, ()))
    return any(
        {hit.label, head.label} == {"killed", "injured"}
        and follows_subject(reading, hit)
        and max(hit, head, key=lambda one: one.first).clitics.startswith("و")
        for hit in near
    )


def _single(reading: Reading, hit: Found) -> bool:
    """A singular or dual has its number in itself: قتيل وجريحان."""
    person = person_at(reading, hit.first)
    return person is not None and person.label in "12"


def follows_subject(reading: Reading, head: Found) -> bool:
    """قتلوا, استشهدا: a plural or dual verb follows its subject."""
    word = reading.words[head.first]
    return word.endswith(("وا", "تا")) or (word.endswith("ا") and len(word) > 3)
