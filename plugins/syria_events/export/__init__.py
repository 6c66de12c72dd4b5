"""Ways out of the marts: files in the layouts that analysts' scripts expect, and the data dictionary."""
