"""Notes on runs: one line on what a run did to the data. A listener of Airflow's, called where a run's end is settled.

Tasks cannot write notes: they have no way to the metadata database, and their token does not open the public API.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from airflow.listeners import hookimpl

from syria_airflow.run_results import failed_tasks, returned

if TYPE_CHECKING:
    from airflow.models import DagRun

NOTE_CHARACTERS = 1000
"""As long as Airflow lets a note be."""


@hookimpl
def on_dag_run_success(dag_run: DagRun, msg: str) -> None:
    """Note what came of a run that succeeded."""
    _note(dag_run)


@hookimpl
def on_dag_run_failed(dag_run: DagRun, msg: str) -> None:
    """Note what a run had done when it failed, and where it did."""
    _note(dag_run, is_failed=True)


def sentence(results: Mapping[str, Any]) -> str:
    """Say in one line what a run did, from what its tasks returned; empty where none says anything."""
    return "; ".join(
        said
        for task, say in SAYINGS.items()
        if isinstance(results.get(task), dict | list) and (said := say(results[task]))
    )


def _note(dag_run: DagRun, *, is_failed: bool = False) -> None:
    """Write the note, unless a user wrote one of his own.

    All of it in the session that the run is loaded in: the scheduler holds locks in it, and a session of our own, which
    would commit that one or wait for it, ends the scheduler.
    """
    from sqlalchemy.orm import object_session

    session = object_session(dag_run)
    if session is None or (dag_run.dag_run_note is not None and dag_run.dag_run_note.user_id is not None):
        return
    said = [_failure(failed_tasks(session, dag_run.dag_id, dag_run.run_id))] if is_failed else []
    text = "; ".join(filter(None, (*said, sentence(returned(session, dag_run.dag_id, dag_run.run_id)))))
    if text:
        dag_run.note = text[:NOTE_CHARACTERS]


def _failure(tasks: Sequence[str]) -> str:
    return f"failed at {', '.join(tasks)}" if tasks else "failed"


def _poll(counts: Mapping[str, Any]) -> str:
    return f"asked {_count(counts['feeds'], 'feed')}: {counts['new']} new, {counts['updated']} edited"


def _recover(counts: Mapping[str, Any]) -> str:
    return f"searched with {_count(counts['asked'], 'request')}: {counts['new']} missed, {counts['known']} known"


def _hand_over(batch_ids: list[str]) -> str:
    return f"handed over {_count(len(batch_ids), 'batch', 'batches')}" if batch_ids else ""


def _fetch(counts: Mapping[str, Any]) -> str:
    parts = [f"{counts[state]} {state}" for state in ("landed", "refused", "retry", "failed") if counts.get(state)]
    return f"asked for {_count(counts['asked'], 'page')}" + (f" ({', '.join(parts)})" if parts else "")


def _extract(counts: Mapping[str, Any]) -> str:
    return f"{_count(counts['rows_in'], 'entry', 'entries')}, {_count(counts['rows_out'], 'article')}"


def _code(counts: Mapping[str, Any]) -> str:
    return _count(counts["rows_out"], "report")


def _check(counts: Mapping[str, Any]) -> str:
    return f"{counts.get('rejections', 0)} rejected"


def _link(counts: Mapping[str, Any]) -> str:
    return f"{_count(counts['rows_out'], 'event')} settled"


def _refresh(counts: Mapping[str, Any]) -> str:
    if "by_hand" in counts:
        return "gazetteer left as imported by hand"
    places = f", {counts['places']} places" if "places" in counts else ""
    return f"gazetteer: {_listed(counts, 'replaced', 'unchanged', 'unreachable')}{places}"


def _verify(counts: Mapping[str, Any]) -> str:
    return f"{_count(counts['records'], 'record')} of {_count(counts['files'], 'file')} as they were written"


def _retain(counts: Mapping[str, Any]) -> str:
    return f"deleted {_listed(counts, *counts) or 'nothing'}"


SAYINGS: dict[str, Callable[[Any], str]] = {
    "poll": _poll,
    "recover": _recover,
    "hand_over": _hand_over,
    "fetch_pages": _fetch,
    "extract": _extract,
    "code": _code,
    "check": _check,
    "link": _link,
    "refresh_gazetteer": _refresh,
    "verify_landing": _verify,
    "apply_retention": _retain,
}
"""Task -> what to say of the value that it returned, in the order of the tasks."""


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _listed(counts: Mapping[str, Any], *kinds: str) -> str:
    """Name the numbers that are not nought."""
    return ", ".join(f"{counts[kind]} {kind.replace('_', ' ')}" for kind in kinds if counts.get(kind))
