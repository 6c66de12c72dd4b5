"""The shipped tables of actors hold together."""

import re
from collections import Counter, defaultdict
from datetime import date, timedelta

from syria_events.coding.actors.groups import GROUPS, is_group
from syria_events.coding.actors.table import read_actors, read_aliases
from syria_events.coding.arabic_letters import fold_word

ACTORS = read_actors()
ALIASES = read_aliases()
FALL = date(2024, 12, 8)


def test_ids_are_unique_and_parents_are_known() -> None:
    ids = Counter(actor.actor_id for actor in ACTORS)
    assert [i for i, n in ids.items() if n > 1] == []
    assert {actor.parent for actor in ACTORS if actor.parent} <= set(ids)
    assert {alias.actor_id for alias in ALIASES} <= set(ids)


def test_there_are_enough_aliases_in_both_languages() -> None:
    arabic = [alias for alias in ALIASES if "\u0600" <= alias.alias[0] <= "\u06ff"]
    assert len(arabic) >= 1_000
    assert len(ALIASES) - len(arabic) >= 2_000


def test_every_group_of_the_codebook_has_an_actor_and_no_other_is_used() -> None:
    used = {actor.group for actor in ACTORS} | {period.group for actor in ACTORS for period in actor.periods}
    assert set(GROUPS) <= used
    assert all(is_group(group) for group in used)


def test_codes_are_well_formed() -> None:
    for actor in ACTORS:
        assert actor.acled_inter in range(1, 9), actor
        assert re.fullmatch(r"[A-Z]{3}", actor.sector), actor
        assert actor.wikidata_id is None or re.fullmatch(r"Q[1-9]\d*", actor.wikidata_id), actor
        if actor.valid_from and actor.valid_to:
            assert actor.valid_from <= actor.valid_to, actor


def test_no_name_means_two_actors_on_one_day() -> None:
    by_name = defaultdict(list)
    for alias in ALIASES:
        by_name[fold_word(alias.alias).casefold()].append(alias)
    days = (date(2012, 1, 1), FALL - timedelta(1), FALL, date(2025, 6, 1))
    clashes = {
        name: sorted({alias.actor_id for alias in aliases if alias.holds(day)})
        for name, aliases in by_name.items()
        for day in days
        if len({alias.actor_id for alias in aliases if alias.holds(day)}) > 1
    }
    assert clashes == {}


def test_periods_do_not_overlap() -> None:
    for actor in ACTORS:
        for day in (date(2012, 1, 1), date(2018, 1, 1), FALL, date(2025, 6, 1)):
            assert sum(period.holds(day) for period in actor.periods) <= 1, actor
