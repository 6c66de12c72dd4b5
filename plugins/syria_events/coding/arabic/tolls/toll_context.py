"""What stands beside a toll and tells how to take it: a rising count, a deadly wound, the wounded beside the dead."""

from __future__ import annotations

from syria_events.coding.arabic.words.lexicon import Found
from syria_events.coding.arabic.words.reading import Reading
from syria_events.coding.arabic.words.wordsets import wordset

_OF = wordset("toll_context.of")
_HOUSED = 4
"""Words before the displaced in which a camp is said to hold them."""
_ASIDE = 5
"""Words in which a relative clause of its own names a span of time."""


def is_apart(reading: Reading, head: Found, position: int) -> bool:
    """16 قتيلا بينهم خمسة أطفال و18 جريحا: the wounded are no part of the dead."""
    before = reading.between("tolls", max(position - 4, 0), position)
    return head.label == "injured" and any(
        hit.label == "killed" and "تيل" in reading.words[hit.first] for hit in before
    )


def has_risen(reading: Reading, position: int) -> bool:
    """ارتفعت الحصيلة … إلى عشرة قتلى."""
    before = reading.words[max(position - 20, 0) : position]
    return before[-1:] == ["الي"] and any("رتفع" in word or "رتفاع" in word for word in before)


def died_of_it(reading: Reading, head: Found, first: int) -> bool:
    """توفي … جراء إصابته: the wound of somebody who is among the dead."""
    if head.label != "injured" or reading.words[head.first - 1] not in _OF:
        return False
    before = reading.between("tolls", max(first, head.first - 10), head.first)
    return any(hit.label == "killed" for hit in before)


def is_aside(reading: Reading, span: Found, ends: list[int]) -> bool:
    """أصيبت امرأة …، في إطار التصعيد الذي تشهده المنطقة منذ أشهر: how long something else goes on, behind a comma.

    `ends` are the words after which the tolls of the clause end.
    """
    before = reading.words[max(span.first - _ASIDE, 0) : span.first]
    return any(word in {"الذي", "التي"} for word in before) and all(
        end < span.first - _ASIDE and "،" in reading.words[end : span.first] for end in ends
    )


def lives_there(reading: Reading, head: Found) -> bool:
    """مخيم يضم آلاف النازحين: those who were displaced before."""
    before = reading.between("text", max(head.first - _HOUSED, 0), head.first)
    return head.label == "displaced" and any(hit.label == "houses" for hit in before)
