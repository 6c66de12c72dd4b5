"""An explanation as a page of HTML that needs nothing else."""

from __future__ import annotations

from html import escape
from itertools import pairwise

from syria_events.coding.explain import Explained, Explanation, Mark, details, heading

_PAGE = """<!doctype html>
<html lang="{language}"><meta charset="utf-8"><title>{title}</title>
<style>
body {{ font: 16px/1.6 Georgia, serif; max-width: 50em; margin: 2em auto; padding: 0 1em; }}
mark {{ background: none; }} .evidence {{ background: #f4f1e6; }} .actor1 {{ color: #b30000; font-weight: bold; }}
.actor2 {{ color: #0044aa; font-weight: bold; }} .place {{ color: #00702a; font-weight: bold; }}
.casualties {{ color: #8a0088; font-weight: bold; }} .text {{ white-space: pre-wrap; }}
dt {{ float: left; clear: left; width: 6em; color: #555; }} dd {{ margin-left: 7em; }} h2 {{ font-size: 1em; }}
</style>
<p class="text" dir="auto">{text}</p>
<p><mark class="actor1">actor1</mark> <mark class="actor2">actor2</mark> <mark class="place">place</mark>
<mark class="casualties">casualties</mark> <mark class="evidence">evidence</mark></p>
{reports}
</html>
"""


def render(explanation: Explanation) -> str:
    """Return the page: the text with its words marked, a legend, and the reports with their rules."""
    return _PAGE.format(
        language=escape(explanation.article.language or "und"),
        title=escape(explanation.article.title),
        text=_marked(explanation.article.full_text, explanation.marks()),
        reports="\n".join(map(_report, explanation.reports)) or "<p>no reports</p>",
    )


def _marked(text: str, marks: list[Mark]) -> str:
    """Cut the text where marks begin or end; each piece carries the classes of all marks over it."""
    cuts = sorted({0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    pieces = []
    for start, end in pairwise(cuts):
        over = [mark for mark in marks if mark.start <= start and end <= mark.end]
        piece = escape(text[start:end])
        if over:
            classes = " ".join(dict.fromkeys(mark.field for mark in over))
            ranks = ", ".join(str(rank) for rank in sorted({mark.rank for mark in over}))
            piece = f'<mark class="{classes}" title="report {ranks}">{piece}</mark>'
        pieces.append(piece)
    return "".join(pieces)


def _report(explained: Explained) -> str:
    rows = "".join(f"<dt>{escape(field)}</dt><dd>{escape(value)}</dd>" for field, value in details(explained))
    return f"<h2>{escape(heading(explained.report))}</h2><dl>{rows}</dl>"
