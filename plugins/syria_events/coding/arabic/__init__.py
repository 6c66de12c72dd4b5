"""Arabic articles to reports: word lists and rules of order, no parser.

The rooms, from the ground up: words, dates, triggers, tolls, places, roles, telling (what one clause tells), merging
(what is one happening). The nouns that they pass on stand beside them: scene, located and mention.
"""

from __future__ import annotations

from syria_events.coding.arabic.merging.absorbed import without_parts
from syria_events.coding.arabic.merging.grouping import grouped
from syria_events.coding.arabic.merging.reports import reports
from syria_events.coding.arabic.scene import survey
from syria_events.coding.arabic.telling.mentions import mentions, without_quiet_raids
from syria_events.coding.arabic.telling.news import with_totals
from syria_events.coding.places import Gazetteer
from syria_events.model import Article, Report


def code(article: Article, gazetteer: Gazetteer) -> tuple[Report, ...]:
    """Return the reports of an Arabic article, rank 1 first; offsets refer to `article.full_text`."""
    scene = survey(article, gazetteer)
    found = without_parts(scene, without_quiet_raids(scene, list(mentions(scene))))
    return reports(scene, grouped(scene, with_totals(found)))
