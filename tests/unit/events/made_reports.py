"""Reports made for the tests of linking: one call says only what the test is about."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from syria_events.events.linkable import LinkableReport
from syria_events.events.words import words_of
from syria_events.model import Actor, Attribution, Claim, EventDate, Place, Report, Span

DAY = date(2021, 12, 11)
TOWNS = {
    "Yaqoubiya": ("SY07", 35.93, 36.42),
    "Jadida": ("SY07", 35.92, 36.40),
    "Ariha": ("SY07", 35.81, 36.61),
    "Tafas": ("SY12", 32.74, 36.07),
}
TYPES = {
    "Air/drone strike": "Explosions/Remote violence",
    "Shelling/artillery/missile attack": "Explosions/Remote violence",
    "Remote explosive/landmine/IED": "Explosions/Remote violence",
    "Armed clash": "Battles",
    "Attack": "Violence against civilians",
    "Peaceful protest": "Protests",
    "Abduction/forced disappearance": "Violence against civilians",
}


def town(name: str, precision: int = 1) -> Place:
    admin1, lat, lon = TOWNS[name]
    return Place(name, admin1, "SY", lat, lon, precision, 0, 1, f"p-{name}")


def governorate(admin1: str) -> Place:
    return Place(admin1, admin1, "SY", 35.0, 37.0, 3, 0, 1, None)


def killed(number: int, victims: str = "civilian", kind: str = "killed", **more) -> Claim:
    bounds = {"low": number, "best": number, "high": number, "cumulative": False, "claimed_by": None} | more
    return Claim(kind, victims, start=0, end=1, **bounds)


def made(
    name: str,
    *,
    article: str | None = None,
    family: str | None = None,
    copy_of: str | None = None,
    language: str = "en",
    hour: int = 9,
    published: datetime | str | None = "day",
    rank: int = 1,
    text: str = "",
    sub_type: str | None = "Air/drone strike",
    root: str = "ASSAULT",
    realis: str = "actual",
    day: date | None = DAY,
    until: date | None = None,
    precision: str = "day",
    doer: str | None = "russia",
    sufferer: str | None = None,
    place: Place | None = None,
    nowhere: bool = False,
    claims: tuple[Claim, ...] = (),
    credited: Attribution | None = None,
) -> LinkableReport:
    """A report called `name`; by default a Russian air strike on Yaqoubiya, told in English by a paper of its own."""
    told = datetime(DAY.year, DAY.month, DAY.day, hour, tzinfo=UTC) if published == "day" else published
    roles = (("actor1", doer), ("actor2", sufferer))
    report = Report(
        rank=rank,
        evidence=(Span(0, len(text), text),),
        realis=realis,
        plover_root=root,
        plover_mode=None,
        acled_event_type=TYPES[sub_type] if sub_type else None,
        acled_sub_event_type=sub_type,
        event_date=EventDate(day, (until or day), precision if day else "unknown"),
        actors=tuple(Actor(role, group, group, 0, 1) for role, group in roles if group),
        place=None if nowhere else place or town("Yaqoubiya"),
        place_null_reason="not named" if nowhere else None,
        casualties=claims,
        claimed_by=credited,
    )
    return LinkableReport(
        report_id=name,
        article_id=article or f"article {name}",
        source_code=family or name,
        family=family or name,
        original_article_id=copy_of,
        language=language,
        published_at=told,
        first_seen_at=told or datetime(DAY.year, DAY.month, DAY.day, 23, tzinfo=UTC),
        rank=rank,
        title="",
        words=words_of(text),
        report=report,
    )


NAMES = ["Rima", "Salloum", "Khaled", "Barakat", "bakery", "quarter", "farm", "tractor", "minibus", "orchard", "tower"]


@st.composite
def made_one(draw: st.DrawFn, name: str) -> LinkableReport:
    """A report out of a small world, so that likeness, contradiction and chains over days are all common."""
    day = draw(st.dates(date(2021, 12, 6), date(2021, 12, 16)))
    precision, until = draw(st.sampled_from([("day", day)] * 6 + [("week", day.replace(day=min(day.day + 6, 31)))]))
    return made(
        name,
        article=f"article {draw(st.integers(0, 9))}" if draw(st.booleans()) else None,
        copy_of=draw(st.sampled_from([None, None, None, "article 3"])),
        language=draw(st.sampled_from(["en", "en", "ar"])),
        published=datetime(2021, 12, draw(st.integers(day.day, 17)), draw(st.integers(0, 23)), tzinfo=UTC),
        rank=draw(st.integers(1, 3)),
        text=" ".join(draw(st.lists(st.sampled_from(NAMES), max_size=9))),
        sub_type=draw(st.sampled_from(["Air/drone strike"] * 4 + list(TYPES))),
        day=draw(st.sampled_from([day, day, day, day, None])),
        until=until,
        precision=precision,
        doer=draw(st.sampled_from(["russia", "russia", "syrian_government", "turkey", None])),
        place=draw(st.sampled_from([town("Yaqoubiya")] * 3 + [*map(town, TOWNS), governorate("SY07")])),
        nowhere=draw(st.integers(0, 9)) == 0,
        claims=draw(st.sampled_from([(), (), (killed(2),), (killed(3),), (killed(3),), (killed(12),)])),
    )


@st.composite
def made_corpus(draw: st.DrawFn, most: int = 14) -> list[LinkableReport]:
    """Up to `most` reports with different ids."""
    return [draw(made_one(f"r{number:02}")) for number in range(draw(st.integers(1, most)))]
