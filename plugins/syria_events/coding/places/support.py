"""Whether a name that may be something else counts as a place where it stands."""

from __future__ import annotations

from functools import lru_cache

from syria_events.coding.arabic_letters import fold_word
from syria_events.coding.names import Hit
from syria_events.coding.places.ordinary import is_ordinary
from syria_events.coding.places.place import ADMIN, GazetteerPlace

_NOUNS = frozenset(
    {"town", "village", "city", "neighbourhood", "subdistrict", "camp", "base", "crossing", "countryside"}
)
_RELATIONS = frozenset({"district", "suburb", "between", "near", "road"})
TANWEEN = "\u064b"
"""The mark of an indefinite accusative, جديداً: names of places do not bear it."""
_FAMOUS = frozenset({"country", "governorate", "city", "region"})
_PERSONAL = frozenset(
    {
        *("abu", "abd", "abdul", "abdel", "ahmad", "ahmed", "ali", "hassan", "hussein", "khalid", "khaled", "mahmoud"),
        *(
            "mohammad",
            "mohammed",
            "muhammad",
            "mustafa",
            "omar",
            "sheikh",
            "sheik",
            "ibn",
            "umm",
            "haj",
            "hajj",
            "hajji",
        ),
        *("saleh", "salim", "sayed", "mr", "dr", "general"),
        *("ابو", "أبو", "عبد", "احمد", "أحمد", "علي", "حسن", "حسين", "خالد", "محمود", "محمد", "مصطفى", "عمر", "ام"),
        *("أم", "حاج", "صالح", "سالم", "سيد", "شيخ", "الشيخ", "الحاج", "بن"),
    }
)


def supported(hit: Hit[GazetteerPlace], beside: str | None) -> tuple[GazetteerPlace, ...]:
    """Return the places that may be meant by `hit` beside the qualifier `beside`.

    An imported village that has the name of a country, a governorate or a city is meant only where it is called a
    village or a town.
    """
    found = tuple(place for place in hit.values if is_supported(place, hit, beside))
    famous = any(not place.imported and place.kind in _FAMOUS for place in found)
    if famous and beside not in {"village", "town"}:
        return tuple(place for place in found if not place.imported)
    return found


def is_supported(place: GazetteerPlace, hit: Hit[GazetteerPlace], beside: str | None) -> bool:
    """Say whether `place` may be meant by `hit` beside the qualifier `beside`.

    Names marked in the table need any word of place. Of the thousands of imported villages, those of one word and
    those that begin like a person's name need one too, and a strong one where the spelling only resembles the name.
    """
    if is_arabic(hit.surface) and not _is_as_written(place, hit, beside):
        return False
    if hit.words == 1 and is_ordinary(hit.surface) and not _is_spelt(place, hit.surface):
        return False
    if place.needs_cue:
        return beside is not None
    if not place.imported or place.kind in ADMIN:
        return True
    if hit.words == 1 and is_ordinary(hit.surface):
        return False
    strong = beside in _NOUNS or _is_relation(beside)
    if not hit.exact and not strong:
        return False
    return strong or not (hit.words == 1 or hit.surface.split()[0].casefold() in _PERSONAL)


def _is_as_written(place: GazetteerPlace, hit: Hit[GazetteerPlace], beside: str | None) -> bool:
    """Say whether an Arabic name keeps or lacks the article as the table writes it, and is not an indefinite noun.

    السورية is no سورية, حول (about) is no الحول, الباب شرقي is no باب شرقي. A ل before the name takes the article away;
    a noun of place beside it excuses its lack.
    """
    if TANWEEN in hit.surface:
        return False
    if place.kind == "country":
        return _is_spelt(place, hit.surface)
    articles = _articles(place.names)
    if fold_word(hit.surface).startswith("ال"):
        return True in articles
    return False in articles or hit.words > 1 or hit.cut >= 2 or beside in _NOUNS


@lru_cache(maxsize=50_000)
def _articles(names: tuple[str, ...]) -> frozenset[bool]:
    """Whether the Arabic ones of some names have the article: some, others, or both."""
    return frozenset(fold_word(name).startswith("ال") for name in names if is_arabic(name))


def _is_spelt(place: GazetteerPlace, surface: str) -> bool:
    folded = fold_word(surface).casefold()
    return any(fold_word(name).casefold() == folded for name in place.names)


def _is_relation(beside: str | None) -> bool:
    return beside in _RELATIONS or (beside or "").endswith(" of")


def is_arabic(text: str) -> bool:
    """Say whether a name is in Arabic letters."""
    return "\u0600" <= text[0] <= "\u06ff"
