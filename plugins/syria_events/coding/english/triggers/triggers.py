"""Triggers: words that tell of a happening, read as noun or as verb, active or passive, by the words around them."""

from __future__ import annotations

from syria_events.coding.english.kinds import kinds
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import BE, Trigger
from syria_events.coding.english.triggers.other_words import is_other_word, tells_of_allies
from syria_events.coding.english.triggers.taken_places import PLACE_OBJECTS
from syria_events.coding.english.triggers.trigger_checks import counts
from syria_events.coding.english.words.inflection import BASE, ED, GERUND, PARTICIPLE, PRESENT
from syria_events.coding.english.words.lexicon import Hit
from syria_events.coding.english.words.wordsets import wordset

_HAVE = frozenset(["has", "have", "had", "having", "'ve"])
MODALS = wordset("triggers.modals")
DETERMINERS = wordset("triggers.determiners")
_AFTER_NOUN = wordset("triggers.after_noun")
_OF_PEOPLE = frozenset({"arrest", "abduction", "execution", "release"})
_STRUCK = frozenset({"attack", "strike", "shooting", "bombardment", "bombing", "ambush", "assassination"})
"""Kinds that headlines tell without a form of be: "policemen attacked in Homs"."""
_WITHOUT_OBJECT = frozenset(
    {"", ".", ",", ";", ":", "in", "near", "at", "after", "over", "during", "following", "outside"}
)
"""What follows a verb of headlines that has lost its form of be: "three suspects arrested in Homs"."""
_BEFORE_NOUN = frozenset({"on", "of", "with", "by", "in", "at", "for", "against", "under", "from"})
_ARTICLES = frozenset({"a", "an", "the"})
_AGAINST = frozenset({"fighting", "battling"})
_ACCUSED = 7
"""Words from "accused" to "of"."""
_NOUNS = frozenset({"targets", "charges", "fires", "visits", "demands", "urges"})
_ADJECTIVAL = frozenset(
    {"a", "an", "the", "its", "their", "his", "these", "those", "two", "three", "several", "many", "of"}
)
"""Words after which a form of -ed is an adjective: "two besieged towns"."""


def triggers(scene: Scene, first: int, last: int) -> list[Trigger]:
    """Return the triggers in words [first, last), at most one per word, in the order of the text."""
    found: list[Trigger] = []
    for hit in scene.found("triggers", first, last):
        label = hit.entry.label
        if label.startswith("w_") or (found and hit.first < found[-1].last):
            continue
        trigger = _read(scene, hit, first, last)
        if trigger and counts(scene, trigger, first, last):
            found.append(trigger)
    return found


def _read(scene: Scene, hit: Hit, first: int, last: int) -> Trigger | None:
    entry = hit.entry
    kind = kinds()[entry.label]
    if kind.name == "clash" and tells_of_allies(scene, hit):
        return None
    if entry.part == "noun" and entry.tag == "noun":
        if _is_verbal(scene, hit, first, last):
            return None
        return Trigger(hit.first, hit.last, kind, False, False, entry.tag, entry.rule, entry.detail)
    before = hit.first - 1 - (scene.reading.words[hit.first - 1] == ")")
    if scene.reading.words[hit.first] in _AGAINST and before in scene.actor_at:
        return None  # "rebels fighting Assad": who they are, not what they did
    if entry.part == "word":
        return Trigger(hit.first, hit.last, kind, False, False, entry.tag, entry.rule, entry.detail)
    if is_other_word(scene, hit, first) or not _may_be_verb(scene, hit, first, last):
        return None
    return Trigger(
        hit.first, hit.last, kind, True, is_passive(scene, hit, first, last), entry.tag, entry.rule, entry.detail
    )


