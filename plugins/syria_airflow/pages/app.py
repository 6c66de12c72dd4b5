"""The application: who may enter, what every answer carries, what is said when the warehouse is away."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import quote

import psycopg2
from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.responses import PlainTextResponse, RedirectResponse

from syria_airflow.page_addresses import PREFIX
from syria_airflow.pages import batches, checks, events, feeds, files, rejected, runs
from syria_airflow.pages.access import READER
from syria_airflow.pages.rendering import show
from syria_events.model import SyriaEventsError

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'self'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def make_app() -> FastAPI:
    """Return the pages. Every route of every room asks for a login, because the application does."""
    app = FastAPI(dependencies=[READER], docs_url=None, redoc_url=None, openapi_url=None)
    for room in (feeds, batches, checks, rejected, events, runs, files):
        app.include_router(room.router)
    app.middleware("http")(_with_headers)
    app.exception_handler(HTTPException)(_refused)
    app.exception_handler(SyriaEventsError)(_unavailable)
    app.exception_handler(psycopg2.ProgrammingError)(_not_migrated)
    return app


async def _with_headers(request: Request, proceed: Callable[[Request], Awaitable[Response]]) -> Response:
    answer = await proceed(request)
    for name, value in HEADERS.items():
        answer.headers[name] = value
    return answer


def _refused(request: Request, error: HTTPException) -> Response:
    """Send a reader who is not logged in to Airflow's login and back; tell programs and everybody else why not."""
    wants_page = "text/html" in request.headers.get("accept", "")
    if error.status_code == 401 and request.method == "GET" and wants_page:
        root = request.scope.get("root_path", "")
        back = f"{root}{request.url.path.removeprefix(root)}"
        if request.url.query:
            back += f"?{request.url.query}"
        login = f"{root.removesuffix(PREFIX)}/api/v2/auth/login"
        return RedirectResponse(f"{login}?next={quote(back, safe='')}", status_code=303)
    if error.status_code == 401 or not wants_page:
        return PlainTextResponse(str(error.detail), error.status_code, headers=error.headers)
    return show(request, "message.html", title="Not possible", text=str(error.detail), status=error.status_code)


def _unavailable(request: Request, error: SyriaEventsError) -> Response:
    return show(request, "message.html", title="The warehouse does not answer", text=str(error), status=503)


def _not_migrated(request: Request, error: Exception) -> Response:
    text = f"{str(error).splitlines()[0]}. The warehouse is not as this version expects: run `syria-events migrate`."
    return show(request, "message.html", title="The warehouse is of another version", text=text, status=503)
