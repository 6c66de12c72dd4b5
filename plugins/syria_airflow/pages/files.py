"""The style sheet and the script, behind the login like everything else (a mount of static files would stay open)."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException
from fastapi.responses import FileResponse

from syria_airflow.pages.rendering import HERE

router = APIRouter()

FILES = {"pages.css": "text/css", "pages.js": "text/javascript"}


@router.get("/files/{name}")
def file(name: str) -> FileResponse:
    """Return one of our files."""
    if name not in FILES:
        raise HTTPException(404, "There is no such file.")
    return FileResponse(HERE / "static" / name, media_type=FILES[name])
