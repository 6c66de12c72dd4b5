"""Forms of English words: what the lexicons' base forms look like in a text."""

from __future__ import annotations

import re
from functools import cache

from syria_events.coding.tables import rows

BASE, PRESENT, PAST, PARTICIPLE, GERUND, ED = "base", "present", "past", "participle", "gerund", "ed"
"""`ed` is a form that may be past or participle, as of every regular verb."""

_VOWELS = "aeiou"
_CVC = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""One syllable that ends in consonant, vowel, consonant: the last letter is doubled before -ed and -ing."""
_ALSO_DOUBLED = frozenset({"overrun", "begin", "admit", "permit", "commit", "kidnap", "repel", "expel"})


def verb_forms(phrase: str) -> list[tuple[str, str]]:
    """Return (form, tag) of a verb phrase; its first word is inflected ("take over", "took over")."""
    head, _, rest = phrase.partition(" ")
    tail = f" {rest}" if rest else ""
    return [(form + tail, tag) for form, tag in _verb(head)]


def noun_forms(phrase: str) -> list[tuple[str, str]]:
    """Return singular and plural of a noun phrase; its last word is inflected."""
    return [(phrase, "noun"), (plural(phrase), "noun")]


def plural(noun: str) -> str:
    """Return the plural of a noun."""
    for singular, irregular in (("man", "men"), ("woman", "women"), ("child", "children"), ("person", "people")):
        if noun.endswith(singular) and not noun.endswith("human"):
            return noun.removesuffix(singular) + irregular
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _verb(verb: str) -> list[tuple[str, str]]:
    past, participle = _irregular().get(verb, (None, None))
    forms = [(verb, BASE), (plural(verb), PRESENT), (_gerund(verb), GERUND)]
    if past is None:
        return [*forms, (_regular_past(verb), ED)]
    if past == participle:
        return [*forms, (past, ED)]
    return [*forms, (past, PAST), (str(participle), PARTICIPLE)]


def _regular_past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def _doubled(verb: str) -> str:
    return verb + verb[-1] if _CVC.fullmatch(verb) or verb in _ALSO_DOUBLED else verb


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    return {row["base"]: (row["past"], row["participle"]) for _, row in rows("lexicon_en_verbs.csv")}
