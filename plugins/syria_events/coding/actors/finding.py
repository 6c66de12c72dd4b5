"""Finding actors in text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from syria_events.coding.actors.dictionary import ActorDictionary
from syria_events.coding.names import leftmost_longest


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor as it stands in the text. `kind`: name, adjective ("Russian") or generic ("rebels")."""

    start: int
    end: int
    name: str
    actor_id: str
    group: str
    sector: str
    kind: str


def find_actors(text: str, language: str | None, on: date | None) -> tuple[ActorMention, ...]:
    """Return the actors named in `text`, by start, not overlapping, the longest name first; groups are those of `on`.

    Offsets are half open and refer to `text` as given.
    """
    dictionary = ActorDictionary.shipped()
    meant = []
    for hit in dictionary.index.scan(text, language):
        alias = dictionary.meaning(hit.values, on)
        if alias:
            meant.append(replace(hit, values=(alias,)))
    return tuple(
        ActorMention(
            start=hit.start,
            end=hit.end,
            name=hit.surface,
            actor_id=alias.actor_id,
            group=dictionary[alias.actor_id].group_on(on),
            sector=dictionary[alias.actor_id].sector,
            kind=alias.kind,
        )
        for hit in leftmost_longest(meant)
        for alias in hit.values
    )
