"""How well the kind of a mention agrees with those of a group; minus one where it is another happening."""

from __future__ import annotations

from syria_events.coding.english.group import Group, vagueness
from syria_events.coding.english.kinds import kinds
from syria_events.coding.english.mention import LEAD, Mention
from syria_events.coding.english.merging.place_and_day_fit import place_fit

_SOON = 3
"""Sentences within which a first word for something may still be made exact by a later one."""
_REFINES = {
    frozenset({"Remote explosive/landmine/IED", "Suicide bomb"}),
}
"""Types of which one may tell the other more exactly: a car bomb turns out to have had a driver."""
ONLY_TOLD = frozenset({"killing", "fighters"})
"""Kinds of mentions that tell of nothing but the dead."""
_GENERAL = frozenset({"attack", "assault", "fighters", "shooting", "killing", "assassination"})
"""Kinds that any violence may turn out to be."""
_FOUGHT = frozenset({"assault", "fighters"})
"""Of these, the kinds that no abduction is: fighters fought fighters."""
_FLYING = frozenset({"shelling", "missile"})
"""Kinds of what flies and hits: rockets, shells, splinters."""
_BLOWS = frozenset({"Explosions/Remote violence", kinds()["killing"].acled_event_type})
"""Types of which one blast may be told."""
_RIOTS = frozenset({"mob", "looting"})
"""What a crowd does: it beats and burns in one happening."""
_WITH_HARM = frozenset({"protest", "mob", "looting"})
"""Families in which people come to harm or are led away, with no other happening."""


def kind_fit(group: Group, mention: Mention, same_toll: bool) -> float:
    """Return how well kinds agree; `same_toll`: both count the same people."""
    own = mention.kind
    others = [other.kind for other in group.mentions]
    if not own.is_violent or not others[0].is_violent:
        joins = _is_toll_of_peace(group, mention) or _are_led_away(group, mention)
        joins = joins or _is_by_the_way(group, mention) or _is_doer_caught(group, mention)
        joins = joins or _are_held_by_the_same(group, mention) or _is_destroyed_by_it(group, mention)
        riots = {own.family, others[0].family} <= _RIOTS and mention.sentence - group.mentions[-1].sentence <= 1
        return 1.0 if own.family == others[0].family or joins or riots else -1.0
    if own.name in ONLY_TOLD or all(other.name in ONLY_TOLD for other in others):
        return 0.6
    if same_toll:
        return 0.5
    if _is_of_the_blow(group, mention) or _is_of_operation(group, mention):
        return 0.4
    families = {other.family for other in others if other.name != "killing"}
    if own.family in families:
        return _type_fit(group, mention)
    if own.generic and own.name in _GENERAL:
        return 0.4
    if {other.name for other in others} <= (_GENERAL - _FOUGHT if own.family == "abduction" else _GENERAL):
        return 0.4
    if {own.family, *families} <= {"clash", "territory"}:
        before = group.mentions[-1]
        near = mention.sentence - before.sentence <= 1 or (before.title and mention.ordinal <= 1)
        return 0.4 if near or own.family == "clash" or place_fit(group, mention) > 1 else -1.0
    return -1.0


def _is_toll_of_peace(group: Group, mention: Mention) -> bool:
    """Whether it counts who was hurt in what is no attack: a protest that was broken up, a raid that made arrests."""
    before = group.mentions[-1]
    if not mention.tolls or mention.sentence - before.sentence > 1:
        return False
    if before.kind.family in _WITH_HARM:
        return mention.trigger.tag == "toll" and (mention.sentence == before.sentence or mention.own_place is None)
    return before.kind.family == "arrest" and mention.definite and mention.trigger.kind.name == "raid"


def _is_by_the_way(group: Group, mention: Mention) -> bool:
    """Whether the same people took somebody in the same breath: "killing two and arresting a third"."""
    before = group.mentions[-1]
    elided = before.sentence == mention.sentence and mention.own_place is None and not mention.later
    taken = mention.kind.family in _BESIDE and mention.trigger.verb and not mention.trigger.passive
    killed = any(toll.kind == "killed" and toll.quantity.best for toll in before.tolls)
    return elided and taken and (killed or before.kind.family == "disrupted")


