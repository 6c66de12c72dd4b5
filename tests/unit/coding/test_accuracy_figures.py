"""Reading the figures that the scorers print."""

from __future__ import annotations

from benchmarks.accuracy import Measure, measures, table
from benchmarks.accuracy_gold import parse_lead, parse_reports

LEAD = """field                  n    lead     any
admin1               250   0.864   0.936
killed_civilian      193   0.767   0.834
articles 276, without an actual report 0
lead slot accuracy 0.830 (any 0.910) over 853 slots
"""
REPORTS = """conflict reports, actual     P 0.769  R 0.682  F1 0.723  (tp 60 fp 18 fn 28)
    realis                  1.000
    date                    0.783
conflict reports, any realis P 0.704  R 0.676  F1 0.690  (tp 69 fp 29 fn 33)
    realis                  0.971
"""


def test_lead_figures_are_those_of_the_lead_report() -> None:
    assert parse_lead(LEAD) == {"admin1": 0.864, "killed_civilian": 0.767}


def test_report_figures_are_those_of_actual_conflict_reports() -> None:
    assert parse_reports(REPORTS) == {"f1": 0.723, "realis": 1.0, "date": 0.783}


def test_every_measure_has_a_row_and_missing_figures_stay_empty() -> None:
    rows = table({"lead_dev": {"admin1": 0.9, "articles_per_cpu_second": 61.25}}).splitlines()[2:]
    assert len(rows) == len(measures())
    assert "| lead_dev | admin1 | 0.90 | 0.90 | 0.95 | 0.52 |  |" in rows
    assert "| lead_dev | articles_per_cpu_second | 61.25 | 20 | 60 | 9.5 |  |" in rows


def test_measures_are_read_with_their_types() -> None:
    assert Measure("contrast_en", "cases_held", 0.90, 0.97, None, None) in measures()
