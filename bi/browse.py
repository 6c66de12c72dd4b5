"""Opens every dashboard of a running `make bi` in a real browser, as a person would (`make bi-check`).

Fails where a tile shows an error or nothing, where drilling from an event to its articles does not work, where a
request leaves for anybody but Superset, or where a dashboard takes longer than asked. Needs Debian's chromium, or any
Chromium that the variable CHROMIUM names. SUPERSET_ADMIN_PASSWORD logs in to a Superset that others started.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request, TimeoutError, sync_playwright

from bi.generator.bundle import DASHBOARDS
from bi.generator.dashboard import Dashboard
from syria_events.settings import Settings

LOCAL = {"data", "blob", "about", "chrome"}
SETTLE_SECONDS = 90
HEIGHT = 3600
BUSY = ".loading, [data-test='loading-indicator'], .ant-skeleton, .ant-spin-spinning"
ERRORS = ".dashboard-chart .ant-alert, .missing-chart-container, .chart-error"
EMPTY = ".dashboard-chart .ant-empty"
ONLY = """([title, id]) => [...document.querySelectorAll('.dashboard-component-chart-holder')]
    .filter(chart => chart.innerText.includes(title) && chart.querySelector('tbody tr'))
    .some(chart => [...chart.querySelectorAll('tbody tr td:last-child')].every(cell => cell.innerText === id))"""
DRILL = ("Latest events", "What is said about them")


@dataclass
class Visit:
    """What was seen of one dashboard."""

    slug: str
    seconds: float = 0.0
    charts: int = 0
    errors: list[str] = field(default_factory=list)
    empty: int = 0

    def problems(self, longest: float, may_be_empty: bool) -> list[str]:
        """Return what is wrong with it."""
        late = [f"{self.seconds:.1f} s, asked were {longest:.0f}"] if longest and self.seconds > longest else []
        empty = [f"{self.empty} tiles without data"] if self.empty and not may_be_empty else []
        return [f"{self.slug}: {problem}" for problem in [*self.errors, *late, *empty]]


@dataclass
class Traffic:
    """Whom the pages asked but for Superset itself."""

    own: str
    left: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    """Asked for by Superset's code, stopped in the browser by the policy that its pages carry."""

    def watch(self, page: Page) -> None:
        """Note every request of a page from now on."""
        page.on("requestfinished", self._note)
        page.on("requestfailed", self._note)

    def _note(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in LOCAL or parts.netloc == urlsplit(self.own).netloc:
            return
        (self.refused if request.failure == "csp" else self.left).add(f"{parts.scheme}://{parts.netloc}")


def main() -> int:
    """Visit all dashboards and say what was seen; 0 if all is well."""
    settings = Settings.from_environment()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default=f"http://127.0.0.1:{settings.bi_port}")
    parser.add_argument("--to", type=Path, default=settings.var / "screenshots", help="where pictures go")
    parser.add_argument("--seconds", type=float, default=0.0, help="longest time a dashboard may take; 0 for any")
    parser.add_argument("--may-be-empty", action="store_true", help="tiles without data are no failure")
    options = parser.parse_args()
    options.to.mkdir(parents=True, exist_ok=True)
    traffic = Traffic(options.url)
    with sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1600, "height": HEIGHT})
        traffic.watch(page)
        _log_in(page, options.url, settings.var)
        visits = [_visit(page, options.url, dashboard, options.to) for dashboard in DASHBOARDS]
        problems = [*_drill(page, options.url, options.to), *(f"a request left for {host}" for host in traffic.left)]
        browser.close()
    for visit in visits:
        problems += visit.problems(options.seconds, options.may_be_empty)
        print(f"{visit.slug:10} {visit.charts} charts in {visit.seconds:.1f} s, {visit.empty} without data")
    print(f"requests that left: {len(traffic.left)}; stopped in the browser: {sorted(traffic.refused) or 'none'}")
    print(*(problems or ["all is well"]), sep="\n")
    return int(bool(problems))


def _log_in(page: Page, url: str, var: Path) -> None:
    page.goto(f"{url}/login/")
    page.fill("[data-test=username-input]", "admin")
    page.fill("[data-test=password-input]", _password(os.environ, var))
    page.click("[data-test=login-button]")
    page.wait_for_url(lambda address: "/login" not in address)


def _password(environment: Mapping[str, str], var: Path) -> str:
    """Return the password of admin: that of the service `bi`, where it is told, or the one that `make bi` made."""
    if told := environment.get("SUPERSET_ADMIN_PASSWORD"):
        return told
    return str(json.loads((var / "superset" / "secrets.json").read_text(encoding="utf-8"))["admin_password"])


def _visit(page: Page, url: str, dashboard: Dashboard, to: Path) -> Visit:
    began = time.monotonic()
    _open(page, url, dashboard)
    visit = Visit(dashboard.slug, time.monotonic() - began)
    page.wait_for_timeout(1500)  # until the charts have finished moving
    visit.charts = page.locator(".dashboard-chart").count()
    visit.errors = [text.strip()[:200] for text in page.locator(ERRORS).all_inner_texts()]
    visit.empty = page.locator(EMPTY).count()
    end = page.locator(".dashboard-component-markdown, .dashboard-markdown").last.bounding_box()
    bottom = int(end["y"] + end["height"]) + 16 if end else HEIGHT
    page.screenshot(path=str(to / f"{dashboard.slug}.png"), clip={"x": 0, "y": 0, "width": 1600, "height": bottom})
    return visit


def _open(page: Page, url: str, dashboard: Dashboard) -> None:
    page.goto(f"{url}/superset/dashboard/{dashboard.slug}/")
    _settle(page, len(dashboard.charts))


def _settle(page: Page, charts: int) -> None:
    """Wait until all tiles are there and none of them waits."""
    done = f"""() => document.querySelectorAll('.dashboard-chart').length >= {charts}
        && !document.querySelector("{BUSY}") && !document.body.innerText.includes('Waiting on')"""
    page.wait_for_function(done, timeout=SETTLE_SECONDS * 1000)


def _drill(page: Page, url: str, to: Path) -> list[str]:
    """Click on the id of the latest event and return what is wrong with the articles that remain."""
    dashboard = DASHBOARDS[0]
    _open(page, url, dashboard)
    events, articles = (page.locator(".dashboard-component-chart-holder").filter(has_text=title) for title in DRILL)
    if not events.locator("tbody tr").count():
        return []  # its visit has told already that the tile is empty
    event_id = events.locator("tbody tr").first.locator("td").last
    wanted = event_id.inner_text()
    event_id.click()
    try:
        page.wait_for_function(ONLY, arg=[DRILL[1], wanted], timeout=SETTLE_SECONDS * 1000)
    except TimeoutError:
        return [f"drilling to the articles of {wanted} shows others, too"]
    page.wait_for_timeout(1500)
    articles.screenshot(path=str(to / "drill.png"))
    return [] if articles.locator("tbody tr").count() else [f"drilling to the articles of {wanted} shows none"]


if __name__ == "__main__":
    sys.exit(main())
