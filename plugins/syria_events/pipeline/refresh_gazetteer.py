"""Keep the imported gazetteer fresh: ask its publishers, and take what they send only where it is sound."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from syria_events.coding.places.imported import FILE, GazetteerImportError
from syria_events.coding.places.importing import READERS, import_gazetteer, read_places
from syria_events.coding.places.publishers import PUBLISHED, Copy, file_of, shrinkage
from syria_events.model import SyriaEventsError
from syria_events.pipeline.client import polite_client
from syria_events.settings import Settings
from syria_events.wire.exchange import FetchRequest, FetchResponse

MOST_BYTES = 64 << 20
SOURCES, STATE = "sources", "publishers.json"

logger = logging.getLogger(__name__)


class GazetteerRefreshError(SyriaEventsError):
    """A publisher sent what cannot replace what we have; names the address and the remedy."""


@dataclass(frozen=True, slots=True)
class Held:
    """The import of a directory, as the last refresh left it."""

    directory: Path
    copies: Mapping[str, Copy]
    """By address."""
    written: str | None
    """SHA-256 of the import that was made of them."""

    @property
    def is_ours(self) -> bool:
        """Tell whether the import, if there is one, was made by a refresh: one made by hand is not replaced."""
        path = self.directory / FILE
        return not path.is_file() or _sha256(path.read_bytes()) == self.written


def refresh_gazetteer(settings: Settings) -> dict[str, int]:
    """Ask each publisher once, and import anew where one sent something new. Returns how many answered what.

    Publishers out of reach are counted and logged; nothing is lost by that. Raises GazetteerRefreshError, after taking
    what is sound, where a file cannot be read or has not half of the places that it had.
    """
    urls = settings.gazetteer_urls if settings.gazetteer_urls is not None else PUBLISHED
    unreadable = [url for url in urls if Path(file_of(url)).suffix.lower() not in READERS]
    if unreadable:
        raise GazetteerRefreshError(
            f"{unreadable[0]}: ends in none of {', '.join(READERS)}; mend SYRIA_EVENTS_GAZETTEER_URLS"
        )
    held = _read_state(settings.gazetteer_dir)
    if not held.is_ours:
        logger.info("the gazetteer in %s was imported by hand, and stays as it is", held.directory)
        return {"by_hand": 1}
    counts: Counter[str] = Counter()
    refused: list[str] = []
    taken: dict[str, Copy] = dict(held.copies)
    for response in asyncio.run(_ask(settings, urls, held)):
        outcome, copy = _take(held, response)
        if outcome.startswith("refused"):
            refused.append(f"{response.url}: {outcome}")
        counts[outcome.partition(":")[0]] += 1
        taken |= {response.url: copy} if copy else {}
    if counts["replaced"]:
        counts["places"] = _import(held.directory, taken)
    elif taken != held.copies:
        _write_state(replace(held, copies=taken))
    if refused:
        raise GazetteerRefreshError(
            f"{'; '.join(refused)}. What we had stays. Look at the address; if the file is right after all,"
            " `syria-events gazetteer import FILE` takes it"
        )
    return dict(counts)


async def _ask(settings: Settings, urls: Sequence[str], held: Held) -> list[FetchResponse]:
    requests = [FetchRequest(url, held.copies[url].conditions if url in held.copies else {}, MOST_BYTES, "page")
                for url in urls]  # fmt: skip
    async with polite_client(settings) as client:
        return [response async for _, response in client.fetch_all(requests)]


def _take(held: Held, response: FetchResponse) -> tuple[str, Copy | None]:
    """Return what an answer means and, where it is good, the copy to remember; a new file is in its place then."""
    before = held.copies.get(response.url)
    validators = {"etag": response.header("ETag"), "last_modified": response.header("Last-Modified")}
    if response.status == 304 and before:
        return "unchanged", before
    if response.error or response.status != 200:
        logger.warning("%s: %s; asked again tomorrow", response.url, response.error or response.status)
        return "unreachable", None
    digest = _sha256(response.body)
    if before and before.sha256 == digest:
        return "unchanged", replace(before, **validators)
    file = file_of(response.url)
    draft = held.directory / SOURCES / f"new-{file}"
    draft.parent.mkdir(parents=True, exist_ok=True)
    draft.write_bytes(response.body)
    try:
        places, _ = read_places(draft)
    except GazetteerImportError as error:
        draft.unlink()
        return f"refused: {error}", None
    problem = shrinkage(before.places if before else 0, len(places))
    if problem:
        draft.unlink()
        return f"refused: {problem}", None
    draft.replace(draft.with_name(file))
    return "replaced", Copy(response.url, file, digest, len(places), **validators)


def _import(directory: Path, copies: Mapping[str, Copy]) -> int:
    files = sorted({directory / SOURCES / copy.file for copy in copies.values()})
    result = import_gazetteer([file for file in files if file.is_file()], directory)
    _write_state(Held(directory, copies, _sha256(result.written.read_bytes())))
    return result.places


def _read_state(directory: Path) -> Held:
    try:
        state = json.loads((directory / STATE).read_text(encoding="utf-8"))
        copies = [Copy(**copy) for copy in state["copies"]]
    except FileNotFoundError:
        return Held(directory, {}, None)
    except (ValueError, KeyError, TypeError) as error:
        raise GazetteerRefreshError(f"{directory / STATE}: cannot be read ({error}); delete it") from error
    kept = {copy.url: copy for copy in copies if (directory / SOURCES / copy.file).is_file()}
    return Held(directory, kept, state.get("written"))


def _write_state(held: Held) -> None:
    state = {"written": held.written, "copies": [asdict(copy) for _, copy in sorted(held.copies.items())]}
    draft = held.directory / f"{STATE}.draft"
    draft.write_text(json.dumps(state, indent=1), encoding="utf-8")
    draft.replace(held.directory / STATE)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
