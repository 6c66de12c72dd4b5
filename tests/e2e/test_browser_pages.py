"""What operators do in a browser: log in, look at every page, retry a rejected row, backfill three days.

It has to run before the tests of the demo, the last of which stops it; the names of the files see to that.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect, sync_playwright

from syria_airflow.demo.airflow_api import ACTIVE, wait_for
from syria_airflow.page_addresses import PAGES, PREFIX
from syria_events.warehouse.connection import transaction
from syria_events.warehouse.rows import fetch_rows
from tests.e2e.conftest import RunningDemo, free_ports
from tests.e2e.login_server import PASSWORD, login_server

CHROMIUM = shutil.which("chromium")
PATIENCE_MS = 60_000
HEADINGS = {"events": "Latest events", "rejected": "Rejected rows"}

pytestmark = [
    pytest.mark.timeout(1500),
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not there: apt-get install chromium"),
]


@pytest.fixture(scope="module")
def url(demo: RunningDemo, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the demo's Airflow behind a login."""
    port, _ = free_ports()
    with login_server(demo.processes(), port, tmp_path_factory.mktemp("login")) as server:
        yield server.url


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield running
        running.close()


@pytest.fixture(scope="module")
def visitor(browser: Browser, url: str) -> Iterator[Callable[[str], Page]]:
    """Return a function that gives the page of a user, who logs in once. No page may ask anything elsewhere."""
    pages: dict[str, Page] = {}
    foreign: list[str] = []

    def page_of(name: str) -> Page:
        if name not in pages:
            context = browser.new_context(base_url=url, viewport={"width": 1280, "height": 900})
            context.set_default_timeout(PATIENCE_MS)
            page = pages[name] = context.new_page()
            page.on("request", lambda request: foreign.extend([request.url] * is_foreign(request.url, url)))
            page.goto("/")
            page.get_by_label("Username").fill(name)
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("button", name="Sign in").click()
            page.wait_for_url(f"{url}/")
        return pages[name]

    yield page_of
    for page in pages.values():
        page.context.close()
    assert foreign == []


def is_foreign(address: str, own: str) -> bool:
    return urlsplit(address).scheme in {"http", "https"} and not address.startswith(f"{own}/")


def open_page(page: Page, name: str) -> FrameLocator:
    """Open one of our pages by Airflow's navigation, and return the frame that it is in."""
    if not page.get_by_role("button", name="Plugins").is_visible():
        page.goto("/")
    page.get_by_role("button", name="Plugins").click()
    page.get_by_role("menuitem", name=name.capitalize(), exact=True).click()
    frame = page.frame_locator(f"iframe[title={name.capitalize()}]")
    expect(frame.get_by_role("heading", level=1)).to_have_text(
        HEADINGS.get(name, name.capitalize()), timeout=PATIENCE_MS
    )
    return frame


def rejected_row(demo: RunningDemo) -> dict[str, object]:
    chosen = dict.fromkeys(("suite", "expectation", "feed_slug", "batch_id")) | {"state": "open"}
    with transaction(demo.dsn) as connection:
        return fetch_rows(connection, "quality/select_rejected_rows", chosen | {"limit": 1, "offset": 0})[0]


def test_demo_prints_the_addresses_of_the_pages(demo: RunningDemo) -> None:
    for name in PAGES:
        assert f"http://127.0.0.1:{demo.airflow_port}{PREFIX}/{name}" in demo.text


def test_every_page_opens_from_the_navigation(visitor: Callable[[str], Page]) -> None:
    page = visitor("ada")
    for name in PAGES:
        frame = open_page(page, name)
        assert frame.locator("tbody tr, details").count() > 0, name


def test_evidence_opens_on_click_and_articles_open_in_a_tab_of_their_own(
    visitor: Callable[[str], Page], demo: RunningDemo
) -> None:
    page = visitor("vera")
    frame = open_page(page, "events")
    event = frame.locator("details:has(a[target=_blank])").first
    expect(event.locator("blockquote")).not_to_be_visible()
    event.locator("summary").click()
    expect(event.locator("blockquote")).to_be_visible()
    link = event.locator("a[target=_blank]")
    with page.context.expect_page() as opened:
        link.click()
    opened.value.wait_for_url(re.compile(rf"^http://127\.\d+\.\d+\.\d+:{demo.newsroom_port}/"))


