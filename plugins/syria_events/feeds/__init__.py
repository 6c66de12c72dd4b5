"""Feeds: which there are, when to ask them, what an answer means, and the entries in it. Pure: no network, no database."""
