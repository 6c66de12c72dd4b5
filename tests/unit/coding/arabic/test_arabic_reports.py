"""What holds for every Arabic article, whatever it says."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from syria_events.coding.arabic import code
from syria_events.coding.codebook import CASUALTY_KINDS, DATE_PRECISIONS, REALIS, VICTIMS, acled_types, plover_roots
from syria_events.coding.places import default_gazetteer
from syria_events.model import Article, Report

VOCABULARY = """
قتل أصيب ثلاثة مدنيين طفل بقصف مدفعي غارة روسية قوات النظام على مدينة سرمين إدلب
اليوم أمس ، . : " « » ـ قُتِلَ عشرات بين و من لم
سيقصف المرصد السوري برميل متفجر 12 ٧ مجهولون انفجار عبوة ناسفة إلى حلب قصـ.ـف بينهم أكثر
"""
WORDS = [*VOCABULARY.split(), "\n"]


def article(title: str, text: str) -> Article:
    return Article("a", None, title, text, datetime(2025, 3, 5, 12, tzinfo=UTC), "ar")


def check(coded: Article, reports: tuple[Report, ...]) -> None:
    full_text = coded.full_text
    assert [report.rank for report in reports] == list(range(1, len(reports) + 1))
    for report in reports:
        assert report.evidence
        assert all(span.quote == full_text[span.start : span.end] for span in report.evidence)
        assert report.realis in REALIS
        assert report.plover_root in plover_roots()
        assert report.acled_sub_event_type is None or report.acled_sub_event_type in acled_types()
        assert report.event_date.precision in DATE_PRECISIONS
        assert all(actor.name == full_text[actor.start : actor.end] for actor in report.actors)
        for claim in report.casualties:
            assert claim.kind in CASUALTY_KINDS
            assert claim.victims in VICTIMS
            assert 0 <= claim.start < claim.end <= len(full_text)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12), st.lists(st.sampled_from(WORDS), max_size=60))
def test_any_order_of_words_gives_well_formed_reports(title: list[str], text: list[str]) -> None:
    coded = article(" ".join(title), " ".join(text))
    check(coded, code(coded, default_gazetteer()))


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    coded = article("", text)
    check(coded, code(coded, default_gazetteer()))


def test_vowel_marks_and_tatweel_do_not_move_evidence() -> None:
    coded = article("", "قُتِلَ طِفــــلٌ بقصفٍ مدفعيٍّ على مدينةِ سرميــن.")
    (report,) = code(coded, default_gazetteer())
    (claim,) = report.casualties
    assert coded.full_text[claim.start : claim.end].startswith("قُتِلَ طِفــــلٌ")
    assert report.place is not None
    assert coded.full_text[report.place.start : report.place.end] == "سرميــن"


def test_rank_one_is_what_the_headline_is_about() -> None:
    coded = article(
        "مقتل طفل بانفجار لغم شرقي حماة",
        "تشهد البادية منذ أيام اشتباكات بين قوات الأمن وتنظيم الدولة.\nقتل طفل بانفجار لغم في ريف سلمية شرقي حماة.",
    )
    lead = code(coded, default_gazetteer())[0]
    assert lead.acled_sub_event_type == "Remote explosive/landmine/IED"
    assert [claim.best for claim in lead.casualties] == [1]


def test_lists_of_other_headlines_are_left_out() -> None:
    text = "أصيب طفل بقصف مدفعي على بلدة تقاد غربي حلب.\nاقرأ أيضا\nمقتل ستة مدنيين بغارات على إدلب\nاشتباكات في الحسكة"
    reports = code(article("إصابة طفل غربي حلب", text), default_gazetteer())
    assert {claim.kind for report in reports for claim in report.casualties} == {"injured"}


def test_the_group_of_an_actor_is_that_of_the_day() -> None:
    text = "اعتقلت قوات الأمن ثلاثة أشخاص في مدينة حمص."
    (report,) = code(article("", text), default_gazetteer())
    assert [(actor.role, actor.group) for actor in report.actors if actor.role == "actor1"] == [
        ("actor1", "syrian_government")
    ]
