"""The sets of words of the English coder."""

from __future__ import annotations

from functools import partial

from syria_events.coding.wordsets import words_of

wordset = partial(words_of, "en")
"""Name -> words of that set, in small letters."""
