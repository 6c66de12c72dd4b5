#!/usr/bin/env bash
# Brings both databases up to date and makes what Airflow has no file for: pools and the login of its admin.
# Safe to repeat, and run before every start of the services.
set -euo pipefail

airflow db migrate
syria-events migrate

pools=$(mktemp --suffix .json)
python -m syria_airflow.pools >"$pools"
airflow pools import "$pools"

umask 077
python -c 'import json, os; print(json.dumps({"admin": os.environ["AIRFLOW_ADMIN_PASSWORD"]}))' \
    >"$AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE"
