"""Writes the dashboards as files that Superset imports: run `python -m bi.generator` after every change here.

Ids are uuid5 of what a thing is called, so that a dashboard that is written anew is the same dashboard to Superset.
"""
