"""Figures on reports of press articles that a reader judged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks.accuracy_judged import judged_figures, judged_reports

ROWS = """# what a reader judged
set,half,article_id,first,starts,sub_event_type,judgement
gold,mended,a1,yes,0 40,Air/drone strike,right
gold,mended,a1,no,90,Air/drone strike,double
gold,mended,a2,yes,10,Armed clash,old
other,mended,a3,yes,10,Armed clash,right
"""


def report(sub_event_type: str, *spans: tuple[int, int], realis: str = "actual") -> dict[str, Any]:
    evidence = [{"start": start, "end": end} for start, end in spans]
    return {
        "realis": realis,
        "acled_event_type": "any",
        "acled_sub_event_type": sub_event_type,
        "evidence": evidence,
    }


def figures(directory: Path, coded: dict[str, list[dict[str, Any]]]) -> dict[str, float]:
    path = directory / "judged.csv"
    path.write_text(ROWS, encoding="utf-8")
    return judged_figures(judged_reports("gold", path), coded)["mended"]


def test_what_is_coded_as_it_was_judged_counts(tmp_path: Path) -> None:
    coded = {
        "a1": [report("Air/drone strike", (0, 30)), report("Air/drone strike", (90, 120))],
        "a2": [report("Armed clash", (0, 20))],
    }
    assert figures(tmp_path, coded) == {"first_right": 0.5, "others_right": 0, "kept": 1, "unjudged": 0}


def test_a_double_that_joined_its_report_and_what_became_history_count_no_more(tmp_path: Path) -> None:
    coded = {
        "a1": [report("Air/drone strike", (30, 60), (90, 120))],
        "a2": [report("Armed clash", (0, 20), realis="historical")],
    }
    assert figures(tmp_path, coded) == {"first_right": 1, "others_right": 0, "kept": 1, "unjudged": 0}


def test_a_right_report_that_is_lost_and_one_that_nobody_judged_are_told(tmp_path: Path) -> None:
    coded = {"a1": [report("Grenade", (0, 30)), report("Grenade", (200, 230))]}
    assert figures(tmp_path, coded) == {"first_right": 0, "others_right": 0, "kept": 0, "unjudged": 1}


@pytest.mark.parametrize("gold", ["lead_dev", "incident_dev_en", "incident_dev_ar"])
def test_all_that_was_judged_can_be_read(gold: str) -> None:
    known = {"right", "sense", "old", "not_actual", "vague", "type", "double"}
    judged = judged_reports(gold)
    assert judged
    assert {one.judgement for one in judged} <= known
    assert all(one.starts for one in judged)
