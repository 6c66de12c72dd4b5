"""Use cases, one file per task: effects called in order, nothing clever.

    poll -> fetch_pages -> extract -> code_articles -> check -> load -> link

Each opens its own transaction and can be repeated: what an interrupted run left is cleared or overwritten by the next.
"""
