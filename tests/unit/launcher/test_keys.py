"""Secrets are made once and stay private."""

from __future__ import annotations

import base64
from dataclasses import astuple
from pathlib import Path

import pytest

from syria_airflow.launcher.instance import LauncherError
from syria_airflow.launcher.keys import read_or_make_bi_keys, read_or_make_keys


def test_made_once(tmp_path: Path) -> None:
    made, is_new = read_or_make_keys(tmp_path / "secrets.json")
    again, is_new_again = read_or_make_keys(tmp_path / "secrets.json")
    assert (is_new, is_new_again) == (True, False)
    assert again == made


def test_only_the_owner_reads_them(tmp_path: Path) -> None:
    read_or_make_keys(tmp_path / "secrets.json")
    assert (tmp_path / "secrets.json").stat().st_mode & 0o777 == 0o600


def test_two_installations_share_none(tmp_path: Path) -> None:
    one, _ = read_or_make_keys(tmp_path / "one" / "secrets.json")
    two, _ = read_or_make_keys(tmp_path / "two" / "secrets.json")
    assert not set(astuple(one)) & set(astuple(two))
    assert len(base64.urlsafe_b64decode(one.fernet_key)) == 32


def test_damaged_file_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "secrets.json").write_text("{")
    with pytest.raises(LauncherError, match=r"secrets\.json is damaged"):
        read_or_make_keys(tmp_path / "secrets.json")
    assert (tmp_path / "secrets.json").read_text() == "{"


def test_keys_of_superset_are_made_once_too_and_apart(tmp_path: Path) -> None:
    made, is_new = read_or_make_bi_keys(tmp_path / "superset" / "secrets.json")
    assert is_new
    assert read_or_make_bi_keys(tmp_path / "superset" / "secrets.json") == (made, False)
    assert (tmp_path / "superset" / "secrets.json").stat().st_mode & 0o077 == 0
    assert made.admin_password not in made.secret_key
