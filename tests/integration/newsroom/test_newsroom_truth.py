"""The known truth agrees with itself, with the feeds and with the words of the articles."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
import requests

from samples.registry import REGISTRY_FILE, demo_registry
from samples.server import Newsroom, NewsroomError, serve
from samples.truth import OUTCOMES, read_happenings

NUMBER_WORDS = {
    1: ("one", "a man", "dead man", "shot dead", "wounding a fourth", "wounded a third", "their daughter was wounded",
        "a farmer was wounded", "اغتال", "طفلة", "امرأة"),
    2: ("two", "اثنان", "اثنين", "شخصان", "حارسان"), 3: ("three", "ثلاثة"), 4: ("four", "أربعة"), 5: ("five", "خمسة"),
    6: ("six", "ستة"), 7: ("seven", "سبعة"), 8: ("eight", "ثمانية"), 9: ("nine", "تسعة"), 10: ("ten", "عشرة"),
    11: ("eleven",), 0: ("no casualties",),
}  # fmt: skip


@pytest.mark.parametrize("phase", [1, 2, 3])
def test_counts_add_up(newsroom: Newsroom, phase: int) -> None:
    newsroom.move_to(phase)
    truth = newsroom.truth()
    counts = Counter(entry["outcome"] for entry in truth["entries"])
    assert set(counts) <= set(OUTCOMES)
    assert truth["totals"] == {"entries": len(truth["entries"]), **{outcome: counts[outcome] for outcome in OUTCOMES}}


def test_first_phase_counts_what_the_feeds_show(newsroom: Newsroom) -> None:
    truth = newsroom.truth()
    shown = Counter(entry["feed"] for entry in truth["entries"])
    assert {slug: feed["entries"] for slug, feed in truth["feeds"].items() if feed["entries"]} == shown


def test_every_outcome_and_wall_is_there_to_be_shown(newsroom: Newsroom) -> None:
    entries = newsroom.truth()["entries"]
    assert {entry["outcome"] for entry in entries} == set(OUTCOMES)
    assert {entry["wall"] for entry in entries} == {
        None,
        "paywall",
        "consent",
        "javascript",
        "not_found",
        "blocked",
        "robots",
    }
    assert sum(entry["outcome"] == "rejected" for entry in entries) >= 2


def test_entries_lie_within_the_last_five_days(newsroom: Newsroom) -> None:
    days = {date.fromisoformat(entry["published_at"][:10]) for entry in newsroom.truth()["entries"]}
    today = newsroom.edition.today
    assert days == {today - timedelta(days=n) for n in range(5)}


def test_phases_bring_news_edits_and_a_revised_toll(newsroom: Newsroom) -> None:
    tolls, entries, outcomes = [], [], []
    for phase in (1, 2, 3):
        newsroom.move_to(phase)
        truth = newsroom.truth()
        tolls.append(truth["happenings"]["kanaker-strike"]["killed"])
        entries.append(truth["totals"]["entries"])
        outcomes.append({slug: feed["outcome"] for slug, feed in truth["feeds"].items()})
    assert [(toll["low"], toll["best"], toll["high"]) for toll in tolls] == [(4, 6, 7), (6, 6, 7), (6, 7, 7)]
    assert entries == sorted(set(entries))
    assert outcomes[1]["orontes-wire"] == "new"
    assert outcomes[1]["bosporus-record"] == "not_modified"
    assert outcomes[1]["khabur-line"] == "same"


def test_happening_of_five_outlets_is_told_in_two_languages_by_four_families(newsroom: Newsroom) -> None:
    reports = newsroom.truth()["happenings"]["kanaker-strike"]["reports"]
    assert len(reports) == 5
    assert {report["language"] for report in reports} == {"en", "ar"}
    assert len({report["family"] for report in reports}) == 4


def test_every_happening_is_told_and_every_telling_is_known(newsroom: Newsroom) -> None:
    newsroom.move_to(3)
    truth = newsroom.truth()
    told = {happening for entry in truth["entries"] for happening in entry["happenings"]}
    beyond = {happening for entry in truth["beyond_feeds"] for happening in entry["happenings"]}
    assert told == set(truth["happenings"])
    assert told | beyond == set(read_happenings())
    assert beyond - told


def test_nothing_is_told_before_it_happened_or_by_an_irrelevant_article(newsroom: Newsroom) -> None:
    newsroom.move_to(3)
    truth = newsroom.truth()
    for entry in truth["entries"]:
        assert not entry["happenings"] or entry["outcome"] in {"loaded", "duplicate"}, entry["story"]
        for happening in entry["happenings"]:
            assert truth["happenings"][happening]["date"] <= entry["published_at"][:10], entry["story"]


def test_tolls_stand_in_the_words_of_their_articles(newsroom: Newsroom) -> None:
    for phase in (1, 2, 3):
        newsroom.move_to(phase)
        for item in newsroom.edition.items.values():
            words = " ".join((item.title, *item.paragraphs)).lower()
            for telling in item.story.truth.tells:
                for count in {telling.killed, telling.injured} - {None}:
                    assert any(word in words for word in NUMBER_WORDS[count]), (item.story.story_id, count)


def test_days_are_counted_from_today() -> None:
    with serve(today=date(2026, 3, 2)) as one, serve(today=date(2026, 3, 5)) as other:
        for phase in (1, 2, 3):
            one.move_to(phase)
            other.move_to(phase)
            assert one.truth()["totals"] == other.truth()["totals"]
        moved = date.fromisoformat(other.truth()["happenings"]["salqin-drone"]["date"])
        assert moved - date.fromisoformat(one.truth()["happenings"]["salqin-drone"]["date"]) == timedelta(days=3)


def test_the_newsroom_is_steered_and_asked_over_http(newsroom: Newsroom) -> None:
    assert requests.post(f"{newsroom.url}/newsroom/phase/2", timeout=5).json() == {"phase": 2, "today": "2026-03-02"}
    assert requests.get(f"{newsroom.url}/newsroom/truth", timeout=5).json()["phase"] == 2
    assert requests.post(f"{newsroom.url}/newsroom/phase/9", timeout=5).status_code == 400
    requests.get(newsroom.feed_url("khabur-line"), timeout=5)
    asked = requests.get(f"{newsroom.url}/newsroom/requests", timeout=5).json()
    assert asked == [{"outlet": "khabur-line", "path": "/feed.atom", "status": 200}]
    assert "Orontes Wire" in requests.get(newsroom.url, timeout=5).text


def test_a_port_that_is_taken_is_named(newsroom: Newsroom) -> None:
    with pytest.raises(NewsroomError, match=f"port {newsroom.port} is taken"), serve(port=newsroom.port):
        pass


def test_registry_in_the_repository_is_that_of_the_default_port(tmp_path: Path) -> None:
    assert REGISTRY_FILE.read_text("utf-8") == demo_registry(path=tmp_path / "feeds.csv").read_text("utf-8")


def test_registry_names_the_feeds_as_they_are_served(newsroom: Newsroom, tmp_path: Path) -> None:
    with newsroom.write_registry(tmp_path / "feeds.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["slug"]: row["url"] for row in csv.DictReader(file)}
    assert rows == {slug: feed["url"] for slug, feed in newsroom.truth()["feeds"].items()}
