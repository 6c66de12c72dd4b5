"""Ordinary words that some village somewhere has for a name."""

from __future__ import annotations

from syria_events.coding.arabic_letters import fold_word
from syria_events.coding.names.english import is_english

ARABIC_NOUNS = frozenset(
    {
        *("مدينه", "قريه", "بلده", "محافظه", "منطقه", "ناحيه", "حي", "مخيم", "ريف", "طريق", "جبل", "نهر", "مزرعه"),
        *("مزارع", "قري", "جسر", "مطار", "معبر", "حاجز", "قاعده", "دير", "عين", "تل", "كفر", "خان", "سوق", "شارع"),
        *("علي", "الي", "منزله", "محطه", "برج", "سجن", "صور", "زياره", "حاضر", "راعي", "ضفه", "مخفر", "مدرسه", "مشفي"),
        *("شرقي", "غربي", "شمالي", "جنوبي", "كبير", "كبيره", "صغير", "صغيره", "جديد", "جديده", "سوري", "عراقي"),
    }
)
"""Nouns of place and their adjectives: some villages are called so, but the word nearly always is the noun."""

FIRST_ELEMENTS = frozenset(
    {
        *("tal", "tel", "tell", "tall", "bab", "deir", "dayr", "kafr", "kafar", "ain", "ayn", "ein", "khan", "jabal"),
        *("jebel", "beit", "bayt", "ras", "umm", "abu", "marj", "wadi", "jisr", "qalaat", "sheikh", "bir", "hosh"),
        *("qasr", "kasr"),
    }
)
"""First words of many names: alone they are part of a name that is not in the table."""


def is_ordinary(name: str) -> bool:
    """Say whether a name of one word is, nearly always, just that word: Media, قرية."""
    word = name.casefold()
    return is_english(word) or word in FIRST_ELEMENTS or fold_word(name).removeprefix("ال") in ARABIC_NOUNS
