"""Deleting what a landing holds of days long gone."""

from __future__ import annotations

import posixpath
import re
from datetime import date

from syria_events.landing.errors import LandingError
from syria_events.landing.location import SUFFIX, open_root

DAY = re.compile(r"/(\d{4})/(\d{2})/(\d{2})/[^/]+" + re.escape(SUFFIX) + "$")
"""Files lie under the day on which they were written."""


def delete_days_before(root_url: str, first_kept: date) -> tuple[int, int]:
    """Delete the files of all days before one; return their number and their bytes.

    What does not lie under a day, or is no landing file, is left alone. Raises LandingError for what cannot be deleted.
    """
    fs, root = open_root(root_url)
    files, size = 0, 0
    if not fs.exists(root):
        return files, size
    for path, info in sorted(fs.find(root, detail=True).items()):
        found = DAY.search("/" + posixpath.relpath(path, root))
        if found is None or date(*map(int, found.groups())) >= first_kept:
            continue
        try:
            fs.rm_file(path)
        except OSError as error:
            raise LandingError(f"{path}: cannot be deleted: {error}; give the loader the right to") from error
        files, size = files + 1, size + info["size"]
    return files, size
