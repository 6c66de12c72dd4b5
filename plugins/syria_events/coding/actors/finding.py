"""Finding actors in text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from syria_events.coding.actors.actor import Alias
from syria_events.coding.actors.dictionary import ActorDictionary, content_words
from syria_events.coding.arabic_letters import fold_word
from syria_events.coding.names import Hit, leftmost_longest


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
        alias = dictionary.meaning(_as_written(hit), on)
        if alias:
            meant.append(hit.meaning(alias))
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


def _as_written(hit: Hit[Alias]) -> list[Alias]:
    """The aliases that the words may be, those spelt so first: روسية is the adjective, روسيا the state.

    In Arabic, a name of one word that has the article in the table has it in the text, or lost it to a ل before it:
    النظام is the regime, نظام any system.
    """
    surface = fold_word(hit.surface).casefold()
    arabic = "\u0600" <= surface[0] <= "\u06ff"
    bare = hit.words == 1 and hit.cut < 2 and not surface.startswith("ال")
    spelt, other = [], []
    for alias in hit.values:
        if _is_owned(hit.surface, alias):
            continue
        name = fold_word(alias.alias).casefold()
        if name == surface:
            spelt.append(alias)
        elif hit.words == 1 and _is_another_word(surface, name):
            continue
        elif not (bare and name.startswith("ال")) and (arabic or hit.words == len(content_words(alias.alias))):
            other.append(alias)
    return spelt + other


def _is_owned(surface: str, alias: Alias) -> bool:
    """Whether words belong together only by a possessive: "Islamic State's security forces" is no state security."""
    return alias.kind == "generic" and any(own in surface and own not in alias.alias for own in ("'s ", "’s "))


def _is_another_word(surface: str, name: str) -> bool:
    """الكندة is a village, not كندا with an article: a name that has none in the table is spelt as there behind it."""
    return surface.startswith("ال") and not name.startswith("ال") and surface.removeprefix("ال") != name
