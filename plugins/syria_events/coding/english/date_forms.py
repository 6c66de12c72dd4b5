"""How English writes dates: one pattern of many forms."""

from __future__ import annotations

import re

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
_WEEKDAY = r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:['’]?s)?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_COUNT = r"(?P<count>\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|a few)"
FORMS = re.compile(
    "|".join(
        rf"(?P<{name}>{re.sub(r'[?]P<([a-z]+)>', lambda m, n=name: f'?P<{n}_{m[1]}>', form)})"
        for name, form in {
            "iso": r"\b(?P<year>20\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b",
            "numeric": r"\b(?P<day>[0-3]?\d)[./-](?P<month>[01]?\d)[./-](?P<year>20\d\d)\b",
            "dmy": rf"\b{_DAY}(?: of)? {_MONTH},?(?: {_YEAR})?\b",
            "mdy": rf"\b{_MONTH} {_DAY}\b(?!:\d|,\d{{3}}| (?:people|civilians|killed))(?:,? {_YEAR}\b)?",
            "season": rf"\b(?:(?:the |last )?(?P<name>summer|spring|autumn|winter) (?:of )?{_YEAR})\b",
            "my": rf"\b(?:(?:early|late|mid)[ -])?{_MONTH},?(?: of| last year)?(?: {_YEAR})\b",
            "month": rf"\b(?:in|since|during|until|from|late|early|last|of|by|mid)[ -]{_MONTH}\b(?! \d)",
            "dayname": rf"\b(?P<side>last |next |this |coming |early |late |previous )?(?:on )?{_WEEKDAY}\b(?P<night>[ -](?:night|evening|overnight|to [a-z]+))?",
            "today": r"\b(?:today|tonight|this (?:morning|afternoon|evening|noon)|earlier in the day|at dawn|this dawn|at noon|in the (?:past|last) few hours|(?:in|during) the (?:past|last) hours)\b",
            "yesterday": r"\byesterday\b|\blast night\b|\bthe (?:day|night) before\b|\ba day (?:earlier|ago|after)\b",
            "tomorrow": r"\btomorrow\b",
            "overnight": r"\bovernight\b",
            "hours": r"\b(?:(?:in|over|within|during) )?the (?:past|last) (?:24|48|72|two|few) (?:hours|days)\b",
            "ago": rf"\b{_COUNT} (?P<unit>day|week|month|year)s? (?:ago|earlier|before that)\b",
            "past": r"\b(?P<which>last|this|previous|past|next|coming) (?P<unit>week|weekend|month|year)\b|\bearlier this (?P<sofar>week|month|year)\b",
            "year": rf"\b(?:in|since|during|early|late|of|from|until|by|between) {_YEAR}\b",
        }.items()
    ),
    re.IGNORECASE,
)  # fmt: skip
_FORM_NAMES = tuple(name for name in FORMS.groupindex if "_" not in name)


def parts_of(match: re.Match[str]) -> dict[str, str]:
    form = next(name for name in _FORM_NAMES if match[name])
    named = {
        key.partition("_")[2]: value for key, value in match.groupdict().items() if value and key.startswith(form + "_")
    }
    return {**named, "form": form, "all": match[0].lower()}