def _is_destroyed_by_it(group: Group, mention: Mention) -> bool:
    """ "Warplanes pounded their positions and smashed ten vehicles": what one blow destroyed, in the same breath."""
    before = group.mentions[-1]
    if mention.kind.family != "looting" or not before.kind.is_violent or before.sentence != mention.sentence:
        return False
    own = {part.group for part in mention.roles.agents}
    return mention.trigger.verb and not mention.later and own <= {part.group for part in before.roles.agents}


def _is_doer_caught(group: Group, mention: Mention) -> bool:
    """ "The man was caught": what became of him whom the sentence before told of."""
    before = group.mentions[-1]
    caught = mention.kind.family == "arrest" and mention.trigger.passive and not mention.title
    follows = mention.sentence - before.sentence == 1 and not mention.tolls and mention.own_place is None
    return caught and follows and before.kind.is_violent and mention.day is None


def _are_held_by_the_same(group: Group, mention: Mention) -> bool:
    """ "They said that they had detained crusaders": the arrest by a group that abducts people is its abduction."""
    if {mention.kind.family, group.mentions[0].kind.family} != {"arrest", "abduction"}:
        return False
    own = {part.group for part in mention.roles.agents}
    return not own.isdisjoint(part.group for other in group.mentions for part in other.roles.agents) or not own


_BESIDE = frozenset({"arrest", "disrupted"})


def _are_led_away(group: Group, mention: Mention) -> bool:
    """Whether it tells of those whom the police took from a protest."""
    before = group.mentions[-1]
    apart = mention.own_place or mention.title or mention.sentence - before.sentence > 1
    return before.kind.family in _WITH_HARM and mention.kind.family == "arrest" and not apart


def _is_of_the_blow(group: Group, mention: Mention) -> bool:
    """Whether it tells, with no place, day, toll or side of its own, how what the article tells of was felt.

    "One rocket hit the gate of the school": witnesses of an air raid speak of rockets and shrapnel.
    """
    if mention.title or mention.ordinal <= LEAD or mention.places or mention.tolls or mention.roles.agents:
        return False
    if mention.kind.name not in _FLYING or not mention.trigger.verb:
        return False
    dated = mention.day is not None and not mention.day_is_of_speech
    near = mention.sentence - group.mentions[-1].sentence <= _SOON
    both = {mention.kind.acled_event_type, *(other.kind.acled_event_type for other in group.mentions)}
    return near and not dated and not mention.apart and not mention.another and both <= _BLOWS


def _is_of_operation(group: Group, mention: Mention) -> bool:
    """ "Killed in a military operation. The army hit targets in three air strikes": how the operation was done."""
    before = group.mentions[-1]
    operation = before.kind.name == "offensive" and before.trigger.rule.endswith("operation")
    same = {part.group for part in before.roles.agents} & {part.group for part in mention.roles.agents}
    follows = mention.sentence - before.sentence == 1 and mention.own_place is None and not mention.tolls
    return operation and bool(same) and follows and not mention.kind.generic and mention.kind.family == "attack"


def _is_same_spot(group: Group, mention: Mention) -> bool:
    """Whether both are told of one village, quarter or site, not of a city where much happens."""
    return group.place is not None and vagueness(group.place) == 1 and place_fit(group, mention) > 1


def _type_fit(group: Group, mention: Mention) -> float:
    """Types of one family: equal, one more general than the other, or in conflict."""
    specific = {other.kind.acled_sub_event_type for other in group.mentions if not other.kind.generic}
    if mention.kind.name == "missile" and specific == {"Chemical weapon"}:
        return -1.0  # what is fired at those who used gas
    if mention.kind.generic:
        return 0.7 if any(mention.kind.name == other.kind.name for other in group.mentions) else 0.6
    if not specific:
        # "a blast … rebels have shelled the capital": what comes late and anew does not say what the blast was
        anew = mention.ordinal > _SOON and not mention.definite
        anew = anew and mention.kind.acled_sub_event_type not in {
            other.kind.acled_sub_event_type for other in group.mentions
        }
        anew = anew and mention.ordinal - group.mentions[-1].ordinal > 1
        return -1.0 if anew and not _is_same_spot(group, mention) else 0.6
    if mention.kind.acled_sub_event_type in specific:
        return 1.0
    if mention.definite and not mention.places:
        return 0.4  # "the shelling" takes up air strikes
    return 0.4 if any(frozenset({mention.kind.acled_sub_event_type, other}) in _REFINES for other in specific) else -1.0
