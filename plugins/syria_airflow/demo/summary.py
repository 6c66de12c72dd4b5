"""What the demo shows at its end: counts, costs, and the latest events with the words that they rest on."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from syria_events.warehouse.connection import transaction
from syria_events.warehouse.rows import Row, fetch_rows


def print_summary(dsn: str, console: Console) -> None:
    """Print the tables."""
    with transaction(dsn) as connection:
        (sizes,) = fetch_rows(connection, "quality/count_everything")
        (counts,) = fetch_rows(connection, "quality/sum_batch_counts")
        reasons = fetch_rows(connection, "quality/select_rejections_by_reason")
        stages = fetch_rows(connection, "quality/select_seconds_per_stage")
        events = fetch_rows(connection, "mart/select_latest_events", {"limit": 10})
    console.print(_pairs("In the warehouse", {k: v for k, v in sizes.items() if k != "open_batches"}))
    console.print(_pairs("What became of the entries", counts))
    rejected = {f"{r['suite']}: {r['expectation']}": r["rows"] for r in reasons}
    console.print(_pairs("Rejected rows by reason", rejected or {"none": 0}))
    console.print(_stages(stages))
    console.print(Text("\nThe ten latest events, with their evidence", style="bold"))
    for event in events:
        console.print(_event(event))


def _pairs(title: str, values: Row) -> Table:
    table = Table(title=title, title_justify="left", show_header=False, min_width=44)
    for name, value in values.items():
        table.add_row(name.replace("_", " "), str(value))
    return table


def _stages(stages: list[Row]) -> Table:
    table = Table(title="Seconds per stage", title_justify="left", min_width=44)
    for name in ("stage", "runs", "rows in", "rows out", "seconds"):
        table.add_column(name, justify="left" if name == "stage" else "right")
    for row in stages:
        table.add_row(row["stage"], *(str(row[n]) for n in ("runs", "rows_in", "rows_out")), f"{row['seconds']:.1f}")
    return table


def _event(event: Row) -> Text:
    what = event["acled_sub_event_type"] or event["plover_root"].capitalize()
    where = (
        ", ".join(filter(None, (event["place_name"], event["governorate"]))) or event["country"] or "place not known"
    )
    who = " → ".join(filter(None, (event["actor1_names"], event["actor2_names"])))
    toll = _toll(event)
    line = Text()
    line.append(f"{event['event_start_date'] or 'undated':%Y-%m-%d}  " if event["event_start_date"] else "undated     ")
    line.append(what, style="bold")
    line.append(f" · {where}" + (f" · {who}" if who else "") + (f" · {toll}" if toll else ""))
    line.append(f"\n    “{' '.join((event['evidence'] or event['headline']).split())}”", style="italic")
    line.append(f"\n    {event['source_name']}, {event['article_url'] or 'no link'} · ", style="dim")
    line.append(
        f"{event['report_count']} reports, {event['family_count']} independent, grade {event['confidence']}",
        style="dim",
    )
    return line


def _toll(event: Row) -> str:
    low, best, high = (event[f"killed_{bound}"] for bound in ("low", "best", "high"))
    killed = best if best is not None else low
    spread = f" ({low}–{high})" if low is not None and high is not None and low != high else ""
    parts = [f"{killed} killed{spread}"] if killed is not None else []
    if event["injured_best"]:
        parts.append(f"{event['injured_best']} injured")
    return ", ".join(parts)
