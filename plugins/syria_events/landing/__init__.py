"""The landing: what came over the wire, kept as it came, in WARC files on any filesystem."""
