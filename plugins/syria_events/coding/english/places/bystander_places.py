"""Names of places where nothing of this happened: of speakers, origins, datelines, states that act, other words."""

from __future__ import annotations

from syria_events.coding.english.actors.actors import HELD
from syria_events.coding.english.places.standpoints import is_standpoint
from syria_events.coding.english.places.states import is_state
from syria_events.coding.english.places.whereabouts import Located
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.words.wordsets import wordset
from syria_events.coding.places.ordinary import FIRST_ELEMENTS

_SAYS = wordset("location.says")
_TIES = wordset("location.ties")
_REPORTS = wordset("location.reports")
_QUOTED = frozenset({"quoted", "cited"})
_STREETS = frozenset({"street", "avenue", "roundabout", "boulevard"})
"""What a street is called, though a town far away has the name."""
_LIST = frozenset({",", "and"})
_CLINICS = frozenset({"hospital", "hospitals", "clinic", "clinics"})
_TREATED = frozenset(
    {
        "taken",
        "transferred",
        "rushed",
        "died",
        "succumbed",
        "admitted",
        "moved",
        "brought",
        "arrived",
        "injuries",
        "wounds",
    }
)
_SPEAKING = frozenset({"said", "says", "speaking", "spoke", "reporters"})
_WHO_SPEAK = wordset("location.who_speak")
_PLACE_WORDS = wordset("location.place_words")
_WIDE = frozenset({"city", "governorate", "country", "region", "neighbourhood"})
"""Kinds of places after which another name may begin: "in Homs al-Waer was hit"."""
_TITLES = wordset("location.titles")
_GIVEN_NAMES = wordset("location.given_names")


def is_bystander(scene: Scene, located: Located, leaving: bool) -> bool:
    """Whether a name is not where it happened; with `leaving`, the place that somebody left is."""
    if scene.skip[0] <= located.first < scene.skip[1] or _is_actor(scene, located) or _is_no_name(scene, located):
        return True
    if is_state(scene, located):
        return True
    if _is_dateline(scene, located) or _is_speaker(scene, located) or is_standpoint(scene, located):
        return True
    return not leaving and _comes_from(scene, located)


def _is_speaker(scene: Scene, located: Located) -> bool:
    """ "Damascus denies", "told Moscow", "a source in Homs", "taken to Idlib hospital": who speaks, deals or heals."""
    words = scene.reading.words
    before = words[located.first - 1] if located.first else ""
    after = words[located.last] if located.last < len(words) else ""
    announced = after in _SAYS and words[located.last + 1 : located.last + 2] != ("by",)
    announced = announced or (before not in _TIES and _is_quoted(words[located.last : located.last + 3]))
    if announced or before == "told" or (before == "between" and not located.mention.qualifier):
        return True
    if before == "in" and words[located.first - 2] in _SPEAKING:
        return True
    if _is_border(words, located):
        return True
    if _is_about_speaker(scene, located):
        return True
    if after in _CLINICS and not _TREATED.isdisjoint(words[max(0, located.first - 6) : located.first]):
        return True
    told = scene.cue("source", max(0, located.first - 8), located.last + 6) is not None
    return before == "in" and words[located.first - 2] in _WHO_SPEAK and told


def _is_quoted(after: tuple[str, ...]) -> bool:
    """Whether words behind a name tell of what somebody says: "Barazi was quoted as saying", "Uthman reported"."""
    passive = after[:1] in {("was",), ("were",), ("is",)} and not _QUOTED.isdisjoint(after[1:2])
    return passive or (not _REPORTS.isdisjoint(after[:1]) and after[1:2] != ("by",))


def _is_border(words: tuple[str, ...], located: Located) -> bool:
    """ "On the Lebanon border", "the border with Turkey": the land on the other side."""
    abroad = all(place.country != "SY" and place.kind == "country" for place in located.mention.candidates)
    beside = words[located.last : located.last + 1] == ("border",)
    return abroad and (beside or words[max(0, located.first - 2) : located.first] == ("border", "with"))


def _is_about_speaker(scene: Scene, located: Located) -> bool:
    """ "The command, which heads all missions in the Middle East, said": told of the speaker, not of what happened."""
    words = scene.reading.words
    sentence = scene.reading.sentences[scene.reading.sentence_of[located.first]]
    end = located.last + (words[located.last : located.last + 1] == (",",))
    if end == located.last or not scene.found("cues", end, end + 1) or scene.cue("source", end, end + 1) is None:
        return False
    relative = next((at for at in range(located.first - 1, sentence.first, -1) if words[at] == ","), None)
    return relative is not None and relative - 1 in scene.actor_at


