"""Where the operators' pages lie, below Airflow's own address."""

from __future__ import annotations

PREFIX = "/syria-events"

PAGES = ("feeds", "batches", "checks", "rejected", "events")
