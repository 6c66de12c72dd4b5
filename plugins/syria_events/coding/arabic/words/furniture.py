"""Lines of a page that are no news of its article: lists of other articles, links between paragraphs, messages."""

from __future__ import annotations

from syria_events.coding.arabic.words.reading import Reading, Sentence

_LEAST_NEWS = 8
"""Words of a sentence before which no list of other articles begins: menus stand above the text, too."""
_SHORT_LINE = 25
"""Words; related headlines below an article are shorter."""
_LEAST_LINK = 3
_LONGEST_MESSAGE = 4
"""Lines of an embedded message."""
_DASHES = frozenset({"-", "–", "—"})
_SIGNS = _DASHES | {"•", "*", ":"}
_FEW = 2
"""How many lines may stand together between two paragraphs and still be links, no list that the text announces."""

Lines = dict[int, list[Sentence]]


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
    return _tail_from(reading, _by_line(reading))


def listed_lines(reading: Reading) -> frozenset[int]:
    """Lines of other news: two or more that begin with day and hour ("2021/08/24 11:29 …") or break off with dots.

    Or three or more, each of which has a date as the next line, or which stand in the text twice; and links between
    the paragraphs of the text.
    """
    lines = _by_line(reading)
    timed = {sentence.line for sentence in reading.sentences if sentence.line and _is_timed(reading, sentence)}
    dated = {s.line - 1 for s in reading.sentences if s.line > 1 and _is_date_line(reading, s)}
    broken = {number for number, line in lines.items() if number and _breaks_off(reading, line)}
    groups = ((timed, 2), (dated, 3), (broken, 2), (_repeated(reading, lines), 3))
    listed = {number for group, least in groups if len(group) >= least for number in group}
    return frozenset(listed | _links(reading, lines))


def is_bulletin(reading: Reading) -> bool:
    """Say whether a text tells the news of several provinces in lines under their names: "إدلب::", "حلب::"."""
    words = reading.words
    return sum(words[at : at + 2] == [":", ":"] for at in range(len(words) - 1)) > 1 if ":" in words else False


def messages(reading: Reading) -> frozenset[int]:
    """Lines of messages that the text embeds: those above "— name (@name) October 1, 2021", up to a paragraph."""
    found: set[int] = set()
    lines = _by_line(reading) if "@" in reading.words else {}
    for number, line in lines.items():
        words = _words(reading, line)
        if words[0] not in _DASHES or "@" not in words:
            continue
        above = [one for one in range(number - _LONGEST_MESSAGE, number) if one > 0 and one in lines]
        ends = [one for one in above if _ends_with_stop(reading, lines[one])]
        found.update(one for one in above if not ends or one > ends[-1])
    return frozenset(found)


def _by_line(reading: Reading) -> Lines:
    lines: Lines = {}
    for sentence in reading.sentences:
        lines.setdefault(sentence.line, []).append(sentence)
    return lines


def _words(reading: Reading, line: list[Sentence]) -> list[str]:
    return reading.words[line[0].first : line[-1].last]


def _repeated(reading: Reading, lines: Lines) -> set[int]:
    """Headlines that the page has twice; the article's own stands above its text, and again in its title."""
    places: dict[tuple[str, ...], list[int]] = {}
    for number, line in lines.items():
        words = tuple(_words(reading, line))
        if number and _LEAST_LINK <= len(words) <= _SHORT_LINE:
            places.setdefault(words, []).append(number)
    title = " ".join(_words(reading, lines[0])) if 0 in lines else ""
    return {at for words, found in places.items() for at in found if len(found) > 1 and " ".join(words) not in title}


def _links(reading: Reading, lines: Lines) -> set[int]:
    """Headlines of other articles between two paragraphs of a text whose paragraphs end with full stops."""
    found: set[int] = set()
    run: list[int] | None = None
    for number in sorted(lines):
        if number and _ends_with_stop(reading, lines[number]):
            if run and len(run) <= _FEW and all(_is_link(reading, lines[one]) for one in run):
                found.update(run)
            run = []
        elif run is not None:
            run.append(number)
    return found


def _is_link(reading: Reading, line: list[Sentence]) -> bool:
    """A headline: short, with neither the sign of a list before it nor a colon at its end."""
    words = _words(reading, line)
    return _LEAST_LINK <= len(words) <= _SHORT_LINE and words[0] not in _SIGNS and words[-1] not in {":", "،"}


def _ends_with_stop(reading: Reading, line: list[Sentence]) -> bool:
    """Its last words end with a full stop, perhaps with a quotation mark behind it."""
    last = line[-1].last
    return "." in reading.words[last - 2 : last + 1] and not _breaks_off(reading, line)


def _breaks_off(reading: Reading, line: list[Sentence]) -> bool:
    """A headline cut short: "… خلال أقل..."."""
    first, last = line[0].first, line[-1].last
    if last - first > _SHORT_LINE:
        return False
    end = reading.words[last - 1 : last + 1]
    return end[-1:] == ["…"] or end[:1] == ["…"] or end == [".", "."]


def _is_timed(reading: Reading, sentence: Sentence) -> bool:
    head = reading.words[sentence.first : sentence.first + 8]
    return sum(word.isdecimal() for word in head) >= 5 and ":" in head and sentence.last - sentence.first > len(head)


def _is_date_line(reading: Reading, sentence: Sentence) -> bool:
    """الثلاثاء 2025/03/18: a line of its own, with a weekday or without."""
    words = reading.words[sentence.first : sentence.last]
    numbers = [word for word in words if word.isdecimal()]
    ends = reading.words[sentence.last : sentence.last + 1] in ([], ["\n"])
    return ends and len(numbers) == 3 and len(words) <= 6 and any(len(word) == 4 for word in numbers)


def _tail_from(reading: Reading, lines: Lines) -> int:
    """Return the word after the last paragraph, if two or more short lines follow it to the end."""
    ordered = sorted(lines)
    kept = len(ordered)
    while kept and not _is_paragraph(reading, lines[ordered[kept - 1]]):
        kept -= 1
    if kept < 1 or len(ordered) - kept < 2 or ordered[kept - 1] == 0:
        return len(reading.words)
    return lines[ordered[kept]][0].first


def _is_paragraph(reading: Reading, line: list[Sentence]) -> bool:
    """A long line, or the very end of a text with its full stop."""
    last = line[-1].last
    return last - line[0].first > _SHORT_LINE or (last == len(reading.words) - 1 and _ends_with_stop(reading, line))
