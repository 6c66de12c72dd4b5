"""The demo: the newsroom moves on phase by phase, the DAGs follow, and what came of it is held against the truth."""
