"""Which warehouse Superset shows, with whose rights, and what it gets to know of the operator's environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from syria_airflow.launcher.instance import LauncherError
from syria_airflow.launcher.stack import Stack
from syria_airflow.launcher.superset import reader_dsn, superset_environment
from syria_events.settings import Settings

EMBEDDED = "postgresql://postgres@/warehouse?host=%2Fsrv%2Fvar%2Fpostgres"


def settings(tmp_path: Path, **variables: str) -> Settings:
    return Settings.from_environment({"SYRIA_EVENTS_VAR": str(tmp_path), **variables})


def running(directory: Path, dsn: str = EMBEDDED) -> Path:
    directory.mkdir(exist_ok=True)
    (directory / "warehouse.dsn").write_text(dsn)
    return directory


def test_embedded_server_is_read_as_bi_reader(tmp_path: Path) -> None:
    demo = running(tmp_path / "demo")
    assert reader_dsn(settings(tmp_path), [tmp_path, demo]) == EMBEDDED.replace("postgres@", "bi_reader@", 1)


def test_real_installation_goes_before_the_demo(tmp_path: Path) -> None:
    running(tmp_path, EMBEDDED.replace("srv", "real"))
    assert "real" in reader_dsn(settings(tmp_path), [tmp_path, running(tmp_path / "demo")])


def test_named_warehouse_goes_before_all(tmp_path: Path) -> None:
    named = "postgresql://bi_reader:secret@db.example/warehouse"
    own = settings(
        tmp_path, SYRIA_EVENTS_BI_DSN=named, AIRFLOW_CONN_WAREHOUSE="postgresql://owner@db.example/warehouse"
    )
    assert reader_dsn(own, [running(tmp_path)]) == named


def test_nothing_runs_and_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(LauncherError, match=r"`make demo` or `make up` first, or set SYRIA_EVENTS_BI_DSN"):
        reader_dsn(settings(tmp_path), [tmp_path, tmp_path / "demo"])


@pytest.mark.parametrize(
    "dsn", ["postgresql://owner:secret@db.example/warehouse", "postgresql://owner:secret@/warehouse?host=db.example"]
)
def test_server_of_ones_own_is_never_read_with_its_owners_rights(tmp_path: Path, dsn: str) -> None:
    for own in (settings(tmp_path, AIRFLOW_CONN_WAREHOUSE=dsn), settings(running(tmp_path, dsn))):
        with pytest.raises(LauncherError, match=r"ALTER ROLE bi_reader PASSWORD.*SYRIA_EVENTS_BI_DSN") as error:
            reader_dsn(own, [tmp_path])
        assert "secret" not in str(error.value)


def test_superset_knows_nothing_of_airflow(tmp_path: Path) -> None:
    own = {
        "AIRFLOW_CONN_WAREHOUSE": "secret",
        "PYTHONPATH": "plugins",
        "SYRIA_EVENTS_VAR": "x",
        "LANG": "C",
        "PATH": "/bin",
    }
    environment = superset_environment(tmp_path, own)
    assert not [name for name in environment if name.startswith(("AIRFLOW", "SYRIA_EVENTS"))]
    assert environment["LANG"] == "C"
    assert environment["PATH"].endswith(":/bin")
    assert "plugins" not in environment["PYTHONPATH"]


def test_what_runs_beside_it_says_where_superset_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stack = Stack(settings(tmp_path), {}, tmp_path / "record.json", is_demo=True)
    stack.announce(bi="http://127.0.0.1:8088")
    assert "\nBI         http://127.0.0.1:8088\n" in capsys.readouterr().out
    stack.announce()
    assert "BI" not in capsys.readouterr().out
