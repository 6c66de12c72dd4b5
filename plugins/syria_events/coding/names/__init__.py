"""Finding names of a table in running text: foldings that make spellings comparable, and one index over them."""

from syria_events.coding.names.index import Hit, NameIndex, leftmost_longest

__all__ = ["Hit", "NameIndex", "leftmost_longest"]
