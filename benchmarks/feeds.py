"""Polling many feeds: this project next to feedparser in a thread pool and to aiohttp without any care.

    python -m benchmarks.feeds [--feeds 1000] [--hosts 200] [--json]

Every contestant runs in a process of its own against publishers on loopback and asks all feeds twice; nothing has
changed the second time but the build dates of the feeds.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import json
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from time import perf_counter

NOW = datetime(2026, 11, 24, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Measure:
    """What one cycle over all feeds cost."""

    contestant: str
    cycle: int
    wall_s: float
    cpu_s: float
    peak_mb: float
    entries: int


def addresses(port: int, feeds: int, hosts: int) -> list[str]:
    """Return one URL per feed, spread over loopback addresses."""
    return [f"http://127.0.{n % hosts // 200 + 1}.{n % hosts % 200 + 1}:{port}/feed/{n}" for n in range(feeds)]


def ours(urls: list[str]) -> Callable[[], int]:
    """Poll as the pipeline does: plan, fetch politely (without pauses), settle."""
    from syria_events.feeds.schedule import FeedState, plan, settle
    from syria_events.model import Feed
    from syria_events.web.client import ClientSettings, PoliteClient

    feeds = {url: Feed(slug=str(n), name=url, url=url) for n, url in enumerate(urls)}
    states = {url: FeedState.of_feed(feed) for url, feed in feeds.items()}
    client_settings = ClientSettings("SyriaEvents (+https://example.org)", ["127.0.0.0/8"], per_host_seconds=0)
    clock = iter(NOW + timedelta(hours=n) for n in range(99))

    async def cycle() -> int:
        now, entries = next(clock), 0
        async with PoliteClient(client_settings) as client:
            async for request, response in client.fetch_all([plan(states[url], now, key=url) for url in urls]):
                settled = settle(states[request.key], response, now, feeds[request.key])
                states[request.key] = settled.state
                entries += len(settled.parsed.entries) if settled.parsed else 0
        return entries

    return lambda: asyncio.run(cycle())


def pool(urls: list[str]) -> Callable[[], int]:
    """Let feedparser do everything, in 16 threads."""
    import feedparser

    def cycle() -> int:
        with ThreadPoolExecutor(16) as threads:
            return sum(threads.map(lambda url: len(feedparser.parse(url).entries), urls))

    return cycle


def careless(urls: list[str]) -> Callable[[], int]:
    """Fetch everything at once with aiohttp, and parse with feedparser as it comes."""
    import aiohttp
    import feedparser

    async def cycle() -> int:
        async def one(session: aiohttp.ClientSession, url: str) -> int:
            async with session.get(url) as response:
                return len(feedparser.parse(io.BytesIO(await response.read())).entries)

        async with aiohttp.ClientSession() as session:
            return sum(await asyncio.gather(*(one(session, url) for url in urls)))

    return lambda: asyncio.run(cycle())


CONTESTANTS = {"syria-events": ours, "feedparser, 16 threads": pool, "aiohttp + feedparser": careless}


def run_contestant(name: str, urls: list[str]) -> None:
    """Run two cycles in this process and print a line of JSON for each."""
    cycle = CONTESTANTS[name](urls)
    for number in (1, 2):
        before, started = resource.getrusage(resource.RUSAGE_SELF), perf_counter()
        entries = cycle()
        wall, after = perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(json.dumps(asdict(Measure(name, number, wall, cpu, after.ru_maxrss / 1024, entries))), flush=True)


@contextmanager
def publishers(feeds: int) -> Iterator[int]:
    """Run the publishers and yield their port."""
    command = [sys.executable, "-m", "benchmarks.feed_publishers", str(feeds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield int(process.stdout.readline())
        finally:
            process.terminate()


def measure(feeds: int, hosts: int) -> list[Measure]:
    """Run all contestants, one after the other."""
    found = []
    with publishers(feeds) as port:
        for name in CONTESTANTS:
            command = [sys.executable, "-W", "ignore", "-m", "benchmarks.feeds", "--contestant", name]
            command += ["--port", str(port), "--feeds", str(feeds), "--hosts", str(hosts)]
            lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
            found += [Measure(**json.loads(line)) for line in lines]
    return found


def report(measures: list[Measure], feeds: int) -> str:
    """Return the table, and the figures that are aimed at."""
    lines = [f"{'':24} cycle   wall s    CPU s  feeds/CPU s  peak MB  entries"]
    lines += [
        f"{m.contestant:24} {m.cycle:5} {m.wall_s:8.2f} {m.cpu_s:8.2f} {feeds / m.cpu_s:12.0f} {m.peak_mb:8.0f}"
        f" {m.entries:8}"
        for m in measures
    ]
    by_key = {(m.contestant, m.cycle): m for m in measures}
    first, second = by_key["syria-events", 1], by_key["syria-events", 2]
    of_pool, again = by_key["feedparser, 16 threads", 1], by_key["feedparser, 16 threads", 2]
    lines += [
        f"throughput per CPU second, of the pool's: {of_pool.cpu_s / first.cpu_s:.1f} (aim: 5)",
        f"unchanged cycle, cheaper than the first: {first.cpu_s / second.cpu_s:.1f} (aim: 10); than the pool's:"
        f" {again.cpu_s / second.cpu_s:.0f}",
        f"peak: {second.peak_mb:.0f} MB (aim: below 300)",
    ]
    return "\n".join(lines)


def main() -> None:
    """Run the benchmark, or one contestant of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--hosts", type=int, default=200)
    parser.add_argument("--json", action="store_true", help="print the measures as JSON")
    parser.add_argument("--contestant", choices=CONTESTANTS, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.contestant:
        run_contestant(options.contestant, addresses(options.port, options.feeds, options.hosts))
        return
    measures = measure(options.feeds, options.hosts)
    print(json.dumps([asdict(m) for m in measures]) if options.json else report(measures, options.feeds))


if __name__ == "__main__":
    main()
