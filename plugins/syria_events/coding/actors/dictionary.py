"""The dictionary of actors: who there is, under which names, in which group, and from when to when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache, cached_property

from syria_events.coding.actors.actor import Actor, Alias
from syria_events.coding.actors.table import read_actors, read_aliases
from syria_events.coding.names import PARTICLES, NameIndex
from syria_events.coding.names.latin import ARTICLES, letters, skeleton


class ActorDictionary:
    """Actors by id, and an index of their names."""

    def __init__(self, actors: Iterable[Actor], aliases: Iterable[Alias]) -> None:
        self.by_id = {actor.actor_id: actor for actor in actors}
        self.aliases = tuple(aliases)

    @classmethod
    def shipped(cls) -> ActorDictionary:
        """Return the tables of the package, read and indexed once."""
        return _shipped()

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Every actor, in the order of the table."""
        return tuple(self.by_id.values())

    def __getitem__(self, actor_id: str) -> Actor:
        """Return an actor. Raises KeyError."""
        return self.by_id[actor_id]

    def find(self, name: str, on: date | None = None) -> Actor | None:
        """Return the actor whose name `name` is, as a whole, on a day."""
        for hit in self.index.scan(name):
            if hit.end - hit.start == len(name.strip()):
                alias = self.meaning(hit.values, on)
                if alias:
                    return self.by_id[alias.actor_id]
        return None

    def meaning(self, aliases: Iterable[Alias], on: date | None) -> Alias | None:
        """Return which of several aliases of one spelling holds on a day: the first of the table."""
        return next((alias for alias in aliases if alias.holds(on)), None)

    @cached_property
    def index(self) -> NameIndex[Alias]:
        """Every alias: names tolerantly where they are long enough, adjectives and generic words as spelt."""
        index: NameIndex[Alias] = NameIndex()
        for alias in self.aliases:
            if alias.kind == "generic" or _is_phrase(alias.alias):
                index.add_plain(alias.alias, alias)
            else:
                index.add(alias.alias, alias, tolerant=alias.kind == "name" and _is_long(alias.alias))
        return index


def _words(alias: str) -> list[str]:
    return alias.replace("-", " ").split()


def content_words(alias: str) -> list[str]:
    """Return the words of a name without articles."""
    return [word for word in _words(alias) if word.isupper() or word.casefold() not in ARTICLES]


def _is_phrase(alias: str) -> bool:
    """Say whether ordinary words are in it: "Russian warplanes", but not "Jabhat al-Nusra"."""
    return any(word[0].islower() and word not in ARTICLES | PARTICLES for word in _words(alias))


def _is_long(alias: str) -> bool:
    """Say whether a name is long enough for other spellings of it to be safe: persons and places often sound alike."""
    words = content_words(alias)
    return len(skeleton("".join(letters(word) for word in words))) >= (5 if len(words) == 1 else 4)


@cache
def _shipped() -> ActorDictionary:
    return ActorDictionary(read_actors(), read_aliases())
