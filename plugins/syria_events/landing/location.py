"""Where the files of a landing lie: any root that fsspec knows, a plain path by default."""

from __future__ import annotations

import posixpath

import fsspec
from fsspec.implementations.local import LocalFileSystem

from syria_events.landing.errors import LandingError

SUFFIX = ".warc.gz"
UNFINISHED = ".open"
"""Stands behind the name of a file that is being written."""


def open_root(root_url: str) -> tuple[fsspec.AbstractFileSystem, str]:
    """Return the filesystem and the path of a root. Raises LandingError where fsspec does not know it."""
    try:
        return fsspec.core.url_to_fs(root_url)
    except (ImportError, ValueError, OSError) as error:
        raise LandingError(f"landing {root_url}: {error}; set SYRIA_EVENTS_LANDING to a path or a known URL") from error


def is_local(fs: fsspec.AbstractFileSystem) -> bool:
    """Tell whether files can be renamed and synced on this machine."""
    return isinstance(fs, LocalFileSystem)


def file_path(root: str, file: str) -> str:
    """Return the path of a file of the landing. Raises LandingError for a name that leaves the root."""
    path = posixpath.normpath(file)
    if path.startswith(("/", "..")) or path != file:
        raise LandingError(f"{file}: not the name of a landing file")
    return posixpath.join(root, path)
