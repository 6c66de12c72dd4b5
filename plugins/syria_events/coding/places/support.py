"""Whether a name that may be something else counts as a place where it stands."""

from __future__ import annotations

from syria_events.coding.names import Hit
from syria_events.coding.places.place import GazetteerPlace

_STRONG = frozenset(
    {
        *("town", "village", "city", "countryside", "neighbourhood", "subdistrict", "district", "camp", "base"),
        *("crossing", "suburb", "between", "near", "road"),
    }
)
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


def is_supported(place: GazetteerPlace, hit: Hit[GazetteerPlace], beside: str | None) -> bool:
    """Say whether `place` may be meant by `hit` beside the qualifier `beside`.

    Names marked in the table need any word of place. Of the thousands of imported villages, those of one word and
    those that begin like a person's name need one too, and a strong one where the spelling only resembles the name.
    """
    if place.needs_cue:
        return beside is not None
    if not place.imported or place.kind not in {"town", "village", "neighbourhood"}:
        return True
    strong = beside in _STRONG or (beside or "").endswith(" of")
    if not hit.exact and not strong:
        return False
    if hit.words == 1 or hit.surface.split()[0].casefold() in _PERSONAL:
        return strong or (beside is not None and hit.exact and _is_arabic(hit.surface))
    return True


def _is_arabic(text: str) -> bool:
    return "\u0600" <= text[0] <= "\u06ff"
