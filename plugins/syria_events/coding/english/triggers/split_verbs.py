"""Verbs that take their object in their midst: "took two men away", "led a shepherd off", "took him from his home"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from syria_events.coding.english.words.lexicon import Hit, lexicon

_VERBS = frozenset(
    {"took", "take", "takes", "taking", "taken", "led", "leads", "leading", "dragged", "dragging", "drove", "hauled"}
)
_AWAY = frozenset({"away", "off"})
_HOME = frozenset({"home", "homes", "house", "houses", "car", "cars", "shop", "farm", "office"})
_ROLLS = frozenset({"list", "lists", "blacklist", "market", "shelves", "menu", "agenda", "air", "streets"})
_REACH = 9
"""Words between the verb and what ends it."""
_ENDS = frozenset({".", ";", ",", "and", "who", "that", "when"})
_MODEL = ("took", "away")
"""The phrase that they all mean."""


def split_verbs(words: tuple[str, ...], hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield hits with those of split verbs among them, in the order of the text."""
    found = list(hits)
    heads = [position for position, word in enumerate(words) if word in _VERBS and _is_split(words, position)]
    model = [hit.entry for hit in lexicon().find(_MODEL, 0, 2) if hit.first == 0 and hit.last == 2] if heads else []
    found.extend(Hit(position, position + 1, entry) for position in heads for entry in model)
    yield from sorted(found, key=lambda hit: hit.first) if heads else found


def _is_split(words: tuple[str, ...], verb: int) -> bool:
    for position in range(verb + 2, min(len(words), verb + _REACH)):
        if words[position - 1] in _ENDS:
            return False
        if words[position] == "off" and not _ROLLS.isdisjoint(words[position + 1 : position + 5]):
            return False
        if words[position] in _AWAY and words[verb].startswith(("t", "l", "d", "h")):
            return words[position + 1 : position + 2] not in {("from",), ("with",)}
        if words[position : position + 2] == ("into", "custody"):
            return True
        if words[position] == "from" and not _HOME.isdisjoint(words[position + 1 : position + 4]):
            return True
    return False
