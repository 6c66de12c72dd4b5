"""How strongly two reports speak for one happening: points with a reason for each, summed.

Every number stands in `data/weights.toml`. The sum depends on the two reports alone, so that no other report can
change whether these two are linked.
"""

from __future__ import annotations

import math
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from syria_events.events.details import hours_agree
from syria_events.events.nearness import kilometres
from syria_events.events.toll_evidence import toll_names
from syria_events.events.traits import Traits
from syria_events.events.words import weight_of

MOST_KM = 30.0
"""Two places further apart than this are not one place, whoever misheard the name."""
LITTLE_TEXT = 300
"""Weight of words below which likeness says nothing."""
ALLIES = (
    frozenset({"syrian_government", "russia", "iran", "hezbollah", "iran_backed_militias"}),
    frozenset({"us_led_coalition", "sdf"}),
    frozenset({"turkey", "opposition"}),
    frozenset({"hts", "opposition"}),
)


class Reason(NamedTuple):
    """One piece of evidence: its name in the table of weights, and its points."""

    name: str
    points: int

    def __str__(self) -> str:
        return f"{self.name} {self.points / 100:+.2f}"


@cache
def weights() -> dict[str, int]:
    """Return the points by name, for example `place.same`; `injured.same_few` is the share of `toll.same_few`."""
    table = tomllib.loads((files("syria_events.events") / "data" / "weights.toml").read_text(encoding="utf-8"))
    flat = {"prior": table.pop("prior")}
    share = table["toll"].pop("injured_share")
    table["injured"] = {name: points * share // 100 for name, points in table["toll"].items()}
    return flat | {f"{section}.{name}": points for section, rows in table.items() for name, points in rows.items()}


def reasons(a: Traits, b: Traits) -> tuple[Reason, ...]:
    """Return the evidence for and against `a` and `b` telling one happening; the order of the two does not matter."""
    return tuple(Reason(name, weights()[name]) for name in _names(a, b))


def points_of(a: Traits, b: Traits) -> int:
    """Return the sum of the reasons with the prior, in hundredths; at 0 or more two reports are linked."""
    table = weights()
    return table["prior"] + sum([table[name] for name in _names(a, b)])


def probability(points: float) -> float:
    """Read points as log odds in hundredths: 0 to 1, six digits."""
    return round(1 / (1 + math.exp(-max(-2000.0, min(2000.0, points)) / 100)), 6)


def _names(a: Traits, b: Traits) -> list[str]:
    names = [*_type_names(a, b), _day_name(a, b), _place_name(a, b), *_actor_names(a, b), *toll_names(a, b)]
    names += _text_names(a, b)
    names += _detail_names(a, b)
    if a.article_id == b.article_id:
        names.append("article.same")
    elif a.root_article_id == b.root_article_id:
        names.append("article.same_root")
    if a.lead == b.lead:
        names.append("article.both_lead" if a.lead else "article.no_lead")
    return names


def _type_names(a: Traits, b: Traits) -> tuple[str, ...]:
    if a.sub_type == b.sub_type:
        likeness = "type.same_rare" if a.kind.rare else "type.same"
    else:
        likeness = "type.alike" if a.kind.group == b.kind.group else "type.other"
    return (likeness, f"type.{a.kind.verbal}") if a.kind.verbal and a.kind.verbal == b.kind.verbal else (likeness,)


def _day_name(a: Traits, b: Traits) -> str:
    gap = max(a.first_day, b.first_day) - min(a.last_day, b.last_day)
    if gap > 0:
        return "day.apart"
    if not (a.dated and b.dated):
        return "day.undated"
    return "day.same" if max(a.last_day - a.first_day, b.last_day - b.first_day) <= 1 else "day.within"


def _place_name(a: Traits, b: Traits) -> str:
    if a.point and b.point:
        return _distance_name(a, b)
    if a.place_words and a.place_words == b.place_words and a.admin1 == b.admin1:
        return "place.same"
    if a.admin1 and b.admin1:
        return "place.same_governorate" if a.admin1 == b.admin1 else "place.far"
    if a.country and b.country and a.country != b.country:
        return "place.other_country"
    return "place.vague"


def _distance_name(a: Traits, b: Traits) -> str:
    distance = 0.0 if a.place_id is not None and a.place_id == b.place_id else kilometres(a.point, b.point)
    reach = max(a.reach, b.reach)
    if distance <= 2:
        return "place.same" if reach == 0 else "place.same_area"
    if distance <= 10:
        return "place.near"
    if distance <= reach and a.admin1 == b.admin1:
        return "place.within"
    return "place.around" if distance <= 20 else "place.far"


@cache
def allied(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Say whether two sets of groups fight on one side, so that writers name the one or the other."""
    return any(ours & side and theirs & side for side in ALLIES)


def _actor_names(a: Traits, b: Traits) -> list[str]:
    names = []
    if name := _doer_name(a, b):
        names.append(name)
    if a.sufferers and b.sufferers:
        names.append("actor.same_sufferer" if a.sufferers & b.sufferers else "actor.other_sufferer")
    return names


def _doer_name(a: Traits, b: Traits) -> str | None:
    mutual = a.kind.mutual and b.kind.mutual
    ours, theirs = (a.parties, b.parties) if mutual else (a.doers, b.doers)
    if not ours or not theirs:
        return None
    enough = min(2, len(ours), len(theirs)) if mutual else 1
    if len(ours & theirs) >= enough:
        return "actor.same_doer"
    return "actor.allied_doer" if allied(ours, theirs) else "actor.other_doer"


def _text_names(a: Traits, b: Traits) -> tuple[str, ...]:
    if a.language != b.language or min(a.weight, b.weight) < LITTLE_TEXT:
        return ()
    shared = weight_of(a.words & b.words)
    likeness = shared / math.sqrt(a.weight * b.weight)
    if likeness >= 0.6:
        return ("text.copy",)
    if shared >= 600 and likeness >= 0.15:
        return ("text.alike",)
    if (shared >= 400 and likeness >= 0.1) or (shared >= 200 and likeness >= 0.3):
        return ("text.related",)
    return ("text.unlike",) if likeness < 0.05 else ()


def _detail_names(a: Traits, b: Traits) -> list[str]:
    names = []
    if a.hours and b.hours and not hours_agree(a.hours, b.hours):
        names.append("detail.other_hour")
        if a.repeats or b.repeats:
            names.append("detail.another")
    if a.circumstances & b.circumstances:
        names.append("detail.shared")
    return names
