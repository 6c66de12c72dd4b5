"""Telling: what each clause tells of a happening, whether it is told as news, and by whom."""
