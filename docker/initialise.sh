#!/usr/bin/env bash
# Brings both databases up to date and makes what there is no file for: Airflow's pools, the logins of its admin and of bi_reader.
# Safe to repeat, and run before every start of the services.
set -euo pipefail

airflow db migrate
syria-events migrate

python - <<'PYTHON'
import os

import psycopg2
from psycopg2 import sql

password = sql.Literal(os.environ["BI_READER_PASSWORD"])
with psycopg2.connect(os.environ["AIRFLOW_CONN_WAREHOUSE"]) as connection, connection.cursor() as cursor:
    cursor.execute(sql.SQL("ALTER ROLE bi_reader PASSWORD {}").format(password))
PYTHON

pools=$(mktemp --suffix .json)
python -m syria_airflow.pools >"$pools"
airflow pools import "$pools"

umask 077
python -c 'import json, os; print(json.dumps({"admin": os.environ["AIRFLOW_ADMIN_PASSWORD"]}))' \
    >"$AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE"
