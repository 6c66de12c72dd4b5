"""Triggers: words that name a happening, what they mean here, and of which kind it is."""
