"""Whose password the check of the dashboards logs in with."""

from __future__ import annotations

import json
from pathlib import Path

from bi.browse import _password


def test_the_password_that_is_told_comes_before_the_one_that_was_made(tmp_path: Path) -> None:
    (tmp_path / "superset").mkdir()
    (tmp_path / "superset" / "secrets.json").write_text(json.dumps({"admin_password": "made"}))
    assert _password({}, tmp_path) == "made"
    assert _password({"SUPERSET_ADMIN_PASSWORD": "told"}, tmp_path) == "told"
