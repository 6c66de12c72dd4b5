"""Where one sentence goes on to another happening: "في حين …", "وقصفت …", a headline's second deed, its repetition."""

from __future__ import annotations

from collections.abc import Iterator

from syria_events.coding.arabic.words.lexicon import Found
from syria_events.coding.arabic.words.reading import Reading, Sentence
from syria_events.coding.arabic.words.wordsets import wordset

_REPEATED = 4
"""Words by which a headline is known again."""
ANSWERS = wordset("cuts.answers")
"""Verbs with which a clause opens that tells what the other side did then."""
_REPLY_REACH = 10
"""Words in which a reply tells with what it was given."""
_BARRAGES = frozenset({"target", "bombardment", "shelling", "air"})
SUBORDINATE = frozenset(["ردا", "تزامنا", "بالتزامن", "بعد", "عقب", "وسط", "رغم", "قبل", "قبيل", "بعيد", "اثر"])
"""Words with which a clause opens that is not the news: after, amid, in answer to."""


def parts(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the words [first, last) of the clauses of a sentence."""
    first = sentence.first
    seconds = _second_deeds(reading, sentence) | _repetitions(reading, sentence) | _after_setting(reading, sentence)
    for cut in sorted({*_cuts(reading, sentence), *seconds}):
        if cut in seconds or (_tells(reading, first, cut) and _tells(reading, cut, sentence.last)):
            yield first, cut
            first = cut
    yield first, sentence.last


def _cuts(reading: Reading, sentence: Sentence) -> set[int]:
    cuts = {hit.first for hit in reading.between("text", sentence.first + 1, sentence.last) if hit.label == "split"}
    for hit in reading.between("triggers", sentence.first + 2, sentence.last):
        if hit.clitics in {"و", "ف"} and _is_verb(hit) and reading.words[hit.first - 1] == "،":
            cuts.add(hit.first)
    words = reading.words
    for position in range(sentence.first + 1, sentence.last):
        word = words[position]
        if word == "مع" or word == "بعد":
            begins = _is_other_side(reading, sentence, position) or is_sequel(reading, position)
        elif word in ANSWERS:
            begins = words[position - 1] == "،" and _is_reply(reading, position)
        elif word == "في":
            begins = _is_meanwhile(words, position)
        elif word.isalnum():
            continue
        else:
            begins = _divides(reading, sentence, position)
        if begins:
            cuts.add(position)
    return cuts


def _divides(reading: Reading, sentence: Sentence, position: int) -> bool:
    """A semicolon or a bar, dots, and in a headline a dash."""
    word = reading.words[position]
    return (
        word in {"؛", "|"}
        or (word == "." and reading.words[position + 1 : position + 2] == ["."])
        or (not sentence.line and _is_dash(reading, position))
    )


def _is_reply(reading: Reading, position: int) -> bool:
    """وردت الفصائل باستهداف …: fire at the other side's positions; guards who shoot back belong to the same fight."""
    told = reading.between("triggers", position, position + _REPLY_REACH)
    return any(hit.label in _BARRAGES for hit in told)


def _is_meanwhile(words: list[str], position: int) -> bool:
    """في وقت تستمر طائرات …: what another does at the time."""
    following = words[position + 1 : position + 3]
    return following[:1] == ["وقت"] and following[-1][0] in "تي"


def is_sequel(reading: Reading, position: int) -> bool:
    """يأتي … بعد أسبوع من انفجار مماثل: the like of it that came before."""
    words = reading.words[position : position + 7]
    return words[:1] == ["بعد"] and words[2:3] == ["من"] and any(word.startswith("مماثل") for word in words[4:7])


def _after_setting(reading: Reading, sentence: Sentence) -> set[int]:
    """Where the news of a headline begins that opens with what came before: "بعد إخراجه من … .. غارة على …"."""
    if sentence.line or reading.words[sentence.first] not in SUBORDINATE:
        return set()
    stops = (at for at in range(sentence.first, sentence.last) if reading.words[at : at + 2] == [".", "."])
    return set(next(([at] for at in stops), []))


def _repetitions(reading: Reading, sentence: Sentence) -> set[int]:
    """Where a headline begins again, as pages repeat it in their titles: after a sentence, too."""
    if sentence.line:
        return set()
    seen: set[tuple[str, ...]] = set()
    again = set()
    for position in range(sentence.last - _REPEATED + 1):
        words = tuple(reading.words[position : position + _REPEATED])
        if words in seen:
            again.add(position)
        seen.add(words)
    return {position for position in again if position - 1 not in again and position > sentence.first}


def _is_other_side(reading: Reading, sentence: Sentence, position: int) -> bool:
    """تزامنت الغارات مع قصف …: what comes after "with" is a deed of its own."""
    before = reading.words[max(position - 7, sentence.first) : position]
    return reading.words[position] == "مع" and any(word.lstrip("و").startswith("تزامن") for word in before)


def _second_deeds(reading: Reading, sentence: Sentence) -> set[int]:
    """Where a headline goes on to another happening: "النظام يقصف إدلب وغارة روسية بريف حماة"."""
    if sentence.line:
        return set()
    return {
        hit.first
        for hit in reading.between("triggers", sentence.first + 4, sentence.last - 3)
        if (hit.clitics == "و" or "و" in reading.words[hit.first - 2 : hit.first])
        and _tells(reading, hit.first, sentence.last)
    }


def _is_dash(reading: Reading, position: int) -> bool:
    """A dash between blanks, as headlines have it before the name of the publisher."""
    start, end = reading.spans[position]
    return (
        reading.words[position] in {"-", "–", "—"}
        and reading.folded.text[start - 1 : end + 1].isspace() is False
        and (reading.folded.text[start - 1] == " " == reading.folded.text[end : end + 1])
    )


def _is_verb(hit: Found) -> bool:
    return hit.entry.detail == "verb"


def _tells(reading: Reading, first: int, last: int) -> bool:
    return bool(reading.between("triggers", first, last))
