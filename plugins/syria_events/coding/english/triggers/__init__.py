"""Triggers: words that tell of a happening, what they mean here, and of which kind it is."""
