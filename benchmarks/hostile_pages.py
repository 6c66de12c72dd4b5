"""Pages that hang, crash or empty extractors: too large, too deep, mislabelled, not HTML at all."""

from __future__ import annotations

import gzip

ARABIC = (
    "أعاد المهندسون فتح الجسر الحديدي فوق النهر صباح الثلاثاء بعد عامين من إصابته بقذيفة، "
    "وعبرت أولى الشاحنات قبل الظهر.",
    "وقال المحافظ للصحفيين إن الأعمال كلفت أقل مما كان مقررا لأن معظم الحديد جاء من مستودع تركه الجيش وراءه في البلدة.",
    "وذكر مزارعون على الضفة الأخرى أن الطريق الالتفافي عبر التلال كان يلتهم أرباحهم، "
    "وأنهم ينتظرون المسار الثاني في الربيع.",
)
TURKISH = (
    "Mühendisler iki yıl önce topçu ateşiyle çöken köprüyü salı sabahı yeniden açtı, ilk kamyonlar öğleden önce geçti.",
    "Vali, çalışmaların öngörülenden ucuza geldiğini, çünkü çeliğin ordunun bıraktığı depodan çıktığını söyledi.",
)
RUSSIAN = (
    "Инженеры снова открыли железный мост через реку, и первые грузовики прошли по нему до полудня.",
    "Губернатор сообщил журналистам, что работы обошлись дешевле, потому что большая часть стали нашлась на складе.",
)


def markup(paragraphs: tuple[str, ...], declared: str | None = None, before: str = "", after: str = "") -> str:
    """Return a page with an article between other things."""
    head = f"<meta charset='{declared}'>" if declared else ""
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    article = f"<article><h1>x</h1>{body}</article>"
    return f"<html><head>{head}<title>x</title></head><body>{before}{article}{after}</body></html>"


def hostile_pages() -> dict[str, tuple[bytes, tuple[str, ...]]]:
    """Return by name: the bytes of a page, and the paragraphs that must come out of it (none: no article in it)."""
    links = "".join(f'<a href="/l{i}">link {i}</a> ' for i in range(50_000))
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    pages = {
        "20 MB of script": markup(ARABIC, before=f"<script>{'var a = 1;' * 2_000_000}</script>").encode(),
        "20 MB in one paragraph": markup(ARABIC, after=f"<p>{'كلمة ' * 2_200_000}</p>").encode(),
        "100,000 divs": markup(ARABIC, before="<div>x</div>" * 100_000).encode(),
        "100,000 divs nested": markup(ARABIC, before="<div>" * 100_000).encode(),
        "50,000 links": markup(ARABIC, before=f"<div>{links}</div>").encode(),
        "300 deep": markup(ARABIC, before="<div>" * 300).encode(),
        "200,000 attributes": markup(ARABIC, before=f"<div {' '.join(f'a{i}=1' for i in range(200_000))}>").encode(),
        "60,000 open paragraphs": markup(ARABIC, before="<p>text " * 60_000).encode(),
        "three million open brackets": markup(ARABIC, before="<" * 3_000_000).encode(),
        "entity bomb": (f"<!DOCTYPE x [<!ENTITY e0 'x'>{entities}]>" + markup(ARABIC, after="<p>&e9;</p>")).encode(),
        "NUL bytes": markup(ARABIC).replace(" ", " \x00").encode(),
        "windows-1256, undeclared": markup(ARABIC).encode("cp1256"),
        "windows-1256 as utf-8": markup(ARABIC, "utf-8").encode("cp1256"),
        "windows-1256 as iso-8859-1": markup(ARABIC, "iso-8859-1").encode("cp1256"),
        "utf-8 as windows-1256": markup(ARABIC, "windows-1256").encode(),
        "utf-16, no mark": markup(ARABIC).encode("utf-16-le"),
        "iso-8859-6, undeclared": markup(ARABIC).encode("iso-8859-6"),
    }
    found = {name: (body, ARABIC) for name, body in pages.items()}
    found["windows-1254 as iso-8859-1"] = markup(TURKISH, "iso-8859-1").encode("cp1254"), TURKISH
    found["windows-1251 as utf-8"] = markup(RUSSIAN, "utf-8").encode("cp1251"), RUSSIAN
    found["truncated gzip"] = gzip.compress(markup(ARABIC, after=f"<p>{links}</p>").encode(), 0)[:4000], ARABIC
    found["PDF"] = b"%PDF-1.7\n" + bytes(range(256)) * 2000, ()
    found["noise"] = bytes(i * 7919 % 256 for i in range(500_000)), ()
    return found
