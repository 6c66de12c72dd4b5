"""Which place a name means, and how precisely: what stands beside it and around it decides."""

import pytest

from syria_events.coding.places import Gazetteer, GazetteerPlace, PlaceContext
from syria_events.model import Place

GAZETTEER = Gazetteer.shipped()


def resolve(text: str, name: str, gazetteer: Gazetteer = GAZETTEER) -> tuple[Place | None, str]:
    mentions = gazetteer.find(text, None)
    mention = next(mention for mention in mentions if mention.name == name)
    near = sorted((m for m in mentions if m is not mention), key=lambda m: abs(m.start - mention.start))
    return gazetteer.resolve_with_reason(mention, PlaceContext(mentions, tuple(near)))


@pytest.mark.parametrize(
    ("text", "name", "admin1", "precision"),
    [
        ("A bomb exploded in Aleppo.", "Aleppo", "SY02", 1),
        ("A bomb exploded in Aleppo city.", "Aleppo city", "SY02", 1),
        ("A bomb exploded in the city of Raqqa.", "Raqqa", "SY11", 1),
        ("Clashes in Aleppo province", "Aleppo", "SY02", 3),
        ("Clashes in the province of Hama", "Hama", "SY05", 3),
        ("Clashes in Aleppo's western countryside", "Aleppo", "SY02", 3),
        ("Clashes in western Deir ez-Zor countryside", "Deir ez-Zor", "SY09", 3),
        ("Clashes in northern Aleppo", "Aleppo", "SY02", 3),
        ("Clashes in rural Idlib", "Idlib", "SY07", 3),
        ("Clashes in Hama, Homs and Latakia provinces", "Homs", "SY04", 3),
        ("Clashes near Saraqib", "Saraqib", "SY07", 2),
        ("Clashes near the town of Saraqib", "Saraqib", "SY07", 2),
        ("A strike 10 km east of Palmyra", "Palmyra", "SY04", 2),
        ("Clashes in Manbij countryside", "Manbij", "SY02", 2),
        ("Shelling of Damascus suburbs", "Damascus suburbs", "SY03", 3),
        ("Shelling of the outskirts of Damascus", "Damascus", "SY03", 3),
        ("Shelling of Damascus", "Damascus", "SY01", 1),
        ("Shelling of Eastern Ghouta", "Eastern Ghouta", "SY03", 2),
        ("Shelling in northern Syria", "northern Syria", None, 4),
        ("Shelling in Syria", "Syria", None, 4),
        ("اشتباكات في حلب", "حلب", "SY02", 1),
        ("اشتباكات في ريف حلب الغربي", "حلب", "SY02", 3),
        ("اشتباكات في محافظة الرقة", "الرقة", "SY11", 3),
        ("اشتباكات في الريف الشمالي لحماة", "حماة", "SY05", 3),
        ("غارة قرب بلدة كفرنبل", "كفرنبل", "SY07", 2),
        ("غارة على بلدة كفرنبل", "كفرنبل", "SY07", 1),
        ("قصف شرق تدمر", "تدمر", "SY04", 2),
        ("قصف على ريف دمشق", "ريف دمشق", "SY03", 3),
    ],
)
def test_the_words_beside_a_name_set_its_kind_and_precision(
    text: str, name: str, admin1: str | None, precision: int
) -> None:
    place, reason = resolve(text, name)
    assert place is not None, reason
    assert (place.admin1_pcode, place.precision, place.country) == (admin1, precision, "SY")


def test_a_place_points_at_its_words() -> None:
    text = "Warplanes hit Kafr Nabl."
    place, _ = resolve(text, "Kafr Nabl")
    assert place is not None
    assert text[place.start : place.end] == "Kafr Nabl"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [("Talks in Geneva", "Geneva", "CH"), ("Talks in Astana", "Astana", "KZ"), ("اجتماع في أنقرة", "أنقرة", "TR")],
)
def test_places_abroad_have_a_country_and_no_governorate(text: str, name: str, country: str) -> None:
    place, _ = resolve(text, name)
    assert place is not None
    assert (place.country, place.admin1_pcode) == (country, None)


@pytest.mark.parametrize(
    ("text", "country"),
    [("Gunmen clashed in Tripoli, north of Beirut", "LB"), ("Gunmen clashed in Tripoli and Benghazi", "LY")],
)
def test_the_neighbours_choose_between_two_cities_of_one_name(text: str, country: str) -> None:
    place, _ = resolve(text, "Tripoli")
    assert place is not None
    assert place.country == country


def village(place_id: str, admin1: str, lat: float, lon: float, name: str = "Rasm Marwa") -> GazetteerPlace:
    return GazetteerPlace(place_id, name, "رسم مروة", "village", admin1, None, "SY", lat, lon, imported=True)


TWINS = Gazetteer(
    (*GAZETTEER.places, village("x1", "SY02", 36.3, 37.9), village("x2", "SY04", 34.7, 36.9, "Rasm Marwah"))
)


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("A mine exploded in Rasm Marwa in Homs province", "x2"),
        ("A mine exploded in Rasm Marwa in Aleppo countryside", "x1"),
        ("A mine exploded in Rasm Marwa near Talbiseh", "x2"),
        ("A mine exploded in Rasm Marwa, between Manbij and Maskanah", "x1"),
    ],
)
def test_context_chooses_between_villages_of_one_name(text: str, place_id: str) -> None:
    place, reason = resolve(text, "Rasm Marwa", TWINS)
    assert place is not None, reason
    assert place.place_id == place_id


def test_null_with_a_reason_where_nothing_decides() -> None:
    place, reason = resolve("A mine exploded in Rasm Marwa", "Rasm Marwa", TWINS)
    assert place is None
    assert "2 places" in reason


def test_null_where_the_sentence_names_another_governorate() -> None:
    alone = Gazetteer((*GAZETTEER.places, village("x1", "SY02", 36.3, 37.9)))
    place, reason = resolve("A mine exploded in Rasm Marwa in Daraa province", "Rasm Marwa", alone)
    assert place is None
    assert "SY12" in reason


def test_an_imported_village_of_one_word_needs_a_word_of_place() -> None:
    gazetteer = Gazetteer((*GAZETTEER.places, village("x1", "SY02", 36.3, 37.9, "Zorbatan")))
    assert gazetteer.find("Zorbatan said that he was tired") == ()
    assert [m.name for m in gazetteer.find("They shelled the village of Zorbatan")] == ["Zorbatan"]


@pytest.mark.parametrize(
    "text", ["They shelled the villages of Zorbatan, Kormazin and Tilbesar", "قصفوا قرى زربطان وكرمازين وتلبسار"]
)
def test_a_word_of_place_holds_for_every_name_of_a_list(text: str) -> None:
    names = {"Zorbatan": "زربطان", "Kormazin": "كرمازين", "Tilbesar": "تلبسار"}
    rows = [
        GazetteerPlace(name, name, arabic, "village", "SY02", None, "SY", 36.3, 37.9, imported=True)
        for name, arabic in names.items()
    ]
    gazetteer = Gazetteer((*GAZETTEER.places, *rows))
    assert [m.candidates[0].place_id for m in gazetteer.find(text)] == list(names)
