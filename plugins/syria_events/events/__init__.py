"""Reports into events: which reports tell the same happening, and what they say about it together."""
