"""Every number of a clause that counts people: parts of others left out, kin and "three others" added."""

from __future__ import annotations

from dataclasses import replace

from syria_events.coding.english.scene import Scene
from syria_events.coding.english.tolls.kin import kin_after, kin_at, one_before
from syria_events.coding.english.tolls.people import people_of
from syria_events.coding.english.tolls.sides_of_people import People
from syria_events.coding.english.words.number_words import Quantity, quantity_at, unspecified_at
from syria_events.coding.english.words.wordsets import wordset

_GROUPS = frozenset({"family", "gang", "cell", "group", "crew", "team", "squad", "band", "network"})
_WHOLE = wordset("casualties.whole")
"""Words for all of whom a part is told."""
REPLACED = wordset("casualties.replaced")
"""What says of a toll that another has taken its place."""
_TOLLS = frozenset({"toll", "count", "figure"})
_OF_TOLL = wordset("casualties.of_toll")
_TOLD = 9
"""Words from "toll" to the last number of it."""
_OF_HIM = frozenset({("of", "his"), ("of", "her")})
_OF_WHOM = frozenset({("of", "whom"), ("of", "which")})
_BEFORE_AMONG = 4
"""Words between a part and "among", or between two parts."""
_PARTS = frozenset({"children", "women", "civilians", "fighters", "soldiers", "several", "many", "some", "members"})


def counted(scene: Scene, first: int, last: int) -> list[People]:
    """Return every number in words [first, last) that counts people, or stands bare; parts of others left out."""
    words = scene.reading.words
    dated = {word for when in scene.dates_in(first, last) for word in range(when.first, when.last)}
    found: list[People] = []
    position = part_until = first
    while position < last:
        part = scene.cue("part", position, position + 1)
        if part and words[part.last - 1] == "among" and _is_whole(words, part.last, last):
            # "six children were among the 19 civilians killed", "among those killed": the part stands first
            found = _without_part(words, found, position)
        elif part and _counts_soon(words, part.last, last):
            part_until = _end_of_part(scene, part.last, last)
        quantity = None if position in dated else _quantity(words, position, last)
        people = people_of(scene, quantity, last) if quantity else relative(scene, position, last)
        if people and people.bare and _is_group_of(words, people.first):
            people = replace(people, bare=False)
        people = _with_kin(scene, people, last) if people else None
        if people and (_is_part(words, people.quantity, found) or _is_replaced(words, people.first, first)):
            position = people.last
            continue
        if people and position >= part_until:
            found.append(people)
            _add_to_others(scene, found, first)
        position = max(people.last if people else quantity.last if quantity else 0, position + 1)
    return found


def _without_part(words: tuple[str, ...], found: list[People], end: int) -> list[People]:
    """Drop the numbers right before word `end`: "three children and two women (were among the dead)"."""
    while found and end - found[-1].last <= _BEFORE_AMONG:
        if words[found[-1].last : end][:1] in {(".",), (";",)}:
            break
        found, end = found[:-1], found[-1].first
    return found


def _is_part(words: tuple[str, ...], number: Quantity, found: list[People]) -> bool:
    """Whether a number counts some of those before it: "four people, three of them children"."""
    after = words[number.last : number.last + 2]
    beside = words[number.first - 1] == "," or bool(found and found[-1].last == number.first)
    return after in _OF_WHOM or (after == ("of", "them") and beside)


def _is_replaced(words: tuple[str, ...], first: int, start: int) -> bool:
    """Whether another number stands in place of the one at a word: "a previous toll of 112 dead and 30 wounded"."""
    toll = next((at for at in range(first - 1, max(start, first - _TOLD) - 1, -1) if words[at] in _TOLLS), None)
    if toll is None or REPLACED.isdisjoint(words[max(0, toll - 2) : toll]):
        return False
    return _OF_TOLL.issuperset(word for word in words[toll + 1 : first] if not word.isdigit())


