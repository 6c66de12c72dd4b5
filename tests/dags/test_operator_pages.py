"""The operators' pages behind Airflow's own login: who may enter, what hostile text can do, what is said in trouble."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from lxml import html

from syria_airflow.page_addresses import PAGES, PREFIX
from tests.conftest import own_database
from tests.dags.airflow_server import airflow_server
from tests.integration.marts.press import Press
from tests.unit.events.made_reports import killed, made, town

HOSTILE = """"><img src=x onerror=alert(1)><script>alert(2)</script>' onmouseover='alert(3)\u202etxt.exe {{ 7 * 7 }}"""
HOSTILE_LINK = "javascript:alert(4)//"
CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def press(postgres: str) -> Iterator[Press]:
    """A warehouse with an event, a feed and a rejected row whose every text wants to break out."""
    from syria_events.warehouse.reference import write_reference

    with own_database(postgres, template="warehouse") as dsn:
        write_reference(dsn)
        press = Press(dsn)
        press.publish(made("a", article="one", claims=(killed(3),), place=town("Ariha")))
        for table, columns in {
            "core.article_version": ("title",),
            "core.report_evidence": ("quote",),
            "core.source": ("name",),
            "raw.feed": ("name", "note"),
            "raw.fetch": ("error", "next_reason"),
            "raw.entry_version": ("title",),
        }.items():
            settings = ", ".join(f"{column} = %(text)s" for column in columns)
            press.query(f"UPDATE {table} SET {settings}", text=HOSTILE)
        press.query("UPDATE core.article SET url = %(url)s", url=HOSTILE_LINK)
        press.query("UPDATE raw.entry_version SET url = %(url)s", url=HOSTILE_LINK)
        press.query("UPDATE raw.feed SET url = %(url)s", url=HOSTILE_LINK)
        press.query(
            "INSERT INTO quality.rejected_row (suite, row_key, expectation, remedy, observed, rejected_row, entry_id,"
            " entry_version, batch_id, code_version) SELECT 'articles', 'k' || n, 'has_title', 'mend it', %(text)s,"
            " jsonb_build_object('title', %(text)s::text), entry_id, version, batch_id, 'test'"
            " FROM raw.entry_version, generate_series(1, 3) n",
            text=HOSTILE,
        )
        press.query(
            "INSERT INTO quality.check_result (work_key, suite, expectation, severity, is_met, evaluated_count,"
            " unexpected_count, notes) VALUES ('batch:edition-1', 'articles', 'has_title', 'critical', false, 3, 1, '')"
        )
        press.query(
            "INSERT INTO quality.check_failure (work_key, suite, expectation, position, row_key, observed, headline)"
            " VALUES ('batch:edition-1', 'articles', 'has_title', 0, 'k1', %(text)s, %(text)s)",
            text=HOSTILE,
        )
        yield press


@pytest.fixture(scope="module")
def client(press: Press) -> Iterator[Callable[..., object]]:
    with airflow_server(press.dsn) as server:
        yield server


@pytest.fixture(scope="module")
def addresses(press: Press) -> list[str]:
    """Every address that the pages have: the routes with what the warehouse has put in."""
    ((event_id,),) = press.query("SELECT event_id FROM core.event")
    ((slug,),) = press.query("SELECT feed_slug FROM raw.feed")
    return [
        *PAGES,
        "",
        f"feeds/{slug}",
        f"events/{event_id}",
        "work/batch:edition-1",
        "work/day:2021-12-11",
        "rejected/1",
        "rejected?state=all&page=2",
        "checks?day=2021-12-11&suite=articles",
        "checks/articles/has_title",
        "events?period=all&governorate=SY07",
        "runs/process_batch/some%20run",
        "files/pages.css",
        "files/pages.js",
    ]


def rejection_states(press: Press) -> list[str]:
    return [state for (state,) in press.query("SELECT state FROM quality.rejected_row ORDER BY rejected_id")]


