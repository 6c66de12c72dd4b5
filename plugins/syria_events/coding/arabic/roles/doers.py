"""Bands who did it and the force whose they are: "كمين نصبه مسلحون من …", "مسلحين يرجح أنهم من …"."""

from __future__ import annotations

from syria_events.coding.arabic.scene import Named
from syria_events.coding.arabic.words.clauses import Clause
from syria_events.coding.arabic.words.reading import Reading
from syria_events.coding.arabic.words.wordsets import wordset

_DID = wordset("doers.did")
"""Right before members of a force they say that these did it."""
_BANDS = wordset("doers.bands")
_BETWEEN = frozenset('"“”«»(') | {
    *("تنظيم", "جماعه", "حركه", "فصيل", "خلايا", "فلول", "ميليشيا", "قوات", "مجهولين", "مجهولون", "ملثمين"),
    *("و", "من", "تابعه", "تابعين", "تابعون", "تتبع", "يتبعون", "ينتمون", "الي", "ل", "مسلحه"),
}
_CELLS = wordset("doers.cells")
_STRUCK = wordset("doers.struck")
_THOUGHT = wordset("doers.thought")
_BELONG = wordset("doers.belong")
_UNKNOWN = wordset("doers.unknown")


def is_of_doers(reading: Reading, clause: Clause, named: Named) -> bool:
    """كمين نصبه مسلحون من …, على يد عناصر من …: the members of a force who did it."""
    for position in range(named.first - 1, max(clause.first, named.first - 6), -1):
        word = reading.words[position]
        if word in _BANDS and reading.words[position - 1] in _DID:
            return True
        if word not in _BANDS and word not in _BETWEEN:
            return False
    return False


def is_of_struck_cell(reading: Reading, clause: Clause, named: Named) -> bool:
    """مقتل عناصر خلية تابعة لتنظيم …, مداهمة وكر ل…: whose people and lairs were struck."""
    for position in range(named.first - 1, max(clause.first - 1, named.first - 6), -1):
        if reading.words[position].lstrip("ب") in _CELLS:
            before = reading.words[max(clause.first, position - 6) : position]
            struck = reading.between("tolls", max(clause.first, position - 6), position)
            return bool(struck) or not _STRUCK.isdisjoint(before)
        if reading.words[position] not in _BETWEEN:
            return False
    return False


def is_suspected(reading: Reading, clause: Clause, named: Named) -> bool:
    """من مسلحين يرجح أنهم من تنظيم …: whose people the attackers are thought to be."""
    before = reading.words[max(clause.first, named.first - 8) : named.first]
    if _THOUGHT.isdisjoint(before) or (_BELONG.isdisjoint(before) and not named.clitics.endswith("ل")):
        return False
    thought = max(index for index, word in enumerate(before) if word in _THOUGHT)
    start = max(clause.first, named.first - len(before) + thought - 4)
    return not _UNKNOWN.isdisjoint(reading.words[start : named.first]) and "،" not in before[thought:]
