"""`python -m syria_airflow.launcher demo|up|bi|down|status`."""

from __future__ import annotations

import sys

from syria_airflow.launcher.commands import main

sys.exit(main(sys.argv[1:]))
