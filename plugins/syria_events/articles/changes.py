"""What a publisher changed between two wordings of an article: title, sentences, words, toll."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

SENTENCE_END = re.compile(r"(?<=[.!?؟。…])[\"'”’»)]*\s+(?=\S)|\n+")
SAME_SENTENCE = 0.5
"""Share of words in common from which two sentences count as one that was reworded."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One version of an article; tolls are the largest for one happening, null where it names none."""

    title: str
    text: str
    killed: int | None = None
    injured: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row that stayed, went or came."""

    kind: Literal["same", "removed", "added"]
    text: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What is not as it was; empty and null where nothing is."""

    title: tuple[Piece, ...]
    sentences: tuple[tuple[Piece, ...], ...]
    """Sentences that were added, removed or reworded, in the order of the article; those that stayed are left out."""
    tolls: tuple[tuple[str, int | None, int | None], ...]
    """Kind of toll, before, after."""

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return bool(self.title or self.sentences or self.tolls)


def changes(before: Wording, after: Wording) -> Changes:
    """Compare two wordings of one article."""
    tolls = (("killed", before.killed, after.killed), ("injured", before.injured, after.injured))
    return Changes(
        title=_reworded(before.title, after.title) if before.title != after.title else (),
        sentences=tuple(_sentences(_split(before.text), _split(after.text))),
        tolls=tuple(toll for toll in tolls if toll[1] != toll[2]),
    )


def _split(text: str) -> list[str]:
    return [sentence for part in SENTENCE_END.split(text) if (sentence := " ".join(part.split()))]


def _sentences(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[Piece, ...]]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            yield from _passage(before[start:end], after[new_start:new_end])


def _passage(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[Piece, ...]]:
    """Pair each old sentence with the likest new one behind the pair before it; what finds no partner went or came."""
    new = list(after)
    for old in before:
        likeness = [SequenceMatcher(None, old.split(), one.split(), autojunk=False).ratio() for one in new]
        if max(likeness, default=0.0) < SAME_SENTENCE:
            yield (Piece("removed", old),)
            continue
        place = likeness.index(max(likeness))
        yield from ((Piece("added", one),) for one in new[:place])
        yield _reworded(old, new[place])
        new = new[place + 1 :]
    yield from ((Piece("added", one),) for one in new)


def _reworded(before: str, after: str) -> tuple[Piece, ...]:
    old, new = before.split(), after.split()
    pieces: list[Piece] = []
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", " ".join(old[start:end])))
        else:
            pieces.append(Piece("removed", " ".join(old[start:end])))
            pieces.append(Piece("added", " ".join(new[new_start:new_end])))
    return tuple(piece for piece in pieces if piece.text)
