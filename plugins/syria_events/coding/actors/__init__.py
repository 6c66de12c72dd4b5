"""Actors: a dated dictionary of who fights, governs, watches and suffers, and finding its names in text."""

from syria_events.coding.actors.actor import Actor
from syria_events.coding.actors.dictionary import ActorDictionary
from syria_events.coding.actors.finding import ActorMention, find_actors
from syria_events.coding.actors.groups import GROUPS, is_group

__all__ = ["GROUPS", "Actor", "ActorDictionary", "ActorMention", "find_actors", "is_group"]
