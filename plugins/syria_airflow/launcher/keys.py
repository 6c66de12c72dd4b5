"""Secrets of a local installation: made once, kept in one file that only its owner may read."""

from __future__ import annotations

import base64
import json
import os
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

from syria_airflow.launcher.instance import LauncherError


@dataclass(frozen=True, slots=True)
class Keys:
    """What Airflow wants to know, and the password of its one user."""

    fernet_key: str
    jwt_secret: str
    api_secret_key: str
    admin_password: str


@dataclass(frozen=True, slots=True)
class BiKeys:
    """What Superset wants to know, and the password of its first user."""

    secret_key: str
    admin_password: str


K = TypeVar("K", Keys, BiKeys)


def read_or_make_keys(path: Path) -> tuple[Keys, bool]:
    """Return the keys and whether they were made just now. Raises LauncherError where the file is damaged."""

    def make() -> Keys:
        return Keys(
            fernet_key=base64.urlsafe_b64encode(os.urandom(32)).decode(),
            jwt_secret=secrets.token_urlsafe(48),
            api_secret_key=secrets.token_urlsafe(48),
            admin_password=secrets.token_urlsafe(12),
        )

    return _read_or_make(path, Keys, make, "passwords that Airflow keeps encrypted have to be entered again then")


def read_or_make_bi_keys(path: Path) -> tuple[BiKeys, bool]:
    """Return Superset's keys in the same way."""

    def make() -> BiKeys:
        return BiKeys(secret_key=secrets.token_urlsafe(48), admin_password=secrets.token_urlsafe(12))

    return _read_or_make(path, BiKeys, make, "passwords of connections that were made by hand are lost then")


def _read_or_make(path: Path, kind: type[K], make: Callable[[], K], loss: str) -> tuple[K, bool]:
    try:
        return kind(**json.loads(path.read_text(encoding="utf-8"))), False
    except FileNotFoundError:
        keys = make()
        write_private(path, json.dumps(asdict(keys), indent=2))
        return keys, True
    except (ValueError, TypeError) as error:
        raise LauncherError(
            f"{path} is damaged ({error}): put it back from a copy, or delete it for new keys; {loss}"
        ) from error


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    draft.replace(path)
