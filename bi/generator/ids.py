"""Ids that do not change as long as the thing keeps its name."""

from __future__ import annotations

import uuid

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://github.com/syria-events/syria-events/bi")


def uuid_of(*names: str) -> str:
    """Return the id of what these names, from the general to the special, stand for."""
    return str(uuid.uuid5(NAMESPACE, "/".join(names)))
