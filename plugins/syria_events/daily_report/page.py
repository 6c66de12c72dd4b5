"""Figures as one HTML page. Titles, words and addresses come from newsrooms, so that anybody may have written them.

The template escapes whatever it shows; JSON is escaped for a script; only http and https become links; and the page's
own policy lets no script run but the two that stand in it, and no request go out at all.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from syria_events.daily_report.charts import MAP, charts, shapes
from syria_events.daily_report.figures import Figures
from syria_events.warehouse.rows import Row

HERE = Path(__file__).parent
WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
FOR_SCRIPTS = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def page(figures: Figures) -> str:
    """Return the page as text."""
    library = (HERE / "echarts" / "echarts.min.js").read_text(encoding="utf-8")
    drawing = _drawing(figures)
    environment = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"link": web_link, "killed": killed_range, "share": share, "count": count}
    return environment.get_template("page.html.jinja").render(
        figures=figures,
        library=library,
        drawing=drawing,
        policy=" ".join(f"'sha256-{_digest(script)}'" for script in (library, drawing)),
        attribution=next((row["attribution"] for row in figures.governorates), ""),
    )


def web_link(address: str | None) -> str | None:
    """Return an address that may be linked to; null for one of another scheme."""
    return address if address and WEB_ADDRESS.fullmatch(address) else None


def killed_range(row: Row) -> str:
    """Return a toll with its range: `5 (3–8)`, empty where there is none."""
    low, best, high = (row[f"killed_{bound}"] for bound in ("low", "best", "high"))
    if best is None:
        return ""
    return f"{best:,} ({low:,}–{high:,})" if low != high else f"{best:,}"


def share(part: int, whole: int) -> str:
    """Return a part in per cent."""
    return f"{part / whole:.0%}" if whole else "–"


def count(number: int | None) -> str:
    """Return a number with separators, a dash for none."""
    return "–" if number is None else f"{number:,}"


def _drawing(figures: Figures) -> str:
    """Return the script that draws: fixed code, and the figures as JSON."""
    return (
        f"echarts.registerMap({_json(MAP)}, {_json(shapes(figures))});\n"
        f"const drawn = Object.entries({_json(charts(figures))}).map(([id, option]) => {{\n"
        "  const chart = echarts.init(document.getElementById(id), null, {renderer: 'svg'});\n"
        "  chart.setOption({animation: false, ...option});\n"
        "  return chart;\n"
        "});\n"
        "addEventListener('resize', () => drawn.forEach(chart => chart.resize()));\n"
        "document.documentElement.dataset.drawn = drawn.length;\n"
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(FOR_SCRIPTS)


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
