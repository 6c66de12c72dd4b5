"""Actors in text: names, adjectives and generic words, with the groups of the day."""

from datetime import date
from itertools import pairwise

import pytest

from syria_events.coding.actors import ActorDictionary, ActorMention, find_actors

WAR = date(2017, 5, 1)
LAST_DAY_OF_ASSAD, FIRST_DAY_AFTER = date(2024, 12, 7), date(2024, 12, 8)


def found(text: str, on: date | None = WAR, language: str = "en") -> list[tuple[str, str]]:
    mentions = find_actors(text, language, on)
    assert all(text[mention.start : mention.end] == mention.name for mention in mentions)
    return [(mention.name, mention.group) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "name", "before", "after"),
    [
        ("the Syrian army advanced", "Syrian army", "syrian_government", "syrian_government"),
        ("said the Syrian government", "Syrian government", "syrian_government", "syrian_government"),
        ("HTS advanced", "HTS", "hts", "syrian_government"),
        ("Hay'at Tahrir al-Sham advanced", "Hay'at Tahrir al-Sham", "hts", "syrian_government"),
        ("Abu Mohammad al-Jolani said", "Abu Mohammad al-Jolani", "hts", "syrian_government"),
        ("Assad's forces fired", "Assad's forces", "syrian_government", "other"),
        ("regime remnants fired", "regime remnants", "syrian_government", "other"),
        ("SDF fighters", "SDF fighters", "sdf", "sdf"),
        ("الجيش السوري", "الجيش السوري", "syrian_government", "syrian_government"),
        ("هيئة تحرير الشام", "هيئة تحرير الشام", "hts", "syrian_government"),
        ("فلول النظام", "فلول النظام", "syrian_government", "other"),
    ],
)
def test_the_eighth_of_december_2024_changes_groups(text: str, name: str, before: str, after: str) -> None:
    assert found(text, LAST_DAY_OF_ASSAD) == [(name, before)]
    assert found(text, FIRST_DAY_AFTER) == [(name, after)]


def test_the_same_words_mean_another_actor_after_the_fall() -> None:
    ids = [find_actors("the Syrian army", "en", day)[0].actor_id for day in (LAST_DAY_OF_ASSAD, FIRST_DAY_AFTER)]
    assert ids == ["army_assad", "army_transition"]


@pytest.mark.parametrize(
    ("spelling", "group"),
    [
        *((s, "islamic_state") for s in ("ISIS", "ISIL", "Daesh", "Da'esh", "IS", "Islamic State", "داعش", "IŞİD")),
        *((s, "hts") for s in ("Jabhat al-Nusra", "Jabhat an-Nusrah", "Nusra Front", "al-Nusra Front", "جبهة النصرة")),
        *((s, "hts") for s in ("Jabhat Fateh al-Sham", "Hayat Tahrir al-Sham", "Haiat Tahrir al-Sham")),
        *((s, "hezbollah") for s in ("Hezbollah", "Hizbullah", "Hizbollah", "حزب الله", "حزب الله اللبناني")),
        *((s, "us_led_coalition") for s in ("U.S.", "US", "US-led coalition", "U.S.-led coalition", "التحالف الدولي")),
        *((s, "sdf") for s in ("YPG", "YPJ", "Asayish", "Syrian Democratic Forces", "قسد", "وحدات حماية الشعب")),
        *((s, "opposition") for s in ("FSA", "Free Syrian Army", "Ahrar al-Sham", "Ahrar ash-Sham", "الجيش الوطني")),
        *((s, "iran") for s in ("IRGC", "Islamic Revolutionary Guard Corps", "الحرس الثوري الإيراني")),
        *((s, "turkey") for s in ("Turkish army", "Turkish warplanes", "الجيش التركي", "المدفعية التركية")),
        *((s, "russia") for s in ("Russian warplanes", "Russian jets", "الطيران الحربي الروسي", "القوات الروسية")),
        *((s, "israel") for s in ("Israeli warplanes", "Israeli army", "قوات الاحتلال الإسرائيلي")),
        *((s, "un") for s in ("United Nations", "U.N.", "Staffan de Mistura", "مجلس الأمن")),
        *((s, "white_helmets") for s in ("White Helmets", "Syria Civil Defence", "الخوذ البيضاء", "الدفاع المدني")),
        *((s, "red_cross") for s in ("ICRC", "Syrian Arab Red Crescent", "الهلال الأحمر العربي السوري")),
        *((s, "fra") for s in ("France", "French", "فرنسا")),
    ],
)
def test_usual_names_have_their_group(spelling: str, group: str) -> None:
    assert found(f"12 {spelling} 12") == [(spelling, group)]


