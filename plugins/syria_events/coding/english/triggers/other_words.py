"""Words that are spelt like a trigger and are another word here: "a press release", "free coverage", "Mr Lynch"."""

from __future__ import annotations

from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import BE
from syria_events.coding.english.words.inflection import BASE, GERUND
from syria_events.coding.english.words.lexicon import Hit
from syria_events.coding.english.words.wordsets import wordset

_MODALS = wordset("triggers.modals")
_BEFORE_NOUN = wordset("other_words.before_noun")
"""Words after which a bare form is a noun: "press release", "next fight"."""
_SUBJECT_GOES_ON = frozenset({"after", "before", "by", "then", "now", "while", "started", "began", ","})
_ALLIED = frozenset({"alongside", "under"})


def is_other_word(scene: Scene, hit: Hit, first: int) -> bool:
    """Return whether a form that the table has as a verb is a noun, an adjective, a preposition or a name here."""
    words = scene.reading.words
    word = words[hit.first]
    before = words[hit.first - 1] if hit.first > first else ""
    if hit.entry.tag == BASE and hit.last - hit.first == 1:
        if before in _BEFORE_NOUN or before.endswith("est"):
            return True
        if word == "free" and before not in _MODALS:
            return not _is_somebody(scene, hit.first - 1)
    if hit.entry.tag == GERUND and word == "surrounding":  # "the area surrounding the square"
        return not (before in BE | _SUBJECT_GOES_ON or _is_somebody(scene, hit.first - 1))
    return _is_surname(scene, hit, first)


def tells_of_allies(scene: Scene, hit: Hit) -> bool:
    """Return whether "fighting alongside", "fighting under the banner" tells who stands with whom, not of a fight."""
    words = scene.reading.words
    return words[hit.first].startswith(("fight", "fought")) and not _ALLIED.isdisjoint(words[hit.last : hit.last + 1])


def _is_somebody(scene: Scene, position: int) -> bool:
    return position in scene.actor_at or bool(scene.found("people", position, position + 1))


def _is_surname(scene: Scene, hit: Hit, first: int) -> bool:
    """ "Laura Lynch", "Mark Fight said": two capitals where the words around them have none."""
    forms = scene.reading.forms
    if hit.last - hit.first > 1 or hit.first - 1 <= first or not forms[hit.first].istitle():
        return False
    if not forms[hit.first - 1].istitle() or _is_somebody(scene, hit.first - 1):
        return False
    around = (*forms[max(first + 1, hit.first - 4) : hit.first - 1], *forms[hit.last : hit.last + 3])
    letters = [form for form in around if form.isalpha() and len(form) > 3]
    located = scene.places_in(hit.first - 1, hit.first)
    return bool(letters) and not located and not any(form.istitle() for form in letters)
