"""What becomes of the connections when SUPERSET_SECRET_KEY changes. Superset is played by a table."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import Integer, String, TypeDecorator, create_engine
from sqlalchemy.orm import DeclarativeBase, Session, mapped_column


class Encrypted(TypeDecorator[str]):
    """A text that nobody can read who has another key."""

    impl = String
    cache_ok = True

    def process_result_value(self, value: str | None, dialect: Any) -> str | None:
        """Read it. Raises ValueError as Superset's own does."""
        if value == "by another key":
            raise ValueError("Invalid decryption key")
        return value


class Base(DeclarativeBase):
    """The tables of this file."""


class Database(Base):
    """As much of Superset's connections as matters here."""

    __tablename__ = "dbs"
    id = mapped_column(Integer, primary_key=True)
    password = mapped_column(Encrypted)
    encrypted_extra = mapped_column(Encrypted)
    server_cert = mapped_column(Encrypted)


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Session:
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    session = Session(engine)
    for name in ("superset", "superset.app", "superset.models", "superset.models.core"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setattr(sys.modules["superset"], "db", ModuleType("db"), raising=False)
    monkeypatch.setattr(sys.modules["superset"].db, "session", session, raising=False)
    monkeypatch.setattr(sys.modules["superset.app"], "create_app", None, raising=False)
    monkeypatch.setattr(sys.modules["superset.models.core"], "Database", Database, raising=False)
    monkeypatch.delitem(sys.modules, "bi.provision", raising=False)
    return session


def test_secrets_of_a_former_key_are_emptied_and_others_stay(session: Session) -> None:
    session.add_all([Database(id=1, password="by another key"), Database(id=2, password="readable")])
    session.commit()
    importlib.import_module("bi.provision")._forget_what_another_key_encrypted()
    assert [row.password for row in session.query(Database).order_by(Database.id)] == [None, "readable"]