@pytest.mark.parametrize(
    ("word", "group"),
    [
        ("rebels", "opposition"),
        ("gunmen", "unidentified_armed_group"),
        ("unidentified gunmen", "unidentified_armed_group"),
        ("civilians", "civilians"),
        ("protesters", "protesters"),
        ("prisoners", "prisoners"),
        ("journalists", "journalists"),
        ("doctors", "medics"),
        ("aid workers", "aid_workers"),
        ("مدنيين", "civilians"),
        ("متظاهرون", "protesters"),
        ("مسلحين مجهولين", "unidentified_armed_group"),
        ("معتقلين", "prisoners"),
        ("مسعف", "medics"),
    ],
)
def test_generic_words_are_found_as_such(word: str, group: str) -> None:
    (mention,) = find_actors(f"12 {word} 12", "en", WAR)
    assert (mention.name, mention.group, mention.kind) == (word, group, "generic")


def test_adjectives_are_told_from_names() -> None:
    kinds = {m.name: m.kind for m in find_actors("Russian air strikes hit; Russia denied; rebels fled", "en", WAR)}
    assert kinds == {"Russian": "adjective", "Russia": "name", "rebels": "generic"}


def test_the_longest_name_wins() -> None:
    assert found("Turkish-backed rebels and the US-led coalition forces") == [
        ("Turkish-backed rebels", "opposition"),
        ("US-led coalition forces", "us_led_coalition"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The ambassador is sad",
        "they told us that it is so",
        "Who is it?",
        "an assadist pun",
        "this mit is a map",
        "Jan. 13",
    ],
)
def test_words_are_no_actors(text: str) -> None:
    assert found(text) == []


def test_arabic_clitics_are_left_outside() -> None:
    text = "قصف للطيران الروسي وقسد وبداعش"
    names = [mention.name for mention in find_actors(text, "ar", WAR)]
    assert names == ["طيران الروسي", "قسد", "داعش"]


def test_arabic_marks_stay_inside_the_span() -> None:
    assert found("مقتلُ ثلاثةِ مَدَنِيّينَ برصاص قَسَد", WAR, "ar") == [("مَدَنِيّينَ", "civilians"), ("قَسَد", "sdf")]


def test_an_actor_is_found_by_any_of_its_names() -> None:
    dictionary = ActorDictionary.shipped()
    nusra, hts = dictionary.find("Jabhat an-Nusra"), dictionary.find("هيئة تحرير الشام")
    assert nusra is not None
    assert hts is not None
    assert (nusra.actor_id, hts.actor_id, nusra.parent) == ("nusra", "hts", "al_qaeda")
    assert dictionary.find("nobody in particular") is None


def test_mentions_are_sorted_and_do_not_overlap() -> None:
    mentions: tuple[ActorMention, ...] = find_actors("Russian warplanes, SDF, ISIS, and the Syrian army", "en", WAR)
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)
    assert all(one.end <= two.start for one, two in pairwise(mentions))


@pytest.mark.parametrize("text", ["نظام غذائي صحي", "al-Midan neighbourhood", "Shabaniye village", "Assi Press"])
def test_what_only_resembles_an_actor_is_none(text: str) -> None:
    assert found(text) == []


def test_a_preposition_takes_the_article_away() -> None:
    assert found("مقتل مدني بقصف للنظام", WAR, "ar")[-1] == ("نظام", "syrian_government")


def test_the_adjective_of_a_state_is_told_from_its_name_in_arabic() -> None:
    kinds = {m.name: m.kind for m in find_actors("غارات روسية، وقالت روسيا", "ar", WAR)}
    assert kinds == {"روسية": "adjective", "روسيا": "name"}
