"""From values to HTML. Whatever comes from outside is hostile: escaped, isolated, and linked only to the web."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from syria_airflow.page_addresses import PAGES
from syria_events.urls import is_web_url

HERE = Path(__file__).parent
CONTROLS = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Characters that are not seen but change what is: controls, and the marks that turn the direction of text."""
UNITS = ((86400, "d"), (3600, "h"), (60, "min"))


def show(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """Render a page. Every template knows `root`, the path below which the pages lie, and `now`."""
    root = request.scope.get("root_path", "")
    shared = {"root": root, "pages": PAGES, "now": datetime.now(UTC), "path": request.url.path}
    return HTMLResponse(templates().get_template(template).render(**shared, **values), status_code=status)


@cache
def templates() -> Environment:
    """Return the templates, with everything escaped and a name that is missing an error."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        finalize=visible,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "distance": distance,
        "counted": counted,
        "moment": moment,
        "weblink": web_link,
        "number": number,
    }
    return environment


def visible(value: Any) -> Any:
    """Return what a template writes: nothing for null, and control characters as their names."""
    if value is None:
        return ""
    if isinstance(value, str) and not isinstance(value, Markup):
        return CONTROLS.sub(lambda found: f"[U+{ord(found[0]):04X}]", value)
    return value


def web_link(url: str | None) -> str | None:
    """Return a URL that may be linked to, and null for what is not of the web (`javascript:` and the like)."""
    return url if is_web_url(url) else None


def moment(value: datetime | None) -> str:
    """Return a time in UTC, to the minute."""
    return "" if value is None else value.astimezone(UTC).strftime("%Y-%m-%d %H:%M")


def distance(value: datetime | date | None, now: datetime) -> str:
    """Return how far a time is from now: `5 min ago`, `in 2 h`."""
    if value is None:
        return "never"
    seconds = (now - value).total_seconds()
    size = next((f"{int(abs(seconds) // unit)} {name}" for unit, name in UNITS if abs(seconds) >= unit), "")
    if not size:
        return "now"
    return f"{size} ago" if seconds > 0 else f"in {size}"


def counted(value: int, one: str) -> str:
    """Return a number with its noun: `1 report`, `2 reports`."""
    return f"{value:,} {one}" if value == 1 else f"{value:,} {one}s"


def number(value: float | None) -> str:
    """Return a count or seconds as people read them; a dash for what is not known."""
    if value is None:
        return "–"
    return f"{value:,.1f}" if isinstance(value, float) else f"{value:,}"
