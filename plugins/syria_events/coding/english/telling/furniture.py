"""Furniture of pages: tags, captions, appeals to readers, and the headlines of other stories that follow the text."""

from __future__ import annotations

from syria_events.coding.english.scene import Scene
from syria_events.coding.english.words.credits import is_credit
from syria_events.coding.english.words.reading import Sentence

_ARCHIVED = frozenset({"archive", "archives", "file"})
_HEAD = 30
"""Words that an article has at least before the links to others that follow it."""
_LINKS = 3
"""Headlines that a list of other stories has at least."""
_ENDS = frozenset({".", "!", "?", "…", ":", ";", ",", '"', "”", ")", "]"})
_HEADLINE = 4
"""Words that a headline has at least."""
_MENU = 10
"""Words after "Related" of which the longer ones have capitals."""
_SHORT = 3
"""Letters up to which words are in lower case even in headlines."""


def is_furniture(scene: Scene, sentence: Sentence) -> bool:
    """Lines of tags, captions of pictures, and links to other stories in capitals."""
    if sentence.title:
        return False
    if is_credit(scene.reading.text, scene.reading.starts[sentence.first]):
        return True
    if scene.cue("link", sentence.first, sentence.first + 1):
        return True  # "Read more: air strike kills nine"
    forms = scene.reading.forms[sentence.first : sentence.last]
    if not _ARCHIVED.isdisjoint(scene.reading.words[sentence.first : sentence.last][-4:]):
        return True
    return forms[0] in {"Tags", "FILE"} or (len(forms) >= 5 and "".join(forms).isupper())


def text_end(scene: Scene) -> int:
    """Return the word at which the article ends, and what the page shows below it begins."""
    end = len(scene.reading.words)
    tails = (hit.first for hit in scene.found("cues", _HEAD, end) if hit.entry.label == "tail")
    return min(next(tails, end), _list_of_links(scene), _menu(scene))


def _menu(scene: Scene) -> int:
    """The word "Related" with headlines run together behind it."""
    forms = scene.reading.forms
    for position in range(_HEAD, len(forms) - _MENU):
        if forms[position] != "Related" or forms[position - 1].islower():
            continue
        longer = [form for form in forms[position + 1 : position + _MENU] if form[0].isalpha() and len(form) > _SHORT]
        if longer and all(form[0].isupper() for form in longer):
            return position
    return len(forms)


def _list_of_links(scene: Scene) -> int:
    """The word at which a list of headlines begins with which the text ends: numbered, or most words with capitals."""
    sentences = scene.reading.sentences
    start = len(sentences)
    while start > 1 and sentences[start - 1].first > _HEAD and _is_line(scene, sentences[start - 1]):
        start -= 1
    lines = sentences[start:]
    links = sum(_is_headline(scene, line) for line in lines)
    numbers = sum(line.last - line.first == 1 and scene.reading.words[line.first].isdigit() for line in lines)
    enough = links >= _LINKS or (numbers >= _LINKS and len(lines) >= 2 * _LINKS)
    return lines[0].first if enough else len(scene.reading.words)


def _is_line(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence is a line of its own that no stop ends."""
    reading = scene.reading
    begins = reading.starts[sentence.first]
    alone = "\n" in reading.text[reading.ends[sentence.first - 1] : begins]
    return alone and reading.words[sentence.last - 1] not in _ENDS


def _is_headline(scene: Scene, sentence: Sentence) -> bool:
    """Whether nearly all longer words of a line begin with a capital."""
    forms = [form for form in scene.reading.forms[sentence.first : sentence.last] if form[0].isalpha()]
    longer = [form for form in forms if len(form) > _SHORT]
    return len(forms) >= _HEADLINE and all(form[0].isupper() for form in longer)
