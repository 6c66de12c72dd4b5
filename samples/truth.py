"""The known truth of an edition: what a faithful pipeline has after polling each phase up to the present one.

Derived from the `truth` tables beside the articles, from `happenings.toml`, and from what the feeds show.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Set
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from samples.edition import Edition, Item
from samples.feed_documents import announced_date, canonical_link, feed_document
from samples.outlets import NewsFeed, Outlet
from samples.stories import NO_FEED, PAGES

HAPPENINGS_FILE = Path(__file__).parent / "happenings.toml"
OUTCOMES = ("loaded", "irrelevant", "duplicate", "rejected", "pending")


def truth(edition: Edition) -> dict[str, Any]:
    """Return feeds, entries (one per wording and feed), happenings and totals as JSON values."""
    entries = [entry for phase in range(1, edition.phase + 1) for entry in _new_entries(edition, phase)]
    counts = Counter(entry["outcome"] for entry in entries)
    return {
        "today": edition.today.isoformat(),
        "phase": edition.phase,
        "feeds": {feed.slug: _feed_truth(edition, outlet, feed) for outlet, feed in _feeds(edition)},
        "entries": entries,
        "happenings": happenings(edition, {entry["story"] for entry in entries}),
        "beyond_feeds": _beyond_feeds(edition),
        "totals": {"entries": len(entries), **{outcome: counts[outcome] for outcome in OUTCOMES}},
        "pages": len({item.url for item in edition.items.values()}),
    }


def happenings(edition: Edition, stories: Set[str]) -> dict[str, dict[str, Any]]:
    """Return the happenings that these stories tell of by now, each with its tolls and the articles that tell it."""
    told = {}
    for key, happening in read_happenings().items():
        telling = [item for item in edition.items.values() if item.story.story_id in stories and _tells(item, key)]
        reports = [_report(item, key) for item in sorted(telling, key=_last_word_at)]
        if reports:
            told[key] = {
                **{name: value for name, value in happening.items() if name not in {"killed", "injured"}},
                "date": (edition.today + timedelta(days=happening["day"])).isoformat(),
                "killed": _toll(happening, "killed", reports, edition.phase),
                "injured": _toll(happening, "injured", reports, edition.phase),
                "reports": reports,
            }
    return told


def _new_entries(edition: Edition, phase: int) -> list[dict[str, Any]]:
    """Entry versions that a poll of this phase brings and that of the phase before did not."""
    then = Edition(edition.today, phase, edition.port)
    before = Edition(edition.today, phase - 1, edition.port) if phase > 1 else None
    found = []
    owned: set[str] = set()
    for outlet, feed in _feeds(then):
        known = {_version(item) for item in before.entries(outlet, feed)} if before else set()
        for item in then.entries(outlet, feed):
            if _version(item) not in known:
                found.append(_entry_truth(edition, feed, item, phase, canonical_link(item) in owned))
            owned.add(canonical_link(item))
    return found


def _beyond_feeds(edition: Edition) -> list[dict[str, Any]]:
    """Articles that no feed ever showed: only an outlet's archive has them."""
    return [
        {
            "story": item.story.story_id,
            "url": item.url,
            "published_at": item.published_at.isoformat(),
            "outcome": item.story.truth.outcome,
            "happenings": [telling.happening for telling in item.story.truth.tells],
        }
        for item in edition.items.values()
        if item.story.feeds == (NO_FEED,)
    ]


def _entry_truth(edition: Edition, feed: NewsFeed, item: Item, phase: int, is_duplicate: bool) -> dict[str, Any]:
    now = edition.items[item.story.story_id]
    expected = item.story.truth
    wall = PAGES[now.page]
    outcome, reason = expected.outcome, expected.reason
    if is_duplicate:
        outcome, reason = "duplicate", "another feed has the same link"
    elif outcome == "pending" and now.page == "open":
        outcome, reason = "loaded", None
    announced = announced_date(item)
    return {
        "feed": feed.slug,
        "story": item.story.story_id,
        "phase": phase,
        "wording": item.story.wording_since,
        "title": item.title,
        "url": canonical_link(item),
        "language": item.outlet.language,
        "published_at": item.published_at.isoformat(),
        "announced_at": announced.isoformat() if announced else None,
        "page": now.page if not item.story.link else None,
        "outcome": outcome,
        "reason": reason,
        "wall": wall if outcome == "loaded" else None,
        "text_from": ("feed" if wall or item.story.link else "page") if outcome == "loaded" else None,
        "copy_of": item.story.copy_of,
        "rejected_report": expected.rejected_report,
        "happenings": [telling.happening for telling in expected.tells],
        "note": expected.note,
    }


def _feed_truth(edition: Edition, outlet: Outlet, feed: NewsFeed) -> dict[str, Any]:
    entries = edition.entries(outlet, feed)
    return {
        "url": edition.base_url(outlet) + feed.path,
        "outlet": outlet.slug,
        "form": feed.form,
        "language": outlet.language,
        "family": outlet.family,
        "entries": len(entries),
        "outcome": _feed_outcome(edition, outlet, feed),
        "note": feed.note,
    }


def _feed_outcome(edition: Edition, outlet: Outlet, feed: NewsFeed) -> str:
    """What a poll says now to a reader who last polled in the phase before."""
    if feed.answers != "feed":
        return {"gone": "gone", "html": "not_a_feed"}[feed.answers]
    if edition.phase == 1:
        return "new"
    before = Edition(edition.today, edition.phase - 1, edition.port)
    if feed_document(before, outlet, feed) != feed_document(edition, outlet, feed):
        return "new"
    return "not_modified" if feed.has_validators else "same"


def _feeds(edition: Edition) -> list[tuple[Outlet, NewsFeed]]:
    return [(outlet, feed) for outlet in edition.outlets.values() for feed in outlet.feeds]


def _version(item: Item) -> tuple[str, int]:
    return item.story.story_id, item.story.wording_since


def _tells(item: Item, happening: str) -> bool:
    return any(telling.happening == happening for telling in item.story.truth.tells)


def _last_word_at(item: Item) -> datetime:
    return item.updated_at or item.published_at


def _report(item: Item, happening: str) -> dict[str, Any]:
    telling = next(telling for telling in item.story.truth.tells if telling.happening == happening)
    return {
        "story": item.story.story_id,
        "url": canonical_link(item),
        "family": item.outlet.family,
        "language": item.outlet.language,
        "copy_of": item.story.copy_of,
        "killed": telling.killed,
        "injured": telling.injured,
        "passing": telling.passing,
    }


def _toll(happening: dict[str, Any], kind: str, reports: list[dict[str, Any]], phase: int) -> dict[str, int] | None:
    """Range of the latest word of each family. `best` is written down where they differ, else it is what all say."""
    latest = {report["family"]: report[kind] for report in reports if report[kind] is not None}
    claims = sorted(latest.values())
    if not claims:
        return None
    best = happening.get(kind, {}).get(f"best_{phase}", claims[0])
    return {"low": claims[0], "best": best, "high": claims[-1]}


@cache
def read_happenings() -> dict[str, dict[str, Any]]:
    """Return the happenings of `happenings.toml`, by key."""
    return tomllib.loads(HAPPENINGS_FILE.read_text("utf-8"))
