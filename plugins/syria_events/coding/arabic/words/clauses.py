"""Which stretch of words tells one thing: sentences cut at كما، فيما، في حين …; titles, background, what is no news."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from syria_events.coding.arabic.words.cuts import SUBORDINATE, is_sequel, parts
from syria_events.coding.arabic.words.reading import Reading, Sentence

_LEAST_NEWS = 8
"""Words of a sentence before which no list of other articles begins: menus stand above the text, too."""
_SHORT_LINE = 25
"""Words; related headlines below an article are shorter."""
_ANSWERS = frozenset({"ورد", "وردت", "وردوا", "فرد", "فردت", "ردت"})


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


def clauses(reading: Reading) -> Iterator[Clause]:
    """Yield the clauses that may tell news, in order, up to the headlines of other articles."""
    end = news_end(reading)
    told: list[str] = []
    listed = _listed_lines(reading)
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
            answered = reading.words[first : first + 2] == ["ردا", "علي"] or reading.words[first] in _ANSWERS
            yield Clause(first, last, number, title, background or (title and subordinate), subordinate, answered)


def news_end(reading: Reading) -> int:
    """Return the word at which a list of other articles begins: a short line of its own that announces it."""
    for hit in reading.found.get("text", ()):
        if hit.label != "related":
            continue
        begins = hit.first == 0 or reading.words[hit.first - 1] == "\n"
        ends = "\n" in reading.words[hit.last : hit.last + 3] or hit.last >= len(reading.words) - 1
        told = any(s.line and s.last <= hit.first and s.last - s.first > _LEAST_NEWS for s in reading.sentences)
        if begins and ends and told:
            return hit.first
    return _tail_from(reading)


def _listed_lines(reading: Reading) -> frozenset[int]:
    """Lines of a list of other news: two or more that begin with day and hour ("2021/08/24 11:29 …").

    Or three or more, each of which has a date as the next line.
    """
    lines = {sentence.line for sentence in reading.sentences if sentence.line and _is_timed(reading, sentence)}
    dated = {s.line - 1 for s in reading.sentences if s.line > 1 and _is_date_line(reading, s)}
    return frozenset(lines if len(lines) > 1 else ()) | frozenset(dated if len(dated) > 2 else ())


def _is_timed(reading: Reading, sentence: Sentence) -> bool:
    head = reading.words[sentence.first : sentence.first + 8]
    return sum(word.isdecimal() for word in head) >= 5 and ":" in head and sentence.last - sentence.first > len(head)


def _is_date_line(reading: Reading, sentence: Sentence) -> bool:
    """الثلاثاء 2025/03/18: a line of its own, with a weekday or without."""
    words = reading.words[sentence.first : sentence.last]
    numbers = [word for word in words if word.isdecimal()]
    ends = reading.words[sentence.last : sentence.last + 1] in ([], ["\n"])
    return ends and len(numbers) == 3 and len(words) <= 6 and any(len(word) == 4 for word in numbers)


def _tail_from(reading: Reading) -> int:
    """Return the word after the last paragraph, if two or more short lines without a full stop follow it to the end."""
    lines: dict[int, list[Sentence]] = {}
    for sentence in reading.sentences:
        lines.setdefault(sentence.line, []).append(sentence)
    ordered = sorted(lines)
    kept = len(ordered)
    while kept and not _is_paragraph(reading, lines[ordered[kept - 1]]):
        kept -= 1
    if kept < 1 or len(ordered) - kept < 2 or ordered[kept - 1] == 0:
        return len(reading.words)
    return lines[ordered[kept]][0].first


def _is_paragraph(reading: Reading, line: list[Sentence]) -> bool:
    last = line[-1].last
    return last - line[0].first > _SHORT_LINE or reading.words[last : last + 1] == ["."]


def _is_told(told: list[str], words: str) -> bool:
    """Say whether a clause repeats one before it, as publishers repeat headlines and embed a message twice."""
    if any(words in other or (other in words and len(words) < 3 * len(other)) for other in told if len(other) > 20):
        return True
    told.append(words)
    return False
