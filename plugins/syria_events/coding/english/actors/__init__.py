"""Actors: who is named, what they can be in a sentence, and where they stand to a deed."""
