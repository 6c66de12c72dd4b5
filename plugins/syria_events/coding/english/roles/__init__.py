"""Roles: who did it, and to whom."""
