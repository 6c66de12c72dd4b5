"""What a publisher changed: sentences and words, in any script, and the toll."""

from __future__ import annotations

import pytest

from syria_events.articles.changes import Changes, Piece, Wording, changes

TEXT = "Jets struck a workshop on Monday, killing four people. The owner was away.\nRescuers still search the rubble."


def shown(found: Changes) -> list[str]:
    marks = {"same": "", "removed": "-", "added": "+"}
    return [" | ".join(marks[piece.kind] + piece.text for piece in sentence) for sentence in found.sentences]


def test_same_words_are_no_change() -> None:
    assert not changes(Wording("A title", TEXT, 4, 9), Wording("A title", TEXT, 4, 9))


def test_line_breaks_are_no_change() -> None:
    assert not changes(Wording("A title", TEXT), Wording("A title", TEXT.replace(". ", ".\n")))


def test_reworded_sentence_shows_its_words() -> None:
    found = changes(Wording("A title", TEXT), Wording("A title", TEXT.replace("four people", "six people")))
    assert shown(found) == ["Jets struck a workshop on Monday, killing | -four | +six | people."]
    assert found.title == ()


def test_sentences_come_and_go_in_the_order_of_the_article() -> None:
    after = "Jets struck a workshop on Monday, killing four people. The owner was away.\nThe search ended at dusk."
    assert shown(changes(Wording("", TEXT), Wording("", f"Updated at noon.\n{after}"))) == [
        "+Updated at noon.",
        "-Rescuers still search the rubble.",
        "+The search ended at dusk.",
    ]


def test_new_sentence_before_a_reworded_one() -> None:
    after = TEXT.replace("Rescuers still search", "Two more died. Rescuers no longer search")
    assert shown(changes(Wording("", TEXT), Wording("", after))) == [
        "+Two more died.",
        "Rescuers | -still | +no longer | search the rubble.",
    ]


def test_title_and_toll_are_told_apart_from_the_text() -> None:
    found = changes(Wording("Four killed in Kanaker", TEXT, 4, 9), Wording("Six killed in Kanaker", TEXT, 6, 9))
    assert found.title == (Piece("removed", "Four"), Piece("added", "Six"), Piece("same", "killed in Kanaker"))
    assert found.sentences == ()
    assert found.tolls == (("killed", 4, 6),)


def test_toll_that_appears_is_a_change() -> None:
    assert changes(Wording("t", TEXT), Wording("t", TEXT, 4)).tolls == (("killed", None, 4),)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "قتل أربعة مدنيين في قصف على البلدة. هل انتهى القصف؟ لا.",
            "قتل ستة مدنيين في قصف على البلدة. هل انتهى القصف؟ لا.",
        ),
        ("Dört sivil öldü dün gece. Arama sürüyor.", "Altı sivil öldü dün gece. Arama sürüyor."),
    ],
)
def test_other_scripts(before: str, after: str) -> None:
    (sentence,) = changes(Wording("", before), Wording("", after)).sentences
    assert [piece.kind for piece in sentence].count("removed") == 1
    assert [piece.kind for piece in sentence].count("added") == 1


def test_hostile_length_is_bearable() -> None:
    before = " ".join(f"Sentence number {n} stands here." for n in range(400))
    after = " ".join(f"Phrase number {n} came instead." for n in range(400))
    assert len(changes(Wording("", before), Wording("", after)).sentences) >= 400
