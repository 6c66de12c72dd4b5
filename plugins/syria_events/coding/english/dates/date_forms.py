"""How English writes dates: the forms of `lexicon_en_dates.csv` as one pattern."""

from __future__ import annotations

import re
from functools import cache

from syria_events.coding.tables import rows

_MONTHS = "january february march april may june july august september october november december"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
MONTHS = tuple(_MONTHS.split())
WEEKDAYS = tuple(_WEEKDAYS.split())
_GROUP = re.compile(r"[?]P<([a-z]+)>")


@cache
def forms() -> re.Pattern[str]:
    """Return the pattern of every form: a group named after the form, its parts in groups named `form_part`."""
    table = {row["form"]: row["pattern"] for _, row in rows("lexicon_en_dates.csv")}
    whole = []
    for name, form in table.items():
        if name.isupper():
            continue
        for part, pattern in table.items():
            form = form.replace(f"<{part}>", pattern) if part.isupper() else form
        named = _GROUP.sub(rf"?P<{name}_\1>", form)
        whole.append(f"(?P<{name}>{named})")
    return re.compile("|".join(whole), re.IGNORECASE)


@cache
def _names() -> tuple[str, ...]:
    return tuple(name for name in forms().groupindex if "_" not in name)


def parts_of(match: re.Match[str]) -> dict[str, str]:
    """Return the parts of a date by name, with `form`, the form that matched, and `all`, its words in lower case."""
    form = next(name for name in _names() if match[name])
    prefix = f"{form}_"
    named = {key.removeprefix(prefix): value for key, value in match.groupdict().items() if key.startswith(prefix)}
    return {key: value for key, value in named.items() if value} | {"form": form, "all": match[0].lower()}
