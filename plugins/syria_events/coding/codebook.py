"""The codebook's vocabularies and the one mapping between them: PLOVER, ACLED, CAMEO, quad class, UCDP.

The tables are `data/codebook_*.csv`. Every PLOVER root, every ACLED sub-event type and every CAMEO root has its row, so
that each look-up below is total over its vocabulary. Sources: PLOVER manual 2.0, ACLED codebook, CAMEO 1.1b3, UCDP GED.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from syria_events.coding.tables import rows
from syria_events.model import SyriaEventsError

REALIS = ("actual", "planned", "hypothetical", "negated", "historical")
DATE_PRECISIONS = ("day", "week", "month", "year", "unknown")
CASUALTY_KINDS = ("killed", "injured", "missing", "detained", "displaced")
VICTIMS = ("civilian", "combatant", "mixed", "unknown")
STATUSES = ("stated", "claimed", "denied", "confirmed")

STATES = frozenset({"syrian_government", "russia", "iran", "us_led_coalition", "turkey", "israel"})
"""Groups that are a state's forces; so are the three-letter codes of other states."""
ARMED = STATES | {
    *("hezbollah", "iran_backed_militias", "islamic_state", "hts", "opposition", "sdf", "pkk"),
    "unidentified_armed_group",
}
"""Groups whose members fight."""
STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3


class CodebookError(SyriaEventsError):
    """A word that the codebook does not have."""


@dataclass(frozen=True, slots=True)
class PloverRoot:
    """A PLOVER root. `quad` 1 to 4; `score` as in the manual, from -10 to 10."""

    root: str
    quad: int
    score: float
    cameo_root: str
    modes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AcledType:
    """An ACLED sub-event type and what usually goes with it."""

    event_type: str
    sub_event_type: str
    disorder_type: str
    plover_root: str
    plover_mode: str | None
    cameo_root: str


@dataclass(frozen=True, slots=True)
class CameoRoot:
    """A CAMEO root; `plover_root` null for mere statements, which PLOVER drops."""

    cameo_root: str
    name: str
    quad: int
    plover_root: str | None


@cache
def plover_roots() -> dict[str, PloverRoot]:
    """Return every PLOVER root by name."""
    return {
        row["root"]: PloverRoot(
            row["root"],
            int(row["quad"]),
            float(row["score"]),
            row["cameo_root"],
            tuple(filter(None, row["modes"].split("|"))),
        )
        for _, row in rows("codebook_plover.csv")
    }


@cache
def acled_types() -> dict[str, AcledType]:
    """Return every ACLED type by the name of its sub-event type."""
    found = {}
    for _, row in rows("codebook_acled.csv"):
        mode = row.pop("plover_mode") or None
        found[row["sub_event_type"]] = AcledType(**row, plover_mode=mode)
    return found


@cache
def cameo_roots() -> dict[str, CameoRoot]:
    """Return every CAMEO root by its two digits."""
    return {
        row["cameo_root"]: CameoRoot(row["cameo_root"], row["name"], int(row["quad"]), row["plover_root"] or None)
        for _, row in rows("codebook_cameo.csv")
    }


def quad_class(plover_root: str) -> int:
    """Return the quad class of a PLOVER root. Raises CodebookError."""
    return _root(plover_root).quad


def event_type_of(sub_event_type: str) -> str:
    """Return the ACLED event type of a sub-event type. Raises CodebookError."""
    return _acled(sub_event_type).event_type


def cameo_root_of(plover_root: str, plover_mode: str | None = None, sub_event_type: str | None = None) -> str:
    """Return the CAMEO root: by sub-event type where the root's own event is violence, else by root and mode.

    Three modes change the root (CAMEO2PLOVER): ACCUSE/investigate is 09, a siege or other restriction 17, abduction 18.
    """
    root = _root(plover_root)
    if plover_mode == "investigate":
        return "09"
    if plover_root == "ASSAULT" and sub_event_type:
        return _acled(sub_event_type).cameo_root
    return root.cameo_root


def ucdp_type_of_violence(actor1: str | None, actor2: str | None) -> int | None:
    """Return UCDP's type of violence for two codebook groups: 1 state-based, 2 non-state, 3 one-sided.

    Null where a side is unknown or nobody armed acts: UCDP codes organised violence by somebody against somebody.
    """
    if actor1 is None or actor2 is None or not is_armed(actor1):
        return None
    if not is_armed(actor2):
        return ONE_SIDED
    return STATE_BASED if is_state(actor1) or is_state(actor2) else NON_STATE


def is_state(group: str) -> bool:
    """Say whether a group is a state's: by name, or a three-letter code."""
    return group in STATES or (len(group) == 3 and group not in {"hts", "sdf", "pkk"})


def is_armed(group: str) -> bool:
    """Say whether members of a group fight."""
    return group in ARMED or is_state(group)


def _root(plover_root: str) -> PloverRoot:
    try:
        return plover_roots()[plover_root]
    except KeyError:
        raise CodebookError(f"no PLOVER root {plover_root!r}; known are {', '.join(plover_roots())}") from None


def _acled(sub_event_type: str) -> AcledType:
    try:
        return acled_types()[sub_event_type]
    except KeyError:
        known = ", ".join(acled_types())
        raise CodebookError(f"no ACLED sub-event type {sub_event_type!r}; known are {known}") from None
