"""Brings Superset to what the files say: its tables, its admin, the connection, the dashboards. Safe to repeat.

Runs in Superset's own environment (.venv-bi), in one process, since every command of Superset's takes ten seconds to
start. Environment: SUPERSET_ADMIN_PASSWORD, SYRIA_EVENTS_BI_DSN (a URI of the warehouse that logs in as bi_reader).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import yaml
from superset.app import create_app

ASSETS = Path(__file__).with_name("assets")


def main() -> None:
    """Do all of it."""
    app = create_app()
    with app.app_context():
        from flask_migrate import upgrade
        from superset import appbuilder, security_manager

        upgrade()
        _forget_what_another_key_encrypted()
        appbuilder.add_permissions(update_perms=True)
        security_manager.sync_role_definitions()
        _write_admin(os.environ["SUPERSET_ADMIN_PASSWORD"])
        files = {str(path.relative_to(ASSETS)): path.read_text("utf-8") for path in ASSETS.rglob("*.yaml")}
        _import(files, os.environ["SYRIA_EVENTS_BI_DSN"])
        _remove_what_is_no_more(files)


def _write_admin(password: str) -> None:
    from superset import security_manager

    admin = security_manager.find_user("admin")
    if admin is None:
        role = security_manager.find_role("Admin")
        made = security_manager.add_user("admin", "Syria", "Events", "admin@localhost", role, password)
        if not made:
            sys.exit("Superset refused to make the user admin; see the lines above")
    else:
        security_manager.reset_password(admin.id, password)


def _forget_what_another_key_encrypted() -> None:
    """Empty the secrets of connections that a former SECRET_KEY encrypted: ours is written anew, others' by people."""
    from superset import db
    from superset.models.core import Database

    secrets = (Database.password, Database.encrypted_extra, Database.server_cert)
    for (number,) in db.session.query(Database.id).all():
        connection = Database.id == number
        try:
            db.session.query(*secrets).filter(connection).one()
        except ValueError:
            db.session.query(Database).filter(connection).update(dict.fromkeys(secrets), synchronize_session=False)
    db.session.commit()


def _import(files: dict[str, str], dsn: str) -> None:
    from superset import security_manager
    from superset.commands.importers.v1.assets import ImportAssetsCommand
    from superset.utils.core import override_user

    contents = dict(files)
    database = yaml.safe_load(contents["databases/warehouse.yaml"])
    uri = "postgresql+psycopg2://" + dsn.split("://", 1)[1]
    contents["databases/warehouse.yaml"] = yaml.safe_dump(database | {"sqlalchemy_uri": uri})
    with override_user(security_manager.find_user("admin")):
        ImportAssetsCommand(contents).run()


def _remove_what_is_no_more(files: dict[str, str]) -> None:
    """Delete charts and dashboards that came from files which are gone; people's own are not managed externally."""
    from superset import db
    from superset.models.dashboard import Dashboard
    from superset.models.slice import Slice

    kept = {str(_uuid(text)) for path, text in files.items() if path.startswith(("charts/", "dashboards/"))}
    for model in (Dashboard, Slice):
        for item in db.session.query(model).filter(model.is_managed_externally.is_(True)):
            if str(item.uuid) not in kept:
                db.session.delete(item)
    db.session.commit()


def _uuid(text: str) -> Any:
    return yaml.safe_load(text)["uuid"]


if __name__ == "__main__":
    main()
