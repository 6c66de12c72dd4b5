"""What is generated of the documentation: README's table of DAGs, from their docstrings, and the list of metrics.

`python -m syria_airflow.documentation` writes them; a test keeps them fresh.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

from syria_airflow.metrics import METRICS
from syria_events.settings import HOME

README = HOME / "README.md"
METRICS_FILE = HOME / "docs" / "METRICS.md"
METRICS_HEAD = """# Metrics

Made from `plugins/syria_airflow/metrics.py` by `make docs`. Our metrics go the way of Airflow's own, by its settings:
for StatsD set `AIRFLOW__METRICS__STATSD_ON=True`, `AIRFLOW__METRICS__STATSD_HOST`, `AIRFLOW__METRICS__STATSD_PORT`, for
OpenTelemetry `AIRFLOW__METRICS__OTEL_ON=True` and OpenTelemetry's own variables. Airflow puts its prefix (`airflow.`)
before each name. Counters are sent by the task that counts, gauges by every hand-over, that is every five minutes; lags
are of the last 24 hours. Airflow's own metrics, of tasks, runs, pools and the scheduler, stand in its documentation.

| metric | kind | unit | meaning |
|---|---|---|---|
"""
BEGIN, END = "<!-- dags: begin -->", "<!-- dags: end -->"
ORDER = (
    "poll_feeds",
    "process_batch",
    "sweep_batches",
    "rebuild_day",
    "check_warehouse",
    "recover_history",
    "write_report",
    "maintain_warehouse",
)


def dag_table() -> str:
    """Return the table of DAGs in Markdown: the first sentence of What, When and Backfill of each."""
    lines = ["| DAG | does | runs | backfill |", "|---|---|---|---|"]
    for dag_id in ORDER:
        sections = _sections(HOME / "dags" / f"{dag_id}.py")
        cells = [_first_sentence(sections[name]) for name in ("What", "When", "Backfill")]
        lines.append(f"| `{dag_id}` | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def with_table(readme: str) -> str:
    """Return a README with its table of DAGs as it should be."""
    before, rest = readme.split(BEGIN)
    after = rest.split(END)[1]
    return f"{before}{BEGIN}\n{dag_table()}\n{END}{after}"


def metrics_page() -> str:
    """Return the list of metrics in Markdown."""
    rows = (f"| `{m.name}` | {m.kind} | {m.unit} | {m.meaning} |\n" for m in METRICS)
    return METRICS_HEAD + "".join(rows)


def _sections(path: Path) -> dict[str, str]:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    parts = re.split(r"^### (.+)$", docstring, flags=re.MULTILINE)[1:]
    return {name: " ".join(text.split()) for name, text in zip(parts[::2], parts[1::2], strict=True)}


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=\.) ", text, maxsplit=1)[0].rstrip(".")


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")
    METRICS_FILE.write_text(metrics_page(), encoding="utf-8")
