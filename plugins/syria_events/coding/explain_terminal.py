"""An explanation in colours on a terminal."""

from __future__ import annotations

from rich.console import Group
from rich.text import Text

from syria_events.coding.explain import Explanation, details, heading

STYLES = {
    "evidence": "on grey15",
    "actor1": "bold red",
    "actor2": "bold blue",
    "place": "bold green",
    "casualties": "bold magenta",
}


def render(explanation: Explanation) -> Group:
    """Return the article's text with the words marked, a legend, and the reports with their rules."""
    text = Text(explanation.article.full_text)
    for mark in explanation.marks():
        text.stylize(STYLES[mark.field], mark.start, mark.end)
    legend = Text("  ").join(Text(field, style) for field, style in STYLES.items())
    blocks = [text, Text(), legend, Text()]
    for explained in explanation.reports:
        blocks.append(Text(heading(explained.report), "bold"))
        blocks += [Text(f"     {field:10}{value}") for field, value in details(explained)]
    if not explanation.reports:
        blocks.append(Text("no reports"))
    return Group(*blocks)
