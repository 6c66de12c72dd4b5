"""Stands in for Airflow where only the launcher is tested: the same commands, started in a moment."""
