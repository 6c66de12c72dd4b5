"""The gazetteer: places by name, in running text and in context."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property
from pathlib import Path

from syria_events.coding.arabic_letters import fold
from syria_events.coding.names import Hit, NameIndex, leftmost_longest
from syria_events.coding.places.imported import has_import, merged, read_imported
from syria_events.coding.places.mention import PlaceContext, PlaceMention
from syria_events.coding.places.place import GazetteerPlace
from syria_events.coding.places.qualifier import LISTED, continues_list, qualifier
from syria_events.coding.places.resolution import resolve_mention
from syria_events.coding.places.support import supported
from syria_events.coding.places.table import shipped_places
from syria_events.model import Place

CAPITAL, AROUND_THE_CAPITAL = "SY01", "SY03"
"""P-codes of Damascus and Rural Damascus."""


class Gazetteer:
    """Places, an index of their names, and the rules of resolution. Build it once per process."""

    def __init__(self, places: Iterable[GazetteerPlace]) -> None:
        self.places = tuple(places)

    @classmethod
    def shipped(cls) -> Gazetteer:
        """Return the tables of the package, read and indexed once."""
        return _shipped()

    def with_import(self, directory: Path) -> Gazetteer:
        """Return this gazetteer and the imported one in `directory`, places present in both merged.

        Raises GazetteerImportError where `directory` holds no import or one of another layout.
        """
        return Gazetteer(merged(self.places, read_imported(directory)))

    @cached_property
    def by_id(self) -> dict[str, GazetteerPlace]:
        """Place id -> place."""
        return {place.place_id: place for place in self.places}

    @cached_property
    def _index(self) -> NameIndex[GazetteerPlace]:
        index: NameIndex[GazetteerPlace] = NameIndex()
        for place in self.places:
            for name in place.names:
                index.add(name, place, tolerant=not _is_case(name, place))
                if place.kind == "region":
                    index.add_plain(name, place)
        return index

    def find(self, text: str, language: str | None = None) -> tuple[PlaceMention, ...]:
        """Return the place names in `text`, by start, not overlapping; offsets refer to `text` as given.

        Names that are also words or names of persons are found only beside a word that makes them places.
        """
        folded = fold(text)
        meant: dict[int, tuple[Hit[GazetteerPlace], str | None]] = {}
        last_end, last_beside = 0, None
        for hit in self._index.scan(text, language, folded):
            beside = qualifier(folded.text, *hit.folded)
            if beside is None and continues_list(folded.text, last_end, hit.folded[0]) and _carries(last_beside, hit):
                beside = last_beside
            candidates = supported(hit, beside)
            if candidates:
                last_end, last_beside = hit.folded[1], beside
                candidates = self._around_the_capital(candidates, beside)
                kept = hit if candidates == hit.values else hit.meaning(*candidates)
                meant[id(kept)] = (kept, beside)
        best = leftmost_longest(hit for hit, _ in meant.values())
        return tuple(
            PlaceMention(hit.start, hit.end, hit.surface, hit.values, meant[id(hit)][1], hit.exact) for hit in best
        )

    def _around_the_capital(
        self, candidates: tuple[GazetteerPlace, ...], beside: str | None
    ) -> tuple[GazetteerPlace, ...]:
        """Damascus is a governorate of its own: its suburbs and its countryside are another one."""
        if beside in {"countryside", "suburb"} and any(place.place_id == CAPITAL for place in candidates):
            return (self.by_id[AROUND_THE_CAPITAL],)
        return candidates

    def resolve(self, mention: PlaceMention, context: PlaceContext) -> Place | None:
        """Return the place that `mention` means, or null where nothing decides."""
        return resolve_mention(mention, context)[0]

    def resolve_with_reason(self, mention: PlaceMention, context: PlaceContext) -> tuple[Place | None, str]:
        """Return the place that `mention` means and why it is the one, or null and why none is."""
        return resolve_mention(mention, context)


def _is_case(name: str, place: GazetteerPlace) -> bool:
    """Идлибе, Идлибу beside Идлиб: a Russian case of a name before it, whose vowel tells it from other words."""
    if not "\u0400" <= name[0] <= "\u04ff":
        return False
    earlier = place.names[: place.names.index(name)]
    return any(other[:-1] and name.startswith(other[:-1]) for other in earlier if other[0] >= "\u0400")


def _carries(beside: str | None, hit: Hit[GazetteerPlace]) -> bool:
    """Say whether the qualifier of a name holds for the next: the villages of …; the countryside of Idlib and Hama."""
    areas = beside in {"countryside", "province"} and any(place.kind == "governorate" for place in hit.values)
    return beside in LISTED or areas


@cache
def _shipped() -> Gazetteer:
    return Gazetteer(shipped_places())


@cache
def default_gazetteer(directory: Path | None = None) -> Gazetteer:
    """Return the shipped gazetteer, with the import in `directory` where there is one; once per process."""
    if directory is None or not has_import(directory):
        return Gazetteer.shipped()
    return Gazetteer.shipped().with_import(directory)
