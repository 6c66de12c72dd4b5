"""The note that a run gets at its end, written as the scheduler has it written: in a session that must not commit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from syria_airflow.run_notes import on_dag_run_failed, on_dag_run_success, sentence


@pytest.fixture(scope="module")
def metadata() -> None:
    """Airflow's own tables."""
    from airflow.utils.db import initdb

    initdb()


@pytest.fixture
def ended(metadata: None) -> Iterator[Any]:
    """A run that has just ended, and the locks of the scheduler held around it."""
    from airflow.models import DagRun
    from airflow.utils.session import create_session
    from airflow.utils.sqlalchemy import prohibit_commit

    with create_session() as session:
        now = datetime.now(UTC)
        run = DagRun(
            dag_id="a_dag", run_id=f"manual__{now.isoformat()}", run_type="manual", run_after=now, state="failed"
        )
        session.add(run)
        session.commit()
        with prohibit_commit(session) as guard:
            yield run
            guard.commit()
        session.delete(run)


def test_failed_run_is_noted_without_a_commit_of_the_schedulers_session(ended: Any) -> None:
    on_dag_run_failed(ended, "task_failure")
    assert ended.note == "failed"


def test_note_of_a_user_stays(ended: Any) -> None:
    from airflow.models.dagrun import DagRunNote

    ended.dag_run_note = DagRunNote(content="seen to", user_id="ada")
    on_dag_run_failed(ended, "task_failure")
    assert ended.note == "seen to"


def test_run_that_returned_nothing_gets_no_note(ended: Any) -> None:
    on_dag_run_success(ended, "success")
    assert ended.note is None


def test_sentence_says_what_each_task_did_in_their_order() -> None:
    assert (
        sentence(
            {
                "link": {"rows_in": 5, "rows_out": 1},
                "fetch_pages": {"asked": 3, "landed": 2, "refused": 1},
                "extract": {"rows_in": 4, "rows_out": 1},
                "code": {"rows_in": 1, "rows_out": 2},
                "check": {"rows_in": 7, "rows_out": 6, "rejections": 1},
            }
        )
        == "asked for 3 pages (2 landed, 1 refused); 4 entries, 1 article; 2 reports; 1 rejected; 1 event settled"
    )
    assert sentence({"poll": {"feeds": 2, "new": 5, "updated": 0}, "hand_over": ["a"]}) == (
        "asked 2 feeds: 5 new, 0 edited; handed over 1 batch"
    )
    assert sentence({"extract": None, "unknown": 3}) == ""


def test_chores_are_told_by_what_they_deleted_and_read() -> None:
    results = {
        "refresh_gazetteer": {"replaced": 1, "unchanged": 1, "places": 10600},
        "verify_landing": {"records": 500, "files": 120},
        "clean_metadata": "Performing Delete...",
        "apply_retention": {"fetches": 12, "stage_runs": 0, "landing_files": 3},
    }
    assert sentence(results) == (
        "gazetteer: 1 replaced, 1 unchanged, 10600 places; 500 records of 120 files as they were written;"
        " deleted 12 fetches, 3 landing files"
    )
    assert sentence({"apply_retention": {"fetches": 0}}) == "deleted nothing"
    assert sentence({"refresh_gazetteer": {"by_hand": 1}}) == "gazetteer left as imported by hand"
