"""The codebook's groups of actors."""

from __future__ import annotations

import re

GROUPS = (
    *(
        "syrian_government",
        "russia",
        "iran",
        "hezbollah",
        "iran_backed_militias",
        "us_led_coalition",
        "turkey",
        "israel",
    ),
    *("islamic_state", "hts", "opposition", "sdf", "pkk", "un", "red_cross", "white_helmets", "aid_workers"),
    *("journalists", "medics", "civilians", "protesters", "prisoners", "unidentified_armed_group", "other"),
)
"""Every group but the states that have none of their own: those go by their ISO 3166 alpha-3 code in lower case."""

_STATE = re.compile(r"[a-z]{3}")


def is_group(group: str) -> bool:
    """Say whether `group` is one of the codebook's, or has the form of a state's code."""
    return group in GROUPS or bool(_STATE.fullmatch(group))