def _is_verbal(scene: Scene, hit: Hit, first: int, last: int) -> bool:
    """Whether a form that the table has as a noun is a verb here: "to attack", "Israel strikes Syrian posts"."""
    words = scene.reading.words
    before = words[hit.first - 1] if hit.first > first else ""
    after = words[hit.last] if hit.last < last else ""
    if hit.last - hit.first > 1:
        return False
    if before in MODALS and before not in {"no"}:
        return not (before == "to" and after in _AFTER_NOUN - {"on", "in", "against", "at"})
    if before in DETERMINERS or after in _AFTER_NOUN or not after:
        return False
    plural = words[hit.first].endswith("s") and not words[hit.first].endswith("ss")
    return (
        plural
        and hit.first - 1 in scene.actor_at
        and (
            hit.last in scene.actor_at
            or after in {"the", "a", "its", "two", "three"}
            or after in PLACE_OBJECTS
            or bool(scene.places_in(hit.last, hit.last + 1))
        )
    )


def _may_be_verb(scene: Scene, hit: Hit, first: int, last: int) -> bool:
    """Whether a verb's form is one here: "shells", "attack", "bombing" are nouns as well."""
    words = scene.reading.words
    tag = hit.entry.tag
    before = words[hit.first - 1] if hit.first > first else ""
    after = words[hit.last] if hit.last < last else ""
    if tag == BASE and before not in MODALS and (not before or _is_past_too(scene, hit)):
        return False  # "Storm sinks tents" begins with a noun
    if tag == PRESENT and _is_plural_noun(before, words[hit.first], after):
        return False
    if tag in {BASE, PRESENT} and _is_noun_too(scene, hit):
        return _is_verbal(scene, hit, first, last)
    if tag in {ED, PARTICIPLE} and before in _ADJECTIVAL and hit.last - hit.first == 1:
        return False
    if tag == BASE and before in DETERMINERS - {"and", "us", "regime", "rebel", "government"}:
        return False
    if tag == GERUND and before == "of" and _is_accused(scene, hit, first):
        return True
    if tag == GERUND and (before in DETERMINERS - {"after", "before", "by", "and"} or after in {"of", "by"}):
        return before in {"is", "are", "was", "were"}
    return True


def _is_accused(scene: Scene, hit: Hit, first: int) -> bool:
    """Whether somebody is accused of what a verb tells: "accused the army of firing rockets"."""
    told = scene.found("triggers", max(first, hit.first - _ACCUSED), hit.first)
    return any(other.entry.label == "accuse" and other.entry.part == "verb" for other in told)


def _is_plural_noun(before: str, word: str, after: str) -> bool:
    """ "On charges of", "hit Islamic State targets in the desert": a verb in the present stands otherwise."""
    return before in _BEFORE_NOUN or (word in _NOUNS and after in _AFTER_NOUN | {"", "and"})


def _is_past_too(scene: Scene, hit: Hit) -> bool:
    """Whether a verb's base form is its past as well: "hit", "set"."""
    same = scene.found("triggers", hit.first, hit.first + 1)
    return any(other.entry.tag == ED and other.last == hit.last for other in same)


def _is_noun_too(scene: Scene, hit: Hit) -> bool:
    return any(
        other.entry.tag == "noun" and other.first == hit.first
        for other in scene.found("triggers", hit.first, hit.first + 1)
    )


def is_passive(scene: Scene, hit: Hit, first: int, last: int) -> bool:
    """Whether a form of -ed has its object before it: after a form of be, before "by", or with no object behind it."""
    if hit.entry.tag not in {ED, PARTICIPLE}:
        return False
    words = scene.reading.words
    if not _ARTICLES.isdisjoint(words[hit.first : hit.last]):
        return False  # "foiled an attempt by militants"
    for position in range(hit.first - 1, max(first, hit.first - 5) - 1, -1):
        word = words[position]
        if word in BE:
            return True
        if word in _HAVE:
            return False
        if not (
            word.endswith("ly")
            or word in {"not", "also", "both", "and", "then", "later", "already", "being", "either", "or", "himself"}
        ):
            break
    if hit.entry.tag == PARTICIPLE:
        return True
    after = words[hit.last] if hit.last < last else ""
    if after == "with" and words[hit.first] == "charged":
        return True
    if hit.entry.label in _STRUCK and scene.reading.sentences[scene.reading.sentence_of[first]].title:
        return after in {"by", "when", *_WITHOUT_OBJECT} and words[hit.first] != "opened"
    return after in {"by", "when"} or (hit.entry.label in _OF_PEOPLE and after in _WITHOUT_OBJECT)
