"""An alert in words: a line for the subject of an e-mail, a text, and values for a webhook."""

from __future__ import annotations

from datetime import datetime

from syria_events.alerts.deciding import Alert

TITLES = {
    "failed_run": "failed run",
    "critical_check": "critical check",
    "silent_feed": "silent feed",
    "cut_feed": "feed cut short",
    "lost_overlap": "items lost between polls",
    "queue_age": "queue too old",
    "notifier": "notifier down",
}


def subject_line(alert: Alert) -> str:
    """Return one line: what, which, and whether it is over."""
    state = "all clear" if alert.cleared_at else "alert"
    again = f" (seen {alert.repetitions} times)" if alert.repetitions > 1 else ""
    line = f"[syria-events] {state}: {TITLES[alert.sign.kind]}: {alert.sign.subject}{again}"
    return " ".join(line.split())  # whatever stands in a subject, a header is one line


def body(alert: Alert) -> str:
    """Return the whole of it as plain text."""
    since = f"Seen {alert.repetitions} times" if alert.repetitions > 1 else "Seen once"
    lines = [alert.sign.message, "", f"{since}, first {_when(alert.first_at)}, last {_when(alert.last_at)}."]
    if alert.cleared_at:
        lines = [f"It is over since {_when(alert.cleared_at)}. It was:", "", *lines]
    return "\n".join(lines) + "\n"


def values(alert: Alert) -> dict[str, object]:
    """Return it for a webhook: `text` is what chat services show, the rest is for machines."""
    return {
        "text": f"{subject_line(alert)}\n{body(alert)}",
        "state": "cleared" if alert.cleared_at else "open",
        "kind": alert.sign.kind,
        "subject": alert.sign.subject,
        "message": alert.sign.message,
        "repetitions": alert.repetitions,
        "first_at": alert.first_at.isoformat(),
        "last_at": alert.last_at.isoformat(),
        "cleared_at": alert.cleared_at.isoformat() if alert.cleared_at else None,
    }


def _when(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"
