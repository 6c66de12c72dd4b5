"""Press coverage of Syria, turned into clean, deduplicated, traceable events.

This package is the domain: it runs without Airflow and imports none of it.
"""
