"""What stands beside a place name: "countryside", "east of", "town of", ريف, قرب.

The words right after the name are matched first ("Aleppo countryside"), then those right before it: a noun ("town of")
and what relates to it ("near the town of"). Results are in the vocabulary of `PlaceMention.qualifier`.
"""

from __future__ import annotations

import re

_REACH_BEFORE = 48
_REACH_AFTER = 60
"""How far from a name its qualifier may begin or end, in characters."""

_DIRECTION = r"(?:north|south)[ -]?(?:east|west)|north|south|east|west"
_SIDE = rf"(?:{_DIRECTION})ern|central|{_DIRECTION}|upper|lower"

_AFTER_LATIN = re.compile(
    rf"""
    (?:['’]s?)?[ ](?:
        (?P<province>(?:provinces?|governorates?|region|muhafazah?)\b)
      | (?P<countryside>(?:(?:{_SIDE})[ ](?:and[ ](?:{_SIDE})[ ])?)?(?:country[ -]?sides?|rural[ ]areas?|reef|rif)\b)
      | (?P<suburb>(?:[a-z]+[ ])?(?:suburbs?|outskirts|environs|hinterland)\b)
      | (?P<subdistrict>sub-?district\b)
      | (?P<base>(?:military[ ]|international[ ])?(?:air[ ]?base|airport|air[ ]?field|base|airstrip)\b)
      | (?P<crossing>(?:border[ ])?(?:crossing|gate|border[ ]post)\b)
      | (?P<camp>(?:refugee[ ]|displacement[ ]|idp[ ])?camp\b)
      | (?P<district>(?:district|canton)\b)
      | (?P<neighbourhood>(?:neighbou?rhood|quarter)\b)
      | (?P<city>city\b)
      | (?P<town>town(?:ship)?\b)
      | (?P<village>village\b)
      | (?P<road>(?:road|highway|motorway)\b)
      | (?P<near>(?:area|pocket|enclave|front[ ]?lines?|front|axis)\b)
    )
    | (?P<province_list>(?:(?:,|,?[ ]and|[ ]or)[ ](?:[^\W\d_][\w'’-]+[ ]?){{1,3}}){{1,4}}
        (?:provinces|governorates|countrysides)\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NOUN_LATIN = re.compile(
    r"""
    (?:
        (?P<province>(?:provinces?|governorates?)[ ]of)
      | (?P<subdistrict>sub-?districts?[ ]of)
      | (?P<district>districts?[ ]of)
      | (?P<neighbourhood>(?:neighbou?rhoods?|quarters?|suburb)[ ]of)
      | (?P<city>(?:city|cities)[ ]of)
      | (?P<town>(?:towns?|township)[ ]of)
      | (?P<village>(?:villages?|hamlets?|farms?)[ ]of)
      | (?P<camp>camps?[ ](?:of|at|in))
      | (?P<base>(?:air[ ]?base|airport|base)[ ](?:of|at|in))
    )[ ](?:the[ ])?$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_RELATION_LATIN = re.compile(
    rf"""
    \b(?:
        (?P<countryside>(?:country[ -]?side|rural[ ]areas?|reef|rif)(?:[ ](?:of|around|near))?|rural)
      | (?P<suburb>(?:suburbs|outskirts|edges?|environs|fringes?)(?:[ ](?:of|near|to))?)
      | (?P<between>between)
      | (?P<direction>(?:{_DIRECTION}))(?:ern[ ](?:side|edge|part)s?)?[ ]of
      | (?P<near>(?:just[ ])?outside(?:[ ]of)?|near(?:by)?|close[ ]to|around|vicinity[ ]of|surroundings[ ]of
          |(?:km|kilomet(?:er|re)s?|miles?)[^.\n]{{0,12}}[ ](?:from|of))
      | (?P<part>(?:{_SIDE})(?:[ ]and[ ](?:{_SIDE}))?(?:[ ]parts?[ ]of)?)
      | (?P<within>in|at|into|inside|within|across|on|over|through|towards?|hits?|struck|shell(?:ed|ing|s)?
          |bomb(?:ed|ing)|bombard(?:ed|ing)?|pound(?:ed|ing)|(?:re)?captured?|retook|retake|seized?|entered|stormed)
    )[ ](?:the[ ]|[Ss]yria['’]s[ ])?$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ARTICLE_END = re.compile(r"\bthe $", re.IGNORECASE)

_AR_SIDE = r"(?:ال)?(?:شمالي|جنوبي|شرقي|غربي|اوسط)"
_AR_DIRECTION = r"(?:شمال|جنوب|شرق|غرب)ي?"
_AR_CLITICS = r"(?:^|(?<=[\s\"«(،:/-]))[وفبلك]{0,2}(?:ال)?"
_NOUN_ARABIC = re.compile(
    rf"""
    {_AR_CLITICS}(?:
        (?P<province>محافظ(?:ه|تي|ات))
      | (?P<base>(?:مطار|قاعده)(?:[ ](?:ال)?(?:عسكري|جوي)ه?)?)
      | (?P<crossing>معبر)
      | (?P<camp>مخيم(?:ي|ات)?)
      | (?P<subdistrict>ناحيه)
      | (?P<district>منطقه|قضاء)
      | (?P<neighbourhood>حي|حيي|احياء)
      | (?P<city>مدين(?:ه|تي)|مدن)
      | (?P<town>بلد(?:ه|تي|ات))
      | (?P<village>قري(?:ه|تي)|قري|مزرعه|مزارع)
      | (?P<road>طريق|اوتوستراد)
    )[ ][\"«“(]?[بلك]?$
    """,
    re.VERBOSE,
)
_RELATION_ARABIC = re.compile(
    rf"""
    {_AR_CLITICS}(?:
        (?P<countryside>(?:ريف|ريفي|ارياف|باديه|صحراء)(?:[ ]{_AR_SIDE}){{0,2}}(?:[ ](?:من|في|ل))?)
      | (?P<suburb>ضواحي|ضاحيه|اطراف|مشارف|تخوم)
      | (?P<between>بين)
      | (?P<near>قرب|محيط|بالقرب[ ]من|قريبه?[ ]من|جوار|مقربه[ ]من|خارج)
      | (?<!ال)(?P<direction>{_AR_DIRECTION}(?:[ ](?:{_AR_DIRECTION}|{_AR_SIDE}))?)
      | (?P<within>في|علي|الي|داخل|نحو|باتجاه)
    )[ ][\"«“(]?[بلك]?$
    """,
    re.VERBOSE,
)
_LAST_WORDS = frozenset(
    {
        *("محافظه", "محافظتي", "محافظات", "مطار", "قاعده", "عسكري", "عسكريه", "جوي", "جويه", "معبر", "مخيم", "مخيمي"),
        *("مخيمات", "ناحيه", "منطقه", "قضاء", "حي", "حيي", "احياء", "مدينه", "مدينتي", "مدن", "بلده", "بلدتي", "بلدات"),
        *("قريه", "قريتي", "قري", "مزرعه", "مزارع", "طريق", "اوتوستراد", "ريف", "ريفي", "ارياف", "باديه", "صحراء"),
        *("شمالي", "جنوبي", "شرقي", "غربي", "اوسط", "شمال", "جنوب", "شرق", "غرب", "من", "في", "ل", "ضواحي", "ضاحيه"),
        *("اطراف", "مشارف", "تخوم", "بين", "قرب", "محيط", "جوار", "خارج", "علي", "الي", "داخل", "نحو", "باتجاه"),
    }
)
"""The words with which the Arabic patterns end."""
_ARABIC_DIRECTIONS = {"شمال": "north", "جنوب": "south", "شرق": "east", "غرب": "west"}
LISTED = frozenset({"village", "town", "neighbourhood", "city", "camp"})
"""Qualifiers that hold for every name of a list: the villages of Zaytan, Khalasa and Barqum; قرى كفرعمة وكفرتعال."""
_LIST_GAP = re.compile(r"[\s\"«»“”]*(?:[,،]|and\b|و)?[\s\"«»“”]*(?:and\s|و)?[\"«“]?")
_WEAK = frozenset({None, "within", "part"})


def qualifier(folded: str, start: int, end: int) -> str | None:
    """Return the qualifier of the name at [start, end) of a folded text, or null."""
    before = folded[max(0, start - _REACH_BEFORE) : start]
    if "\u0600" <= folded[start] <= "\u06ff":
        return _before(before, _NOUN_ARABIC, _RELATION_ARABIC) if _may_qualify(before) else None
    after = _named(_AFTER_LATIN.match(folded, end, end + _REACH_AFTER))
    if after in {"province", "province_list", "countryside", "suburb"}:
        return after.removesuffix("_list")
    found = _before(before, _NOUN_LATIN, _RELATION_LATIN)
    return after if after and (found in _WEAK or found == "in") else found


def _may_qualify(before: str) -> bool:
    """Say whether the last word before an Arabic name, whatever its clitics, can end a qualifier: most do not."""
    words, space, _ = before.rpartition(" ")
    last = words.rsplit(None, 1)[-1] if words.strip() else ""
    return bool(space) and any(last[cut:] in _LAST_WORDS for cut in range(5))


def continues_list(folded: str, end: int, start: int) -> bool:
    """Say whether only a comma or an "and" lies between the end of one name and the start of the next."""
    return end > 0 and start - end < 12 and _LIST_GAP.fullmatch(folded, end, start) is not None


def _before(before: str, nouns: re.Pattern[str], relations: re.Pattern[str]) -> str | None:
    noun = nouns.search(before)
    rest = before[: noun.start()] if noun else before
    if noun and (article := _ARTICLE_END.search(rest)):
        rest = rest[: article.start()]
    if noun and noun[0].startswith(("و", "ف")):
        return _named(noun)
    relation = relations.search(rest)
    name = _named(relation)
    if name == "direction" and relation:
        return f"{_direction(relation['direction'])} of"
    if noun and name in _WEAK:
        return _named(noun)
    return "in" if name == "within" else name


def _direction(words: str) -> str:
    for arabic, english in _ARABIC_DIRECTIONS.items():
        words = words.replace(arabic, english)
    return re.sub(r"[^a-z]", "", words.casefold().replace("ال", "").replace("ي", ""))


def _named(match: re.Match[str] | None) -> str | None:
    return match.lastgroup if match else None
