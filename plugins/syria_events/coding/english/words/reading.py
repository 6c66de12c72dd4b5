"""An article as words and sentences, with offsets into `title + "\\n" + text`."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from syria_events.coding.english.words.credits import credits_in
from syria_events.model import Article

_WORD = re.compile(
    r"""(?:[A-Za-z]\.){2,}            # U.S.
      | \d+(?:-[A-Za-z]+)+             # 25-year-old
      | \d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![\w])  # 1,400
      | ['’]s\b                     # Syria's
      | [^\W_]+['’](?:t|ll|re|ve|d|m)\b  # didn't
      | [^\W_]+(?:[-‐][^\W_]+)*     # rebel-held
      | [^\w\s]""",
    re.VERBOSE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n+")
_BAR = re.compile(r"\s*[|•]\s*")
"""What publishers put between a headline and their name, or between headlines."""
_CAPTION_END = re.compile(
    r"\((?:archives?|file(?: photo)?|photo|illustrative|[A-Z]\w+ file photo)[^()\n]{0,40}\)\s+(?=[A-Z])", re.IGNORECASE
)
"""Where the caption of an old picture ends, run into the text."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|St|Sen|Rep|Gov|Prof|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov"
    r"|Dec|govt|approx|km|N|S|E|W)|\b(?:[A-Za-z]\.)*[A-Z])\.$"
)

_FUNCTION_WORD = re.compile(
    r"\b(?:[Tt]he|[Aa]t|[Ii]n|[Oo]f|[Aa]n?|[Hh]as|[Hh]ave|[Ww]as|[Ww]ere|[Ii]s|are|[Oo]n|[Bb]y|[Ff]or|and|its|that)\b"
)
_TAGS_WITHIN = 900
_TITLE_HEAD = 25
"""Characters by which a title is known again."""
_SENTENCE = 6
"""Words that a sentence has at least."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words [first, last). `title`: the headline, or a copy of it in the text; `ordinal` counts the others from 1.

    Date lines and other scraps of fewer than six words do not raise the ordinal.
    """

    index: int
    first: int
    last: int
    title: bool
    ordinal: int


@dataclass(frozen=True)
class Reading:
    """The words of an article. `words` are in lower case; `forms` as written; offsets are those of the full text."""

    text: str
    words: tuple[str, ...]
    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[Sentence, ...]

    def word_at(self, offset: int) -> int:
        """Return the word that covers or follows an offset."""
        position = bisect_right(self.starts, offset) - 1
        if position >= 0 and self.ends[position] > offset:
            return position
        return position + 1

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the words [first, last) that the offsets [start, end) cover."""
        first = self.word_at(start)
        last = bisect_right(self.starts, end - 1)
        return first, max(last, first + 1)

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets of words [first, last)."""
        return self.starts[first], self.ends[last - 1]

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """Return for each word the index of its sentence."""
        return tuple(sentence.index for sentence in self.sentences for _ in range(sentence.first, sentence.last))


def read(article: Article, cuts: tuple[int, ...] = ()) -> Reading:
    """Return the words and sentences of an article; a sentence ends at each of `cuts` (offsets) too."""
    text = article.full_text
    forms, starts, ends = [], [], []
    for match in _WORD.finditer(text):
        forms.append(match[0])
        starts.append(match.start())
        ends.append(match.end())
    reading = Reading(
        text, tuple(form.lower().replace("’", "'") for form in forms), tuple(forms), tuple(starts), tuple(ends), ()
    )
    return Reading(
        *(text, reading.words, reading.forms, reading.starts, reading.ends),
        tuple(_sentences(reading, article.title, _boundaries(article, cuts))),
    )


def _boundaries(article: Article, cuts: tuple[int, ...]) -> list[int]:
    text = article.full_text
    ends = {len(article.title), len(text), *cuts, *_title_copies(article), *_within_title(article.title)}
    ends.update(_tag_line(article))
    ends.update(offset for credit in credits_in(text) for offset in credit)
    ends.update(match.end() for match in (*_BAR.finditer(text), *_CAPTION_END.finditer(text)))
    for match in _SENTENCE_END.finditer(text):
        if "\n" in match[0] and _goes_on(text, match):
            continue
        if "\n" in match[0] or not _ABBREVIATION.search(text, max(0, match.start() - 12), match.start()):
            ends.add(match.end())
    return sorted(ends)


def _goes_on(text: str, gap: re.Match[str]) -> bool:
    """Whether a line only breaks, and its sentence goes on in the next: "killed\\ntwo people"."""
    return text[gap.end() : gap.end() + 1].islower() and text[gap.start() - 1 : gap.start()].isalnum()


def without_tags(text: str) -> str:
    """Return a text with blanks for the tags that a parser left in it, so that all offsets stay."""
    return _TAG.sub(lambda tag: " " * len(tag[0]), text) if "<" in text else text


def _title_copies(article: Article) -> list[int]:
    """Offsets where a copy of the headline near the head of the text begins and ends."""
    title = article.title.strip()
    at = article.text.find(title, 0, 200 + 2 * len(title)) if len(title) > 15 else -1
    if at < 0:
        return []
    start = len(article.title) + 1 + at
    return [start, start + len(title)]


def _within_title(title: str) -> list[int]:
    """Offsets where a title begins anew: pages give it once for themselves and once for the site."""
    head = title.strip()[:_TITLE_HEAD]
    if len(head) < _TITLE_HEAD:
        return []
    return [match.start() for match in re.finditer(re.escape(head), title)]


def _tag_line(article: Article) -> list[int]:
    """Offsets where a line of tags, run into the text, begins and ends: "Tags Aleppo truce Air strikes hit …"."""
    tags = re.search(r"(?<![\w])Tags (?=[A-Z])", article.text[:_TAGS_WITHIN])
    if not tags:
        return []
    function = _FUNCTION_WORD.search(article.text, tags.end())
    if not function:
        return []
    capitals = [match.start() for match in re.finditer(r"\b[A-Z]", article.text[tags.end() : function.end()])]
    shift = len(article.title) + 1
    return [shift + tags.start(), shift + tags.end() + capitals[-1]] if capitals else []


def _sentences(reading: Reading, title: str, boundaries: list[int]) -> list[Sentence]:
    sentences: list[Sentence] = []
    keys = {_letters(title), *(_letters(part) for part in _BAR.split(title))} - {""}
    first = ordinal = 0
    for end in boundaries:
        last = first
        while last < len(reading.starts) and reading.starts[last] < end:
            last += 1
        if last > first:
            words = reading.text[reading.starts[first] : reading.ends[last - 1]]
            is_title = reading.starts[first] < len(title) or _letters(words) in keys
            ordinal += not is_title and last - first >= _SENTENCE
            sentences.append(Sentence(len(sentences), first, last, is_title, 0 if is_title else max(ordinal, 1)))
        first = last
    return sentences


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
