"""The settings of a deployment, and the only place that reads the environment.

Settings are read when asked for, never at import, so that parsing a DAG costs nothing and tests can set what they need.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from syria_events.model import SyriaEventsError

HOME = Path(__file__).resolve().parents[2]
"""The project: where `sql/`, `dags/` and, by default, `var/` lie."""

ARCHIVE_URL = "https://web.archive.org"
CONTACT_URL = "https://github.com/syria-events/syria-events"


HISTORY_DAYS = 90
LEAST_DAYS = 7
"""Nothing younger is deleted: batches of the last days may still be at work, and their pages still be asked for."""


class SettingsError(SyriaEventsError):
    """A variable of the environment that cannot be understood."""


@dataclass(frozen=True, slots=True)
class Alerting:
    """Who is told of alerts, and when something counts as one."""

    smtp_url: str | None = None
    """`SYRIA_EVENTS_ALERT_SMTP`: smtp://user:password@host:587 or smtps://…; null: no e-mail."""
    sender: str = ""
    """`SYRIA_EVENTS_ALERT_FROM`: the e-mails' sender; the first recipient unless given."""
    recipients: tuple[str, ...] = ()
    """`SYRIA_EVENTS_ALERT_TO`: comma-separated addresses."""
    webhook_url: str | None = None
    """`SYRIA_EVENTS_ALERT_WEBHOOK`: an address that takes JSON by POST; null: none."""
    silent_hours: float = 24.0
    """`SYRIA_EVENTS_ALERT_SILENT_HOURS`: a feed without a good answer for so long is silent."""
    queue_minutes: float = 60.0
    """`SYRIA_EVENTS_ALERT_QUEUE_MINUTES`: a batch that waits for longer is too old."""

    @classmethod
    def from_environment(cls, env: Mapping[str, str]) -> Alerting:
        """Read the variables. Raises SettingsError naming the one that cannot be understood or is missing."""
        smtp = _address(env, "SYRIA_EVENTS_ALERT_SMTP", ("smtp", "smtps"))
        recipients = tuple(part.strip() for part in env.get("SYRIA_EVENTS_ALERT_TO", "").split(",") if part.strip())
        if bool(smtp) != bool(recipients):
            raise SettingsError("SYRIA_EVENTS_ALERT_SMTP and SYRIA_EVENTS_ALERT_TO go together: set both or neither")
        return cls(
            smtp_url=smtp,
            sender=env.get("SYRIA_EVENTS_ALERT_FROM") or (recipients[0] if recipients else ""),
            recipients=recipients,
            webhook_url=_address(env, "SYRIA_EVENTS_ALERT_WEBHOOK", ("http", "https")),
            silent_hours=_number(env, "SYRIA_EVENTS_ALERT_SILENT_HOURS", 24.0, "hours"),
            queue_minutes=_number(env, "SYRIA_EVENTS_ALERT_QUEUE_MINUTES", 60.0, "minutes"),
        )


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator may turn. Every field names its variable."""

    var: Path
    """`SYRIA_EVENTS_VAR`: state of a local installation."""
    warehouse_dsn: str | None
    """`AIRFLOW_CONN_WAREHOUSE`: a PostgreSQL URI; null means the embedded server, which leaves its own in `var/`."""
    landing_url: str
    """`SYRIA_EVENTS_LANDING`: any fsspec path."""
    feeds_file: Path | None
    """`SYRIA_EVENTS_FEEDS`: the user's own feeds, beside the registry of the package."""
    only_own_feeds: bool
    """`SYRIA_EVENTS_ONLY_OWN_FEEDS=1`: leave the registry of the package out (the demo does)."""
    gazetteer_dir: Path
    """`SYRIA_EVENTS_GAZETTEER`: where an imported gazetteer lies."""
    allow_private: tuple[str, ...]
    """`SYRIA_EVENTS_ALLOW_PRIVATE`: comma-separated networks that may be fetched although they are not public."""
    archive_url: str | None
    """`SYRIA_EVENTS_ARCHIVE`: a web archive that speaks as the Wayback Machine does; `off` means that none is asked."""
    contact_url: str
    """`SYRIA_EVENTS_CONTACT`: what publishers find in our User-Agent."""
    per_host_seconds: float
    """`SYRIA_EVENTS_HOST_SECONDS`: least time between two requests to one host."""
    page_retry_seconds: float
    """`SYRIA_EVENTS_PAGE_RETRY_SECONDS`: wait before a page that failed for now is asked again; doubled each time."""
    gazetteer_urls: tuple[str, ...] | None
    """`SYRIA_EVENTS_GAZETTEER_URLS`: comma-separated, whence `maintain_warehouse` refreshes the import, or `none`; null
    means the publishers that the package knows."""
    keep_core_days: int | None
    """`SYRIA_EVENTS_KEEP_CORE_DAYS`: articles first seen earlier are deleted with their reports; null keeps all."""
    keep_landing_days: int | None
    """`SYRIA_EVENTS_KEEP_LANDING_DAYS`: landing files of earlier days are deleted; null keeps all."""
    keep_history_days: int
    """`SYRIA_EVENTS_KEEP_HISTORY_DAYS`: record of what ran: fetches without news, stages, checks, Airflow's runs."""
    airflow_dsn: str | None
    """`SYRIA_EVENTS_AIRFLOW_DSN`: Airflow's own database, for cleaning it up; Airflow hides it from tasks."""
    airflow_port: int
    """`SYRIA_EVENTS_AIRFLOW_PORT`"""
    newsroom_port: int
    """`SYRIA_EVENTS_NEWSROOM_PORT`"""
    bi_port: int
    """`SYRIA_EVENTS_BI_PORT`"""
    bi_dsn: str | None
    """`SYRIA_EVENTS_BI_DSN`: a PostgreSQL URI that logs in as bi_reader; null where the embedded server needs none."""
    alerting: Alerting = Alerting()
    """`SYRIA_EVENTS_ALERT_…`"""

    @property
    def dsn(self) -> str:
        """The warehouse to work on. Raises SettingsError where there is none."""
        if self.warehouse_dsn:
            return self.warehouse_dsn
        try:
            return (self.var / "warehouse.dsn").read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            raise SettingsError(
                "no warehouse: set AIRFLOW_CONN_WAREHOUSE to a PostgreSQL URI, or start the embedded one with `make up`"
            ) from None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read the environment (or the given mapping). Raises SettingsError naming the variable."""
        env = os.environ if environment is None else environment
        var = Path(env.get("SYRIA_EVENTS_VAR") or HOME / "var").absolute()
        feeds_file = env.get("SYRIA_EVENTS_FEEDS")
        return cls(
            var=var,
            warehouse_dsn=env.get("AIRFLOW_CONN_WAREHOUSE") or None,
            landing_url=env.get("SYRIA_EVENTS_LANDING") or str(var / "landing"),
            feeds_file=Path(feeds_file) if feeds_file else None,
            only_own_feeds=_flag(env, "SYRIA_EVENTS_ONLY_OWN_FEEDS"),
            gazetteer_dir=Path(env.get("SYRIA_EVENTS_GAZETTEER") or var / "gazetteer"),
            allow_private=tuple(
                part.strip() for part in env.get("SYRIA_EVENTS_ALLOW_PRIVATE", "").split(",") if part.strip()
            ),
            archive_url=_archive(env),
            contact_url=env.get("SYRIA_EVENTS_CONTACT") or CONTACT_URL,
            per_host_seconds=_number(env, "SYRIA_EVENTS_HOST_SECONDS", 2.0),
            page_retry_seconds=_number(env, "SYRIA_EVENTS_PAGE_RETRY_SECONDS", 900.0),
            gazetteer_urls=_urls(env, "SYRIA_EVENTS_GAZETTEER_URLS"),
            keep_core_days=_days(env, "SYRIA_EVENTS_KEEP_CORE_DAYS"),
            keep_landing_days=_days(env, "SYRIA_EVENTS_KEEP_LANDING_DAYS"),
            keep_history_days=_days(env, "SYRIA_EVENTS_KEEP_HISTORY_DAYS") or HISTORY_DAYS,
            airflow_dsn=env.get("SYRIA_EVENTS_AIRFLOW_DSN") or None,
            airflow_port=_port(env, "SYRIA_EVENTS_AIRFLOW_PORT", 8080),
            newsroom_port=_port(env, "SYRIA_EVENTS_NEWSROOM_PORT", 8070),
            bi_port=_port(env, "SYRIA_EVENTS_BI_PORT", 8088),
            bi_dsn=env.get("SYRIA_EVENTS_BI_DSN") or None,
            alerting=Alerting.from_environment(env),
        )


def _flag(env: Mapping[str, str], name: str) -> bool:
    value = env.get(name, "0").strip().lower()
    if value not in {"", "0", "1", "true", "false"}:
        raise SettingsError(f"{name}={value!r} is neither 0 nor 1")
    return value in {"1", "true"}


def _archive(env: Mapping[str, str]) -> str | None:
    value = (env.get("SYRIA_EVENTS_ARCHIVE") or ARCHIVE_URL).strip().rstrip("/")
    if value != "off" and not value.startswith(("https://", "http://")):
        raise SettingsError(f"SYRIA_EVENTS_ARCHIVE={value!r} is neither an http(s) address nor off")
    return None if value == "off" else value


def _number(env: Mapping[str, str], name: str, default: float, unit: str = "seconds") -> float:
    value = env.get(name) or str(default)
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if number < 0:
        raise SettingsError(f"{name}={value!r} is not a number of {unit}, 0 or more")
    return number


def _days(env: Mapping[str, str], name: str) -> int | None:
    value = env.get(name) or ""
    if value and not (value.isdecimal() and int(value) >= LEAST_DAYS):
        raise SettingsError(
            f"{name}={value!r} is not a number of days, {LEAST_DAYS} or more; leave it empty to keep all"
        )
    return int(value) if value else None


def _urls(env: Mapping[str, str], name: str) -> tuple[str, ...] | None:
    value = (env.get(name) or "").strip()
    if not value:
        return None
    return () if value == "none" else tuple(url.strip() for url in value.split(",") if url.strip())


def _address(env: Mapping[str, str], name: str, schemes: tuple[str, ...]) -> str | None:
    value = (env.get(name) or "").strip()
    if value and not (value.startswith(tuple(f"{scheme}://" for scheme in schemes)) and urlsplit(value).hostname):
        raise SettingsError(f"{name} is no address of the form {schemes[-1]}://host…")  # its value may hold a password
    return value or None


def _port(env: Mapping[str, str], name: str, default: int) -> int:
    value = env.get(name) or str(default)
    if not value.isdecimal() or not 0 < int(value) < 65536:
        raise SettingsError(f"{name}={value!r} is not a port between 1 and 65535")
    return int(value)
