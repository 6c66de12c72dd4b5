"""Ordinary words that some village somewhere has for a name."""

from __future__ import annotations

from syria_events.coding.arabic_letters import fold_word
from syria_events.coding.names.english import is_english

ARABIC_NOUNS = frozenset(
    {
        *("مدينه", "قريه", "بلده", "محافظه", "منطقه", "ناحيه", "حي", "مخيم", "ريف", "طريق", "جبل", "نهر", "مزرعه"),
        *("مزارع", "قري", "جسر", "مطار", "معبر", "حاجز", "قاعده", "دير", "عين", "تل", "كفر", "خان", "سوق", "شارع"),
        *("شرقي", "غربي", "شمالي", "جنوبي", "كبير", "كبيره", "صغير", "صغيره", "جديد", "جديده", "سوري", "عراقي"),
    }
)
"""Nouns of place and their adjectives: some villages are called so, but the word nearly always is the noun."""


def is_ordinary(name: str) -> bool:
    """Say whether a name of one word is, nearly always, just that word: Media, قرية."""
    return is_english(name.casefold()) or fold_word(name).removeprefix("ال") in ARABIC_NOUNS
