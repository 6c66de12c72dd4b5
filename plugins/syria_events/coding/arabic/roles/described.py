"""Names that describe: of whom a place, an office, a site or a supported force is told, and who does nothing there."""

from __future__ import annotations

from syria_events.coding.arabic.scene import Named, Scene
from syria_events.coding.arabic.words.reading import Reading
from syria_events.coding.arabic.words.wordsets import wordset

_MARKS = frozenset('"“”«»(')
_DASHES = frozenset("-–—|")
_BORDER = wordset("described.border")
_LAND = wordset("described.land")
_HELD = wordset("described.held")
_IN = wordset("described.in")
_UNKNOWN = "مجهول"


def is_description(scene: Scene, named: Named) -> bool:
    """Say whether a name only says where, whose or what something is (codebook rule 4 asks who does and suffers)."""
    reading = scene.reading
    return (
        _is_in_place_name(scene, named)
        or _is_across_border(reading, named)
        or _is_press_office(reading, named)
        or _is_site_name(reading, named)
        or _is_supporter(reading, named)
        or _holds_land(reading, named)
        or _is_neighbour(reading, named)
        or _is_unidentified_victim(reading, named)
    )


def _is_in_place_name(scene: Scene, named: Named) -> bool:
    """جبل الأكراد: a part of the name of a place."""
    return any(
        located.first < named.first and named.last <= located.last
        for located in scene.places_in(max(named.first - 3, 0), named.first)
    )


def _is_across_border(reading: Reading, named: Named) -> bool:
    """الحدودية مع تركيا."""
    before = reading.words[max(named.first - 3, 0) : named.first]
    return before[-1:] == ["مع"] and any(word.removeprefix("ال") in _BORDER for word in before)


def _is_press_office(reading: Reading, named: Named) -> bool:
    """المركز الإعلامي, مصدر إعلامي: the press as an adjective of who tells it."""
    if named.mention.group != "journalists" or named.last - named.first > 1:
        return False
    return any(hit.label == "press_head" for hit in reading.at["text"].get(named.first - 1, ()))


def _is_site_name(reading: Reading, named: Named) -> bool:
    """… جنوبي إدلب - الدفاع المدني السوري: the name of the site at the end of a headline."""
    words = reading.words
    ends = named.last >= len(words) or words[named.last] in {"\n", "|"}
    return ends and named.first > 0 and words[named.first - 1] in _DASHES


def _is_supporter(reading: Reading, named: Named) -> bool:
    """لواء القدس المدعوم روسيا, الفصائل المدعومة من تركيا: who is behind a force that is named."""
    before = reading.words[max(named.first - 3, 0) : named.first]
    for word in reversed(before):
        if word.startswith("المدعوم"):
            return True
        if word not in {"من", "قبل"}:
            return False
    return False


def _holds_land(reading: Reading, named: Named) -> bool:
    """في مناطق سيطرة النظام: whose land it is."""
    words = [word for word in reading.words[max(named.first - 5, 0) : named.first] if word not in _MARKS]
    if len(words) < 3 or words[-1] not in _HELD or words[-2].removeprefix("ال") not in _LAND:
        return False
    return words[-2].startswith("ب") or words[-3] in _IN


def _is_neighbour(reading: Reading, named: Named) -> bool:
    """بلدة … القريبة من القواعد التركية, سقطت قرب قاعدة روسية: a base beside which something lies."""
    first = named.first
    if not any(hit.label == "base" for hit in reading.at["text"].get(first - 1, ())):
        return False
    return any(hit.label == "beside" and hit.last == first - 1 for hit in reading.between("text", first - 4, first - 1))


def _is_unidentified_victim(reading: Reading, named: Named) -> bool:
    """امرأة وطفل مجهولي الهوية, جثة مجهولة الهوية: who was found or hurt, and nobody knows his name."""
    if named.mention.group != "unidentified_armed_group" or _UNKNOWN not in reading.words[named.first]:
        return False
    people = reading.at["people"].get(named.first - 1, ())
    return any(hit.entry.detail == "civilian" for hit in people) or reading.words[named.first - 1] in _BODIES


_BODIES = wordset("described.bodies")