def form_of(page: str) -> dict[str, object]:
    (token,) = set(html.fromstring(page).xpath("//input[@name='token']/@value"))
    return {"token": token, "rejected_id": ["1"]}


def test_without_login_nothing_is_shown(client: Callable, addresses: list[str]) -> None:
    nobody = client()
    for address in addresses:
        answer = nobody.get(f"{PREFIX}/{address}")
        assert answer.status_code == 401, address
        assert answer.text == "Not authenticated"
        browser = nobody.get(f"{PREFIX}/{address}", headers={"Accept": "text/html"})
        assert browser.status_code == 303
        assert browser.headers["location"].startswith("/api/v2/auth/login?next=%2Fsyria-events%2F")
    assert nobody.post(f"{PREFIX}/rejected/discard", data={"rejected_id": "1"}).status_code == 401


def test_every_route_is_among_those_tested(client: Callable, addresses: list[str]) -> None:
    from syria_airflow.pages.app import make_app

    patterns = {route.path_regex for route in make_app().routes if "GET" in route.methods}
    paths = ["/" + address.split("?")[0].replace("%20", " ") for address in addresses]
    assert [p.pattern for p in patterns if not any(p.match(path) for path in paths)] == []


def test_viewer_sees_every_page(client: Callable, addresses: list[str]) -> None:
    viewer = client("vera")
    for address in addresses:
        answer = viewer.get(f"{PREFIX}/{address}")
        assert answer.status_code == (303 if address.startswith("runs/") else 200), (address, answer.text)
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["cache-control"] == "no-store"


def test_hostile_text_stays_text(client: Callable, addresses: list[str]) -> None:
    viewer = client("vera")
    seen = 0
    for address in addresses:
        if address.startswith(("files/", "runs/")):
            continue
        text = viewer.get(f"{PREFIX}/{address}").text
        page = html.fromstring(text)
        assert page.xpath("//img | //script[not(@src) or text()] | //iframe | //style | //*[@style]") == [], address
        assert [name for element in page.iter() for name in element.attrib if name.startswith("on")] == []
        for link in page.xpath("//@href | //@src | //@action | //@formaction"):
            assert link.startswith(("/syria-events/", "/dags/")), (address, link)
        assert not CONTROLS.search(text), address
        assert "49" not in page.xpath("string(//main)").split()
        seen += "<script>alert(2)</script>" in page.xpath("string(//main)")
    assert seen >= 5


def test_failed_row_is_one_click_away_from_its_expectation(client: Callable) -> None:
    viewer = client("vera")
    (link,) = html.fromstring(viewer.get(f"{PREFIX}/checks").text).xpath("//td[@data-label='Rows failed']/a/@href")
    rows = html.fromstring(viewer.get(link).text).xpath("//tbody/tr/td[1]//a/@href")
    assert rows == [f"{PREFIX}/rejected/1"]


def test_pages_name_nothing_outside_of_this_server(client: Callable) -> None:
    viewer = client("vera")
    for name in ("pages.css", "pages.js"):
        assert not re.search(r"https?:|//[a-z]+\.|url\(|@import", viewer.get(f"{PREFIX}/files/{name}").text)
    assert viewer.get(f"{PREFIX}/files/..%2Fapp.py").status_code == 404


def test_viewer_may_not_change_anything(client: Callable, press: Press) -> None:
    viewer = client("vera")
    page = viewer.get(f"{PREFIX}/rejected").text
    assert "Retry chosen" not in page
    for action in ("retry", "discard", "restore"):
        answer = viewer.post(f"{PREFIX}/rejected/{action}", data=form_of(page))
        assert answer.status_code == 403
    assert rejection_states(press) == ["open"] * 3


