"""The tables of sets of words and the rules that ask for them."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from syria_events.coding.tables import rows
from syria_events.coding.wordsets import LexiconError, words_of


@pytest.mark.parametrize(("language", "coder"), [("en", "english"), ("ar", "arabic")])
def test_every_set_of_words_is_asked_for_and_every_one_asked_for_is_there(language: str, coder: str) -> None:
    home = Path(str(import_module(f"syria_events.coding.{coder}").__file__)).parent
    sources = "\n".join(path.read_text(encoding="utf-8") for path in home.rglob("*.py"))
    asked = set(re.findall(r'wordset\("([\w.]+)"\)', sources))
    assert asked == {row["set"] for _, row in rows(f"lexicon_{language}_words.csv")}


def test_a_set_that_is_missing_is_named() -> None:
    with pytest.raises(LexiconError, match=r"lexicon_ar_words\.csv has no set 'no\.such'"):
        words_of("ar", "no.such")
