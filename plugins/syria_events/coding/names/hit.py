"""What an index finds: a stretch of a text, and the values that stand under that name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from syria_events.coding.arabic_letters import Folded
from syria_events.coding.names.tokens import Token

T = TypeVar("T")

WINDOW = 6
"""Words that a name has at most."""
REMEMBERED = 100_000
"""How many spellings keep their answer."""


class Scanned(NamedTuple):
    """A text on its way through the indexes: as given, folded, and its tokens."""

    text: str
    folded: Folded
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A stretch of the text as given, and what the table has under that name.

    `words`: how many words the name has, articles left out; `cut`: how many letters of clitics stand before it.
    """

    start: int
    end: int
    surface: str
    values: tuple[T, ...]
    words: int
    folded: tuple[int, int]
    """The same stretch in the folded text."""
    cut: int = 0
    exact: bool = True
    """Whether the spelling, letter case apart, is one the table has."""

    def meaning(self, *values: T) -> Hit[T]:
        """Return the same stretch with some of its values."""
        return Hit(self.start, self.end, self.surface, values, self.words, self.folded, self.cut, self.exact)


def hit_at(
    scanned: Scanned, span: tuple[int, int], values: tuple[T, ...], words: int, *, cut: int = 0, exact: bool = True
) -> Hit[T]:
    """Return the hit at a span of the folded text."""
    start, end = scanned.folded.span(*span)
    return Hit(start, end, scanned.text[start:end], values, words, span, cut, exact)


def leftmost_longest(hits: Iterable[Hit[T]]) -> list[Hit[T]]:
    """Keep hits that do not overlap: the longest wins, then the one with fewer clitics cut, then the leftmost."""
    kept: list[Hit[T]] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.cut, hit.start)):
        if taken.isdisjoint(range(hit.start, hit.end)):
            taken.update(range(hit.start, hit.end))
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def distinct(values: Iterable[T]) -> tuple[T, ...]:
    """Return each value once, in their order."""
    return tuple({id(value): value for value in values}.values())


def append(table: dict[str, list[T]], key: str, value: T) -> None:
    """Put a value under a key, once."""
    values = table.setdefault(key, [])
    if not any(other is value for other in values):
        values.append(value)
