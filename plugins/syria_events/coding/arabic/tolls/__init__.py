"""Tolls: who was hurt, how many, and what is known of it."""
