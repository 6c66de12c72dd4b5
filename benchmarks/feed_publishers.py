"""Publishers on loopback for the benchmark of polling: made-up feeds of the sizes that real ones have.

Runs as a process of its own, so that its work does not count: `python -m benchmarks.feed_publishers FEEDS` prints its
port.
"""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import random
import sys

WORDS = {
    "en": "army shelling town village residents said Monday forces north countryside convoy aid talks killed injured "
    "agency minister border power water market displaced families road bridge hospital school",
    "ar": "الجيش قصف بلدة قرية السكان قال الاثنين قوات ريف شمال قافلة مساعدات محادثات قتل جرح وكالة وزير الحدود "
    "الكهرباء المياه سوق عائلات نازحة طريق جسر مشفى مدرسة",
}
ITEMS = 30
RSS = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>'
    "<title>Feed {number}</title><link>https://news{number}.example.org/</link>"
    "<lastBuildDate>{built}</lastBuildDate>{items}</channel></rss>"
)


def feed_body(number: int, built: str) -> bytes:
    """Return feed `number`: 30 items, every other feed with full text (about 90 kB), every third in Arabic."""
    chance = random.Random(number)
    words = WORDS["en" if number % 3 else "ar"].split()
    items = "".join(_item(chance, words, number, item) for item in range(ITEMS))
    return RSS.format(number=number, built=built, items=items).encode()


def _item(chance: random.Random, words: list[str], number: int, item: int) -> str:
    def text(count: int) -> str:
        return " ".join(chance.choices(words, k=count))

    paragraphs = "".join(f'<p>{text(55)} <a href="/x?a={n}&b=1">{text(2)}</a></p>' for n in range(8))
    content = f"<content:encoded><![CDATA[{paragraphs}]]></content:encoded>" if number % 2 else ""
    return (
        f"<item><title>{text(9)} &#8211; {item}</title><link>https://news{number}.example.org/{item}?utm_source=rss</link>"
        f'<guid isPermaLink="false">{number}-{item}</guid><dc:creator><![CDATA[Desk]]></dc:creator>'
        f"<pubDate>Mon, 23 Nov 2026 {23 - item % 24:02d}:{item:02d}:00 +0000</pubDate><category>{text(1)}</category>"
        f"<description><![CDATA[<p>{text(40)}</p>]]></description>{content}</item>"
    )


def answers(number: int) -> tuple[bytes, list[bytes], bytes]:
    """Return the validators' header lines, two whole answers that differ only in their build date, and the 304."""
    etag = hashlib.sha256(str(number).encode()).hexdigest()[:16]
    # one publisher in four sends no validators, as in life
    validators = f'ETag: "{etag}"\r\n'.encode() if number % 4 else b""
    wholes = []
    for built in ("Mon, 23 Nov 2026 10:00:00 +0000", "Mon, 23 Nov 2026 10:15:00 +0000"):
        body = gzip.compress(feed_body(number, built), mtime=0)
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Encoding: gzip\r\n" + validators
        wholes.append(head + f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
    return validators, wholes, b"HTTP/1.1 304 Not Modified\r\n" + validators + b"\r\n"


class Publisher(asyncio.Protocol):
    """Answers `GET /feed/N` from memory."""

    feeds: tuple[tuple[bytes, list[bytes], bytes], ...] = ()
    served: dict[int, int]

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        self.transport: asyncio.Transport = transport  # type: ignore[assignment]
        self.buffer = b""

    def data_received(self, data: bytes) -> None:
        """Answer whole requests."""
        self.buffer += data
        while b"\r\n\r\n" in self.buffer:
            head, _, self.buffer = self.buffer.partition(b"\r\n\r\n")
            number = int(head.split(b" ", 2)[1].rpartition(b"/")[2])
            validators, wholes, unchanged = self.feeds[number]
            if validators and b"if-none-match" in head.lower():
                self.transport.write(unchanged)
            else:
                self.transport.write(wholes[self.served[number] % 2])
                self.served[number] += 1
            if b"connection: close" in head.lower():
                self.transport.close()


async def serve(count: int) -> None:
    """Listen on all of 127.0.0.0/8 and print the port."""
    Publisher.feeds = tuple(answers(number) for number in range(count))
    Publisher.served = dict.fromkeys(range(count), 0)
    server = await asyncio.get_running_loop().create_server(Publisher, "0.0.0.0", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
