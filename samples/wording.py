"""Dates in the words of an article: `{{ weekday(-1) }}`, `{{ date(-2) }}`, `{{ month(0) }}`, `{{ year(-3) }}`."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment

WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
}
MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "ar": (
        "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
        "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
    ),
}  # fmt: skip
"""Arabic months as they are called in the Levant."""


def fill_in(words: str, day: date, language: str) -> str:
    """Return the words with their dates. `day` is that of the article; the functions count days from it."""
    names = "ar" if language == "ar" else "en"

    def on(offset: int) -> date:
        return day + timedelta(days=offset)

    def spelled_date(offset: int) -> str:
        return f"{on(offset).day} {MONTHS[names][on(offset).month - 1]} {on(offset).year}"

    return _template(words).render(
        weekday=lambda offset: WEEKDAYS[names][on(offset).weekday()],
        date=spelled_date,
        month=lambda offset: MONTHS[names][on(offset).month - 1],
        year=lambda years: day.year + years,
    )


@cache
def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)


@cache
def _template(words: str) -> Template:
    return _environment().from_string(words)
