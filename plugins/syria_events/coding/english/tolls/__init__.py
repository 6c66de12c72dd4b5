"""Tolls: whom a text counts, what became of them, and the claims made of it."""
