"""A mention: what one clause tells of one happening."""

from __future__ import annotations

from dataclasses import dataclass

from syria_events.coding.english.actors.actors import Roles
from syria_events.coding.english.actors.named_actors import Named
from syria_events.coding.english.kinds import Kind
from syria_events.coding.english.tolls.casualties import Toll
from syria_events.coding.english.trigger import Trigger
from syria_events.model import EventDate, Place

LEAD = 2
"""Sentences that count as the lead of an article."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A happening as the words [first, last) of one sentence tell it.

    `day` is null where they give no date; `day_is_of_speech`: it may be that of the statement or of
    a picture. `places`: the likeliest
    first, of the sentence where the words have none; `own_place`: only of the words. `definite`: "the attack", told
    before; `only_joins`: "claimed responsibility for the attack", which tells of nothing new; `another`: "another
    five"; `apart`: the word of "a separate strike" that tells it from others; `risen`: its toll is said to have risen;
    `hour`: early or late in the day, empty where no hour is told; `later`: a clause that begins with "after" or
    "before".
    """

    sentence: int
    title: bool
    ordinal: int
    first: int
    last: int
    trigger: Trigger
    kind: Kind
    realis: str
    day: EventDate | None
    day_is_of_speech: bool
    roles: Roles
    places: tuple[Place, ...]
    tolls: tuple[Toll, ...]
    cumulative: bool
    definite: bool
    only_joins: bool
    another: bool
    risen: bool
    apart: str
    hour: str
    later: bool
    own_place: Place | None
    source: Named | None
    denied: bool
    rules: tuple[str, ...]
    background: bool = False
