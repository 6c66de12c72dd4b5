"""Expectations on the warehouse as a whole: a statement under sql/quality finds every row that should not be there.

Great Expectations runs the statement and judges; of the rows it keeps the first 200, so they are read from the same
statement afterwards, all of them.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping
from contextlib import redirect_stdout
from typing import Any

from syria_events.quality.suite import CRITICAL, Suite
from syria_events.quality.validation import CheckResult, quiet_context, raise_broken, result_of
from syria_events.warehouse.connection import Connection
from syria_events.warehouse.rows import Row, fetch_rows
from syria_events.warehouse.statements import statement


class Rendered:
    """Makes expectations of statements, with the parameters written into their text."""

    def __init__(self, connection: Connection, parameters: Mapping[str, Any]) -> None:
        self._connection = connection
        self._parameters = parameters

    def none(self, name: str, *, notes: str, remedy: str, severity: str = CRITICAL) -> Any:
        """Return the expectation that the statement `name` ("quality/core_…") finds no row."""
        import great_expectations.expectations as gxe

        with self._connection.cursor() as cursor:
            text = cursor.mogrify(statement(name), self._parameters).decode("utf-8")
        query = text.strip().rstrip(";").replace("{", "{{").replace("}", "}}")
        meta = {"name": name.partition("_")[2], "remedy": remedy, "statement": name}
        with redirect_stdout(io.StringIO()):  # it prints that the query does not name the batch
            return gxe.UnexpectedRowsExpectation(unexpected_rows_query=query, severity=severity, notes=notes, meta=meta)


def validate_statements(
    suite: Suite, dsn: str, connection: Connection, parameters: Mapping[str, Any]
) -> tuple[tuple[CheckResult, ...], list[Row]]:
    """Return the results of a suite of statements and all rows that they found; `unexpected_rows` are positions there.

    Raises BrokenCheckError where a statement cannot be run.
    """
    outcomes = _run(suite, dsn)
    results: list[CheckResult] = []
    rows: list[Row] = []
    for expectation in suite.expectations:
        outcome = outcomes[expectation.meta["name"]]
        raise_broken(suite, expectation, outcome)
        found = [] if outcome["success"] else fetch_rows(connection, expectation.meta["statement"], parameters)
        positions = range(len(rows), len(rows) + len(found))
        rows += found
        results.append(result_of(suite, expectation, None, positions, [str(row["observed"]) for row in found]))
    return tuple(results), rows


def _run(suite: Suite, dsn: str) -> dict[str, Mapping[str, Any]]:
    import great_expectations as gx

    with redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own class for PostgreSQL refuses addresses with a socket
        context = quiet_context()
        source = context.data_sources.add_sql(
            "warehouse",
            connection_string=_sqlalchemy(dsn),
            kwargs={"connect_args": {"options": "-c role=loader -c timezone=UTC"}},
        )
        asset = source.add_query_asset("warehouse", query="SELECT 1 AS one")
        batch = asset.add_batch_definition_whole_table("all").get_batch()
        gx_suite = gx.ExpectationSuite(name=suite.name, expectations=list(suite.expectations))
        outcome = batch.validate(gx_suite, result_format={"result_format": "COMPLETE"}).to_json_dict()
    return {r["expectation_config"]["meta"]["name"]: r for r in outcome["results"]}


def _sqlalchemy(dsn: str) -> str:
    """Return the DSN as SQLAlchemy and Great Expectations read it, which takes `$` for the name of a variable."""
    return "postgresql+psycopg2://" + dsn.partition("://")[2].replace("$", r"\$")
