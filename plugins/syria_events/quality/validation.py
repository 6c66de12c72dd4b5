"""Run a suite of Great Expectations on rows and say exactly which rows failed what.

GX is called as a library, on a pandas frame: there it names every failing row, on SQL only the first twenty. An
expectation that breaks is reported by GX as "not met"; here it is an error, because a broken check must never reject a
row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from syria_events.model import SyriaEventsError
from syria_events.quality.suite import Suite

if TYPE_CHECKING:
    import pandas as pd
    from great_expectations.expectations import Expectation

RESULT_FORMAT = {"result_format": "COMPLETE", "return_unexpected_index_query": False}


class BrokenCheckError(SyriaEventsError):
    """An expectation could not be evaluated: mend the check; no row is rejected for it."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What became of one expectation on one set of rows."""

    suite: str
    expectation: str
    severity: str
    notes: str
    remedy: str
    evaluated_count: int | None
    """Rows checked; null where only failures are looked for."""
    unexpected_rows: tuple[int, ...]
    """Positions of the failing rows."""
    observed: tuple[str, ...]
    """The value that failed, per failing row."""

    @property
    def is_met(self) -> bool:
        """Whether no row failed."""
        return not self.unexpected_rows


def validate(suite: Suite, frame: pd.DataFrame) -> tuple[CheckResult, ...]:
    """Check a frame with a plain RangeIndex. Raises BrokenCheckError where an expectation cannot be evaluated."""
    if frame.empty:
        return tuple(result_of(suite, e, 0, (), ()) for e in suite.expectations)
    outcome = _run(suite, frame)
    by_name = {r["expectation_config"]["meta"]["name"]: r for r in outcome["results"]}
    return tuple(_judge(suite, e, by_name[e.meta["name"]], frame) for e in suite.expectations)


def _run(suite: Suite, frame: pd.DataFrame) -> dict[str, Any]:
    import great_expectations as gx

    asset = quiet_context().data_sources.add_pandas("rows").add_dataframe_asset(suite.name)
    batch = asset.add_batch_definition_whole_dataframe("all").get_batch({"dataframe": frame})
    gx_suite = gx.ExpectationSuite(name=suite.name, expectations=list(suite.expectations))
    return batch.validate(gx_suite, result_format=RESULT_FORMAT).to_json_dict()


def quiet_context() -> Any:
    """Return a context of Great Expectations that keeps nothing and draws no progress bars into the logs of tasks."""
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    return context


def raise_broken(suite: Suite, expectation: Expectation, outcome: Mapping[str, Any]) -> None:
    """Raise BrokenCheckError where the outcome says that the expectation could not be evaluated."""
    for message in _exceptions(outcome.get("exception_info")):
        reason = message.splitlines()[0]
        raise BrokenCheckError(
            f"{suite.name}: expectation {expectation.meta['name']} broke: {reason}; mend it in quality/"
        )


def _judge(suite: Suite, expectation: Expectation, outcome: Mapping[str, Any], frame: pd.DataFrame) -> CheckResult:
    raise_broken(suite, expectation, outcome)
    result = outcome["result"]
    positions = tuple(sorted(result.get("unexpected_index_list") or ()))
    column = getattr(expectation, "column", None)
    observed = tuple(str(frame.at[p, column]) if column else "" for p in positions)
    return result_of(suite, expectation, result.get("element_count", len(frame)), positions, observed)


def result_of(
    suite: Suite, expectation: Expectation, evaluated: int | None, positions: Sequence[int], observed: Sequence[str]
) -> CheckResult:
    """Return what became of one expectation: `positions` of the rows that failed it, `observed` values likewise."""
    return CheckResult(
        suite=suite.name,
        expectation=expectation.meta["name"],
        severity=str(getattr(expectation.severity, "value", expectation.severity)),
        notes=str(expectation.notes),
        remedy=expectation.meta["remedy"],
        evaluated_count=evaluated,
        unexpected_rows=tuple(positions),
        observed=tuple(observed),
    )


def _exceptions(info: object) -> Iterator[str]:
    # GX gives a flat mapping when all is well, and one keyed by metric when something broke.
    if isinstance(info, Mapping):
        if info.get("raised_exception") is True:
            yield str(info.get("exception_message"))
        else:
            for value in info.values():
                yield from _exceptions(value)
