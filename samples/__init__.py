"""The demo newsroom: invented outlets, on loopback, that say what a pipeline over the press must cope with.

    python -m samples.newsroom --port 8070

Outlets and happenings are invented; places and parties are those of Syria after December 2024. An outlet is a table in
`outlets.toml`, an article one file under `articles/`, and what a pipeline should make of it stands beside its text.
"""
