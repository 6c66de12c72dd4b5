"""The parts of README that are generated: the table of DAGs, from the DAGs' own docstrings.

`python -m syria_airflow.documentation` writes them; a test keeps them fresh.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

from syria_events.settings import HOME

README = HOME / "README.md"
BEGIN, END = "<!-- dags: begin -->", "<!-- dags: end -->"
ORDER = (
    "poll_feeds",
    "process_batch",
    "sweep_batches",
    "rebuild_day",
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


def _sections(path: Path) -> dict[str, str]:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    parts = re.split(r"^### (.+)$", docstring, flags=re.MULTILINE)[1:]
    return {name: " ".join(text.split()) for name, text in zip(parts[::2], parts[1::2], strict=True)}


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=\.) ", text, maxsplit=1)[0].rstrip(".")


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")
