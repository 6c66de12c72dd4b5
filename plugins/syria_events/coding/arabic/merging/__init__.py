"""Merging: which mentions are one happening, and the reports made of them."""
