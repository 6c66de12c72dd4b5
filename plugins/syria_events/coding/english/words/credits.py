"""Credits of pictures, run into the text with the caption or the headline of the story that they lead to."""

from __future__ import annotations

import re

_CREDIT = re.compile(
    r"(?<!\w)(?:REUTERS|AP Photo|AFP (?:PHOTO|20\d\d)|EPA|Getty Images|(?<=[.!?\"”)] )Sputnik(?= [A-Z]\w+ [A-Z]))"
    r"(?= [A-Z]\w+)"
)
"""Whose picture it is, before the name of who took it."""
_DATELINE = re.compile(r"[A-Z]{3,}(?: [A-Z]{3,})* \([A-Z]\w+\)")
_IN_PROSE = re.compile(r"(?<![\w’'-])[a-z]{4,}")
"""A word that headlines write with a capital."""
_CAPITAL = re.compile(r"(?<![\w’'-])[A-Z]")
_OPENING = re.compile(r"(?:The|A|An|In|On|At|This|These) $")
_HEADLINE = 7
"""Words that a photographer's name and a headline have at least."""


def credits_in(text: str) -> list[tuple[int, int]]:
    """Return where each credit begins, and where the headline behind it ends; for a caption both are the same."""
    return [(match.start(), _end(text, match)) for match in _CREDIT.finditer(text)]


def is_credit(text: str, start: int) -> bool:
    """Return whether a credit stands at an offset."""
    return _CREDIT.match(text, start) is not None


def _end(text: str, credit: re.Match[str]) -> int:
    prose = _IN_PROSE.search(text, credit.end())
    if prose is None:
        return len(text)
    dateline = _DATELINE.search(text, credit.end(), prose.start())
    if dateline:
        return dateline.start()
    capitals = [match.start() for match in _CAPITAL.finditer(text, credit.end(), prose.start())]
    if not capitals:
        return credit.start()
    end = capitals[-1]
    opening = _OPENING.search(text, credit.end(), end)
    end = opening.start() if opening else end
    return end if len(text[credit.start() : end].split()) >= _HEADLINE else credit.start()
