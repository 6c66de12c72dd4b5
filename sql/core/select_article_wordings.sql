-- Purpose: all wordings of an article, for showing what changed between them.
-- Grain: one wording, the first one first.
-- Parameters: article (text): id or address, url (text): the address in canonical form
SELECT w.article_id, w.number, w.seen_at, w.title, w.body, w.killed, w.injured
FROM core.article_wording w
WHERE w.article_id IN (SELECT a.article_id FROM core.article a WHERE a.article_id = %(article)s OR a.url IN (%(article)s, %(url)s))
ORDER BY w.article_id, w.number;
