"""How many: quantities in English words and digits, with their hedges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from syria_events.coding.english.words.wordsets import wordset

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS = {word: number for number, word in enumerate(_ONES.split(), 1)} | {
    word: 10 * number for number, word in enumerate(_TENS.split(), 2)
}
VAGUE = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 1_000_000}
"""Codebook, rule 7: tens 10, dozens 12, hundreds 100; low and best, no high."""
_ONE = frozenset({"a", "an", "another"})
_MULTIPLES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
_SHARES = (
    (("half", "a", "million"), 500_000),
    (("a", "quarter", "of", "a", "million"), 250_000),
    (("quarter", "of", "a", "million"), 250_000),
)
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_LEAST = (
    *(("at", "least"), ("more", "than"), ("no", "less", "than"), ("no", "fewer", "than"), ("not", "less", "than")),
    *(
        ("as", "many", "as", "at", "least"),
        ("well", "over"),
        ("over",),
        ("upwards", "of"),
        ("minimum", "of"),
        ("above",),
    ),
)
_ABOUT = (
    *(("about",), ("around",), ("some",), ("nearly",), ("almost",), ("roughly",), ("approximately",), ("close", "to")),
    *(("an", "estimated"), ("estimated",), ("approx",), ("approx."), ("circa",)),
)
_MOST = (("up", "to"), ("as", "many", "as"), ("at", "most"), ("a", "maximum", "of"))
_ORDINALS = frozenset({"third", "fourth", "fifth", "sixth", "seventh"})
_AFTER_ORDINAL = wordset("numbers.after_ordinal") | {".", ","}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at words [first, last), its hedge included. Null bounds are open (codebook, rule 7 and rulings)."""

    first: int
    last: int
    low: int | None
    best: int | None
    high: int | None
    vague: bool = False
    """It is a word such as "dozens"."""
    article: bool = False
    """It is only `a`, `an` or `another`: a number before a person, nothing else."""
    implicit: bool = False
    """No number stands there, only a singular noun."""
    unspecified: bool = False
    """It is "several", "a number of" or only "others"."""


def quantity_at(words: Sequence[str], position: int, end: int) -> Quantity | None:
    """Return the quantity whose number begins at word `position`, looking no further than `end`; null for none."""
    if _is_one_more(words, position, end):
        return Quantity(position, position + 2, 1, 1, 1)
    number = _number(words, position, end)
    if number is None:
        return None
    value, last, vague = number
    if last + 1 < end and words[last] in {"to", "or", "and", "-"} and not vague:
        upper = _range_end(words, position, last, end, value)
        if upper:
            return Quantity(upper[2], upper[1], value, value, upper[0])
    first, hedge = _hedge(words, position)
    low: int | None = value
    best: int | None = value
    high: int | None = value
    if vague or hedge == "least":
        high = None
    elif hedge == "about":
        low = high = None
    elif hedge == "most":
        low = best = None
    return Quantity(first, last, low, best, high, vague, words[position] in _ONE and last == position + 1)


def _is_one_more(words: Sequence[str], position: int, end: int) -> bool:
    """Whether "a third", "a fourth" begins at a word and is one person more, not a share or the third of something."""
    if words[position] != "a" or position + 1 >= end or words[position + 1] not in _ORDINALS:
        return False
    return position + 2 >= end or words[position + 2] in _AFTER_ORDINAL


def unspecified_at(words: Sequence[str], position: int, end: int) -> Quantity | None:
    """Return "several", "a number of" or "others" at a word as a quantity: three or more; null for none.

    "Many" are more than that, and no number. Three is how ACLED counts "several" and "a few" (its codebook's rule for
    unspecified small numbers).
    """
    word = words[position]
    if word == "others" and words[position - 1 : position] != ("many",):
        last = position
    elif word in _SEVERAL and words[position + 1 : position + 2] not in _NO_PEOPLE:
        last = position + 1
    elif word == "a" and tuple(words[position + 1 : position + 3]) in {("number", "of"), ("few", "other")}:
        last = position + 3
    else:
        return None
    return Quantity(position, last, 3, 3, None, vague=True, unspecified=True) if last < end else None


_SEVERAL = frozenset({"several", "multiple", "numerous"})
_NO_PEOPLE = frozenset({("dozen",), ("hundred",), ("thousand",), ("of",)})


def _range_end(words: Sequence[str], position: int, last: int, end: int, value: int) -> tuple[int, int, int] | None:
    """The upper bound of "12 to 15", "between 12 and 15": (value, last, first)."""
    between = position > 0 and words[position - 1] in {"between", "from"}
    if words[last] == "and" and not between:
        return None
    upper = _number(words, last + 1, end)
    if upper is None or upper[2] or upper[0] <= value or upper[0] > 20 * value or words[last + 1] in {"a", "an"}:
        return None
    return upper[0], upper[1], position - between


def _hedge(words: Sequence[str], position: int) -> tuple[int, str]:
    for name, phrases in (("least", _LEAST), ("about", _ABOUT), ("most", _MOST)):
        for phrase in phrases:
            first = position - len(phrase)
            if first >= 0 and tuple(words[first:position]) == tuple(phrase):
                return first, name
    return position, ""


def _number(words: Sequence[str], position: int, end: int) -> tuple[int, int, bool] | None:
    """The number that begins at a word: (value, end, whether it is a vague plural)."""
    if position >= end:
        return None
    word = words[position]
    for share, value in _SHARES:
        if tuple(words[position : position + len(share)]) == share:
            return value, position + len(share), False
    if word in VAGUE:
        return _vague(words, position, end)
    if word == "several" and position + 1 < end and words[position + 1] in {"dozen", "hundred", "thousand"}:
        return _MULTIPLES[words[position + 1]], position + 2, True
    value = _simple(word)
    if value is None:
        return None
    last = position + 1
    if last < end and words[last] in _MULTIPLES:
        total = int(value * _MULTIPLES[words[last]])
        if words[last] in {"hundred", "thousand"} and last + 2 < end and words[last + 1] == "and":
            rest = _simple(words[last + 2])
            if rest is not None and rest < 100 and words[last + 2] not in {"a", "an"}:
                return total + int(rest), last + 3, False
        return total, last + 1, False
    return int(value), last, False


def _vague(words: Sequence[str], position: int, end: int) -> tuple[int, int, bool]:
    """Dozens; "tens of thousands" is 10 000, "hundreds of thousands" 100 000."""
    value = VAGUE[words[position]]
    if position + 2 < end and words[position + 1] == "of" and words[position + 2] in VAGUE:
        return value * VAGUE[words[position + 2]], position + 3, True
    return value, position + 1, True


def _simple(word: str) -> float | None:
    if word in _ONE:
        return 1
    if word in WORDS:
        return WORDS[word]
    if "-" in word:
        tens, _, ones = word.partition("-")
        if tens in WORDS and WORDS[tens] >= 20 and ones in WORDS and WORDS[ones] < 10:
            return WORDS[tens] + WORDS[ones]
    if _DIGITS.fullmatch(word):
        return float(word.replace(",", ""))
    return None
