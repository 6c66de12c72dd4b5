"""Finding names of a table in running text: foldings that make spellings comparable, and one index over them."""

from syria_events.coding.names.hit import Hit, leftmost_longest
from syria_events.coding.names.index import NameIndex
from syria_events.coding.names.tokens import PARTICLES

__all__ = ["PARTICLES", "Hit", "NameIndex", "leftmost_longest"]
