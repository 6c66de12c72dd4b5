"""Where: what names of places mean, and which of them is that of a happening."""
