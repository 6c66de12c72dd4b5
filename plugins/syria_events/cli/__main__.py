"""`python -m syria_events.cli`."""

from syria_events.cli import main

main()
