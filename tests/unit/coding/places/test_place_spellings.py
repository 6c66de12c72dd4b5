"""One place, many spellings: all are found, and nothing that only looks like one."""

import pytest

from syria_events.coding.places import Gazetteer, PlaceMention

GAZETTEER = Gazetteer.shipped()

DEIR_EZ_ZOR = [
    *(
        "Deir ez-Zor",
        "Deir el-Zor",
        "Deir al-Zor",
        "Deir el-Zour",
        "Deir al-Zour",
        "Deir Ezzor",
        "Deir Ezzour",
        "Deir ez Zor",
    ),
    *("Deir-ez-Zor", "Deir Azzor", "Deir Azzour", "Deirezzor", "Deirazzour", "Dayr az-Zawr"),
    *("Dayr al-Zawr", "Dayr az Zawr", "Deyr ez-Zor", "Dair Alzour", "Dair az-Zor", "Der Ezzor"),
    *("Der Zor", "Deir Zor", "Deir e-Zor", "Deir Ez-Zour", "Deir Az Zor", "Deir az-Zur"),
    *("DEIR EZZOR", "Deir-al-Zour", "Deir Al Zour", "Deir ezzor", "Deyrizor", "Dêra Zorê"),
    *("Дейр-эз-Зор", "دير الزور", "ديرالزور", "دير زور", "دَير الزُّور", "ديـر الـزور"),
]

SPELLINGS = {
    "Raqqa": "Raqqa|Raqqah|Ar-Raqqah|al-Raqqa|Raqa|Rakka|Al Raqqah|الرقة|الرّقة",
    "Hasakah": "Hasakah|al-Hasakah|Hasaka|Hassakeh|Al-Hasakeh|Hassaka|Haseke|الحسكة|الحسكه",
    "Suwayda": "Suwayda|As-Suwayda|Sweida|Suweida|Al-Suwaida|Soueida|السويداء|السويدا",
    "Daraa": "Daraa|Dar'a|Deraa|Dera'a|Dara'a|درعا",
    "Idlib": "Idlib|Idleb|Edlib|İdlib|Идлиб|إدلب|ادلب",
    "Latakia": "Latakia|Lattakia|Latakiya|Ladhiqiyah|Lattaquié|اللاذقية|اللاذقيه",
    "Qamishli": "Qamishli|Al-Qamishli|Qamishlo|Kamishli|Qamishly|Qamişlo|القامشلي|القامشلى",
    "Maarrat al-Numan": "Maarrat al-Numan|Ma'arrat al-Nu'man|Maaret al-Numan|Maarat an-Numan|Maarat Numan|معرة النعمان",
    "Khan Shaykhun": "Khan Shaykhun|Khan Sheikhoun|Khan Sheikhun|Khan Shaykhoun|Khan Cheikhoun|خان شيخون",
    "Kafr Nabl": "Kafranbel|Kafr Nabl|Kafr Nabel|Kafr Anbel|Kafar Nabl|كفرنبل|كفر نبل",
    "Jisr al-Shughur": "Jisr al-Shughur|Jisr ash-Shughour|Jisr Al Shughour|Jisr al-Shoughour|جسر الشغور",
    "Tell Abyad": "Tell Abyad|Tal Abyad|Tel Abyad|Tall Abyad|Gire Spi|تل أبيض|تل ابيض",
    "Kobani": "Kobani|Kobane|Kobanê|Ain al-Arab|Ayn al-Arab|كوباني|عين العرب",
    "Abu Kamal": "Abu Kamal|Al-Bukamal|Albukamal|Boukamal|البوكمال|أبو كمال|ابو كمال",
}


def only(text: str, language: str | None = "en") -> PlaceMention:
    mentions = GAZETTEER.find(text, language)
    assert len(mentions) == 1, mentions
    return mentions[0]


@pytest.mark.parametrize("spelling", DEIR_EZ_ZOR)
def test_deir_ez_zor_has_more_than_thirty_spellings(spelling: str) -> None:
    mention = only(f"12 {spelling} 12")
    assert mention.name == spelling
    assert {place.admin1_pcode for place in mention.candidates} == {"SY09"}


@pytest.mark.parametrize(
    ("name", "spelling"), [(name, spelling) for name, all_ in SPELLINGS.items() for spelling in all_.split("|")]
)
def test_usual_spellings_are_found(name: str, spelling: str) -> None:
    mention = only(f"12 {spelling} 12")
    assert mention.name == spelling
    assert name in {place.name for place in mention.candidates}


@pytest.mark.parametrize(
    "text",
    [
        "The ambassador spoke of human rights.",
        "This is There, Then Home and Those Many Men of a Country Have a Question.",
        "At Home the Team had Hams and a Manager named Mayor Media.",
        "He bought a mare and felt safe in the harem.",
        "الوزير تكلم عن مدينة وقرية وبلدة كبيرة",
    ],
)
def test_words_are_no_places(text: str) -> None:
    assert GAZETTEER.find(text) == ()


def test_a_name_is_a_whole_token() -> None:
    assert GAZETTEER.find("The Homsi family, Idlibi cooks and the Aleppine soap") == ()


@pytest.mark.parametrize("text", ["fighters in the town of Nawa", "Nawa city was hit", "near Nawa"])
def test_a_town_named_like_a_word_is_found_beside_a_word_of_place(text: str) -> None:
    assert only(text).candidates[0].admin1_pcode == "SY12"


def test_turkish_endings_after_an_apostrophe_are_no_part_of_the_name() -> None:
    assert [mention.name for mention in GAZETTEER.find("Halep'te ve İdlib'de saldırı", "tr")] == ["Halep", "İdlib"]


def test_a_genitive_is_no_part_of_the_name() -> None:
    assert only("Aleppo's old market").name == "Aleppo"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قصف وبالرقة أيضا", "الرقة"),
        ("غارة على لحلب", "حلب"),
        ("وصلوا للرقة", "رقة"),
        ("قُصِفَتْ إِدْلِب", "إِدْلِب"),
        ("بريف الحسكـــة", "الحسكـــة"),
        ("\u200fفي حماة\u200f", "حماة"),
    ],
)
def test_arabic_names_keep_their_offsets_in_the_text_as_given(text: str, name: str) -> None:
    mention = only(text, "ar")
    assert mention.name.rstrip("\u200f") == name
    assert text[mention.start : mention.end] == mention.name


def test_the_adjective_of_a_country_is_no_place() -> None:
    assert [mention.name for mention in GAZETTEER.find("القوات السورية في سورية", "ar")] == ["سورية"]


def test_mentions_are_sorted_and_do_not_overlap() -> None:
    text = "Between Maarrat al-Numan and Khan Shaykhun, south of Idlib, and in Eastern Ghouta near Damascus"
    mentions = GAZETTEER.find(text, "en")
    assert [mention.name for mention in mentions] == [
        "Maarrat al-Numan",
        "Khan Shaykhun",
        "Idlib",
        "Eastern Ghouta",
        "Damascus",
    ]
