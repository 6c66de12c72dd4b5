"""The hash of a body: blind to what changes on its own, and to nothing else."""

from time import process_time

import pytest

from syria_events.feeds.fingerprint import body_hash

FEED = (
    b"<rss><channel><title>t</title><lastBuildDate>%s</lastBuildDate><pubDate>%s</pubDate><generator>v%s</generator>"
    b"<!-- cached in %s ms --><item><title>%s</title><pubDate>%s</pubDate></item><!-- %s --></channel></rss>"
)
ATOM = b"<feed><updated>%s</updated><entry><title>t</title><updated>%s</updated></entry></feed>"


def test_dates_of_the_feed_generators_and_comments_do_not_count() -> None:
    one = FEED % (b"1", b"1", b"1", b"1", b"T", b"D", b"1")
    other = FEED % (b"2", b"2", b"2", b"2", b"T", b"D", b"2")

    assert body_hash(one) == body_hash(other)
    assert body_hash(ATOM % (b"1", b"x")) == body_hash(ATOM % (b"2", b"x"))


@pytest.mark.parametrize("values", [(b"U", b"D"), (b"T", b"E")], ids=["title", "date"])
def test_titles_and_dates_of_items_count(values: tuple[bytes, bytes]) -> None:
    assert body_hash(FEED % (b"1", b"1", b"1", b"1", b"T", b"D", b"1")) != body_hash(
        FEED % (b"1", b"1", b"1", b"1", *values, b"1")
    )
    assert body_hash(ATOM % (b"1", b"x")) != body_hash(ATOM % (b"1", b"y"))


@pytest.mark.parametrize(
    "piece", [b"<!--", b"<generator ", b"<updated x", b"<lastBuildDate>", b"<pubDate>x", b"<item", b"<!---->"]
)
def test_no_body_takes_long(piece: bytes) -> None:
    started = process_time()

    body_hash(piece * ((4 << 20) // len(piece)))

    assert process_time() - started < 3
