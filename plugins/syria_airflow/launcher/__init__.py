"""Runs everything on one machine: PostgreSQL, Airflow's four processes and, for the demo, the newsroom.

`airflow standalone` is not used: it starts the scheduler before the API server answers, so that first tasks die, and a
SIGTERM to it leaves its children behind.
"""
