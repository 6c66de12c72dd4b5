"""PostgreSQL at the edge: connections, migrations, named statements, bulk writing."""
