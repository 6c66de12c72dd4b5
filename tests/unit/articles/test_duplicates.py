"""Copies, rewritings and their originals."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from made_pages import ARABIC, PARAGRAPHS

from syria_events.articles.duplicates import Text, find_copies, fingerprint
from syria_events.articles.wire_credit import wire_credit

MORNING = datetime(2024, 8, 27, 6, tzinfo=UTC)
STORY = " ".join(PARAGRAPHS)
OTHER = (
    "A cold front brought the first snow of the season to the mountains, and the pass between the two valleys was "
    "closed to cars without chains from six in the evening, said the traffic police, who expect more on Thursday night."
)


def text(name: str, words: str, hours: float = 0, publisher: str | None = None, family: str | None = None) -> Text:
    return Text(name, words, publisher or f"paper-{name}", family, MORNING + timedelta(hours=hours), "en")


def test_fingerprint_reads_words_alone() -> None:
    assert fingerprint("The  bridge, reopened!") == fingerprint("the bridge\nreopened")
    assert fingerprint("إدلب مدينةٌ") == fingerprint("ادلب مدينة")
    assert fingerprint("one bridge") != fingerprint("two bridges")


def test_copy_points_to_the_earliest() -> None:
    (link,) = find_copies([text("late", STORY.upper(), 5), text("early", STORY)])
    assert (link.article_id, link.original_article_id, link.kind, link.similarity) == ("late", "early", "copy", 1.0)


def test_shortened_text_is_a_copy_and_a_reworded_one_rewritten() -> None:
    shortened = " ".join(PARAGRAPHS[:2])
    reworded = (
        PARAGRAPHS[0] + " Traders in the town hope for better days, and so does the mayor. " + PARAGRAPHS[2][:120]
    )
    links = {
        link.article_id: link
        for link in find_copies([text("a", STORY), text("b", shortened, 1), text("c", reworded, 2)])
    }
    assert links["b"].kind == "copy"
    assert links["c"].kind == "rewritten"
    assert links["c"].original_article_id == "a"


def test_different_stories_stand_alone() -> None:
    assert find_copies([text("a", STORY), text("b", OTHER, 1)]) == []


def test_credited_agency_is_the_original_even_when_it_came_later() -> None:
    credited = f"QUSAYR (AFP) - {STORY}"
    links = find_copies([text("paper", credited, 0), text("wire", STORY, 2, publisher="afp-english", family="afp")])
    assert [(link.article_id, link.original_article_id) for link in links] == [("paper", "wire")]


def test_three_days_apart_is_no_copy() -> None:
    assert find_copies([text("a", STORY), text("b", STORY, 24 * 4)]) == []


def test_languages_are_compared_within_themselves() -> None:
    one = Text("a", " ".join(ARABIC), "x", None, MORNING, "ar")
    other = Text("b", " ".join(ARABIC), "y", None, MORNING, "fa")
    assert find_copies([one, other]) == []


@settings(max_examples=25, deadline=None)
@given(
    st.permutations(
        [text("a", STORY), text("b", STORY, 1), text("c", " ".join(PARAGRAPHS[:3]), 2), text("d", OTHER, 3)]
    )
)
def test_result_does_not_depend_on_the_order_of_texts(texts: list[Text]) -> None:
    links = find_copies(texts)
    assert [(link.article_id, link.original_article_id) for link in links] == [("b", "a"), ("c", "a")]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([STORY, OTHER, " ".join(ARABIC), "short"]), min_size=1, max_size=8))
def test_originals_are_never_copies(stories: list[str]) -> None:
    links = find_copies([text(f"t{i}", story, i) for i, story in enumerate(stories)])
    assert not {link.article_id for link in links} & {link.original_article_id for link in links}


def test_credits_stand_in_datelines_brackets_and_last_lines() -> None:
    assert wire_credit("BEIRUT (AFP) - Nine people were hurt") == "afp"
    assert wire_credit("دمشق - أ ف ب - قتل ثلاثة") == "afp"
    assert wire_credit("МОСКВА, 3 мая. /ТАСС/. Войска вошли") == "tass"
    assert wire_credit("Haber metni burada.\nKaynak: AA") == "aa"
    assert wire_credit("Text of the report.\n(Reuters)") == "reuters"


def test_mere_mention_of_an_agency_is_no_credit() -> None:
    assert wire_credit("The colonel told AFP that his men had left the town") is None
    assert wire_credit("قال المسؤول لرويترز إن القوات انسحبت") is None