def _comes_from(scene: Scene, located: Located) -> bool:
    """ "residents from the northern towns of Fua and Kafraya": where somebody came from."""
    words, before = scene.reading.words, located.first - 1
    while before > 0 and (words[before] in _PLACE_WORDS or words[before].endswith(HELD)):
        before -= 1
    if words[before] not in _LIST:
        return words[before] == "from"
    listed = next((one for one in scene.places_in(max(0, before - 3), before) if one.last == before), None)
    return listed is not None and _comes_from(scene, listed)


def _is_no_name(scene: Scene, located: Located) -> bool:
    """Acronyms ("IS"), nationalities and words of a headline ("Mortar Attack") that only resemble a town."""
    words = scene.reading.words
    if words[located.first].endswith(("ian", "ians")) or words[located.first - 2 : located.first] in {
        ("state", "of"),
        ("state", "in"),
    }:
        return True
    if _is_person(scene, located):
        return True
    form = scene.reading.forms[located.first]
    if _is_head_of_name(scene, located) or _is_tail_of_name(scene, located) or words[located.last - 1].endswith(HELD):
        return True
    if words[located.first].startswith(("pro-", "anti-")) or not _STREETS.isdisjoint(
        words[located.last : located.last + 1]
    ):
        return True
    if words[located.last : located.last + 1] == ("based",):
        return True  # "the London based Observatory"
    if form.isupper() and len(form) <= 4 and located.last == located.first + 1:
        return True
    return any(scene.found(table, located.first, located.last) for table in ("triggers", "harm", "people"))


def _is_head_of_name(scene: Scene, located: Located) -> bool:
    """ "Shahba" of "Shahba al-Jadida": a longer name that the gazetteer lacks; after a city its quarter is named."""
    forms, last = scene.reading.forms, located.last
    if not {place.kind for place in located.mention.candidates}.isdisjoint(_WIDE):
        return False
    goes_on = last < len(forms) and forms[last].lower().startswith(("al-", "el-"))
    return goes_on and last not in scene.actor_at and not scene.places_in(last, last + 1)


def _is_tail_of_name(scene: Scene, located: Located) -> bool:
    """ "Tadmor" of "Bab Tadmor": part of a longer name that the gazetteer lacks."""
    before = scene.reading.forms[located.first - 1] if located.first else ""
    if before[:1].isupper() and before.lower().removeprefix("al-") in FIRST_ELEMENTS:
        return True
    return _is_article_of_tail(scene, located)


def _is_article_of_tail(scene: Scene, located: Located) -> bool:
    """ "Al-Qasab" of "near Baar al-Qasab": an unknown name between a word that ties a place and the article."""
    words, forms, at = scene.reading.words, scene.reading.forms, located.first - 1
    if at < 1 or not words[located.first].startswith(("al-", "el-")) or not forms[at][:1].isupper():
        return False
    known = words[at] in _TIES | _PLACE_WORDS or at in scene.actor_at or scene.places_in(at, at + 1)
    return not known and words[at - 1] in _TIES | _LIST and not forms[at - 1][:1].isupper()


def _is_person(scene: Scene, located: Located) -> bool:
    """A name of a person: "Khaled al-Ahmad", "Imam Salman", "commander Abu Hajar", "named as"."""
    words, forms = scene.reading.words, scene.reading.forms
    before = words[located.first - 1] if located.first else ""
    if before in _TIES or located.mention.qualifier or forms[located.first].isupper():
        return False
    if before in _TITLES or (before in _GIVEN_NAMES and forms[located.first - 1][:1].isupper()):
        return True
    after = forms[located.last] if located.last < len(forms) else ""
    return words[located.first] in _GIVEN_NAMES and (after[:1].isupper() or after.startswith(("al-", "bin", "ibn")))


def _is_dateline(scene: Scene, located: Located) -> bool:
    """A city in capitals, or before an agency's name, at the head of the text: where it was written."""
    if (
        located.mention.start > len(scene.article.title) + 260
        or scene.reading.sentences[scene.reading.sentence_of[located.first]].title
    ):
        return False
    forms = scene.reading.forms
    following = forms[located.last] if located.last < len(forms) else ""
    if following in {"AFP", "Reuters", "AP", "SANA"}:
        return True
    name = forms[located.first]
    before = forms[located.first - 1] if located.first else ""
    abroad = all(place.country != "SY" for place in located.mention.candidates)
    opens = abroad and following[:1].isupper() and not before[:1].islower()
    return (name.isupper() and len(name) > 3 and following[:1].isupper()) or opens


def _is_actor(scene: Scene, located: Located) -> bool:
    """Whether it is part of an actor's longer name, or an actor's own."""
    named = scene.actor_at.get(located.first)
    if named is None:
        return False
    if named.last - named.first > located.last - located.first:
        return True
    before = scene.reading.words[located.first - 1] if located.first else ""
    if before in _TIES:
        return False
    return located.mention.qualifier is None
