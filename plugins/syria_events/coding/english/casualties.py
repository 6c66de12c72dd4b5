"""Casualties as claims: who was harmed, how many, and how the words hedge it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from syria_events.coding.codebook import is_armed
from syria_events.coding.english.inflection import ED, PARTICIPLE, PAST
from syria_events.coding.english.lexicon import Hit
from syria_events.coding.english.numbers import Quantity, quantity_at
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.triggers import BE
from syria_events.coding.english.wordsets import wordset

_REACH = 9
"""Words between a number and the noun that it counts."""
_NOT_PEOPLE = wordset("casualties.not_people")
_PASS = wordset("casualties.pass")
_STOPS = wordset("casualties.stops")


@dataclass(frozen=True, slots=True)
class Toll:
    """A claim at words [first, last): the number and what it counts. `group`: whose the victims are, null for unknown."""

    kind: str
    victims: str
    quantity: Quantity
    first: int
    last: int
    group: str | None
    name: tuple[int, int] | None
    rule: str
    harm: int
    active: bool


@dataclass(frozen=True, slots=True)
class _People:
    """A number with the noun that it counts."""

    quantity: Quantity
    first: int
    last: int
    victims: str
    group: str | None
    name: tuple[int, int] | None
    bare: bool = False


def tolls(scene: Scene, first: int, last: int) -> list[Toll]:
    """Return the claims in words [first, last), parts of others left out."""
    people = _counted(scene, first, last)
    harms = [hit for hit in scene.found("harm", first, last) if not _is_idle(scene, hit, first, last)]
    found: list[Toll] = []
    used: set[int] = set()
    for index, harm in enumerate(harms):
        following = harms[index + 1].first if index + 1 < len(harms) else last
        preceding = harms[index - 1].last if index else first
        for counted in _victims_of(scene, harm, people, preceding, following, used, first):
            used.add(counted.first)
            found.append(
                Toll(
                    *(harm.entry.label, counted.victims, counted.quantity, counted.first, counted.last),
                    *(counted.group, counted.name, harm.entry.rule),
                    *(harm.first, counted.first >= harm.last and not harm.entry.detail),
                )
            )
    found.extend(_no_casualties(scene, first, last, found))
    return _without_doubles(found)


def _victims_of(
    scene: Scene, harm: Hit, people: list[_People], preceding: int, following: int, used: set[int], start: int
) -> list[_People]:
    """The counted people that a harm word is about: after an active verb or "death of", before a passive one."""
    words = scene.reading.words
    detail = harm.entry.detail
    after = [p for p in people if harm.last <= p.first and p.first not in used]
    before = [p for p in people if p.last <= harm.first and p.first not in used and p.first >= preceding - 3]
    if detail == "toll":
        return _toll_number(scene, harm, after, following, before)
    if detail == "of":
        return _chain(words, [p for p in after if p.first - harm.last <= 3], harm.last)
    if harm.entry.tag == "noun" or detail == "noun":
        return [p for p in before if harm.first - p.last <= 1][-1:]
    if detail in {"adj", "intransitive"}:
        near = _before(words, before, harm, preceding)
        if near or detail == "intransitive":
            return near
        return (
            [p for p in after if p.first - harm.last <= 1 and p.first < following and not p.bare][:1]
            if words[harm.first] not in {"wounded", "injured", "missing", "dead"}
            else []
        )
    direct = [p for p in after if _adjacent(words, harm.last, p.first)]
    if _is_passive(scene, harm, start):
        near = _before(words, before, harm, preceding)
        if near:
            return near
    if direct and not (direct[0].bare and _own_harm(scene, direct[0])):
        return _chain(words, direct, harm.last)
    if harm.entry.tag in {ED, PARTICIPLE, PAST}:
        return _before(words, before, harm, preceding)
    return []


def _own_harm(scene: Scene, people: _People) -> bool:
    """ "20 killed 30 wounded": the second number has a harm word of its own."""
    return any(hit.first == people.last for hit in scene.found("harm", people.last, people.last + 1))


def _is_passive(scene: Scene, harm: Hit, start: int) -> bool:
    words = scene.reading.words
    for position in range(harm.first - 1, max(start, harm.first - 6) - 1, -1):
        if words[position] in BE:
            return True
        if not (
            words[position].endswith("ly")
            or words[position] in {"and", "or", "others", "wounded", "killed", "injured", "arrested", "also"}
        ):
            return False
    return False


def _adjacent(words: tuple[str, ...], end: int, first: int) -> bool:
    between = words[end:first]
    return len(between) <= 3 and all(
        word.endswith("ly")
        or word
        in {
            "another",
            "and",
            "wounding",
            "injuring",
            "or",
            "him",
            "a",
            "total",
            "of",
            "what",
            "it",
            "said",
            "were",
            "both",
            "the",
            "these",
            "off",
            "dead",
            "further",
        }
        for word in between
    )


def _before(words: tuple[str, ...], before: list[_People], harm: Hit, preceding: int) -> list[_People]:
    """The people just before a harm word: the last ones, with those joined to them by "and"."""
    near = [
        p
        for p in before
        if harm.first - p.last <= 14 and not any(word in {".", ";"} for word in words[p.last : harm.first])
    ]
    if not near:
        return []
    chosen = [near[-1]]
    for people in reversed(near[:-1]):
        if set(words[people.last : chosen[0].first]) <= {"and", ",", "or", "along", "with", "as", "well"}:
            chosen.insert(0, people)
        else:
            break
    return _summed(chosen)


def _chain(words: tuple[str, ...], people: list[_People], start: int) -> list[_People]:
    """People joined by "and" from the first on: "17 militants and a child"."""
    chosen = people[:1]
    for following in people[1:]:
        between = words[chosen[-1].last : following.first]
        if between and set(between) <= {"and", ",", "or", "along", "with", "as", "well"}:
            chosen.append(following)
        else:
            break
    return _summed(chosen)


def _summed(people: list[_People]) -> list[_People]:
    """Add up what is joined and of one class: "a woman and her two children" are three civilians."""
    summed: list[_People] = []
    for one in people:
        twin = next(
            (i for i, other in enumerate(summed) if other.victims == one.victims and other.group == one.group), None
        )
        exact = one.quantity.low == one.quantity.best == one.quantity.high
        if twin is not None and exact and summed[twin].quantity.low == summed[twin].quantity.high is not None:
            other = summed[twin]
            total = (other.quantity.best or 0) + (one.quantity.best or 0)
            quantity = replace(other.quantity, low=total, best=total, high=total)
            summed[twin] = replace(other, quantity=quantity, last=one.last)
        else:
            summed.append(one)
    return summed


def _toll_number(scene: Scene, harm: Hit, after: list[_People], following: int, before: list[_People]) -> list[_People]:
    """ "death toll … rose to 32", "put the toll at 58": the first number after it that is no time, date or part."""
    words = scene.reading.words
    for people in after:
        if people.first - harm.last > 25:
            break
        lead = words[people.first - 1]
        if lead in {
            "to",
            "at",
            "of",
            "is",
            "was",
            "as",
            "reached",
            "hit",
            "reaches",
            "stands",
            "stood",
            "exceeded",
            "passed",
            "exceeds",
            "surpassed",
            "topped",
        } or words[people.quantity.first - 1] in {"to", "at", "reached", "reaches", "hit", "is", "was"}:
            return [people]
    return [p for p in before if words[p.last : p.last + 1] == (words[harm.first],)][-1:]


def _counted(scene: Scene, first: int, last: int) -> list[_People]:
    """Every number in words [first, last) that counts people, or stands bare beside a harm word."""
    words = scene.reading.words
    dated = {word for when in scene.dates_in(first, last) for word in range(when.first, when.last)}
    found: list[_People] = []
    position = first
    part_until = first
    while position < last:
        part = scene.cue("part", position, position + 1)
        if part and quantity_at(words, part.last, last) and words[part.last - 1] == "among":
            found = found[:-1] if found and position - found[-1].last <= 4 else found
        elif part:
            part_until = _end_of_part(scene, part.last, last)
        quantity = None if position in dated else quantity_at(words, position, last)
        if quantity is None:
            position += 1
            continue
        people = _noun_of(scene, quantity, last)
        if people and position >= part_until:
            found.append(people)
        position = max(people.last if people else quantity.last, position + 1)
    return found


def _end_of_part(scene: Scene, position: int, last: int) -> int:
    """Where "including five children and two women" ends: before the next harm word, stop or clause."""
    words = scene.reading.words
    harms = {hit.first for hit in scene.found("harm", position, last)}
    for end in range(position, last):
        if end in harms or words[end] in {
            ".",
            ";",
            "were",
            "was",
            "have",
            "has",
            "had",
            "when",
            "while",
            "as",
            "after",
        }:
            return end
    return last


def _noun_of(scene: Scene, quantity: Quantity, last: int) -> _People | None:
    """The people that a number counts: the head noun within reach, its adjectives and actors passed over."""
    words = scene.reading.words
    head: Hit | None = None
    name: tuple[int, int] | None = None
    group: str | None = None
    position = quantity.last
    end = min(last, quantity.last + _REACH)
    while position < end:
        word = words[position]
        actor = scene.actor_at.get(position)
        if actor and actor.first >= quantity.last and actor.mention.sector not in {"JRN"}:
            group, name = _better(group, name, actor.group, (actor.first, actor.last))
            inner = _person(scene, actor.last - 1)
            head = inner or head
            position = max(actor.last, inner.last if inner else 0)
            if inner and words[position : position + 1] not in (("of",), ("from",)):
                break
            continue
        person = _person(scene, position)
        if person:
            head = person
            position = person.last
            if words[position : position + 1] in (("of",), ("from",)) and any(
                p in scene.actor_at for p in range(position + 1, min(end, position + 4))
            ):
                position += 1
                continue
            if not _person_follows(scene, position):
                break
            continue
        if word in _NOT_PEOPLE or word in _STOPS or (word in {"and", ","}):
            break
        position += 1
    if head is None and not (name and group and _plural_group(words, name)):
        following = words[quantity.last : quantity.last + 1]
        if quantity.article or (following and following[0] in _NOT_PEOPLE):
            return None
        return _People(quantity, quantity.first, quantity.last, "unknown", None, None, bare=True)
    return _classed(scene, quantity, head, position, group, name)


def _plural_group(words: tuple[str, ...], name: tuple[int, int]) -> bool:
    return words[name[1] - 1].endswith("s")


def _harm_at(scene: Scene, position: int) -> bool:
    return any(True for _ in scene.found("harm", position, position + 1))


def _person_follows(scene: Scene, position: int) -> bool:
    return bool(_person(scene, position)) or (
        position in scene.actor_at and bool(_person(scene, scene.actor_at[position].last - 1))
    )


def _person(scene: Scene, position: int) -> Hit | None:
    return next(iter(scene.found("people", position, position + 1)), None)


def _better(
    group: str | None, name: tuple[int, int] | None, new: str, span: tuple[int, int]
) -> tuple[str | None, tuple[int, int] | None]:
    if group in {None, "unidentified_armed_group", "civilians"}:
        return new, span
    return group, name


def _classed(
    scene: Scene, quantity: Quantity, head: Hit | None, end: int, group: str | None, name: tuple[int, int] | None
) -> _People:
    words = scene.reading.words
    label = head.entry.label if head else "combatant"
    detail = head.entry.detail if head else ""
    inside = set(words[quantity.last : end])
    if inside & {"civilian", "civilians"}:
        label, group = "civilian", "civilians"
    elif (
        label == "unknown"
        and group
        and is_armed(group)
        and (
            inside
            & {
                "troops",
                "forces",
                "pro-regime",
                "pro-government",
                "soldiers",
                "army",
                "military",
                "fighters",
                "militants",
                "terrorists",
            }
            or (
                group in {"islamic_state", "hts", "hezbollah"}
                and head is not None
                and words[head.first] not in {"people", "others"}
            )
        )
    ):
        label = "combatant"
    last = end
    if (
        label == "combatant"
        and words[end : end + 1] == ("and",)
        and _person(scene, end + 1)
        and _person(scene, end + 1).entry.label == "civilian"
    ) or (
        label == "civilian"
        and words[end : end + 1] == ("and",)
        and _person(scene, end + 1)
        and _person(scene, end + 1).entry.label == "combatant"
    ):  # type: ignore[union-attr]
        label, last = "mixed", end + 2
    if label == "civilian":
        group = detail or "civilians"
    elif label == "unknown":
        group = None if words[end - 1] in {"others", "more", "another"} else "civilians"
    if name is None and head:
        name = (head.first, head.last)
    return _People(quantity, quantity.first, last, label, group, name)


def _is_idle(scene: Scene, harm: Hit, first: int, last: int) -> bool:
    """Harm words that tell of no casualty: "death penalty", "claimed responsibility", "seized the town"."""
    words = scene.reading.words
    after = words[harm.last : harm.last + 2]
    if (
        harm.entry.label == "killed"
        and after[:1]
        and after[0] in {"penalty", "sentence", "threats", "squads", "squad", "row", "certificates"}
    ):
        return True
    return (
        words[harm.first].startswith("claim")
        and harm.last - harm.first == 1
        and not (
            after
            and (after[0].isdigit() or after[0] in {"at", "dozens", "more"} or quantity_at(words, harm.last, last))
        )
    )


def _no_casualties(scene: Scene, first: int, last: int, found: list[Toll]) -> list[Toll]:
    words = scene.reading.words
    for position in range(first, last - 1):
        if words[position] in {"no", "without"} and (
            words[position + 1] in {"casualties", "deaths", "fatalities"}
            or words[position + 1 : position + 3]
            in (
                ("one", "was"),
                ("human", "casualties"),
                ("civilian", "casualties"),
                ("any", "casualties"),
                ("causing", "casualties"),
                ("human", "losses"),
            )
        ):
            if found or words[position + 1 : position + 3] == ("one", "was"):
                continue
            end = position + (3 if words[position + 1] in {"human", "civilian", "any", "causing"} else 2)
            return [
                Toll(
                    "killed",
                    "unknown",
                    Quantity(position, end, 0, 0, 0),
                    position,
                    end,
                    None,
                    None,
                    "harm/no casualties",
                    position,
                    False,
                )
            ]
    return []


def _without_doubles(found: list[Toll]) -> list[Toll]:
    seen: set[tuple[str, int]] = set()
    kept = []
    for toll in found:
        if (toll.kind, toll.first) not in seen:
            seen.add((toll.kind, toll.first))
            kept.append(toll)
    return kept