def test_pages_follow_airflow_into_the_dark_and_fit_a_phone(visitor: Callable[[str], Page]) -> None:
    page = visitor("vera").context.new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    for name in PAGES:
        page.goto(f"{PREFIX}/{name}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, name
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.evaluate("localStorage.setItem('theme', 'dark')")
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    page.evaluate("localStorage.removeItem('theme')")
    page.close()


def test_operator_retries_a_rejected_row(visitor: Callable[[str], Page], demo: RunningDemo) -> None:
    row = rejected_row(demo)
    page = visitor("ada")
    frame = open_page(page, "rejected")
    frame.locator(f"input[name=rejected_id][value='{row['rejected_id']}']").check()
    frame.get_by_role("button", name="Retry chosen").click()
    expect(frame.get_by_role("heading", level=1)).to_have_text("Retry", timeout=2 * PATIENCE_MS)
    expect(frame.locator(".notice")).to_contain_text("fails again")
    frame.get_by_role("link", name=f"row {row['rejected_id']}").click()
    expect(frame.get_by_role("row", name=re.compile("retry ada fails again"))).to_be_visible()


def test_viewer_may_look_and_not_retry(visitor: Callable[[str], Page], demo: RunningDemo) -> None:
    row = rejected_row(demo)
    page = visitor("vera")
    frame = open_page(page, "rejected")
    expect(frame.get_by_role("link", name=str(row["headline"]), exact=True)).to_be_visible()
    assert frame.get_by_role("button", name="Retry").count() == 0
    answer = page.request.post(f"{PREFIX}/rejected/retry", form={"rejected_id": str(row["rejected_id"])})
    assert answer.status == 403
    assert rejected_row(demo)["retries"] == row["retries"]


def test_run_leads_to_what_it_did_and_its_note_says_it(visitor: Callable[[str], Page], demo: RunningDemo) -> None:
    (run, *_) = [found for found in demo.api.runs("process_batch") if found["state"] == "success"]
    assert re.search(r"\d+ entr(y|ies), \d+ articles?; \d+ reports?; \d+ rejected; \d+ events? settled", run["note"])
    page = visitor("vera")
    page.goto(f"/dags/process_batch/runs/{run['dag_run_id']}/plugin/results")
    frame = page.frame_locator("iframe[title=Results]")
    expect(frame.get_by_role("heading", level=1)).to_have_text(f"Batch {run['partition_key']}", timeout=PATIENCE_MS)
    expect(frame.get_by_text("adds up")).to_be_visible()


def test_run_that_fails_says_where_and_airflow_goes_on(demo: RunningDemo) -> None:
    api = demo.api
    run_id = api.trigger("process_batch", batch_id="no batch at all")
    wait_for("the run", lambda: api.run_state("process_batch", run_id) not in ACTIVE)
    (run,) = [found for found in api.runs("process_batch") if found["dag_run_id"] == run_id]
    assert (run["state"], run["note"]) == ("failed", "failed at fetch_pages")


def test_operator_backfills_three_days_from_the_ui(visitor: Callable[[str], Page], demo: RunningDemo) -> None:
    api = demo.api
    before = {run["dag_run_id"] for run in api.runs("rebuild_day")}
    today = datetime.now(UTC).date()
    page = visitor("ada")
    page.goto("/dags/rebuild_day")
    page.get_by_role("button", name="Trigger").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("Run this Dag for a range of dates").click()
    for left, day in ((1, today - timedelta(days=2)), (0, today)):
        dialog.get_by_text("Select date and time").first.click()
        page.get_by_placeholder("YYYY/MM/DD").last.fill(f"{day:%Y/%m/%d}")
        page.get_by_placeholder("HH:mm").last.fill("00:00")
        page.keyboard.press("Enter")
        page.keyboard.press("Escape")
        expect(dialog.get_by_text("Select date and time")).to_have_count(left)
    dialog.get_by_text("All Runs").click()
    expect(dialog.get_by_text(re.compile("3 runs will be triggered"))).to_be_visible(timeout=PATIENCE_MS)
    dialog.get_by_role("button", name="Run Backfill").click()
    expect(page.get_by_text("Backfill in progress")).to_be_visible(timeout=PATIENCE_MS)

    def fresh() -> list[dict[str, object]]:
        return [run for run in api.runs("rebuild_day") if run["dag_run_id"] not in before]

    wait_for(
        "the three runs", lambda: len(fresh()) == 3 and not any(r["state"] in ACTIVE for r in fresh()), seconds=300
    )
    assert {run["partition_key"]: run["state"] for run in fresh()} == {
        str(today - timedelta(days=n)): "success" for n in range(3)
    }
    wait_for("Airflow to close the backfill", lambda: not api.is_backfilling("rebuild_day"))


def test_nothing_is_shown_without_a_login(url: str, browser: Browser) -> None:
    for name in (*PAGES, "files/pages.css"):
        assert httpx.get(f"{url}{PREFIX}/{name}", trust_env=False).status_code == 401
    page = browser.new_page()
    page.goto(f"{url}{PREFIX}/events")
    expect(page.get_by_role("button", name="Sign in")).to_be_visible(timeout=PATIENCE_MS)
    page.close()
