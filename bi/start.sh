#!/usr/bin/env bash
# Brings Superset to what the files say, then serves it: the entry point of the image's stage `bi`.
set -euo pipefail

python bi/provision.py
# Fewer threads in all than the 20 connections that bi_reader may have.
exec gunicorn --bind 0.0.0.0:8088 --workers 2 --worker-class gthread --threads 6 --timeout 120 'superset.app:create_app()'
