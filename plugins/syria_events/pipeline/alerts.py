"""Raise alerts, store how they stand, and tell of them; what did not get through is tried again at the next look."""

from __future__ import annotations

import logging
import os
from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import Path

from syria_events.alerts.deciding import Alert, Change, Sign, cleared, look_again, seen_again
from syria_events.alerts.notifiers import Notifier, NotifierError, notifiers
from syria_events.settings import Settings
from syria_events.warehouse.connection import Connection, WarehouseUnavailableError, transaction
from syria_events.warehouse.rows import Row, execute, fetch_rows

WATCHED = ("critical_check", "silent_feed", "cut_feed", "lost_overlap", "queue_age")
"""Kinds whose signs stand in the tables: without a sign they are over. Runs and notifiers report that themselves."""

logger = logging.getLogger(__name__)


def watch(settings: Settings, *, now: datetime) -> dict[str, int]:
    """Look for signs of trouble in the tables, raise and clear alerts, and tell of what is new."""
    parameters = {
        "now": now,
        "silent_hours": settings.alerting.silent_hours,
        "queue_minutes": settings.alerting.queue_minutes,
    }
    everybody = notifiers(settings.alerting)
    with transaction(settings.dsn) as connection:
        signs = [Sign(**row) for row in fetch_rows(connection, "quality/select_signs", parameters)]
        changes = look_again(signs, _open(connection, WATCHED), WATCHED, now=now)
        _store(connection, changes, everybody)
    tell_pending(settings, now=now, everybody=everybody)
    return {"signs": len(signs), "news": sum(change.is_news for change in changes)}


def report_trouble(settings: Settings, sign: Sign, *, now: datetime) -> None:
    """Raise the alert of one sign, or count it once more, and tell of it where it is new.

    Without the warehouse nothing can be counted: then everybody is told directly, once an hour at most.
    """
    everybody = notifiers(settings.alerting)
    try:
        with transaction(settings.dsn) as connection:
            known = [alert for alert in _open(connection, [sign.kind]) if alert.sign.cause == sign.cause]
            _store(connection, [seen_again(sign, known[0] if known else None, now=now)], everybody)
        tell_pending(settings, now=now, everybody=everybody)
    except WarehouseUnavailableError:
        if _is_first_of_the_hour(settings.var / "alert-without-warehouse", now):
            alert = seen_again(sign, None, now=now).alert
            down: dict[str, str] = {}
            for notifier in everybody:
                _told(notifier, alert, down)


def report_over(settings: Settings, kind: str, subject: str, *, now: datetime) -> bool:
    """Clear the alert of a cause and tell of it; return whether there was one."""
    everybody = notifiers(settings.alerting)
    with transaction(settings.dsn) as connection:
        over = [alert for alert in _open(connection, [kind]) if alert.sign.subject == subject]
        _store(connection, [cleared(alert, now=now) for alert in over], everybody)
    if over:
        tell_pending(settings, now=now, everybody=everybody)
    return bool(over)


def tell_pending(settings: Settings, *, now: datetime, everybody: Sequence[Notifier] | None = None) -> dict[str, str]:
    """Tell everybody what he was not told yet; return the error of each notifier that is down.

    One that fails is not tried again in this pass, and never stops the others: an alert says that it is down.
    """
    by_name = {notifier.name: notifier for notifier in everybody or notifiers(settings.alerting)}
    down: dict[str, str] = {}
    reached: set[str] = set()
    with transaction(settings.dsn) as connection:
        _deliver(connection, by_name, down, reached)
        signs = [
            Sign("notifier", name, f"{error}; see its settings, SYRIA_EVENTS_ALERT_…") for name, error in down.items()
        ]
        known = _open(connection, ["notifier"])
        over = [alert for alert in known if alert.sign.subject in reached - down.keys()]
        raised = look_again(signs, known, (), now=now)
        _store(connection, [*raised, *(cleared(alert, now=now) for alert in over)], list(by_name.values()))
        _deliver(connection, {name: by_name[name] for name in by_name.keys() - down.keys()}, down, reached)
    return down


def _is_first_of_the_hour(mark: Path, now: datetime) -> bool:
    if mark.exists() and now.timestamp() - mark.stat().st_mtime < 3600:
        return False
    mark.parent.mkdir(parents=True, exist_ok=True)
    mark.touch()
    os.utime(mark, (now.timestamp(), now.timestamp()))
    return True


def _deliver(connection: Connection, by_name: dict[str, Notifier], down: dict[str, str], reached: set[str]) -> None:
    for row in fetch_rows(connection, "quality/lock_untold_alerts"):
        left = []
        for name in row["untold"]:
            if name not in by_name:
                left += [name] if name in down else []  # a notifier that is configured no more is not waited for
            elif name in down or not _told(by_name[name], _alert(row), down):
                left.append(name)
            else:
                reached.add(name)
        execute(connection, "quality/update_untold", {"alert_id": row["alert_id"], "untold": left})


def _told(notifier: Notifier, alert: Alert, down: dict[str, str]) -> bool:
    try:
        notifier.tell(alert)
    except NotifierError as error:
        logger.warning("notifier %s is down: %s", notifier.name, error)
        down[notifier.name] = str(error)
        return False
    return True


def _open(connection: Connection, kinds: Collection[str]) -> list[Alert]:
    return [_alert(row) for row in fetch_rows(connection, "quality/lock_open_alerts", {"kinds": list(kinds)})]


def _store(connection: Connection, changes: Sequence[Change], everybody: Sequence[Notifier]) -> None:
    names = [notifier.name for notifier in everybody]
    for change in changes:
        alert, sign = change.alert, change.alert.sign
        # a notifier that is down is not told of itself, else its recovery would be told with a list of its own failures
        untold = [name for name in names if (sign.kind, sign.subject) != ("notifier", name)] if change.is_news else None
        parameters = {
            "alert_id": alert.alert_id,
            "kind": sign.kind,
            "subject": sign.subject,
            "message": sign.message,
            "repetitions": alert.repetitions,
            "first_at": alert.first_at,
            "last_at": alert.last_at,
            "told_at": alert.told_at,
            "cleared_at": alert.cleared_at,
            "untold": untold,
        }
        execute(connection, "quality/insert_alert" if alert.alert_id is None else "quality/update_alert", parameters)


def _alert(row: Row) -> Alert:
    sign = Sign(row["kind"], row["subject"], row["message"])
    rest = {name: row[name] for name in ("repetitions", "first_at", "last_at", "told_at", "cleared_at", "alert_id")}
    return Alert(sign, **rest)
