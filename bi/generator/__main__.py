"""`python -m bi.generator`."""

from __future__ import annotations

from bi.generator.bundle import ASSETS, bundle, write

write(ASSETS, bundle())
