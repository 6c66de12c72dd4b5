"""When: what dates mean, and which date is that of a happening."""
