"""Which stretch of words tells one thing: sentences cut at كما، فيما، في حين …; titles, background, what is no news."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from syria_events.coding.arabic.words.cuts import ANSWERS, SUBORDINATE, is_sequel, parts
from syria_events.coding.arabic.words.furniture import is_bulletin, listed_lines, messages, news_end
from syria_events.coding.arabic.words.reading import Reading


@dataclass(frozen=True, slots=True)
class Clause:
    """Words [first, last) of sentence number `sentence`. `background`: told as what came before (وكانت … قد)."""

    first: int
    last: int
    sentence: int
    title: bool
    background: bool
    subordinate: bool = False
    """It opens with "while", "after": what it tells is not the news."""
    answered: bool = False
    """It opens with "in answer to" or "answered": what it tells is another side's deed than what stands beside it."""
    further: bool = False
    """It opens with "also", "meanwhile": what it tells comes on top of what stands before it."""
    item: int = 0
    """Which sentence of a bulletin, "حلب:: …", it is: each tells of its own; 0 in other texts."""
    message: bool = False
    """It stands in a message that the text embeds."""


def clauses(reading: Reading) -> Iterator[Clause]:
    """Yield the clauses that may tell news, in order, up to the headlines of other articles."""
    end = news_end(reading)
    told: list[str] = []
    bulletin = is_bulletin(reading)
    listed, embedded = listed_lines(reading), messages(reading)
    for number, sentence in enumerate(reading.sentences):
        if sentence.first >= end:
            return
        if sentence.line in listed:
            continue
        if any(hit.label == "caption" for hit in reading.between("text", sentence.first, sentence.last)):
            continue
        if not reading.between("triggers", sentence.first, sentence.last) and not reading.between(
            "tolls", sentence.first, sentence.last
        ):
            continue
        for first, last in parts(reading, sentence):
            if _is_told(told, " ".join(word for word in reading.words[first:last] if word.isalnum())):
                continue
            said = {hit.label for hit in reading.between("text", first, min(first + 9, last))}
            background = ("background" in said and "continuing" not in said) or is_sequel(reading, first)
            subordinate = reading.words[first] in SUBORDINATE
            title = sentence.line == 0
            answered = reading.words[first : first + 2] == ["ردا", "علي"] or reading.words[first] in ANSWERS
            background = background or (title and subordinate)
            further = any(hit.label == "further" for hit in reading.between("text", first, first + 1))
            item, message = number if bulletin else 0, sentence.line in embedded
            yield Clause(first, last, number, title, background, subordinate, answered, further, item, message)


def _is_told(told: list[str], words: str) -> bool:
    """Say whether a clause repeats one before it, as publishers repeat headlines and embed a message twice."""
    if any(words in other or (other in words and len(words) < 3 * len(other)) for other in told if len(other) > 20):
        return True
    told.append(words)
    return False