def _is_group_of(words: tuple[str, ...], position: int) -> bool:
    """Whether a number counts a group: "a family of six", "a cell of four"."""
    return position > 1 and words[position - 1] == "of" and words[position - 2] in _GROUPS


def _quantity(words: tuple[str, ...], position: int, last: int) -> Quantity | None:
    if position > 1 and words[position - 1] == ":" and words[position - 2].isdigit():
        return None  # "at 15:30"
    if words[position] == "one" and words[position - 1 : position] == ("no",):
        return None  # "no one was killed"
    return unspecified_at(words, position, last) or quantity_at(words, position, last)


def _counts_soon(words: tuple[str, ...], position: int, last: int) -> bool:
    """Whether a part is counted right after "including"; "included shells; two people died" is none."""
    return any(
        quantity_at(words, place, last) or words[place] in _PARTS for place in range(position, min(last, position + 4))
    )


def _is_whole(words: tuple[str, ...], position: int, last: int) -> bool:
    """Whether "among" is followed by the whole: a number, "those killed", "the dead"."""
    after = position + (words[position : position + 1] == ("the",))
    if words[after : after + 2] == ("at", "least"):
        after += 2
    return quantity_at(words, after, last) is not None or not _WHOLE.isdisjoint(words[after : after + 1])


def _with_kin(scene: Scene, people: People, last: int) -> People:
    """ "A mother and her child" are two, "a man, his wife and their three children" five."""
    number = people.quantity
    if number.low is None or number.high != number.low:
        return people
    more, end = kin_after(scene, people.last, last)
    total = number.low + more
    return replace(people, quantity=replace(number, low=total, best=total, high=total), last=end) if more else people


def _add_to_others(scene: Scene, found: list[People], first: int) -> None:
    """ "A woman and three others", "the commander and two of his men": one more than the number says."""
    words, others = scene.reading.words, found[-1]
    start = others.first - (words[others.first - 1 : others.first] == ("other",))
    number = others.quantity
    of_him = words[number.last : number.last + 2] in _OF_HIM and _joins_one(scene, found, start)
    told = of_him or {"other", "others"} & set(words[start : others.last])
    if not told or number.unspecified or number.low is None or number.low != number.high:
        return
    before = one_before(scene, start, first) or (start - 1 if of_him else None)
    if before is None:
        return
    counted_before = found[-2] if len(found) > 1 and found[-2].last == start - 1 else None
    if counted_before and counted_before.quantity.best != 1:
        return
    if counted_before:
        del found[-2]
    whole = replace(number, low=number.low + 1, best=number.low + 1, high=number.low + 1)
    found[-1] = replace(others, quantity=whole, first=before)


def _joins_one(scene: Scene, found: list[People], start: int) -> bool:
    """Whether "and" joins a number to one person whom no number counts, and of whom nothing else is told."""
    counted_before = len(found) > 1 and start - found[-2].last <= _BEFORE_AMONG
    joined = start > 1 and scene.reading.words[start - 1] == "and"
    return joined and not counted_before and not scene.found("harm", start - 2, start - 1)


def relative(scene: Scene, position: int, last: int) -> People | None:
    """Return who "his brother", "its driver" is, right beside a word of harm: one person; null for nobody."""
    noun = kin_at(scene, position, last)
    if noun is None or noun[1] != 1:
        return None
    end = noun[0]
    beside = scene.found("harm", max(0, position - 2), position) or scene.found("harm", end, end + 3)
    if not beside:
        return None
    one = Quantity(position, position + 1, 1, 1, 1)
    return people_of(scene, one, last)


def _end_of_part(scene: Scene, position: int, last: int) -> int:
    """Where "including five children and two women" ends: before the next harm word, verb or stop."""
    words = scene.reading.words
    harms = {hit.first for hit in scene.found("harm", position, last)}
    ends = {".", ";", "were", "was", "have", "has", "had", "when", "while", "as", "after"}
    return next((end for end in range(position, last) if end in harms or words[end] in ends), last)
