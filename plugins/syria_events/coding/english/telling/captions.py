"""Captions of pictures, videos and posts within a text: they show what the article tells, and count nobody anew."""

from __future__ import annotations

from dataclasses import replace

from syria_events.coding.english.mention import LEAD, Mention
from syria_events.coding.english.scene import Scene


def as_caption(scene: Scene, mention: Mention) -> Mention:
    """Return a mention of a caption without a toll and without a report of its own, any other as it is.

    "A father weeps where his son was killed by a strike on Binnish": the dead are those of the text.
    """
    sentence = scene.reading.sentences[mention.sentence]
    # a caption that has run into the lead tells the news itself
    if sentence.ordinal <= LEAD or not mention.kind.is_violent or _is_deed(mention):
        return mention
    if scene.cue("caption", sentence.first, sentence.last) is None:
        return mention
    return replace(mention, tolls=(), only_joins=True)


def _is_deed(mention: Mention) -> bool:
    return mention.trigger.verb and mention.trigger.tag != "toll"
