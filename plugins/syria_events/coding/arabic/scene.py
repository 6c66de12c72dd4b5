"""All that the lookups know about an article, by word: actors, places, dates, tolls; the ground for every rule."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from syria_events.coding.actors import ActorMention, find_actors
from syria_events.coding.arabic.dates.publication import publication_day
from syria_events.coding.arabic.located import Located
from syria_events.coding.arabic.places.areas import AREA_REACH, area_behind, is_elsewhere, section_heads
from syria_events.coding.arabic.words.furniture import news_end
from syria_events.coding.arabic.words.reading import Reading, read
from syria_events.coding.arabic.words.wordsets import wordset
from syria_events.coding.arabic_letters import fold_word
from syria_events.coding.places import Gazetteer, PlaceContext, PlaceMention, dateline_span
from syria_events.model import Article, Place

_HASHTAG = str.maketrans("_#", "  ")
"""#الاحتلال_الروسي is a name like others."""
_SETTLED = frozenset({"village", "town", "city", "camp", "neighbourhood"})
_LOCATING = wordset("scene.locating")
"""Words before a bare name after which it is a place."""
M = TypeVar("M", ActorMention, PlaceMention)


@dataclass(frozen=True, slots=True)
class Named:
    """An actor at words [first, last); `clitics` is what is written before it in its first word."""

    mention: ActorMention
    first: int
    last: int
    clitics: str


@dataclass(frozen=True)
class Scene:
    """An article read once."""

    reading: Reading
    gazetteer: Gazetteer
    published: date | None
    actors: tuple[Named, ...]
    places: tuple[Located, ...]

    @cached_property
    def _actor_starts(self) -> list[int]:
        return [named.first for named in self.actors]

    @cached_property
    def _place_starts(self) -> list[int]:
        return [located.first for located in self.places]

    def actors_in(self, first: int, last: int) -> tuple[Named, ...]:
        """Return the actors that begin in the words [first, last)."""
        return self.actors[bisect_left(self._actor_starts, first) : bisect_left(self._actor_starts, last)]

    def places_in(self, first: int, last: int) -> tuple[Located, ...]:
        """Return the places that begin in the words [first, last)."""
        return self.places[bisect_left(self._place_starts, first) : bisect_left(self._place_starts, last)]

    def resolve(self, located: Located) -> Place | None:
        """Return the place that a mention means, decided by its sentence and its article."""
        if located in self._sections:
            return self._as_governorate(located)
        place = self._by_sentence(located)
        if place is not None and (area := self._area_of(located)) and is_elsewhere(self.gazetteer, place, area):
            return None
        return place or self._as_elsewhere(located)

    def section_at(self, word: int) -> Place | None:
        """Return the governorate at the head of the section of a round of news in which a word stands, or null."""
        head = next((head for head in reversed(self._sections) if head.first <= word), None)
        return self._as_governorate(head) if head else None

    @cached_property
    def _sections(self) -> list[Located]:
        return section_heads(self.reading.words, self.places)

    def _as_governorate(self, head: Located) -> Place | None:
        context = PlaceContext(self._mentions, (), None)
        return self.gazetteer.resolve(replace(head.mention, qualifier="province"), context)

    def _area_of(self, located: Located) -> Place | None:
        """The governorate told right behind a name, else that of its section."""
        behind = area_behind(self.reading.words, located, self.places_in(located.last, located.last + AREA_REACH))
        return self._by_sentence(behind) if behind else self.section_at(located.first)

    def _by_sentence(self, located: Located) -> Place | None:
        if located.first not in self._resolved:
            near = sorted(
                (other for other in self.places_in(located.first - 39, located.first + 40) if other is not located),
                key=lambda other: abs(other.first - located.first),
            )
            context = PlaceContext(self._mentions, tuple(other.mention for other in near), None)
            self._resolved[located.first] = self.gazetteer.resolve(located.mention, context)
        return self._resolved[located.first]

    def _as_elsewhere(self, located: Located) -> Place | None:
        """A name that one sentence of an article leaves open means what it means in another."""
        mention = located.mention
        for other in self.places:
            if other is not located and other.mention.name == mention.name and (place := self._by_sentence(other)):
                near = mention.qualifier in {"near", "suburb", "countryside"} and place.precision == 1
                return replace(place, precision=2 if near else place.precision, start=mention.start, end=mention.end)
        return None

    def qualifier_at(self, start: int | None) -> str | None:
        """Return the qualifier of the place name at an offset of the stored text."""
        return self._qualifiers.get(start)

    @cached_property
    def _qualifiers(self) -> dict[int | None, str | None]:
        return {located.mention.start: located.mention.qualifier for located in self.places}

    @cached_property
    def _resolved(self) -> dict[int, Place | None]:
        return {}

    @cached_property
    def _mentions(self) -> tuple[PlaceMention, ...]:
        return tuple({located.mention.name: located.mention for located in reversed(self.places)}.values())


def survey(article: Article, gazetteer: Gazetteer) -> Scene:
    """Read an article and find its actors and places; a dateline's place is none, a text without a word has neither.

    Names are looked up in the folded text, where every letter keeps its place, and brought back to the text as stored.
    """
    text = article.full_text
    reading = read(text)
    published = publication_day(article.published_at, reading)
    end = news_end(reading)
    news = reading.spans[end][0] if end < len(reading.spans) else None
    folded = reading.folded.text[:news].translate(_HASHTAG)
    starts = [start for start, _ in reading.spans]
    dateline = dateline_span(text) or (0, 0)

    def words(start: int, end: int) -> tuple[int, int]:
        first = bisect_right(starts, start) - 1
        return first, max(first + 1, bisect_left(starts, end))

    actors = []
    has_words = any(word.isalpha() for word in reading.words)
    for actor in find_actors(folded, "ar", published) if has_words else ():
        first, last = words(actor.start, actor.end)
        clitics = folded[starts[first] : actor.start]
        actors.append(Named(_as_stored(actor, reading), first, last, clitics))
    places = []
    for place in gazetteer.find(folded, "ar") if has_words else ():
        stored = _as_stored(place, reading)
        if not dateline[0] <= stored.start < dateline[1]:
            places.append(Located(stored, *words(place.start, place.end)))
    places = sorted((*places, *_named_bare(reading, places)), key=lambda located: located.first)
    return Scene(reading, gazetteer, published, tuple(actors), tuple(places))


def _named_bare(reading: Reading, places: list[Located]) -> Iterator[Located]:
    """قصف على معرزاف: a name that stands beside "town" or "village" elsewhere in the article needs no such word."""
    known = {
        reading.words[located.last - 1]: located.mention
        for located in places
        if located.mention.qualifier in _SETTLED and located.last - located.first <= 2
    }
    known = {word: mention for word, mention in known.items() if fold_word(mention.name) == word}
    taken = {position for located in places for position in range(located.first, located.last)}
    for position, word in enumerate(reading.words):
        if word in known and position and position not in taken and reading.words[position - 1] in _LOCATING:
            start, end = reading.offsets(position, position + 1)
            mention = replace(known[word], start=start, end=end, name=reading.text[start:end], qualifier=None)
            yield Located(mention, position, position + 1)


def _as_stored(mention: M, reading: Reading) -> M:
    start, end = reading.folded.span(mention.start, mention.end)
    return replace(mention, start=start, end=end, name=reading.text[start:end])