def test_change_takes_the_form_of_the_user(client: Callable, press: Press) -> None:
    user = client("ada")
    of_viewer = form_of(client("vera").get(f"{PREFIX}/rejected").text)
    own = form_of(user.get(f"{PREFIX}/rejected").text)
    discard = f"{PREFIX}/rejected/discard"
    assert user.post(discard, data={"rejected_id": "1"}).status_code == 403
    assert user.post(discard, data=own | {"token": own["token"][:-1]}).status_code == 403
    assert user.post(discard, data=of_viewer).status_code == 403
    assert user.post(discard, data=own, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert user.get(discard).status_code in (404, 405, 422)
    assert rejection_states(press) == ["open"] * 3


def test_user_discards_and_restores_and_the_row_tells_of_it(client: Callable, press: Press) -> None:
    user = client("ada")
    form = form_of(user.get(f"{PREFIX}/rejected").text) | {"rejected_id": ["1", "2"], "reason": HOSTILE}
    answer = user.post(f"{PREFIX}/rejected/discard", data=form)
    assert answer.status_code == 200
    assert "discarded 2 of 2" in answer.text
    assert rejection_states(press) == ["discarded", "discarded", "open"]
    row = html.fromstring(user.get(f"{PREFIX}/rejected/1").text)
    assert "ada" in row.xpath("string(//main)")
    assert row.xpath("//script[text()]") == []
    assert "restored 2 of 2" in user.post(f"{PREFIX}/rejected/restore", data=form).text
    assert rejection_states(press) == ["open"] * 3


def test_what_cannot_be_done_is_said_in_words(client: Callable) -> None:
    user = client("ada")
    form = form_of(user.get(f"{PREFIX}/rejected").text)
    browser = {"Accept": "text/html"}
    missing = user.post(f"{PREFIX}/rejected/discard", data=form | {"rejected_id": "99"}, headers=browser)
    assert missing.status_code == 409
    assert "no rejected row 99" in missing.text
    nothing = user.post(f"{PREFIX}/rejected/discard", data={"token": form["token"]}, headers=browser)
    assert nothing.status_code == 400
    assert "No row is chosen" in nothing.text
    for address in ("feeds/none", "events/none", "work/none", "rejected/99"):
        assert user.get(f"{PREFIX}/{address}", headers=browser).status_code == 404


@pytest.mark.parametrize(
    ("dsn", "remedy"),
    [
        ("postgresql://loader@127.0.0.1:9/warehouse", "is it running"),
        ("", "set AIRFLOW_CONN_WAREHOUSE"),
    ],
)
def test_warehouse_that_is_away_is_said_with_the_remedy(
    client: Callable, monkeypatch: pytest.MonkeyPatch, tmp_path: object, dsn: str, remedy: str
) -> None:
    monkeypatch.setenv("AIRFLOW_CONN_WAREHOUSE", dsn)
    monkeypatch.setenv("SYRIA_EVENTS_VAR", str(tmp_path))
    for page in PAGES:
        answer = client("vera").get(f"{PREFIX}/{page}")
        assert answer.status_code == 503
        assert remedy in html.fromstring(answer.text).xpath("string(//main)")


def test_warehouse_of_another_version_is_said_with_the_remedy(
    client: Callable, monkeypatch: pytest.MonkeyPatch, postgres: str
) -> None:
    with own_database(postgres, template="template1") as bare:
        monkeypatch.setenv("AIRFLOW_CONN_WAREHOUSE", bare)
        answer = client("vera").get(f"{PREFIX}/feeds")
    assert answer.status_code == 503
    assert "run `syria-events migrate`" in html.fromstring(answer.text).xpath("string(//main)")


def test_airflow_lists_the_pages_in_its_navigation_and_the_results_on_runs(client: Callable) -> None:
    from airflow.plugins_manager import get_plugin_info

    (plugin,) = [found for found in get_plugin_info() if found["name"] == "operator_pages"]
    routes = {view["url_route"]: view for view in plugin["external_views"]}
    assert {route for route, view in routes.items() if view["destination"] == "nav"} == set(PAGES)
    viewer = client("vera")
    for view in routes.values():
        address = "/" + view["href"].format(DAG_ID="process_batch", RUN_ID="none")
        assert viewer.get(address).status_code in (200, 303)
