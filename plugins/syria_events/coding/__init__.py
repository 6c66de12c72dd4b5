"""Coding: what an article reports, read from its words by the rules of the codebook."""
