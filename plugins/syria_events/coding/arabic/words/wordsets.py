"""The sets of words of the Arabic coder."""

from __future__ import annotations

from functools import partial

from syria_events.coding.wordsets import words_of

wordset = partial(words_of, "ar")
"""Name -> words of that set, folded as the reading of an article folds them."""
