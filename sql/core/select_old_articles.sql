-- Purpose: the articles that retention lets go next, the oldest first.
-- Grain: one article.
-- Parameters: before (timestamptz): first seen earlier; most (integer)
SELECT article_id FROM core.article WHERE first_seen_at < %(before)s ORDER BY first_seen_at, article_id LIMIT %(most)s;
