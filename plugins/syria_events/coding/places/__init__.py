"""Places: a gazetteer of Syria, finding its names in text, and deciding which place a name means."""

from syria_events.coding.places.dateline import dateline_span
from syria_events.coding.places.gazetteer import Gazetteer, default_gazetteer
from syria_events.coding.places.mention import PlaceContext, PlaceMention
from syria_events.coding.places.place import GazetteerPlace

__all__ = [
    "Gazetteer",
    "GazetteerPlace",
    "PlaceContext",
    "PlaceMention",
    "dateline_span",
    "default_gazetteer",
]
