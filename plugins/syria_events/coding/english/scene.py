"""All that the look-ups know about an article, by word: actors, places, dates, lexicon; the ground for every rule."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from syria_events.coding.actors import ActorMention, find_actors
from syria_events.coding.english.actors.named_actors import Named, joined, named_at
from syria_events.coding.english.dates.dates import Dated, date_line, dates
from syria_events.coding.english.places.whereabouts import Located, Whereabouts
from syria_events.coding.english.triggers.split_verbs import split_verbs
from syria_events.coding.english.words.credits import is_credit
from syria_events.coding.english.words.lexicon import Hit, lexicon
from syria_events.coding.english.words.reading import Reading, read, without_tags
from syria_events.coding.english.words.wordsets import wordset
from syria_events.coding.places import Gazetteer, PlaceMention, dateline_span
from syria_events.model import Article, EventDate

_STRIPPED = re.compile(
    r"\b([A-Z][\w-]*[a-rt-zA-RT-Z]|army|regime|country|city|ministry|observatory|coalition|government)s\b(?!['’])"
)
_OWNERS = wordset("scene.owners")
"""Names whose possessive loses its apostrophe in texts without punctuation: "Syrias Homs" is Syria's Homs."""


@dataclass(frozen=True, slots=True)
class When:
    """A date at words [first, last)."""

    date: EventDate
    first: int
    last: int
    since: bool
    weekday: bool
    of_hours: bool = False


@dataclass(frozen=True)
class Scene:
    """An article read once. `published`: its day, by a date line in the text or else by its publication."""

    article: Article
    reading: Reading
    gazetteer: Gazetteer
    published: date | None
    actors: tuple[Named, ...]
    places: tuple[Located, ...]
    dates: tuple[When, ...]
    hits: tuple[Hit, ...]
    skip: tuple[int, int]
    """Words of the dateline, where nothing happens."""

    @cached_property
    def _hits_by_table(self) -> dict[str, tuple[list[int], list[Hit]]]:
        by_table: dict[str, tuple[list[int], list[Hit]]] = {}
        for hit in self.hits:
            firsts, hits = by_table.setdefault(hit.entry.table, ([], []))
            firsts.append(hit.first)
            hits.append(hit)
        return by_table

    def found(self, table: str, first: int, last: int) -> list[Hit]:
        """Return the lexicon hits of a table that begin in words [first, last)."""
        firsts, hits = self._hits_by_table.get(table, ([], []))
        return hits[bisect_left(firsts, first) : bisect_left(firsts, last)]

    def cue(self, label: str, first: int, last: int) -> Hit | None:
        """Return the first cue of a label in words [first, last)."""
        return next((hit for hit in self.found("cues", first, last) if hit.entry.label == label), None)

    def actors_in(self, first: int, last: int) -> tuple[Named, ...]:
        """Return the actors that begin in words [first, last)."""
        return self.actors[bisect_left(self._actor_firsts, first) : bisect_left(self._actor_firsts, last)]

    def places_in(self, first: int, last: int) -> tuple[Located, ...]:
        """Return the places that begin in words [first, last)."""
        return self.places[bisect_left(self._place_firsts, first) : bisect_left(self._place_firsts, last)]

    def dates_in(self, first: int, last: int) -> tuple[When, ...]:
        """Return the dates that begin in words [first, last)."""
        return tuple(when for when in self.dates if first <= when.first < last)

    @cached_property
    def _actor_firsts(self) -> list[int]:
        return [named.first for named in self.actors]

    @cached_property
    def _place_firsts(self) -> list[int]:
        return [located.first for located in self.places]

    @cached_property
    def actor_at(self) -> dict[int, Named]:
        """Word -> the actor that covers it."""
        return {word: named for named in self.actors for word in range(named.first, named.last)}

    @cached_property
    def whereabouts(self) -> Whereabouts:
        """What the place names mean."""
        return Whereabouts(self.reading, self.gazetteer, self.places)


def survey(article: Article, gazetteer: Gazetteer) -> Scene:
    """Return the scene of an article."""
    whole = article.full_text
    article = replace(article, title=without_tags(article.title), text=without_tags(article.text))
    text = article.full_text
    line = date_line(text, article.title)
    published = article.published_at.date() if article.published_at else None
    dateline = dateline_span(text)
    cuts = tuple(offset for span in (line[1:] if line else None, dateline) if span for offset in span)
    if line:
        published = line[0]
    reading = replace(read(article, cuts), text=whole)
    plain = _with_possessives(text)
    skip = reading.span(*dateline) if dateline else (0, 0)
    mentions = find_actors(plain, "en", published)
    found = gazetteer.find(plain, "en")
    syrian = "syria" in plain.lower() or any(place.country == "SY" for name in found for place in name.candidates)
    told = tuple(_when(reading, dated) for dated in dates(text, published) if not line or dated.start != line[1])
    return Scene(
        article=article,
        reading=reading,
        gazetteer=gazetteer,
        published=published,
        actors=joined(reading, [named_at(reading, mention, syrian) for mention in mentions]),
        places=tuple(
            Located(mention, *reading.span(mention.start, mention.end))
            for mention in found
            if (not dateline or not dateline[0] <= mention.start < dateline[1]) and not _is_of_actor(mention, mentions)
            if not _is_below_picture(reading, mention)
        ),
        dates=told,
        hits=tuple(hit for hit in _hits(reading.words) if not _is_month(hit, told)),
        skip=skip,
    )


def _hits(words: tuple[str, ...]) -> Iterator[Hit]:
    return split_verbs(words, lexicon().find(words, 0, len(words)))


def _is_of_actor(place: PlaceMention, actors: Sequence[ActorMention]) -> bool:
    """Whether a name that is nearly a place's is an actor's to the letter: "Hamas", which is not Hama."""
    if any(place.name.casefold() == name.casefold() for one in place.candidates for name in one.names):
        return False
    return any((one.start, one.end, one.kind) == (place.start, place.end, "name") for one in actors)


def _is_below_picture(reading: Reading, place: PlaceMention) -> bool:
    """Whether a place is named in the credit or caption of a picture, which may be one of elsewhere."""
    sentence = reading.sentences[reading.sentence_of[reading.span(place.start, place.end)[0]]]
    return is_credit(reading.text, reading.starts[sentence.first])


def _is_month(hit: Hit, told: Sequence[When]) -> bool:
    """Whether a word that doubts is a month: "in May 2012"."""
    doubts = hit.entry.table == "cues" and hit.entry.label == "hypothetical"
    return doubts and any(when.first <= hit.first < when.last for when in told)


def _with_possessives(text: str) -> str:
    """Blank the s of a possessive without apostrophe, so that the name before it is found; offsets stay."""
    return _STRIPPED.sub(lambda match: match[1] + " " if match[1].lower() in _OWNERS else match[0], text)


def _when(reading: Reading, dated: Dated) -> When:
    return When(dated.date, *reading.span(dated.start, dated.end), dated.since, dated.weekday, dated.of_hours)
