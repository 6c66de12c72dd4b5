"""The contrast sets of both languages: each case is checked as a whole; a small share may still fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.coding.contrast import cases, faults, sets

SETS = [*sets("en"), *sets("ar")]
ASKED_OF_A_SET = 0.90
ASKED_OF_ALL = 0.97


@pytest.mark.parametrize(("language", "least"), [("en", 300), ("ar", 150)])
def test_there_are_enough_cases(language: str, least: int) -> None:
    assert sum(len(cases(path)) for path in sets(language)) >= least


@pytest.mark.parametrize("path", SETS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_nine_of_ten_cases_of_each_set_hold(path: Path) -> None:
    found = cases(path)
    wrong = {f"{case['title']} {case['text']}": fault for case in found if (fault := faults(case))}
    assert 1 - len(wrong) / len(found) >= ASKED_OF_A_SET, "\n".join(
        f"{text}\n    {fault}" for text, fault in wrong.items()
    )


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nearly_all_cases_hold(language: str) -> None:
    every = [case for path in sets(language) for case in cases(path)]
    wrong = [case["text"] for case in every if faults(case)]
    assert 1 - len(wrong) / len(every) >= ASKED_OF_ALL, "\n".join(wrong)
