"""Press coverage of Syria, turned into clean, deduplicated, traceable events.

This package is the domain: it runs without Airflow and imports none of it.
"""

CODE_VERSION = "0.1.0"
"""Version of the code that derives rows; every derived row carries it."""
