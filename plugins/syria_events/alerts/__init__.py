"""Alerts: what is worth waking somebody for, told once, with its repetitions and the all-clear."""
