"""Bands, patrols and aircraft through which a named force acts: "داهمت مجموعات مسلحة من ميليشيا …"."""

from __future__ import annotations

from syria_events.coding.arabic.scene import Named
from syria_events.coding.arabic.words.clauses import Clause
from syria_events.coding.arabic.words.lexicon import Found
from syria_events.coding.arabic.words.reading import Reading
from syria_events.coding.arabic.words.wordsets import wordset

_UNITS = wordset("units.units")
_MEMBERS = wordset("units.members")
"""Those whom the next name owns, with no word between: "قناصة قسد"."""
_BEFORE_NAME = wordset("units.before_name")
_FIRED = wordset("units.fired")
_BANDS = wordset("units.bands")
"""Behind a verb they did it, and a unit right behind them suffered it: "هاجم مسلحون دورية لـ…"."""
_PLURAL = ("ون", "وا", "ان")
"""A verb of many has its subject before it: "مسلحون يهاجمون دورية لـ…"."""
_OF_UNITS = wordset("units.of_units")


_OWNED = wordset("units.owned")


def is_head_of(reading: Reading, named: Named, following: Named) -> bool:
    """مجموعات مسلحة من ميليشيا …: a band without a name of its own that the next words name."""
    between = reading.words[named.last : following.first]
    if named.mention.group == "unidentified_armed_group" and reading.words[named.first] in _MEMBERS:
        return not following.clitics and all(word in _BEFORE_NAME for word in between)
    return (
        named.mention.group == "unidentified_armed_group"
        and bool({"من", "تابعه", "تتبع", "تابعون"} & set(between))
        and all(word in _OF_UNITS for word in between)
    )


def is_of_another(reading: Reading, named: Named, following: Named) -> bool:
    """الشرطة المدنية التابعة للجيش الوطني: a body whose name is common belongs to whom the next words name."""
    if named.mention.kind != "generic" or following.clitics.startswith("و"):
        return False
    between = reading.words[named.last : following.first]
    owned = [word for word in between if word in _OWNED]
    return len(owned) == 1 and all(word in _OWNED or word.endswith(("يه", "ي")) for word in between)


def owner_of_band(reading: Reading, last: int, named: list[Named]) -> Named | None:
    """Whose an armed band is that ends before a word: the name behind it, where only "of" stands between."""
    for actor in named:
        between = reading.words[last : actor.first]
        if between and ("من" in between or "تابعه" in between) and all(word in _OF_UNITS for word in between):
            return actor
    return None


def is_named_again(reading: Reading, named: Named, following: Named) -> bool:
    """قوى الأمن الداخلي (الأسايش): the name in brackets says which body of that name is meant."""
    between = "".join(reading.words[named.last : following.first])
    return between.strip('"“”«»') == "(" and ")" in reading.words[following.last : following.last + 2]


def fires(reading: Reading, clause: Clause, named: Named) -> bool:
    """قذائف ميليشيات …, صواريخ …: whose shells and rockets they are, where they are not what is aimed at."""
    for position in range(named.first - 1, max(clause.first, named.first - 4), -1):
        if reading.words[position] in _FIRED:
            before = (*reading.at["cues"].get(position - 1, ()), *reading.at["triggers"].get(position - 1, ()))
            return not any(hit.entry.detail in {"target", "target_verb"} or hit.label == "target" for hit in before)
        if reading.words[position] not in _OF_UNITS:
            return False
    return False


def acts_through(reading: Reading, clause: Clause, named: Named) -> bool:
    """داهمت مجموعات مسلحة من ميليشيا …, أطلقت دورية ل… النار: right behind the verb, members and units act."""
    for position in range(named.first - 1, max(clause.first, named.first - 6), -1):
        word = reading.words[position]
        before = reading.at["triggers"].get(position - 1, ()) if word in _UNITS else ()
        if before and reading.words[position - 1].endswith(_PLURAL) and position - 1 > clause.first:
            return False
        if word in _BANDS and reading.words[position + 1] in _UNITS and position + 1 < named.first:
            return False
        if any(hit.last == position and _is_done_by_next(hit) for hit in before):
            return True
        if word not in _UNITS and word not in _OF_UNITS:
            return False
    return False


def _is_done_by_next(hit: Found) -> bool:
    """A verb, or إطلاق as in "إطلاق عناصر … النار", is followed by who did it."""
    return (hit.entry.detail == "verb" and hit.label != "target") or (hit.label == "shooting" and bool(hit.entry.needs))
