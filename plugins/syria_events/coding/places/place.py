"""A row of the gazetteer."""

from __future__ import annotations

import math
from dataclasses import dataclass

POPULATED = frozenset({"city", "town", "village", "neighbourhood", "camp"})
SITES = frozenset({"crossing", "base", "airport", "dam", "field", "mountain", "site", "prison", "front"})
ADMIN = frozenset({"governorate", "district", "subdistrict"})
VAGUE = frozenset({"country", "region"})
KINDS = POPULATED | SITES | ADMIN | VAGUE

EARTH_RADIUS_KM = 6371.0


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """One place. `lat`, `lon` in degrees (WGS 84), null for what has no point; `country` ISO 3166 alpha-2."""

    place_id: str
    name: str
    name_ar: str | None
    kind: str
    admin1_pcode: str | None
    admin2_pcode: str | None
    country: str | None
    lat: float | None
    lon: float | None
    population: int = 0
    aliases: tuple[str, ...] = ()
    needs_cue: bool = False
    """The name is also a word or a person's name: it counts as a place only beside a word such as "town of" or "in"."""
    imported: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Every name to look for."""
        return (self.name, *((self.name_ar,) if self.name_ar else ()), *self.aliases)

    def kilometres_to(self, other: GazetteerPlace) -> float:
        """Great-circle distance (haversine formula); infinite where either has no point."""
        if self.lat is None or self.lon is None or other.lat is None or other.lon is None:
            return math.inf
        return kilometres(self.lat, self.lon, other.lat, other.lon)


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance between two points given in degrees (haversine formula)."""
    phi1, lambda1, phi2, lambda2 = map(math.radians, (lat1, lon1, lat2, lon2))
    half = math.sin((phi2 - phi1) / 2) ** 2 + math.cos(phi1) * math.cos(phi2) * math.sin((lambda2 - lambda1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(half))
