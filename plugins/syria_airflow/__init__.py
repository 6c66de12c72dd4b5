"""Glue between the domain (`syria_events`) and Airflow: assets, task groups, the local launcher."""
