"""Who is told of alerts: the log always, and by e-mail and webhook where the settings say so."""

from __future__ import annotations

import logging
import smtplib
import ssl
from collections.abc import Sequence
from email.message import EmailMessage
from typing import Protocol
from urllib.parse import unquote, urlsplit

import httpx

from syria_events.alerts.deciding import Alert
from syria_events.alerts.wording import body, subject_line, values
from syria_events.model import PassingError
from syria_events.settings import Alerting

SECONDS = 10
"""A notifier that takes longer is down."""

logger = logging.getLogger(__name__)


class NotifierError(PassingError):
    """A notifier did not get through."""


class Notifier(Protocol):
    """Somebody who can be told."""

    name: str

    def tell(self, alert: Alert) -> None:
        """Tell of an alert as it is now. Raises NotifierError where that does not get through."""


class LogNotifier:
    """Writes to the log of whoever runs."""

    name = "log"

    def tell(self, alert: Alert) -> None:
        """Log one line, as an error or, for an all-clear, as information."""
        level = logging.INFO if alert.cleared_at else logging.ERROR
        logger.log(level, "%s: %s", subject_line(alert), alert.sign.message)


class EmailNotifier:
    """Sends a plain text by SMTP, over TLS where the address says smtps or the server offers STARTTLS."""

    name = "e-mail"

    def __init__(self, smtp_url: str, sender: str, recipients: Sequence[str]) -> None:
        self._url = urlsplit(smtp_url)
        self._sender = sender
        self._recipients = recipients

    def tell(self, alert: Alert) -> None:
        """Send one e-mail to all recipients."""
        message = EmailMessage()
        message["Subject"], message["From"] = subject_line(alert), self._sender
        message["To"] = ", ".join(self._recipients)
        message.set_content(body(alert))
        try:
            with self._connect() as server:
                server.send_message(message)
        except (OSError, smtplib.SMTPException) as error:
            raise NotifierError(f"{self._url.hostname} did not take the e-mail: {error}") from error

    def _connect(self) -> smtplib.SMTP:
        host, context = self._url.hostname or "", ssl.create_default_context()
        if self._url.scheme == "smtps":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, self._url.port or 465, timeout=SECONDS, context=context)
        else:
            server = smtplib.SMTP(host, self._url.port or 25, timeout=SECONDS)
            server.ehlo()
            if server.has_extn("starttls"):
                server.starttls(context=context)
        if self._url.username:
            server.login(unquote(self._url.username), unquote(self._url.password or ""))
        return server


class WebhookNotifier:
    """Posts JSON, with a `text` as Slack, Mattermost and the like show it."""

    name = "webhook"

    def __init__(self, url: str) -> None:
        self._url = url

    def tell(self, alert: Alert) -> None:
        """Post once; anything but 2xx is a failure."""
        try:
            httpx.post(self._url, json=values(alert), timeout=SECONDS).raise_for_status()
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            # the address of a webhook is its password: it does not belong into logs
            said = str(error).replace(self._url, "its address")
            raise NotifierError(f"{urlsplit(self._url).hostname} did not take the notice: {said}") from error


def notifiers(alerting: Alerting) -> tuple[Notifier, ...]:
    """Return everybody who is to be told."""
    everybody: list[Notifier] = [LogNotifier()]
    if alerting.smtp_url:
        everybody.append(EmailNotifier(alerting.smtp_url, alerting.sender, alerting.recipients))
    if alerting.webhook_url:
        everybody.append(WebhookNotifier(alerting.webhook_url))
    return tuple(everybody)
