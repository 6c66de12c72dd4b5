"""Pages for operators inside the Airflow UI: rendered here, read from the warehouse, behind Airflow's own login."""
