"""
### What
Finds what was published on a day and missed, because nothing polled or the feed had moved on: by the REST interface of
WordPress, by the feed's archives (RFC 5005) and pages (`?paged=N`), by news sitemaps, and by a web archive's copies of
the feed. What is found goes the way of every batch: pages are fetched, articles, reports and events are derived.

### When
Never by the clock: by hand with a day, or by a backfill. The param `feeds` chooses feeds, `ways` how to search; once
one way has shown the whole day, the publisher is asked no more. What each feed offers is kept in `raw.feed_way`; what
it was seen not to offer is not tried again for 30 days, unless it is named.

### Backfill
Yes, like `rebuild_day`, and politely: one search at a time, robots.txt obeyed, each host spaced. A way that shows other
days as well brings those too, each under its own day. Running it twice changes nothing: what is known is left as it is.

### If it fails
A publisher that refuses, lies or is down fails no run: `raw.recovery_request` and `raw.feed_way` say what was seen. A
failed `recover` means that the warehouse or the landing was out of reach, or that a param names no feed. Later tasks as
for `process_batch`; should the run die, `sweep_batches` hands its batch over. Skipped tasks mean that nothing was
missed.
"""

from __future__ import annotations

from airflow.sdk import Param, dag

from syria_airflow.defaults import DEFAULT_ARGS, START, TAGS, day_param
from syria_airflow.derive import derive, fetch_pages
from syria_airflow.recovery import recover
from syria_airflow.timetables import DaysOnRequest


@dag(
    dag_display_name="5 · Recover history",
    description="Find what a day's polls missed, in the publishers' archives; backfill any range.",
    doc_md=__doc__,
    schedule=DaysOnRequest(),
    start_date=START,
    catchup=False,
    max_active_runs=1,
    default_args=DEFAULT_ARGS,
    tags=[*TAGS, "ingest"],
    params={
        "day": day_param(),
        "feeds": Param(
            [],
            type=["null", "array"],
            title="Feeds",
            description="Slugs, one per line; none: all that are polled.",
        ),
        "ways": Param(
            [],
            type=["null", "array"],
            title="Ways",
            description="How to search; none: all that are open.",
            examples=["wordpress", "archive", "paged", "sitemap", "wayback"],
        ),
    },
)
def recover_history() -> None:
    """Search, then what every batch goes through."""
    recover() >> fetch_pages() >> derive()


recover_history()
