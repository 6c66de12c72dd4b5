"""The tables that a maintainer edits: what belongs together is there, and a wrong row says which one it is."""

from __future__ import annotations

import pytest

from syria_events.coding.codebook import acled_types, plover_roots
from syria_events.coding.english.dates.date_forms import parts_of
from syria_events.coding.english.kinds import kinds
from syria_events.coding.english.words.inflection import noun_forms, verb_forms
from syria_events.coding.english.words.lexicon import Lexicon, lexicon
from syria_events.coding.tables import rows


def test_every_trigger_is_of_a_kind_or_a_weapon() -> None:
    wrong = [where for where, row in rows("lexicon_en_triggers.csv") if not _is_known(row["label"])]
    assert not wrong


def _is_known(label: str) -> bool:
    return label in kinds() or label.startswith("w_")


def test_every_kind_is_typed_by_the_codebook() -> None:
    for kind in kinds().values():
        root = plover_roots()[kind.plover_root]
        assert kind.plover_mode is None or kind.plover_mode in root.modes, kind.name
        assert kind.acled_sub_event_type is None or kind.acled_sub_event_type in acled_types(), kind.name
        assert kind.needs in {"", "agent", "actor"}, kind.name


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("kill", {"kill", "kills", "killed", "killing"}),
        ("drop", {"drop", "drops", "dropped", "dropping"}),
        ("kidnap", {"kidnap", "kidnaps", "kidnapped", "kidnapping"}),
        ("seize control of", {"seize control of", "seizes control of", "seized control of", "seizing control of"}),
        ("overrun", {"overrun", "overruns", "overran", "overrunning"}),
        ("strike", {"strike", "strikes", "struck", "striking"}),
        ("bury", {"bury", "buries", "buried", "burying"}),
    ],
)
def test_verbs_are_inflected(verb: str, forms: set[str]) -> None:
    assert {form for form, _ in verb_forms(verb)} == forms


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("air raid", "air raids"), ("young man", "young men"), ("blast", "blasts"), ("child", "children")],
)
def test_nouns_have_a_plural(noun: str, plural: str) -> None:
    assert (plural, "noun") in noun_forms(noun)


@pytest.mark.parametrize("spelling", ["air strike", "air-strike", "airstrike", "air strikes", "airstrikes"])
def test_joined_and_hyphened_spellings_are_one_phrase(spelling: str) -> None:
    words = spelling.split()
    assert [hit.entry.label for hit in lexicon().find(words, 0, len(words))] == ["air"]


def test_the_longest_phrase_wins() -> None:
    words = ["a", "suicide", "car", "bombing"]
    assert [(hit.first, hit.last) for hit in lexicon().find(words, 0, 4) if hit.entry.table == "triggers"] == [(1, 4)]


def test_an_empty_lexicon_finds_nothing() -> None:
    assert list(Lexicon([]).find(["a", "bomb"], 0, 2)) == []


def test_parts_of_a_date_are_named() -> None:
    from syria_events.coding.english.dates.date_forms import forms

    match = forms().search("killed on 3 September 2016 in Ariha")
    assert match is not None
    assert parts_of(match) == {
        "form": "dmy",
        "day": "3",
        "month": "September",
        "year": "2016",
        "all": "3 september 2016",
    }
