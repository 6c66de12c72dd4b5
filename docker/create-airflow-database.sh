#!/usr/bin/env bash
# Makes Airflow's own database and role beside the warehouse, when the server's data are made.
set -euo pipefail

psql --set ON_ERROR_STOP=1 --set password="$AIRFLOW_DATABASE_PASSWORD" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
CREATE ROLE airflow LOGIN PASSWORD :'password';
CREATE DATABASE airflow OWNER airflow;
SQL
