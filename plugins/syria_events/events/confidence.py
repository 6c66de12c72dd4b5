"""How far an event can be trusted, as a grade with a written rule.

A  three or more independent families, the day and the place (or what is near it) known, nothing contested
B  two or more independent families, the day and the governorate known, and nobody denies it
C  one independent family with the day and the governorate known, of which an article leads with it; or several families
   where one of the two is missing
D  everything else, and whatever one family alone reports and somebody denies

Why an article must lead with it: of the reports that the coder makes of press articles more than nine of ten of the
first ones are right, and two of three of the others (`benchmarks/ACCURACY.md`, first_right and others_right of what was
kept back).
"""

from __future__ import annotations

from syria_events.model import EventDate, Place


def grade(families: int, date: EventDate, place: Place | None, contested: frozenset[str], *, leads: bool) -> str:
    """Return A, B, C or D. `leads`: some article is about it first of all.

    `contested` names what the sources disagree about: `denied`, `actor1`, `type` or a toll.
    """
    day = date.precision == "day"
    governorate = place is not None and place.precision <= 3 and (place.admin1_pcode or place.country != "SY")
    pinned = place is not None and place.precision <= 2
    if families >= 3 and day and pinned and not contested:
        return "A"
    if families >= 2 and day and governorate and "denied" not in contested:
        return "B"
    if families >= 2:
        return "C" if day or governorate else "D"
    return "C" if day and governorate and leads and "denied" not in contested else "D"
