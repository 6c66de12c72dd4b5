"""Victims of whom nothing is known: "دون ورود أنباء عن إصابات" claims neither some nor none."""

from __future__ import annotations

from syria_events.coding.arabic.words.lexicon import Found
from syria_events.coding.arabic.words.reading import Reading
from syria_events.coding.arabic.words.wordsets import wordset

_REACH = 7
_DENIALS = wordset("denied_tolls.denials")
_BETWEEN = wordset("denied_tolls.between")
"""Words, without their article, that may stand between a denial and the toll that it denies."""


def is_denied(reading: Reading, head: Found) -> bool:
    """دون ورود أنباء عن إصابات, لم ترد معلومات عن سقوط ضحايا: a toll that is only said not to be known."""
    for position in range(head.first - 1, max(head.first - _REACH, -1), -1):
        word = reading.words[position]
        if word in _DENIALS or word.lstrip("و") in _DENIALS:
            return True
        if word.removeprefix("ال") not in _BETWEEN:
            return False
    return False
