"""Actors that a text only names: who tells of it, who holds the place, whose border is near (codebook rules 4, 8)."""

from __future__ import annotations

from syria_events.coding.english.actors.named_actors import Named
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.words.wordsets import wordset

_WHO_SPEAK = wordset("location.who_speak")
_OF_SPEAKERS = wordset("only_named.between")
_TELLERS = frozenset({"civilians", "medics", "un", "red_cross", "white_helmets", "aid_workers", "journalists", "other"})
"""Groups of whom one who is named by title and name speaks: "activist Nayef Mustafa said"."""
_HEADLINE_SOURCES = frozenset({"un", "red_cross", "white_helmets", "medics"})
_AIRCRAFT = frozenset({"jet", "jets", "plane", "planes", "aircraft", "bomber", "bombers"})
_BORDERS = frozenset({"border", "borders", "frontier", "crossing"})
_HELD_BY = wordset("only_named.held")
_PLACES_HELD = wordset("only_named.places")
_SO_CALLED = frozenset({"'s", "s", "self-declared", "so-called", "de", "facto", "main", "last", "northern", "syrian"})
"""Words before "capital" or "stronghold"."""
_TITLES = 4
_ASIDE = 14
"""Words between the person that a sentence begins with and his speech."""
_BEFORE = 6
"""Words between "a source at" and the name of those for whom he speaks."""
_HOLDING = 4
"""Words between the noun of a place and "held by"."""


def is_only_named(scene: Scene, named: Named) -> bool:
    """Whether an actor is named as source, holder of a place or land beyond a border."""
    words = scene.reading.words
    if words[named.first].startswith("anti-") or _is_aircraft(words, named):
        return True
    if _tells(scene, named) or _opens_and_tells(scene, named):
        return True
    return _is_source_of(scene, named) or _is_border(words, named) or holds(scene, named)


def _is_aircraft(words: tuple[str, ...], named: Named) -> bool:
    """The "fighters" of "jet fighters", "fighter jets" and "fighter-bombers"."""
    beside = (*words[max(0, named.first - 1) : named.first], *words[named.last : named.last + 1])
    return words[named.last - 1].startswith("fighter") and (
        "-" in words[named.last - 1] or not _AIRCRAFT.isdisjoint(beside)
    )


def _tells(scene: Scene, named: Named) -> bool:
    """ "A civil defence official said", "activist Nayef Mustafa said", a relief body at the end of a headline."""
    words, forms = scene.reading.words, scene.reading.forms
    position = named.last
    while words[position : position + 1] and words[position] in _WHO_SPEAK and position < named.last + 2:
        position += 1
    titled = position > named.last
    if titled or named.group in _TELLERS:
        end = position + _TITLES
        while position < min(end, len(forms)) and forms[position][:1].isupper() and position not in scene.actor_at:
            position += 1
    if position > named.last and any(
        hit.entry.label == "source" for hit in scene.found("cues", position, position + 1)
    ):
        return True
    sentence = scene.reading.sentences[scene.reading.sentence_of[named.first]]
    alone = words[named.first - 1] not in {"the", "to", "of", "by", "on", "from", "at", "in", "and", ","}
    return sentence.title and named.last == sentence.last and named.group in _HEADLINE_SOURCES and alone


def _opens_and_tells(scene: Scene, named: Named) -> bool:
    """ "An activist in the town who asked not to be named told the agency": nothing happens before the speech."""
    sentence = scene.reading.sentences[scene.reading.sentence_of[named.first]]
    if named.group not in _TELLERS or named.first - sentence.first > 1:
        return False
    reach = (named.last, min(sentence.last, named.last + _ASIDE))
    speech = next((hit for hit in scene.found("cues", *reach) if hit.entry.label == "source"), None)
    if speech is None:
        return False
    return not any(scene.found(table, named.last, speech.first) for table in ("triggers", "harm"))


def _is_source_of(scene: Scene, named: Named) -> bool:
    """ "A source at the Police Command": for whom somebody speaks; "according to the army"."""
    words, forms = scene.reading.words, scene.reading.forms
    for position in range(named.first - 1, max(0, named.first - _BEFORE), -1):
        if words[position] in _WHO_SPEAK:
            return position < named.first - 1
        if words[position] == "according":
            return True
        if words[position] not in _OF_SPEAKERS and not forms[position][:1].isupper():
            return False
    return False


def _is_border(words: tuple[str, ...], named: Named) -> bool:
    """ "The border with Turkey"."""
    before = words[max(0, named.first - 3) : named.first]
    return named.mention.sector == "GOV" and "with" in before and not _BORDERS.isdisjoint(before)


def holds(scene: Scene, named: Named) -> bool:
    """ "A town held by the group", "a rebel town": its holder is no victim, unless it is fought over.

    Whose checkpoint it is may be one.
    """
    words = scene.reading.words
    owned = named.last
    while words[owned : owned + 1] and words[owned] in _SO_CALLED and owned < named.last + _HOLDING:
        owned += 1
    if words[owned : owned + 1] and words[owned] in _PLACES_HELD:
        return True
    by = named.first - 1 - (words[named.first - 1] == "the")
    while (
        by > 1 and scene.reading.forms[by].islower() and words[by] in {"extremist", "jihadist", "militant", "kurdish"}
    ):
        by -= 1
    if words[by] != "by" or words[by - 1] not in _HELD_BY:
        return False
    held = words[max(0, by - 1 - _HOLDING) : by - 1]
    named_place = scene.places_in(max(0, by - 1 - _HOLDING), by - 1)
    return bool(named_place) or not _PLACES_HELD.isdisjoint(held)
