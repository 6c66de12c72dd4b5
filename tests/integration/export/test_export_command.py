"""Exports with the rights of a BI tool, in every format, and the data dictionary."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from syria_events.cli.export import export
from syria_events.export import acled, gdelt
from syria_events.export.dictionary import TARGET, dictionary
from syria_events.warehouse.reference import write_reference
from tests.integration.marts.press import Press
from tests.unit.events.made_reports import killed, made, town


@pytest.fixture
def told(warehouse: str) -> Press:
    write_reference(warehouse)
    press = Press(warehouse)
    press.publish(
        made("a", claims=(killed(3),), sufferer="civilians", text="Rima Salloum bakery"),
        made("far", place=town("Tafas"), sub_type="Peaceful protest", root="PROTEST", doer="protesters"),
        made("nowhere", nowhere=True, day=None, sub_type=None, root="CONSULT"),
    )
    press.query("UPDATE core.article_version SET title = '=cmd|1' WHERE article_id = 'article a'")
    return press


def run(press: Press, *arguments: str) -> Result:
    dsn = re.sub(r"//\w+@", "//bi_reader@", press.dsn)
    return CliRunner(env={"AIRFLOW_CONN_WAREHOUSE": dsn}).invoke(export, arguments, catch_exceptions=False)


def table(result: Result, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(result.stdout), delimiter=delimiter))


def test_csv_has_the_columns_of_the_flat_view_and_no_formula(told: Press) -> None:
    rows = table(run(told))
    assert len(rows) == 3
    columns = told.query("SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute"
                         " WHERE attrelid = 'mart.event'::regclass AND attnum > 0")  # fmt: skip
    assert list(rows[0]) == columns[0][0]
    (strike,) = (row for row in rows if row["place_name"] == "Yaqoubiya")
    assert (strike["killed_best"], strike["headline"]) == ("3", "'=cmd|1")


def test_days_bound_what_is_exported(told: Press) -> None:
    assert len(table(run(told, "--from", "2021-12-11", "--to", "2021-12-11"))) == 2
    assert table(run(told, "--from", "2021-12-12")) == []


def test_acled_layout_leaves_out_and_says_how_many(told: Press) -> None:
    result = run(told, "--format", "acled")
    rows = table(result)
    assert list(rows[0]) == list(acled.COLUMNS)
    assert sorted(row["event_type"] for row in rows) == ["Explosions/Remote violence", "Protests"]
    assert "2 events, 1 left out" in result.stderr


def test_gdelt_layout(told: Press) -> None:
    rows = table(run(told, "--format", "gdelt"), delimiter="\t")
    assert list(rows[0]) == list(gdelt.COLUMNS)
    assert {row["EventRootCode"] for row in rows} == {"19", "14"}


def test_geojson_is_a_collection_with_null_for_no_point(told: Press) -> None:
    features = json.loads(run(told, "--format", "geojson").stdout)["features"]
    points = [feature["geometry"] and feature["geometry"]["coordinates"] for feature in features]
    assert sorted(points, key=str) == sorted([[36.42, 35.93], [36.07, 32.74], None], key=str)


def test_parquet_keeps_types(told: Press, tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    file = tmp_path / "events.parquet"
    run(told, "--format", "parquet", "-o", str(file))
    table = pq.read_table(file)
    assert table.num_rows == 3
    kinds = {name: str(table.schema.field(name).type) for name in ("event_start_date", "killed_best", "is_contested")}
    assert kinds == {"event_start_date": "date32[day]", "killed_best": "int32", "is_contested": "bool"}
    assert list(tmp_path.iterdir()) == [file]


def test_earlier_day_after_a_later_one_is_refused(told: Press) -> None:
    from syria_events.export.exporting import ExportError

    with pytest.raises(ExportError, match="earlier day first"):
        run(told, "--from", "2022-01-01", "--to", "2021-01-01")


def test_data_dictionary_is_that_of_the_schema(warehouse: str) -> None:
    assert TARGET.read_text(encoding="utf-8") == dictionary(warehouse), "run python -m syria_events.export.dictionary"
