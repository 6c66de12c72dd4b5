"""Pages written for the tests: an article between the furniture of a site."""

from __future__ import annotations

from datetime import UTC, datetime

from syria_events.articles.extraction import PageInput, extract_article
from syria_events.model import Article, Entry

FETCHED_AT = datetime(2024, 9, 1, 12, tzinfo=UTC)
URL = "https://www.orontes-post.example/news/2024/bridge"

PARAGRAPHS = (
    "Engineers reopened the iron bridge over the river on Tuesday, two years after a shell had torn a hole into its "
    "deck, and the first lorries crossed it before noon under the eyes of several hundred people.",
    "The governor told reporters that the work had cost less than planned, because most of the steel came from a depot "
    "that the army had left behind, and that a second lane would follow in the spring.",
    "Farmers on the far bank said the detour over the hills had eaten up their earnings. One of them, a tomato grower, "
    "drove across three times to be sure that the road would hold.",
    "No date was given for the railway line beside the bridge, whose tracks were sold for scrap during the war.",
)
ARABIC = (
    "أعاد المهندسون فتح الجسر الحديدي فوق النهر صباح الثلاثاء بعد عامين من إصابته بقذيفة، "
    "وعبرت أولى الشاحنات قبل الظهر.",
    "وقال المحافظ للصحفيين إن الأعمال كلفت أقل مما كان مقررا لأن معظم الحديد جاء من مستودع تركه الجيش وراءه في البلدة.",
    "وذكر مزارعون على الضفة الأخرى أن الطريق الالتفافي عبر التلال كان يلتهم أرباحهم، "
    "وأنهم ينتظرون المسار الثاني في الربيع.",
)
FURNITURE = "<nav><ul>{}</ul></nav>".format(
    "".join(f"<li><a href='/{p}'>{p}</a></li>" for p in ("home", "sport", "life"))
)
FOOTER = "<footer><p>Orontes Post, Harbour Street 4. All rights reserved. Write to the editors.</p></footer>"


def page(
    paragraphs: tuple[str, ...] = PARAGRAPHS,
    *,
    head: str = "",
    headline: str = "Bridge reopens after two years",
    title: str = "Bridge reopens after two years | Orontes Post",
    extra: str = "",
) -> str:
    """Return a page with an article."""
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>{FURNITURE}"
        f"<article><h1>{headline}</h1>{body}</article>{extra}{FOOTER}</body></html>"
    )


def entry(**fields: object) -> Entry:
    """Return an entry of a feed that points at the page."""
    values = {
        "feed_slug": "orontes",
        "identity": "bridge",
        "guid": None,
        "url": URL,
        "canonical_url": "https://orontes-post.example/news/2024/bridge",
        "title": "Bridge reopens",
        "summary": "<p>The iron bridge is open <b>again</b>.</p>",
        "content": "",
    }
    return Entry(**(values | fields))  # type: ignore[arg-type]


def article_of(
    markup: str | bytes, *, status: int = 200, content_type: str | None = "text/html", url: str = URL, **options: object
) -> Article:
    """Extract the article of a page."""
    body = markup if isinstance(markup, bytes) else markup.encode()
    options.setdefault("fetched_at", FETCHED_AT)
    made_entry = options.pop("entry", None) or entry()
    return extract_article(PageInput(body, content_type, url, status), made_entry, **options)  # type: ignore[arg-type]
