"""A folding key for Arabic names: without article, free hamza at the end or the choice between ا and ه there.

A name of two letters keeps its article: الزر is no زر.
"""

from __future__ import annotations

import re
from functools import lru_cache

from syria_events.coding.arabic_letters import stems

FIRST_ELEMENTS = frozenset(
    ["كفر", "تل", "دير", "عين", "معره", "خان", "بيت", "ام", "ابو", "راس", "جب", "خربه", "باب", "جسر", "قلعه", "شيخ"]
)
"""First words of many place names, which are written apart or joined: كفر نبل, كفرنبل."""
_FINAL_HAMZA = re.compile(r"ء\b")


def _without_article(form: str) -> str:
    return form[2:] if form.startswith("ال") and len(form) > 4 else form


def _ending(form: str) -> str:
    form = _FINAL_HAMZA.sub("", form) if len(form) > 3 else form
    return form[:-1] + "ه" if len(form) > 3 and form.endswith("ا") else form


@lru_cache(maxsize=100_000)
def bare(form: str) -> str:
    return _ending(_without_article(form))


@lru_cache(maxsize=100_000)
def arabic_stems(form: str) -> tuple[tuple[int, str], ...]:
    return tuple((cut, _ending(stem)) for cut, stem in stems(form))
