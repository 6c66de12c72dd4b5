"""A toll: how many people were killed, injured, missing, detained or displaced, as the words claim it."""

from __future__ import annotations

from dataclasses import dataclass

from syria_events.coding.arabic.tolls.people import Victims
from syria_events.coding.arabic.words.lexicon import Found
from syria_events.coding.arabic.words.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Toll:
    """A claim as found: `victims` as in the codebook, the words [first, last), the word of the head.

    A plural without a number is at least three people, as Arabic has a dual; at least two where the form may be one.
    `quantity` is null where not even that is said.
    """

    kind: str
    quantity: Quantity | None
    victims: str
    first: int
    last: int
    risen: bool = False
    """The number a count has reached by now ("ارتفع … إلى"): it stands before older ones."""
    cumulative: bool = False
    """It counts over a longer time ("منذ بداية العام")."""


def toll_of(head: Found, victims: Victims) -> Toll:
    """Return the toll that a head word and the people it is about make."""
    return Toll(
        head.label,
        victims.quantity or _plural(victims),
        victims.victims,
        min(head.first, victims.first),
        max(head.last, victims.last),
    )


def _plural(victims: Victims) -> Quantity | None:
    if victims.least is None:
        return None
    return Quantity(victims.least, None, None, victims.first, victims.last)
