"""Expectations that rows must meet, and what happens to those that do not."""
