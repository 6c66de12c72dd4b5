"""`syria-events`: what operators and maintainers do outside the Airflow UI.

Commands are loaded when they are called, so that each pays only for the libraries that it needs itself.
"""

from __future__ import annotations

import sys
from importlib import import_module

import click

from syria_events.model import SyriaEventsError

COMMANDS = {
    "alerts": "syria_events.cli.alerts:alerts",
    "articles": "syria_events.cli.article_versions:articles",
    "checksum": "syria_events.cli.warehouse:checksum",
    "code": "syria_events.cli.coding:code",
    "events": "syria_events.cli.events:events",
    "explain": "syria_events.cli.coding:explain",
    "export": "syria_events.cli.export:export",
    "extract": "syria_events.cli.articles:extract",
    "feeds": "syria_events.cli.feeds:feeds",
    "gazetteer": "syria_events.cli.gazetteer:gazetteer",
    "health": "syria_events.cli.health:health",
    "migrate": "syria_events.cli.warehouse:migrate",
    "poll": "syria_events.cli.stages:poll",
    "process": "syria_events.cli.stages:process",
    "rebuild": "syria_events.cli.rebuild:rebuild",
    "recover": "syria_events.cli.recover:recover",
    "rejected": "syria_events.cli.rejected:rejected",
    "report": "syria_events.cli.report:report",
}


class LazyGroup(click.Group):
    """A group whose commands are imported by name when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        return getattr(import_module(module), attribute)


@click.group(cls=LazyGroup)
def commands() -> None:
    """Press coverage of Syria, turned into clean, deduplicated, traceable events."""


def main() -> None:
    """Run a command; an error of ours is one line that names the thing and the remedy, and exit code 1."""
    try:
        commands()
    except SyriaEventsError as error:
        click.echo(f"syria-events: {error}", err=True)
        sys.exit(1)
