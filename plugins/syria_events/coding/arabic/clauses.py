"""Which stretch of words tells one thing: sentences cut at كما، فيما، في حين …; titles, background, what is no news."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from syria_events.coding.arabic.lexicon import Found
from syria_events.coding.arabic.reading import Reading, Sentence

_LEAST_NEWS = 8
"""Words of a sentence before which no list of other articles begins: menus stand above the text, too."""
_REPEATED = 4
"""Words by which a headline is known again."""
_SHORT_LINE = 25
"""Words; related headlines below an article are shorter."""
_ANSWERS = frozenset({"ورد", "وردت", "وردوا", "فرد", "فردت", "ردت"})
_SUBORDINATE = frozenset(["ردا", "تزامنا", "بالتزامن", "بعد", "عقب", "وسط", "رغم", "قبل", "قبيل", "بعيد", "اثر"])


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
        for first, last in _parts(reading, sentence):
            if _is_told(told, " ".join(word for word in reading.words[first:last] if word.isalnum())):
                continue
            said = {hit.label for hit in reading.between("text", first, min(first + 9, last))}
            background = ("background" in said and "continuing" not in said) or _is_sequel(reading, first)
            subordinate = reading.words[first] in _SUBORDINATE
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
    """Lines of a list of other news: two or more that begin with day and hour ("2021/08/24 11:29 …")."""
    lines = {sentence.line for sentence in reading.sentences if sentence.line and _is_timed(reading, sentence)}
    return frozenset(lines) if len(lines) > 1 else frozenset()


def _is_timed(reading: Reading, sentence: Sentence) -> bool:
    head = reading.words[sentence.first : sentence.first + 8]
    return sum(word.isdecimal() for word in head) >= 5 and ":" in head and sentence.last - sentence.first > len(head)


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


def _parts(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, int]]:
    first = sentence.first
    seconds = _second_deeds(reading, sentence) | _repetitions(reading, sentence) | _after_setting(reading, sentence)
    for cut in sorted({*_cuts(reading, sentence), *seconds}):
        if cut in seconds or (_tells(reading, first, cut) and _tells(reading, cut, sentence.last)):
            yield first, cut
            first = cut
    yield first, sentence.last


def _cuts(reading: Reading, sentence: Sentence) -> set[int]:
    cuts = {hit.first for hit in reading.between("text", sentence.first + 1, sentence.last) if hit.label == "split"}
    cuts |= {at for at in range(sentence.first + 1, sentence.last) if _is_other_side(reading, sentence, at)}
    for hit in reading.between("triggers", sentence.first + 2, sentence.last):
        if hit.clitics in {"و", "ف"} and _is_verb(hit) and reading.words[hit.first - 1] == "،":
            cuts.add(hit.first)
    for position in range(sentence.first + 1, sentence.last):
        if (
            _is_sequel(reading, position)
            or reading.words[position] in {"؛", "|"}
            or (not sentence.line and _is_dash(reading, position))
            or reading.words[position : position + 2] == [".", "."]
        ):
            cuts.add(position)
    return cuts


def _is_sequel(reading: Reading, position: int) -> bool:
    """يأتي … بعد أسبوع من انفجار مماثل: the like of it that came before."""
    words = reading.words[position : position + 7]
    return words[:1] == ["بعد"] and words[2:3] == ["من"] and any(word.startswith("مماثل") for word in words[4:7])


def _after_setting(reading: Reading, sentence: Sentence) -> set[int]:
    """Where the news of a headline begins that opens with what came before: "بعد إخراجه من … .. غارة على …"."""
    if sentence.line or reading.words[sentence.first] not in _SUBORDINATE:
        return set()
    stops = (at for at in range(sentence.first, sentence.last) if reading.words[at : at + 2] == [".", "."])
    return set(next(([at] for at in stops), []))


def _repetitions(reading: Reading, sentence: Sentence) -> set[int]:
    """Where a headline begins again, as pages repeat it in their titles: after a sentence, too."""
    if sentence.line:
        return set()
    seen: set[tuple[str, ...]] = set()
    again = set()
    for position in range(sentence.last - _REPEATED + 1):
        words = tuple(reading.words[position : position + _REPEATED])
        if words in seen:
            again.add(position)
        seen.add(words)
    return {position for position in again if position - 1 not in again and position > sentence.first}


def _is_other_side(reading: Reading, sentence: Sentence, position: int) -> bool:
    """تزامنت الغارات مع قصف …: what comes after "with" is a deed of its own."""
    before = reading.words[max(position - 7, sentence.first) : position]
    return reading.words[position] == "مع" and any(word.lstrip("و").startswith("تزامن") for word in before)


def _second_deeds(reading: Reading, sentence: Sentence) -> set[int]:
    """Where a headline goes on to another happening: "النظام يقصف إدلب وغارة روسية بريف حماة"."""
    if sentence.line:
        return set()
    return {
        hit.first
        for hit in reading.between("triggers", sentence.first + 4, sentence.last - 3)
        if (hit.clitics == "و" or "و" in reading.words[hit.first - 2 : hit.first])
        and _tells(reading, hit.first, sentence.last)
    }


def _is_dash(reading: Reading, position: int) -> bool:
    """A dash between blanks, as headlines have it before the name of the publisher."""
    start, end = reading.spans[position]
    return (
        reading.words[position] in {"-", "–", "—"}
        and reading.folded.text[start - 1 : end + 1].isspace() is False
        and (reading.folded.text[start - 1] == " " == reading.folded.text[end : end + 1])
    )


def _is_verb(hit: Found) -> bool:
    return hit.entry.detail == "verb"


def _tells(reading: Reading, first: int, last: int) -> bool:
    return bool(reading.between("triggers", first, last))
