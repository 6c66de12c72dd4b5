"""One mention: what one clause tells of one happening, with everything the clause says about it."""

from __future__ import annotations

from dataclasses import dataclass

from syria_events.coding.arabic.roles.roles import Roles
from syria_events.coding.arabic.tolls.toll import Toll
from syria_events.coding.arabic.triggers.kinds import ATTACK_FAMILIES, Happening
from syria_events.coding.arabic.words.clauses import Clause
from syria_events.coding.arabic.words.lexicon import Found
from syria_events.model import EventDate, Place


@dataclass(frozen=True, slots=True)
class Mention:
    """A happening as one clause tells it; `day` null where the clause gives no date."""

    clause: Clause
    happening: Happening
    realis: str
    day: EventDate | None
    roles: Roles
    places: tuple[Place, ...]
    tolls: tuple[Toll, ...]
    cumulative: bool
    refers: bool
    """The deed is one told before: "القصف", "تلك الهجمات"."""
    another: bool
    """It is said to be like one told before: "قصف مماثل"."""
    hurts: bool
    """The clause speaks of dead or wounded, counted or not, and does not deny them."""
    sources: tuple[Found, ...]

    @property
    def harmless(self) -> bool:
        """Whether the clause says that nobody was hurt, and of nobody that he was."""
        numbers = [toll.quantity.best for toll in self.tolls if toll.quantity is not None]
        return 0 in numbers and not any(numbers)

    @property
    def is_attack(self) -> bool:
        """Whether this is violence whose kind other mentions of it may settle."""
        return self.happening.kind.family in ATTACK_FAMILIES or self.happening.kind.name == "airborne_raid"
