"""Finding names of a table in running text: foldings that make spellings comparable, and one index over them."""

from syria_events.coding.names.index import PARTICLES, Hit, NameIndex, leftmost_longest

__all__ = ["PARTICLES", "Hit", "NameIndex", "leftmost_longest"]
