"""The kinds of happenings, as the table types them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from syria_events.coding.codebook import event_type_of
from syria_events.coding.tables import rows


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of `lexicon_en_kinds.csv`."""

    name: str
    plover_root: str
    plover_mode: str | None
    acled_sub_event_type: str | None
    family: str
    generic: bool
    weight: int
    needs: str = ""

    @property
    def acled_event_type(self) -> str | None:
        """The ACLED event type, null for what is no conflict or protest."""
        return event_type_of(self.acled_sub_event_type) if self.acled_sub_event_type else None

    @property
    def is_violent(self) -> bool:
        """Whether it is violence that may cost lives: its mentions may be told as one happening with a toll."""
        return self.family in VIOLENT


VIOLENT = frozenset({"attack", "clash", "territory", "shootdown", "relief", "abduction", "sexual", "torture"})


@cache
def kinds() -> dict[str, Kind]:
    """Return every kind by name."""
    return {
        row["kind"]: Kind(
            row["kind"],
            row["plover_root"],
            row["plover_mode"] or None,
            row["acled_sub_event_type"] or None,
            row["family"],
            bool(row["generic"]),
            int(row["weight"]),
            row["needs"],
        )
        for _, row in rows("lexicon_en_kinds.csv")
    }
